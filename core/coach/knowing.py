"""What is known of an athlete today: the maxima they told of, moved by every set they have logged since.

Derived anew each time and kept nowhere, so that an undo, a correction or an import of the past needs
nothing put right. The smoothing rule is `core/training/one_rep_max.py`.
"""

from __future__ import annotations

from dataclasses import replace

from core.catalogue import catalogue
from core.model.athlete import Athlete, OneRepMax
from core.model.exercise import Exercise, LoadMode
from core.model.history import History
from core.model.workout import PastExercise
from core.training.one_rep_max import first_max, session_value, update
from core.units import Unit

LAST_RUNG = 5


def informed(athlete: Athlete, history: History) -> Athlete:
    """The athlete with every maximum as the logged sets have moved it, and first ones where sets show one."""
    told = {best.exercise_id: best for best in athlete.one_rep_maxes}
    trained = {past.exercise_id for workout in history.workouts for past in workout.exercises}
    known = []
    for exercise_id in {**told, **dict.fromkeys(sorted(trained))}:
        exercise = catalogue().get(exercise_id)
        best = told.get(exercise_id)
        if exercise is not None and exercise.takes_load:
            best = _moved(athlete, exercise, best, history.of_exercise(exercise_id))
        if best is not None:
            known.append(best)
    return replace(athlete, one_rep_maxes=tuple(known))


def _moved(
    athlete: Athlete, exercise: Exercise, best: OneRepMax | None, line: tuple[PastExercise, ...]
) -> OneRepMax | None:
    """One maximum after all its sessions, oldest first; those before it was told are its past only."""
    body_g = _body_g(athlete, exercise)
    values: list[int] = []
    for past in line:
        counts = best is None or past.trained_on >= best.known_at.date()
        value = session_value(past.sets, athlete.level, best.load if best else None, body_g)
        if counts and best is None:
            best = first_max(exercise, past.sets, athlete.level, athlete.unit or Unit.KG, body_g)
        elif counts and best is not None:
            failed = past.rung >= LAST_RUNG and min(done.reps for done in past.sets) < past.asked_reps
            best = update(best, past.sets, values, athlete.level, body_g=body_g, last_rung_failed=failed)
        if value is not None:
            values.append(value.g)
    return best


def _body_g(athlete: Athlete, exercise: Exercise) -> int:
    """Body mass lifted along with the logged number, 0 where none is or nobody knows it."""
    if exercise.load_mode not in (LoadMode.ADDED, LoadMode.ASSIST) or athlete.bodyweight_g is None:
        return 0
    return round(athlete.bodyweight_g * (exercise.bodyweight_factor or 1.0))
