"""Other apps' names of exercises: known, likely, near, or something new."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue import catalogue
from core.coach.data import matching
from core.coach.data.matching import matched, own_one_of
from core.coach.own_names import clean_name, kept_name
from core.model.own_exercise import Trains

EXERCISES = catalogue()


@pytest.mark.parametrize(
    ("name", "exercise_id"),
    [
        ("Bench Press (Barbell)", "bench_press"),
        ("Squat (Smith Machine)", "smith_machine_squat"),
        ("Romanian Deadlift (Dumbbell)", "dumbbell_romanian_deadlift"),
        ("Incline Bench Press (Dumbbell)", "incline_dumbbell_press"),
        ("Bicep Curl (Barbell)", "barbell_curl"),
        ("Bent Over Row (Barbell)", "barbell_row"),
        ("Leg Press (Machine)", "leg_press"),
        ("Pull Up (Assisted)", "assisted_pull_up"),
        ("Dumbbell Row", "one_arm_dumbbell_row"),
        ("Bankdrücken (Langhantel)", "bench_press"),
        ("Barbell Front Squat", "front_squat"),
        ("Incline Barbell Bench Press", "incline_bench_press"),
        ("Incline Dumbbell Bench Press", "incline_dumbbell_press"),
        ("Close Grip Barbell Bench Press", "close_grip_bench_press"),
        ("Lateral Dumbbell Raise", "lateral_raise"),
        ("Dumbbell Hammer Curl", "hammer_curl"),
        ("Leg Extension Machine", "leg_extension"),
        ("Seated Leg Curl Machine", "seated_leg_curl"),
        ("Seated Overhead Press (Dumbbell)", "seated_dumbbell_shoulder_press"),
        ("Shoulder Press (Machine Plates)", "machine_shoulder_press"),
        ("Triceps Dip", "chest_dip"),
        ("Triceps Dip (Weighted)", "chest_dip"),
        ("Chest Dip (Weighted)", "chest_dip"),
    ],
)
def test_a_name_that_is_known_needs_no_asking(name: str, exercise_id: str) -> None:
    assert matched(name, EXERCISES).exercise_id == exercise_id


@pytest.mark.parametrize(
    ("name", "exercise_id"),
    [
        ("Bench Pres (Barbel)", "bench_press"),
        ("Sqaut (Barbell)", "back_squat"),
        ("Triceps Pushdown (Cable - Straight Bar)", "triceps_pushdown"),
    ],
)
def test_a_slip_is_proposed_and_asked_about(name: str, exercise_id: str) -> None:
    found = matched(name, EXERCISES)
    assert (found.exercise_id, found.near[0], found.likely) == (None, exercise_id, True)


@pytest.mark.parametrize(
    "name", ["Standing Calf Raise (Dumbbell)", "Deadlift (Chains)", "Shrug (Dumbbell)", "Dumbbell Shrug"]
)
def test_an_exercise_done_otherwise_is_only_near(name: str) -> None:
    found = matched(name, EXERCISES)
    assert found.exercise_id is None
    assert found.near
    assert not found.likely


@pytest.mark.parametrize("name", ["=1+1", "Foo", "../", "<", "🏋️", ""])
def test_what_is_hardly_a_name_is_like_nothing(name: str) -> None:
    assert matched(name, EXERCISES).near == ()


@pytest.mark.parametrize(
    ("name", "trains"),
    [
        ("Russian Twist", Trains.TRUNK),
        ("Hanging Leg Raise (weighted)", Trains.TRUNK),
        ("Beinpresse eng", Trains.SQUAT),
        ("Cable Lateral Raise", Trains.SHOULDERS),
        ("Leg Extension", Trains.THIGHS),
    ],
)
def test_a_new_exercise_trains_what_its_name_says(name: str, trains: Trains) -> None:
    assert own_one_of(name, loaded=True, timed=False)[0] is trains


@given(st.text(max_size=200))
def test_every_name_can_become_an_exercise_that_can_be_typed(name: str) -> None:
    assert clean_name(kept_name(name)) == kept_name(name)


def test_every_name_of_elsewhere_is_an_exercise_we_have() -> None:
    assert set(matching._ELSEWHERE.values()) <= set(EXERCISES)


@pytest.mark.parametrize(
    ("name", "trains"),
    [
        ("Rear Delt Reverse Fly (Machine)", Trains.SHOULDERS),
        ("Upright Row (Barbell)", Trains.SHOULDERS),
        ("Calf Press on Leg Press", Trains.CALVES),
        ("Chest Fly (Machine)", Trains.CHEST),
        ("Zork", Trains.OTHER),
    ],
)
def test_what_a_new_one_trains_is_told_by_its_words(name: str, trains: Trains) -> None:
    assert own_one_of(name, loaded=True, timed=False)[0] is trains
