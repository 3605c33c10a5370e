"""What SQLite's error codes mean to whoever runs Spotter: one sentence that names the file and the cause.

Never a statement of SQL, never a value. Where they are caught is `sqlite.py` and `sqlite_file.py`.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from core.store.port import StoreCorrupt, StoreUnavailable

_UNAVAILABLE = {
    sqlite3.SQLITE_FULL: "could not be written: the disk is full",
    sqlite3.SQLITE_IOERR: "could not be read or written: the disk reports an error or has no room left",
    sqlite3.SQLITE_BUSY: "is locked by another program",
    sqlite3.SQLITE_LOCKED: "is locked by another program",
    sqlite3.SQLITE_READONLY: "could not be written: the file or its folder is read-only",
    sqlite3.SQLITE_CANTOPEN: "could not be opened: is the folder there, and may this user write in it?",
    sqlite3.SQLITE_PERM: "could not be opened: this user has no right to it",
    sqlite3.SQLITE_AUTH: "could not be opened: this user has no right to it",
    sqlite3.SQLITE_NOMEM: "could not be read: there is no memory left",
}
_CORRUPT = {
    sqlite3.SQLITE_CORRUPT: "is damaged",
    sqlite3.SQLITE_NOTADB: "is no SQLite database",
}
HOW_TO_RESTORE = "it was left as it is; stop Spotter, keep a copy of it, and put a backup in its place"


def clear_error(error: sqlite3.Error, path: Path) -> Exception:
    """What to raise in place of an error of SQLite's: the port's own for a file that does not answer.

    An error of ours (a wrong statement, a broken constraint) comes back as it is.
    """
    # The low byte is the kind; the rest says where it happened. Errors of the driver itself have no code.
    kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if kind in _CORRUPT:
        return corrupt(path, _CORRUPT[kind])
    if kind in _UNAVAILABLE:
        return StoreUnavailable(f"The database {path} {_UNAVAILABLE[kind]}.")
    return error


def corrupt(path: Path, what: str) -> StoreCorrupt:
    """The error for a file that is no sound database, with what to do about it."""
    return StoreCorrupt(f"The database {path} {what}; {HOW_TO_RESTORE}.")
