"""When a reminder is due: once for every local date, never early, whatever the clocks do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.reminding import Quiet, Reminders, Weekly
from core.training.week.local_times import Due, moment_of, next_due, zone_of

DAILY_0230 = Reminders(tuple(Weekly(day, 150) for day in range(7)))
ZONES = (
    "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "America/New_York",
    "Africa/Casablanca", "Asia/Tehran", "Pacific/Chatham", "America/St_Johns", "UTC",
)  # fmt: skip


def run(wished: Reminders, zone: str, begin: datetime, days: int) -> list[Due]:
    """Every reminder from `begin` on, each dealt with as it rings."""
    now, found = begin, []
    while (due := next_due(wished, zone_of(zone), now)) is not None and due.at < begin + timedelta(days=days):
        found.append(due)
        wished, now = replace(wished, through=due.key), due.at
    return found


def local(due: Due, zone: str) -> str:
    return f"{due.at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("zone", "day", "rings"),
    [
        ("Europe/Berlin", date(2026, 3, 29), "2026-03-29 03:30"),  # 02:30 does not exist
        ("Europe/Berlin", date(2026, 10, 25), "2026-10-25 02:30"),  # 02:30 comes twice
        ("Australia/Lord_Howe", date(2026, 4, 5), "2026-04-05 02:30"),  # back by half an hour
        ("Australia/Lord_Howe", date(2026, 10, 4), "2026-10-04 02:30"),  # forward by half an hour
        ("Asia/Kathmandu", date(2026, 3, 29), "2026-03-29 02:30"),
        ("Pacific/Apia", date(2026, 3, 29), "2026-03-29 02:30"),
    ],
)
def test_once_on_the_day_the_clock_changes(zone: str, day: date, rings: str) -> None:
    begin = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=3)
    found = [local(due, zone) for due in run(DAILY_0230, zone, begin, 6)]
    assert [one for one in found if one.startswith(f"{day}")] == [rings]
    assert len({one[:10] for one in found}) == len(found)


def test_the_second_half_past_two_of_october_is_an_hour_too_late() -> None:
    (due, *_) = run(DAILY_0230, "Europe/Berlin", datetime(2026, 10, 25, 0, 0, tzinfo=UTC), 1)
    assert due.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    after = replace(DAILY_0230, through=due.key)
    following = next_due(after, zone_of("Europe/Berlin"), due.at)
    assert following is not None
    assert following.at == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)


def test_two_times_that_the_jump_makes_one_ring_once() -> None:
    both = Reminders((Weekly(6, 150), Weekly(6, 210)))  # 02:30 and 03:30 of a Sunday
    found = run(both, "Europe/Berlin", datetime(2026, 3, 28, tzinfo=UTC), 3)
    assert [local(due, "Europe/Berlin") for due in found] == ["2026-03-29 03:30"]


def test_a_day_that_was_left_out_of_the_calendar_has_no_reminder() -> None:
    found = run(DAILY_0230, "Pacific/Apia", datetime(2011, 12, 28, tzinfo=UTC), 6)
    days = [local(due, "Pacific/Apia")[:10] for due in found]
    assert "2011-12-29" in days
    assert "2011-12-30" not in days
    assert "2011-12-31" in days


def test_who_flies_west_is_not_reminded_twice_of_one_day() -> None:
    monday = Reminders((Weekly(0, 18 * 60),))
    due = next_due(monday, zone_of("Europe/Berlin"), datetime(2026, 3, 2, tzinfo=UTC))
    assert due is not None
    landed = replace(monday, through=due.key)
    following = next_due(landed, zone_of("America/New_York"), due.at + timedelta(hours=1))
    assert following is not None
    assert local(following, "America/New_York") == "2026-03-09 18:00"


def test_quiet_hours_shift_to_their_end_or_keep_the_time_to_be_dropped() -> None:
    wished = Reminders((Weekly(0, 6 * 60), Weekly(0, 23 * 60)), Quiet(22 * 60, 7 * 60))
    found = run(wished, "UTC", datetime(2026, 3, 2, tzinfo=UTC), 1)
    assert [local(due, "UTC") for due in found] == ["2026-03-02 07:00", "2026-03-02 23:00"]


def test_an_unknown_zone_is_utc() -> None:
    assert zone_of("Nowhere/Atlantis") is UTC
    assert zone_of("../../etc/passwd") is UTC


@settings(max_examples=60, deadline=None)
@given(
    zone=st.sampled_from(ZONES),
    hours=st.integers(0, 28 * 365 * 24),
    minute=st.integers(0, 1439),
)
def test_every_date_once_and_never_early(zone: str, hours: int, minute: int) -> None:
    begin = datetime(2008, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    wished = Reminders(tuple(Weekly(day, minute) for day in range(7)))
    found = run(wished, zone, begin, 400)
    clock = zone_of(zone)
    days = [date.fromordinal(due.day) for due in found]
    first, last = begin.astimezone(clock).date(), days[-1]
    every = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    there = [day for day in every if (at := moment_of(day, minute, clock)) is not None and at > begin]
    assert days == there
    for due in found:
        shown = due.at.astimezone(clock)
        assert shown.date().toordinal() == due.day
        assert shown.hour * 60 + shown.minute >= minute
        assert not (shown.hour * 60 + shown.minute > minute and shown.fold)
