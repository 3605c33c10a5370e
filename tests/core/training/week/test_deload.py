"""When a lighter week is offered, and what it does."""

from __future__ import annotations

import pytest

from core.model.athlete import Goal, Level
from core.model.history import History, PastWorkout
from core.model.workout import Comfort
from core.training.week.deload import deload_due, deloaded
from core.units import Load
from tests.core.training.lifters import EXERCISES, TODAY, asked_of, lifter, line

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


def test_no_easy_week_just_after_a_rest():
    assert due(bench((10, 10), 8), aches=True) is None
    assert due(bench((10, 10), 7), aches=True) == "deload_aches"
    back = [bench((10, 10), ago) for ago in (31, 3)]
    assert due(*back, aches=True) is None
    assert due(*back, bench((10, 10), 0), aches=True) is None
    settled = [bench((10, 10), ago) for ago in (35, 7, 3)]
    assert due(*settled, aches=True) == "deload_aches"


def test_an_easy_week_says_nothing_of_the_load_before():
    athlete = lifter(bench_press=Load.kg(101))
    usual = asked_of("bench_press", athlete, Goal.STRENGTH)
    assert {told.code for told in usual.reasons} == {"start_by_map", "rounded_to_step"}
    light = deloaded(usual, EXERCISES["bench_press"], athlete)
    assert [told.code for told in light.reasons] == ["deload"]


def test_an_easy_week_says_how_much_lighter_it_is():
    athlete = lifter(overhead_press=Load.kg(28))
    usual = asked_of("overhead_press", athlete, H)
    light = deloaded(usual, EXERCISES["overhead_press"], athlete)
    told = dict(light.reasons[0].values)["load_percent"]
    assert told == round(100 * (light.load.g / usual.load.g - 1))
    plank = deloaded(asked_of("plank", lifter(), H), EXERCISES["plank"], lifter())
    assert plank.reasons[0].code == "easy_week_fewer_sets"
    bar = asked_of("bench_press", lifter(bench_press=Load.kg(25)), H)
    assert bar.load == Load.kg(20)
    only_bar = deloaded(bar, EXERCISES["bench_press"], lifter(bench_press=Load.kg(25)))
    assert (only_bar.load, only_bar.reasons[0].code) == (Load.kg(20), "easy_week_fewer_sets")
