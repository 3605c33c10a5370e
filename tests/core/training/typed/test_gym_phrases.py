"""Equipment and rests as people type them when a setting is asked for."""

from __future__ import annotations

import pytest

from core.training.typed.gym_words import Misread, RackWords, read_dumbbells, read_pin, read_rack, read_rest
from core.units import Load, Unit


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("90 seconds please", 90),
        ("a minute and a half", 90),
        ("1m30", 90),
        ("1 min 30 s", 90),
        ("half a minute", 30),
        ("two minutes", 120),
        ("about 3 minutes rest", 180),
        ("eine Minute", 60),
        ("a while", Misread.NOT_UNDERSTOOD),
        ("two", Misread.NOT_UNDERSTOOD),
    ],
)
def test_a_rest(typed: str, seconds: int | Misread) -> None:
    assert read_rest(typed) == seconds


def test_a_bar_may_be_named_behind_its_weight() -> None:
    assert read_rack("I have a 15 kg bar", Unit.KG) == RackWords(Unit.KG, Load.kg(15), None)
    told = read_rack("20kg bar, plates 20 10 5", Unit.KG)
    assert told == RackWords(Unit.KG, Load.kg(20), ((2000, 1), (1000, 1), (500, 1)))


def test_plates_and_dumbbells_in_the_plural() -> None:
    told = read_rack("I have a set of 20s and 10s", Unit.KG)
    assert told == RackWords(Unit.KG, None, ((2000, 1), (1000, 1)))
    assert read_dumbbells("just 10s and 20s", Unit.KG) == (Load.kg(10), Load.kg(20))


@pytest.mark.parametrize("typed", ["4 20s and 2 10s", "i have 2 20's"])
def test_a_count_of_plates_that_may_be_singles_or_pairs_is_asked(typed: str) -> None:
    assert read_rack(typed, Unit.KG) is Misread.NOT_UNDERSTOOD


@pytest.mark.parametrize("typed", ["5", "5kg steps", "steps of 5", "5 kg per pin"])
def test_what_a_pin_adds(typed: str) -> None:
    assert read_pin(typed, Unit.KG) == Load.kg(5)
