"""A prescription put on other equipment: the nearest load below, and warm-ups that can be loaded.

What the equipment holds is `loading.py`'s; a plan that has not begun is simply made anew.
"""

from __future__ import annotations

from dataclasses import replace

from core.model.athlete import Athlete, Goal
from core.model.exercise import Exercise
from core.model.session import Prescription
from core.training.loads.loading import Ruler, load_steps
from core.training.loads.missing_max import loads_to_try
from core.training.loads.warm_up import warm_ups
from core.units import Load


def refitted(asked: Prescription, exercise: Exercise, athlete: Athlete) -> Prescription:
    """The same sets and reps on the athlete's equipment as it is now.

    A load it cannot hold becomes the next lighter one, or its lightest; a load still to be found gets
    other ones offered. Unchanged where everything can be loaded as it stands. Source: 7.3, rounding down.
    """
    if not exercise.takes_load:
        return asked
    chosen = None if asked.chosen_load is None else _held(asked.chosen_load, exercise, athlete)
    if asked.load is None:
        light = asked.goal is Goal.POWER
        offered = loads_to_try(exercise, athlete, light=light) if asked.loads_offered else ()
        return replace(asked, loads_offered=offered, chosen_load=chosen)
    load, top = _held(asked.load, exercise, athlete), asked.one_rep_max
    share = asked.share if load == asked.load or top is None else Ruler.of(exercise, athlete, top).share(load)
    whole_ramp = len(asked.warm_ups) > 1
    rising = warm_ups(exercise, athlete, load, share, whole_ramp, asked.goal) if asked.warm_ups else ()
    return replace(asked, load=load, share=share, warm_ups=rising, chosen_load=chosen)


def _held(load: Load, exercise: Exercise, athlete: Athlete) -> Load:
    steps = load_steps(exercise, athlete)
    if load in steps and load.unit is steps.unit:
        return load
    return steps.at_or_below(load) or steps[0]
