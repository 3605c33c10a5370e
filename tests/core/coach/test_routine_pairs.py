"""Supersets of a routine: always two neighbours, whatever was moved or removed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.names import BEGUN, SURE, near_names
from core.coach.plans.routines import clean_name, in_pairs
from core.model.routine import RoutineExercise


def paired(*pairs: int | None) -> list[int | None]:
    held = tuple(RoutineExercise(f"exercise_{place}", pair=pair) for place, pair in enumerate(pairs))
    return [one.pair for one in in_pairs(held)]


def test_pairs_are_two_neighbours_numbered_in_their_order() -> None:
    assert paired(0, 0, None, 5, 5) == [1, 1, None, 2, 2]
    assert paired(1, None, 1) == [None, None, None]
    assert paired(1, 1, 1) == [1, 1, None]
    assert paired(2, 2, 1, 1, 1, 1) == [1, 1, 2, 2, 3, 3]
    assert paired() == []


@given(st.lists(st.none() | st.integers(0, 3), max_size=12))
def test_no_exercise_is_in_half_a_pair(pairs: list[int | None]) -> None:
    told = paired(*pairs)
    for number in {pair for pair in told if pair is not None}:
        places = [place for place, pair in enumerate(told) if pair == number]
        assert len(places) == 2
        assert places[1] == places[0] + 1
    assert paired(*told) == told


def test_names_are_found_whole_begun_or_with_a_slip() -> None:
    names = ["Push A", "Push B", "Día de pierna"]
    assert near_names("push a", names)[0] == (0, SURE)
    assert near_names("push", names) == [(0, BEGUN), (1, BEGUN)]
    assert near_names("DIA  DE PIERNA", names) == [(2, SURE)]
    assert near_names("psuh b", names)[0][0] == 1
    assert near_names("yoga", names) == []
    assert near_names("   ", names) == []


@given(st.text(max_size=500))
def test_a_name_is_one_bounded_line_of_what_can_be_seen(text: str) -> None:
    name = clean_name(text)
    if name is not None:
        assert 0 < len(name) <= 40
        assert name == name.strip()
        assert name.isprintable()
