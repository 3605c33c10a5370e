"""A file of every earlier schema, with somebody's training in it, is upgraded: all of it stands, and goes on.

The training is real: this version's bot wrote it. What a schema had no place for is left out of its file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.terminal.chat import Chat
from core.store.migrating import known_migrations, migrate
from tests.dialogs.stage import Stage, settings_of

SCHEMAS = [step.number for step in known_migrations()]
WITH_WORKOUTS = next(number for number in SCHEMAS if number >= 4)  # before that nobody could train
ONCE: dict[tuple[str, str], object] = {
    ("athlete", "rates_every_set"): 1,
    ("inbox", "message_id"): 12,
    ("inbox", "sent_at"): 1_772_474_400,
}
"""What stood in columns that are gone by now."""
GONE = frozenset({"staged_workout", "staged_skip"})
"""Tables that are gone by now: what was half brought along, which is asked for once more."""
CHANGED = {("one_rep_max", "freshness"), ("athlete", "asks_effort")}
"""What a migration writes anew on purpose; each has its own test where its rule is."""
TRAINED = {"athlete": 1, "one_rep_max": 3, "plan": 1, "workout": 1, "logged_set": 2, "card": 2, "timer": 5}
IN_A_HURRY = "pragma synchronous = off; pragma journal_mode = memory;"
Rows = dict[str, list[dict[str, Any]]]


async def trained(stage: Stage) -> None:
    """Two sets of a workout are done, a rest runs, reminders are set; the bot stops with a message unread."""
    await stage.hears("/weight 82", "/remind mon wed fri 18:00", "/plan", "[▶ Start]", "[✅ 80 kg × 10]")
    await stage.hears("+60s", "[✅ 80 kg × 10]")
    await stage.chat.close()
    asked = stage.telegram.user_sends(stage.athlete, "/help")
    (update,) = stage.telegram.updates.pending()
    assert update["message"] == asked
    stage.telegram.updates.taken(update["update_id"])
    with closing(sqlite3.connect(stage.path)) as connection, connection:
        kept = (update["update_id"], stage.athlete.id, json.dumps(update))
        connection.execute("insert into inbox values (?, 900, ?, ?, 'kept', 0, '', 1, 1, 0, null)", kept)


async def starts(stage: Stage) -> None:
    """The bot is started again on whatever its file is by now."""
    settings = settings_of(pictures=stage.pictures)
    stage.chat = await Chat.connect(
        stage.telegram, stage.athlete, stage.path, stage.clock, settings, durable=False
    )
    await stage.settle()


def of_schema(source: Path, target: Path, newest: int) -> None:
    """What a Spotter of an earlier schema would have of a file."""
    with closing(sqlite3.connect(target)) as connection:
        connection.executescript(IN_A_HURRY)
        connection.execute("create table migration (number bigint primary key, name text not null)")
        for step in known_migrations():
            if step.number <= newest:
                connection.executescript(step.sql)
                connection.execute("insert into migration values (?, ?)", (step.number, step.name))
        connection.execute("attach ? as source", (str(source),))
        known = dict(tables(connection, "source"))
        for table, columns in tables(connection, "main"):
            if table in GONE:
                continue
            values = [each if each in known[table] else repr(ONCE[table, each]) for each in columns]
            into, what = f"main.{table} ({', '.join(columns)})", ", ".join(values)
            connection.execute(f"insert into {into} select {what} from source.{table}")  # noqa: S608
        connection.commit()


def put_in_place(old: Path, path: Path) -> None:
    """A file for another one, with nothing of that one's log left."""
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
    old.rename(path)


def tables(connection: sqlite3.Connection, schema: str) -> Iterator[tuple[str, list[str]]]:
    names = connection.execute(f"select name from {schema}.sqlite_master where type = 'table'")  # noqa: S608
    for (table,) in names.fetchall():
        if table != "migration":
            columns = connection.execute(f"pragma {schema}.table_info({table})").fetchall()
            yield table, [column[1] for column in columns]


def rows(path: Path) -> Rows:
    """Everything in a file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [dict(row) for row in connection.execute(f"select * from {table} order by 1, 2")]  # noqa: S608
            for table, _ in list(tables(connection, "main"))
        }


def upgraded(path: Path) -> Rows:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(IN_A_HURRY)
        migrate(connection, path)
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("pragma foreign_key_check").fetchall() == []
    return rows(path)


async def test_every_row_of_every_earlier_schema_stands_after_the_upgrade(
    stage: Stage, tmp_path: Path
) -> None:
    await trained(stage)
    whole = rows(stage.path)
    assert {table: len(whole[table]) for table in TRAINED} == TRAINED
    for schema in SCHEMAS[:-1]:
        path = tmp_path / f"{schema}.db"
        of_schema(stage.path, path, schema)
        before, after = rows(path), upgraded(path)
        assert GONE.isdisjoint(after)
        for table, found in before.items():
            if table in GONE:
                continue
            assert len(after[table]) == len(found), (schema, table)
            for was, now in zip(found, after[table], strict=True):
                assert {(table, column) for column in was.keys() - now.keys()} <= ONCE.keys()
                left = {column for column in was if (table, column) not in CHANGED and column in now}
                assert {column: now[column] for column in left} == {column: was[column] for column in left}
        if "rates_every_set" in before.get("athlete", [{}])[0]:
            assert after["athlete"][0]["asks_effort"] == "every"
    await starts(stage)


@pytest.mark.parametrize("schema", [WITH_WORKOUTS, 26, 53, SCHEMAS[-2]])
async def test_a_workout_begun_before_the_upgrade_goes_on(stage: Stage, tmp_path: Path, schema: int) -> None:
    await trained(stage)
    old = tmp_path / "old.db"
    of_schema(stage.path, old, schema)
    put_in_place(old, stage.path)
    await starts(stage)
    assert "Commands" in stage.newest  # what was asked of the old one is answered by the new one
    assert "🔔 Bench press · set 3 of 4" in await stage.hears("+60s")
    await stage.hears("80x10")
    assert await stage.sets() == ["80×10"] * 3
    assert "3 sets" in await stage.hears("/finish")
