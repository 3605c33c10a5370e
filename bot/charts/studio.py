"""Pictures for the bot: one drawing process, started when first needed, replaced when it fails.

One picture is asked for and drawn at a time; others wait their turn, up to `MOST_WAITING`. Whoever gets
NotDrawn shows the caption alone, which says the same in words.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.charts.pictures import Picture
from bot.charts.wire import (
    LARGEST_ANSWER,
    LARGEST_ASK,
    LENGTH_BYTES,
    SCRATCH,
    Ask,
    WhichZone,
    framed,
    written,
)

log = logging.getLogger(__name__)

START_WITHIN_S = 30.0  # the first picture waits for the imports, on a cold disk too
DRAW_WITHIN_S = 10.0
MOST_WAITING = 60
BREATH_S = 0.2  # between two pictures that were asked for at once: the sets of all others come first
_ROOT = Path(__file__).parents[2]
Draw = Callable[[Picture], Awaitable[bytes]]
Sleep = Callable[[float], Awaitable[None]]
_PASSED_ON = ("PATH", "HOME", "LANG", "SYSTEMROOT", "TMPDIR")


class NotDrawn(Exception):
    """There is no picture: too many are wanted, or drawing failed or took too long."""


def digest_of(picture: Picture, subject: str = "") -> str:
    """What tells whether two pictures of a subject show the same."""
    return hashlib.sha256(subject.encode() + written(picture)).hexdigest()


class Studio:
    """Draws pictures in a process of its own. `close` ends it."""

    def __init__(
        self,
        *,
        draws: bool = True,
        start_within_s: float = START_WITHIN_S,
        draw_within_s: float = DRAW_WITHIN_S,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.draws = draws  # whether the host wants pictures at all
        self._start_within_s, self._draw_within_s = start_within_s, draw_within_s
        self._sleep = sleep
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._answered: set[bool] = set()  # which kinds this process has loaded its code for: zones, pictures
        self._process: asyncio.subprocess.Process | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[Draw]:
        """Be the only one who asks for a picture, from the question to the drawing; gives the way to draw it.

        What a picture shows is read from a whole history. Fifty of these questions at once would keep the
        sets of all others waiting; one after the other, with a breath between two, they pass there.
        Nobody waits where too many do or the host wants no pictures: what is given then raises NotDrawn.
        """
        if not self.draws or self._waiting >= MOST_WAITING:
            yield _not_drawn
            return
        async with self._in_turn():
            yield self._ask

    async def draw(self, picture: Picture) -> bytes:
        """The picture as PNG. Raises NotDrawn, always so where the host wants no pictures."""
        async with self.turn() as draw:
            return await draw(picture)

    async def zone_at(self, latitude: float, longitude: float) -> str | None:
        """The time zone of a place in degrees, None where there is none. Raises NotDrawn."""
        if self._waiting >= MOST_WAITING:
            raise NotDrawn
        async with self._in_turn():
            return (await self._ask(WhichZone(latitude, longitude))).decode() or None

    async def close(self) -> None:
        """End the process; asking again would start another one."""
        await self._end()  # whoever waits for a picture gets NotDrawn
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    @property
    def pid(self) -> int | None:
        """The process that draws, None while none runs."""
        running = self._process is not None and self._process.returncode is None
        return self._process.pid if running and self._process else None

    @asynccontextmanager
    async def _in_turn(self) -> AsyncIterator[None]:
        follows = self._waiting > 0
        self._waiting += 1
        try:
            async with self._turn:
                if follows:
                    await self._sleep(BREATH_S)
                yield
        finally:
            self._waiting -= 1

    async def _ask(self, ask: Ask) -> bytes:
        body, kind = written(ask), isinstance(ask, WhichZone)
        if len(body) > LARGEST_ASK:
            raise NotDrawn
        if self.pid is None:
            try:
                await self._start()
            except OSError as error:  # no file, process or room in the temporary folder is left
                log.warning("no process can be started to draw: %s", error.strerror)
                raise NotDrawn from error
        within_s = self._draw_within_s if kind in self._answered else self._start_within_s
        try:
            async with asyncio.timeout(within_s):
                answer = await self._exchanged(body)
        except (TimeoutError, OSError, asyncio.IncompleteReadError) as err:
            log.warning("the drawing process is replaced: %s", type(err).__name__)
            await self._end()
            raise NotDrawn from err
        except asyncio.CancelledError:
            await self._end()  # its answer would be taken for the next one's
            raise
        self._answered.add(kind)
        if answer[:1] != b"\x01":
            raise NotDrawn
        return answer[1:]

    async def _exchanged(self, body: bytes) -> bytes:
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(framed(body))
        await process.stdin.drain()
        size = int.from_bytes(await process.stdout.readexactly(LENGTH_BYTES), "big")
        if size > LARGEST_ANSWER:
            raise OSError("an answer too large for a picture")
        return await process.stdout.readexactly(size)

    async def _start(self) -> None:
        if self._scratch is None:
            # matplotlib keeps its list of fonts here; a container's own folders can't be written.
            self._scratch = tempfile.TemporaryDirectory(prefix=SCRATCH)
        self._answered = set()
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot.charts",
            self._scratch.name,  # it goes with the process, should this one be killed
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=_ROOT,
            # No settings: the process that draws needs no token.
            env={**environment, "PYTHONPATH": str(_ROOT), "MPLCONFIGDIR": self._scratch.name},
            process_group=0,  # Ctrl-C is for the bot, which ends this one
        )

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _not_drawn(_: Picture) -> bytes:
    raise NotDrawn
