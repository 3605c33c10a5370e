"""Which exercises may be put into a plan by hand, by gear and level."""

from __future__ import annotations

import pytest

from core.coach.exercise_preferences import Wishes
from core.coach.plans.plan_additions import refused
from core.model.athlete import Gear, Goal, Level
from core.model.history import History
from core.training.exercises.choosing import Choice
from tests.core.training.plan_cases import TODAY, C, an_athlete


@pytest.mark.parametrize(
    ("gear", "name", "why"),
    [
        (Gear.FULL_GYM, "band_pull_apart", ""),
        (Gear.FULL_GYM, "one_arm_push_up", "not_yet"),
        (Gear.BARBELL, "band_pull_apart", "no_gear"),
        (Gear.BARBELL, "prone_y_raise", ""),
        (Gear.BANDS, "assisted_pull_up", "no_gear"),
    ],
)
def test_asked_for_by_name_it_is_added_wherever_the_gear_is_there(gear: Gear, name: str, why: str) -> None:
    choice = Choice(an_athlete(Level.INTERMEDIATE, gear), Goal.HYPERTROPHY, False, History(), C, TODAY)
    assert refused(C[name], choice, Wishes()) == why
