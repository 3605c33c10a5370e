"""When to fetch more: not while too much waits, and rather not while many are being served."""

from __future__ import annotations

import asyncio

from bot.intake.order import InOrder
from bot.outgoing.gate import Sleep

MOST_PENDING = 2_000
MOST_BUSY = 64  # people served at once before more is fetched: what is under way is what memory is taken for
PATIENCE_S = 1.0


class Crowd:
    """Counts what is under way, and lets intake wait for room: it may not outrun the handlers for ever."""

    def __init__(self, order: InOrder, sleep: Sleep) -> None:
        self._order, self._sleep = order, sleep
        self._room, self._calm = asyncio.Event(), asyncio.Event()
        self._room.set()

    def counts(self, pending: int) -> None:
        """So many updates are being handled or wait for it now."""
        if pending >= MOST_PENDING:
            self._room.clear()
        else:
            self._room.set()
        if self._order.lanes < MOST_BUSY:
            self._calm.set()

    async def room(self) -> None:
        """Wait until there is room for another batch.

        While many are being served it waits for them, but not for long: they may be waiting for a Telegram
        that is slow with their chats, and whoever writes meanwhile has nothing to do with that.
        """
        await self._room.wait()
        if self._order.lanes < MOST_BUSY:
            return
        self._calm.clear()
        waits = [asyncio.ensure_future(self._calm.wait()), asyncio.ensure_future(self._sleep(PATIENCE_S))]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
