"""A rest of the athlete's own for a goal: planned, explained, and still longer after a miss."""

from __future__ import annotations

from core.model.athlete import Goal
from core.training.reason_codes import OWN_REST
from core.units import Load
from tests.core.training.lifters import asked_of, codes_of, lifter, line

H, S = Goal.HYPERTROPHY, Goal.STRENGTH
MISSED = line("bench_press", H, (10, 9, 8, 8), Load.kg(80), asked=10)


def test_it_takes_the_place_of_the_goals_own() -> None:
    told = lifter(bench_press=Load.kg(100), rests=((H, 75),))
    asked = asked_of("bench_press", told, H)
    assert (asked.rest_s, OWN_REST in codes_of(asked)) == (75, True)
    other = asked_of("bench_press", told, S)
    assert (other.rest_s, OWN_REST in codes_of(other)) == (180, False)


def test_a_shorter_one_still_grows_after_a_miss() -> None:
    told = lifter(bench_press=Load.kg(100), rests=((H, 60),))
    asked = asked_of("bench_press", told, H, MISSED)
    assert (asked.rest_s, OWN_REST in codes_of(asked)) == (90, False)


def test_a_longer_one_stays_after_a_miss() -> None:
    told = lifter(bench_press=Load.kg(100), rests=((H, 150),))
    assert asked_of("bench_press", told, H, MISSED).rest_s == 150


def test_planks_wait_no_minutes() -> None:
    assert asked_of("plank", lifter(rests=((S, 240),)), S).rest_s == 60


def test_the_exercises_own_comes_before_the_goals() -> None:
    told = lifter(
        bench_press=Load.kg(100),
        barbell_row=Load.kg(90),
        rests=((H, 75),),
        exercise_rests=(("bench_press", 120),),
    )
    asked = asked_of("bench_press", told, H)
    assert (asked.rest_s, OWN_REST in codes_of(asked)) == (120, True)
    assert asked_of("barbell_row", told, H).rest_s == 75


def test_a_plank_told_by_name_waits_as_told() -> None:
    assert asked_of("plank", lifter(exercise_rests=(("plank", 150),)), S).rest_s == 150
