"""Steps that equipment makes too big: banked in reps and sets first, taken when that stayed easy."""

from __future__ import annotations

import pytest

from core.model.athlete import Goal, Level
from core.model.workout import Comfort
from core.training.prescription.cases import case_of
from core.training.progress.raising import increment
from core.units import Load, Unit
from tests.core.training.lifters import EXERCISES, TODAY, asked_of, codes_of, lifter, line

H, F = Goal.HYPERTROPHY, Goal.FOUNDATION
ROW = "chest_supported_dumbbell_row"


def easy(goal, reps, kg, times, sets=3, comfort=Comfort.EASY):
    lift = "lateral_raise" if goal is H else ROW
    return [
        line(lift, goal, (reps,) * sets, Load.kg(kg), days_ago=3 * ago, comfort=comfort)
        for ago in range(times, 0, -1)
    ]


def test_foundations_twenty_with_three_left_prove_the_next_dumbbell():
    novice = lifter(Level.BEGINNER, **{ROW: Load.kg("11.2")})
    asked = asked_of(ROW, novice, F, *easy(F, 20, 7, 1))
    assert asked.load == Load.kg(8)
    assert 12 <= asked.reps < 20
    assert "raised_linear" in codes_of(asked)


@pytest.mark.parametrize(("times", "kg"), [(1, 3), (2, 3), (3, 4)])
def test_a_third_more_waits_for_three_easy_sessions_at_the_top(times, kg):
    athlete = lifter(lateral_raise=Load.kg("4.2"))
    asked = asked_of("lateral_raise", athlete, H, *easy(H, 12, 3, times, sets=4))
    assert asked.load == Load.kg(kg)
    if kg == 3:
        assert (asked.reps, asked.sets) == (12, 5)
        assert "reps_banked" in codes_of(asked)
    else:
        assert asked.reps < 12
        assert "raised_at_top" in codes_of(asked)


def test_right_is_not_easy_enough_for_a_step_that_nothing_proves():
    athlete = lifter(lateral_raise=Load.kg("4.2"))
    asked = asked_of("lateral_raise", athlete, H, *easy(H, 12, 3, 4, sets=4, comfort=Comfort.RIGHT))
    assert asked.load == Load.kg(3)


@pytest.mark.parametrize(
    ("exercise_id", "level", "goal", "kg", "lb"),
    [
        ("bench_press", Level.INTERMEDIATE, Goal.STRENGTH, "2.5", 5),
        ("back_squat", Level.INTERMEDIATE, Goal.STRENGTH, 5, 10),
        ("back_squat", Level.EXPERIENCED, Goal.STRENGTH, "2.5", 5),
        ("back_squat", Level.BEGINNER, Goal.FOUNDATION, "2.5", 5),
        ("barbell_curl", Level.INTERMEDIATE, Goal.HYPERTROPHY, 1, "2.5"),
        ("dumbbell_bench_press", Level.INTERMEDIATE, Goal.HYPERTROPHY, 1, "2.5"),
    ],
)
def test_the_usual_rise_of_a_lift(exercise_id, level, goal, kg, lb):
    for unit, rise in ((Unit.KG, Load.kg(kg)), (Unit.LB, Load.lb(lb))):
        athlete = lifter(level, unit=unit)
        case = case_of(EXERCISES[exercise_id], athlete, goal, (), TODAY, EXERCISES)
        assert increment(case) == rise
