"""A set that can hardly be is asked about before it counts: far above its lifter's best, under the bar alone.

Reads, never writes.

What the words themselves leave unclear is asked by the grammar: `core/training/notation/set_choice.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.coach.exercises import exercises_of
from core.coach.knowing import informed
from core.coach.past import history_of
from core.coach.scene import Scene
from core.model.athlete import OneRepMax
from core.model.exercise import Exercise
from core.model.workout import Entry, LoggedSet, SetKind
from core.training.safety import believable
from core.units import Load

_A_BAR = 0.97  # bars of 20 kg and of 45 lb are called by either name (ours)
_SAME_G = 5  # pounds are rounded to a gram


def far_above(scene: Scene, exercise: Exercise, entries: Sequence[Entry], done: Iterable[LoggedSet]) -> bool:
    """Whether one of these sets is more than its lifter's maximum allows, and than was ever lifted.

    Only a maximum that was told or shown by sets speaks; one reckoned from another lift is too unsure. `done`
    are the exercise's sets of this workout.
    """
    told = scene.athlete.one_rep_max(exercise.id)
    if told is None or exercise.moves_body or _all_believed(entries, told):
        return False
    history, exercises = history_of(scene.tx, scene.athlete.id), exercises_of(scene.tx, scene.athlete.id)
    before = (one for past in history.of_exercise(exercise.id) for one in past.sets)
    lifted = [(one.load.g, one.reps) for one in (*done, *before) if one.load is not None]
    new = [entry for entry in entries if not _as_before(entry, lifted)]
    known = informed(scene.tx, scene.athlete, history, exercises).one_rep_max(exercise.id)
    return not _all_believed(new, known or told)


def under_the_bar(
    scene: Scene, exercise: Exercise, entries: Sequence[Entry], done: Iterable[LoggedSet], bar: Load
) -> bool:
    """Whether a load is lighter than the exercise's bare bar, and none as light was ever lifted."""
    loads = [entry.load.g for entry in entries if entry.load is not None]
    light = [load_g for load_g in loads if 0 < load_g < bar.g * _A_BAR]
    if not light:
        return False
    history = history_of(scene.tx, scene.athlete.id).of_exercise(exercise.id)
    before = (one for past in history for one in past.sets)
    lifted = [one.load.g for one in (*done, *before) if one.load is not None]
    return not lifted or min(light) < min(lifted) - _SAME_G


def _as_before(entry: Entry, lifted: Iterable[tuple[int, int]]) -> bool:
    """Whether as much was lifted as often already."""
    return entry.load is None or any(load_g >= entry.load.g and reps >= entry.reps for load_g, reps in lifted)


def _all_believed(entries: Iterable[Entry], best: OneRepMax) -> bool:
    return all(
        believable(entry.load, entry.reps, best, entry.rir or 0)
        for entry in entries
        if entry.load is not None and entry.kind is not SetKind.WARM_UP
    )
