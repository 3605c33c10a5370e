"""What progress looks like: frozen answers that views turn into pictures and captions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.model.athlete import Goal
from core.model.exercise import Exercise
from core.model.measure import Measured, MeasureKind
from core.model.workout import LoggedSet
from core.units import Load, Unit

TODAYS = timedelta(weeks=4)  # our choice: strength hardly goes in less


class Direction(StrEnum):
    """What a line over time says in one word."""

    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line between two days' values, grams or counts, and what it gains in a month."""

    first_day: date
    last_day: date
    first: float
    last: float
    per_month: float
    direction: Direction


@dataclass(frozen=True, slots=True)
class Estimate:
    """One day's best estimate of the 1RM, body mass included where it is lifted along, and its error."""

    trained_on: date
    load: Load
    error: float
    is_record: bool


@dataclass(frozen=True, slots=True)
class TopSet:
    """The heaviest set of one day; the one with most reps where nothing is loaded."""

    trained_on: date
    done: LoggedSet


@dataclass(frozen=True, slots=True)
class Progress:
    """One exercise over time, oldest first. `others` are what else was trained lately, most often first.

    `lacks_bodyweight`: it lifts the athlete along, whose weight nobody knows.
    """

    exercise: Exercise
    unit: Unit
    estimates: tuple[Estimate, ...]
    top_sets: tuple[TopSet, ...]
    trend: Line | None
    days: int
    today: date
    others: tuple[Exercise, ...] = ()
    lacks_bodyweight: bool = False

    @property
    def line_is_loaded(self) -> bool:
        """Whether the trend is one of loads, in grams; else it is one of what sets count."""
        return bool(self.estimates) or any(top.done.load is not None for top in self.top_sets)

    @property
    def last_day(self) -> date:
        """When it was trained last."""
        return self.top_sets[-1].trained_on

    @property
    def is_of_the_past(self) -> bool:
        """Whether all of it lies so far back that it says little of today."""
        return self.today - self.last_day > TODAYS


@dataclass(frozen=True, slots=True)
class CountedSets:
    """Sets of one muscle, or of one lift where the goal counts by lifts."""

    name: str
    sets: float


@dataclass(frozen=True, slots=True)
class WeekVolume:
    """This week's work sets against the band of the goal, most first. `by_lift` says what names are."""

    goal: Goal
    counts: tuple[CountedSets, ...]
    low: int
    high: int
    cap: int
    by_lift: bool
    workouts: int
    days_per_week: int


@dataclass(frozen=True, slots=True)
class TrainingMonth:
    """One month: sets by day of month, today's date, and how many weeks in a row had a workout."""

    first: date
    sets: tuple[tuple[int, int], ...]
    today: date
    weeks_in_a_row: int
    has_earlier: bool
    months_back: int


@dataclass(frozen=True, slots=True)
class BodyProgress:
    """All measurements of one kind, oldest first, with the smoothed line through them in `unit`.

    `just` is the one typed now, None when nothing was; `others` the newest of each other kind.
    """

    kind: MeasureKind
    unit: str
    measures: tuple[Measured, ...]
    smooth: tuple[tuple[date, float], ...]
    trend: Line | None
    just: Measured | None = None
    others: tuple[Measured, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasuresKept:
    """Several measurements told at once, and the newest of every kind there is."""

    just: tuple[Measured, ...]
    newest: tuple[Measured, ...]
