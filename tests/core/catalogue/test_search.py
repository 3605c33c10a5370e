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
        ("1 arm row", "one_arm_dumbbell_row"), ("ham curl", "lying_leg_curl"),
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
    ("typed", "exercise_id"),
    [
        ("ohp", "overhead_press"), ("rdl", "romanian_deadlift"), ("RDLs", "romanian_deadlift"),
        ("bench pres", "bench_press"), ("benchpres", "bench_press"), ("flat bench", "bench_press"),
        ("db row", "one_arm_dumbbell_row"), ("db rows", "one_arm_dumbbell_row"),
        ("dumbbell row", "one_arm_dumbbell_row"), ("dumbell row", "one_arm_dumbbell_row"),
        ("lat pull down", "lat_pulldown"), ("lat pulldowns", "lat_pulldown"),
        ("latpulldown", "lat_pulldown"), ("pull downs", "lat_pulldown"),
        ("skullcrusher", "lying_triceps_extension"), ("skullcrushers", "lying_triceps_extension"),
        ("skull crusher", "lying_triceps_extension"), ("squats", "back_squat"), ("sqats", "back_squat"),
        ("front squats", "front_squat"), ("incline db", "incline_dumbbell_press"),
        ("db incline", "incline_dumbbell_press"), ("incline db bench", "incline_dumbbell_press"),
        ("db incline press", "incline_dumbbell_press"), ("db bench", "dumbbell_bench_press"),
        ("dumbbell bench", "dumbbell_bench_press"), ("db press", "dumbbell_bench_press"),
        ("bench db", "dumbbell_bench_press"), ("db shoulder press", "seated_dumbbell_shoulder_press"),
        ("shoulder press db", "seated_dumbbell_shoulder_press"), ("military press", "overhead_press"),
        ("strict press", "overhead_press"), ("overhead presses", "overhead_press"),
        ("press overhead", "overhead_press"), ("deadlifts", "deadlift"), ("dead lift", "deadlift"),
        ("dead lifts", "deadlift"), ("sumo deads", "sumo_deadlift"), ("sumo dl", "sumo_deadlift"),
        ("trap bar dl", "trap_bar_deadlift"), ("hex bar dl", "trap_bar_deadlift"),
        ("stiff leg dl", "stiff_leg_deadlift"), ("sldl", "stiff_leg_deadlift"),
        ("romanian dl", "romanian_deadlift"), ("romanian deadlifts", "romanian_deadlift"),
        ("single leg rdl", "single_leg_romanian_deadlift"), ("sl rdl", "single_leg_romanian_deadlift"),
        ("pullup", "pull_up"), ("pull ups", "pull_up"), ("pull-ups", "pull_up"), ("chin ups", "chin_up"),
        ("chinup", "chin_up"), ("chins", "chin_up"), ("pushups", "push_up"), ("press ups", "push_up"),
        ("bb row", "barbell_row"), ("bent over row", "barbell_row"), ("bent over rows", "barbell_row"),
        ("barbell rows", "barbell_row"), ("rows", "barbell_row"), ("pendlay rows", "pendlay_row"),
        ("tbar row", "t_bar_row"), ("t bar rows", "t_bar_row"), ("cable rows", "seated_cable_row"),
        ("seated row", "seated_cable_row"), ("seated rows", "seated_cable_row"),
        ("face pulls", "face_pull"), ("facepull", "face_pull"), ("facepulls", "face_pull"),
        ("lat raises", "lateral_raise"), ("lat raise", "lateral_raise"), ("side raises", "lateral_raise"),
        ("side laterals", "lateral_raise"), ("lateral raises", "lateral_raise"),
        ("db lateral raise", "lateral_raise"), ("rear delt flys", "rear_delt_fly"),
        ("rear delt flies", "rear_delt_fly"), ("reverse flyes", "rear_delt_fly"),
        ("hammer curls", "hammer_curl"), ("bicep curl", "dumbbell_curl"), ("bicep curls", "dumbbell_curl"),
        ("biceps curls", "dumbbell_curl"), ("ez curl", "barbell_curl"), ("ez bar curl", "barbell_curl"),
        ("bb curls", "barbell_curl"), ("preacher curls", "preacher_curl"),
        ("tricep pushdown", "triceps_pushdown"), ("tricep pushdowns", "triceps_pushdown"),
        ("tri pushdown", "triceps_pushdown"), ("rope pushdowns", "triceps_pushdown"),
        ("cgbp", "close_grip_bench_press"), ("close grip bench", "close_grip_bench_press"),
        ("incline bench", "incline_bench_press"), ("bench incline", "incline_bench_press"),
        ("inc bench", "incline_bench_press"), ("decline bench", "decline_bench_press"),
        ("chest press", "machine_chest_press"), ("cable flys", "cable_crossover"),
        ("cable fly", "cable_crossover"), ("db flys", "dumbbell_fly"), ("chest flys", "dumbbell_fly"),
        ("leg curls", "lying_leg_curl"), ("leg extensions", "leg_extension"), ("leg ext", "leg_extension"),
        ("leg exts", "leg_extension"), ("calf raises", "standing_calf_raise"),
        ("calves raise", "standing_calf_raise"), ("seated calf raises", "seated_calf_raise"),
        ("hip thrusts", "barbell_hip_thrust"), ("hip thruster", "barbell_hip_thrust"),
        ("bb hip thrust", "barbell_hip_thrust"), ("goblet squats", "goblet_squat"),
        ("bss", "bulgarian_split_squat"), ("bulgarian split squats", "bulgarian_split_squat"),
        ("split squats", "split_squat"), ("walking lunges", "walking_lunge"),
        ("reverse lunges", "reverse_lunge"), ("step ups", "step_up"), ("stepups", "step_up"),
        ("leg presses", "leg_press"), ("hack squats", "hack_squat_machine"),
        ("kb swing", "kettlebell_swing"), ("kb swings", "kettlebell_swing"),
        ("farmers walks", "farmers_carry"), ("farmer carry", "farmers_carry"), ("farmers", "farmers_carry"),
        ("hanging leg raises", "hanging_leg_raise"), ("hlr", "hanging_leg_raise"),
        ("toes to bar", "hanging_leg_raise"), ("ab wheel", "ab_wheel_rollout"), ("planks", "plank"),
        ("side planks", "side_plank"), ("cable crunches", "cable_crunch"),
        ("good mornings", "good_morning"), ("hyperextensions", "back_extension"),
        ("hyper extension", "back_extension"), ("back extensions", "back_extension"),
        ("glute bridges", "glute_bridge"), ("shrugs", "barbell_shrug"), ("dips", "chest_dip"),
        ("bench dips", "bench_dip"), ("weighted pull ups", "pull_up"), ("weighted pullup", "pull_up"),
        ("weighted dips", "chest_dip"), ("power cleans", "power_clean"), ("push presses", "push_press"),
        ("arnold presses", "arnold_press"), ("smith squats", "smith_machine_squat"),
        ("pallof", "pallof_press"), ("dead bugs", "dead_bug"), ("inverted rows", "inverted_row"),
        ("nordics", "nordic_hamstring_curl"), ("military", "overhead_press"),
        ("preachers", "preacher_curl"), ("hipthrust", "barbell_hip_thrust"), ("sqaut", "back_squat"),
        ("squatt", "back_squat"), ("deadlit", "deadlift"), ("overheadpress", "overhead_press"),
        ("latteral raise", "lateral_raise"), ("barbell bench", "bench_press"),
        ("back squats", "back_squat"), ("low bar", "low_bar_back_squat"),
        ("low bar squat", "low_bar_back_squat"), ("high bar squat", "back_squat"),
        ("squat front", "front_squat"), ("curl hammer", "hammer_curl"), ("curl preacher", "preacher_curl"),
        ("press leg", "leg_press"), ("raise lateral", "lateral_raise"), ("pulldown lat", "lat_pulldown"),
    ],
)  # fmt: skip
def test_what_lifters_really_type(typed: str, exercise_id: str) -> None:
    found = resolve(typed)
    assert found is not None
    assert found.id == exercise_id
    assert find(typed)[0].exercise is found


@pytest.mark.parametrize(
    "typed",
    ["machine press", "pec deck", "banana", "hello", "running", "yoga", "treadmill", "pizza", "bicycle",
        "later", "bend", "dad",],
)  # fmt: skip
def test_other_words_name_no_exercise(typed: str) -> None:
    assert resolve(typed) is None


def test_no_name_of_any_exercise_belongs_to_two() -> None:
    owners: dict[str, str] = {}
    for exercise in catalogue().exercises:
        for name in (exercise.name, *exercise.aliases):
            plain = "".join(sign for sign in name.casefold() if sign.isalnum())
            assert owners.setdefault(plain, exercise.id) == exercise.id, name


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "🏋", "80x8", "hello", "plan", "next", "rack is taken", "pullover", "cable press",
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
