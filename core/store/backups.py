"""Backups: a copy made while the database is used, opened and counted before it counts; and putting one back.

When a daily one is due is not here but in `bot/upkeep.py`; the copying itself is `migrating.back_up`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from core.store import erasing
from core.store.migrating import applied_migrations, back_up, check_schema, known_migrations
from core.store.port import StoreCorrupt, StoreUnavailable
from core.store.queries import SqlTx, load_queries
from core.store.sqlite_errors import clear_error, corrupt
from core.store.sqlite_file import FileLock, broken_off, empty_log, open_reader, open_writer, scrub

Shadow = Callable[[int], str]
Forgotten = tuple[datetime, int | None]  # when, and by which update


def make_backup(
    path: Path, target: Path, goes_on: Callable[[], bool] = lambda: True
) -> Mapping[str, int]:
    """Copy a database as it is at one moment, while others write; returns the rows of each table.

    The copy is opened and held against the original before it gets its name: whole, sound, row for row as
    many. Raises StoreUnavailable, and then leaves no file behind, also when `goes_on` says no. May take
    minutes; blocks no writer.
    """
    if not path.exists():
        raise StoreUnavailable(f"There is no database at {path}.")
    unproven = target.with_name(f"{target.name}.unproven")
    try:
        with closing(open_reader(path)) as source:
            tx = _tx(source)
            tx.do("begin_reading")
            check_schema(source, path)
            expected = _counts(source)
            back_up(source, unproven, goes_on)
        if prove(unproven, goes_on) != expected:
            raise StoreUnavailable(f"The backup {target} holds other rows than {path}; it was thrown away.")
        unproven.replace(target)
    except StoreCorrupt:  # the copy is page by page what it was made of
        raise corrupt(path, "is damaged") from None
    except OSError as error:
        raise StoreUnavailable(f"The backup {target} cannot be written: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise clear_error(error, path) from error
    finally:
        unproven.unlink(missing_ok=True)
        unproven.with_name(f"{unproven.name}.part").unlink(missing_ok=True)
    return expected


def prove(copy: Path, goes_on: Callable[[], bool] = lambda: True) -> Mapping[str, int]:
    """The rows of each table of a backup that is sound and Spotter's. Raises StoreUnavailable for any other.

    Reads all of it, and leaves no file beside it. StoreUnavailable, too, as soon as `goes_on` says no.
    """
    try:
        with closing(_open_still(copy)) as connection, broken_off(connection, lambda: not goes_on()):
            (verdict,) = connection.execute("pragma integrity_check(1)").fetchone()
            if verdict != "ok" or connection.execute("pragma foreign_key_check").fetchone() is not None:
                raise StoreCorrupt(f"{copy} is damaged.")
            _check_whose(connection, copy)
            return _counts(connection)
    except sqlite3.Error as error:
        if isinstance(clear_error(error, copy), StoreCorrupt):
            raise StoreCorrupt(f"{copy} is damaged, or no backup of Spotter's.") from error
        raise clear_error(error, copy) from error
    raise StoreUnavailable(f"{copy} was given up.")


def _check_whose(connection: sqlite3.Connection, copy: Path) -> None:
    applied, newest = applied_migrations(connection), max(step.number for step in known_migrations())
    if not applied:
        raise StoreUnavailable(f"{copy} is no backup of Spotter's.")
    if max(applied) > newest:
        raise StoreUnavailable(
            f"{copy} was written by a newer Spotter (schema {max(applied)}, this is {newest}); "
            "that version can put it back."
        )


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of the database that was replaced, and of those who had been forgotten in it.

    `aside` is where it was laid, None without one. `forgotten` is how many athletes of the backup were erased
    again, None where the replaced file could not tell.
    """

    aside: Path | None
    forgotten: int | None


def restore(backup: Path, path: Path, shadow: Shadow | None = None) -> Restored:
    """Put a proven backup in the place of a database; who was forgotten in that since is erased again.

    `shadow` is the keyed hash of an id that is kept of the forgotten; without it none of them is known.
    Raises StoreUnavailable while a Spotter runs on the database or when the backup is not sound; then
    nothing has changed. A kill on the way loses neither: the old file has its second name first.
    """
    lock = FileLock.take(path)
    fresh = path.with_name(f"{path.name}.restored")
    try:
        _prove_for_good(backup)
        gone = _forgotten_in(path) if shadow is not None else None
        _remove(fresh)
        with closing(_open_still(backup)) as source:
            back_up(source, fresh)
        forgotten = None if gone is None or shadow is None else _forget_again(fresh, gone, shadow)
        aside = _lay_aside(path) if path.exists() else None
        _remove_logs(path)  # another file's log would be read into this one
        fresh.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise StoreUnavailable(f"The database {path} cannot be replaced: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise clear_error(error, backup) from error
    finally:
        lock.release()
    return Restored(aside, forgotten)


def _prove_for_good(backup: Path) -> None:
    try:
        prove(backup)
    except StoreUnavailable as error:
        raise type(error)(f"{error} Nothing was changed.") from error


def _forgotten_in(path: Path) -> Mapping[str, Forgotten] | None:
    """Who was forgotten in the database that is to be replaced; None when it cannot be read."""
    if not path.exists():
        return None
    try:
        with closing(open_reader(path)) as connection:
            return erasing.all_shadows(_tx(connection))
    except sqlite3.Error:
        return None


def _forget_again(fresh: Path, gone: Mapping[str, Forgotten], shadow: Shadow) -> int:
    """Erase them in the copy, whatever schema it has, and leave no byte of them in it."""
    if not gone:
        return 0
    with closing(open_writer(fresh)) as connection:
        tx = _tx(connection)
        tx.do("begin_writing")
        forgotten = erasing.forget_again(tx, gone, shadow)
        tx.do("commit")
        scrub(fresh, connection, at_any_size=True)
        empty_log(connection)
    _remove_logs(fresh)
    for before in fresh.parent.glob(f"{fresh.name}.before-*"):  # the backup itself is still there
        before.unlink()
    return forgotten


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _remove_logs(path)


def _remove_logs(path: Path) -> None:
    for end in ("-wal", "-shm"):
        path.with_name(f"{path.name}{end}").unlink(missing_ok=True)


def _lay_aside(path: Path) -> Path:
    """Give the file and its log a second name, the first that is free."""
    number = 1
    while (aside := path.with_name(f"{path.name}.replaced-{number}")).exists():
        number += 1
    os.link(path, aside)
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        os.link(log, aside.with_name(f"{aside.name}-wal"))
    _sync_folder(path.parent)
    return aside


def _counts(connection: sqlite3.Connection) -> Mapping[str, int]:
    """Rows by table; of an older Spotter's file none, for its tables are not those this version counts."""
    if applied_migrations(connection).keys() != {step.number for step in known_migrations()}:
        return {}
    return erasing.row_counts(_tx(connection))


def _tx(connection: sqlite3.Connection) -> SqlTx:
    return SqlTx(connection, load_queries("sqlite3", "engine_sqlite.sql"))


def _open_still(path: Path) -> sqlite3.Connection:
    """A file that nobody writes: read without a lock, a log or an index beside it."""
    if not path.is_file():
        raise StoreUnavailable(f"There is no file {path}.")
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size > 0:
        return open_reader(path)
    still = sqlite3.connect(
        f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, isolation_level=None
    )
    still.row_factory = sqlite3.Row
    return still


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
