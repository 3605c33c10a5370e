"""A database with every table and nothing in it, made once for all the tests of a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from core.store.sqlite_file import open_writer


def blank(path: Path) -> Path:
    """Let a new database stand at a path, as if it had just been migrated; one that is there stays."""
    if not path.exists():
        path.write_bytes(_migrated())
    return path


@cache
def _migrated() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "blank.db"
        open_writer(path, durable=False).close()
        return path.read_bytes()
