"""Ratios one hop forward, and loads to try where nothing is known."""

from __future__ import annotations

import pytest

from core.model.athlete import Goal, Level, Provenance
from core.training.loads.missing_max import loads_to_try, working_max
from core.units import Load, Unit
from tests.core.training.lifters import EXERCISES, asked_of, codes_of, lifter, line


def found(exercise_id, athlete):
    return working_max(EXERCISES[exercise_id], athlete, EXERCISES)


def kg(*values):
    return tuple(map(Load.kg, values))


def test_a_known_max_is_taken_as_it_is():
    athlete = lifter(back_squat=Load.kg(140), deadlift=Load.kg(180))
    assert found("back_squat", athlete) == (athlete.one_rep_max("back_squat"),)


def test_a_ratio_runs_forward_with_a_tenth_off():
    athlete = lifter(back_squat=Load.kg(100))
    derived, reference = found("front_squat", athlete)
    assert derived.load == Load.kg("76.5")
    assert derived.provenance is Provenance.RATIO
    assert reference.exercise_id == "back_squat"
    asked = asked_of("front_squat", athlete, Goal.STRENGTH)
    assert asked.rung == 3
    assert "start_rung_ratio" in codes_of(asked)


@pytest.mark.parametrize(
    ("exercise_id", "known"),
    [
        ("back_squat", {"front_squat": Load.kg(100)}),
        ("front_squat", {"deadlift": Load.kg(180)}),
        ("back_squat", {"bench_press": Load.kg(100)}),
        ("jump_squat", {"back_squat": Load.kg(100)}),
        ("sled_push", {"back_squat": Load.kg(100)}),
        ("back_squat", {"back_squat": Load.kg(0)}),
    ],
)
def test_never_backwards_never_two_hops_never_without_a_basis(exercise_id, known):
    assert found(exercise_id, lifter(**known)) is None


@pytest.mark.parametrize("exercise_id", sorted(name for name in EXERCISES if EXERCISES[name].takes_load))
def test_five_loads_of_the_equipment_for_every_exercise(exercise_id):
    offered = loads_to_try(EXERCISES[exercise_id], lifter(Level.BEGINNER))
    assert len(offered) == 5
    assert list(offered) == sorted(set(offered))


def test_a_bar_is_tried_empty_first_or_from_body_mass():
    bench, deadlift = EXERCISES["bench_press"], EXERCISES["deadlift"]
    assert loads_to_try(bench, lifter(Level.BEGINNER)) == kg(20, 25, 30, 40, 50)
    assert loads_to_try(deadlift, lifter(Level.BEGINNER, bodyweight_g=80_000))[0] == Load.kg(30)
    assert loads_to_try(bench, lifter(Level.BEGINNER, bodyweight_g=80_000))[0] == Load.kg(20)
    assert loads_to_try(bench, lifter(Level.BEGINNER, rack=None, gear=None))[0] == Load.kg(20)
    assert loads_to_try(bench, lifter(unit=Unit.LB))[0] == Load.lb(45)


def test_pull_ups_are_tried_with_help_first_and_push_ups_need_no_load():
    assert loads_to_try(EXERCISES["pull_up"], lifter()) == kg(-40, -30, -20, -10, 0)
    assert loads_to_try(EXERCISES["push_up"], lifter()) == ()


def test_easier_training_tells_where_to_begin():
    past = line("goblet_squat", Goal.FOUNDATION, (15, 15), Load.kg(20))
    asked = asked_of("goblet_squat", lifter(), Goal.HYPERTROPHY, past)
    assert asked.load is None
    assert asked.loads_offered == kg(16, 18, 20, 22, 24)
    assert asked.reps + asked.rir_target[1] <= 10
