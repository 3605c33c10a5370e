from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure

from bot.charts.drawing import draw
from bot.charts.drawing_bars import draw_recap, draw_volume
from bot.charts.drawing_lines import draw_progress
from bot.charts.pictures import MuscleRow, Picture, ProgressPicture
from bot.charts.style import CARD, DOTS, GOOD, LINE, LOW, MUTED, RECORD, TEXT
from tests.bot.charts.examples import examples, progress, recap, volume

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


def words_of(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.texts]


def test_the_colour_of_a_record_is_told_where_there_is_one() -> None:
    with_one = recap()
    assert with_one.record_words in words_of(draw_recap(with_one))
    without = replace(with_one, rows=tuple(replace(row, record=False) for row in with_one.rows))
    assert with_one.record_words not in words_of(draw_recap(without))


def test_the_longest_muscle_is_written_out_and_decimals_are_the_readers() -> None:
    rows = (MuscleRow("wide back muscles", 15.5, 8, 14),)
    axes = draw_volume(replace(volume(), rows=rows, decimal_sign=",")).axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["wide back muscles"]
    assert [text.get_text() for text in axes.texts] == ["15,5"]


def test_many_records_do_not_hide_the_line() -> None:
    assert star_size(with_records(lambda place: place % 100 == 0)) == 420
    assert star_size(with_records(lambda place: place > 0)) < 150


def with_records(is_one: Callable[[int], bool]) -> ProgressPicture:
    many = progress(300)
    points = tuple(replace(point, record=is_one(place)) for place, point in enumerate(many.points))
    return replace(many, points=points)


def star_size(picture: ProgressPicture) -> float:
    drawn = draw_progress(picture).axes[0].collections
    (stars,) = (one for one in drawn if one.get_label() == "record")
    assert isinstance(stars, PathCollection)
    return float(stars.get_sizes()[0])
