"""Backups are whole, proven and put back without losing what they replace."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from core.model.onboarding import Draft
from core.store import backups, erasing
from core.store.athletes import save_draft
from core.store.port import StoreCorrupt, StoreUnavailable, Tx
from core.store.settings import keep_setting, kept_setting
from core.store.sqlite import SqliteStore
from tests.core.store.conftest import NOW
from tests.dialogs.stage import intermediate


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """A database with one thing in it, closed."""
    path = tmp_path / "spotter.db"
    store = await opened(path)
    await store.run(keep_setting, "bar", "20")
    await store.close()
    return path


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    store = await opened(path)
    yield store
    await store.close()


async def opened(path: Path) -> SqliteStore:
    return await SqliteStore.open(path, applied_now=lambda: NOW, durable=False)


def names(path: Path) -> list[str]:
    return sorted(found.name for found in path.parent.iterdir())


async def kept(path: Path) -> str | None:
    store = await opened(path)
    try:
        return await store.read(kept_setting, "bar")
    finally:
        await store.close()


async def test_a_backup_made_while_others_write_is_of_one_moment(store: SqliteStore, path: Path) -> None:
    target = path.with_name("copy.db")
    going = True

    async def write() -> int:
        turn = 0
        while going:
            turn += 1
            await store.run(keep_setting, f"key {turn}", "x" * 2_000)
        return turn

    writing = asyncio.create_task(write())
    counts = [await asyncio.to_thread(backups.make_backup, path, target) for _ in range(5)]
    going = False
    assert await writing > 5
    assert counts == sorted(counts, key=lambda rows: rows["setting"])
    assert backups.prove(target) == counts[-1]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [name for name in names(path) if "unproven" in name or "part" in name] == []


def test_a_backup_given_up_leaves_no_file(path: Path) -> None:
    before = names(path)
    with pytest.raises(StoreUnavailable, match="given up"):
        backups.make_backup(path, path.with_name("copy.db"), lambda: False)
    beside = {"spotter.db-wal", "spotter.db-shm"}  # SQLite's own, for whoever reads
    assert set(names(path)) - set(before) <= beside


def test_where_nothing_can_be_written_it_is_said(path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"nowhere/copy\.db cannot be written: No such file"):
        backups.make_backup(path, path.parent / "nowhere" / "copy.db")
    with pytest.raises(StoreUnavailable, match="There is no database"):
        backups.make_backup(path.with_name("other.db"), path.with_name("copy.db"))


async def test_a_backup_put_back_replaces_the_database_and_keeps_the_old_one(path: Path) -> None:
    copy = path.with_name("copy.db")
    backups.make_backup(path, copy)
    store = await opened(path)
    await store.run(keep_setting, "bar", "15")
    await store.close()
    aside = backups.restore(copy, path).aside
    assert aside == path.with_name("spotter.db.replaced-1")
    assert await kept(path) == "20"
    assert await kept(aside) == "15"
    assert backups.restore(copy, path).aside == path.with_name("spotter.db.replaced-2")


async def test_the_log_of_the_replaced_file_is_not_read_into_the_new_one(path: Path) -> None:
    copy = path.with_name("copy.db")
    backups.make_backup(path, copy)
    with closing(sqlite3.connect(path)) as other:  # stays open, as after a kill: its log stays
        other.execute("update setting set value = '15' where key = 'bar'")
        other.commit()
        assert path.with_name("spotter.db-wal").stat().st_size > 0
        aside = backups.restore(copy, path).aside
    assert await kept(path) == "20"
    assert aside is not None
    assert await kept(aside) == "15"


async def test_nothing_is_put_back_while_a_spotter_runs(store: SqliteStore, path: Path) -> None:
    copy = path.with_name("copy.db")
    await asyncio.to_thread(backups.make_backup, path, copy)
    with pytest.raises(StoreUnavailable, match="Another Spotter runs"):
        backups.restore(copy, path)
    await store.run(keep_setting, "bar", "10")
    assert await store.read(kept_setting, "bar") == "10"


def test_what_is_no_sound_backup_changes_nothing(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    sound = path.with_name("copy.db")
    backups.make_backup(path, sound)
    named = ("cut.db", "text.db", "foreign.db", "newer.db", "empty.db")
    cut, text, foreign, newer, empty = (tmp_path / name for name in named)
    cut.write_bytes(sound.read_bytes()[: sound.stat().st_size // 2])
    text.write_text("kg,reps\n" * 4_000)
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("create table song (title text)")
    newer.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("insert into migration values (9999, '9999_later')")
    empty.touch()
    for wrong, error, why in (
        (cut, StoreCorrupt, "is damaged, or no backup of Spotter's."),
        (text, StoreCorrupt, "is damaged, or no backup of Spotter's."),
        (foreign, StoreUnavailable, "is no backup of Spotter's."),
        (newer, StoreUnavailable, "that version can put it back."),
        (empty, StoreUnavailable, "is no backup of Spotter's."),
        (tmp_path / "none.db", StoreUnavailable, "There is no file"),
    ):
        with pytest.raises(error) as refused:
            backups.restore(wrong, path)
        said = str(refused.value)
        assert str(wrong) in said
        assert why in said
        assert said.endswith(" Nothing was changed.")
    assert path.read_bytes() == before
    assert [name for name in names(path) if "replaced" in name] == []


def test_what_cannot_be_copied_is_named_itself(path: Path) -> None:
    sound, copy = path.read_bytes(), path.with_name("copy.db")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("insert into migration values (9999, '9999_later')")
    with pytest.raises(StoreUnavailable, match=r"spotter\.db was written by a newer Spotter"):
        backups.make_backup(path, copy)
    half = len(sound) // 2
    torn = bytes(byte ^ 0xFF for byte in sound[half : half + 4096])
    path.write_bytes(sound[:half] + torn + sound[half + 4096 :])
    with pytest.raises(StoreCorrupt, match=r"spotter\.db is damaged; .*put a backup in its place"):
        backups.make_backup(path, copy)
    assert [name for name in names(path) if name.startswith("copy")] == []


async def test_a_backup_of_an_older_schema_is_made_and_put_back(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    store = await opened(path)
    await store.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("delete from migration where number > 4")
    assert backups.make_backup(path, tmp_path / "copy.db") == {}
    assert backups.restore(tmp_path / "copy.db", tmp_path / "fresh.db").aside is None


def shadow(athlete_id: int) -> str:
    return f"shadow of {athlete_id}"


async def test_who_was_forgotten_after_a_backup_is_forgotten_in_it_too(path: Path) -> None:
    copy = path.with_name("copy.db")
    store = await opened(path)
    for athlete_id, name in ((1, "leaves"), (2, "stays"), (3, "came-back")):
        await store.run(lives, athlete_id, name)
    await store.run(erasing.keep_shadow, shadow(3), NOW - timedelta(hours=3))
    await asyncio.to_thread(backups.make_backup, path, copy)
    await store.run(erasing.erase_athlete, 1)
    await store.run(erasing.keep_shadow, shadow(1), NOW)
    await store.close()
    done = backups.restore(copy, path, shadow)
    assert done.forgotten == 1
    found = content(path)
    assert [name in found for name in (b"leaves", b"stays", b"came-back")] == [False, True, True]
    store = await opened(path)
    assert await store.read(erasing.forgotten, shadow(1)) == (NOW, None)
    await store.close()
    assert [name for name in names(path) if "restored" in name] == []


async def test_an_unreadable_database_tells_nobody_who_was_forgotten(path: Path) -> None:
    copy = path.with_name("copy.db")
    backups.make_backup(path, copy)
    assert backups.restore(copy, path, shadow).forgotten == 0
    tear(path)
    assert backups.restore(copy, path, shadow).forgotten is None
    assert await kept(path) == "20"


def lives(tx: Tx, athlete_id: int, name: str) -> None:
    athlete = intermediate(id=athlete_id, chat_id=athlete_id, zone=name)
    save_draft(tx, Draft(athlete, asking=False, finished_at=NOW), NOW)


def content(path: Path) -> bytes:
    return path.read_bytes()


def tear(path: Path) -> None:
    path.write_bytes(b"torn" * 4096)
