"""Whether the equipment is light enough: an exercise whose lightest load is above the goal's band.

What is chosen instead is `choosing.py`'s, the load itself `prescription/placing.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from core.model.athlete import Athlete, Goal
from core.model.exercise import Exercise
from core.model.history import History
from core.training.goals import rules_for
from core.training.loads.loading import load_steps
from core.training.loads.missing_max import working_load
from core.training.past.bodyweight import body_share_g
from core.training.prescription.prescribing import next_prescription
from core.training.reason_codes import LIGHTEST_TOO_HEAVY

_CLEARLY = 0.5  # of the band's top: no time off cuts a maximum below that (training.md 5.7)


def too_heavy(
    exercise: Exercise,
    athlete: Athlete,
    goal: Goal,
    history: History,
    catalogue: Mapping[str, Exercise],
    today: date,
) -> bool:
    """Whether even the lightest load is too much of what is known of this athlete; False where nothing is.

    Source: S27, training.md 7.3.
    """
    if not exercise.takes_load or (maximum := working_load(exercise, athlete, catalogue)) is None:
        return False
    lightest_g = load_steps(exercise, athlete).grams[0] + body_share_g(exercise, athlete.bodyweight_g)
    if lightest_g <= _CLEARLY * rules_for(goal, athlete).nominal_top * maximum.g:
        return False
    asked = next_prescription(exercise, athlete, goal, history, catalogue, today)
    return any(told.code == LIGHTEST_TOO_HEAVY for told in asked.reasons)
