"""Taps answered: once in the lane of who tapped, and again beside it where Telegram did not take that.

A button that spins for a moment longer is nothing a set has to wait for, and no reason to do anything again.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict

from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.outgoing import deliver
from bot.outgoing.deliver import Bot
from bot.outgoing.gate import Sleep
from bot.outgoing.pacing import seconds_of
from bot.views.view import Toast

log = logging.getLogger(__name__)

HELPS_FOR_S = 60.0  # by then the phone has given up on its button
REMEMBERED = 2_000


class Answers:
    """Answers taps, each once: a try at an update that is made again finds them answered."""

    def __init__(self, bot: Bot, sleep: Sleep = asyncio.sleep) -> None:
        self._bot, self._sleep = bot, sleep
        self._given: OrderedDict[str, None] = OrderedDict()
        self._late: set[asyncio.Task[None]] = set()

    async def answer(self, query_id: str, toast: Toast) -> None:
        """Answer a pressed button; what Telegram doesn't take now is said again beside all else."""
        if query_id in self._given:
            return
        try:
            await self.surely(query_id, toast)
        except (NetworkError, RetryAfter) as error:
            self._remember(query_id)
            task = asyncio.create_task(self._later(query_id, toast, error))
            self._late.add(task)
            task.add_done_callback(self._late.discard)

    async def surely(self, query_id: str, toast: Toast) -> None:
        """Answer a pressed button with what must be heard. Raises what kept it from being said."""
        await deliver.answer(self._bot, query_id, toast.text or None, alert=toast.alert)
        self._remember(query_id)

    async def settled(self) -> None:
        """Wait until every answer was given, or given up."""
        while self._late:
            await asyncio.gather(*self._late, return_exceptions=True)

    def stop(self) -> None:
        """Give up on what is still to be said: the bot stops."""
        for task in self._late:
            task.cancel()

    async def _later(self, query_id: str, toast: Toast, why: TelegramError) -> None:
        waited_s, pause_s = 0.0, 1.0
        while True:
            wait_s = max(pause_s, seconds_of(why) if isinstance(why, RetryAfter) else 0.0)
            waited_s, pause_s = waited_s + wait_s, pause_s * 2
            if waited_s > HELPS_FOR_S:
                log.info("a tap was not answered: %s", type(why).__name__)
                return
            await self._sleep(wait_s)
            try:
                await self.surely(query_id, toast)
            except (NetworkError, RetryAfter) as error:
                why = error
            else:
                return

    def _remember(self, query_id: str) -> None:
        self._given[query_id] = None
        if len(self._given) > REMEMBERED:
            self._given.popitem(last=False)
