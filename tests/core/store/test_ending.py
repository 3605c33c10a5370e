"""What the store does with what it is doing when it is told to end, and who waits for what it wipes."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.store import backups, erasing, sqlite_file
from core.store.port import StoreUnavailable, Tx
from core.store.settings import SCRUB_OWED, keep_setting, kept_setting
from core.store.sqlite import SqliteStore
from tests.core.store.conftest import NOW

FOR_EVER = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
ME = 7


@pytest.fixture
async def store(tmp_path: Path) -> SqliteStore:
    return await SqliteStore.open(tmp_path / "spotter.db", applied_now=lambda: NOW, durable=False)


async def opened_again(store: SqliteStore) -> SqliteStore:
    return await SqliteStore.open(store._path, applied_now=lambda: NOW, durable=False)


def copies(folder: Path) -> list[str]:
    return [found.name for found in folder.glob("copy*")]


class Standstill:
    """Stands in the middle of a transaction until it is let go."""

    def __init__(self) -> None:
        self._reached, self._go = threading.Event(), threading.Event()

    def stand(self, tx: Tx) -> str:
        found = kept_setting(tx, "bar")
        self._reached.set()
        assert self._go.wait(30)
        return found or "nothing"

    async def reached(self) -> None:
        assert await asyncio.to_thread(self._reached.wait, 5)

    def let_go(self) -> None:
        self._go.set()


@contextmanager
def standstill() -> Iterator[Standstill]:
    found = Standstill()
    yield found
    found.let_go()


async def test_a_question_that_takes_for_ever_is_broken_off(store: SqliteStore) -> None:
    asking = threading.Event()

    def ask(tx: Tx) -> object:
        asking.set()
        return tx._connection.execute(FOR_EVER).fetchone()  # type: ignore[attr-defined]

    studies = [asyncio.create_task(store.study(ask)) for _ in range(3)]
    await asyncio.to_thread(asking.wait, 5)
    async with asyncio.timeout(5):
        await store.close()
        ended = await asyncio.gather(*studies, return_exceptions=True)
    assert [type(one) for one in ended] == [StoreUnavailable] * 3
    assert store.health().trouble is None  # told to end, not broken


async def test_what_is_made_of_a_history_is_not_waited_for_and_what_is_written_is(store: SqliteStore) -> None:
    with standstill() as history, standstill() as writing:
        study = asyncio.create_task(store.study(history.stand))
        await history.reached()
        before = asyncio.create_task(store.run(writing.stand))
        behind = asyncio.create_task(store.run(keep_setting, "bar", "20"))
        await writing.reached()
        closing = asyncio.create_task(store.close())
        writing.let_go()
        async with asyncio.timeout(5):
            await closing
        assert (await before, behind.done()) == ("nothing", True)
    study.cancel()
    again = await opened_again(store)
    assert await again.read(kept_setting, "bar") == "20"
    await again.close()


async def test_wiping_is_given_up_and_stays_owed(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "STEPS_AT_ONCE", 1)
    await store.run(erasing.erase_athlete, ME)
    with standstill() as writing:
        before = asyncio.create_task(store.run(writing.stand))
        await writing.reached()
        wiping = asyncio.create_task(store.scrub())
        await asyncio.sleep(0)
        closing = asyncio.create_task(store.close())
        await asyncio.sleep(0)
    await asyncio.gather(before, closing)
    assert not await wiping
    again = await opened_again(store)
    assert await again.read(kept_setting, SCRUB_OWED) is not None
    assert await again.scrub()
    await again.close()


async def test_a_copy_is_given_up_while_it_is_read_through(
    store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "STEPS_AT_ONCE", 1)
    target = tmp_path / "copy.db"

    def is_not_copied_yet() -> bool:
        return not (tmp_path / "copy.db.unproven").exists()

    with pytest.raises(StoreUnavailable, match="given up"):
        backups.make_backup(store._path, target, is_not_copied_yet)
    assert copies(tmp_path) == []
    backups.make_backup(store._path, target)
    await store.close()


async def test_sets_are_written_while_a_history_keeps_the_log_from_being_wiped(store: SqliteStore) -> None:
    await store.run(erasing.erase_athlete, ME)
    with standstill() as history:
        study = asyncio.create_task(store.study(history.stand))
        await history.reached()
        wiping = asyncio.create_task(store.scrub())
        async with asyncio.timeout(2):  # and not the five seconds that a lock is waited for
            for turn in range(5):
                await store.run(keep_setting, "bar", str(turn))
        assert not wiping.done()
    assert await study == "nothing"
    assert await wiping
    await store.close()


async def test_a_program_that_reads_for_long_leaves_the_wiping_owed(store: SqliteStore) -> None:
    await store.run(erasing.erase_athlete, ME)
    reader = sqlite_file.open_reader(store._path)
    reader.execute("begin")
    reader.execute("select count(*) from setting").fetchone()
    async with asyncio.timeout(2):
        assert not await store.scrub()
    reader.close()
    assert await store.scrub()
    await store.close()
