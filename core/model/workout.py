"""What is being done or was done: the workout, its logged sets, and the rest between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from core.model.athlete import Goal
from core.model.exercise import Exercise
from core.model.session import Measure, Session, SetTarget
from core.units import Load


class SetKind(StrEnum):
    """What sort of set was logged; only work sets, drops and failures count as volume."""

    WARM_UP = "warm_up"
    WORK = "work"
    DROP = "drop"
    FAILURE = "failure"
    AMRAP = "amrap"


class Comfort(StrEnum):
    """How an exercise's last set felt: three or more reps left, one or two, or none. Source: S29, 5.1."""

    EASY = "easy"
    RIGHT = "right"
    ALL_OUT = "all_out"

    @property
    def rir(self) -> int:
        """Reps in reserve that progression reckons with (training.md 3.5; our choice within the words)."""
        if self is Comfort.ALL_OUT:
            return 0
        return 1 if self is Comfort.RIGHT else 3


class Slot(NamedTuple):
    """One asked set of a session: which exercise (from 0), which set (from 1; 0 for none in particular)."""

    exercise_index: int
    set_number: int


@dataclass(frozen=True, slots=True)
class LoggedSet:
    """One set that was done. `load` is the logged number in the unit it was typed in; None is body alone.

    `exercise_index` and `set_number` (from 1) say which asked set it answers; `target` is what was
    asked then, None for free training. `rir` is reps in reserve as the athlete gave them
    (halves allowed through RPE), None when not said. `sides` are the left's and the right's reps where they
    were told apart, `reps` then the fewer. `tapped` marks a button. `logged_at` is aware UTC.
    """

    id: int
    workout_id: int
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
    tapped: bool = False
    sides: tuple[int, int] | None = None

    @property
    def slot(self) -> Slot:
        """The asked set it answers."""
        return Slot(self.exercise_index, self.set_number)

    @property
    def reserve(self) -> float | None:
        """Reps in reserve by what was said: typed RIR or RPE first, then the comfort button."""
        if self.rir is not None:
            return self.rir
        return None if self.comfort is None else float(self.comfort.rir)


@dataclass(frozen=True, slots=True)
class Entry:
    """What an athlete says they did: a load (None is the body alone), reps, and how it felt.

    `sides` are the left's and the right's reps where they were told apart, `reps` then the fewer.
    """

    load: Load | None
    reps: int
    rir: float | None = None
    comfort: Comfort | None = None
    kind: SetKind = SetKind.WORK
    sides: tuple[int, int] | None = None


class WorkoutState(StrEnum):
    """Open while lifting; finished by its athlete or its last set; closed by silence."""

    OPEN = "open"
    FINISHED = "finished"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Workout:
    """A session being done or done, in one chat. Sets are oldest first and hold nothing that was undone.

    `in_hand` is the work set that was logged or taken back last, whether it stands or not; None before any.
    `skipped` are sets passed over; set_number 0 stands for all that is left of an exercise. `own` are its
    athlete's own exercises, for a session may name them beside the catalogue's. `note` is what its athlete
    wrote on it; one with `deleted_at` has no set left and can be brought back.
    """

    id: int
    athlete_id: int
    chat_id: int
    session: Session
    state: WorkoutState
    opened_at: datetime
    trained_on: date
    sets: tuple[LoggedSet, ...] = ()
    skipped: tuple[Slot, ...] = ()
    finished_at: datetime | None = None
    own: tuple[Exercise, ...] = ()
    note: str | None = None
    deleted_at: datetime | None = None
    in_hand: LoggedSet | None = None

    @property
    def work_sets(self) -> int:
        """How many sets stand, warm-ups left out."""
        return sum(done.kind is not SetKind.WARM_UP for done in self.sets)

    @property
    def last_done(self) -> LoggedSet | None:
        """The work set logged last; a warm-up where there is none yet."""
        work = [one for one in self.sets if one.kind is not SetKind.WARM_UP]
        return max(work or self.sets, key=lambda one: (one.logged_at, one.id), default=None)

    def sets_of(self, exercise_index: int) -> tuple[LoggedSet, ...]:
        """Work sets of one asked exercise, oldest first; warm-ups left out."""
        return tuple(
            done
            for done in self.sets
            if done.exercise_index == exercise_index and done.kind is not SetKind.WARM_UP
        )

    def set_at(self, slot: Slot) -> LoggedSet | None:
        """The work set that stands in one place, None where none was logged."""
        return next((one for one in self.sets_of(slot.exercise_index) if one.slot == slot), None)


@dataclass(frozen=True, slots=True)
class PastExercise:
    """One exercise in one finished workout: what was asked and every work set done, oldest first.

    This is the history rules read. `rung` is the ladder's at that time, `asked_reps` and
    `asked_sets` what was asked; `pained` says the exercise ended by a pain report, `elsewhere` that another
    app's log told of it.
    """

    exercise_id: str
    goal: Goal
    trained_on: date
    sets: tuple[LoggedSet, ...]
    asked_sets: int
    asked_reps: int
    asked_load: Load | None
    rung: int = 0
    pained: bool = False
    deload: bool = False
    elsewhere: bool = False
