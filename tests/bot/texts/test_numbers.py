from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import clock_time, duration, load, number, percent, unit_word, whole
from core.units import Load, Unit
from tests.bot.texts.catalogues import german_beside_english


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (80, "80"), (80.0, "80"), (37.5, "37.5"), (Decimal("37.50"), "37.5"), (1.25, "1.25"),
        (1000, "1000"), (Decimal("1E+3"), "1000"), (0, "0"), (-2.5, "-2.5"), (0.1 + 0.2, "0.3"),
    ],
)  # fmt: skip
def test_a_number_has_no_needless_zeros(value, shown: str):
    assert number(value) == shown


@given(st.integers(-10_000_000, 10_000_000))
def test_a_number_says_just_the_hundredths_it_has(hundredths: int):
    assert Decimal(number(Decimal(hundredths) / 100)) == Decimal(hundredths) / 100


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Load.kg(80), "80 kg"), (Load.kg("37.5"), "37.5 kg"), (Load.lb(225), "225 lb"),
        (Load.lb("2.5"), "2.5 lb"), (Load.kg(0), "0 kg"), (None, "bw"),
    ],
)  # fmt: skip
def test_a_load_says_its_unit(value: Load | None, shown: str):
    assert load(value) == shown


def test_where_the_comma_is_the_habit_it_stands_before_decimals(tmp_path, monkeypatch):
    with german_beside_english(tmp_path, monkeypatch):
        assert (number(37.5), load(Load.lb("2.5"))) == ("37,5", "2,5 lb")
        assert (whole(5140), percent(0.825)) == ("5.140", "82 %")
    assert (number(37.5), whole(5140)) == ("37.5", "5,140")


@pytest.mark.parametrize(("share", "shown"), [(0.8, "80 %"), (0.775, "78 %"), (1.0, "100 %"), (0.0, "0 %")])
def test_a_share_is_whole_per_cent(share: float, shown: str):
    assert percent(share) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (999.6, "1,000"), (Decimal("5140.4"), "5,140"), (1234567, "1,234,567")],
)
def test_tonnage_is_whole_and_grouped(value, shown: str):
    assert whole(value) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0 s"), (60, "60 s"), (119, "119 s"), (120, "2 min"), (150, "2:30 min"),
        (185, "3:05 min"), (3600, "60 min"),
    ],
)  # fmt: skip
def test_a_rest_is_said_as_lifters_say_it(seconds: int, shown: str):
    assert duration(seconds) == shown


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("UTC", "18:05"), ("Europe/Berlin", "19:05"), ("Asia/Kolkata", "23:35"),
        ("Mars/Olympus", "18:05"), ("../etc", "18:05"), ("", "18:05"),
    ],
)  # fmt: skip
def test_the_clock_is_the_athletes_own_or_utc(zone: str, shown: str):
    assert clock_time(datetime(2026, 3, 2, 18, 5, tzinfo=UTC), zone) == shown


def test_units_are_written_alike_everywhere():
    assert [unit_word(unit) for unit in Unit] == ["kg", "lb"]
