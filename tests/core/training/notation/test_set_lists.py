"""Several sets in one message: a load said once holds for all of them, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.notation.set_reading import Asked, Confirm, Doubt, Entry, Note, Sets
from core.training.set_notation import read_set
from core.units import Load, Unit
from tests.core.training.notation.set_saying import told

BENCH = Asked(Load.kg(80), 8, sets_left=4, best=Load.kg(110), lightest=Load.kg(20))
LOADS = st.integers(60, 98).map(Load.kg)
COUNTS = st.lists(st.integers(5, 14), min_size=2, max_size=5)


@given(
    LOADS, COUNTS, st.sampled_from([" @ {load}", " at {load}", " @ {load}kg", ", {load} kg", " @{load} kg"])
)
def test_a_load_at_the_end_belongs_to_every_count(load: Load, counts: list[int], end: str) -> None:
    text = " ".join(map(str, counts)) + end.format(load=load.value)
    reading = read_set(text, BENCH, Unit.KG)
    assert reading == Sets(tuple(Entry(load, reps) for reps in counts)), text


@given(LOADS, COUNTS, st.sampled_from([" ", ", ", "\n"]), st.booleans())
def test_a_load_of_the_first_set_belongs_to_the_counts_after_it(
    load: Load, counts: list[int], between: str, turned: bool
) -> None:
    first = f"{counts[0]}x{load.value}" if turned else f"{load.value}x{counts[0]}"
    text = between.join([first, *map(str, counts[1:])])
    assert read_set(text, BENCH, Unit.KG) == Sets(tuple(Entry(load, reps) for reps in counts)), text


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("8x70 80x10", "70 kg × 8, 80 kg × 10"),
        ("5x5 3x3 100", "sure? (many_sets) " + ", ".join(["100 kg × 5"] * 5 + ["100 kg × 3"] * 3)),
        ("3x8 80", "80 kg × 8, 80 kg × 8, 80 kg × 8"),
        ("80x8 7 @ 75", "80 kg × 8, 75 kg × 7"),
        ("80 8 8 7 @8", "80 kg × 8, 80 kg × 8, 80 kg × 7 @8"),
        ("80x8 8 @9 7 f", "80 kg × 8, 80 kg × 8 @9, 80 kg × 7 f"),
        ("8 @ 80 8 @ 75", "80 kg × 8, 75 kg × 8"),
        ("80kg 8 8 7 @ 90", "refused: two_loads"),
        ("10 10 @ 80 10", "refused: unclear"),
        ("8 8 7 @ 80 kg @ 90", "refused: unclear"),
        ("rpe 6-9", "no set"),
        ("8 @ 80-82", "no set"),
    ],
)
def test_read_against_80_kg_for_8(text: str, read_as: str) -> None:
    assert told(read_set(text, BENCH, Unit.KG)) == read_as


def test_what_may_be_an_effort_or_a_load_is_asked() -> None:
    told_back = told(read_set("8 8 7 @ 9", Asked(Load.kg(10), 8), Unit.KG))
    assert told_back == "ask: as asked × 8, as asked × 8, as asked × 7 @9 or 9 kg × 8, 9 kg × 8, 9 kg × 7"


def test_a_note_needs_no_colon_where_its_word_is_sure() -> None:
    assert read_set("note seat 5", BENCH, Unit.KG) == Note("seat 5")
    for text in ("not today", "note", "notes"):
        assert not isinstance(read_set(text, BENCH, Unit.KG), Note)


def test_ten_sets_of_ten_share_the_load_said_first() -> None:
    asked = Asked(Load.kg(80), 8, sets_left=4)
    reading = read_set("60x10" + " 10" * 9, asked, Unit.KG)
    assert reading == Confirm(Sets((Entry(Load.kg(60), 10),) * 10), Doubt.MANY_SETS)
