"""When a time of the week comes next on somebody's own clock, whatever daylight saving does to it.

What is wished is `core/model/reminding.py`, how it is typed `typed/reminder_words.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core.model.reminding import Reminders

_DAYS_AHEAD = 15  # a week, and one more where a whole day was left out of the calendar (Apia, 2011)


@dataclass(frozen=True, slots=True)
class Due:
    """A moment to remind at, aware UTC, and the local day (its ordinal) and minute it is the reminder of."""

    at: datetime
    day: int
    minute: int

    @property
    def key(self) -> tuple[int, int]:
        """What `Reminders.through` is compared with."""
        return self.day, self.minute


def zone_of(name: str) -> tzinfo:
    """A time zone by its IANA name; UTC for one this machine does not know."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def moment_of(day: date, minute: int, zone: tzinfo) -> datetime | None:
    """The first moment at which it is that time of that day, aware UTC.

    A time that the clock jumps over comes as much later as it jumps; None when that is another day, or there
    is no such day.
    """
    local = datetime.combine(day, time(minute // 60, minute % 60), zone)
    moment = local.astimezone(UTC)
    return moment if moment.astimezone(zone).date() == day else None


def next_due(reminders: Reminders, zone: tzinfo, since: datetime) -> Due | None:
    """The first reminder later than `since` that is not dealt with yet; None where none is wished.

    One in quiet hours comes as they end on the same day. Where they don't, it keeps its time: whoever rings
    finds that it is quiet, and drops it.
    """
    today = since.astimezone(zone).date()
    found: list[Due] = []
    for ahead in range(-1, _DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        for wish in reminders.times:
            if wish.weekday != day.weekday():
                continue
            due = _due(reminders, day, wish.minute, zone)
            if due is not None and due.at > since and (reminders.through or (0, 0)) < due.key:
                found.append(due)
        if found:
            return min(found, key=lambda due: due.at)
    return None


def _due(reminders: Reminders, day: date, minute: int, zone: tzinfo) -> Due | None:
    heard = minute if reminders.quiet is None else reminders.quiet.heard_at(minute)
    moment = moment_of(day, minute if heard is None else heard, zone)
    if moment is None:
        return None
    # Told by the clock as it really stands: two times that the clock's jump makes one are one reminder.
    shown = moment.astimezone(zone)
    return Due(moment, day.toordinal(), shown.hour * 60 + shown.minute)


def local_minute(moment: datetime, zone: tzinfo) -> int:
    """The minute of the day on somebody's own clock."""
    shown = moment.astimezone(zone)
    return shown.hour * 60 + shown.minute
