"""The best an athlete has done, and the most they can lift once: frozen answers that views word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.model.athlete import OneRepMax
from core.model.exercise import Exercise
from core.model.workout import LoggedSet
from core.units import Load


@dataclass(frozen=True, slots=True)
class DatedSet:
    """A logged set and the day it belongs to."""

    trained_on: date
    done: LoggedSet


@dataclass(frozen=True, slots=True)
class Bests:
    """The best of one exercise. `by_reps` are sets that no other beats in both load and reps, fewest first.

    `estimate` is the highest estimated 1RM, `error` its share either way, `shown_by` the set that shows it.
    All three are None where nothing can be estimated.
    """

    exercise: Exercise
    by_reps: tuple[DatedSet, ...]
    estimate: Load | None = None
    error: float | None = None
    shown_by: DatedSet | None = None


@dataclass(frozen=True, slots=True)
class RecordList:
    """One page of an athlete's bests, the exercises trained most often first; `page` counts from 0."""

    bests: tuple[Bests, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class KnownMax:
    """One exercise's 1RM as it is reckoned with: where from, since when, and what it lies between.

    `told` is what the athlete said themselves, which can be taken back; None when sets alone show it.
    """

    exercise: Exercise
    best: OneRepMax
    between: tuple[Load, Load]
    told: OneRepMax | None


@dataclass(frozen=True, slots=True)
class FarOff:
    """A maximum told that lies far from what is known: asked about before it is believed."""

    exercise: Exercise
    told: OneRepMax
    known: OneRepMax
