"""Plates per side against brute force, with pairs owned, and the fewest moved between sets."""

from __future__ import annotations

import tracemalloc
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Rack
from core.training.loads.plates import change_plates, plates_per_side
from core.units import Load, Unit

KG, LB = Rack.standard(Unit.KG), Rack.standard(Unit.LB)
SMALL = Rack(Load.kg(10), ((1000, 2), (500, 3), (250, 1), (125, 2)))


def test_fewest_plates_where_greedy_takes_more():
    assert plates_per_side(Load.lb(45 + 120), LB) == (3500, 2500)


def test_a_tie_goes_to_the_heavier_first():
    assert plates_per_side(Load.kg(80), KG) == (2500, 500)


def test_the_empty_bar_takes_no_plates():
    assert plates_per_side(Load.kg(20), KG) == ()


@pytest.mark.parametrize("load", [Load.kg("17.5"), Load.kg(81), Load.kg("20.01")])
def test_what_the_rack_cannot_make_is_none(load):
    assert plates_per_side(load, KG) is None


@given(st.integers(0, 100))
def test_fewest_by_brute_force_with_pairs_owned(steps):
    side = steps * 125 // 2 * 2
    ways = [
        tuple(plate for (plate, _), count in zip(SMALL.plates, counts, strict=True) for _ in range(count))
        for counts in product(*(range(pairs + 1) for _, pairs in SMALL.plates))
        if sum(plate * count for (plate, _), count in zip(SMALL.plates, counts, strict=True)) == side
    ]
    best = min(ways, key=lambda way: (len(way), tuple(-plate for plate in way)), default=None)
    assert plates_per_side(Load.of_hundredths(1000 + 2 * side, Unit.KG), SMALL) == best


def test_from_set_to_set_the_fewest_plates_move():
    change = change_plates(Load.kg(80), Load.kg(75), KG)
    assert (change.off, change.on, change.moved) == ((500,), (250,), 2)
    stays = change_plates((2000, 1000), Load.kg(75), KG)
    assert stays.after == (2000, 500, 250)
    assert (stays.off, stays.on) == ((1000,), (500, 250))


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_change_leads_where_it_says(before, after):
    one, other = (Load.of_hundredths(2000 + 250 * steps, Unit.KG) for steps in (before, after))
    change = change_plates(one, other, KG)
    assert 2 * sum(change.after) == other.hundredths - 2000
    side = list(plates_per_side(one, KG))
    for plate in change.off:
        side.remove(plate)
    assert sorted([*side, *change.on], reverse=True) == list(change.after)
    straight = plates_per_side(other, KG)
    assert change.moved <= len(side) + len(change.off) + len(straight)


def test_no_change_to_what_cannot_be_made():
    assert change_plates(Load.kg(80), Load.kg(81), KG) is None
    assert change_plates(Load.kg(80), Load.kg(15), KG) is None
    assert change_plates(Load.kg(81), Load.kg(80), KG) is None


def test_a_side_that_is_remembered_keeps_no_plates_of_its_own():
    def just_read() -> Rack:
        plates = (2345, 1875, 1235, 875, 565, 435, 315)
        return Rack(Load.kg(20), tuple((int(str(plate)), None) for plate in plates))

    def ask(number: int) -> None:
        plates_per_side(Load.kg(20 + number / 2), just_read())

    ask(0)
    tracemalloc.start()
    for number in range(1, 61):
        ask(number)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept / 60 < 700
