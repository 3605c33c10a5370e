"""A connection to the SQLite file and the thread it lives in: how work is handed over, and how both end.

What is run there is `sqlite.py`, how a connection is made `sqlite_file.py`.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import aiosqlite

from core.store import sqlite_file
from core.store.port import StoreUnavailable
from core.store.sqlite_errors import clear_error

R = TypeVar("R")

BROKEN_OFF_EVERY_S = 0.05
TIMES_BROKEN_OFF = 20


class StoreThread:
    """A connection and the thread it lives in; what is handed over runs in the order it came."""

    def __init__(self, path: Path, raw: sqlite3.Connection, *, only_reads: bool) -> None:
        self._path = path
        self._raw = raw
        self._only_reads = only_reads
        self._connection = aiosqlite.Connection(lambda: raw, iter_chunk_size=64)
        # private member: aiosqlite.Connection._thread, which no process shall wait for that only reads
        self._connection._thread.daemon = only_reads
        self.open = False
        self._patience_s = sqlite_file.PATIENCE_S

    @classmethod
    async def start(
        cls, path: Path, connect: Callable[[], sqlite3.Connection], *, only_reads: bool
    ) -> StoreThread:
        # Opened before aiosqlite has a thread: one whose connecting failed may outlive the loop.
        opening = asyncio.ensure_future(asyncio.to_thread(connect))
        try:
            thread = cls(path, await asyncio.shield(opening), only_reads=only_reads)
        except asyncio.CancelledError:
            (await opening).close()
            raise
        except sqlite3.Error as error:
            raise clear_error(error, path) from error
        await thread._connection
        thread.open = True
        return thread

    async def run(self, call: Callable[[sqlite3.Connection], R]) -> R:
        if not self.open:
            raise self._closed()
        loop = asyncio.get_running_loop()
        asked_at = loop.time()

        def call_in_time() -> R:
            if self._only_reads and not self.open:
                raise self._closed()
            self._be_patient(sqlite_file.PATIENCE_S - (loop.time() - asked_at))
            return call(self._raw)

        try:
            # private member: aiosqlite.Connection._execute, its only way to run a function in its thread
            result: R = await self._connection._execute(call_in_time)  # type: ignore[no-untyped-call]
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise self._closed() from error
            raise clear_error(error, self._path) from error
        return result

    def _closed(self) -> StoreUnavailable:
        return StoreUnavailable(f"The database {self._path} is closed.")

    def _be_patient(self, left_s: float) -> None:
        """Wait for a lock only as long as the caller has not waited yet: a queue must not add up."""
        patience_s = sqlite_file.PATIENCE_S
        if left_s < patience_s * 0.9:
            patience_s = max(left_s, 0.0)
        if patience_s != self._patience_s:
            sqlite_file.wait_for_locks(self._raw, patience_s)
            self._patience_s = patience_s

    async def close(self) -> None:
        if not self.open:
            return
        self.open = False
        if self._only_reads:
            await self._break_off()
        else:
            # Shielded, so that a cancelled shutdown still lets the thread end and the file go.
            await asyncio.shield(self._connection.close())

    async def _break_off(self) -> None:
        """What SQLite looks for ends at once; what is made of it is not waited for any longer than this."""
        ended = self._connection.stop()
        for _ in range(TIMES_BROKEN_OFF):  # one question may follow another
            with suppress(sqlite3.ProgrammingError):  # closed by now
                self._raw.interrupt()
            if ended is None or (await asyncio.wait([ended], timeout=BROKEN_OFF_EVERY_S))[0]:
                break
