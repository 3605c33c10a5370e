"""The SQL is written once for two engines: what both understand, named, called, and found by an index."""

from __future__ import annotations

import ast
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.model.data_map import DATA_MAP
from core.store.migrating import MIGRATIONS_FOLDER, known_migrations, statements
from core.store.queries import SQL_FOLDER, load_queries

ROOT = Path(__file__).parents[3]
QUERIES = load_queries("sqlite3", "engine_sqlite.sql")
CALLS = {"one": QUERIES.one, "many": QUERIES.many, "do": QUERIES.do}
EVERY_QUERY = {name: call for calls in CALLS.values() for name, call in calls.items()}
PORTABLE = sorted(path for path in SQL_FOLDER.glob("*.sql") if not path.name.startswith("engine_"))
MIGRATIONS = sorted(MIGRATIONS_FOLDER.glob("*.sql"))

TYPES = {"bigint", "text"}
CONSTRAINTS = {"primary", "unique", "foreign", "check", "constraint"}

# What only one of the engines understands, or what they understand in two ways.
FORBIDDEN = {
    "autoincrement": r"\bautoincrement\b",
    "an engine's own clock": r"\b(datetime|strftime|julianday|unixepoch|now)\s*\(|\bcurrent_(time|date)",
    "a place without a name": r"\?",
    "a per cent sign": r"%",
    "insert or …": r"\binsert\s+or\b|\breplace\s+into\b",
    "rowid": r"\b(_?rowid_?|oid|ctid|without\s+rowid)\b",
    "an engine's own function": r"\b(ifnull|nvl|instr|strpos|group_concat|string_agg|iif|json_\w+)\s*\(",
    "like, which minds case in one engine only": r"\bi?like\b",
    "::": r"::",
    "a quoted name": r'"|`|\[',
    "true or false": r"\b(true|false)\b",
    "pragma or vacuum": r"\b(pragma|vacuum|attach)\b",
    "begin or commit": r"\b(begin|commit|rollback)\b",
    "a list for one value": r"\bin\s+:\w+|\bany\s*\(|\bin\s*\(\s*:",
    "a lock": r"\bfor\s+update\b|\bskip\s+locked\b",
}

# Looked at by hand: they count or list all there is, and are asked by the operator, seldom or at start.
MAY_READ_ALL = {
    "inbox_counts",
    "known_ids",  # when a copy is put back, while nobody waits
    "timer_tally",
    "timers_armed_ever",
    # Once in a group's life, when it becomes a supergroup.
    "chat_forget_cards_of_workouts",
    "chat_forget_messages",
    "chat_forget_questions",
    "chat_move_athletes",
    "chat_move_names",
    "chat_move_timers",
    "chat_move_workouts",
}


def code(text: str) -> str:
    """Without comments and without what stands in quotes."""
    return re.sub(r"'(?:[^']|'')*'", "''", re.sub(r"--.*", "", text)).lower()


def forbidden(text: str) -> list[str]:
    return [what for what, pattern in FORBIDDEN.items() if re.search(pattern, code(text))]


def stray_types(text: str) -> Iterator[str]:
    for table, columns in re.findall(r"create\s+table\s+(\w+)\s*\((.*?)\n\)", code(text), re.DOTALL):
        for column in re.split(r",(?![^(]*\))", columns):
            words = column.split()
            if words[0] not in CONSTRAINTS and (len(words) < 2 or words[1] not in TYPES):
                yield f"{table}: {' '.join(words)}"
    yield from re.findall(r"add\s+column\s+(\w+\s+(?!bigint\b|text\b)\w+)", code(text))


@pytest.mark.parametrize("path", PORTABLE + MIGRATIONS, ids=lambda path: path.name)
def test_a_file_keeps_to_what_both_engines_understand(path: Path) -> None:
    assert forbidden(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.name)
def test_columns_are_bigint_or_text(path: Path) -> None:
    assert list(stray_types(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "select * from lift where id = ?",
        "select 7 % 2",
        "insert or ignore into lift values (1)",
        "insert into lift values (datetime('now'))",
        "select id::text from lift",
        "select * from lift where id in (:ids)",
        "select * from lift where name like :name",
        'select "id" from lift',
    ],
)
def test_what_one_engine_only_understands_is_seen(wrong: str) -> None:
    assert len(forbidden(wrong)) == 1


def test_a_stray_type_is_seen() -> None:
    wrong = "create table lift (\n    id integer primary key,\n    kg real not null,\n    unique (id, kg)\n);"
    assert list(stray_types(wrong)) == ["lift: id integer primary key", "lift: kg real not null"]
    assert list(stray_types("alter table lift add column at timestamp;")) == ["at timestamp"]


@pytest.mark.parametrize("path", sorted(SQL_FOLDER.glob("*.sql")), ids=lambda path: path.name)
def test_every_query_has_a_name_and_is_one_statement(path: Path) -> None:
    before, *named = re.split(r"^-- name: *\w+[\^!]?$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert code(before).strip() == ""
    assert [query for query in named if len(list(statements(code(query).strip()))) != 1] == []


def calls_in_the_source() -> Iterator[tuple[str, str, str]]:
    """Every `….one("name")`, `….many("name")`, `….do("name")`: where, how, what."""
    for path in [*ROOT.glob("core/**/*.py"), *ROOT.glob("bot/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr="one" | "many" | "do" as way),
                    args=[ast.Constant(value=str(name))],
                ):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", way, name


def test_every_call_finds_its_query() -> None:
    wrong = [(where, name) for where, way, name in calls_in_the_source() if name not in CALLS[way]]
    assert wrong == []


def test_every_query_is_called() -> None:
    called = {name for _, _, name in calls_in_the_source()} | {kept.erased_by for kept in DATA_MAP}
    assert set(EVERY_QUERY) - called == set()


@pytest.fixture(scope="module")
def schema() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for migration in known_migrations():
            connection.executescript(migration.sql)
        yield connection


def plan(connection: sqlite3.Connection, name: str) -> list[str]:
    call = EVERY_QUERY[name]
    assert call.__signature__ is not None
    values = dict.fromkeys(list(call.__signature__.parameters)[1:], 1)
    return [row[3] for row in connection.execute(f"explain query plan {call.sql}", values)]


# `begin` and its like touch no table.
TOUCHING = sorted(set(EVERY_QUERY) - {"begin_writing", "begin_reading", "commit", "rollback"})


@pytest.mark.parametrize("name", TOUCHING)
def test_a_query_fits_the_schema_and_finds_its_rows_by_an_index(
    schema: sqlite3.Connection, name: str
) -> None:
    by_index = ("USING", "CONSTANT ROW")
    walked = [
        step
        for step in plan(schema, name)
        if step.startswith("SCAN") and not any(words in step for words in by_index)
    ]
    assert (walked == []) != (name in MAY_READ_ALL), walked


LOOKED_BACK_WITH = (
    "bests_before",
    "past_set",
    "past_workout_ids",
    "progress_days",
    "progress_exercises",
    "progress_sets_between",
    "progress_sets_of_exercise",
    "sets_last_time",
    "sets_of_athlete",
    "sets_of_workout",
    "workouts_closed",
)


@pytest.mark.parametrize("name", LOOKED_BACK_WITH)
def test_a_look_back_costs_nothing_for_what_others_have_logged(
    schema: sqlite3.Connection, name: str
) -> None:
    touched = [step for step in plan(schema, name) if step.startswith(("SCAN", "SEARCH"))]
    assert touched
    assert all(step.startswith("SEARCH") for step in touched), touched


def test_what_is_due_and_what_waits_are_read_in_order_without_sorting(schema: sqlite3.Connection) -> None:
    for name in ("timer_next_due", "inbox_waiting"):
        assert [step for step in plan(schema, name) if "TEMP B-TREE" in step] == []
