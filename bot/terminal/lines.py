"""Where the phone's lines come from: a person at a terminal, or a script through a pipe.

What a line means is in `grammar.py`. A line is read in a thread of its own, so that the bot goes on
meanwhile and a bell can be drawn above a half-typed line.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

try:
    from readline import get_line_buffer
except ImportError:  # Some builds of Python come without it: lines can still be typed, just not edited.

    def get_line_buffer() -> str:
        return ""


try:
    import termios
except ImportError:  # Not a Unix terminal: nothing to put back.
    termios = None  # type: ignore[assignment]

PROMPT = "▸ "


async def scripted(source: TextIO | Iterable[str]) -> AsyncIterator[str]:
    """The lines of a pipe, a file or a list. Waiting for a slow pipe doesn't hold up the bot."""
    lines: Iterator[str] = iter(source)
    while True:
        line = await _in_thread(lambda: next(lines, None))
        if line is None:
            return
        yield line.rstrip("\r\n")


async def typed() -> AsyncIterator[str]:
    """The lines a person types at the prompt, until end of input."""
    with _terminal_put_back():
        while True:
            line = await _in_thread(_prompted)
            if line is None:
                return
            yield line


def half_typed() -> str:
    """What stands at the prompt just now, to be drawn again below something that arrived."""
    return get_line_buffer()


def _prompted() -> str | None:
    try:
        return input(PROMPT)
    except EOFError:
        return None


async def _in_thread(read: Callable[[], str | None]) -> str | None:
    """Runs a blocking read in a daemon thread: it can't hold up the end of the program."""
    loop = asyncio.get_running_loop()
    arrived: asyncio.Future[str | None] = loop.create_future()

    def work() -> None:
        try:
            line = read()
        except (OSError, UnicodeError, ValueError) as broken:
            loop.call_soon_threadsafe(_fail, arrived, broken)
        else:
            loop.call_soon_threadsafe(_settle, arrived, line)

    threading.Thread(target=work, name="phone-lines", daemon=True).start()
    return await arrived


def _settle(arrived: asyncio.Future[str | None], line: str | None) -> None:
    if not arrived.done():
        arrived.set_result(line)


def _fail(arrived: asyncio.Future[str | None], broken: Exception) -> None:
    if not arrived.done():
        arrived.set_exception(broken)


@contextmanager
def _terminal_put_back() -> Iterator[None]:
    """Leaves the terminal as it was, even when a thread still waits in the middle of a line."""
    if termios is None:
        yield
        return
    settings = termios.tcgetattr(sys.stdin)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, settings)
