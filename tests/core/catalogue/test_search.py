from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue import catalogue, find, resolve
from core.catalogue.search import SHORTHANDS
from core.model.exercise import Exercise


@pytest.mark.parametrize("exercise", catalogue().exercises, ids=lambda one: one.id)
def test_every_name_alias_and_id_resolves_to_its_exercise(exercise: Exercise) -> None:
    for name in (exercise.name, exercise.id, *exercise.aliases):
        for typed in (
            name,
            name.upper(),
            f"  {name.lower()} ",
            name.replace("-", " "),
            name.replace("-", ""),
        ):
            assert resolve(typed) is exercise, typed
        assert find(name)[0].exercise is exercise
        assert find(name)[0].score == 100


@pytest.mark.parametrize("exercise", catalogue().exercises, ids=lambda one: one.id)
def test_plurals_and_words_run_together_resolve(exercise: Exercise) -> None:
    assert resolve(exercise.name.replace(" ", "")) is exercise
    assert resolve(exercise.name.replace(" ", "-")) is exercise
    if not exercise.name.endswith("s"):
        assert resolve(exercise.name + "s") is exercise


@pytest.mark.parametrize(
    ("typed", "exercise_id"),
    [
        ("squat", "back_squat"), ("bench", "bench_press"), ("dead", "deadlift"), ("deadlift", "deadlift"),
        ("row", "barbell_row"), ("ohp", "overhead_press"), ("press", "overhead_press"),
        ("rdl", "romanian_deadlift"), ("dl", "deadlift"), ("pullups", "pull_up"), ("curls", "dumbbell_curl"),
        ("push ups", "push_up"), ("DB RDL", "dumbbell_romanian_deadlift"), ("db curls", "dumbbell_curl"),
        ("press bench", "bench_press"), ("crunches", "crunch"), ("lunges", "walking_lunge"),
        ("calf raises", "standing_calf_raise"), ("flyes", "dumbbell_fly"), ("flies", "dumbbell_fly"),
        ("bulgarians", "bulgarian_split_squat"), ("skull crushers", "lying_triceps_extension"),
        ("farmers walk", "farmers_carry"), ("farmer’s walk", "farmers_carry"), ("dips", "chest_dip"),
        ("benchpress", "bench_press"), ("lat pull down", "lat_pulldown"),
        ("1 arm row", "one_arm_dumbbell_row"),
    ],
)  # fmt: skip
def test_short_forms_of_the_gym(typed: str, exercise_id: str) -> None:
    found = resolve(typed)
    assert found is not None
    assert found.id == exercise_id


@pytest.mark.parametrize(
    ("typed", "exercise_id"),
    [
        ("bench pres", "bench_press"), ("sqaut", "back_squat"), ("dedlift", "deadlift"),
        ("deadlfit", "deadlift"), ("leg pres", "leg_press"), ("barbel row", "barbell_row"),
        ("ovehead press", "overhead_press"), ("dumbell curl", "dumbbell_curl"),
        ("hip trust", "barbell_hip_thrust"),
        ("pulup", "pull_up"), ("romainan deadlift", "romanian_deadlift"), ("lat puldown", "lat_pulldown"),
        ("incline dumbell pres", "incline_dumbbell_press"),
    ],
)  # fmt: skip
def test_typing_slips_are_forgiven(typed: str, exercise_id: str) -> None:
    found = resolve(typed)
    assert found is not None
    assert found.id == exercise_id
    assert find(typed)[0].exercise is found


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "🏋", "80x8", "hello", "plan", "next", "rack is taken", "situps", "pullover", "cable press",
        "bench row", "pack squat", "tricep extension", "machine", "i want bench press please", "é", "-",
    ],
)  # fmt: skip
def test_what_is_no_exercise_or_could_be_two_is_not_guessed(typed: str) -> None:
    assert resolve(typed) is None


def test_find_lists_what_could_be_meant() -> None:
    assert [match.exercise.id for match in find("tricep extension", 2)] == [
        "lying_triceps_extension",
        "overhead_triceps_extension",
    ]
    assert [match.exercise.id for match in find("bench", 3)] == [
        "bench_press",
        "incline_bench_press",
        "decline_bench_press",
    ]
    assert find("hello") == []
    assert find("") == []
    assert find("bench", 0) == []


def test_find_knows_muscles() -> None:
    assert all("biceps" in match.exercise.primary for match in find("biceps", 5))
    assert len(find("hamstrings", 20)) >= 8


@pytest.mark.parametrize(("shorthand", "owner"), SHORTHANDS.items())
def test_a_shorthand_leads_to_an_exercise_and_is_no_name_of_another(shorthand: str, owner: str) -> None:
    assert resolve(shorthand) is catalogue().by_id(owner)


def test_own_exercises_are_found_when_passed_in() -> None:
    own = dataclasses.replace(
        catalogue().by_id("goblet_squat"), id="own_1", name="Sandbag squat", aliases=("sandy",)
    )
    wider = catalogue().with_own([own])
    assert resolve("sandbag squats", wider) is own
    assert resolve("sandbg squat", wider) is own
    assert find("sandy", among=wider)[0].exercise is own
    assert resolve("sandy") is None


@given(st.text(max_size=40), st.integers(0, 8))
def test_any_text_gives_a_short_ranked_list_of_different_exercises(text: str, limit: int) -> None:
    found = find(text, limit)
    assert len(found) <= limit
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert len({match.exercise.id for match in found}) == len(found)
    assert all(0 < match.score <= 100 for match in found)
    sure = resolve(text)
    assert sure is None or not limit or found[0].exercise is sure


@given(st.sampled_from(catalogue().exercises), st.data())
def test_one_swapped_pair_of_letters_never_gives_a_wrong_exercise(
    exercise: Exercise, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(exercise.name) - 2))
    name = exercise.name
    typed = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    assert resolve(typed) in (exercise, None)
