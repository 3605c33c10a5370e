"""The founding article's rules that a whole session answers for; the others: test_article_rules.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Athlete, Gear, Goal, Level
from core.model.exercise import Pattern
from core.training import plan_reason_codes as codes
from core.training.fitting import compound_share
from core.training.programme import DAYS
from core.training.timing import seconds_of
from tests.core.training.plan_cases import GOALS, C, a_plan, an_athlete, athletes, exercises

SHARES = {Goal.STRENGTH: 0.75, Goal.POWER: 0.75}


@pytest.mark.parametrize("goal", [Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION])
def test_s16_a_session_schedules_one_rest_less_than_sets(goal: Goal) -> None:
    session = a_plan(an_athlete(), goal)
    unrested = sum(
        75 * (1 + len(one.warm_ups)) + one.sets * one.reps * rep * (2 if sides else 1)
        for one, rep, sides in (
            (
                asked,
                {"2/0/2": 4, "X": 3, "4/2/1": 7}[asked.tempo] if asked.measure == "reps" else 1,
                C[asked.exercise_id].laterality == "unilateral",
            )
            for asked in session.prescriptions
        )
    )
    rests = seconds_of(session.prescriptions, C) - 300 - unrested
    assert rests == sum((one.sets - 1) * one.rest_s for one in session.prescriptions)


@given(athletes(), GOALS, st.sampled_from([None, *DAYS]))
def test_s17_compounds_open_and_make_up_most_of_every_session(
    athlete: Athlete, goal: Goal, day: str | None
) -> None:
    session = a_plan(athlete, goal, day=day)
    planned = exercises(session)
    assert planned, "every athlete can train something"
    assert planned[0].compound
    assert planned[0].pattern is not Pattern.ISOLATION
    assert compound_share(session.prescriptions, C) >= SHARES.get(goal, 0.60)


def test_s17_squats_deadlifts_and_rows_lead_where_they_can() -> None:
    lifts = {
        exercise.id
        for day in ("full_a", "full_b")
        for exercise in exercises(a_plan(an_athlete(), Goal.STRENGTH, day=day))
    }
    assert {"back_squat", "deadlift", "barbell_row", "bench_press"} <= lifts


@pytest.mark.parametrize("goal", list(Goal))
@pytest.mark.parametrize("level", list(Level))
def test_s25_one_day_a_week_is_planned_with_a_warning_and_an_offer_of_two(goal: Goal, level: Level) -> None:
    session = a_plan(an_athlete(level, Gear.FULL_GYM, 1), goal)
    warnings = [notice for notice in session.notices if notice.code == codes.AHA_TWO_DAYS]
    assert session.prescriptions
    assert [warning.get("days") for warning in warnings] == [2]


@pytest.mark.parametrize("days", [None, 2, 3, 4, 5, 6, 7])
def test_s25_two_days_or_more_need_no_warning(days: int | None) -> None:
    session = a_plan(an_athlete(days=days), Goal.HYPERTROPHY)
    assert codes.AHA_TWO_DAYS not in {notice.code for notice in session.notices}
