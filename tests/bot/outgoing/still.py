"""Time that only passes when everybody waits: a clock and a sleep for tests, both without real seconds."""

from __future__ import annotations

import asyncio
import heapq
from itertools import count


class Still:
    """`now` and `sleep` to inject; `run` lets everything happen in the order of its time."""

    def __init__(self) -> None:
        self.at = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._arrivals = count()

    def now(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.at + seconds, next(self._arrivals), woken))
        await woken

    async def settle(self) -> None:
        """Let everything run that needs no time to pass."""
        for _ in range(60):
            await asyncio.sleep(0)

    async def run(self, until: float = 1e9) -> None:
        """Pass time from sleeper to sleeper until nobody sleeps, or to that moment."""
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= until:
            due, _, woken = heapq.heappop(self._sleepers)
            self.at = max(self.at, due)
            if not woken.done():
                woken.set_result(None)
            await self.settle()
        if until < 1e9:
            self.at = max(self.at, until)
