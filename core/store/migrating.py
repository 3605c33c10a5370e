"""Migrations: numbered .sql files, each with its version mark in one transaction, a backup before the first.

A kill at any moment leaves whole migrations only; starting again goes on. Opening the file is in `sqlite.py`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.store.port import StoreUnavailable

MIGRATIONS_FOLDER = Path(__file__).with_name("migrations")
PAGES_A_STEP = 1_024
MARKS = "create table if not exists migration (number bigint primary key, name text not null)"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: 3 and `0003_workouts` for the file 0003_workouts.sql."""

    number: int
    name: str
    path: Path

    @property
    def sql(self) -> str:
        """Its statements, read anew: a database that has had it needs none of them."""
        return self.path.read_text(encoding="utf-8")


def known_migrations(folder: Path = MIGRATIONS_FOLDER) -> tuple[Migration, ...]:
    """The migrations this version of Spotter knows, in their order."""
    return tuple(
        Migration(int(path.stem.partition("_")[0]), path.stem, path)
        for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    )


def migrate(connection: sqlite3.Connection, path: Path, folder: Path = MIGRATIONS_FOLDER) -> tuple[str, ...]:
    """Bring the database of a connection up to date; returns the names of the migrations it applied.

    `path` is the file behind the connection: beside it a backup `<file>.before-NNNN` is made first when
    there is anything to lose. Raises StoreUnavailable, without having written, where `check_schema` does.
    """
    check_schema(connection, path, folder)
    applied = applied_migrations(connection)
    pending = [migration for migration in known_migrations(folder) if migration.number not in applied]
    if applied and pending:
        _back_up_before(connection, path, pending[0])
    for migration in pending:
        _apply(connection, migration)
    return tuple(migration.name for migration in pending)


def check_schema(connection: sqlite3.Connection, path: Path, folder: Path = MIGRATIONS_FOLDER) -> None:
    """Raise StoreUnavailable for a database that a newer Spotter or another program wrote. Writes nothing."""
    applied = applied_migrations(connection)
    newest = max((migration.number for migration in known_migrations(folder)), default=0)
    if applied and max(applied) > newest:
        raise StoreUnavailable(
            f"The database {path} was written by a newer Spotter (schema {max(applied)}, this is {newest}); "
            "start that version, or restore the backup made before the upgrade."
        )
    if not applied and connection.execute("select 1 from sqlite_master").fetchone() is not None:
        raise StoreUnavailable(f"The database {path} belongs to another program; give Spotter its own file.")


def applied_migrations(connection: sqlite3.Connection) -> dict[int, str]:
    """Numbers and names of the migrations a database has had, none for an empty one."""
    marked = connection.execute("select 1 from sqlite_master where type = 'table' and name = 'migration'")
    if marked.fetchone() is None:
        return {}
    return {row[0]: row[1] for row in connection.execute("select number, name from migration")}


def back_up(connection: sqlite3.Connection, target: Path, goes_on: Callable[[], bool] = lambda: True) -> None:
    """Copy a database, as it stands and while it is used, to a file that is whole or not there at all.

    Raises StoreUnavailable as soon as `goes_on` says no: it is asked every few megabytes.
    """

    def ask(_status: int, _left: int, _all: int) -> None:
        if not goes_on():
            raise StoreUnavailable(f"The backup {target} was given up.")

    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(part)) as copy:
        connection.backup(copy, pages=PAGES_A_STEP, progress=ask)
    _sync(part)
    part.replace(target)
    _sync(target.parent)


def statements(sql: str) -> Iterator[str]:
    """The statements of an .sql file one by one, each with its semicolon."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


def _apply(connection: sqlite3.Connection, migration: Migration) -> None:
    connection.execute("begin immediate")
    try:
        connection.execute(MARKS)
        for statement in statements(migration.sql):
            connection.execute(statement)
        _check_references(connection, migration)
        connection.execute("insert into migration values (?, ?)", (migration.number, migration.name))
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def _back_up_before(connection: sqlite3.Connection, path: Path, migration: Migration) -> None:
    target = path.with_name(f"{path.name}.before-{migration.number:04}")
    try:
        back_up(connection, target)
    except (OSError, sqlite3.Error) as error:
        cause = error.strerror if isinstance(error, OSError) else "the disk is full or does not answer"
        raise StoreUnavailable(
            f"The database {path} was not upgraded, because its backup {target.name} cannot be made: {cause}."
        ) from error


def _check_references(connection: sqlite3.Connection, migration: Migration) -> None:
    if connection.execute("pragma foreign_key_check").fetchone() is not None:
        raise StoreUnavailable(f"The migration {migration.name} would leave rows that belong to nothing.")


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
