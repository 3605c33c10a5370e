"""Has files read, one at a time, each in a new process that is gone afterwards."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import sys
from asyncio.subprocess import Process
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.importing.wire import Ask, asking, verdict_of
from core.model.imported import NotRead
from core.model.importing import Summary

log = logging.getLogger(__name__)

READ_WITHIN_S = 60.0
MOST_WAITING = 20
KEPT_AT_ONCE = 20_000  # bytes: few enough that a set logged meanwhile does not wait for them
_PIECE = 65_536
_ROOT = Path(__file__).parents[2]
_PASSED_ON = ("PATH", "HOME", "LANG", "SYSTEMROOT", "TMPDIR")


class NotToday(Exception):
    """The file was not read: too many wait, or reading failed or took too long."""


class ReadingDesk:
    """Reads files beside the bot."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def read(self, ask: Ask, content: bytes) -> tuple[Summary | NotRead, list[bytes]]:
        """What is in a file, and its workouts as JSON, each in UTF-8. Raises NotToday."""
        if self._waiting >= MOST_WAITING:
            raise NotToday
        self._waiting += 1
        try:
            async with self._turn:
                answer = await self._answered(asking(ask), content)
        finally:
            self._waiting -= 1
        try:
            first, *workouts = answer
            return verdict_of(first), workouts
        except ValueError as error:
            log.warning("a file was not read: no answer")
            raise NotToday from error

    async def _answered(self, question: bytes, content: bytes) -> list[bytes]:
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot.importing",
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                cwd=_ROOT,
                # No settings: who reads a stranger's file needs no token.
                env={**environment, "PYTHONPATH": str(_ROOT)},
                process_group=0,  # Ctrl-C is for the bot, which ends this one
            )
        except OSError as error:  # no file or process is left
            log.warning("no process can be started to read a file: %s", error.strerror)
            raise NotToday from error
        try:
            async with asyncio.timeout(READ_WITHIN_S):
                _, answer = await asyncio.gather(_handed(process, question, content), _told(process))
        except (TimeoutError, OSError) as error:
            log.warning("a file was not read: %s", type(error).__name__)
            raise NotToday from error
        finally:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        return answer


def pieces(bodies: Sequence[bytes]) -> Iterator[tuple[int, list[str]]]:
    """Read workouts to be kept, a few at a time: (place of the first, their JSON)."""
    first, some, size = 0, list[str](), 0
    for place, body in enumerate(bodies):
        if some and size + len(body) > KEPT_AT_ONCE:
            yield first, some
            first, some, size = place, [], 0
        some.append(body.decode())
        size += len(body)
    if some:
        yield first, some


async def _handed(process: Process, question: bytes, content: bytes) -> None:
    """Write the question a piece at a time, so that no second copy of the file is held."""
    pipe = process.stdin
    assert pipe is not None
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        pipe.write(question)
        for at in range(0, len(content), _PIECE):
            pipe.write(content[at : at + _PIECE])
            await pipe.drain()
        pipe.close()
        await pipe.wait_closed()


async def _told(process: Process) -> list[bytes]:
    """The lines of the answer: parted as they come, so that none is held twice and nobody waits for it."""
    pipe = process.stdout
    assert pipe is not None
    lines: list[bytes] = []
    begun = bytearray()
    while piece := await pipe.read(_PIECE):
        end, *more = piece.split(b"\n")
        begun += end
        if more:
            lines += bytes(begun), *more[:-1]
            begun = bytearray(more[-1])
    await process.wait()
    return [*lines, bytes(begun)]
