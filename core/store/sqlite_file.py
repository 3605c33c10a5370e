"""The SQLite file: who may open it, whether it is sound, and how its connections are set.

What runs on the connections is in `sqlite.py`, what an error means in `sqlite_errors.py`.
"""

from __future__ import annotations

import contextlib
import fcntl
import itertools
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from core.store.migrating import check_schema, migrate
from core.store.port import StoreUnavailable
from core.store.sqlite_errors import clear_error, corrupt
from core.store.sqlite_log import log_was_cut

_LOGGER = logging.getLogger(__name__)

OLDEST_SQLITE = (3, 35, 0)
KEPT_STATEMENTS = 512  # more than there are queries: fewer push each other out, and are prepared anew
PATIENCE_S = 5.0
READERS_PATIENCE_S = 0.05
LARGEST_LOG_BYTES = 64 * 1024 * 1024
CHECKED_STEPS = 200_000_000  # of SQLite's machine, some ten seconds; damage is found as well when it is read
STEPS_AT_ONCE = 10_000
SCRUBBED_AT_ONCE_BYTES = 64 * 1024 * 1024  # about a second in which nobody else is answered
SCRUBBED_EACH_TIME_BYTES = 4 * 1024 * 1024  # some hundredths of one
SCRUBBED_AGAIN_AFTER_S = 60.0


class FileLock:
    """The mark beside the file that one process has it; dropped by the system when that process ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, path: Path) -> FileLock:
        """Take the lock of a database file. Raises StoreUnavailable when another process has it."""
        try:
            descriptor = os.open(path.with_name(f"{path.name}.lock"), os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            raise StoreUnavailable(f"No database can be kept at {path}: {error.strerror}.") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(descriptor)
            raise StoreUnavailable(f"Another Spotter runs on the database {path}; stop it first.") from error
        return cls(descriptor)

    def release(self) -> None:
        """Let the lock go; the file beside the database stays, empty."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def open_writer(path: Path, *, durable: bool = True) -> sqlite3.Connection:
    """The one connection that writes: a sound file, readable by its owner alone, migrated.

    Raises StoreUnavailable, StoreCorrupt or sqlite3.Error, and then has not changed the file.
    """
    check_version(sqlite3.sqlite_version_info)
    _check_sound(path)
    _make_private(path)
    connection = _connect(path, "rwc")
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute(f"pragma synchronous = {'full' if durable else 'off'}")
        connection.execute("pragma secure_delete = on")
        connection.execute(f"pragma journal_size_limit = {LARGEST_LOG_BYTES}")
        # Foreign keys come on afterwards: a migration may have to build a table anew.
        migrate(connection, path)
        connection.execute("pragma foreign_keys = on")
        empty_log(connection)  # what was erased right before a kill is still in it
    except BaseException:
        connection.close()
        raise
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that cannot write; it needs no lock and may stand beside a running Spotter."""
    connection = _connect(path, "ro")
    connection.execute("pragma query_only = on")
    return connection


def empty_log(connection: sqlite3.Connection) -> bool:
    """Fold the write-ahead log into the file and cut it to nothing; False when a reader still needs it.

    A reader is hardly waited for: whoever writes would have to wait for it, too.
    """
    wait_for_locks(connection, READERS_PATIENCE_S)
    try:
        busy: int = connection.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
    finally:
        wait_for_locks(connection, PATIENCE_S)
    return busy == 0


def scrub(
    path: Path,
    connection: sqlite3.Connection,
    *,
    at_any_size: bool,
    given_up: Callable[[], bool] = lambda: False,
) -> bool:
    """Write the file anew without gaps; False when its size forbids that, or `given_up` says so meanwhile.

    `secure_delete` wipes rows where they stand, not where they stood before SQLite moved them. The log holds
    the rows as they were: `empty_log` is to follow in any case.
    """
    if path.stat().st_size > SCRUBBED_AT_ONCE_BYTES and not at_any_size:
        return False
    with broken_off(connection, given_up):
        connection.execute("vacuum")
        return True
    return False


@contextlib.contextmanager
def broken_off(connection: sqlite3.Connection, given_up: Callable[[], bool]) -> Iterator[None]:
    """End a statement of the block, and the block with it, as soon as `given_up` says so."""
    connection.set_progress_handler(lambda: int(given_up()), STEPS_AT_ONCE)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
    finally:
        connection.set_progress_handler(None, 0)


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of the same name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def wait_for_locks(connection: sqlite3.Connection, patience_s: float) -> None:
    """How long a connection waits for another program's lock before it gives up."""
    connection.execute(f"pragma busy_timeout = {round(patience_s * 1000)}")


def check_version(version: tuple[int, ...]) -> None:
    """Raise StoreUnavailable for an SQLite that lacks RETURNING."""
    if version < OLDEST_SQLITE:
        needed, found = (".".join(map(str, numbers)) for numbers in (OLDEST_SQLITE, version))
        raise StoreUnavailable(f"Spotter needs SQLite {needed} or newer; this Python comes with {found}.")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=PATIENCE_S,
        check_same_thread=False,
        cached_statements=KEPT_STATEMENTS,
    )
    connection.row_factory = sqlite3.Row
    return connection


def _check_sound(path: Path) -> None:
    """Read every page through a connection that cannot write, so that a damaged file is left as it is."""
    if not path.exists() or path.stat().st_size == 0:
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size > 0:
            raise corrupt(path, "is empty although its write-ahead log is not")
        return
    if log_was_cut(path):
        raise corrupt(path, "has lost the end of its write-ahead log")
    try:
        with closing(open_reader(path)) as connection:
            verdict = _quick_check(connection)
            if verdict == "ok":
                check_schema(connection, path)
    except sqlite3.Error as error:
        raise clear_error(error, path) from error
    if verdict != "ok":
        raise corrupt(path, "is damaged")


def _quick_check(connection: sqlite3.Connection) -> str:
    """SQLite's verdict, "ok" for a sound file. A file too large for that is not waited for: bells are due."""
    steps = itertools.count(STEPS_AT_ONCE, STEPS_AT_ONCE)
    with broken_off(connection, lambda: next(steps) > CHECKED_STEPS):
        (verdict,) = connection.execute("pragma quick_check(1)").fetchone()
        return str(verdict)
    _LOGGER.warning("the file is too large to be read whole at a start; `doctor` does it")
    return "ok"


def _make_private(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreUnavailable(f"The database {path} cannot be written: {error.strerror}.") from error
    with contextlib.suppress(PermissionError):  # a shared volume may belong to somebody else
        path.chmod(0o600)
