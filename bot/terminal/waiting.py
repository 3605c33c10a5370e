"""Waiting for something to be so in this Telegram, without sleeping: looked at again after every change.

Whoever changes something that others may wait for calls `notify`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Changes:
    """Those who wait, and the bell that wakes them."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def notify(self) -> None:
        """Something changed; may be called from any thread."""
        waiting, self._waiting = self._waiting, []
        for waiter in waiting:
            waiter.get_loop().call_soon_threadsafe(_wake, waiter)

    async def until(self, holds: Callable[[], bool], within_s: float) -> None:
        """Returns once `holds()` is true; `TimeoutError` if it isn't in time (real seconds)."""
        async with asyncio.timeout(within_s):
            while not holds():
                waiter = asyncio.get_running_loop().create_future()
                self._waiting.append(waiter)
                await waiter


def _wake(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)
