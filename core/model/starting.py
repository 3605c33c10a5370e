"""A set that was said while no workout runs: before one had begun, or when one had just ended."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.exercise import Exercise
from core.model.session import Measure
from core.model.workout import Entry, Slot


@dataclass(frozen=True, slots=True)
class Unstarted:
    """No workout runs, but a plan of today stands: nothing is logged, it is asked whether to begin.

    `entry` is what the words would log as the first set of `exercise`, which is the plan's first and counted
    in `measure`; None where they say no whole set.
    """

    plan_id: int
    exercise_index: int
    exercise: Exercise
    measure: Measure
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class SaidLate:
    """A workout has ended, and one more set of the exercise done last was typed: asked, not logged.

    `entry` is counted in `measure`, `slot` the set it would be.
    """

    workout_id: int
    slot: Slot
    exercise: Exercise
    measure: Measure
    entry: Entry
