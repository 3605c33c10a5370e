"""Everything is on the data map, and whoever is erased is in no byte of the file, its log or its index."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from core.coach.data import forgetting
from core.coach.data.forgetting import REMEMBERED_FOR, TooLate
from core.model.data_map import DATA_MAP, Keep, Topic
from core.model.forgetting import Erased
from core.store import erasing, inbox, sqlite_file
from core.store.inbox import Kept
from core.store.migrating import known_migrations
from core.store.port import Source, Tx
from core.store.sqlite import SqliteStore
from tests.core.store.conftest import NOW

ME, OTHER = 7_301_442_859, 7_301_442_860
CANARY = "canary of an athlete"
SHADOW = "5f" * 32
Open = Callable[[Path], Awaitable[SqliteStore]]
MAP = {kept.table: kept for kept in DATA_MAP}
HOW = "say there what it tells about somebody, and in sql/erasing.sql how it is counted and erased"


def schema(connection: sqlite3.Connection) -> dict[str, list[tuple[str, str]]]:
    """Every table with its columns and their types."""
    tables = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
    return {
        name: [(row[1], row[2]) for row in connection.execute(f"pragma table_info({name})")]
        for (name,) in tables
        if not name.startswith("sqlite_")
    }


@pytest.fixture(scope="module")
def tables() -> dict[str, list[tuple[str, str]]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for step in known_migrations():
            connection.executescript(step.sql)
        found = schema(connection)
    return found | {"migration": [("number", "bigint"), ("name", "text")]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spotter.db"


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Open]:
    """Opens files; what a failed test leaves open is closed, or its thread would go on."""
    stores: list[SqliteStore] = []

    async def open_one(path: Path) -> SqliteStore:
        stores.append(await SqliteStore.open(path, applied_now=lambda: NOW, durable=False))
        return stores[-1]

    yield open_one
    for store in stores:
        await store.close()


def remains(path: Path, *wanted: bytes) -> list[str]:
    """Which files beside the database hold some bytes, -wal and -shm among them."""
    return [
        f"{found.name}: {each!r}"
        for found in sorted(path.parent.glob(f"{path.name}*"))
        for each in wanted
        if each in found.read_bytes()
    ]


def copy(path: Path, target: Path) -> None:
    """As a kill would leave it: the file and its log."""
    for end in ("", "-wal"):
        Path(f"{target}{end}").write_bytes(Path(f"{path}{end}").read_bytes())


def traces(athlete_id: int) -> tuple[bytes, ...]:
    """An id as text, and as SQLite writes a number in a row or an index."""
    return str(athlete_id).encode(), athlete_id.to_bytes(6, "big")


def test_every_table_and_column_is_on_the_map(tables: dict[str, list[tuple[str, str]]]) -> None:
    for table, columns in tables.items():
        assert table in MAP, f"core/model/data_map.py does not know the table {table}: {HOW}"
        mapped = sorted(" ".join(MAP[table].columns.values()).split())
        found = sorted(name for name, _ in columns)
        assert mapped == found, f"core/model/data_map.py has other columns of {table}: {HOW}"
    assert set(MAP) == set(tables)


def test_only_what_is_nobodys_or_goes_by_itself_needs_no_erasing() -> None:
    left = {kept.table for kept in DATA_MAP if kept.erased_by is None}
    assert left == {kept.table for kept in DATA_MAP if kept.topic in (Topic.HOUSE, Topic.FORGOTTEN)}
    assert {kept.topic for kept in DATA_MAP if kept.keep is Keep.FOR_GOOD} == {Topic.HOUSE}


def fill(tables: dict[str, list[tuple[str, str]]], path: Path, athlete_id: int, text: str) -> None:
    """One row of an athlete in every table: each number is their id, each text the canary."""
    house = dict.fromkeys("update_id place attempts begun kept_at touched_at".split(), 1)
    fixed = {"inbox": {**house, "state": "kept", "reason": "failed", "message_mark": "a hash"}}
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma secure_delete = on")
        for table, columns in tables.items():
            if MAP[table].erased_by is None:
                continue
            values = [
                fixed.get(table, {}).get(name, athlete_id if kind == "bigint" else text)
                for name, kind in columns
            ]
            marks = ", ".join("?" * len(values))
            connection.execute(f"insert into {table} values ({marks})", values)  # noqa: S608  # our own names


async def test_a_row_in_every_table_leaves_no_byte(
    tables: dict[str, list[tuple[str, str]]], path: Path, opened: Open
) -> None:
    await (await opened(path)).close()
    fill(tables, path, ME, CANARY)
    assert remains(path, CANARY.encode(), *traces(ME))
    store = await opened(path)
    rows = await store.run(erasing.erase_athlete, ME)
    assert rows == {kept.table: 1 for kept in DATA_MAP if kept.erased_by}
    assert await store.scrub()
    assert remains(path, CANARY.encode(), *traces(ME)) == []
    left = await store.read(erasing.row_counts)
    assert {table for table, count in left.items() if count} - {"inbox", "setting"} == set()
    await store.close()
    assert remains(path, CANARY.encode(), *traces(ME)) == []


def live(connection: sqlite3.Connection, dice: random.Random, people: list[int]) -> None:
    """Years of training: rows that grow, shrink and move between pages."""
    for number in range(1, 1_200):
        who = dice.choice(people)
        session = f"{CANARY if who == ME else 'somebody else'} " * dice.randint(1, 120)
        connection.execute(
            "insert into workout (id, athlete_id, chat_id, session, state, opened_at, touched_at, trained_on)"
            " values (?, ?, ?, ?, 'finished', ?, ?, ?)",
            (number, who, who, session, number, number, f"day {CANARY if who == ME else ''}"),
        )
        connection.execute("insert into skipped_set values (?, 0, 1, null)", (number,))
        connection.execute("insert into card values (?, ?, ?, ?, 0, 1, 0)", (who, number, who, number))
        if dice.random() < 0.5:
            old = dice.randint(1, number)
            ((owner,),) = connection.execute("select athlete_id from workout where id = ?", (old,))
            shorter = f"{CANARY if owner == ME else 'somebody else'} " * dice.randint(1, 60)
            connection.execute("update workout set session = ? where id = ?", (shorter, old))
        if dice.random() < 0.05:
            old = dice.randint(1, number)
            connection.execute("delete from card where workout_id = ?", (old,))


# Without the vacuum, the last three leave something in the gaps of pages.
@pytest.mark.parametrize("seed", [0, 5, 11, 37])
async def test_a_life_of_rows_that_moved_leaves_no_byte(path: Path, opened: Open, seed: int) -> None:
    store = await opened(path)

    def lived(tx: Tx) -> None:
        live(tx._connection, random.Random(seed), [ME, *range(OTHER, OTHER + 6)])  # type: ignore[attr-defined]

    await store.run(lived)
    before = await store.read(erasing.row_counts)
    mine, _, _ = await store.read(erasing.holdings, ME)
    assert mine > 50
    await store.run(erasing.erase_athlete, ME)
    assert await store.scrub()
    assert remains(path, CANARY.encode(), *traces(ME)) == []
    after = await store.read(erasing.row_counts)
    assert after["workout"] == before["workout"] - mine
    await store.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)


async def test_whoever_has_a_row_in_one_table_alone_is_known(
    tables: dict[str, list[tuple[str, str]]], path: Path, opened: Open
) -> None:
    """A restored copy erases again only those whom this query finds."""
    await (await opened(path)).close()
    for kept in (kept for kept in DATA_MAP if kept.erased_by and kept.table != "skipped_set"):
        fill({kept.table: tables[kept.table]}, path, ME, CANARY)
        store = await opened(path)
        assert await store.run(erasing.forget_again, {SHADOW: (NOW, None)}, shadow_of_me) == 1, kept.table
        await store.run(erasing.prune_shadows, NOW + timedelta(days=3))
        await store.close()
    assert remains(path, CANARY.encode()) == []


def shadow_of_me(athlete_id: int) -> str:
    return SHADOW if athlete_id == ME else "0" * 64


@pytest.fixture
def asked() -> tuple[object, ...]:
    return (ME, SHADOW, NOW, NOW + timedelta(seconds=30), NOW + timedelta(seconds=30))


async def test_updates_waiting_are_wiped_and_what_was_sent_before_revives_nothing(
    path: Path, opened: Open, asked: tuple[object, ...]
) -> None:
    store = await opened(path)
    batch = [Kept(update_id, ME, f'{{"text": "{CANARY}"}}') for update_id in range(1, 4)]
    await store.run(inbox.keep, [*batch, Kept(9, OTHER, "{}")], NOW)
    outcome = await store.apply(Source(3, ME, "a hash"), forgetting.forget, *asked)  # type: ignore[arg-type]
    assert outcome == Erased(0, 0, frozenset())
    assert await store.scrub()
    assert remains(path, CANARY.encode(), *traces(ME)) == []
    assert [each.update_id for each in await store.read(inbox.waiting, 10)] == [9]
    gone_at = NOW + timedelta(seconds=30)

    def late(seconds: int, update_id: int = 50, shadow: str = SHADOW) -> tuple[object, ...]:
        return shadow, gone_at + timedelta(seconds=seconds), update_id

    assert await store.read(forgetting.revives, *late(-1))  # type: ignore[arg-type]
    assert not await store.read(forgetting.revives, *late(0))  # type: ignore[arg-type]
    assert not await store.read(forgetting.revives, *late(-1, update_id=3))  # type: ignore[arg-type]
    assert not await store.read(forgetting.revives, *late(-1, shadow="0" * 64))  # type: ignore[arg-type]
    assert await store.run(forgetting.prune, gone_at + REMEMBERED_FOR) == 0
    assert await store.run(forgetting.prune, gone_at + REMEMBERED_FOR + timedelta(seconds=1)) == 1
    assert not await store.read(forgetting.revives, *late(-1))  # type: ignore[arg-type]
    await store.close()


async def test_a_question_that_stood_too_long_erases_nothing(path: Path, opened: Open) -> None:
    store = await opened(path)
    for asked_at in (NOW - timedelta(minutes=16), NOW + timedelta(days=1)):
        outcome = await store.run(forgetting.forget, ME, SHADOW, asked_at, NOW, NOW)
        assert outcome == TooLate()
    assert (await store.read(erasing.row_counts))["forgotten"] == 0
    await store.close()


async def test_a_start_empties_the_log_that_a_kill_left(path: Path, opened: Open) -> None:
    store = await opened(path)
    await store.run(inbox.keep, [Kept(1, ME, CANARY)], NOW)
    await store.run(inbox.settle, [1], NOW)
    copied = path.with_name("killed.db")
    copy(path, copied)
    await store.close()
    assert remains(copied, CANARY.encode())
    store = await opened(copied)
    assert remains(copied, CANARY.encode()) == []
    await store.close()


async def test_who_forgets_again_and_again_has_the_file_written_anew_once_a_minute(
    path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "SCRUBBED_EACH_TIME_BYTES", 0)
    store = await opened(path)
    await store.run(erasing.erase_athlete, ME)
    assert await store.scrub()
    await store.run(erasing.erase_athlete, OTHER)
    assert not await store.scrub()
    monkeypatch.setattr(sqlite_file, "SCRUBBED_AGAIN_AFTER_S", 0.0)
    assert await store.scrub()
    await store.close()


async def test_a_file_too_large_to_write_anew_at_once_has_an_empty_log_at_once(
    path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await opened(path)

    def lived(tx: Tx) -> None:
        live(tx._connection, random.Random(5), [ME, OTHER])  # type: ignore[attr-defined]

    await store.run(lived)
    await store.run(erasing.erase_athlete, ME)
    monkeypatch.setattr(sqlite_file, "SCRUBBED_AT_ONCE_BYTES", 0)
    assert not await store.scrub()
    assert CANARY.encode() not in path.with_name(f"{path.name}-wal").read_bytes()
    assert await store.scrub(at_any_size=True)
    assert remains(path, CANARY.encode(), *traces(ME)) == []
    await store.close()
