"""The SQLite engine: one writer thread that runs each use case whole, two read-only connections beside it.

The file itself (checks, modes, the lock that keeps a second Spotter out) is in `sqlite_file.py`,
migrations in `migrating.py`, what a thread does in `sqlite_thread.py`. The only asyncio in core is here and
there: it hands synchronous use cases to the threads.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from core.store import inbox, sqlite_file
from core.store.health import Watch
from core.store.port import Source, StoreHealth, StoreUnavailable, Tx
from core.store.queries import Queries, SqlTx, load_queries
from core.store.settings import SCRUB_OWED, drop_setting, kept_setting
from core.store.sqlite_file import FileLock, open_reader, open_writer
from core.store.sqlite_thread import StoreThread

P = ParamSpec("P")
R = TypeVar("R")

MOVED = "was taken away or replaced while Spotter ran; stop Spotter before you start it on that file"
LOOKED_FOR_READERS = 3  # each time after all that was being read or waited to be


class SqliteStore:
    """Everything in one SQLite file; implements the port's `Store`. Made by `SqliteStore.open`."""

    def __init__(self, path: Path, lock: FileLock, applied_now: Callable[[], datetime]) -> None:
        self._path = path
        self._lock = lock
        self._applied_now = applied_now
        self._queries = load_queries("sqlite3", "engine_sqlite.sql")
        self._watch = Watch(asyncio.get_running_loop().time)
        self._threads: list[StoreThread] = []
        self._closing = False
        self._wiped_at = float("-inf")
        self._opened: tuple[int, int] | None = None
        self._writer: StoreThread
        self._reader: StoreThread
        self._student: StoreThread  # for what reads long: a tap is looked up by the other one

    @classmethod
    async def open(
        cls, path: str | Path, *, applied_now: Callable[[], datetime], durable: bool = True
    ) -> SqliteStore:
        """Open the file for the one process that writes it: lock, check, migrate.

        `applied_now` tells the moment an update is applied. `durable=False` is for tests alone: commits do
        not wait for the disk. Raises StoreUnavailable or StoreCorrupt, one sentence saying what is wrong.
        """
        path = Path(path)
        lock = FileLock.take(path)
        store = cls(path, lock, applied_now)
        try:
            store._writer = await store._begin(partial(open_writer, path, durable=durable))
            store._opened = sqlite_file.identity(path)
            store._reader = await store._begin(partial(open_reader, path), only_reads=True)
            store._student = await store._begin(partial(open_reader, path), only_reads=True)
        except BaseException:
            await store.close()
            raise
        return store

    async def _begin(
        self, connect: Callable[[], sqlite3.Connection], *, only_reads: bool = False
    ) -> StoreThread:
        thread = await StoreThread.start(self._path, connect, only_reads=only_reads)
        self._threads.append(thread)
        return thread

    async def run(self, use_case: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a use case whole inside one writing transaction; any exception rolls all of it back.

        When the caller is cancelled the use case still ends as one: committed or rolled back.
        """

        def whole(tx: SqlTx) -> R:
            return use_case(tx, *args, **kwargs)

        return await self._write(whole)

    async def apply(
        self, source: Source, use_case: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """`run` for a use case that an update asked for: the update becomes *applied* with it.

        An update that was applied before comes in with `tx.repeat` set, unless this is its next step.
        """
        now = self._applied_now()

        def applying(tx: SqlTx) -> R:
            tx.source = source
            tx.repeat = not (inbox.apply(tx, source, now) or source.goes_on)
            return use_case(tx, *args, **kwargs)

        return await self._write(applying)

    async def read(self, query: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a function that only reads, beside any writer; all it reads is of one moment."""
        return await self._look(self._reader, query, *args, **kwargs)

    async def study(self, query: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """`read` for what goes through a whole history: no `read` waits for one."""
        return await self._look(self._student, query, *args, **kwargs)

    async def _look(
        self, thread: StoreThread, query: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        def whole(tx: SqlTx) -> R:
            return query(tx, *args, **kwargs)

        try:
            return await thread.run(partial(_read, self._queries, whole))
        except StoreUnavailable as error:
            self._note(error)
            raise

    def health(self) -> StoreHealth:
        """What keeps the file from answering, if anything does, and how long ago it took a write."""
        return self._watch.health()

    async def _write(self, use_case: Callable[[SqlTx], R]) -> R:
        def in_place(connection: sqlite3.Connection) -> R:
            # SQLite goes on in a file that nobody finds again, and its log would be read into the other one.
            if sqlite_file.identity(self._path) != self._opened:
                with suppress(sqlite3.Error):
                    sqlite_file.empty_log(connection)
                raise StoreUnavailable(f"The database {self._path} {MOVED}.")
            return _write(self._queries, use_case, connection)

        try:
            outcome = await self._writer.run(in_place)
        except StoreUnavailable as error:
            self._note(error)
            raise
        self._watch.wrote()
        return outcome

    def _note(self, error: StoreUnavailable) -> None:
        if not self._closing:  # a closed store is no trouble of the file's
            self._watch.failed(error)

    async def scrub(self, *, at_any_size: bool = False) -> bool:
        """When somebody was erased: leave nothing of them between what stands, nor in the log."""
        try:
            if await self.run(kept_setting, SCRUB_OWED) is None:
                return True
            wipe = partial(
                sqlite_file.scrub, self._path, at_any_size=at_any_size, given_up=lambda: self._closing
            )
            wiped = (at_any_size or self._may_wipe()) and await self._writer.run(wipe)
            if not (await self._emptied_log() and wiped):
                return False
            await self.run(drop_setting, SCRUB_OWED)
        except StoreUnavailable as error:
            self._note(error)
            return False
        return True

    def _may_wipe(self) -> bool:
        """Not once a second for somebody who begins and forgets again and again: the others would wait."""
        now, before = asyncio.get_running_loop().time(), self._wiped_at
        size = self._path.stat().st_size
        if size > sqlite_file.SCRUBBED_EACH_TIME_BYTES and now - before < sqlite_file.SCRUBBED_AGAIN_AFTER_S:
            return False
        self._wiped_at = now
        return True

    async def _emptied_log(self) -> bool:
        """Whether the log could be emptied. Whoever reads long is waited for beside the writer, not by it."""
        for _ in range(LOOKED_FOR_READERS):
            if await self._writer.run(sqlite_file.empty_log):
                return True
            for thread in (self._student, self._reader):
                await thread.run(lambda _: None)
        return False

    async def close(self) -> None:
        """Finish what is to be written, fold the write-ahead log into the file and let it go. Twice is once.

        Nothing is lost with what only reads: it is broken off, and so is `scrub`, which stays owed.
        """
        self._closing = True
        writer, readers = self._threads[:1], self._threads[1:]
        try:
            await asyncio.gather(*(thread.close() for thread in readers))
        finally:
            for thread in writer:  # last, for it folds the log, and always, for the process waits for it
                await thread.close()
            self._lock.release()


def _write(queries: Queries, use_case: Callable[[SqlTx], R], connection: sqlite3.Connection) -> R:
    tx = SqlTx(connection, queries)
    tx.do("begin_writing")
    try:
        outcome = use_case(tx)
        tx.do("commit")
    except BaseException:
        # A full disk may have ended the transaction by itself.
        if connection.in_transaction:
            tx.do("rollback")
        raise
    return outcome


def _read(queries: Queries, query: Callable[[SqlTx], R], connection: sqlite3.Connection) -> R:
    tx = SqlTx(connection, queries)
    tx.do("begin_reading")
    try:
        return query(tx)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
            raise TypeError("a function handed to read() wants to write; hand it to run()") from error
        raise
    finally:
        if connection.in_transaction:
            tx.do("rollback")
