"""The time zone as people tell it when asked what time it is for them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.typed.gym_words import Misread
from core.training.typed.zone_words import read_zones

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
EIGHT_PM = read_zones("20:00", NOW)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        ("I'm in Berlin", "Europe/Berlin"),
        ("berlin time", "Europe/Berlin"),
        ("Deutschland", "Europe/Berlin"),
        ("ich wohne in Wien", "Europe/Vienna"),
        ("New York City", "America/New_York"),
        ("London, UK", "Europe/London"),
        ("in Tokyo", "Asia/Tokyo"),
    ],
)
def test_a_place_is_found_among_a_few_words(typed: str, zone: str) -> None:
    assert read_zones(typed, NOW) == (zone,)


@pytest.mark.parametrize(
    "typed",
    [
        "it's 8pm here",
        "8:02 pm now",
        "about 20:00",
        "8 in the evening",
        "20 Uhr",
        "es ist 20:00 Uhr bei mir",
        "utc+2",
        "GMT +2:00",
    ],
)
def test_a_time_is_found_among_a_few_words(typed: str) -> None:
    assert "Europe/Athens" in EIGHT_PM
    assert read_zones(typed, NOW) == EIGHT_PM


@pytest.mark.parametrize(
    "typed",
    ["8", "it's 8 here", "quarter past 8", "idk", "here", "in", "mine", "1 + 2"],
)
def test_what_leaves_it_open_is_asked_again(typed: str) -> None:
    assert read_zones(typed, NOW) is Misread.NOT_UNDERSTOOD


@given(st.text(max_size=210))
def test_any_text_is_read_without_a_fault(typed: str) -> None:
    assert read_zones(typed, NOW)
