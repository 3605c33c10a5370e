from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Goal
from core.model.session import Measure, Prescription, WarmUp
from core.training.goals import GOALS
from core.training.session.timing import exercise_s, minutes_of, rep_s, seconds_of, set_s
from tests.core.training.plan_cases import C

ROW, LUNGE, PLANK = C["barbell_row"], C["reverse_lunge"], C["plank"]


def asked(exercise_id: str, goal: Goal, sets: int, reps: int, rest_s: int) -> Prescription:
    tempo = GOALS[goal].tempo
    return Prescription(exercise_id, goal, sets=sets, reps=reps, rest_s=rest_s, tempo=tempo)


@pytest.mark.parametrize(
    ("goal", "sets", "reps", "rest_s", "work_and_rest_s"),
    [(Goal.HYPERTROPHY, 4, 10, 60, 340), (Goal.STRENGTH, 5, 5, 180, 795), (Goal.FOUNDATION, 2, 15, 60, 270)],
)
def test_work_and_rest_of_the_worked_examples(
    goal: Goal, sets: int, reps: int, rest_s: int, work_and_rest_s: int
) -> None:
    row = asked("barbell_row", goal, sets, reps, rest_s)
    assert exercise_s(row, ROW) == 75 + work_and_rest_s
    assert seconds_of([row], C) == 300 + 75 + work_and_rest_s


def test_rests_lie_between_sets_only() -> None:
    row = asked("barbell_row", Goal.HYPERTROPHY, 1, 10, 60)
    assert exercise_s(row, ROW) == 75 + 40


def test_warm_up_sets_take_75_seconds_each() -> None:
    row = asked("barbell_row", Goal.HYPERTROPHY, 4, 10, 60)
    warmed = replace(row, warm_ups=(WarmUp(None, 8), WarmUp(None, 5)))
    assert exercise_s(warmed, ROW) - exercise_s(row, ROW) == 150


def test_each_side_of_a_one_sided_exercise_takes_its_time() -> None:
    assert set_s(asked("reverse_lunge", Goal.HYPERTROPHY, 4, 10, 60), LUNGE) == 80
    assert set_s(asked("dead_bug", Goal.HYPERTROPHY, 4, 10, 60), C["dead_bug"]) == 40


def test_holds_take_the_seconds_they_count() -> None:
    held = replace(asked("plank", Goal.FOUNDATION, 2, 30, 60), measure=Measure.SECONDS)
    assert set_s(held, PLANK) == 30


def test_strength_endurance_has_the_quicker_tempo_of_its_phase() -> None:
    base = asked("barbell_row", Goal.FOUNDATION, 2, 12, 60)
    assert set_s(replace(base, tempo="4/2/1"), ROW) == 84
    assert set_s(replace(base, tempo="2/0/2"), ROW) == 48


def test_a_pair_rests_once_a_round() -> None:
    push = asked("bench_press", Goal.HYPERTROPHY, 4, 10, 60)
    pull = asked("barbell_row", Goal.HYPERTROPHY, 4, 10, 90)
    apart = seconds_of([push, pull], C)
    paired = seconds_of([replace(push, superset=1), replace(pull, superset=1)], C)
    assert apart - paired == 3 * 60


def test_seconds_a_rep_are_the_goals_own() -> None:
    assert {goal: rep_s(rules.tempo) for goal, rules in GOALS.items()} == {
        Goal.FOUNDATION: 7,
        Goal.HYPERTROPHY: 4,
        Goal.STRENGTH: 3,
        Goal.ENDURANCE: 4,
        Goal.POWER: 3,
    }


def test_nothing_takes_no_time() -> None:
    assert minutes_of([], C) == 0


@given(st.integers(1, 6), st.integers(1, 20), st.integers(0, 300), st.sampled_from(list(Goal)))
def test_one_more_set_never_shortens_a_session(sets: int, reps: int, rest_s: int, goal: Goal) -> None:
    one = asked("barbell_row", goal, sets, reps, rest_s)
    assert minutes_of([replace(one, sets=sets + 1)], C) >= minutes_of([one], C) >= 7
