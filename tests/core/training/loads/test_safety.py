"""Wishes for more are granted inside the maximum, the jump cap, and never after a miss."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Goal
from core.model.session import SetTarget
from core.training.loads.loading import load_steps
from core.training.loads.safety import allow_load, biggest_step, chosen_load
from core.units import Load
from tests.core.training.lifters import EXERCISES, asked_of, done_set, lifter

STEPS = load_steps(EXERCISES["bench_press"], lifter())
CURLS = load_steps(EXERCISES["dumbbell_curl"], lifter())


@pytest.mark.parametrize(
    ("wish", "last", "missed", "allowed", "load", "code"),
    [
        (80, None, False, True, 80, None),
        (80, 80, True, True, 80, None),
        (75, 80, True, True, 75, None),
        ("82.5", 80, True, False, 80, "raised_after_miss"),
        ("87.5", 80, False, True, "87.5", None),
        (90, 80, False, False, "87.5", "jump_too_big"),
        (101, 80, False, False, 80, "above_one_rep_max"),
    ],
)
def test_verdicts(wish, last, missed, allowed, load, code):
    before = None if last is None else Load.kg(last)
    verdict = allow_load(Load.kg(wish), STEPS, last=before, missed=missed, maximum=Load.kg(100))
    assert (verdict.allowed, verdict.load) == (allowed, Load.kg(load))
    assert [reason.code for reason in verdict.reasons] == ([code] if code else [])


def test_one_step_is_granted_even_when_it_is_big():
    assert allow_load(Load.kg(5), CURLS, last=Load.kg(4)).allowed
    assert not allow_load(Load.kg(6), CURLS, last=Load.kg(4)).allowed
    assert biggest_step(CURLS, CURLS[-1]) == CURLS[-1]


@given(st.integers(2000, 30_000), st.integers(2000, 30_000), st.booleans())
def test_what_is_offered_instead_is_itself_allowed(wish, last, missed):
    before, most = STEPS.nearest(Load.of_hundredths(last, STEPS.unit)), Load.kg(300)
    verdict = allow_load(
        Load.of_hundredths(wish, STEPS.unit), STEPS, last=before, missed=missed, maximum=most
    )
    assert allow_load(verdict.load, STEPS, last=before, missed=missed, maximum=most).allowed
    if missed and verdict.allowed:
        assert verdict.load <= before


def a_wish(kg, *done, athlete=None):
    athlete = athlete or lifter(back_squat=Load.kg(180))
    squat = EXERCISES["back_squat"]
    verdict = chosen_load(Load.kg(kg), squat, athlete, asked_of("back_squat", athlete, Goal.STRENGTH), done)
    return verdict.allowed, verdict.load, [reason.code for reason in verdict.reasons]


def squat_set(number, reps, kg, asked):
    return replace(done_set(number, reps, Load.kg(kg)), target=SetTarget(Load.kg(asked), 5, 180))


def test_g30_ten_more_after_a_miss_is_refused_whichever_set_it_was():
    missed, lighter = squat_set(1, 3, 162.5, 162.5), squat_set(2, 5, 155, 155)
    assert a_wish(172.5, missed) == (False, Load.kg(162.5), ["raised_after_miss"])
    assert a_wish(165, missed, lighter) == (False, Load.kg(162.5), ["raised_after_miss"])
    assert a_wish(162.5, missed, lighter) == (True, Load.kg(162.5), [])
    assert a_wish(140, missed) == (True, Load.kg(140), [])


def test_a_wish_above_the_maximum_is_refused_until_a_lift_proved_more():
    assert a_wish(172.5) == (True, Load.kg(172.5), [])
    assert a_wish(185) == (False, Load.kg(180), ["above_one_rep_max"])
    assert a_wish(190, squat_set(1, 5, 190, 162.5)) == (True, Load.kg(190), [])
    assert a_wish(300, squat_set(1, 5, 300, 162.5)) == (False, Load.kg(180), ["above_one_rep_max"])
    assert a_wish(300, athlete=lifter())[0], "nothing is known"
