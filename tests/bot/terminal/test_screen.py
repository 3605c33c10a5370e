from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.html import parse_html
from bot.terminal.screen import Screen, relative

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def drawn(source: str, screen: Screen | None = None) -> str:
    return (screen or Screen()).text(*parse_html(source), NOW)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "now"),
        (1, "in 1 s"),
        (90, "in 1 min 30 s"),
        (120, "in 2 min"),
        (-3600, "1 h ago"),
        (3 * 86400 + 7200 + 60, "in 3 d 2 h"),
    ],
)
def test_relative_times(seconds: int, words: str) -> None:
    assert relative(seconds) == words


def test_times_are_shown_where_the_phone_is() -> None:
    source = f'<tg-time unix="{int((NOW + timedelta(hours=6)).timestamp())}" format="wt">x</tg-time>'
    assert drawn(source) == "Tuesday 00:00"
    assert drawn(source, Screen(zone=ZoneInfo("America/New_York"))) == "Monday 19:00"
    assert drawn(source.replace(' format="wt"', "")) == "x"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a<blockquote>b\nc</blockquote>d", "a\n│ b\n│ c\nd"),
        ("<blockquote expandable><b>b</b>💪</blockquote>", "│ b💪"),
        ("💪<b>x<i>y</i></b>z", "💪xyz"),
        ("<a href='https://x.y/'>https://x.y</a>", "https://x.y"),
        ("<tg-spoiler>s</tg-spoiler>", "s"),
    ],
)
def test_formats_without_colour(source: str, shown: str) -> None:
    assert drawn(source) == shown


def test_formats_nest_in_colour() -> None:
    assert drawn("<b>x<i>y</i></b>", Screen(coloured=True)) == "\x1b[1mx\x1b[3my\x1b[0m\x1b[0m"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_no_message_moves_the_cursor(text: str) -> None:
    shown = Screen().text(text, (), NOW)
    assert not any(
        character < " " or "\x7f" <= character < "\xa0" for character in shown if character != "\n"
    )
    assert len(shown) == len(text)
