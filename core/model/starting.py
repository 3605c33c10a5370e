"""A set that was said before its workout had begun: the plan that stands, and what it would be in it."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.exercise import Exercise
from core.model.session import Measure
from core.model.workout import Entry


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
