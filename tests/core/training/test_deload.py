"""When a lighter week is offered, and what it does."""

from __future__ import annotations

import pytest

from core.model.athlete import Goal, Level
from core.model.history import History, PastWorkout
from core.model.workout import Comfort
from core.training.deload import deload_due, deloaded
from core.units import Load

from .lifters import EXERCISES, TODAY, asked_of, lifter, line

H = Goal.HYPERTROPHY


def history(*lines):
    return History.of([PastWorkout(one.trained_on, H, "upper_a", (one,)) for one in lines])


def bench(reps, ago, kg=80, *, lift="bench_press", **others):
    return line(lift, H, reps, Load.kg(kg), days_ago=ago, **others)


def due(*lines, level=Level.INTERMEDIATE, **others):
    told = deload_due(history(*lines), TODAY, level, **others)
    return told.code if told else None


def test_half_the_sets_a_tenth_off_two_more_in_reserve():
    athlete = lifter(bench_press=Load.kg(100))
    light = deloaded(asked_of("bench_press", athlete, H), EXERCISES["bench_press"], athlete)
    assert (light.sets, light.load, light.rir_target, light.deload) == (2, Load.kg("70"), (3, 5), True)
    assert light.share == 0.70
    assert light.reasons[0].code == "deload"


def test_pull_ups_deload_with_body_mass_counted():
    athlete = lifter(bodyweight_g=80_000, pull_up=Load.kg(110))
    asked = asked_of("pull_up", athlete, Goal.STRENGTH)
    light = deloaded(asked, EXERCISES["pull_up"], athlete)
    assert light.load < asked.load
    assert light.load.g + 80_000 <= 0.9 * (asked.load.g + 80_000)
    unknown = asked_of("bench_press", lifter(), H)
    assert deloaded(unknown, EXERCISES["bench_press"], lifter()).load is None


def test_two_lifts_going_back_call_for_it():
    falling = [
        bench(reps, ago, lift=lift)
        for lift in ("bench_press", "barbell_row")
        for reps, ago in (((10, 10), 9), ((10, 8), 6), ((10, 6), 3))
    ]
    assert due(*falling) == "deload_lifts_regress"
    assert due(*falling[:3]) is None
    failing = [
        bench((8, 5), ago, lift=lift, asked=10) for lift in ("bench_press", "barbell_row") for ago in (6, 3)
    ]
    assert due(*failing) == "deload_lifts_regress"


@pytest.mark.parametrize(
    ("now", "kg", "code"),
    [(Comfort.RIGHT, 80, "deload_reserve_falls"), (Comfort.EASY, 80, None), (Comfort.RIGHT, 85, None)],
)
def test_less_in_reserve_at_the_same_load(now, kg, code):
    assert due(bench((10, 10), 6, comfort=Comfort.EASY), bench((10, 10), 3, kg, comfort=now)) == code


def test_by_the_calendar_only_for_the_experienced():
    weeks = [bench((10, 10), ago, comfort=None) for ago in range(46, 0, -4)]
    assert due(*weeks, level=Level.EXPERIENCED) == "deload_by_calendar"
    assert due(*weeks, level=Level.BEGINNER) is None
    assert due(*weeks[-5:], level=Level.EXPERIENCED) is None
    lately = bench((10,), 1, 70, deload=True)
    assert due(*weeks, lately, level=Level.EXPERIENCED) is None


def test_aches_are_enough():
    assert due(aches=True) == "deload_aches"
    assert due() is None
