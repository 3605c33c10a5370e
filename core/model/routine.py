"""A routine: exercises saved under a name, in their order. Its loads are planned, never kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoutineExercise:
    """One exercise of a routine. `sets` and `reps` are what its owner wants, None leaves them to the goal.

    Two neighbours with the same `pair` are done in turn, as a superset.
    """

    exercise_id: str
    sets: int | None = None
    reps: int | None = None
    pair: int | None = None


@dataclass(frozen=True, slots=True)
class Routine:
    """A saved routine; its name is shown as typed."""

    id: int
    name: str
    exercises: tuple[RoutineExercise, ...]
