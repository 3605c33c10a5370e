"""The phone on a real terminal: typed lines, and a bell that arrives while one is being typed."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

# A person's phone with the shortest of bots: it echoes, and "ring" makes it write once more by itself.
SCRIPT = """
import asyncio, sys
from datetime import UTC, datetime
from bot.terminal.phone import PhoneSession
from bot.terminal.server import Telegram

async def main():
    telegram = Telegram(lambda: datetime(2026, 3, 2, tzinfo=UTC))
    lifter = telegram.add_user()
    later = []

    async def write(text):
        await telegram.call("sendMessage", {"chat_id": lifter.id, "text": text})

    async def settle():
        text = telegram.updates.pending()[-1]["message"]["text"]
        telegram.updates.clear()
        await write(f"heard {text}")
        if text == "ring":
            loop.add_reader(wake, ring)

    def ring():
        loop.remove_reader(wake)
        later.append(loop.create_task(write("bell")))

    loop, wake = asyncio.get_running_loop(), int(sys.argv[1])
    await PhoneSession(telegram, lifter, settle, None, sys.stdout).run(sys.stdin)

asyncio.run(main())
"""


class Terminal:
    """A person at a terminal: types, and reads until something is there."""

    def __init__(self) -> None:
        self.master, slave = pty.openpty()
        woken, self.wake = os.pipe()
        environment = {**os.environ, "TERM": "dumb", "NO_COLOR": "1", "PYTHONPATH": ":".join(sys.path)}
        self.process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(woken)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            pass_fds=(woken,),
            env=environment,
            close_fds=True,
        )
        os.close(slave)
        os.close(woken)
        self.shown = b""

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def reads(self, wanted: str) -> None:
        """Waits, ten seconds at most, until `wanted` is shown, and forgets what is shown up to it."""
        until = time.monotonic() + 10
        while wanted.encode() not in self.shown:
            ready, _, _ = select.select([self.master], [], [], until - time.monotonic())
            assert ready, f"{wanted!r} never appeared in {self.shown!r}"
            self.shown += os.read(self.master, 4096)
        self.shown = self.shown.partition(wanted.encode())[2]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.wake)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    terminal = Terminal()
    yield terminal
    terminal.close()


def test_a_bell_is_drawn_above_a_half_typed_line(terminal: Terminal) -> None:
    terminal.reads("came without a sound.\r\n")
    terminal.reads("▸ ")
    terminal.type("ring\n")
    terminal.reads("   2  heard ring\r\n")
    terminal.reads("▸ ")
    terminal.type("80x")
    terminal.reads("80x")
    os.write(terminal.wake, b"!")
    terminal.reads("   3 🔔 bell\r\n▸ 80x")
    terminal.type("8\n")
    terminal.reads("   5  heard 80x8\r\n")
    terminal.reads("▸ ")
    terminal.type("quit\n")
    assert terminal.process.wait(10) == 0


def test_the_end_of_input_ends_the_phone(terminal: Terminal) -> None:
    terminal.reads("▸ ")
    terminal.type("\x04")
    terminal.reads("\r\n")
    assert terminal.process.wait(10) == 0
