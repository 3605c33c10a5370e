from __future__ import annotations

import asyncio
from datetime import timedelta

from core.store import timers
from core.store.port import Store, Tx
from core.store.timers import DueTimer
from tests.core.store.conftest import NOW

MS = timedelta(milliseconds=1)


def arm(tx: Tx, athlete_id: int, due_in_s: float = 90, kind: str = "rest") -> int:
    due_at = NOW + timedelta(seconds=due_in_s)
    return timers.arm(tx, athlete_id, kind, due_at, chat_id=10, workout_id=3, exercise_index=1, set_number=2)


def claim_one(tx: Tx, due_in_s: float = 90) -> DueTimer:
    (claimed,) = timers.claim_due(tx, NOW + timedelta(seconds=due_in_s), 10)
    return claimed


async def books(store: Store) -> tuple[int, int, int, dict[str, int]]:
    """Armed, standing, rung, cancelled; whatever happened, nothing is missing."""
    kept = await store.read(timers.accounts)
    assert kept.armed == kept.standing + kept.rung + sum(kept.cancelled.values())
    return kept.armed, kept.standing, kept.rung, dict(kept.cancelled)


async def test_a_timer_tells_what_it_announces(store: Store) -> None:
    assert await store.run(arm, 7) == 1
    assert await store.read(timers.next_due) == NOW + timedelta(seconds=90)
    expected = DueTimer(7, "rest", 1, NOW + timedelta(seconds=90), 1, 10, 3, 1, 2)
    assert await store.run(claim_one) == expected
    assert await store.read(timers.next_due) is None


async def test_a_timer_is_never_early_not_even_by_part_of_a_millisecond(store: Store) -> None:
    due_at = NOW + timedelta(microseconds=1)
    await store.run(timers.arm, 7, "rest", due_at, 10)
    assert await store.read(timers.next_due) == NOW + MS
    assert await store.run(timers.claim_due, NOW + timedelta(microseconds=999), 10) == ()
    assert len(await store.run(timers.claim_due, NOW + MS, 10)) == 1


async def test_arming_again_is_a_new_generation_and_the_old_one_is_accounted_for(store: Store) -> None:
    assert [await store.run(arm, 7, due) for due in (90, 120, 60)] == [1, 2, 3]
    assert await store.run(arm, 7, 60, "idle") == 1
    assert await books(store) == (4, 2, 0, {"rearmed": 2})


async def test_the_longest_due_are_claimed_first_and_only_once(store: Store) -> None:
    for athlete_id, due_in_s in ((1, 30), (2, 10), (3, 20), (4, 99)):
        await store.run(arm, athlete_id, due_in_s)
    at = NOW + timedelta(seconds=30)
    assert [timer.athlete_id for timer in await store.run(timers.claim_due, at, 2)] == [2, 3]
    assert [timer.athlete_id for timer in await store.run(timers.claim_due, at, 2)] == [1]
    assert await store.run(timers.claim_due, at, 2) == ()


async def test_a_bell_that_was_sent_is_rung_once(store: Store) -> None:
    await store.run(arm, 7)
    timer = await store.run(claim_one)
    assert await store.run(timers.rung, timer, NOW)
    assert not await store.run(timers.rung, timer, NOW)
    assert await books(store) == (1, 0, 1, {})
    assert await store.run(arm, 7) == 2


async def test_moving_shifts_a_running_timer_and_nothing_else(store: Store) -> None:
    assert await store.run(timers.move, 7, "rest", 30_000) is None
    await store.run(arm, 7)
    assert await store.run(timers.move, 7, "rest", 30_000) == NOW + timedelta(seconds=120)
    assert await store.run(timers.move, 7, "rest", -60_000) == NOW + timedelta(seconds=60)
    timer = await store.run(claim_one, 60)
    assert timer.generation == 1
    assert await store.run(timers.move, 7, "rest", 30_000) is None, "it rings already"
    assert await books(store) == (1, 1, 0, {})


async def test_cancelling_takes_a_reason_and_works_once(store: Store) -> None:
    await store.run(arm, 7)
    running = await store.read(timers.armed, 7, "rest")
    assert running is not None
    assert running.due_at == NOW + timedelta(seconds=90)
    assert await store.run(timers.cancel, 7, "rest", "skipped")
    assert not await store.run(timers.cancel, 7, "rest", "skipped")
    assert await store.read(timers.armed, 7, "rest") is None
    assert await store.run(timers.claim_due, NOW + timedelta(hours=1), 10) == ()
    assert await books(store) == (1, 0, 0, {"skipped": 1})


async def test_a_bell_that_did_not_leave_is_tried_again_when_asked(store: Store) -> None:
    await store.run(arm, 7)
    timer = await store.run(claim_one)
    later = NOW + timedelta(seconds=97)
    assert await store.run(timers.release, timer, later)
    assert await store.read(timers.next_due) == later
    assert await store.run(timers.claim_due, NOW + timedelta(seconds=96), 10) == ()
    again = await store.run(claim_one, 97)
    assert (again.due_at, again.generation, again.attempts) == (timer.due_at, 1, 2)
    assert await store.run(timers.release, again)
    assert (await store.run(claim_one, 97)).attempts == 3


async def test_a_timer_armed_anew_while_its_bell_is_sent(store: Store) -> None:
    await store.run(arm, 7)
    old = await store.run(claim_one)
    await store.run(arm, 7, 200)
    assert not await store.run(timers.release, old), "there is nothing to ring again"
    assert not await store.run(timers.expire, old, "late")
    assert await books(store) == (2, 1, 0, {"rearmed": 1})
    assert not await store.run(timers.rung, old, NOW), "the new one still runs"
    assert await books(store) == (2, 1, 1, {})
    assert await store.read(timers.next_due) == NOW + timedelta(seconds=200)


async def test_an_old_bell_does_not_release_the_new_one(store: Store) -> None:
    await store.run(arm, 7)
    old = await store.run(claim_one)
    await store.run(timers.release, old)
    await store.run(arm, 7)
    new = await store.run(claim_one)
    assert (new.generation, new.attempts) == (2, 1)
    assert not await store.run(timers.release, old)
    assert await store.read(timers.stranded) == (new,)


async def test_a_tap_in_the_instant_of_ringing_leaves_one_end(store: Store) -> None:
    await store.run(arm, 7)
    timer = await store.run(claim_one)
    assert await store.run(timers.cancel, 7, "rest", "skipped")
    assert not await store.run(timers.release, timer)
    assert await books(store) == (1, 0, 0, {"skipped": 1})
    assert not await store.run(timers.rung, timer, NOW)
    assert await books(store) == (1, 0, 1, {})


async def test_a_bell_nobody_wants_any_more_expires_with_a_reason(store: Store) -> None:
    await store.run(arm, 7)
    timer = await store.run(claim_one)
    assert await store.run(timers.expire, timer, "too_late")
    assert not await store.run(timers.expire, timer, "too_late")
    assert await books(store) == (1, 0, 0, {"too_late": 1})


async def test_what_a_killed_process_left_ringing_is_found(store: Store) -> None:
    for athlete_id in (1, 2):
        await store.run(arm, athlete_id)
    assert await store.read(timers.stranded) == ()
    claimed = await store.run(timers.claim_due, NOW + timedelta(seconds=90), 1)
    assert await store.read(timers.stranded) == claimed


async def test_a_ring_against_a_skip_has_one_winner_every_time(store: Store) -> None:
    for athlete_id in range(100):
        await store.run(arm, athlete_id, 0)

    async def ring() -> int:
        sent = 0
        while claimed := await store.run(timers.claim_due, NOW, 3):
            for timer in claimed:
                sent += 1
                await store.run(timers.rung, timer, NOW)
        return sent

    async def skip() -> int:
        return sum(
            [
                await store.run(timers.cancel, athlete_id, "rest", "skipped")
                for athlete_id in range(99, -1, -1)
            ]
        )

    sent, _ = await asyncio.gather(ring(), skip())
    armed, left, rang, cancelled = await books(store)
    assert (armed, left, rang) == (100, 0, sent)
    assert cancelled.get("skipped", 0) == 100 - sent


async def test_old_accounts_are_dropped(store: Store) -> None:
    await store.run(arm, 7, 0)
    await store.run(timers.cancel, 7, "rest", "skipped")
    assert await store.run(timers.prune, NOW) == 0
    assert await store.run(timers.prune, NOW + MS) == 1
