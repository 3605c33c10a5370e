"""A log that lost its end is noticed at the start; one that a kill left whole is read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.store.port import StoreCorrupt
from core.store.settings import keep_setting, kept_setting
from core.store.sqlite import SqliteStore
from tests.core.store.conftest import NOW

ENDS = ("", "-wal", "-shm")


async def opened(path: Path) -> SqliteStore:
    return await SqliteStore.open(path, applied_now=lambda: NOW, durable=False)


@pytest.fixture
async def killed(tmp_path: Path) -> Path:
    """What a kill leaves: the three files of a database that was being used."""
    store = await opened(tmp_path / "used.db")
    for turn in range(5):
        await store.run(keep_setting, f"key {turn}", "x" * 5_000)
    left = tmp_path / "killed.db"
    for end in ENDS:
        shutil.copy(tmp_path / f"used.db{end}", f"{left}{end}")
    await store.close()
    return left


def content(path: Path) -> list[bytes]:
    return [path.with_name(f"{path.name}{end}").read_bytes() for end in ENDS]


def cut(path: Path, lost: int) -> None:
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(log.read_bytes()[:-lost])


async def test_what_a_kill_left_is_read_whole(killed: Path) -> None:
    store = await opened(killed)
    assert await store.read(kept_setting, "key 4") == "x" * 5_000
    await store.close()


@pytest.mark.parametrize("lost", [1, 4_000, 12_000])
async def test_a_log_cut_short_is_refused_and_left_as_it_is(killed: Path, lost: int) -> None:
    cut(killed, lost)
    before = content(killed)
    with pytest.raises(StoreCorrupt, match="lost the end of its write-ahead log"):
        await opened(killed)
    assert content(killed) == before


async def test_an_index_of_another_log_tells_nothing(killed: Path) -> None:
    other = await opened(killed.with_name("other.db"))
    for turn in range(40):
        await other.run(keep_setting, f"key {turn}", "y" * 5_000)
    shutil.copy(killed.with_name("other.db-shm"), killed.with_name(f"{killed.name}-shm"))
    await other.close()
    store = await opened(killed)
    assert await store.read(kept_setting, "key 4") == "x" * 5_000
    await store.close()
