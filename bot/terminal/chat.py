"""`make chat`: the whole bot under a strict Telegram in this process, and a phone in the terminal.

The database is fresh and temporary; `KEEP=1` keeps it, and the workout with it, from one chat to the next.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TextIO

from bot.app import Spotter, Wires
from bot.clock import StepClock
from bot.settings import Settings
from bot.terminal.keeping import keep_chat, kept_at, take_up_chat
from bot.terminal.people import User
from bot.terminal.phone import PhoneSession
from bot.terminal.request import InProcessRequest
from bot.terminal.server import Telegram
from core.store.sqlite import SqliteStore

KEPT_FILE = Path("spotter-chat.db")
KEPT_CHAT = Path("spotter-chat.json")
ATHLETE_ID = 1001


class Hurry:
    """A time in which waiting costs nothing: the phone in the terminal has no traffic to pace."""

    def __init__(self) -> None:
        self._at = 0.0

    def now(self) -> float:
        """Seconds that somebody waited for so far."""
        return self._at

    async def sleep(self, seconds: float) -> None:
        """Let them have passed."""
        self._at += max(seconds, 0.0)
        await asyncio.sleep(0)


class Chat:
    """One athlete's phone on one bot; opened, played, closed. The tests play on it, too."""

    def __init__(self, spotter: Spotter, telegram: Telegram, athlete: User, clock: StepClock) -> None:
        self.spotter, self.telegram, self.athlete, self.clock = spotter, telegram, athlete, clock
        self._polling: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, path: Path, clock: StepClock, settings: Settings, *, durable: bool = True) -> Chat:
        """Make the bot over a database file and connect it to a new Telegram with one athlete."""
        telegram = Telegram(clock.now)
        athlete = telegram.add_user("Alex", user_id=ATHLETE_ID)
        return await cls.connect(telegram, athlete, path, clock, settings, durable=durable)

    @classmethod
    async def connect(
        cls,
        telegram: Telegram,
        athlete: User,
        path: Path,
        clock: StepClock,
        settings: Settings,
        *,
        durable: bool = True,
    ) -> Chat:
        """Start the bot (again) on a Telegram that stands."""
        store = await SqliteStore.open(path, applied_now=clock.now, durable=durable)
        hurry = Hurry()
        wires = Wires(InProcessRequest(telegram), InProcessRequest(telegram), hurry.now, hurry.sleep)
        chat = cls(Spotter(settings, store, clock, telegram.token, wires), telegram, athlete, clock)
        await chat.spotter.start()
        chat._polling = asyncio.create_task(chat.spotter.run())
        await chat.settle()
        return chat

    async def settle(self) -> None:
        """Wait until the bot has taken and handled all there is, and rung what is due."""
        await self.telegram.until(
            lambda: self.telegram.updates.polled and not self.telegram.updates.pending()
        )
        await self.spotter.settled()

    async def advance(self, span: timedelta) -> None:
        """Let time pass, stopping at every timer on the way."""
        await self.spotter.ringer.let_pass(self.clock, span)
        await self.settle()

    async def play(self, lines: TextIO | Iterable[str], out: TextIO) -> int:
        """Play the phone until `quit` or the end of the lines; the exit status."""
        phone = PhoneSession(self.telegram, self.athlete, self.settle, self.advance, out)
        return await phone.run(lines)

    async def close(self) -> None:
        """Stop the bot, as SIGTERM would."""
        if self._polling is not None:
            self._polling.cancel()
            with suppress(asyncio.CancelledError):
                await self._polling
        await self.spotter.stop()


async def chat(settings: Settings, out: TextIO = sys.stdout) -> int:
    """Play in this terminal, or from a pipe: one line a step, clean output."""
    now = datetime.now(UTC)
    if os.environ.get("KEEP"):
        clock = StepClock(max(now, kept_at(KEPT_CHAT) or now), ticking=time.monotonic)
        return await _played(KEPT_FILE, clock, settings, out, KEPT_CHAT)
    clock = StepClock(now, ticking=time.monotonic)
    with tempfile.TemporaryDirectory(prefix="spotter-") as folder:
        return await _played(Path(folder) / "chat.db", clock, settings, out)


async def _played(
    path: Path, clock: StepClock, settings: Settings, out: TextIO, kept: Path | None = None
) -> int:
    telegram = Telegram(clock.now)
    athlete = telegram.add_user("Alex", user_id=ATHLETE_ID)
    if kept is not None:
        take_up_chat(telegram, athlete.id, kept)
    session = await Chat.connect(telegram, athlete, path, clock, settings)
    try:
        return await session.play(sys.stdin, out)
    finally:
        await session.close()
        if kept is not None:
            keep_chat(telegram, athlete.id, kept)
