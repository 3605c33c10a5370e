"""The next set: what gives way after a miss, when it is over, and how a load is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.model.athlete import Goal, Level
from core.model.session import SetTarget
from core.model.workout import Comfort, SetKind
from core.training.prescription.in_session import Feedback, after_feedback, next_target
from core.units import Load
from tests.core.training.lifters import EXERCISES, asked_of, done_set, lifter

H, S, F = Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION
BENCH = EXERCISES["bench_press"]
ATHLETE = lifter(bench_press=Load.kg(100))


def after(*done, asked=None, exercise=BENCH, athlete=ATHLETE):
    return next_target(asked or asked_of(exercise.id, athlete, H), exercise, athlete, done)


def codes(coming):
    return [reason.code for reason in coming.reasons]


def test_done_sets_change_nothing():
    coming = after(done_set(1, 10, Load.kg(80)))
    assert coming.target == SetTarget(Load.kg(80), 10, 60)
    assert (coming.rest_s, coming.set_number, coming.reasons) == (60, 2, ())


@pytest.mark.parametrize("told", [{"rir": 0}, {"kind": SetKind.FAILURE}])
def test_a_set_with_nothing_left_gets_the_longest_rest(told):
    coming = after(replace(done_set(1, 10, Load.kg(80)), **told))
    assert (coming.target, coming.rest_s) == (SetTarget(Load.kg(80), 10, 90), 90)
    assert codes(coming) == ["rest_lengthened"]
    again = after(*(replace(done_set(one, 10, Load.kg(80)), **told, target=coming.target) for one in (1, 2)))
    assert (again.rest_s, codes(again)) == (90, [])


def test_a_rep_left_changes_nothing():
    assert after(done_set(1, 10, Load.kg(80), rir=1)).rest_s == 60


def test_the_bench_session_of_the_product_text():
    first, second = done_set(1, 10, Load.kg(80)), done_set(2, 8, Load.kg(80))
    third = after(first, second)
    assert (third.target, third.rest_s) == (SetTarget(Load.kg(75), 10, 90), 90)
    fourth = after(first, second, replace(done_set(3, 8, Load.kg(75)), target=third.target))
    assert fourth.target == SetTarget(Load.kg(75), 8, 90)
    assert codes(fourth) == ["load_at_floor", "target_lowered"]


def test_two_sets_under_the_band_end_the_exercise():
    coming = after(done_set(1, 5, Load.kg(80)), done_set(2, 5, Load.kg(75)))
    assert coming.target is None
    assert codes(coming) == ["exercise_ended"]


def test_after_the_last_set_it_is_over_without_a_reason():
    coming = after(*(done_set(number, 10, Load.kg(80)) for number in range(1, 5)))
    assert (coming.target, coming.reasons, coming.set_number) == (None, (), 4)


def test_warm_ups_and_drops_are_no_work_sets():
    warm = replace(done_set(1, 2, Load.kg(40)), kind=SetKind.WARM_UP)
    drop = replace(done_set(2, 2, Load.kg(40)), kind=SetKind.DROP)
    assert after(warm, drop).set_number == 1


@pytest.mark.parametrize(
    ("kg", "next_kg", "told"), [("77.5", "77.5", 1), (85, 85, 1), (90, 80, 0), (99, 80, 0), (80, 80, 0)]
)
def test_a_load_of_ones_own_stays_unless_too_much(kg, next_kg, told):
    coming = after(replace(done_set(1, 10, Load.kg(kg)), target=SetTarget(Load.kg(80), 10, 60)))
    assert coming.target.load == Load.kg(next_kg)
    assert codes(coming) == ["load_taken_over"] * told


def test_more_than_asked_and_short_leads_back_to_what_was_asked():
    squat, strong = EXERCISES["back_squat"], lifter(level=Level.EXPERIENCED, back_squat=Load.kg(180))
    asked = asked_of("back_squat", strong, S)
    first = done_set(1, 3, asked.load)
    lighter = after(first, asked=asked, exercise=squat, athlete=strong).target
    assert lighter.load < asked.load
    second = replace(done_set(2, 1, Load.kg(200)), target=lighter)
    third = after(first, second, asked=asked, exercise=squat, athlete=strong)
    assert third.target.load == lighter.load
    assert "load_back" in codes(third)
    assert "load_lowered" not in codes(third)


@pytest.mark.parametrize(("kg", "reps"), [(1000, 5), ("82.5", 9)])
def test_a_load_nobody_asked_for_says_nothing_against_the_asked_one(kg, reps):
    coming = after(replace(done_set(1, reps, Load.kg(kg)), target=SetTarget(Load.kg(80), 10, 60)))
    assert coming.target.load == Load.kg(80)
    assert codes(coming) == ["rest_lengthened", "load_back"]


def test_far_short_with_a_little_more_than_asked_is_lighter_than_asked():
    coming = after(replace(done_set(1, 7, Load.kg("82.5")), target=SetTarget(Load.kg(80), 10, 60)))
    assert coming.target.load == Load.kg(75)
    assert "load_lowered" in codes(coming)


def test_what_was_asked_on_the_card_goes_before_what_was_planned():
    light = replace(done_set(1, 10, Load.kg("77.5")), target=SetTarget(Load.kg("77.5"), 10, 60))
    assert after(light).target.load == Load.kg("77.5")


def test_a_miss_without_a_max_takes_a_part_of_the_load():
    unknown = lifter()
    asked = replace(asked_of("bench_press", unknown, H), load=Load.kg(80), reps=10, loads_offered=())
    coming = after(done_set(1, 8, Load.kg(80)), asked=asked, athlete=unknown)
    assert (coming.target.load, coming.target.reps) == (Load.kg(75), 10)
    lightest = after(done_set(1, 8, Load.kg(20)), asked=replace(asked, load=Load.kg(20)), athlete=unknown)
    assert (lightest.target.load, lightest.target.reps) == (Load.kg(20), 8)


def test_bare_bodyweight_and_holds_lower_the_target_alone():
    push_up, plank = EXERCISES["push_up"], EXERCISES["plank"]
    asked = asked_of("push_up", ATHLETE, H)
    coming = next_target(asked, push_up, ATHLETE, (done_set(1, 7, None),))
    assert coming.target == SetTarget(None, 7, 90)
    hold = next_target(asked_of("plank", ATHLETE, H), plank, ATHLETE, (done_set(1, 12, None),))
    assert hold.target.reps == 12


@pytest.mark.parametrize(
    ("reps", "comfort", "to", "code"),
    [
        (15, Comfort.EASY, 10, None),
        (15, None, 10, None),
        (15, Comfort.RIGHT, 9, "load_lowered_to_find"),
        (13, None, 9, "load_lowered_to_find"),
    ],
)
def test_finding_a_load_follows_what_the_set_left(reps, comfort, to, code):
    novice = lifter(Level.BEGINNER)
    goblet = EXERCISES["goblet_squat"]
    asked = asked_of("goblet_squat", novice, F)
    assert next_target(asked, goblet, novice, ()).target == SetTarget(None, 15, 60)
    tried = replace(done_set(1, reps, Load.kg(10)), comfort=comfort)
    coming = next_target(replace(asked, sets=3), goblet, novice, (tried,))
    assert coming.target.load == Load.kg(to)
    assert codes(coming) == ([code] if code else [])


def test_far_too_easy_raises_while_finding():
    novice = lifter(Level.BEGINNER)
    asked = asked_of("goblet_squat", novice, F)
    tried = replace(done_set(1, 15, Load.kg(10)), rir=6)
    coming = next_target(asked, EXERCISES["goblet_squat"], novice, (tried,))
    assert coming.target.load == Load.kg(12)
    assert codes(coming) == ["load_raised_to_find"]
    unweighed = next_target(asked, EXERCISES["goblet_squat"], novice, (done_set(1, 15, None),))
    assert unweighed.target.load is None


def test_feedback_moves_a_tenth_at_least_a_step():
    assert after_feedback(BENCH, ATHLETE, Load.kg(60), Feedback.TOO_LIGHT) == Load.kg(65)
    assert after_feedback(BENCH, ATHLETE, Load.kg(60), "heavy") == Load.kg("52.5")
    assert after_feedback(BENCH, ATHLETE, Load.kg(60), "right") == Load.kg(60)
    assert after_feedback(BENCH, ATHLETE, Load.kg(20), "heavy") == Load.kg(20)
    assert after_feedback(BENCH, ATHLETE, Load.kg(20), "light") == Load.kg("22.5")
    assert after_feedback(EXERCISES["dumbbell_curl"], ATHLETE, Load.kg(5), "heavy") == Load.kg(4)
    with pytest.raises(ValueError, match="meh"):
        after_feedback(BENCH, ATHLETE, Load.kg(60), "meh")


def test_without_a_load_the_reps_give_way_at_once():
    push_up = EXERCISES["push_up"]
    coming = after(done_set(1, 4, None), asked=asked_of("push_up", ATHLETE, F), exercise=push_up)
    assert (coming.target.reps, coming.rest_s) == (4, 90)


# what the athlete puts on against the plan


def squat_sets(*done):
    athlete = lifter(back_squat=Load.kg(180))
    return next_target(asked_of("back_squat", athlete, S), EXERCISES["back_squat"], athlete, done)


def asked_at(number, reps, kg, of_kg, of_reps=5):
    return replace(done_set(number, reps, Load.kg(kg)), target=SetTarget(Load.kg(of_kg), of_reps, 180))


def test_no_set_after_a_miss_is_heavier_than_what_was_missed():
    first = asked_at(1, 3, 162.5, 162.5)
    grown = [asked_at(2 + at, 5, kg, kg) for at, kg in enumerate((172.5, 182.5))]
    coming = squat_sets(first, *grown, asked_at(4, 3, 200, 200))
    assert coming.target.load == Load.kg(162.5)
    assert all(told.get("load") == Load.kg(162.5) for told in coming.reasons if told.code == "load_lowered")


def test_a_load_lifted_above_the_maximum_proves_it_and_nothing_is_asked_above_97_percent():
    grown = squat_sets(asked_at(1, 5, 200, 200))
    assert Load.kg(190) <= grown.target.load <= Load.kg(194)
    assert squat_sets(asked_at(1, 3, 200, 200)).target.load == Load.kg(162.5), "missed: back to the plan"
    assert squat_sets(asked_at(1, 1, 1000, 162.5)).target.load <= Load.kg(162.5), "a typo proves nothing"


def test_one_set_far_lighter_is_no_new_plan():
    coming = after(replace(done_set(1, 20, Load.kg(10)), target=SetTarget(Load.kg(80), 10, 60)))
    assert (coming.target.load, coming.reasons) == (Load.kg(80), ())


def test_two_sets_far_lighter_are_one_until_the_plan_is_lifted_again():
    first = replace(done_set(1, 10, Load.kg(40)), target=SetTarget(Load.kg(80), 10, 60))
    second = replace(done_set(2, 10, Load.kg(40)), target=SetTarget(Load.kg(80), 10, 60))
    coming = after(first, second)
    assert coming.target.load == Load.kg(40)
    assert codes(coming) == ["load_taken_over"]
    back = replace(done_set(3, 10, Load.kg(80)), target=SetTarget(Load.kg(40), 10, 60))
    assert after(first, second, back).target.load == Load.kg(80)


def test_a_miss_under_the_band_is_not_called_the_bands_floor():
    athlete = lifter(back_squat=Load.kg(140))
    light = replace(done_set(1, 8, Load.kg(80)), target=SetTarget(Load.kg("112.5"), 10, 60))
    coming = next_target(asked_of("back_squat", athlete, H), EXERCISES["back_squat"], athlete, (light,))
    assert coming.target.load == Load.kg(80), "not raised after a miss"
    assert codes(coming) == ["rest_lengthened", "load_taken_over", "target_lowered"]


def test_one_rep_short_keeps_a_load_that_is_being_found():
    novice = lifter(Level.BEGINNER)
    press = EXERCISES["machine_chest_press"]
    asked = replace(asked_of("machine_chest_press", novice, F), sets=3)
    assert next_target(asked, press, novice, (done_set(1, 14, Load.kg(10)),)).target.load == Load.kg(10)
    assert next_target(asked, press, novice, (done_set(1, 13, Load.kg(10)),)).target.load == Load.kg(7.5)


@pytest.mark.parametrize("reps", [10, 8])
def test_a_load_no_bar_holds_is_never_asked(reps):
    coming = after(replace(done_set(1, reps, Load.kg("80.5")), target=SetTarget(Load.kg(80), 10, 60)))
    assert coming.target.load in (Load.kg(80), Load.kg(75))
    found = next_target(
        asked_of("bench_press", lifter(), H), BENCH, lifter(), (done_set(1, 8, Load.kg("60.5"), rir=2),)
    )
    assert found.target.load == Load.kg(60)
