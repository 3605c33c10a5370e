"""Kill −9 a migrating process at every statement it runs, start again, and look at what stands.

Run as a script, so that it forks before any thread is there: `kill_sweep.py FOLDER STRIDE LATER` prints JSON,
how many kills there were and what was broken, for an empty file and for one of every earlier schema. It kills
at every STRIDE-th statement from an empty file and from the first schema, at every LATER-th from the others.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from core.store.migrating import applied_migrations, known_migrations, migrate


def connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    # What a killed process wrote is with the system already: nothing here has to wait for a busy disk.
    connection.execute("pragma synchronous = off")
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


@cache
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


def of_schema(path: Path, newest: int) -> None:
    """A database as a Spotter of that schema left it, with a row in it."""
    with closing(connect(path)) as connection:
        connection.execute("create table migration (number bigint primary key, name text not null)")
        for step in known_migrations():
            if step.number <= newest:
                connection.executescript(step.sql)
                connection.execute("insert into migration values (?, ?)", (step.number, step.name))
        connection.execute("insert into setting values ('a', 'before')")


def sweep(folder: Path, start: int, stride: int = 1) -> tuple[int, list[str]]:
    """Kill at every `stride`-th statement of an upgrade from a schema, 0 for an empty file."""
    folder.mkdir()
    schemas, statement, kills = whole_steps(), 1, 0
    following = min(number for number in schemas if number > start)
    broken: list[str] = []
    before = folder / "before.db"
    if start:
        of_schema(before, start)
    while True:
        path = folder / f"{statement}.db"
        if start:
            shutil.copy(before, path)
        if not was_killed(path, statement):
            return kills, broken
        kills += 1
        wrong = look(path, schemas, old_row=start > 0)
        if wrong is not None:
            broken.append(f"from schema {start}, killed at statement {statement}: {wrong}")
        if start and not path.with_name(f"{path.name}.before-{following:04}").exists():
            broken.append(f"from schema {start}, killed at statement {statement}: no backup")
        statement += stride


if __name__ == "__main__":
    place, stride, later_stride = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    first, *later = [step.number for step in known_migrations()]
    swept = {"new": sweep(place / "new", 0, stride), str(first): sweep(place / str(first), first, stride)}
    for number in later[:-1]:
        swept[str(number)] = sweep(place / str(number), number, later_stride)
    sys.stdout.write(json.dumps(swept))
