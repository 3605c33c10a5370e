from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.reminding import Quiet, Weekly
from core.training.typed.gym_words import Misread
from core.training.typed.reminder_words import MOST_TIMES, read_clock, read_quiet, read_reminders

EVENING, MORNING = 18 * 60, 7 * 60 + 30


def on(days: str, minute: int) -> tuple[Weekly, ...]:
    return tuple(Weekly(int(day), minute) for day in days)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("mon wed fri 18:00", on("024", EVENING)),
        ("Mon, Wed and Fri at 6 pm", on("024", EVENING)),
        ("mon,thu 18.30", on("03", EVENING + 30)),
        ("daily 7:30", on("0123456", MORNING)),
        ("every day 7:30am", on("0123456", MORNING)),
        ("weekdays 6pm", on("01234", EVENING)),
        ("weekend 10h", on("56", 600)),
        ("18:00", on("0123456", EVENING)),
        ("mo di und so 18:00", on("016", EVENING)),
        ("täglich um 7:30 Uhr", on("0123456", MORNING)),
        ("werktags 18 Uhr", on("01234", EVENING)),
        ("tuesdays 18h30", on("1", EVENING + 30)),
        ("mon-fri 18", on("01234", EVENING)),
        ("fri - mon 18", on("0456", EVENING)),
        ("mon 7:30 wed sat 18:00", (Weekly(0, MORNING), Weekly(2, EVENING), Weekly(5, EVENING))),
        ("mon 7:30 18:00", (Weekly(0, MORNING), Weekly(0, EVENING))),
        ("mon 18:00 mon 18:00", on("0", EVENING)),
        ("every monday and thursday at 6 in the evening", on("03", EVENING)),
        ("mon, wed & fri @ 6pm", on("024", EVENING)),
        ("tue/thu 6 pm", on("13", EVENING)),
        ("mon to fri 6pm", on("01234", EVENING)),
        ("montags bis freitags 18 Uhr", on("01234", EVENING)),
        ("mo mi 7 Uhr 30", on("02", MORNING)),
        ("Mo 19 Uhr abends", on("0", 19 * 60)),
        ("6pm mon wed fri", on("024", EVENING)),
        ("weekdays at noon", on("01234", 720)),
        ("mon wed at 6", on("02", 360)),
        ("mon wed evening", Misread.NOT_UNDERSTOOD),
        ("3 times a week at 6pm", Misread.NOT_UNDERSTOOD),
        ("mon 12am", on("0", 0)),
        ("mon 12pm", on("0", 720)),
        ("mon 24:00", on("0", 0)),
        ("مon 18:00", Misread.NOT_UNDERSTOOD),
        ("mon ١٨:٠٠", on("0", EVENING)),
        ("mon wed", Misread.NOT_UNDERSTOOD),
        ("mon 18:00 wed", Misread.NOT_UNDERSTOOD),
        ("mon 25:00", Misread.OUT_OF_RANGE),
        ("mon 18:60", Misread.OUT_OF_RANGE),
        ("mon 13pm", Misread.OUT_OF_RANGE),
        ("mon 80x8", Misread.NOT_UNDERSTOOD),
        ("", Misread.NOT_UNDERSTOOD),
        ("10", Misread.NOT_UNDERSTOOD),
        ("8 8 7", Misread.NOT_UNDERSTOOD),
        ("10pm", on("0123456", 22 * 60)),
        ("banana", Misread.NOT_UNDERSTOOD),
        ("mon " * 100 + "18", Misread.NOT_UNDERSTOOD),
        ("daily 7:00 8 9", Misread.TOO_MANY),
    ],
)
def test_what_is_typed_is_read(typed: str, read: object) -> None:
    assert read_reminders(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("22-7", Quiet(1320, 420)),
        ("22:30 to 6:45", Quiet(1350, 405)),
        ("from 10pm until 7am", Quiet(1320, 420)),
        ("between 10pm and 7am", Quiet(1320, 420)),
        ("22 bis 7 Uhr", Quiet(1320, 420)),
        ("13-14", Quiet(780, 840)),
        ("7-7", Misread.OUT_OF_RANGE),
        ("22", Misread.NOT_UNDERSTOOD),
        ("night", Misread.NOT_UNDERSTOOD),
    ],
)
def test_hours_of_quiet(typed: str, read: object) -> None:
    assert read_quiet(typed) == read


@given(st.text(max_size=300))
def test_nothing_typed_raises_or_goes_beyond_the_week(text: str) -> None:
    read = read_reminders(text)
    if not isinstance(read, Misread):
        assert 0 < len(read) <= MOST_TIMES
        assert all(0 <= one.weekday <= 6 and 0 <= one.minute < 1440 for one in read)
    quiet = read_quiet(text)
    assert isinstance(quiet, Misread) or quiet.since != quiet.until
    assert isinstance(read_clock(text), int | Misread)


@given(st.integers(0, 1439), st.integers(0, 1439), st.integers(0, 1439))
def test_quiet_ends_the_same_day_or_nothing_is_heard(since: int, until: int, minute: int) -> None:
    quiet = Quiet(since, until)
    heard = quiet.heard_at(minute)
    if heard is None:
        assert quiet.covers(minute)
    else:
        assert heard >= minute
        assert not quiet.covers(heard)
