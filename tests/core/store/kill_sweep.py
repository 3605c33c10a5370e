"""Kill −9 a migrating process at every statement it runs, start again, and look at what stands.

Run as a script, so that it forks before any thread is there: `kill_sweep.py FOLDER` prints JSON,
how many kills there were and what was broken, for an empty file and for one of the first release.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from core.store.migrating import applied_migrations, known_migrations, migrate


def connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    return connection


def migrate_until_killed(path: Path, statement: int) -> None:
    """In the child: migrate, and die just before the given statement."""
    with closing(connect(path)) as connection:
        left = statement

        def count(_sql: str) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        connection.set_trace_callback(count)
        migrate(connection, path)


def was_killed(path: Path, statement: int) -> bool:
    child = os.fork()
    if child == 0:
        try:
            migrate_until_killed(path, statement)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Everything but the table of the marks, which is no step's own."""
    return connection.execute(
        "select name, sql from sqlite_master where tbl_name <> 'migration' order by name"
    ).fetchall()


def whole_steps() -> dict[int, list[tuple[str, str]]]:
    """The schema after each number of steps, 0 for none."""
    schemas: dict[int, list[tuple[str, str]]] = {0: []}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for step in known_migrations():
            connection.executescript(step.sql)
            schemas[step.number] = schema(connection)
    return schemas


def look(path: Path, schemas: dict[int, list[tuple[str, str]]], old_row: bool) -> str | None:
    """What is wrong with a file after a kill and a second start, None when nothing is."""
    with closing(connect(path)) as connection:
        steps = applied_migrations(connection)
        if schema(connection) != schemas[max(steps, default=0)]:
            return f"half a step after {sorted(steps)}"
        migrate(connection, path)
        if len(applied_migrations(connection)) != len(known_migrations()):
            return "the second start did not finish"
        if connection.execute("pragma integrity_check").fetchone()[0] != "ok":
            return "damaged"
        if old_row and connection.execute("select value from setting").fetchall() != [("before",)]:
            return "a row was lost"
    return None


def sweep(folder: Path, old: bool) -> tuple[int, list[str]]:
    folder.mkdir()
    schemas, statement = whole_steps(), 0
    broken: list[str] = []
    while True:
        statement += 1
        path = folder / f"{statement}.db"
        if old:
            with closing(connect(path)) as connection:
                connection.executescript(known_migrations()[0].sql)
                connection.execute("create table migration (number bigint primary key, name text not null)")
                connection.execute("insert into migration values (1, '0001_engine')")
                connection.execute("insert into setting values ('a', 'before')")
        if not was_killed(path, statement):
            return statement - 1, broken
        wrong = look(path, schemas, old)
        if wrong is not None:
            broken.append(f"killed at statement {statement}: {wrong}")
        if old and not path.with_name(f"{path.name}.before-0002").exists():
            broken.append(f"killed at statement {statement}: no backup")


if __name__ == "__main__":
    place = Path(sys.argv[1])
    sys.stdout.write(
        json.dumps({"new": sweep(place / "new", old=False), "old": sweep(place / "old", old=True)})
    )
