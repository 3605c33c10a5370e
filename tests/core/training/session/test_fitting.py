"""Short and long sessions: what stays, what is told, and where things stand when they come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.model.athlete import Gear, Goal, Level
from core.model.history import History
from core.training import plan_reason_codes as codes
from core.training.session.planner import longer, shorter
from core.training.week.programme import PULL
from core.units import Unit
from tests.core.training.plan_cases import TODAY, C, a_plan, an_athlete, done, names, patterns, trained

H, S = Goal.HYPERTROPHY, Goal.STRENGTH
TOLD_LB = {"back_squat": 405, "bench_press": 275, "deadlift": 495, "overhead_press": 165}
TOLD_KG = {"back_squat": 140, "bench_press": 100, "deadlift": 180, "overhead_press": 60}
STRONG = an_athlete(Level.EXPERIENCED, days=4, maxes=TOLD_LB, unit=Unit.LB)
MID = an_athlete(days=3, maxes=TOLD_KG)


@pytest.mark.parametrize("minutes", [20, 25, 30, 35, 40])
def test_told_lifts_stay_before_guessed_ones(minutes: int) -> None:
    for athlete, goal, day in ((STRONG, S, "upper_a"), (MID, H, "full_a"), (MID, S, "full_a")):
        short = names(a_plan(athlete, goal, day=day, minutes=minutes))
        if "barbell_row" in short:
            assert "bench_press" in short
    assert names(a_plan(STRONG, S, day="upper_a", minutes=30)) == ["bench_press"]
    assert names(a_plan(MID, H, day="full_a", minutes=30))[:2] == ["back_squat", "bench_press"]


def test_what_short_sessions_left_out_for_a_week_gets_its_turn() -> None:
    history, met = History(), set[str]()
    for number in range(8):
        on = TODAY + timedelta(days=2 * number)
        session = a_plan(STRONG, S, history, today=on, minutes=30)
        met |= {"pull" if "pull" in one else "other" for one in patterns(session)}
        history = History.of([*history.workouts, done(session, on)])
    assert "pull" in met


def told(session: object) -> dict[str, dict[str, object]]:
    return {notice.code: dict(notice.values) for notice in session.notices}  # type: ignore[attr-defined]


def test_plenty_of_time_is_no_cut() -> None:
    for athlete, goal in ((STRONG, S), (MID, H)):
        usual, long = a_plan(athlete, goal), a_plan(athlete, goal, minutes=90)
        assert set(names(usual)) <= set(names(long))
        assert codes.TIME_CUT not in told(long)
    assert told(a_plan(MID, H, minutes=30))[codes.TIME_CUT]["minutes"] == 30


def test_half_an_hour_of_the_whole_body_pulls_as_much_as_it_pushes() -> None:
    for rows in ({}, {"barbell_row": 80}):
        session = a_plan(an_athlete(days=3, maxes={**TOLD_KG, **rows}), H, day="full_a", minutes=30)
        assert session.minutes <= 30
        assert names(session)[:2] == ["back_squat", "bench_press"]
        pulled = sum(one.sets for one in session.prescriptions if C[one.exercise_id].pattern in PULL)
        assert pulled >= session.prescriptions[1].sets == 3
    assert not PULL & set(patterns(a_plan(MID, H, day="push_a", minutes=25))), "a push day stays one"


def test_what_is_too_short_is_said_once() -> None:
    assert set(told(a_plan(MID, H, day="full_a", minutes=15))) == {codes.TIME_SHORT}


def test_shorter_tells_the_time_it_came_to_and_longer_takes_it_back() -> None:
    session = a_plan(MID, H, day="full_a")
    cut = shorter(session, MID, C)
    assert told(cut)[codes.TIME_CUT]["minutes"] == cut.minutes
    grown = longer(cut, MID, H, History(), C, TODAY)
    assert codes.TIME_CUT not in told(grown)


def test_sets_come_back_where_the_time_allows_after_an_exercise_went() -> None:
    session = a_plan(MID, S, day="full_a", minutes=50)
    assert session.minutes <= 50
    room = 50 * 60 - 60 * session.minutes
    assert all(one.sets >= 5 or room < one.rest_s + 60 for one in session.prescriptions)


def test_what_longer_brings_back_takes_its_place_in_the_days_order() -> None:
    session = a_plan(MID, S, day="full_a")
    without = tuple(one for one in session.prescriptions if one.exercise_id != "bench_press")
    grown = longer(replace(session, prescriptions=without), MID, S, History(), C, TODAY)
    assert names(grown)[:3] == ["back_squat", "bench_press", "barbell_row"]


def test_a_pair_never_brings_isolation_before_a_compound() -> None:
    athlete = an_athlete(Level.INTERMEDIATE, Gear.BANDS, days=2)
    history = trained(athlete, H, [1, 1])
    compound = [C[name].compound for name in names(a_plan(athlete, H, history, minutes=30))]
    assert compound == sorted(compound, reverse=True)
