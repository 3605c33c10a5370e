"""An import on its way: what the preview tells, what was chosen for each name, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.imported import LogFormat
from core.model.own_exercise import Kit, Trains
from core.units import Load

SKIP = ""
OWN = "own"


class ImportState(StrEnum):
    """Waits for the unit or the order of its dates, waits for a yes, stands in the log, or was taken back."""

    ASKS_UNIT = "asks_unit"
    ASKS_ORDER = "asks_order"
    READY = "ready"
    VISIBLE = "visible"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class ImportedName:
    """One exercise of the file. `choice` is an exercise's id, OWN for a new one, SKIP to leave its sets out.

    `sure` needs no asking. `own` is what a new exercise would be, None where its name does not tell, and
    `called` its name where that can't be the file's.
    """

    name: str
    sets: int
    choice: str
    sure: bool
    near: tuple[str, ...] = ()
    own: tuple[Trains, Kit] | None = None
    called: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """All that can be chosen, in the order that taps go through."""
        return (*self.near, *([OWN] if self.own else []), SKIP)


@dataclass(frozen=True, slots=True)
class OddSet:
    """A weight that is hardly so: a slip, or pounds taken for kilograms. `line` is where it stands."""

    line: int
    name: str
    day: date
    load: Load
    reps: int


@dataclass(frozen=True, slots=True)
class Beside:
    """How much a file of ours holds beside its workouts."""

    maxima: int
    own_exercises: int
    routines: int
    measures: int
    notes: int
    preferences: int
    aches: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What the preview tells of a file. `beside` is what our own JSON, or a file of measures, holds besides.

    `known_already` are workouts the log has as they are, `grown` those of which the file has more sets.
    `odd` are the first of the weights that are hardly so, `more_odd` how many there are beyond.
    `strange_kinds` are kinds of sets nobody here knows, with how many sets are called so; `unmeasured` are
    measures that are not kept here, with how often the file has them.
    """

    format: LogFormat
    workouts: int
    sets: int
    first_day: date | None
    last_day: date | None
    names: tuple[ImportedName, ...]
    odd: tuple[OddSet, ...] = ()
    known_already: int = 0
    beside: Beside | None = None
    more_odd: int = 0
    grown: int = 0
    strange_kinds: tuple[tuple[str, int], ...] = ()
    unmeasured: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """One file of an athlete's and how far it has come. `summary` is None until it could be read.

    `replaces`: another file waited for an answer, and waits no more; told once, when this one comes.
    """

    id: int
    state: ImportState
    file_id: str
    summary: Summary | None
    visible_at: datetime | None = None
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What an import has added to the log; none of it where all stood there before.

    `beside` counts what our own JSON brought back besides workouts, `grown` the workouts that stood there and
    have new sets, which `sets` counts in.
    """

    imported: Import
    workouts: int
    sets: int
    beside: int = 0
    grown: int = 0


@dataclass(frozen=True, slots=True)
class TitleOffered:
    """A title that was trained several times; `workout_id` is the newest workout that is called so."""

    workout_id: int
    title: str
    times: int
