"""The athlete's own clock and calendar: what day and time a moment is where they live."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core.model.athlete import Athlete


def local_date(athlete: Athlete, now: datetime) -> date:
    """The athlete's own date; an unknown zone falls back to UTC."""
    return local_time(athlete, now).date()


def local_time(athlete: Athlete, moment: datetime) -> datetime:
    """A moment as the athlete's clock shows it; an unknown zone falls back to UTC."""
    return moment.astimezone(zone_of(athlete))


def zone_of(athlete: Athlete) -> tzinfo:
    """The athlete's time zone; UTC for an unknown one."""
    try:
        return ZoneInfo(athlete.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
