"""Order per user, no waiting across users: one lane a user, and inside it a limit of how many work at once.

What is done with an update is `dispatch.py`; timers take the same lanes, so a ring never crosses a tap.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

Before = Callable[[Update], Awaitable[bool]]

_ANY_NUMBER = 1_000_000_000  # the base's own semaphore stands outside our lanes: it may never be what limits


def lane_of(update: Update) -> int:
    """Whose update this is: the person's, else (a bot speaks) the chat's, else 0 (what concerns nobody)."""
    if update.effective_user is not None and not update.effective_user.is_bot:
        return update.effective_user.id
    return update.effective_chat.id if update.effective_chat is not None else 0


class InOrder(BaseUpdateProcessor):
    """One update of a user at a time, in the order they came; up to `at_once` users side by side.

    The limit is taken inside the lane: a user's queue holds one of its places, not all of them.
    `before` runs in the lane ahead of routing, to reload what the database says about the conversation;
    an update it answers False to goes no further.
    """

    def __init__(self, at_once: int = 256, before: Before | None = None) -> None:
        super().__init__(_ANY_NUMBER)
        self._places = asyncio.Semaphore(at_once)
        self._before = before
        self._lanes: dict[int, tuple[asyncio.Lock, list[int]]] = {}

    @asynccontextmanager
    async def lane(self, user_id: int) -> AsyncIterator[None]:
        """Be the only one who works for this user. First come, first served; never take it twice."""
        lock, users = self._lanes.setdefault(user_id, (asyncio.Lock(), [0]))
        users[0] += 1
        try:
            async with lock:
                yield
        finally:
            users[0] -= 1
            if not users[0]:
                del self._lanes[user_id]

    @property
    def lanes(self) -> int:
        """How many users are being served or wait."""
        return len(self._lanes)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the user's lane and a place, then handle."""
        started = False
        try:
            async with self.lane(lane_of(update) if isinstance(update, Update) else 0), self._places:
                if self._before is not None and isinstance(update, Update) and not await self._before(update):
                    return
                started = True
                await coroutine
        finally:
            if not started and isinstance(coroutine, Coroutine):
                coroutine.close()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""
