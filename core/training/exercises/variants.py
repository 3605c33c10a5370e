"""Exercises of the body alone: what is harder or easier of the same movement, and which of it one is at.

Source: training.md 5.9.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.model.exercise import Exercise, LoadMode
from core.training.exercises.choosing import Choice
from core.training.exercises.slot_lists import by_pattern
from core.training.week.volume import judged

_STEP = 0.05  # of body mass: less is no harder variant but another one (ours)


def variant(choice: Choice, exercise: Exercise, *, harder: bool, used: frozenset[str]) -> Exercise | None:
    """The next harder or easier variant of an exercise done with the body alone, None at the end."""
    factor = exercise.bodyweight_factor or 0.0
    steps = [
        (step, place, other)
        for place, other in enumerate(_variants(choice, exercise, used))
        if (step := ((other.bodyweight_factor or 0.0) - factor) * (1 if harder else -1)) >= _STEP
    ]
    return min(steps)[2] if steps else None


def current_variant(choice: Choice, exercise: Exercise, used: frozenset[str]) -> Exercise:
    """The variant of a bodyweight exercise trained last, where its progress stands; else itself."""
    if exercise.load_mode is not LoadMode.REPS:
        return exercise
    trained = [
        (past[-1].trained_on, other)
        for other in (exercise, *_variants(choice, exercise, used))
        if (past := choice.history.of_exercise(other.id))
    ]
    if not trained:
        return exercise
    last = max(on for on, _ in trained)
    return next(other for on, other in trained if on == last)


def _variants(choice: Choice, exercise: Exercise, used: frozenset[str]) -> Iterator[Exercise]:
    if exercise.load_mode is not LoadMode.REPS or exercise.bodyweight_factor is None:
        return
    answers = set(judged(exercise))
    for other in by_pattern(choice.catalogue).get(exercise.pattern, ()):
        if (
            other.load_mode is LoadMode.REPS
            and other.bodyweight_factor is not None
            and other.id not in used
            and other.id != exercise.id
            and "power" not in other.tags
            and (other.compound or not exercise.compound)
            and answers <= set(other.primary)
            and choice.allows(other)
        ):
            yield other
