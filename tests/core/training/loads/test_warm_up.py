"""Warm-up ramps: rising loads, falling reps, nothing that is too close or lighter than the bar."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Goal
from core.model.session import WarmUp
from core.training.loads.warm_up import warm_ups
from core.units import Load, Unit
from tests.core.training.lifters import EXERCISES, lifter

H, S, F = Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION


def ramp(exercise_id, kg, share=0.8, *, first=True, goal=H, **others):
    found = warm_ups(EXERCISES[exercise_id], lifter(**others), Load.kg(kg), share, first, goal)
    return [(float(one.load.value), one.reps) for one in found]


def ramp_lb(lb, share):
    work = Load.of(lb, Unit.LB)
    found = warm_ups(EXERCISES["back_squat"], lifter(unit=Unit.LB), work, share, True, S)
    return [(float(one.load.value), one.reps) for one in found]


def test_the_bench_ramp_of_the_product_text():
    assert ramp("bench_press", 80) == [(20, 8), (32.5, 5), (47.5, 3), (65, 2)]


def test_heavy_work_gets_a_single_at_ninety_percent():
    assert ramp("back_squat", "162.5", 0.903, goal=S)[-2:] == [(130, 2), (145, 1)]


def test_heavy_ramps_are_made_of_whole_big_plates():
    assert ramp_lb(445, 0.899) == [(45, 8), (185, 5), (275, 3), (365, 2), (405, 1)]
    assert ramp_lb(265, 0.8) == [(45, 8), (115, 5), (155, 3), (205, 2)]
    assert ramp("back_squat", "162.5", 0.903, goal=S)[:3] == [(20, 8), (60, 5), (100, 3)]


def test_the_single_before_heavy_work_does_not_hang_on_rounding():
    assert ramp("back_squat", 160, 0.895, goal=S)[-1][1] == 1
    assert ramp("back_squat", 160, 0.88, goal=S)[-1][1] == 2


def test_a_deadlift_starts_from_the_floor():
    assert ramp("deadlift", 150)[0] == (60, 5)


def test_light_bars_skip_what_is_too_close():
    assert ramp("bench_press", 30) == [(20, 8), (25, 2)]
    assert ramp("overhead_press", "37.5") == [(22.5, 3), (30, 2)]
    assert ramp("bench_press", 20) == []
    assert ramp("bench_press", 80, rack=None, gear=None)[0] == (20, 8)


def test_later_lifts_isolation_and_foundation_take_one_lighter_set():
    assert ramp("incline_bench_press", 60, first=False) == [(35, 4)]
    assert ramp("lat_pulldown", 50) == [(30, 4)]
    assert ramp("dumbbell_curl", 10) == [(5, 8)]
    assert ramp("bench_press", 60, goal=F) == [(30, 8)]


def test_body_mass_rises_without_a_load():
    pull_up = EXERCISES["pull_up"]
    assert warm_ups(pull_up, lifter(), Load.kg(10), None, True, S) == (WarmUp(None, 4),)
    assert warm_ups(pull_up, lifter(), Load.kg(-10), None, True, S) == ()
    assert warm_ups(EXERCISES["push_up"], lifter(), None, None, True, H) == ()
    assert ramp("farmers_carry", 40) == []


@given(st.integers(0, 150), st.floats(0.5, 1.0), st.sampled_from(Unit))
def test_every_ramp_rises_while_its_reps_fall_and_stays_under_twenty(steps, share, unit):
    athlete = lifter(unit=unit)
    load = athlete.rack.bar.hundredths + steps * (250 if unit is Unit.KG else 500)
    work = Load.of_hundredths(load, unit)
    found = warm_ups(EXERCISES["back_squat"], athlete, work, share, True, S)
    loads = [one.load for one in found]
    assert loads == sorted(set(loads))
    assert all(one < work for one in loads)
    reps = [one.reps for one in found]
    assert reps == sorted(reps, reverse=True)
    assert sum(reps) <= 20
