"""A training log that came as a file, as the formats' readers hand it over: nothing looked up, nothing kept.

Names are the file's own; which exercise each one is, is asked afterwards (`core/coach/data/importing.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.session import Measure
from core.model.workout import Comfort, SetKind
from core.units import Load


class LogFormat(StrEnum):
    """Whose file it is; recognised by what stands in it, never by its name."""

    STRONG = "strong"
    HEVY = "hevy"
    FITNOTES = "fitnotes"
    SPOTTER = "spotter"
    EXPORT = "export"  # our own JSON, which holds more than any table


class FileFault(StrEnum):
    """Why a file is not read at all."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"  # a zip, a spreadsheet, a picture, whatever its name says
    BAD_ENCODING = "bad_encoding"
    UNKNOWN_FORMAT = "unknown_format"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_NAMES = "too_many_names"  # of exercises: more than anybody does
    NO_SETS = "no_sets"
    NO_UNIT = "no_unit"  # readable, once it is known whether weights are kilograms or pounds
    NO_ORDER = "no_order"  # readable, once it is known whether 3/5/2026 is in March or in May
    BAD_ROWS = "bad_rows"
    UNKNOWN_VERSION = "unknown_version"  # our own JSON, of another Spotter
    BAD_VALUES = "bad_values"  # our own JSON, with something in it that can't be


class RowFault(StrEnum):
    """What is wrong with one row."""

    DATE = "date"
    NAME = "name"
    WEIGHT = "weight"
    REPS = "reps"
    TIME = "time"
    DISTANCE = "distance"
    RPE = "rpe"
    SET_ORDER = "set_order"
    COLUMNS = "columns"
    FIELD_TOO_LONG = "field_too_long"
    BAD_CHARACTER = "bad_character"
    MEASURE = "measure"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class RowTrouble:
    """One row that can't be read: the line it begins in (from 1), why, and the cell, cut short.

    In JSON the line is 0 and the cell is the place: `workouts[3].sets[0].reps`.
    """

    line: int
    fault: RowFault
    cell: str = ""


@dataclass(frozen=True, slots=True)
class NotRead:
    """No log came of a file. `troubles` are the first wrong rows, `wrong_rows` how many there are."""

    fault: FileFault
    troubles: tuple[RowTrouble, ...] = ()
    wrong_rows: int = 0


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """One set as the file tells it. `load` None is the body alone, `reps` counts what `measure` says.

    `superset` joins exercises of one workout. `rir` is reps in reserve, None where no RPE was given.
    `sides` are the left's and the right's reps where the file tells them apart, `reps` then the fewer.
    `line` is where its row begins in the file, from 1.
    """

    exercise: str
    kind: SetKind
    load: Load | None
    reps: int
    measure: Measure = Measure.REPS
    rir: float | None = None
    comfort: Comfort | None = None
    superset: int | None = None
    sides: tuple[int, int] | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class ImportedWorkout:
    """One workout of the file, its sets in the order they were done.

    `started_at` is local time without a zone, as every format has it; where a format knows the day alone,
    `timed` is False and the hour is noon. `duration_s` is 0 where the file does not say. `note` is what the
    file notes of it, then line by line of its exercises.
    """

    name: str
    started_at: datetime
    sets: tuple[ImportedSet, ...]
    timed: bool = True
    duration_s: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportedLog:
    """All workouts of a file, oldest first.

    `strange_kinds` are kinds of sets that stand in it and nobody here knows, each with its number of sets.
    """

    format: LogFormat
    workouts: Sequence[ImportedWorkout]
    strange_kinds: tuple[tuple[str, int], ...] = ()

    @property
    def sets(self) -> int:
        """How many sets there are, warm-ups counted in."""
        return sum(len(workout.sets) for workout in self.workouts)
