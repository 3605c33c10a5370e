"""The past as it is shown: pages of workouts that have ended, one of them, one of its sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.model.exercise import Exercise
from core.model.workout import LoggedSet, Workout
from core.units import Load, Unit


@dataclass(frozen=True, slots=True)
class PastTotals:
    """A workout and what it comes to: work sets, grams moved, whole minutes; 0 where nothing tells them.

    `began_at` is when, by the athlete's clock, where another of that day is called the same; else None.
    """

    workout: Workout
    sets: int
    tonnage_g: int
    minutes: int
    began_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PastPage:
    """One page of ended workouts, the newest first; `page` counts from 0, `workouts` are all there are."""

    lines: tuple[PastTotals, ...]
    page: int
    pages: int
    workouts: int
    unit: Unit
    today: date


@dataclass(frozen=True, slots=True)
class PastExerciseSets:
    """One exercise of a past workout with the work sets that stand; `place` is the session's."""

    place: int
    exercise: Exercise
    sets: tuple[LoggedSet, ...]


@dataclass(frozen=True, slots=True)
class PastCard:
    """One past workout opened: its totals, its exercises in the order done, its page in the list."""

    totals: PastTotals
    exercises: tuple[PastExerciseSets, ...]
    unit: Unit
    today: date
    page: int

    @property
    def workout(self) -> Workout:
        """The workout itself."""
        return self.totals.workout

    def at(self, place: int) -> PastExerciseSets | None:
        """The exercise in one place of the session, None where no set stands."""
        return next((one for one in self.exercises if one.place == place), None)


@dataclass(frozen=True, slots=True)
class PastSet:
    """One set of a past workout; `number` counts from 1 within its exercise, as shown.

    `lighter` and `heavier` are the next loads the athlete's equipment holds.
    """

    card: PastCard
    exercise: Exercise
    done: LoggedSet
    number: int
    lighter: Load | None
    heavier: Load | None


@dataclass(frozen=True, slots=True)
class PastDoubt:
    """Words for a past set that need a tap first: (load, reps, reserve) of each reading."""

    shown: PastSet
    options: tuple[tuple[Load | None, int, float | None], ...]
