"""When somebody wants to be reminded to train, and when they are not to be disturbed: local times of day."""

from __future__ import annotations

from dataclasses import dataclass

MINUTES_A_DAY = 1440


@dataclass(frozen=True, slots=True, order=True)
class Weekly:
    """One time of the week by the clock on the wall: `weekday` 0 is Monday, `minute` counts from midnight."""

    weekday: int
    minute: int


@dataclass(frozen=True, slots=True)
class Quiet:
    """From one minute of the day until another, over midnight where `until` is the smaller one."""

    since: int
    until: int

    def covers(self, minute: int) -> bool:
        """Whether a minute of the day is quiet."""
        if self.since <= self.until:
            return self.since <= minute < self.until
        return minute >= self.since or minute < self.until

    def heard_at(self, minute: int) -> int | None:
        """When something of this minute may be heard: then, or as the quiet ends; None: not the same day."""
        if not self.covers(minute):
            return minute
        return self.until if minute < self.until < MINUTES_A_DAY else None


@dataclass(frozen=True, slots=True)
class Reminders:
    """What is wished for, in the order of the week.

    `through` is the newest local (day as its ordinal, minute) that is dealt with: rung, or dropped with a
    reason. What is not later never rings again, whatever clocks and zones do. `looked` is the same for the
    weekly look-back, which comes at `look_back_at` where `look_back`; `advised`: two days a week were advised
    once.
    """

    times: tuple[Weekly, ...] = ()
    quiet: Quiet | None = None
    through: tuple[int, int] | None = None
    look_back: bool = False
    looked: tuple[int, int] | None = None
    advised: bool = False
    look_back_at: Weekly = Weekly(6, 18 * 60)

    @property
    def any_wished(self) -> bool:
        """Whether anything is to come at a local time, which takes a time zone."""
        return bool(self.times) or self.look_back
