"""What every engine of the store must do, whatever it keeps things in."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace

import pytest

from core.store import inbox
from core.store.inbox import InboxState, Kept
from core.store.port import Source, Store, StoreUnavailable, Tx
from core.store.sequences import next_id
from core.store.settings import keep_setting, kept_setting
from tests.core.store.conftest import NOW

SOURCE = Source(update_id=7, chat_id=5, message="a hash")


class Stop(Exception):
    pass


def fail_after_writing(tx: Tx) -> None:
    keep_setting(tx, "bar", "20")
    next_id(tx, "set")
    raise Stop


def count_up(tx: Tx) -> int:
    """Read and write apart, so that two at once would lose one."""
    reached = int(kept_setting(tx, "count") or 0) + 1
    keep_setting(tx, "count", str(reached))
    return reached


async def test_what_a_use_case_wrote_is_there_for_the_next(store: Store) -> None:
    await store.run(keep_setting, "bar", value="20")
    assert await store.run(kept_setting, "bar") == "20"
    assert await store.read(kept_setting, "bar") == "20"
    assert await store.read(kept_setting, "rack") is None


async def test_an_exception_takes_everything_back(store: Store) -> None:
    with pytest.raises(Stop):
        await store.run(fail_after_writing)
    assert await store.read(kept_setting, "bar") is None
    assert await store.run(next_id, "set") == 1


async def test_a_broken_constraint_is_the_callers_error_and_takes_everything_back(store: Store) -> None:
    def keep_nothing(tx: Tx) -> None:
        keep_setting(tx, "bar", "20")
        tx.do("setting_keep", key="bar", value=None)

    with pytest.raises(Exception, match=r"setting\.value") as raised:
        await store.run(keep_nothing)
    assert not isinstance(raised.value, StoreUnavailable)
    assert await store.read(kept_setting, "bar") is None


async def test_writes_run_one_by_one_in_the_order_they_were_asked(store: Store) -> None:
    async with asyncio.TaskGroup() as group:
        asked = [group.create_task(store.run(count_up)) for _ in range(200)]
    assert [task.result() for task in asked] == list(range(1, 201))


async def test_a_failing_use_case_leaves_its_neighbours_alone(store: Store) -> None:
    asked = [store.run(fail_after_writing) if turn % 3 else store.run(count_up) for turn in range(30)]
    ended = await asyncio.gather(*asked, return_exceptions=True)
    assert [outcome for outcome in ended if not isinstance(outcome, Stop)] == list(range(1, 11))


async def test_a_reader_sees_what_was_committed_while_a_writer_is_at_work(store: Store) -> None:
    written, seen = threading.Event(), threading.Event()

    def write_slowly(tx: Tx) -> None:
        keep_setting(tx, "bar", "15")
        written.set()
        assert seen.wait(5)

    await store.run(keep_setting, "bar", "20")
    writing = asyncio.create_task(store.run(write_slowly))
    await asyncio.to_thread(written.wait, 5)
    assert await store.read(kept_setting, "bar") == "20"
    seen.set()
    await writing
    assert await store.read(kept_setting, "bar") == "15"


async def test_all_that_one_reading_sees_is_of_one_moment(store: Store) -> None:
    looked, changed = threading.Event(), threading.Event()

    def look_twice(tx: Tx) -> tuple[str | None, str | None]:
        first = kept_setting(tx, "bar")
        looked.set()
        assert changed.wait(5)
        return first, kept_setting(tx, "bar")

    await store.run(keep_setting, "bar", "20")
    reading = asyncio.create_task(store.read(look_twice))
    await asyncio.to_thread(looked.wait, 5)
    await store.run(keep_setting, "bar", "15")
    changed.set()
    assert await reading == ("20", "20")


async def test_a_study_of_a_whole_history_keeps_no_reading_and_no_writing_waiting(store: Store) -> None:
    begun, done = threading.Event(), threading.Event()

    def study(tx: Tx) -> str | None:
        assert kept_setting(tx, "bar") is None
        begun.set()
        assert done.wait(5)
        return kept_setting(tx, "bar")

    studying = asyncio.create_task(store.study(study))
    await asyncio.to_thread(begun.wait, 5)
    await store.run(keep_setting, "bar", "20")
    assert await store.read(kept_setting, "bar") == "20"
    done.set()
    assert await studying is None  # of the moment it began


async def test_a_reading_function_cannot_write(store: Store) -> None:
    with pytest.raises(TypeError, match="wants to write"):
        await store.read(keep_setting, "bar", "20")
    with pytest.raises(TypeError, match="wants to write"):
        await store.study(keep_setting, "bar", "20")
    assert await store.read(kept_setting, "bar") is None


@pytest.mark.parametrize("fails", [False, True], ids=["commits", "fails"])
async def test_a_cancelled_caller_leaves_a_whole_use_case_behind(store: Store, fails: bool) -> None:
    begun, go = threading.Event(), threading.Event()

    def two_steps(tx: Tx) -> None:
        keep_setting(tx, "first", "done")
        begun.set()
        assert go.wait(5)
        keep_setting(tx, "second", "done")
        if fails:
            raise Stop

    call = asyncio.create_task(store.run(two_steps))
    await asyncio.to_thread(begun.wait, 5)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    go.set()
    # The next write waits for the one before it, so what it finds is how that one ended.
    found = await store.run(lambda tx: (kept_setting(tx, "first"), kept_setting(tx, "second")))
    assert found == ((None, None) if fails else ("done", "done"))


async def test_an_update_from_the_inbox_is_applied_together_with_what_it_meant(store: Store) -> None:
    await store.run(inbox.keep, [Kept(SOURCE.update_id, 5, "{}")], NOW)
    with pytest.raises(Stop):
        await store.apply(SOURCE, fail_after_writing)
    assert (await store.read(inbox.counts))[InboxState.KEPT] == 1
    assert await store.apply(SOURCE, lambda tx: (tx.source, tx.repeat)) == (SOURCE, False)
    assert (await store.read(inbox.counts))[InboxState.APPLIED] == 1


@pytest.mark.parametrize("kept", [True, False], ids=["from the inbox", "from nowhere"])
async def test_the_second_time_an_update_comes_it_is_a_repeat(store: Store, kept: bool) -> None:
    if kept:
        await store.run(inbox.keep, [Kept(SOURCE.update_id, 5, "{}")], NOW)
    seen = [await store.apply(SOURCE, lambda tx: tx.repeat) for _ in range(3)]
    assert seen == [False, True, True]
    await store.run(inbox.settle, [SOURCE.update_id], NOW)
    assert await store.apply(SOURCE, lambda tx: tx.repeat)
    assert not await store.apply(Source(8, 5), lambda tx: tx.repeat)


async def test_the_next_step_of_a_new_update_is_no_repeat(store: Store) -> None:
    assert not await store.apply(SOURCE, lambda tx: tx.repeat)
    assert not await store.apply(replace(SOURCE, goes_on=True), lambda tx: tx.repeat)
    assert await store.apply(SOURCE, lambda tx: tx.repeat)


async def test_what_nobody_sent_has_no_source_and_is_no_repeat(store: Store) -> None:
    assert await store.run(lambda tx: (tx.source, tx.repeat)) == (None, False)


async def test_an_unknown_query_or_a_wrong_way_to_call_it_is_an_error(store: Store) -> None:
    with pytest.raises(KeyError, match="no_such"):
        await store.run(lambda tx: tx.one("no_such"))
    with pytest.raises(KeyError, match="setting_keep"):
        await store.run(lambda tx: tx.one("setting_keep", key="bar", value="20"))


async def test_a_closed_store_says_so_and_closes_once(store: Store) -> None:
    waiting = asyncio.create_task(store.run(keep_setting, "bar", "20"))
    await asyncio.sleep(0)
    await store.close()
    await waiting
    await store.close()
    with pytest.raises(StoreUnavailable, match="is closed"):
        await store.run(keep_setting, "bar", "20")


async def test_ids_go_up_by_one_each_name_for_itself(store: Store) -> None:
    assert [await store.run(next_id, "set") for _ in range(3)] == [1, 2, 3]
    assert await store.run(next_id, "workout", 10) == 1
    assert await store.run(next_id, "workout") == 11
