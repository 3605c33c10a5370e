"""What was trained before, as the rules read it: finished workouts, and each exercise's own line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from core.model.athlete import Goal
from core.model.workout import PastExercise


@dataclass(frozen=True, slots=True)
class PastWorkout:
    """One finished workout: its local date, its goal, its place in the split, and what was done.

    `planned` is False for free training. Exercises stand in the order they were begun. `elsewhere` marks one
    that another app's log told of: such a log ends where it was exported, not where training did.
    """

    trained_on: date
    goal: Goal
    day: str
    exercises: tuple[PastExercise, ...]
    planned: bool = True
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """All finished workouts of one athlete, oldest first; built by `History.of`, looked up by exercise."""

    workouts: tuple[PastWorkout, ...] = ()
    _by_exercise: Mapping[str, tuple[PastExercise, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @classmethod
    def of(cls, workouts: Sequence[PastWorkout]) -> History:
        """A history that finds an exercise's past without searching. Workouts may come in any order."""
        ordered = tuple(sorted(workouts, key=lambda past: past.trained_on))
        lines: dict[str, list[PastExercise]] = {}
        for workout in ordered:
            for exercise in workout.exercises:
                lines.setdefault(exercise.exercise_id, []).append(exercise)
        return cls(ordered, {name: tuple(line) for name, line in lines.items()})

    def of_exercise(self, exercise_id: str) -> tuple[PastExercise, ...]:
        """One exercise's past, oldest first; empty when it was never trained."""
        return self._by_exercise.get(exercise_id, ())
