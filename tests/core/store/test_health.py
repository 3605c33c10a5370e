"""How a store tells that it cannot keep anything: once in the log, until it can again."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from core.store import inbox, sqlite_file
from core.store.health import Watch, ping
from core.store.port import StoreCorrupt, StoreUnavailable, Tx
from core.store.settings import keep_setting, kept_setting
from core.store.sqlite import SqliteStore
from tests.core.store.conftest import NOW


class Beat:
    """A second hand that is moved by hand."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
async def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SqliteStore]:
    monkeypatch.setattr(sqlite_file, "PATIENCE_S", 0.2)
    opened = await SqliteStore.open(tmp_path / "spotter.db", applied_now=lambda: NOW, durable=False)
    yield opened
    await opened.close()


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


async def test_a_sound_store_has_no_trouble_and_knows_its_last_write(store: SqliteStore) -> None:
    await store.run(ping, NOW)
    assert store.health().trouble is None
    assert store.health().since_write_s < 5


async def test_a_locked_file_is_said_once_and_so_is_its_end(
    store: SqliteStore, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(sqlite3.connect(tmp_path / "spotter.db", isolation_level=None)) as other:
        other.execute("begin exclusive")
        for _ in range(3):
            with pytest.raises(StoreUnavailable, match="locked by another program"):
                await store.run(keep_setting, "bar", "20")
        assert "locked by another program" in str(store.health().trouble)
        other.execute("rollback")
    await store.run(ping, NOW)
    assert store.health().trouble is None
    assert [line.partition(":")[0] for line in said(caplog)] == [
        "nothing can be kept",
        "the database takes writes again",
    ]


async def test_a_page_damaged_while_running_stays_in_trouble_and_what_was_kept_stays(
    store: SqliteStore, tmp_path: Path
) -> None:
    await store.run(keep_setting, "bar", "20")

    def empty_the_log(tx: Tx) -> None:
        tx._connection.execute("rollback")  # type: ignore[attr-defined]
        tx._connection.execute("pragma wal_checkpoint(truncate)")  # type: ignore[attr-defined]
        tx.do("begin_writing")

    await store.run(empty_the_log)
    path = tmp_path / "spotter.db"
    with closing(sqlite3.connect(path)) as other:
        ((page,),) = other.execute("select rootpage from sqlite_master where name = 'inbox_waiting'")
    sound = path.read_bytes()
    start = (page - 1) * 4096
    path.write_bytes(sound[:start] + b"\xff" * 64 + sound[start + 64 :])

    with pytest.raises(StoreCorrupt, match="damaged"):
        await store.read(inbox.waiting, 10)
    assert await store.run(kept_setting, "bar") == "20"
    assert "damaged" in str(store.health().trouble)


async def test_a_closed_store_is_in_no_trouble(store: SqliteStore) -> None:
    await store.close()
    with pytest.raises(StoreUnavailable, match="closed"):
        await store.run(ping, NOW)
    assert store.health().trouble is None


async def test_the_last_write_grows_old_until_the_next() -> None:
    beat = Beat()
    watch = Watch(beat)
    beat.at += 7
    assert watch.health().since_write_s == 7
    watch.wrote()
    assert watch.health().since_write_s == 0


def test_another_trouble_is_said_too(caplog: pytest.LogCaptureFixture) -> None:
    watch = Watch(Beat())
    for error in ("full", "full", "locked", "locked"):
        watch.failed(StoreUnavailable(error))
    assert said(caplog) == ["nothing can be kept: full", "nothing can be kept: locked"]


async def test_waiting_writers_do_not_hide_a_trouble(store: SqliteStore, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "spotter.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        ended = await asyncio.gather(*(store.run(ping, NOW) for _ in range(5)), return_exceptions=True)
        other.execute("rollback")
    assert all(isinstance(each, StoreUnavailable) for each in ended)
    assert store.health().trouble is not None
