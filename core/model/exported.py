"""Spotter's own JSON as it comes back: what `/export` wrote of one athlete, with the file's own ids.

Ids of own exercises and routines are the file's; what they are in this log is settled when it is taken in
(`core/coach/data/returning.py`). Health, settings and the profile are no part of it: those are asked anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.model.athlete import OneRepMax
from core.model.measure import Measured
from core.model.own_exercise import Kit, Trains
from core.model.repertoire import Preference
from core.model.routine import RoutineExercise
from core.model.session import Measure, Session, SetTarget
from core.model.soreness import SorePart
from core.model.workout import Comfort, SetKind, WorkoutState
from core.units import Load


@dataclass(frozen=True, slots=True)
class ExportedSet:
    """One set, as `LoggedSet` has it but for the ids."""

    exercise_id: str
    exercise_index: int
    set_number: int
    kind: SetKind
    load: Load | None
    reps: int
    logged_at: datetime
    rir: float | None = None
    comfort: Comfort | None = None
    target: SetTarget | None = None
    measure: Measure = Measure.REPS
    sides: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ExportedWorkout:
    """One workout that has ended; `skipped` are (exercise index, set number)."""

    started_at: datetime
    finished_at: datetime | None
    trained_on: date
    state: WorkoutState
    session: Session
    sets: tuple[ExportedSet, ...]
    note: str | None = None
    skipped: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class OwnTold:
    """An exercise of one's own, under the id it had."""

    exercise_id: str
    name: str
    trains: Trains
    kit: Kit


@dataclass(frozen=True, slots=True)
class PreferenceTold:
    """An exercise that is favoured or left out."""

    exercise_id: str
    wish: Preference


@dataclass(frozen=True, slots=True)
class NoteTold:
    """What its athlete wants to see beside an exercise."""

    exercise_id: str
    note: str


@dataclass(frozen=True, slots=True)
class RoutineTold:
    """A saved routine, without an id."""

    name: str
    exercises: tuple[RoutineExercise, ...]


@dataclass(frozen=True, slots=True)
class ExportedHead:
    """What stands beside the workouts."""

    maxima: tuple[OneRepMax, ...] = ()
    own_exercises: tuple[OwnTold, ...] = ()
    preferences: tuple[PreferenceTold, ...] = ()
    notes: tuple[NoteTold, ...] = ()
    aches: tuple[str, ...] = ()
    sore_parts: tuple[SorePart, ...] = ()
    measures: tuple[Measured, ...] = ()
    routines: tuple[RoutineTold, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """A whole file that could be read, its workouts oldest first."""

    head: ExportedHead
    workouts: tuple[ExportedWorkout, ...]
