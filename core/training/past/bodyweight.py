"""Exercises that lift body mass: what is really lifted.

Which help or plates can be had is not here: see `loads/steps.py`.
"""

from __future__ import annotations

from core.model.exercise import Exercise, LoadMode
from core.units import Load


def body_share_g(exercise: Exercise, bodyweight_g: int | None) -> int:
    """Grams of body mass that go up with each rep and count into the 1RM; 0 where they do not count.

    Only pull-ups, dips and their like, whose logged number is what is added or helped.
    Source: training.md 5.9.
    """
    if not exercise.moves_body or bodyweight_g is None:
        return 0
    return round((exercise.bodyweight_factor or 1.0) * bodyweight_g)


def lifted_g(exercise: Exercise, load: Load | None, bodyweight_g: int | None) -> int | None:
    """Grams that a set really moved: the logged number, with body mass where it counts.

    On an assistance machine the logged number is help, whichever sign it was logged with. None when
    nothing was weighed: no load, or a pull-up by someone of unknown body mass.
    """
    if not exercise.moves_body:
        return None if load is None else load.g
    if bodyweight_g is None:
        return None
    added = 0 if load is None else load.g
    if exercise.load_mode is LoadMode.ASSIST:
        added = -abs(added)
    return body_share_g(exercise, bodyweight_g) + added
