"""What is told of the rest of one exercise."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.athlete import Goal
from core.model.exercise import Exercise


@dataclass(frozen=True, slots=True)
class ExerciseRest:
    """The rest kept for one exercise, None for none of its own, beside the band of the goal in seconds."""

    exercise: Exercise
    rest_s: int | None
    goal: Goal
    band: tuple[int, int]
