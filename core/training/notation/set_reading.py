"""What a typed text may say about sets: the readings `read_set` gives, and what it reads against.

How texts are read is not here: see `core/training/set_notation.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.model.session import Measure
from core.model.workout import SetKind
from core.units import Load

MOST_SETS = 10
MOST_REPS = 100
MOST_SECONDS = 3600
MOST_METRES = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text is read against: the set in hand. None: not known (free training, no load found yet).

    `load` and `reps` are the coming set's target; `reps` counts `measure`, and so does an exercise that is
    `measured`, also where no reps are asked. `bodyweight` marks lifts whose load is what is added to the body
    (negative: assistance). `last_load` is this exercise's newest set today, `best` the heaviest known for it
    (its 1RM), `lightest` the least that can be loaded, `bar` the empty bar where there is one.
    `sets_left` counts work sets still asked, 0 when none are. `resting`: a set was just logged.
    """

    load: Load | None = None
    reps: int | None = None
    takes_load: bool = True
    measure: Measure = Measure.REPS
    measured: bool = False
    bodyweight: bool = False
    last_load: Load | None = None
    best: Load | None = None
    lightest: Load | None = None
    bar: Load | None = None
    sets_left: int = 0
    resting: bool = False

    @property
    def standing_load(self) -> Load | None:
        """The load an entry without one means: as asked, else as in the last set; None when there is none."""
        return self.load if self.load is not None else self.last_load


@dataclass(frozen=True, slots=True)
class Entry:
    """One set as typed. `load` None means as asked (`Asked.standing_load`); 0 means the body alone.

    `reps` counts `measure`; None only within `Incomplete`. `rir` is reps in reserve as typed (RPE 8.5
    is 1.5), None when not said. `sides` are the left's and right's reps, `reps` then the fewer.
    A failed set (`fail 6`) has kind FAILURE and the clean reps, 0 for a missed attempt.
    """

    load: Load | None
    reps: int | None
    rir: float | None = None
    kind: SetKind = SetKind.WORK
    sides: tuple[int, int] | None = None
    measure: Measure = Measure.REPS

    @property
    def failed(self) -> bool:
        """Whether the set went to, or beyond, the last possible rep."""
        return self.kind is SetKind.FAILURE


class Missing(StrEnum):
    """What a partial set lacks."""

    REPS = "reps"
    LOAD = "load"


class Refusal(StrEnum):
    """Why a text with numbers is no set."""

    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    TOO_HEAVY = "too_heavy"
    TOO_PRECISE = "too_precise"
    TOO_MANY_REPS = "too_many_reps"
    TOO_LONG = "too_long"
    TOO_FAR = "too_far"
    TOO_MANY_SETS = "too_many_sets"
    NOT_WHOLE = "not_whole"
    NOT_EFFORT = "not_effort"
    TWO_LOADS = "two_loads"
    WRONG_MEASURE = "wrong_measure"
    NO_LOAD = "no_load"
    NO_SHIFT = "nothing_to_shift"
    NAMED_SHIFT = "named_shift"
    NOT_BY_BODY = "not_by_body"
    NOTE_TOO_LONG = "note_too_long"
    PLATES = "plates_alone"
    UNCLEAR = "unclear"


class Doubt(StrEnum):
    """Why a reading is asked back before it is logged."""

    FAR_ABOVE = "far_above"
    UNDER_BAR = "under_bar"
    MANY_REPS = "many_reps"
    FEW_REPS = "few_reps"
    MANY_SETS = "many_sets"
    THOUSANDS = "thousands"
    LIST = "list"
    ON_TOP = "on_top"
    PLATES = "plates"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Sets:
    """One to `MOST_SETS` sets, in the order typed."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Same:
    """The last set again (`same`), with its effort when said; or the same set of the workout before."""

    rir: float | None = None
    as_last_time: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """The set as asked (`done`, `ok`, 👍), with its effort when said. While resting it logs nothing."""

    rir: float | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """The set in hand is passed over."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Effort alone (`@8`, `2 rir`): of the set just logged, or else of the asked set, then done as asked."""

    rir: float
    just_done: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """The coming card's load goes up or down by `change` (negative grams: down); nothing is logged."""

    change: Load


@dataclass(frozen=True, slots=True)
class Incomplete:
    """Sets with a part missing: to be asked for (`80 kg × how many?`)."""

    entries: tuple[Entry, ...]
    missing: Missing


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Two readings, both possible: asked with two buttons; nothing is logged until told."""

    options: tuple[Sets | Incomplete, Sets | Incomplete]


@dataclass(frozen=True, slots=True)
class Confirm:
    """One reading with a doubt: asked back before it counts."""

    reading: Sets | Shift
    why: Doubt


@dataclass(frozen=True, slots=True)
class Note:
    """A remark to keep with an exercise (`note: seat 4`), cleaned; empty takes away the one that stands.

    `exercise` is its name where one was said (`note bench: seat 4`), else "".
    """

    text: str
    exercise: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Numbers that can't be a set, and why."""

    why: Refusal


@dataclass(frozen=True, slots=True)
class NotASet:
    """Ordinary words."""


@dataclass(frozen=True, slots=True)
class Named:
    """Sets with an exercise's name (`bench 80x8`). Find the exercise, then read `sets_text` against it."""

    exercise: str
    sets_text: str


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day gone by, as typed; exactly one of `days_ago`, `weekday` (Monday 0) and `day` is given.

    `day` is (day, month, year); year None means the newest such date.
    """

    days_ago: int | None = None
    weekday: int | None = None
    day: tuple[int, int, int | None] | None = None

    def before(self, today: date) -> date | None:
        """The date meant, seen from `today`; None when there is no such date or it lies ahead."""
        if self.days_ago is not None:
            return today - timedelta(days=self.days_ago)
        if self.weekday is not None:
            return today - timedelta(days=(today.weekday() - self.weekday - 1) % 7 + 1)
        if self.day is None:
            return None
        day, month, year = self.day
        years = (today.year, today.year - 1) if year is None else (year,)
        return next((on for on in (_date(each, month, day) for each in years) if on and on <= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Past:
    """Sets of a day gone by (`yesterday: squat 5x5x100`), read on like `Named`; `exercise` may be ""."""

    day: PastDay
    exercise: str
    sets_text: str


SetReading = Sets | Ambiguous | Confirm | Incomplete
Reading = SetReading | Same | Done | Skip | Effort | Shift | Note | Named | Past | Refused | NotASet
