"""What people type of their equipment: plates, dumbbells, other bars, pins, rests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.gym import Bar
from core.training.typed.gym_words import (
    Misread,
    RackWords,
    read_dumbbells,
    read_other_bars,
    read_pin,
    read_rack,
    read_rest,
)
from core.units import Load, Unit

PAIRS = ((2000, 2), (1000, 2), (500, 4))


def kilos(*weights: float) -> tuple[Load, ...]:
    return tuple(map(Load.kg, weights))


@pytest.mark.parametrize(
    "text",
    [
        "2x20 2x10 4x5",
        "2 x 20, 2 x 10, 4 x 5",
        "2×20kg 2×10kg 4×5kg",
        "4x5; 2x10; 2x20",
        "2x20 and 2x10 and 4x5 plates",
        "20x2 10x2 4x5",
        "٢x٢٠ 2x10 4x5",
        "1x20 1x20 2x10 4x5",
    ],
)
def test_plates_by_pairs(text: str) -> None:
    assert read_rack(text, Unit.KG) == RackWords(Unit.KG, None, PAIRS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("bar 18", RackWords(Unit.KG, Load.kg(18), None)),
        ("bar 15 kg 2x20", RackWords(Unit.KG, Load.kg(15), ((2000, 2),))),
        ("barbell: 12,5", RackWords(Unit.KG, Load.kg("12.5"), None)),
        ("bar 45 lb, 2x45 1x25", RackWords(Unit.LB, Load.lb(45), ((4500, 2), (2500, 1)))),
        ("20 10 2.5", RackWords(Unit.KG, None, ((2000, 1), (1000, 1), (250, 1)))),
        ("4x2,5 2x1,25", RackWords(Unit.KG, None, ((250, 4), (125, 2)))),
    ],
)
def test_a_bar_and_other_plates(text: str, told: RackWords) -> None:
    assert read_rack(text, Unit.KG) == told


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        ("5-30 by 2.5", kilos(*[5 + 2.5 * step for step in range(11)])),
        ("5 to 30 by 2,5", kilos(*[5 + 2.5 * step for step in range(11)])),
        ("5–30/2.5 kg", kilos(*[5 + 2.5 * step for step in range(11)])),
        ("5-10", kilos(5, 7.5, 10)),
        ("10 12.5 20", kilos(10, 12.5, 20)),
        ("20, 10, 12,5", kilos(10, 12.5, 20)),
        ("15,20,25", kilos(15, 20, 25)),
        ("1-3 by 1, 10 kg", kilos(1, 2, 3, 10)),
        ("adjustable from 2 to 6 in steps of 2", kilos(2, 4, 6)),
        ("+12 +14", kilos(10, 12, 14)),
        ("+12 ", kilos(10, 12)),
    ],
)
def test_dumbbells(text: str, loads: tuple[Load, ...]) -> None:
    assert read_dumbbells(text, Unit.KG, kilos(10)) == loads


def test_dumbbells_are_taken_away_but_never_all() -> None:
    assert read_dumbbells("-10", Unit.KG, kilos(8, 10)) == kilos(8)
    assert read_dumbbells("-8 -10", Unit.KG, kilos(8, 10)) is Misread.OUT_OF_RANGE
    assert read_dumbbells("-8 10", Unit.KG, kilos(8, 10)) is Misread.NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("text", "bars"),
    [
        ("ez 8", ((Bar.EZ, Load.kg(8)),)),
        ("trap bar 25 kg, smith machine: 0", ((Bar.TRAP, Load.kg(25)), (Bar.SMITH, Load.kg(0)))),
        ("hex 60 lb", ((Bar.TRAP, Load.lb(60)),)),
    ],
)
def test_other_bars(text: str, bars: tuple[tuple[Bar, Load], ...]) -> None:
    assert read_other_bars(text, Unit.KG) == bars


@pytest.mark.parametrize(
    ("text", "rest_s"),
    [("90", 90), ("90 s", 90), ("90sec", 90), ("2 min", 120), ("2:30", 150), ("1,5 min", 90), ("3", 180)],
)
def test_a_rest(text: str, rest_s: int) -> None:
    assert read_rest(text) == rest_s


@pytest.mark.parametrize(
    ("read", "text", "why"),
    [
        (read_rack, "banana", Misread.NOT_UNDERSTOOD),
        (read_rack, "", Misread.NOT_UNDERSTOOD),
        (read_rack, "2x20 <b>", Misread.NOT_UNDERSTOOD),
        (read_rack, "2x20 kg 2x45 lb", Misread.TWO_UNITS),
        (read_rack, "2x500", Misread.OUT_OF_RANGE),
        (read_rack, "99x20", Misread.OUT_OF_RANGE),
        (read_rack, "80x8", Misread.OUT_OF_RANGE),
        (read_rack, "0x20", Misread.OUT_OF_RANGE),
        (read_rack, "bar 500", Misread.OUT_OF_RANGE),
        (read_rack, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17", Misread.TOO_MANY),
        (read_rack, "2x20 " * 60, Misread.NOT_UNDERSTOOD),
        (read_rack, "1e309", Misread.NOT_UNDERSTOOD),
        (read_dumbbells, "5-30 by 0", Misread.OUT_OF_RANGE),
        (read_dumbbells, "30-5 by 5", Misread.OUT_OF_RANGE),
        (read_dumbbells, "1-100 by 0.5", Misread.TOO_MANY),
        (read_dumbbells, "NaN", Misread.NOT_UNDERSTOOD),
        (read_dumbbells, "500", Misread.OUT_OF_RANGE),
        (read_other_bars, "ez", Misread.NOT_UNDERSTOOD),
        (read_other_bars, "ez 400", Misread.OUT_OF_RANGE),
        (read_other_bars, "log 40", Misread.NOT_UNDERSTOOD),
        (read_pin, "5 10", Misread.NOT_UNDERSTOOD),
        (read_pin, "0", Misread.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(read, text: str, why: Misread) -> None:  # type: ignore[no-untyped-def]
    assert read(text, Unit.KG) is why


@pytest.mark.parametrize("text", ["-5", "abc", "0", "601", "11 min", "2:75", "90 reps", "1e3"])
def test_what_is_no_rest(text: str) -> None:
    assert isinstance(read_rest(text), Misread)


@given(st.text(max_size=250))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    for read in (read_rack, read_dumbbells, read_other_bars, read_pin):
        told = read(text, Unit.LB)
        assert isinstance(told, Misread | RackWords | tuple | Load)
    assert isinstance(read_rest(text), int | Misread)


@given(st.text(alphabet="0123456789x ×,.-/+kglbbaryez", max_size=60))
def test_what_looks_like_equipment_stays_in_bounds(text: str) -> None:
    told = read_rack(text, Unit.KG)
    if isinstance(told, RackWords) and told.plates is not None:
        assert all(1 <= pairs <= 20 and plate > 0 for plate, pairs in told.plates if pairs is not None)
    row = read_dumbbells(text, Unit.KG)
    if isinstance(row, tuple):
        assert list(row) == sorted(set(row))
        assert 0 < len(row) <= 100
