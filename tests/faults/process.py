"""The real bot in a process of its own, to be killed, stopped and started again; ended with the test at last.

Telegram is `server.py`, served by the test's own loop; what an athlete does on the phone is `phone.py`.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from bot.clock import ANCHOR_KEY, Anchor
from tests.faults.nursery import Life, Nursery, die_with_the_parent
from tests.faults.server import TelegramOverHttp

ROOT = Path(__file__).parents[2]
START_S = 30.0


class BotProcess:
    """`python -m bot run` against one Telegram and one database file; started as often as a test likes.

    Everything it ever wrote to its terminal is in `output`.
    """

    def __init__(self, http: TelegramOverHttp, folder: Path, **settings: str) -> None:
        self.http, self.folder = http, folder
        self.database = folder / "spotter.db"
        self.settings: dict[str, str] = {
            "BOT_TOKEN": http.telegram.token,
            "TELEGRAM_BASE_URL": http.base_url,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "CLOCK_SPEED": "60",
            "LOG_LEVEL": "DEBUG",
            "PICTURES": "false",
            **settings,
        }
        self.starts = 0
        self._log = folder / "output.log"
        self.nursery: Nursery | None = None  # while there is one, lives are forked off it
        self._process: Life | None = None

    @property
    def output(self) -> str:
        """All lines of all its lives, standard output and standard error alike."""
        return self._log.read_text("utf-8") if self._log.exists() else ""

    @property
    def lines(self) -> list[str]:
        """The lines of `output`."""
        return self.output.splitlines()

    @property
    def alive(self) -> bool:
        """Whether a process runs now."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        """The running process."""
        assert self._process is not None
        return self._process.pid

    async def launch(self, settings: Mapping[str, str | None] | None = None) -> None:
        """Begin a process and don't wait for it; `settings` change the usual ones, None leaves one out."""
        assert not self.alive, "one process at a time"
        wanted = {**self.settings, **(settings or {})}
        environment = {name: value for name, value in wanted.items() if value is not None}
        self.starts += 1
        if self.nursery is not None:
            self._process = await self.nursery.fork(environment, self.folder, self._log)
            return
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                cwd=self.folder,  # no `.env` of somebody who works on Spotter
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_the_parent,
            )

    async def start(self, settings: Mapping[str, str | None] | None = None) -> None:
        """Begin a process and wait until it takes updates in: until it polls, or its webhook is set."""
        method = "getWebhookInfo" if "WEBHOOK_URL" in {**self.settings, **(settings or {})} else "getUpdates"
        before = len(self.http.telegram.ledger.calls(method))
        await self.launch(settings)
        await self._until_calling(method, before)

    async def kill(self) -> None:
        """End the process with SIGKILL, in the middle of whatever it does, and wait until it is gone."""
        self._signal(signal.SIGKILL)
        assert await self.ended() == -signal.SIGKILL
        await self._gone()

    async def terminate(self, within_s: float = 10.0) -> int:
        """End the process as a container's stop does, and return its exit status. Raises TimeoutError."""
        self._signal(signal.SIGTERM)
        status = await self.ended(within_s)
        await self._gone()
        return status

    async def restart(self) -> None:
        """Kill and start again."""
        await self.kill()
        await self.start()

    async def ended(self, within_s: float = START_S) -> int:
        """Wait for the process's end; its exit status. Raises TimeoutError."""
        assert self._process is not None
        return await asyncio.wait_for(self._process.wait(), within_s)

    def freeze(self) -> None:
        """Stop the process where it stands, as a starved machine does; `thaw` lets it go on."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen process go on."""
        self._signal(signal.SIGCONT)

    async def close(self) -> None:
        """Make sure that nothing of it runs any more."""
        if self.alive:
            with suppress(ProcessLookupError):
                self._signal(signal.SIGKILL)
            await self.ended()

    def let_pass(self, span: timedelta) -> None:
        """While no process runs: let so much of the coach's time pass, by moving the clock's anchor."""
        assert not self.alive, "a running clock cannot be moved"
        with sqlite3.connect(self.database) as connection:
            ((kept,),) = connection.execute("select value from setting where key = ?", (ANCHOR_KEY,))
            old = Anchor.of(kept)
            moved = Anchor(old.real_at, old.coach_at + span, old.speed)
            connection.execute("update setting set value = ? where key = ?", (moved.text(), ANCHOR_KEY))
        connection.close()

    def real_span(self, span: timedelta) -> timedelta:
        """How long so much of the coach's time takes on the wall."""
        return span / float(self.settings["CLOCK_SPEED"])

    def leaks(self, *secrets: str) -> list[str]:
        """Lines of the output that hold a secret, or any token at all."""
        token = re.compile(r"[0-9]{3,}(?::|%3A)[A-Za-z0-9_-]{20,}")
        return [
            line for line in self.lines if token.search(line) or any(secret in line for secret in secrets)
        ]

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        assert self._process.returncode is None, f"the bot ended by itself:\n{self.output[-3000:]}"
        os.killpg(self._process.pid, number)

    async def _until_calling(self, method: str, before: int) -> None:
        assert self._process is not None
        telegram = self.http.telegram
        polling = asyncio.ensure_future(
            telegram.until(lambda: len(telegram.ledger.calls(method)) > before, START_S)
        )
        ending = asyncio.ensure_future(self._process.wait())
        try:
            await asyncio.wait({polling, ending}, return_when=asyncio.FIRST_COMPLETED)
            assert not ending.done(), f"the bot ended by itself:\n{self.output[-3000:]}"
            await polling
        finally:
            polling.cancel()
            ending.cancel()
            await asyncio.gather(polling, ending, return_exceptions=True)

    async def _gone(self) -> None:
        """Wait until Telegram has noticed: a poll left open would give the next process a 409."""
        await asyncio.wait_for(self.http.until_quiet(), START_S)
