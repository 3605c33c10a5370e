from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.texts import speaking
from bot.views.sets import (
    amount_words,
    counted_words,
    done_words,
    each_words,
    entries_words,
    load_words,
    meaning_words,
    offered_words,
    plate_words,
    set_words,
    short_sets,
    side_words,
    step_words,
    tonnage_words,
    warm_up_words,
)
from core.catalogue import catalogue
from core.model.outcomes import PlateStep
from core.model.session import Measure, WarmUp
from core.model.workout import Entry, SetKind
from core.training.notation.set_reading import Confirm, Sets
from core.training.set_notation import read_set
from core.units import Load, Unit
from tests.bot.texts.catalogues import german_beside_english
from tests.bot.views.builders import KG80, all_done, card, done, ex, read_against


@pytest.mark.parametrize(
    ("exercise_id", "load", "reps", "shown"),
    [
        ("bench_press", KG80, 8, "80 kg × 8"),
        ("bench_press", Load.kg("82.5"), 1, "82.5 kg × 1"),
        ("bench_press", Load.lb(135), 5, "135 lb × 5"),
        ("bench_press", None, 15, "15 reps"),
        ("walking_lunge", Load.kg(12), 10, "12 kg × 10"),
        ("pull_up", Load.kg(10), 8, "bw + 10 kg × 8"),
        ("pull_up", Load.kg(0), 8, "bw × 8"),
        ("assisted_pull_up", Load.kg(-20), 8, "bw − 20 kg × 8"),
        ("push_up", None, 12, "12 reps"),
        ("push_up", None, 1, "1 rep"),
        ("plank", None, 45, "45 s"),
        ("farmers_carry", Load.kg(24), 20, "24 kg × 20 m"),
    ],
)
def test_an_asked_set(exercise_id: str, load: Load | None, reps: int, shown: str):
    assert set_words(ex(exercise_id), load, reps, ex(exercise_id).measure) == shown


@pytest.mark.parametrize(
    ("exercise_id", "load", "rir", "shown"),
    [
        ("bench_press", KG80, None, "80 kg × 10"),
        ("bench_press", KG80, 1.5, "80 kg × 10 @8.5"),
        ("bench_press", None, None, "bw × 10"),
        ("pull_up", Load.kg(-20), 2, "bw − 20 kg × 10 @8"),
        ("pull_up", None, None, "bw × 10"),
        ("push_up", None, 2, "10 reps @8"),
        ("plank", None, None, "10 s"),
    ],
)
def test_a_logged_set_says_how_hard_it_was(exercise_id: str, load: Load | None, rir, shown: str):
    assert done_words(ex(exercise_id), done(10, load, exercise_id, rir=rir)) == shown


@pytest.mark.parametrize(
    ("exercise_id", "sets", "shown"),
    [
        ("bench_press", [(KG80, 10), (KG80, 8), (Load.kg(75), 8), (Load.kg(75), 8)],
         "80 kg × 10, 8 · 75 kg × 8, 8"),
        ("bench_press", [(KG80, 10), (Load.lb(175), 8)], "80 kg × 10 · 175 lb × 8"),
        ("pull_up", [(Load.kg(10), 6), (None, 8), (Load.kg(0), 7)], "bw + 10 kg × 6 · bw × 8, 7"),
        ("push_up", [(None, 12), (None, 1)], "12, 1 reps"),
        ("push_up", [(None, 1)], "1 rep"),
        ("plank", [(None, 45), (None, 30)], "45 s, 30 s"),
        ("farmers_carry", [(Load.kg(24), 20), (Load.kg(24), 15)], "24 kg × 20 m, 15 m"),
        ("bench_press", [], ""),
    ],
)  # fmt: skip
def test_many_sets_say_a_load_when_it_changes(exercise_id: str, sets, shown: str):
    assert short_sets(ex(exercise_id), all_done(sets, exercise_id)) == shown


def test_effort_is_left_out_where_many_sets_share_a_line():
    assert short_sets(ex("bench_press"), (done(8, rir=2), done(8, set_number=2, rir=0))) == "80 kg × 8, 8"


EXERCISES = st.sampled_from(list(catalogue().values()))


@st.composite
def sets_with_loads(draw: st.DrawFn):
    """A set of any exercise, on the steps that plates and dumbbells have; pull-ups helped or loaded."""
    exercise = draw(EXERCISES)
    reps = draw(st.integers(1, 20 if exercise.measure is Measure.REPS else 60))
    if not exercise.takes_load:
        return exercise, None, reps
    unit = draw(st.sampled_from(Unit))
    quarters = draw(st.integers(4, 800))
    sign = draw(st.sampled_from([1, -1])) if exercise.load_mode in ("added", "assist") else 1
    return exercise, Load.of(sign * quarters / 4, unit), reps


@given(sets_with_loads(), st.sampled_from([None, 0, 0.5, 2, 4.5]))
def test_what_is_shown_reads_back_as_the_same_set(shown_set, rir):
    exercise, load, reps = shown_set
    one = done(reps, load, exercise.id, rir=rir)
    asked = read_against(exercise.id, load, reps)
    told = {done_words(exercise, one): rir, set_words(exercise, load, reps, one.measure): None}
    for shown, effort in told.items():
        reading = read_set(shown, asked, Unit.KG)
        assert isinstance(reading, Sets), shown
        (entry,) = reading.entries
        said = rir if len(told) == 1 else effort
        assert (entry.load, entry.reps, entry.measure, entry.rir) == (load, reps, one.measure, said), shown


@given(sets_with_loads(), st.sampled_from(SetKind), st.sampled_from([None, 0, 2]), st.booleans())
def test_whatever_kind_of_set_is_shown_reads_back_as_that_kind(shown_set, kind, rir, in_german):
    exercise, load, reps = shown_set
    one = replace(done(reps, load, exercise.id, rir=rir), kind=kind)
    asked = read_against(exercise.id, load, reps)
    with speaking("de" if in_german else "en"):
        told = {done_words(exercise, one): rir, short_sets(exercise, (one,)): None}
        told[entries_words(exercise, (Entry(load, reps, rir, None, kind),))] = rir
    for shown in told:
        (entry,) = read_set(shown, asked, Unit.KG).entries  # type: ignore[union-attr]
        assert (entry.kind, entry.reps, entry.load) == (kind, reps, load), shown


@given(sets_with_loads(), st.integers(1, 30), st.booleans())
def test_left_and_right_as_they_are_shown_read_back(shown_set, right, in_german):
    exercise, load, left = shown_set
    one = replace(done(min(left, right), load, exercise.id), sides=(left, right))
    entry = Entry(load, one.reps, sides=one.sides)
    with speaking("de" if in_german else "en"):
        told = {done_words(exercise, one), short_sets(exercise, (one,)), entries_words(exercise, (entry,))}
    for shown in told:
        (read,) = read_set(shown, read_against(exercise.id, load, left), Unit.KG).entries  # type: ignore[union-attr]
        assert (read.sides, read.load, read.measure) == (one.sides, load, one.measure), shown


@given(sets_with_loads(), st.lists(st.sampled_from(SetKind), min_size=2, max_size=4))
def test_a_line_of_sets_tells_the_kind_of_each(shown_set, kinds):
    exercise, load, reps = shown_set
    assume(load is None or load.g)
    sets = [replace(done(reps, load, exercise.id, set_number=at), kind=kind) for at, kind in enumerate(kinds)]
    line = short_sets(exercise, tuple(sets))
    reading = read_set(line, read_against(exercise.id, load, reps), Unit.KG)
    assert isinstance(reading, Sets), line
    assert [(entry.kind, entry.reps) for entry in reading.entries] == [(kind, reps) for kind in kinds], line


@given(st.data(), sets_with_loads())
def test_a_line_of_sets_reads_back_as_those_sets(data: st.DataObject, first):
    exercise, load, reps = first
    assume(exercise.measure is not Measure.METRES or load is not None)
    loads = st.sampled_from([load] if load is None else [load, Load(load.g + 2500, load.unit)])
    counts = st.integers(max(1, reps - 3), reps)
    sets = data.draw(st.lists(st.tuples(loads, counts), min_size=1, max_size=5))
    line = short_sets(exercise, all_done(sets, exercise.id))
    reading = read_set(line, read_against(exercise.id, load, reps), Unit.KG)
    if isinstance(reading, Confirm):
        reading = reading.reading
    assert isinstance(reading, Sets), line
    assert [(_hundredths(entry.load), entry.reps) for entry in reading.entries] == [
        (_hundredths(one), count) for one, count in sets
    ], line


def _hundredths(load: Load | None) -> tuple[int, Unit] | None:
    return None if load is None or load.g == 0 else (load.hundredths, load.unit)


def test_where_the_comma_is_the_habit_a_set_has_it_and_reads_back(tmp_path, monkeypatch):
    with german_beside_english(tmp_path, monkeypatch):
        shown = done_words(ex("bench_press"), done(8, Load.kg("82.5"), rir=1.5))
        assert shown == "82,5 kg × 8 @8,5"
        assert plate_words((125, 2000)) == "20+1,25"
        assert load_words(ex("pull_up"), Load.kg(0)) == "Körpergewicht"
        assert tonnage_words(5_140_400, KG80) == "5.140 kg"
    (entry,) = read_set(shown, read_against("bench_press", KG80, 8), Unit.KG).entries  # type: ignore[union-attr]
    assert (entry.load, entry.reps, entry.rir) == (Load.kg("82.5"), 8, 1.5)


@pytest.mark.parametrize(
    ("exercise_id", "load", "on_plan", "on_button", "meaning"),
    [
        ("bench_press", KG80, "80 kg", "80 kg", ""),
        ("bench_press", None, "", None, ""),
        ("walking_lunge", Load.kg(12), "12 kg", "12 kg", "12 kg in each hand"),
        ("dumbbell_curl", Load.lb(25), "25 lb", "25 lb", "25 lb in each hand"),
        ("leg_press", Load.kg(100), "100 kg", "100 kg", "count the plates only"),
        ("goblet_squat", Load.kg(16), "16 kg", "16 kg", ""),
        ("pull_up", Load.kg(10), "bw + 10 kg", "+10 kg", "10 kg added"),
        ("pull_up", Load.kg(0), "bodyweight", "no help", "just your bodyweight"),
        ("assisted_pull_up", Load.kg(-20), "bw − 20 kg", "20 kg help", "20 kg of help"),
        ("push_up", None, "", None, ""),
    ],
)
def test_a_load_by_itself_and_what_it_means(exercise_id: str, load, on_plan: str, on_button, meaning: str):
    exercise = ex(exercise_id)
    assert load_words(exercise, load) == on_plan
    assert meaning_words(exercise, load) == meaning
    if load is not None:
        assert offered_words(exercise, load) == on_button


@pytest.mark.parametrize(
    ("exercise_id", "shown"),
    [
        ("bench_press", ""), ("walking_lunge", "each leg"), ("single_leg_romanian_deadlift", "each leg"),
        ("one_arm_dumbbell_row", "each arm"), ("landmine_press", "each arm"), ("side_plank", "each side"),
        ("suitcase_carry", "each side"), ("dead_bug", "in all, sides in turn"),
    ],
)  # fmt: skip
def test_what_one_side_does_alone_is_said(exercise_id: str, shown: str):
    assert each_words(ex(exercise_id)) == shown


@pytest.mark.parametrize(
    ("reps", "measure", "short", "counted"),
    [
        (8, Measure.REPS, "8", "8 reps"), (1, Measure.REPS, "1", "1 rep"), (0, Measure.REPS, "0", "0 reps"),
        (45, Measure.SECONDS, "45 s", "45 s"), (20, Measure.METRES, "20 m", "20 m"),
    ],
)  # fmt: skip
def test_what_is_counted(reps: int, measure: Measure, short: str, counted: str):
    assert (amount_words(reps, measure), counted_words(reps, measure)) == (short, counted)


@pytest.mark.parametrize(
    ("plates", "step", "shown"),
    [
        (None, None, ""),
        ((), None, "empty bar"),
        ((1000, 2000), None, "20+10 a side"),
        ((4500, 250), None, "45+2.5 a side"),
        ((125,), None, "1.25 a side"),
        ((2000, 1000), PlateStep((), ()), "same plates"),
        ((), PlateStep((), ()), "empty bar"),
        ((), PlateStep((1000,), ()), "take off 10 a side"),
        ((2000, 500, 250), PlateStep((1000,), (250, 500)), "swap 10 → 5+2.5 a side"),
        ((2000, 125), PlateStep((), (125,)), "add 1.25 a side"),
        ((2000,), PlateStep((125, 250), ()), "take off 2.5+1.25 a side"),
    ],
)
def test_plates_of_a_side_and_then_only_what_changes(plates, step, shown: str):
    assert side_words(card(plates=plates, plate_step=step)) == shown
    if step is not None and plates:
        assert step_words(step) == shown


@pytest.mark.parametrize(
    ("bar", "warm_ups", "shown"),
    [
        (Load.kg(20), [(Load.kg(20), 8), (Load.kg("32.5"), 5), (Load.kg(65), 2)],
         "bar × 8 · 32.5 × 5 · 65 × 2"),
        (Load.kg(20), [(Load.kg(20), 8)], "empty bar × 8"),
        (None, [(Load.kg(6), 8)], "6 kg × 8"),
        (None, [(None, 4)], "4 reps without weight"),
        (None, [], ""),
    ],
)  # fmt: skip
def test_warm_ups(bar, warm_ups, shown: str):
    ramp = tuple(WarmUp(load, reps) for load, reps in warm_ups)
    assert warm_up_words(card(bar=bar, warm_ups=ramp)) == shown


@pytest.mark.parametrize(
    ("grams", "unit", "shown"),
    [(5_140_000, Unit.KG, "5,140 kg"), (0, Unit.KG, "0 kg"), (453_592, Unit.LB, "1,000 lb")],
)
def test_tonnage_in_the_athletes_own_unit(grams: int, unit: Unit, shown: str):
    assert tonnage_words(grams, Load(0, unit)) == shown
