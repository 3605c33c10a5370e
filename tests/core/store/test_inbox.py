from __future__ import annotations

from datetime import timedelta

from core.store import inbox
from core.store.inbox import InboxState, Kept
from core.store.port import Source, Store, Tx
from tests.core.store.conftest import NOW


def kept(*update_ids: int) -> list[Kept]:
    return [
        Kept(update_id, lane=update_id % 3, body=f'{{"update_id": {update_id}}}') for update_id in update_ids
    ]


def nothing(_tx: Tx) -> None:
    """A use case that only answers."""


def ids(tx: Tx, limit: int = 100) -> list[int]:
    return [update.update_id for update in inbox.waiting(tx, limit)]


async def test_an_update_that_comes_again_is_kept_once(store: Store) -> None:
    assert await store.run(inbox.keep, kept(1, 2, 2), NOW) == 2
    assert await store.run(inbox.keep, kept(2, 3), NOW) == 1
    assert await store.run(inbox.keep, [], NOW) == 0
    assert await store.read(ids) == [1, 2, 3]


async def test_updates_wait_in_the_order_they_came_even_when_ids_jump_down(store: Store) -> None:
    await store.run(inbox.keep, kept(1_000_000_000, 1_000_000_001), NOW)
    await store.run(inbox.keep, kept(5_000), NOW - timedelta(hours=1))
    assert await store.read(ids) == [1_000_000_000, 1_000_000_001, 5_000]
    assert await store.read(ids, 2) == [1_000_000_000, 1_000_000_001]


async def test_kept_and_applied_updates_wait_and_say_which_they_are(store: Store) -> None:
    await store.run(inbox.keep, kept(1, 2), NOW)
    await store.apply(Source(1, 1), nothing)
    first, second = await store.read(inbox.waiting, 10)
    assert (first.state, second.state) == (InboxState.APPLIED, InboxState.KEPT)
    assert (second.update_id, second.lane, second.body, second.attempts) == (2, 2, '{"update_id": 2}', 0)


async def test_a_settled_update_leaves_no_text_and_counts_once(store: Store) -> None:
    await store.run(inbox.keep, kept(1, 2, 3), NOW)
    await store.apply(Source(1, 1), nothing)
    assert await store.run(inbox.settle, [1, 2, 99], NOW) == 2
    assert await store.run(inbox.settle, [1, 2], NOW) == 0
    assert await store.read(ids) == [3]
    assert await store.read(inbox.counts) == {
        InboxState.KEPT: 1,
        InboxState.APPLIED: 0,
        InboxState.DONE: 2,
        InboxState.ASIDE: 0,
    }
    # Keeping it again changes nothing: the id is what makes a late repeat harmless.
    assert await store.run(inbox.keep, kept(1, 2), NOW) == 0


async def test_the_third_failure_sets_an_update_aside(store: Store) -> None:
    await store.run(inbox.keep, kept(1, 2), NOW)
    assert [await store.run(inbox.failed, 1, NOW) for _ in range(4)] == [1, 2, 3, 0]
    assert await store.read(ids) == [2]
    assert (await store.read(inbox.counts))[InboxState.ASIDE] == 1
    assert await store.run(inbox.failed, 99, NOW) == 0


async def test_what_ends_every_process_that_begins_it_is_deadly_and_its_answer_is_tried_longer(
    store: Store,
) -> None:
    await store.run(inbox.keep, kept(1, 2, 3), NOW)
    await store.apply(Source(2, 1), nothing)
    for _ in range(3):
        assert not any(update.deadly for update in await store.read(inbox.waiting, 10))
        for update_id in (1, 2, 3):
            await store.run(inbox.begin, update_id)
    await store.run(inbox.survived, 3)
    assert [update.deadly for update in await store.read(inbox.waiting, 10)] == [True, False, False]
    await store.run(inbox.begin, 2)
    await store.run(inbox.begin, 2)
    assert [update.deadly for update in await store.read(inbox.waiting, 10)] == [True, True, False]


async def test_an_update_set_aside_is_neither_kept_again_nor_applied(store: Store) -> None:
    await store.run(inbox.keep, kept(1), NOW)
    assert await store.run(inbox.set_aside, 1, "unreadable")
    assert not await store.run(inbox.set_aside, 1, "unreadable")
    assert await store.run(inbox.keep, kept(1), NOW) == 0
    assert await store.apply(Source(1, 1), lambda tx: tx.repeat)
    assert await store.read(ids) == []


async def test_pruning_forgets_what_ended_long_ago_and_nothing_that_waits(store: Store) -> None:
    week = timedelta(days=7)
    await store.run(inbox.keep, kept(1, 2, 3, 4), NOW - 2 * week)
    await store.run(inbox.settle, [1], NOW - 2 * week)
    await store.run(inbox.settle, [2], NOW)
    await store.run(inbox.set_aside, 3, "unreadable")
    await store.apply(Source(50, 1), nothing)
    assert await store.run(inbox.prune, NOW - week) == 2
    assert await store.read(ids) == [4]
    assert await store.apply(Source(2, 1), lambda tx: tx.repeat), "settled today, so still remembered"
    assert await store.apply(Source(50, 1), lambda tx: tx.repeat), "applied today, so still remembered"
    assert await store.run(inbox.prune, NOW + week) == 2
    assert not await store.apply(Source(50, 1), lambda tx: tx.repeat)


async def test_a_message_under_another_update_id_is_known_again(store: Store) -> None:
    """By its mark; a tap or an edit has none."""
    first, again = Source(1, 5, "5 12 1000"), Source(2, 5, "5 12 1000")
    elsewhere = Source(3, -100, "-100 12 1000")
    assert not await store.apply(first, lambda tx: tx.repeat)
    assert await store.apply(again, lambda tx: tx.repeat)
    assert await store.apply(again, lambda tx: tx.repeat)
    assert not await store.apply(elsewhere, lambda tx: tx.repeat)
    assert not await store.apply(Source(4, 5), lambda tx: tx.repeat)
    assert not await store.apply(Source(5, 5), lambda tx: tx.repeat)
