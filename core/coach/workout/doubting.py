"""A set that can hardly be is asked about before it counts: far above its lifter's best, under the bar alone.

Reads, never writes.

What the words themselves leave unclear is asked by the grammar: `core/training/notation/set_choice.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.coach.exercises import exercises_of
from core.coach.knowing import informed
from core.coach.past import history_of
from core.coach.workout.scene import Scene
from core.coach.workout.standing import exercise_of
from core.model.athlete import OneRepMax
from core.model.exercise import Exercise
from core.model.session import Prescription
from core.model.workout import Entry, LoggedSet, SetKind
from core.training.loads.safety import believable
from core.units import Load

_A_BAR = 0.97  # bars of 20 kg and of 45 lb are called by either name (ours)
_TIMES_RECKONED = 3  # a maximum reckoned from another lift may be far off, but hardly so far (ours)
_TIMES_OFFERED = 5  # the heaviest load offered to a first try is a careful one (ours)
_SAME_G = 5  # pounds are rounded to a gram


def far_above(scene: Scene, index: int, entries: Sequence[Entry], done: Iterable[LoggedSet]) -> bool:
    """Whether one of these sets is more than its lifter's maximum allows, and than was ever lifted.

    A maximum that was told or shown by sets speaks. Before there is one, only what is many times the loads
    reckoned from another lift, or offered to try. `done` are the exercise's sets of this workout.
    """
    exercise = exercise_of(scene.workout, index)
    told = scene.athlete.one_rep_max(exercise.id)
    if exercise.moves_body or (told is not None and _all_believed(entries, told)):
        return False
    asked = scene.workout.session.prescriptions[index]
    if told is None and not any(one.load is not None and beyond_first(asked, one.load) for one in entries):
        return False
    history, exercises = history_of(scene.tx, scene.athlete.id), exercises_of(scene.tx, scene.athlete.id)
    before = (one for past in history.of_exercise(exercise.id) for one in past.sets)
    lifted = [(one.load.g, one.reps) for one in (*done, *before) if one.load is not None]
    new = [entry for entry in entries if not _as_before(entry, lifted)]
    known = informed(scene.tx, scene.athlete, history, exercises).one_rep_max(exercise.id) or told
    if known is not None:
        return not _all_believed(new, known)
    return any(one.load is not None and beyond_first(asked, one.load) for one in new)


def beyond_first(asked: Prescription, load: Load) -> bool:
    """Whether a load is many times what an exercise may begin with, of which nothing is known yet."""
    reckoned = asked.one_rep_max.g * _TIMES_RECKONED if asked.one_rep_max is not None else None
    offered = max((one.g for one in asked.loads_offered), default=0) * _TIMES_OFFERED
    return load.g > (reckoned if reckoned is not None else offered) > 0


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
