"""The heaviest set of an exercise in one workout."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.exercise import Exercise
from core.model.workout import LoggedSet


@dataclass(frozen=True, slots=True)
class TopSet:
    """An exercise and its heaviest work set, of equal ones that with most reps; None: none was done."""

    exercise: Exercise
    done: LoggedSet | None
