"""A gate that lets sends through one by one: as fast as its buckets allow, the most urgent first.

Which sends pass which gate is decided in `pacing.py`. aiolimiter has the bucket, but neither an order of
urgency nor a clock of one's own, and both are the point here.
"""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Awaitable, Callable
from itertools import count

from bot.outgoing.errors import NotSent

Sleep = Callable[[float], Awaitable[None]]
Now = Callable[[], float]


class Bucket:
    """A token bucket: `burst` at once, then `rate` a second."""

    __slots__ = ("_at", "_burst", "_level", "_rate")

    def __init__(self, rate: float, burst: int, now: float) -> None:
        self._rate, self._burst = rate, float(burst)
        self._level, self._at = float(burst), now

    def wait_s(self, now: float) -> float:
        """Seconds until a token is there; 0 when one is."""
        missing = 1.0 - self._filled(now)
        # A hair is forgiven: a rounding must not make a waiter sleep for a picosecond, again and again.
        return missing / self._rate if missing > 1e-9 else 0.0

    def take(self, now: float) -> None:
        """Take one token; the caller has waited for it."""
        self._level, self._at = self._filled(now) - 1.0, now

    def full(self, now: float) -> bool:
        """Whether nothing was taken for long enough that this bucket may be forgotten."""
        return self._filled(now) >= self._burst - 1e-9

    def _filled(self, now: float) -> float:
        return min(self._burst, self._level + (now - self._at) * self._rate)


class Gate:
    """One queue before one or more buckets."""

    def __init__(self, buckets: tuple[Bucket, ...], now: Now, sleep: Sleep) -> None:
        self._buckets, self._now, self._sleep = buckets, now, sleep
        self._paused_until = 0.0
        self._queue: list[tuple[int, int, asyncio.Future[None]]] = []
        self._arrivals = count()
        self._opener: asyncio.Task[None] | None = None

    async def turn(self, urgency: int) -> None:
        """Wait for one's turn: lower numbers first, then who came first."""
        if not self._queue and self._wait_s() <= 0:
            self._take()
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._queue, (urgency, next(self._arrivals), turn))
        if self._opener is None:
            self._opener = asyncio.create_task(self._open())
        await turn

    async def reopened(self) -> None:
        """Wait while this gate is paused, without taking a turn."""
        while (wait_s := self._paused_until - self._now()) > 0:
            await self._sleep(wait_s)

    def pause(self, seconds: float) -> None:
        """Let nobody through for so long."""
        self._paused_until = max(self._paused_until, self._now() + seconds)

    def idle(self) -> bool:
        """Whether this gate remembers nothing and may be dropped."""
        now = self._now()
        busy = self._opener is not None or now < self._paused_until
        return not busy and all(bucket.full(now) for bucket in self._buckets)

    def close(self) -> None:
        """Send everybody home who still waits: what they carry never left."""
        for _, _, turn in self._queue:
            if not turn.done():
                turn.set_exception(NotSent("Stopping"))
        self._queue.clear()
        if self._opener is not None:
            self._opener.cancel()
            self._opener = None

    async def _open(self) -> None:
        while self._queue:
            if (wait_s := self._wait_s()) > 0:
                await self._sleep(wait_s)
                continue
            _, _, turn = heapq.heappop(self._queue)
            if not turn.done():  # done: whoever waited was cancelled
                self._take()
                turn.set_result(None)
        self._opener = None

    def _wait_s(self) -> float:
        now = self._now()
        return max(self._paused_until - now, *(bucket.wait_s(now) for bucket in self._buckets))

    def _take(self) -> None:
        now = self._now()
        for bucket in self._buckets:
            bucket.take(now)
