"""The buttons of reminders: their times, what a reminder offers, hours of quiet, the time zone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.callbacks.wire import Press, button


@button("rt")
@dataclass(frozen=True, slots=True)
class RemindAt(Press):
    """Remind on these days (digits, 0 is Monday) at a minute of the day; no days turn reminders off."""

    days: str
    minute: int


class PutOff(StrEnum):
    """How long a reminder is put off."""

    AN_HOUR = "hour"
    TONIGHT = "tonight"


@button("rz")
@dataclass(frozen=True, slots=True)
class SnoozeReminder(Press):
    """Put the reminder of one day (its ordinal) off."""

    day: int
    how: PutOff


@button("rf")
@dataclass(frozen=True, slots=True)
class StopReminders(Press):
    """No more reminders; `day` is the one whose reminder carries the button."""

    day: int


@button("gq")
@dataclass(frozen=True, slots=True)
class ChooseQuiet(Press):
    """Quiet from one minute of the day until another; None: no quiet hours."""

    since: int | None = None
    until: int | None = None


@button("gz")
@dataclass(frozen=True, slots=True)
class ChooseZone(Press):
    """Live by the clock of this time zone."""

    zone: str


@button("gl")
@dataclass(frozen=True, slots=True)
class AskPlace(Press):
    """Offer to share a place, whose time zone is looked up."""


class AskedFrom(StrEnum):
    """Where the look-back is chosen: under a recap, in the menu of reminders, under a look-back."""

    RECAP = "recap"
    MENU = "menu"
    LETTER = "letter"


@button("rl")
@dataclass(frozen=True, slots=True)
class LookBackAt(Press):
    """Send the look-back at a minute of this day of the week (0 is Monday); None: no more."""

    weekday: int | None = None
    minute: int = 0


@button("rk")
@dataclass(frozen=True, slots=True)
class WantLookBack(Press):
    """Send the look-back every week, or no more; `day` is the one whose look-back carries the button."""

    asked_from: AskedFrom
    on: bool
    day: int
