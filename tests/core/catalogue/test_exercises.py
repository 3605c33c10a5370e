from __future__ import annotations

from collections import Counter

import pytest

from core.catalogue import MUSCLES, Catalogue, CatalogueError, catalogue
from core.catalogue.loader import parse
from core.catalogue.schema import CUE_LENGTH, MISTAKE_LENGTH
from core.model.athlete import Level
from core.model.exercise import Exercise, Laterality, LoadMode, Pattern
from core.training.week.programme import PULL, PUSH

GATHERED = tuple(one for one in catalogue().exercises if not one.improvised)
WRITTEN = tuple(one for one in catalogue().exercises if one.improvised)

WELL_FORMED = """
[air_squat]
name = "Air squat"
aliases = ["free squat"]
pattern = "squat"
primary = ["quads"]
equipment = ["bodyweight"]
level = "beginner"
load_mode = "reps"
bodyweight_factor = 0.86
ratio_basis = "M"
cues = ["Sit down", "Stand up"]
mistake = "Stopping halfway"
"""


def test_all_118_exercises_stand_in_the_files_order() -> None:
    exercises = catalogue().exercises
    assert len(GATHERED) == 118
    assert [one.id for one in exercises] == list(catalogue())
    assert exercises[:118] == GATHERED
    assert (GATHERED[0].id, GATHERED[-1].id) == ("back_squat", "bench_dip")
    assert catalogue() is catalogue()


def test_patterns_levels_and_load_modes_are_counted_as_in_the_source_table() -> None:
    exercises = GATHERED
    assert Counter(one.pattern for one in exercises) == {
        Pattern.SQUAT: 15, Pattern.LUNGE: 10, Pattern.HINGE: 17, Pattern.HORIZONTAL_PUSH: 14,
        Pattern.VERTICAL_PUSH: 10, Pattern.HORIZONTAL_PULL: 8, Pattern.VERTICAL_PULL: 5,
        Pattern.CARRY: 5, Pattern.CORE: 11, Pattern.ISOLATION: 23,
    }  # fmt: skip
    assert Counter(one.level for one in exercises) == {
        Level.BEGINNER: 69, Level.INTERMEDIATE: 37, Level.EXPERIENCED: 12,
    }  # fmt: skip
    assert sum(one.compound for one in exercises) == 83
    assert Counter(one.load_mode for one in exercises) == {
        LoadMode.TOTAL: 38, LoadMode.PER_HAND: 21, LoadMode.SINGLE: 9, LoadMode.PLATES: 6,
        LoadMode.STACK: 18, LoadMode.REPS: 20, LoadMode.TIME: 2, LoadMode.ADDED: 3, LoadMode.ASSIST: 1,
    }  # fmt: skip
    assert Counter(one.laterality for one in exercises) == {
        Laterality.BILATERAL: 98, Laterality.UNILATERAL: 18, Laterality.ALTERNATING: 2,
    }  # fmt: skip


def test_main_power_and_foundation_lifts_are_marked() -> None:
    tagged = {tag: {one.id for one in GATHERED if tag in one.tags} for tag in ("main", "power")}
    assert tagged["main"] == {
        "back_squat", "deadlift", "bench_press", "overhead_press", "barbell_row", "pull_up",
    }  # fmt: skip
    assert tagged["power"] == {
        "jump_squat", "box_jump", "kettlebell_swing", "power_clean", "power_snatch", "push_press",
    }  # fmt: skip
    assert sum("foundation" in one.tags for one in GATHERED) == 27
    assert not any(one.uses_bar for one in catalogue().exercises if "foundation" in one.tags)


@pytest.mark.parametrize("exercise", catalogue().exercises, ids=lambda one: one.id)
def test_every_exercise_can_be_planned_and_read_between_two_sets(exercise: Exercise) -> None:
    assert exercise.primary
    assert set(exercise.primary) | set(exercise.secondary) <= set(MUSCLES)
    assert not set(exercise.primary) & set(exercise.secondary)
    assert exercise.equipment
    assert all(0 < len(cue) <= CUE_LENGTH and cue[0].isupper() and cue[-1] != "." for cue in exercise.cues)
    assert 0 < len(exercise.mistake) <= MISTAKE_LENGTH
    assert exercise.mistake[-1] != "."
    assert not {exercise.pattern} & {Pattern.CORE, Pattern.ISOLATION} or not exercise.compound


@pytest.mark.parametrize("exercise", catalogue().exercises, ids=lambda one: one.id)
def test_a_reference_is_another_exercise_whose_number_means_a_load(exercise: Exercise) -> None:
    if exercise.ref_lift is None:
        assert (exercise.ratio, exercise.ratio_low, exercise.ratio_high) == (None, None, None)
        return
    assert catalogue().by_id(exercise.ref_lift).takes_load
    assert exercise.takes_load
    assert exercise.ratio_low is not None
    assert exercise.ratio is not None
    assert exercise.ratio_high is not None
    assert exercise.ratio_low <= exercise.ratio <= exercise.ratio_high


def test_body_mass_counts_wherever_no_other_load_is_known() -> None:
    for exercise in catalogue().exercises:
        if exercise.moves_body:
            assert exercise.bodyweight_factor is not None
        if exercise.by_band or exercise.pattern in (Pattern.CORE, Pattern.CARRY):
            continue  # nobody knows what a band weighs; a hold or a walk has no easier variant by share
        if exercise.load_mode is LoadMode.REPS:
            assert exercise.bodyweight_factor is not None


def test_no_name_stands_twice_and_no_cue_is_copied() -> None:
    exercises = catalogue().exercises
    names = [name.casefold() for one in exercises for name in (one.name, *one.aliases)]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    lines = Counter(line for one in exercises for line in (*one.cues, one.mistake))
    assert [line for line, times in lines.items() if times > 1] == []


@pytest.mark.parametrize(
    ("exercise_id", "ref_lift", "ratio"),
    [
        ("front_squat", "back_squat", 0.85),
        ("bench_press", "back_squat", 0.72),
        ("deadlift", "back_squat", 1.20),
        ("overhead_press", "bench_press", 0.65),
        ("barbell_row", "bench_press", 0.90),
        ("dumbbell_bench_press", "bench_press", 0.42),
        ("lat_pulldown", "pull_up", 0.80),
        ("leg_press", "back_squat", 1.75),
        ("romanian_deadlift", "deadlift", 0.75),
    ],
)
def test_ratios_of_the_usual_lifts(exercise_id: str, ref_lift: str, ratio: float) -> None:
    exercise = catalogue().by_id(exercise_id)
    assert (exercise.ref_lift, exercise.ratio) == (ref_lift, ratio)


def test_shares_of_body_mass() -> None:
    factors = {one.id: one.bodyweight_factor for one in catalogue().exercises}
    assert factors["push_up"] == 0.64
    assert factors["pull_up"] == 1.0
    assert factors["bodyweight_squat"] == 0.86
    assert factors["back_squat"] is None


def test_a_well_formed_table_becomes_an_exercise() -> None:
    squat = parse(WELL_FORMED).by_id("air_squat")
    assert (squat.compound, squat.laterality, squat.secondary) == (True, Laterality.BILATERAL, ())
    assert squat.cues == ("Sit down", "Stand up")


@pytest.mark.parametrize(
    ("written", "instead", "complaint"),
    [
        ('primary = ["quads"]', 'primary = ["quad"]', "primary: 'quad' is not one of abductors"),
        ('primary = ["quads"]', "primary = []", "primary names no muscle"),
        ('primary = ["quads"]', 'primary = "quads"', "primary must be a list of texts"),
        ('"beginner"', '"pro"', "level: 'pro' is not one of beginner, intermediate, experienced"),
        ('load_mode = "reps"', 'load_mode = "weight"', "load_mode: 'weight' is not one of total"),
        ('ratio_basis = "M"', 'ratio_basis = "X"', "ratio_basis: 'X' is not one of"),
        ('equipment = ["bodyweight"]', 'equipment = ["magic"]', "equipment: 'magic' is not one of"),
        ('mistake = "Stopping halfway"', "", "mistake is missing"),
        ('mistake = "Stopping halfway"', f'mistake = "{"x" * 71}"', "mistake must have 1 to 70 characters"),
        ('cues = ["Sit down", "Stand up"]', 'cues = ["Sit down"]', "cues must be two lines, these are 1"),
        ('"Stand up"', f'"{"x" * 61}"', "cues must have 1 to 60 characters, this has 61"),
        ("0.86", "1.5", "bodyweight_factor must be a number above 0"),
        ('level = "beginner"', 'level = "beginner"\nlevle = "x"', "unknown key levle"),
        ('level = "beginner"', 'level = "beginner"\ncompound = "no"', "compound must be true or false"),
        ('name = "Air squat"', 'name = " "', "name must be a text"),
        ('level = "beginner"', 'level = "beginner"\nreference = 1', "reference must have lift, ratio"),
        (
            'level = "beginner"',
            'level = "beginner"\nreference = { lift = "x", ratio = 1, low = 2, high = 3 }',
            "reference: 2.0 ≤ 1.0 ≤ 3.0 does not hold",
        ),
        (
            'level = "beginner"',
            'level = "beginner"\nreference = { lift = "x", ratio = "1", low = 2, high = 3 }',
            "reference must be a lift's id and three numbers",
        ),
        (
            'level = "beginner"',
            'level = "beginner"\nreference = { lift = "x", ratio = 1, low = 1, high = 1 }',
            "its reference 'x' is no other exercise",
        ),
        ('aliases = ["free squat"]', 'aliases = ["AIR squat"]', "says one of its names twice"),
    ],
)
def test_a_wrong_word_is_told_with_its_exercise_and_key(written: str, instead: str, complaint: str) -> None:
    with pytest.raises(CatalogueError) as told:
        parse(WELL_FORMED.replace(written, instead, 1))
    assert "[air_squat]" in str(told.value)
    assert complaint in str(told.value)


@pytest.mark.parametrize(("text", "complaint"), [("[x", "exercises.toml"), ("x = 1", "[x] is no table")])
def test_what_is_no_list_of_tables_is_told(text: str, complaint: str) -> None:
    with pytest.raises(CatalogueError) as told:
        parse(text)
    assert complaint in str(told.value)


def test_own_exercises_stand_behind_the_others_and_take_no_name_away() -> None:
    own = parse(WELL_FORMED.replace("air_squat", "own_1").replace("Air squat", "Garage squat")).by_id("own_1")
    wider = catalogue().with_own([own])
    assert len(wider) == len(catalogue()) + 1
    assert list(wider)[-1] == "own_1"
    assert "own_1" not in catalogue()
    assert catalogue().with_own([]) is catalogue()
    with pytest.raises(CatalogueError, match="stands twice"):
        wider.with_own([own])
    taken = parse(WELL_FORMED).by_id("air_squat")
    with pytest.raises(
        CatalogueError, match="the name 'Air squat' is already taken by \\[bodyweight_squat\\]"
    ):
        catalogue().with_own([taken])


def test_a_catalogue_is_itself_and_none_other() -> None:
    first, second = Catalogue(catalogue().exercises), Catalogue(catalogue().exercises)
    assert first in [first]
    assert first != second
    assert len({first, second}) == 2
    with pytest.raises(KeyError):
        first.by_id("unknown")


def test_without_any_gear_a_row_is_still_within_reach() -> None:
    row = catalogue().by_id("inverted_row")
    assert row.equipment == ("bodyweight",)
    assert any("table" in cue for cue in row.cues), "nobody has a bar at home"


# the project's own, for those without weights


def test_what_was_written_for_no_weights_needs_none() -> None:
    assert len(WRITTEN) == 60
    assert catalogue().exercises[118:] == WRITTEN
    for one in WRITTEN:
        assert one.equipment in (("band",), ("bodyweight",)), one.id
        assert one.load_mode is LoadMode.REPS, one.id
        assert one.ref_lift is None, one.id
        assert one.by_band == (one.equipment == ("band",)), one.id
        assert one.aliases, one.id
        assert "main" not in one.tags, one.id


@pytest.mark.parametrize("kind", ["band", "bodyweight"])
def test_every_pattern_of_a_week_can_be_trained_without_weights_from_the_first_day(kind: str) -> None:
    beginners = [
        one for one in catalogue().exercises if one.equipment == (kind,) and one.level is Level.BEGINNER
    ]
    needed = set(Pattern) - {Pattern.CARRY}
    assert needed <= {one.pattern for one in beginners}
    lats = [one for one in beginners if "lats" in one.primary]
    assert {one.pattern for one in lats} == {Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL}


def test_variants_by_body_mass_rise_from_what_a_beginner_can_do() -> None:
    for pattern in sorted(PUSH | PULL):
        ladder = sorted(
            (one.bodyweight_factor or 0, one.level)
            for one in catalogue().exercises
            if one.pattern is pattern and one.equipment == ("bodyweight",)
        )
        assert ladder[0][1] is Level.BEGINNER, pattern
        assert ladder[-1][1] is not Level.BEGINNER, pattern
        assert ladder[-1][0] - ladder[0][0] > 0.3, pattern
