"""The one injected clock: the coach's time for timers, reminders and dates, and when that is on the wall.

Where its anchor is kept is the table `setting` (`core/store`); what Telegram shows is always wall time.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from core.store.port import Tx
from core.store.settings import keep_setting, kept_setting

ANCHOR_KEY = "clock_anchor"


class Clock(Protocol):
    """What the bot asks the time. All moments are aware UTC."""

    def now(self) -> datetime:
        """The coach's time."""
        ...

    def real_time(self, moment: datetime) -> datetime:
        """When a moment of the coach's clock is on the wall: what Telegram shows."""
        ...

    def real_seconds_until(self, moment: datetime) -> float:
        """Seconds to sleep until that moment, 0 when it passed, infinity when only a step can bring it."""
        ...

    def on_step(self, changed: Callable[[], None]) -> None:
        """Call `changed` whenever this clock jumps; one that only flows never does."""
        ...


def coach_time(clock: Clock, real: datetime) -> datetime:
    """When a moment on the wall was on the coach's clock, whatever its speed; never later than now."""
    now = clock.now()
    hour = timedelta(hours=1)
    speed = hour / (clock.real_time(now) - clock.real_time(now - hour))
    return min(now, now - (clock.real_time(now) - real) * speed)


class Then:
    """A clock that stands at a moment that passed, for what was written then."""

    def __init__(self, clock: Clock, at: datetime) -> None:
        self._clock, self._at = clock, at

    def now(self) -> datetime:
        """That moment."""
        return self._at

    def real_time(self, moment: datetime) -> datetime:
        """When that moment is on the wall."""
        return self._clock.real_time(moment)

    def real_seconds_until(self, moment: datetime) -> float:
        """Seconds from today, not from then."""
        return self._clock.real_seconds_until(moment)

    def on_step(self, changed: Callable[[], None]) -> None:
        """Call `changed` whenever the clock behind jumps."""
        self._clock.on_step(changed)


def wall_now() -> datetime:
    """The time on the wall."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a clock of another speed is tied down: at `real_at` on the wall the coach had `coach_at`."""

    real_at: datetime
    coach_at: datetime
    speed: float = 1.0

    def coach(self, real: datetime) -> datetime:
        """The coach's time at a moment on the wall."""
        return self.coach_at + (real - self.real_at) * self.speed

    def real(self, coach: datetime) -> datetime:
        """The wall's time at a moment of the coach's."""
        return self.real_at + (coach - self.coach_at) / self.speed

    def text(self) -> str:
        """This anchor as it is kept in one setting."""
        return f"{self.real_at.isoformat()} {self.coach_at.isoformat()} {self.speed!r}"

    @classmethod
    def of(cls, text: str) -> Anchor:
        """The anchor that `text` was made of."""
        real_at, coach_at, speed = text.split(" ")
        return cls(datetime.fromisoformat(real_at), datetime.fromisoformat(coach_at), float(speed))


def wind(tx: Tx, speed: float, real: datetime) -> Anchor | None:
    """The anchor for this start, kept for the next one; None where the speed has always been 1."""
    kept = kept_setting(tx, ANCHOR_KEY)
    if speed == 1 and kept is None:
        return None
    anchor = anchored(kept, speed, real)
    keep_setting(tx, ANCHOR_KEY, anchor.text())
    return anchor


def anchored(kept: str | None, speed: float, real: datetime) -> Anchor:
    """The anchor to run from: the kept one, so that a restart loses no time; a new speed goes on there."""
    old = Anchor.of(kept) if kept else Anchor(real, real, speed)
    return old if old.speed == speed else Anchor(real, old.coach(real), speed)


class WallClock:
    """The wall's time, or with an anchor a coach's time that flows faster or slower.

    While the process runs it follows the monotonic clock: when the wall is set forward or back by more
    than `TOLERATED_S`, a running rest neither ends early nor hangs. After `TRUSTED_AFTER_S` the wall is
    believed again.
    """

    TOLERATED_S = 2.0
    TRUSTED_AFTER_S = 3600.0  # longer than any rest

    def __init__(
        self,
        anchor: Anchor | None = None,
        wall: Callable[[], datetime] = wall_now,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._anchor = anchor
        self._wall = wall
        self._monotonic = monotonic
        self._base = wall() - timedelta(seconds=monotonic())
        self._jumped_at: float | None = None

    def now(self) -> datetime:
        """The coach's time."""
        steady = self._steady()
        return self._anchor.coach(steady) if self._anchor else steady

    def real_time(self, moment: datetime) -> datetime:
        """When that moment is on the wall, as the wall stands now."""
        off_by = self._wall() - self._steady()
        return (self._anchor.real(moment) if self._anchor else moment) + off_by

    def real_seconds_until(self, moment: datetime) -> float:
        """Seconds to sleep until that moment, 0 when it passed."""
        real = self._anchor.real(moment) if self._anchor else moment
        return max(0.0, (real - self._steady()).total_seconds())

    def on_step(self, changed: Callable[[], None]) -> None:
        """Nothing to tell: this clock flows."""

    def _steady(self) -> datetime:
        beat = self._monotonic()
        wall, steady = self._wall(), self._base + timedelta(seconds=beat)
        if abs((wall - steady).total_seconds()) <= self.TOLERATED_S:
            self._jumped_at = None
        elif self._jumped_at is None:
            self._jumped_at = beat
            return steady
        elif beat - self._jumped_at < self.TRUSTED_AFTER_S:
            return steady
        self._base, self._jumped_at = wall - timedelta(seconds=beat), None
        return wall


class StepClock:
    """A clock that is moved by hand: `make chat`'s `+90s`, and the tests.

    With `ticking` (say, `time.monotonic`) time also passes by itself between steps; without it stands still.
    """

    def __init__(self, start: datetime, ticking: Callable[[], float] | None = None) -> None:
        self._at = start
        self._ticking = ticking
        self._beat = ticking() if ticking else 0.0
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """Where the hands stand."""
        return self._at + timedelta(seconds=self._ticking() - self._beat) if self._ticking else self._at

    def real_time(self, moment: datetime) -> datetime:
        """The same moment: whoever moves the clock reads its time."""
        return moment

    def real_seconds_until(self, moment: datetime) -> float:
        """0 when that moment passed; else infinity for a clock that stands, or the seconds left."""
        left = (moment - self.now()).total_seconds()
        if left <= 0:
            return 0.0
        return left if self._ticking else math.inf

    def advance(self, delta: timedelta) -> None:
        """Let that much time pass at once, and tell everybody who set an alarm."""
        if delta < timedelta(0):
            raise ValueError("a clock is never turned back")
        self._at += delta
        for changed in self._listeners:
            changed()

    def on_step(self, changed: Callable[[], None]) -> None:
        """Call `changed` after every step."""
        self._listeners.append(changed)
