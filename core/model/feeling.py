"""How a set felt the last time, asked at the next start: the question, and the workout that begins."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.exercise import Exercise
from core.model.workout import LoggedSet, Workout


@dataclass(frozen=True, slots=True)
class Felt:
    """The last set of an exercise in a workout before; how it felt stands on the set, once it was told."""

    exercise: Exercise
    set: LoggedSet


@dataclass(frozen=True, slots=True)
class Begun:
    """A workout that was started, or goes on; `asked` is a set of the time before, its comfort unknown."""

    workout: Workout
    asked: Felt | None
