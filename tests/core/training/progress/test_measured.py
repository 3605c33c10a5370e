"""Bare bodyweight, holds and carries: more of what is counted, then a harder variant or more load."""

from __future__ import annotations

import pytest

from core.model.athlete import Goal, Level
from core.model.session import Measure
from core.model.workout import Comfort
from core.units import Load
from tests.core.training.lifters import asked_of, codes_of, lifter, line

H, F = Goal.HYPERTROPHY, Goal.FOUNDATION
ATHLETE, NOVICE = lifter(), lifter(Level.BEGINNER)


@pytest.mark.parametrize(
    ("exercise_id", "goal", "reps", "measure"),
    [
        ("push_up", F, 12, Measure.REPS),
        ("push_up", H, 10, Measure.REPS),
        ("plank", H, 20, Measure.SECONDS),
        ("sled_push", H, 20, Measure.METRES),
    ],
)
def test_where_each_begins(exercise_id, goal, reps, measure):
    asked = asked_of(exercise_id, ATHLETE, goal)
    assert (asked.load, asked.reps, asked.measure) == (None, reps, measure)


@pytest.mark.parametrize(
    ("done", "asked", "comfort", "reps", "code"),
    [
        ((10,) * 4, 10, Comfort.RIGHT, 11, "rep_added"),
        ((10,) * 4, 10, Comfort.ALL_OUT, 10, "repeat_hard"),
        ((10,) * 4, 10, None, 10, "repeat_unsaid"),
        ((12,) * 4, 12, Comfort.RIGHT, 12, "harder_variant"),
        ((10, 9, 8, 7), 10, Comfort.ALL_OUT, 10, "repeat_after_miss"),
    ],
)
def test_push_ups_move_by_reps(done, asked, comfort, reps, code):
    next_one = asked_of("push_up", ATHLETE, H, line("push_up", H, done, None, asked=asked, comfort=comfort))
    assert next_one.reps == reps
    assert code in codes_of(next_one)


def test_missed_twice_takes_what_was_reached_and_names_an_easier_variant():
    twice = [line("push_up", F, (8, 6), None, asked=12, days_ago=ago) for ago in (7, 3)]
    asked = asked_of("push_up", NOVICE, F, *twice)
    assert asked.reps == 6
    assert asked.out_of_band
    assert "easier_variant" in codes_of(asked)


def test_foundation_adds_the_third_set_first():
    asked = asked_of("push_up", NOVICE, F, line("push_up", F, (12, 12), None, comfort=Comfort.EASY))
    assert (asked.sets, asked.reps) == (3, 12)


def test_holds_grow_by_five_seconds():
    assert asked_of("plank", ATHLETE, H, line("plank", H, (20,) * 4, None)).reps == 25


def test_carries_grow_by_metres_then_by_load():
    strong = lifter(deadlift=Load.kg(180))
    first = asked_of("farmers_carry", strong, H)
    assert (first.reps, first.measure) == (20, Measure.METRES)
    further = asked_of("farmers_carry", strong, H, line("farmers_carry", H, (20,) * 4, Load.kg(40)))
    assert (further.load, further.reps) == (Load.kg(40), 25) or further.load > Load.kg(40)
    heavier = asked_of("farmers_carry", strong, H, line("farmers_carry", H, (40,) * 4, Load.kg(44)))
    assert (heavier.load, heavier.reps) == (Load.kg(46), 20)
    unfinished = asked_of("farmers_carry", strong, H, line("farmers_carry", H, (20,), Load.kg(44), sets=4))
    assert "repeat_unfinished" in codes_of(unfinished)


def test_a_carry_that_fails_twice_gets_lighter():
    strong = lifter(deadlift=Load.kg(180))
    fails = [line("farmers_carry", H, (20, 5, 4, 3), Load.kg(44), asked=20, days_ago=ago) for ago in (7, 3)]
    asked = asked_of("farmers_carry", strong, H, *fails)
    assert asked.reps == 20
    assert asked.load <= Load.kg(44)
    assert "step_down" in codes_of(asked)


def test_pain_repeats_it_no_harder():
    hurt = line("push_up", H, (6,), None, asked=10, pained=True)
    asked = asked_of("push_up", ATHLETE, H, hurt)
    assert "after_pain" in codes_of(asked)
    assert asked.reps <= 10


def test_a_target_far_off_is_not_asked_again():
    asked = asked_of("push_up", NOVICE, F, line("push_up", F, (4, 3), None, asked=12))
    assert (asked.reps, asked.sets) == (3, 2)
    assert "easier_variant" in codes_of(asked)


@pytest.mark.parametrize(
    ("comfort", "reps"), [(Comfort.ALL_OUT, 6), (Comfort.RIGHT, 7), (Comfort.EASY, 7), (None, 6)]
)
def test_below_the_base_a_rep_comes_with_each_one_left(comfort, reps):
    asked = asked_of("push_up", NOVICE, F, line("push_up", F, (6, 6, 6), None, comfort=comfort))
    assert (asked.reps, asked.sets) == (reps, 3)


@pytest.mark.parametrize(("done", "reps"), [((6, 6), 6), ((14, 14), 12)])
def test_after_time_off_no_more_is_asked_than_was_done_before(done, reps):
    back = asked_of("push_up", NOVICE, F, line("push_up", F, done, None, days_ago=30))
    assert back.reps == reps


def test_a_carry_missed_before_time_off_comes_back_no_heavier() -> None:
    athlete = lifter(Level.EXPERIENCED, goblet_carry=Load.kg(45))
    missed = line("goblet_carry", Goal.STRENGTH, (5, 5, 5), Load.kg(36), asked=20, days_ago=15)
    back = asked_of("goblet_carry", athlete, Goal.STRENGTH, missed)
    assert back.load is not None
    assert back.load <= Load.kg(36)
