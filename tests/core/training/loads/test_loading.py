"""Loads that equipment can make: bars and plates, dumbbells, stacks, help, and the unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Gear, Level, Rack
from core.model.gym import Gym
from core.training.goals import HYPERTROPHY, STRENGTH
from core.training.loads.loading import Ruler, fit, load_steps, unit_of
from core.training.loads.plates import plates_per_side
from core.training.loads.steps import LoadSteps, bar_steps, dumbbell_steps
from core.units import Load, Unit
from tests.core.training.lifters import EXERCISES, lifter


def steps_of(exercise_id, unit=Unit.KG, **others):
    return load_steps(EXERCISES[exercise_id], lifter(unit=unit, **others))


@pytest.mark.parametrize(
    ("exercise_id", "unit", "first"),
    [
        ("bench_press", Unit.KG, ["20", "22.5", "25"]),
        ("bench_press", Unit.LB, ["45", "50", "55"]),
        ("preacher_curl", Unit.KG, ["10", "12.5", "15"]),
        ("trap_bar_deadlift", Unit.LB, ["55", "60", "65"]),
        ("smith_machine_squat", Unit.KG, ["15", "17.5", "20"]),
        ("leg_press", Unit.KG, ["2.5", "5", "7.5"]),
        ("t_bar_row", Unit.KG, ["1.25", "2.5", "3.75"]),
        ("dumbbell_curl", Unit.LB, ["2.5", "5", "7.5"]),
        ("lat_pulldown", Unit.KG, ["2.5", "5", "7.5"]),
        ("cable_crossover", Unit.LB, ["5", "10", "15"]),
        ("kettlebell_swing", Unit.KG, ["4", "6", "8"]),
        ("pull_up", Unit.KG, ["-100", "-95", "-90"]),
        ("assisted_pull_up", Unit.LB, ["-200", "-190", "-180"]),
    ],
)
def test_each_kind_of_equipment_has_its_own_steps(exercise_id, unit, first):
    steps = steps_of(exercise_id, unit)
    assert tuple(steps)[:3] == tuple(Load.of(value, unit) for value in first)


def test_a_kg_bar_stands_beside_a_lb_stack():
    athlete = lifter(unit=Unit.LB, rack=Rack.standard(Unit.KG))
    assert load_steps(EXERCISES["bench_press"], athlete).unit is Unit.KG
    assert load_steps(EXERCISES["lat_pulldown"], athlete).unit is Unit.LB
    assert unit_of(lifter(unit=None, rack=Rack.standard(Unit.LB))) is Unit.LB


def test_unknown_equipment_is_stepped_lightly():
    steps = steps_of("barbell_row", Unit.LB, rack=None, gear=None)
    assert Load.lb(16) in steps
    assert Load.lb(18) in steps
    assert steps.next_up(Load.lb(50)) == Load.lb(55)
    assert steps_of("barbell_row", rack=None, gear=None).next_up(Load.kg(25)) == Load.kg("27.5")
    assert steps_of("barbell_row", rack=None, gear=Gear.BARBELL)[0] == Load.kg(20)


def test_owned_dumbbells_are_the_only_ones():
    owned = (Load.kg(5), Load.kg(10))
    assert tuple(steps_of("dumbbell_curl", gym=Gym(dumbbells=owned))) == owned
    assert dumbbell_steps(Unit.KG).next_up(Load.kg(10)) == Load.kg(12)


def test_limited_pairs_leave_gaps():
    rack = Rack(Load.kg(20), ((2000, 1), (500, 1)))
    assert tuple(bar_steps(rack)) == tuple(map(Load.kg, (20, 30, 60, 70)))


@given(st.lists(st.tuples(st.sampled_from([2500, 2000, 1000, 500, 250, 125]), st.integers(0, 3)), max_size=5))
def test_every_step_of_a_rack_can_be_plated_and_nothing_else(plates):
    rack = Rack(Load.kg(20), tuple(dict(plates).items()))
    steps = bar_steps(rack)
    assert all(plates_per_side(load, rack) is not None for load in steps)
    for grams in range(20_000, 120_000, 2_500):
        load = Load(grams, Unit.KG)
        assert (load in steps) == (plates_per_side(load, rack) is not None)


def test_looking_for_a_load():
    steps = LoadSteps.of(Unit.KG, (1000, 2000, 4000))
    assert steps.nearest(Load.kg(15)) == Load.kg(10)
    assert steps.nearest(Load.kg("15.01")) == Load.kg(20)
    assert steps.nearest(Load.kg(5)) == Load.kg(10)
    assert steps.nearest(Load.kg(90)) == Load.kg(40)
    assert steps.at_or_below(Load.kg(9)) is None
    assert steps.at_or_above(Load.kg(41)) is None
    assert steps.at_or_below(Load.kg(20)) == steps.at_or_above(Load.kg(20)) == Load.kg(20)
    assert (steps.next_down(Load.kg(10)), steps.next_up(Load.kg(40))) == (None, None)
    assert (steps.next_down(Load.kg(20)), steps.next_up(Load.kg(20))) == (Load.kg(10), Load.kg(40))
    assert steps.between(Load.kg(10), Load.kg(30)) == (Load.kg(10), Load.kg(20))
    assert (len(steps), Load.kg(30) in steps, "20" in steps) == (3, False, False)
    with pytest.raises(ValueError, match="without a single load"):
        LoadSteps.of(Unit.KG, ())


def fitted(steps, rules, share, reps, best):
    ruler = Ruler(steps, best, steps.hundredths, best.hundredths, 0)
    return fit(ruler, rules, share, reps)


def test_nearest_in_band_and_a_tie_to_the_lighter():
    fives = LoadSteps.of(Unit.KG, range(500, 20_001, 500))
    assert fitted(fives, HYPERTROPHY, 0.80, 10, Load.kg(100)).load == Load.kg(80)
    assert fitted(fives, HYPERTROPHY, 0.775, 10, Load.kg(100)).load == Load.kg(75)


def test_a_step_far_above_the_wanted_share_cuts_the_reps():
    coarse = LoadSteps.of(Unit.KG, (7000, 9400))
    found = fitted(coarse, STRENGTH, 0.90, 5, Load.kg(100))
    assert (found.load, found.reps, found.out_of_band) == (Load.kg(94), 2, False)
    assert [reason.code for reason in found.reasons] == ["rounded_to_step", "reps_cut_for_step"]


def test_nothing_in_the_band_takes_the_heaviest_below_and_says_so():
    coarse = LoadSteps.of(Unit.KG, (5000, 7000, 9800))
    found = fitted(coarse, STRENGTH, 0.90, 5, Load.kg(100))
    assert (found.load, found.out_of_band) == (Load.kg(70), True)
    heavy = fitted(LoadSteps.of(Unit.KG, (9900,)), STRENGTH, 0.90, 5, Load.kg(100))
    assert (heavy.load, heavy.share, heavy.out_of_band) == (None, None, True)


def test_body_mass_counts_into_the_share_of_a_pull_up():
    athlete = lifter(Level.INTERMEDIATE, bodyweight_g=80_000)
    ruler = Ruler.of(EXERCISES["pull_up"], athlete, Load.kg(100))
    assert ruler.share(Load.kg(10)) == pytest.approx(0.9)
    assert ruler.nearest(0.9, 0.85, 0.97) == Load.kg(10)
    assert ruler.fits(Load.kg(5), 0.85, 0.97)
    assert not ruler.fits(Load.kg(0), 0.85, 0.97)
