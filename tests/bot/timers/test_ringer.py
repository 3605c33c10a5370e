from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import JobQueue

from bot.clock import StepClock
from bot.intake.order import InOrder
from bot.outgoing.errors import NeverKnown, NotSent, NotSentInTime, ServerFailed
from bot.timers.alarm import Alarm
from bot.timers.ringer import AT_ONCE, Bells, Ring, Ringer, Rung, follows_nothing
from bot.timers.stranded import MOST_CLAIMS, take_up
from core.store import erasing, timers
from core.store.port import StoreUnavailable, Tx
from core.store.settings import keep_setting, kept_setting
from core.store.sqlite import SqliteStore
from core.store.timers import DueTimer
from tests.bot.timers.conftest import NOW

SECOND = timedelta(seconds=1)
MARK = 500


class Flaky:
    """The real store, out of order for the writes that the test names."""

    def __init__(self, store: SqliteStore) -> None:
        self._store, self.failures = store, 0

    async def run(self, *args: Any, **kwargs: Any) -> Any:
        if self.failures:
            self.failures -= 1
            raise StoreUnavailable("disk full")
        return await self._store.run(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


class Gym:
    """A ringer over a real store, with a clock moved by hand; `rung` is (athlete, kind, seconds late)."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = Flaky(store)
        self.clock = StepClock(NOW)
        self.order = InOrder()
        self.rung: list[tuple[int, str, float]] = []
        self.marks: list[int | None] = []
        self.heard = asyncio.Event()
        self.noted: list[tuple[int, float]] = []
        self.notes_fail: list[Exception] = []
        self.outcomes: dict[int, list[Ring | Exception]] = {}
        self.at_once = self.most_at_once = 0
        bells = Bells(self.ring, self.too_late, {"remind": timedelta(hours=1)})
        self.jobs: JobQueue[Any] = JobQueue()
        self.ringer = Ringer(self.store, self.clock, self.order.lane, Alarm(self.jobs, self.clock), bells)

    async def ring(self, timer: DueTimer, late: timedelta) -> Rung:
        await self.store.run(timers.begin, timer, MARK + len(self.rung))
        self.marks.append(timer.sent_after)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        self.heard.set()
        self.rung.append((timer.athlete_id, timer.kind, late.total_seconds()))
        outcome = self.outcomes.get(timer.athlete_id, [])
        verdict = outcome.pop(0) if outcome else Ring.RUNG
        if isinstance(verdict, Exception):
            raise verdict
        return Rung(verdict)

    async def too_late(self, timer: DueTimer, late: timedelta) -> None:
        if self.notes_fail:
            raise self.notes_fail.pop(0)
        self.noted.append((timer.athlete_id, late.total_seconds()))

    async def arm(self, athlete_id: int, seconds: float, kind: str = "rest") -> int:
        due_at = self.clock.now() + timedelta(seconds=seconds)
        return await self.store.run(timers.arm, athlete_id, kind, due_at, athlete_id)  # type: ignore[no-any-return]

    async def claimed(self) -> None:
        for _ in range(10_000):
            if await self.store.read(timers.stranded):
                return
        raise AssertionError("nobody claimed the timer")

    async def after(self, seconds: float) -> None:
        self.clock.advance(timedelta(seconds=seconds))
        await self.ringer.ring_all_due()

    async def accounts(self) -> tuple[int, dict[str, int]]:
        accounts = await self.store.read(timers.accounts)
        assert accounts.armed == accounts.standing + accounts.rung + sum(accounts.cancelled.values())
        return accounts.rung, dict(accounts.cancelled)


@pytest.fixture
async def gym(store: SqliteStore) -> AsyncIterator[Gym]:
    gym = Gym(store)
    yield gym
    await gym.ringer.stop()


async def test_a_rest_rings_when_over_and_never_before(gym: Gym) -> None:
    await gym.arm(1, 60)
    await gym.after(59.999)
    assert gym.rung == []
    await gym.after(0.001)
    assert gym.rung == [(1, "rest", 0)]
    await gym.after(600)
    assert len(gym.rung) == 1
    assert await gym.accounts() == (1, {})


async def test_a_skip_between_claim_and_lane_silences_the_bell(gym: Gym) -> None:
    await gym.arm(1, 60)
    async with gym.order.lane(1):
        gym.clock.advance(60 * SECOND)
        ringing = asyncio.create_task(gym.ringer.ring_all_due())
        await gym.claimed()
        await gym.store.run(timers.cancel, 1, "rest", "skipped")
    await ringing
    assert gym.rung == []
    assert await gym.accounts() == (0, {"skipped": 1})


@pytest.mark.parametrize(
    ("late_s", "kind", "rings"),
    [
        (80, "rest", True),
        (600, "rest", True),
        (601, "rest", False),
        (3600, "remind", True),
        (3601, "remind", False),
    ],
)
async def test_a_late_bell_rings_while_it_helps(gym: Gym, late_s: int, kind: str, rings: bool) -> None:
    await gym.arm(1, 60, kind)
    await gym.after(60 + late_s)
    assert gym.rung == ([(1, kind, late_s)] if rings else [])
    assert gym.noted == ([] if rings else [(1, late_s)])
    assert await gym.accounts() == ((1, {}) if rings else (0, {"late": 1}))


@pytest.mark.parametrize("error", [NotSent("x"), NotSentInTime("x"), ServerFailed("x"), RetryAfter(40)])
async def test_what_did_not_leave_rings_later_while_it_helps(gym: Gym, error: TelegramError) -> None:
    gym.outcomes[1] = [error] * 3
    await gym.arm(1, 60)
    await gym.after(60)
    for _ in range(5):
        await gym.after(30)
    assert [late for _, _, late in gym.rung] == [0, 30, 60, 90]
    assert await gym.accounts() == (1, {})


async def test_telegram_away_for_half_an_hour_ends_in_a_note(gym: Gym) -> None:
    gym.outcomes[1] = [NotSent("x")] * 1000
    gym.notes_fail = [NotSent("x")] * 20
    await gym.arm(1, 60)
    for _ in range(80):
        await gym.after(30)
    assert gym.notes_fail == []
    assert await gym.accounts() == (0, {"late": 1})
    assert len(gym.noted) == 1


@pytest.mark.parametrize("error", [TimedOut(), NetworkError("reset"), ServerFailed("502"), RetryAfter(40)])
async def test_a_note_that_may_not_have_arrived_is_said_again(gym: Gym, error: TelegramError) -> None:
    gym.notes_fail = [error] * 5
    await gym.arm(1, 60)
    for _ in range(20):
        await gym.after(700)
    assert len(gym.noted) == 1
    assert await gym.accounts() == (0, {"late": 1})


async def test_a_note_that_telegram_refuses_is_given_up(gym: Gym) -> None:
    gym.notes_fail = [BadRequest("chat not found")] * 99
    await gym.arm(1, 60)
    for _ in range(20):
        await gym.after(700)
    assert gym.noted == []
    assert await gym.accounts() == (0, {"failed": 1})


async def test_tries_while_telegram_is_away_are_no_failures_of_a_bell(gym: Gym) -> None:
    gym.outcomes[1] = [*[NotSent("x")] * 30, KeyError("ours")]
    await gym.arm(1, 60, "remind")
    for _ in range(60):
        await gym.after(60)
    assert await gym.accounts() == (1, {})


async def test_a_restart_after_half_an_hour_away_loses_no_bell(gym: Gym) -> None:
    gym.outcomes[1] = [NotSent("x")] * 30
    await gym.arm(1, 60, "remind")
    while gym.outcomes[1]:
        await gym.after(60)
    gym.clock.advance(60 * SECOND)
    assert len(await gym.store.run(timers.claim_due, gym.clock.now(), 10)) == 1
    await take_up(gym.store, follows_nothing, gym.clock.now())
    await gym.after(60)
    assert await gym.accounts() == (1, {})


@pytest.mark.parametrize("error", [TimedOut(), NetworkError("reset")])
async def test_what_may_have_arrived_is_looked_for_until_that_is_known(
    gym: Gym, error: TelegramError
) -> None:
    gym.outcomes[1] = [error] * 3
    await gym.arm(1, 60)
    await gym.after(60)
    assert gym.marks == [None, MARK], "the second try is told where the first may stand"
    await gym.after(30)
    assert gym.marks == [None, MARK, MARK + 1, MARK + 2]
    assert await gym.accounts() == (1, {})


async def test_what_can_not_be_looked_for_is_sent_once_more_only(gym: Gym) -> None:
    gym.outcomes[1] = [TimedOut(), NeverKnown()]
    await gym.arm(1, 60)
    await gym.after(60)
    await gym.after(300)
    assert len(gym.rung) == 2
    assert await gym.accounts() == (1, {})


async def test_an_unsure_bell_is_looked_for_even_when_the_network_fails_meanwhile(gym: Gym) -> None:
    gym.outcomes[1] = [TimedOut(), NotSent("x")]
    await gym.arm(1, 60)
    await gym.after(60)
    await gym.after(30)
    assert gym.marks == [None, MARK, MARK + 1]
    assert await gym.accounts() == (1, {})


async def test_a_bell_that_surely_did_not_leave_is_not_looked_for(gym: Gym) -> None:
    gym.outcomes[1] = [ServerFailed("502")]
    await gym.arm(1, 60)
    await gym.after(60)
    await gym.after(30)
    assert gym.marks == [None, None]


async def test_what_a_bell_leaves_behind_stands_or_falls_with_its_end(gym: Gym) -> None:
    kept: list[str] = []

    async def ring(timer: DueTimer, late: timedelta) -> Rung:
        def note(tx: Any) -> None:
            kept.append("note" if timers.ringing(tx, timer) else "too late")

        async def afterwards() -> None:
            kept.append(str(await gym.accounts()))

        return Rung(Ring.RUNG, note, afterwards)

    object.__setattr__(gym.ringer._bells, "ring", ring)
    await gym.arm(1, 60)
    await gym.after(60)
    assert kept == ["note", "(1, {})"]


@pytest.mark.parametrize("error", [BadRequest("can't parse entities"), KeyError("ours")])
async def test_a_bell_that_breaks_is_given_up(gym: Gym, error: Exception) -> None:
    gym.outcomes[1] = [error] * 99
    await gym.arm(1, 60)
    for _ in range(10):
        await gym.after(60)
    assert len(gym.rung) == 3
    assert await gym.accounts() == (0, {"failed": 1})


@pytest.mark.parametrize("outcome", [Ring.BLOCKED, Ring.MOOT])
async def test_nobody_there_or_nothing_to_say_ends_the_timer(gym: Gym, outcome: Ring) -> None:
    gym.outcomes[1] = [outcome]
    await gym.arm(1, 60)
    await gym.after(60)
    await gym.after(300)
    assert len(gym.rung) == 1
    assert await gym.accounts() == (0, {outcome.value: 1})


async def test_a_thousand_at_the_same_second_all_ring_side_by_side(gym: Gym) -> None:
    await gym.store.run(arm_many, 1000, NOW + 60 * SECOND)
    await gym.after(60)
    assert sorted(athlete_id for athlete_id, _, _ in gym.rung) == list(range(1, 1001))
    assert 1 < gym.most_at_once <= AT_ONCE
    assert await gym.accounts() == (1000, {})


def arm_many(tx: Any, count: int, due_at: datetime) -> None:
    for athlete_id in range(1, count + 1):
        timers.arm(tx, athlete_id, "rest", due_at, athlete_id)


async def test_what_a_killed_process_left_ringing_rings_again(gym: Gym) -> None:
    await gym.arm(1, 60)
    gym.clock.advance(61 * SECOND)
    for _ in range(MOST_CLAIMS - 1):
        assert len(await gym.store.run(timers.claim_due, gym.clock.now(), 10)) == 1
        assert await take_up(gym.store, follows_nothing, gym.clock.now()) == 1
    await gym.after(0)
    assert gym.rung == [(1, "rest", 1)]
    assert await gym.accounts() == (1, {})


async def test_what_was_on_its_way_at_a_kill_is_looked_for(gym: Gym) -> None:
    await gym.arm(1, 60)
    (timer,) = await gym.store.run(timers.claim_due, NOW + 60 * SECOND, 10)
    await gym.store.run(timers.begin, timer, 77)
    await take_up(gym.store, follows_nothing, gym.clock.now())
    await gym.after(61)
    assert gym.marks == [77]
    await gym.arm(1, 60)
    await gym.after(61)
    assert gym.marks == [77, None], "a new rest has no past"


async def test_what_kills_the_process_again_and_again_is_left(gym: Gym) -> None:
    await gym.arm(1, 60)
    gym.clock.advance(60 * SECOND)
    for _ in range(MOST_CLAIMS):
        await gym.store.run(timers.claim_due, gym.clock.now(), 10)
        await take_up(gym.store, follows_nothing, gym.clock.now())
    await gym.after(1)
    assert gym.rung == []
    assert await gym.accounts() == (0, {"unsure": 1})


def follows_badly(_tx: Tx, timer: DueTimer, _now: datetime) -> None:
    if timer.athlete_id == 1:
        raise ValueError("a row that no version should have written")


async def test_a_bell_that_nothing_can_follow_ends_all_the_same_and_holds_no_start(gym: Gym) -> None:
    gym.ringer._bells = replace(gym.ringer._bells, follow=follows_badly)
    await gym.arm(1, 60)
    await gym.after(60)
    assert (gym.rung, await gym.accounts()) == ([(1, "rest", 0)], (1, {}))
    for athlete_id in (1, 2):
        await gym.arm(athlete_id, 60)
    gym.clock.advance(60 * SECOND)
    for _ in range(MOST_CLAIMS):
        await gym.store.run(timers.claim_due, gym.clock.now(), 10)
        await take_up(gym.store, follows_badly, gym.clock.now())
    assert await gym.accounts() == (1, {"failed": 1, "unsure": 1})


async def test_a_bell_that_rang_while_the_disk_was_full_rings_no_second_time(gym: Gym) -> None:
    await gym.arm(1, 60)
    original = gym.ring

    async def ring_then_full(timer: DueTimer, late: timedelta) -> Rung:
        outcome = await original(timer, late)
        gym.store.failures = 1
        return outcome

    object.__setattr__(gym.ringer._bells, "ring", ring_then_full)
    await gym.after(60)
    await gym.after(60)
    assert len(gym.rung) == 1
    assert await gym.accounts() == (1, {})


async def test_an_end_still_owed_writes_nothing_of_who_was_forgotten_meanwhile(gym: Gym) -> None:
    async def ring_then_full(timer: DueTimer, late: timedelta) -> Rung:
        gym.store.failures = 2  # the end, and the next try at it
        gym.rung.append((timer.athlete_id, timer.kind, 0.0))
        return Rung(Ring.RUNG, lambda tx: keep_setting(tx, "noted", str(timer.athlete_id)))

    object.__setattr__(gym.ringer._bells, "ring", ring_then_full)
    await gym.arm(1, 60)
    await gym.after(60)
    await gym.store.run(erasing.erase_athlete, 1)
    await gym.after(60)
    assert len(gym.rung) == 1
    assert await gym.store.read(kept_setting, "noted") is None
    assert await gym.accounts() == (0, {})


async def test_time_passes_from_timer_to_timer(gym: Gym) -> None:
    await gym.arm(1, 60)
    await gym.arm(2, 3600)
    await gym.arm(3, 86_400 * 5)
    await gym.ringer.let_pass(gym.clock, timedelta(days=3))
    assert gym.rung == [(1, "rest", 0), (2, "rest", 0)]
    assert gym.clock.now() == NOW + timedelta(days=3)


async def test_a_step_wakes_the_running_ringer(gym: Gym) -> None:
    await gym.ringer.start()
    await gym.arm(1, 60)
    gym.ringer.rearm()
    gym.clock.advance(60 * SECOND)
    await gym.heard.wait()
    await gym.ringer.stop()
    assert await gym.accounts() == (1, {})


async def test_stopping_lets_bells_on_their_way_leave(gym: Gym) -> None:
    await gym.ringer.start()
    await gym.arm(1, 60)
    async with gym.order.lane(1):
        gym.clock.advance(60 * SECOND)
        await gym.claimed()
        stopping = asyncio.create_task(gym.ringer.stop())
        await asyncio.sleep(0)
    await stopping
    assert gym.rung == [(1, "rest", 0)]
    assert await gym.accounts() == (1, {})
