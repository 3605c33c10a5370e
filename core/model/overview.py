"""A whole workout at a glance, as the pinned overview tells it."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.athlete import Goal
from core.model.exercise import Exercise
from core.model.session import Measure, SetTarget
from core.model.workout import LoggedSet


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """One exercise of a workout at a glance: its sets done, passed over and left, and what comes next.

    `target` is None once nothing is left.
    """

    exercise: Exercise
    measure: Measure
    done: tuple[LoggedSet, ...]
    passed: int
    left: int
    target: SetTarget | None


@dataclass(frozen=True, slots=True)
class Overview:
    """A whole workout at a glance; `done` and `left` count work sets of all exercises.

    `goal` None: free training, which nobody planned, so that nothing of it is left.
    """

    goal: Goal | None
    day: str
    lines: tuple[OverviewLine, ...]
    done: int
    left: int
    is_over: bool
