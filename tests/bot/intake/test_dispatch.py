from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from telegram import Update
from telegram.error import Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import Application, TypeHandler

from bot.intake.attempts import note_applied, note_failure
from bot.intake.dispatch import Dispatcher, Words
from bot.intake.keeping import keep_batch, read, replay
from bot.intake.order import InOrder
from bot.outgoing.errors import NotSent, ServerFailed
from core.store import inbox
from core.store.inbox import InboxState
from core.store.port import Source, StoreUnavailable, Tx
from core.store.sqlite import SqliteStore
from tests.bot.intake.conftest import NOW, message, tap
from tests.bot.outgoing.still import Still

HOUR_S = 3600.0


class Slow:
    """The real store, which lets nobody know that it has written before it is told to."""

    def __init__(self, store: SqliteStore) -> None:
        self._store, self.tells = store, asyncio.Event()

    async def run(self, *args: Any, **kwargs: Any) -> Any:
        written = await self._store.run(*args, **kwargs)
        await self.tells.wait()
        return written


class House:
    """A dispatcher over a real application and a real store; handlers do what the test says."""

    def __init__(
        self, app: Application[Any, Any, Any, Any, Any, Any], store: SqliteStore, books: Any = None
    ) -> None:
        self.handled: list[int] = []
        self.said: list[tuple[str, int]] = []
        self.errors: dict[int, list[Exception]] = {}
        self.hold: asyncio.Event | None = None
        self.held = asyncio.Event()
        self.mute = False
        self.commits = False
        self.time = Still()
        self.app, self.store = app, store
        app.add_handler(TypeHandler(Update, self.handle))
        app.add_error_handler(note_failure)
        words = Words(self.say("unsaved"), self.say("slow down"), self.say("left out"), self.say("failed"))
        self.order = InOrder()
        written = books or store
        self.dispatcher = Dispatcher(
            app, self.order, written, words, clock=self.clock, now=self.time.now, sleep=self.time.sleep
        )

    def clock(self) -> datetime:
        return NOW + timedelta(seconds=self.time.at)

    def say(self, what: str) -> Callable[[Update], Any]:
        async def tell(update: Update) -> None:
            if self.mute:
                raise NotSent("away")
            self.said.append((what, update.update_id))

        return tell

    async def handle(self, update: Update, _: object) -> None:
        if self.hold is not None:
            self.held.set()
            await self.hold.wait()
        self.handled.append(update.update_id)
        if self.commits:
            note_applied()
        if self.errors.get(update.update_id):
            raise self.errors[update.update_id].pop(0)

    async def take(self, *raws: dict[str, Any]) -> None:
        found = [each for each in (read(raw, self.app.bot) for raw in raws) if each is not None]
        await self.store.run(keep_batch, found, (), NOW)
        for each in found:
            assert each.update is not None
            self.dispatcher.submit(each.update)

    async def idle(self) -> None:
        task = asyncio.create_task(self.dispatcher.idle())
        while not task.done():
            await self.time.run()
            await asyncio.sleep(0)
        await task

    async def until(self, find: Callable[[], Awaitable[object]], wanted: object) -> None:
        """Wait for what a thread writes."""
        async with asyncio.timeout(30):
            while await find() != wanted:
                pass

    async def counts(self) -> dict[str, int]:
        counts = await self.store.read(inbox.counts)
        return {state.value: many for state, many in counts.items() if many}

    async def begun(self) -> list[int]:
        return [row.begun for row in await self.store.read(inbox.waiting, 9)]


@pytest.fixture
def house(app: Application[Any, Any, Any, Any, Any, Any], store: SqliteStore) -> House:
    return House(app, store)


async def test_handled_updates_are_done_and_their_text_is_gone(house: House, store: SqliteStore) -> None:
    await house.take(*(message(n, n % 3, "secret") for n in range(1, 21)))
    await house.idle()
    assert sorted(house.handled) == list(range(1, 21))
    assert [n for n in house.handled if n % 3 == 1] == list(range(1, 21, 3))
    assert await house.counts() == {"done": 20}
    assert await store.read(inbox.waiting, 10) == ()
    assert house.dispatcher.pending == house.order.lanes == 0


async def test_nothing_is_idle_while_what_ended_last_is_being_written(
    app: Application[Any, Any, Any, Any, Any, Any], store: SqliteStore
) -> None:
    books = Slow(store)
    house = House(app, store, books)
    await house.take(message(1))
    await house.until(house.counts, {"done": 1})
    house.hold = asyncio.Event()
    await house.take(message(2))
    await house.held.wait()
    idle = asyncio.create_task(house.dispatcher.idle())
    # In one round of the loop: 2 is handled, and who wrote 1 sees it before its task has left.
    house.hold.set()
    books.tells.set()
    books.tells.clear()
    await house.until(house.counts, {"done": 2})
    assert not idle.done()
    books.tells.set()
    await idle


async def test_the_same_update_is_not_taken_twice(house: House) -> None:
    house.hold = asyncio.Event()
    await house.take(message(1))
    await house.take(message(1))
    house.hold.set()
    await house.idle()
    assert house.handled == [1]


async def test_a_handler_that_breaks_is_tried_three_times_then_set_aside(house: House) -> None:
    house.errors[1] = [ValueError("x")] * 9
    await house.take(message(1), message(2))
    await house.idle()
    assert house.handled.count(1) == 3
    assert house.handled.count(2) == 1
    assert house.said == [("failed", 1)]
    assert await house.counts() == {"aside": 1, "done": 1}


async def test_a_handler_that_breaks_once_is_forgiven(house: House) -> None:
    house.errors[1] = [ValueError("x")]
    await house.take(message(1))
    await house.idle()
    assert (house.handled, house.said, await house.counts()) == ([1, 1], [], {"done": 1})


async def test_what_could_not_be_saved_is_told_and_never_applied_later(house: House) -> None:
    house.errors[1] = [StoreUnavailable("full")]
    await house.take(message(1))
    await house.idle()
    assert house.handled == [1]
    assert house.said == [("unsaved", 1)]
    assert await house.counts() == {"aside": 1}


async def test_what_could_not_be_saved_nor_told_is_tried_until_it_can(house: House) -> None:
    house.errors[1] = [StoreUnavailable("full")] * 4
    house.mute = True
    await house.take(message(1))
    await house.idle()
    assert house.handled == [1] * 5
    assert await house.counts() == {"done": 1}


async def test_what_is_saved_is_never_told_to_be_sent_again(house: House) -> None:
    house.commits = True
    house.errors[1] = [StoreUnavailable("full")] * 4
    await house.take(message(1))
    await house.idle()
    assert (house.handled, house.said) == ([1] * 5, [])
    assert await house.counts() == {"done": 1}


async def test_what_an_earlier_process_saved_is_never_told_to_be_sent_again(
    house: House, store: SqliteStore
) -> None:
    for raw in (message(1), message(2)):
        found = read(raw, house.app.bot)
        assert found is not None
        await store.run(keep_batch, [found], (), NOW)
    await store.apply(Source(1, 1), nothing)
    house.errors = {1: [StoreUnavailable("full")], 2: [StoreUnavailable("full")]}
    await replay(house.app.bot, store, house.dispatcher)
    await house.idle()
    assert house.said == [("unsaved", 2)]
    assert house.handled.count(1) == 2
    assert await house.counts() == {"done": 1, "aside": 1}


async def test_an_innocent_beside_what_ends_the_process_is_not_suspected_for_long(
    house: House, store: SqliteStore
) -> None:
    """Two people's updates were in the middle when it ended: from now on one is begun after the other."""
    for raw in (message(1, 1), message(2, 2), message(3, 3)):
        found = read(raw, house.app.bot)
        assert found is not None
        await store.run(keep_batch, [found], (), NOW)
    for update_id in (2, 3):
        await store.run(inbox.begin, update_id)
    house.hold = asyncio.Event()
    ending = asyncio.create_task(replay(house.app.bot, store, house.dispatcher))
    await house.held.wait()
    assert await house.begun() == [0, 2, 1]
    house.hold.set()
    await ending
    await house.idle()
    assert house.handled == [2, 3, 1]
    assert await house.counts() == {"done": 3}


@pytest.mark.parametrize("stopped", [True, False])
async def test_what_fails_or_is_stopped_is_no_end_of_the_process(
    house: House, store: SqliteStore, stopped: bool
) -> None:
    found = read(message(1), house.app.bot)
    assert found is not None
    await store.run(keep_batch, [found], (), NOW)
    house.errors = {1: [NotSent("away")] * 99}
    house.hold = asyncio.Event()
    await replay(house.app.bot, store, house.dispatcher)
    await house.held.wait()
    assert await house.begun() == [1]
    if not stopped:
        house.hold.set()
    await house.dispatcher.drain(within_s=0.02)
    # A mark that was being written when stopping took too long is still written before the file is closed.
    await house.until(house.begun, [0])


def nothing(_: Tx) -> None:
    """A use case that only marks its update applied."""


async def test_an_answer_that_cannot_leave_is_tried_until_it_can(house: House) -> None:
    house.errors[1] = [NotSent("away")] * 6
    await house.take(message(1))
    await house.idle()
    assert house.handled == [1] * 7
    assert await house.counts() == {"done": 1}


@pytest.mark.parametrize("error", [NotSent("away"), ServerFailed("502"), RetryAfter(30)])
async def test_an_answer_waits_while_telegram_is_away(house: House, error: TelegramError) -> None:
    house.errors[1] = [error] * 40
    await house.take(message(1))
    await house.idle()
    assert house.time.at > 0.5 * HOUR_S
    assert house.handled == [1] * 41
    assert await house.counts() == {"done": 1}


async def test_an_answer_waits_for_a_day_and_no_longer(house: House) -> None:
    house.errors[1] = [NotSent("away")] * 99
    await house.take(message(1))
    await house.time.run(until=60)
    house.time.at += 23.9 * HOUR_S
    await house.time.run(until=house.time.at + 60)
    assert await house.counts() == {"kept": 1}
    house.time.at += 0.1 * HOUR_S
    await house.idle()
    assert await house.counts() == {"aside": 1}


@pytest.mark.parametrize(
    ("error", "tries"), [(TimedOut(), 2), (NetworkError("reset"), 2), (Forbidden("blocked"), 1)]
)
async def test_what_may_have_been_answered_is_repeated_once_at_most(
    house: House, error: TelegramError, tries: int
) -> None:
    house.errors[1] = [error] * 9
    await house.take(message(1))
    await house.idle()
    assert house.handled == [1] * tries
    assert house.said == []
    assert await house.counts() == {"done": 1}


async def test_a_flood_is_told_once_and_left_out(house: House) -> None:
    house.hold = asyncio.Event()
    await house.take(*(message(n, 7) for n in range(1, 101)), *(message(n, n) for n in range(200, 250)))
    house.hold.set()
    await house.idle()
    assert [n for n in house.handled if n <= 100] == list(range(1, 31))
    assert sum(n >= 200 for n in house.handled) == 50
    assert [what for what, _ in house.said] == ["slow down"]
    assert await house.counts() == {"done": 150}


async def test_a_flood_that_is_answered_fast_is_one_flood(house: House) -> None:
    """What all ask the same has one answer, so that nothing waits a moment later, and it fills again."""
    for seconds in (0, 10, 20, 51):
        house.hold = asyncio.Event()
        house.time.at = float(seconds)
        begins = 1 + 100 * seconds
        at = NOW + timedelta(seconds=seconds)
        await house.take(*(message(n, 7, at=at) for n in range(begins, begins + 40)))
        house.hold.set()
        await house.idle()
    assert house.said == [("slow down", 31), ("slow down", 5131)]


async def test_the_buttons_of_a_flood_of_taps_are_answered_once_a_second(house: House) -> None:
    house.hold = asyncio.Event()
    await house.take(*(tap(n, 7) for n in range(1, 41)))
    for _ in range(3):
        await asyncio.sleep(0)
    house.time.at += 1.0
    await house.take(tap(41, 7), tap(42, 7), message(43, 7))
    house.hold.set()
    await house.idle()
    assert house.handled == list(range(1, 31))
    assert house.said == [("slow down", 31), ("left out", 32), ("left out", 41)]


async def test_what_piled_up_while_the_bot_was_away_is_all_handled(house: House) -> None:
    await house.take(*(message(n, 7, at=NOW + timedelta(minutes=n)) for n in range(1, 101)))
    await house.idle()
    assert house.handled == list(range(1, 101))
    assert house.said == []


async def test_stopping_leaves_the_unfinished_in_the_inbox(house: House, store: SqliteStore) -> None:
    house.hold = asyncio.Event()
    await house.take(message(1), message(2, 2))
    await house.dispatcher.drain(within_s=0.02)
    assert house.handled == []
    assert [row.update_id for row in await store.read(inbox.waiting, 10)] == [1, 2]
    assert await house.counts() == {InboxState.KEPT.value: 2}


async def test_intake_waits_when_too_much_is_pending(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.crowd.MOST_PENDING", 5)
    house.hold = asyncio.Event()
    await house.take(*(message(n, n) for n in range(1, 6)))
    waiting = asyncio.create_task(house.dispatcher.room())
    await asyncio.sleep(0)
    assert not waiting.done()
    house.hold.set()
    await waiting
    await house.idle()


async def test_intake_lets_those_who_are_served_go_first_but_not_for_long(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.intake.crowd.MOST_BUSY", 3)
    house.hold = asyncio.Event()
    await house.take(message(1, 1), message(2, 2), message(3, 2), message(4, 2))
    await house.time.settle()
    await house.dispatcher.room()  # four updates, but of two people
    await house.take(message(5, 3))
    await house.time.settle()
    patient = asyncio.create_task(house.dispatcher.room())
    await house.time.run(until=0.9)
    assert not patient.done()
    await house.time.run(until=1.1)
    assert patient.done()
    waiting = asyncio.create_task(house.dispatcher.room())
    await house.time.settle()
    assert not waiting.done()
    house.hold.set()
    await house.time.settle()
    assert waiting.done()
    await house.idle()


async def test_a_flood_that_goes_on_for_minutes_stays_a_flood(house: House) -> None:
    house.hold = asyncio.Event()
    await house.take(*(message(n, 7, at=NOW + timedelta(seconds=n // 10)) for n in range(1, 1201)))
    house.hold.set()
    await house.idle()
    # Thirty at once, and thirty more each half minute: as fast as one chat may be answered.
    assert 120 <= len(house.handled) <= 150
    assert [what for what, _ in house.said] == ["slow down"]


async def test_more_of_a_flood_is_neither_read_nor_kept_and_others_are(house: House) -> None:
    house.hold = asyncio.Event()
    assert not house.dispatcher.leaves_out(message(1, 7))
    await house.take(*(message(n, 7) for n in range(1, 41)))
    for _ in range(3):
        await asyncio.sleep(0)
    assert house.dispatcher.leaves_out(message(41, 7))
    assert not house.dispatcher.leaves_out(message(42, 8))
    assert not house.dispatcher.leaves_out(message(43, 7, at=NOW + timedelta(minutes=2)))
    nobody: list[Any] = [{"from": 5}, {"from": {"id": "7"}}, 5]
    for strange in (None, 5, {}, *({"message": each} for each in nobody)):
        assert not house.dispatcher.leaves_out(strange)
    house.hold.set()
    await house.idle()
    assert not house.dispatcher.leaves_out(message(44, 7))
