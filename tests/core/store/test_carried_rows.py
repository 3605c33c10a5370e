"""What stood in an older file is right after the step that gives it a new meaning."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from core.store.migrating import MIGRATIONS_FOLDER, migrate

BEFORE_MAX, SINCE = 1_000, 2_000


def fill(connection: sqlite3.Connection, table: str, **values: object) -> None:
    """One row; columns that must hold something and are not named hold 0 or a word of no meaning here."""
    columns = connection.execute(f"pragma table_info({table})").fetchall()
    row: Mapping[str, object] = {
        name: values.get(name, 0 if kind == "bigint" else "x")
        for _, name, kind, needed, default, key in columns
        if name in values or ((needed or key) and default is None)
    }
    marks = ", ".join("?" * len(row))
    sql = f"insert into {table} ({', '.join(row)}) values ({marks})"  # noqa: S608  # our own names
    connection.execute(sql, tuple(row.values()))


def test_a_maximum_told_after_workouts_here_was_told_as_of_now(tmp_path: Path) -> None:
    older = tmp_path / "older"
    shutil.copytree(MIGRATIONS_FOLDER, older)
    for step in older.glob("007[5-9]_*.sql"):
        step.unlink()
    path = tmp_path / "spotter.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma foreign_keys = on")
        migrate(connection, path, older)
        told = {1: "recent", 2: "recent", 3: "recent", 4: "older"}
        for athlete_id, freshness in told.items():
            fill(connection, "athlete", id=athlete_id)
            fill(connection, "one_rep_max", athlete_id=athlete_id, freshness=freshness, known_at=1_500)
        finished = {1: BEFORE_MAX, 2: SINCE, 3: BEFORE_MAX, 4: BEFORE_MAX}
        for athlete_id, at in finished.items():
            fill(connection, "workout", id=athlete_id, athlete_id=athlete_id, finished_at=at)
        fill(connection, "imported_workout", workout_id=3, athlete_id=3)
        migrate(connection, path)
        rows = connection.execute("select athlete_id, freshness from one_rep_max order by athlete_id")
        assert dict(rows.fetchall()) == {1: "now", 2: "recent", 3: "recent", 4: "older"}
