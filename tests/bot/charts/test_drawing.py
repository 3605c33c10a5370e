from __future__ import annotations

import struct
from typing import get_args

import pytest

from bot.charts.drawing import draw
from bot.charts.pictures import Picture
from bot.charts.style import CARD, DOTS, GOOD, LINE, LOW, MUTED, RECORD, TEXT
from tests.bot.charts.examples import examples, progress

HOSTILE = [
    "$\\frac{1}{",
    "<b>&amp;</b>",
    "💪" * 300,
    "\u202e evil",
    "a\x00b",
    "x" * 4096,
    "",
    "%s {0}",
    "_{^",
]


def size_of(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert png[-12:] == b"\x00\x00\x00\x00IEND\xaeB\x60\x82"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_every_kind_of_picture_has_an_example() -> None:
    assert {kind.__name__ for kind in get_args(Picture)} == {
        type(one).__name__ for one in examples().values()
    }


@pytest.mark.parametrize("kind", examples())
def test_a_picture_fits_a_phone(kind: str) -> None:
    drawn = draw(examples()[kind])
    width, height = size_of(drawn)
    assert width == 1080
    assert 700 <= height <= 1400
    assert 10_000 < len(drawn) < 400_000


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_drawn_as_it_stands(name: str) -> None:
    assert size_of(draw(progress(3, title=name))) == (1080, 810)


@pytest.mark.parametrize("sessions", [1, 2, 3, 1300])
def test_one_session_and_five_years_are_both_drawn(sessions: int) -> None:
    assert size_of(draw(progress(sessions))) == (1080, 810)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("colour", "least"),
    [(TEXT, 7), (MUTED, 7), (LINE, 4.5), (DOTS, 4.5), (RECORD, 4.5), (GOOD, 4.5), (LOW, 4.5)],
)
def test_everything_stands_out_from_the_card(colour: str, least: float) -> None:
    """Contrast as WCAG 2 reckons it: 7 for text, 4.5 for marks."""
    assert (luminance(colour) + 0.05) / (luminance(CARD) + 0.05) >= least
