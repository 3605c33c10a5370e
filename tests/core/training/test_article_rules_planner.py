"""The founding article's rules that a whole session answers for; the others: test_article_rules.py."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Athlete, Gear, Goal, Level
from core.model.exercise import Pattern
from core.model.history import History
from core.model.workout import Comfort
from core.training import plan_reason_codes as codes
from core.training.progress.foundation import gate, trained_goal
from core.training.session.fitting import compound_share
from core.training.session.timing import seconds_of
from core.training.week.programme import DAYS
from tests.core.training.plan_cases import (
    GOALS,
    TODAY,
    C,
    a_plan,
    an_athlete,
    athletes,
    done,
    exercises,
    novice,
)

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


def test_s20_a_beginners_first_weeks_raise_loads_and_promise_no_size() -> None:
    athlete, history = novice(), History()
    loads: list[int] = []
    for visit in range(8):
        on = TODAY + timedelta(days=3 * visit)
        decided = trained_goal(athlete, Goal.HYPERTROPHY, gate(Level.BEGINNER, history, on, C, TODAY))
        assert decided.goal is Goal.FOUNDATION
        assert {name for told in decided.reasons for name, _ in told.values} <= {
            "next_goal", "sessions", "sessions_needed", "weeks", "weeks_needed",
        }  # fmt: skip
        session = a_plan(athlete, Goal.FOUNDATION, history, today=on, day="full_a")
        history = History.of([*history.workouts, done(session, on, comfort=Comfort.EASY)])
        press = history.of_exercise("machine_chest_press")[-1]
        loads.append(press.sets[0].load.g if press.sets[0].load else 0)
    assert loads[-1] > loads[0]


@pytest.mark.parametrize("gear", [*Gear])
def test_s26_every_exercise_of_a_beginner_comes_with_its_form(gear: Gear) -> None:
    for day in ("full_a", "full_b"):
        for exercise in exercises(a_plan(novice(gear), Goal.FOUNDATION, day=day)):
            assert all(exercise.cues), exercise.id
            assert exercise.mistake, exercise.id
