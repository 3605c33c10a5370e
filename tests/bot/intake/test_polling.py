from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from telegram import Update
from telegram.ext import Application, TypeHandler

from bot.intake.attempts import note_failure
from bot.intake.conflicts import AnotherBot
from bot.intake.dispatch import Dispatcher, Words
from bot.intake.keeping import replay
from bot.intake.order import InOrder
from bot.intake.polling import Poller
from bot.outgoing.connect import TokenRefused
from core.store import inbox
from core.store.port import StoreUnavailable
from core.store.sqlite import SqliteStore
from tests.bot.intake.conftest import NOW, Telegram, message

App = Application[Any, Any, Any, Any, Any, Any]
DEEP = b'{"ok":true,"result":[{"update_id":%d,"message":' + b"[" * 100_000 + b"]" * 100_000 + b"}]}"


class Flaky:
    """The real store, out of order for the next few writes."""

    def __init__(self, store: SqliteStore, failures: int) -> None:
        self._store, self.failures = store, failures

    async def run(self, *args: Any, **kwargs: Any) -> Any:
        if self.failures:
            self.failures -= 1
            raise StoreUnavailable("disk full")
        return await self._store.run(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


class Intake:
    """Poller and dispatcher as the composition root joins them."""

    def __init__(self, app: App, store: Any) -> None:
        self.handled: list[int] = []
        self.stuck: list[int] = []
        self.slept: list[float] = []
        app.handlers.clear()
        app.add_handler(TypeHandler(Update, self.handle))
        app.add_error_handler(note_failure)
        words = Words(*[self.quiet] * 4)
        self.dispatcher = Dispatcher(app, InOrder(), store, words, clock=lambda: NOW)
        self.poller = Poller(
            app.bot,
            store,
            self.dispatcher,
            allowed_updates=["message"],
            clock=lambda: NOW,
            stuck=self.tell_stuck,
            sleep=self.sleep,
        )

    async def quiet(self, update: Update) -> None:
        raise AssertionError(f"nothing should be said about {update.update_id}")

    async def tell_stuck(self, update: Update) -> None:
        self.stuck.append(update.update_id)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)

    async def handle(self, update: Update, _: object) -> None:
        self.handled.append(update.update_id)

    @asynccontextmanager
    async def polling(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self.poller.run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def test_an_update_is_begun_before_telegram_is_asked_for_more(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    """A lifter waits for the first, nobody for the second."""
    intake = Intake(app, store)
    asked: list[int] = []

    async def handle(_: Update, __: object) -> None:
        asked.append(fetched)

    fetched = 0
    fetch = intake.poller._fetch

    async def counted() -> list[Any]:
        nonlocal fetched
        fetched += 1
        return await fetch()

    intake.poller._fetch = counted  # type: ignore[method-assign]
    app.handlers.clear()
    app.add_handler(TypeHandler(Update, handle))
    telegram.give(message(1))
    async with intake.polling():
        await asyncio.wait_for(telegram.empty.wait(), 5)
        await intake.dispatcher.idle()
    assert asked == [1], "handled while the first question was the only one"



async def fetched(telegram: Telegram, intake: Intake) -> None:
    """Everything was fetched, acknowledged and handled."""
    telegram.empty.clear()
    await telegram.empty.wait()
    await intake.dispatcher.idle()


async def test_a_batch_is_kept_then_acknowledged_then_done(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    intake = Intake(app, store)
    telegram.give(*(message(n, n % 5) for n in range(1, 251)))
    async with intake.polling():
        await fetched(telegram, intake)
        assert intake.poller.ready
    assert sorted(intake.handled) == list(range(1, 251))
    assert telegram.polls[0]["allowed_updates"] == '["message"]'
    assert [poll.get("offset") for poll in telegram.polls] == [None, "51", "101", "151", "201", "251"]
    assert (await store.read(inbox.counts))[inbox.InboxState.DONE] == 250


async def test_nothing_is_acknowledged_before_it_is_kept(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    intake = Intake(app, Flaky(store, 3))
    telegram.give(message(1), message(2, 2), message(3))
    async with intake.polling():
        await fetched(telegram, intake)
    assert intake.handled == [1, 2, 3]
    assert intake.slept[:3] == [1, 2, 4]
    assert intake.stuck == [1, 2]
    assert [poll.get("offset") for poll in telegram.polls] == [None, "4"]


async def test_what_was_kept_is_handled_after_a_kill_and_a_redelivery_changes_nothing(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    killed = Intake(app, store)
    killed.dispatcher.submit = lambda _: None  # type: ignore[method-assign, assignment, misc]
    telegram.give(*(message(n) for n in range(1, 51)))
    async with killed.polling():
        telegram.empty.clear()
        await telegram.empty.wait()
    again = Intake(app, store)
    assert await replay(app.bot, store, again.dispatcher) == 50
    telegram.give(*(message(n) for n in range(1, 51)), message(51))
    async with again.polling():
        await fetched(telegram, again)
    assert again.handled == list(range(1, 52))


async def test_what_was_done_while_the_disk_was_full_is_settled_afterwards(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    flaky = Flaky(store, 0)
    intake = Intake(app, flaky)
    hold, first = asyncio.Event(), asyncio.Event()

    async def handle(update: Update, _: object) -> None:
        if update.update_id == 2:
            flaky.failures = 1
            telegram.give(message(3, 3))
            first.set()
            await hold.wait()

    app.handlers.clear()
    app.add_handler(TypeHandler(Update, handle))
    telegram.give(message(1, 1), message(2, 2))
    async with intake.polling():
        await first.wait()
        telegram.empty.clear()
        await telegram.empty.wait()
        hold.set()
        await intake.dispatcher.idle()
    assert intake.stuck == [3]
    assert (await store.read(inbox.counts))[inbox.InboxState.DONE] == 3


async def test_ids_may_jump_down(app: App, store: SqliteStore, telegram: Telegram) -> None:
    intake = Intake(app, store)
    telegram.give(message(10**9))
    async with intake.polling():
        await fetched(telegram, intake)
        telegram.give(message(5000))
        await fetched(telegram, intake)
    assert intake.handled == [10**9, 5000]


async def test_ids_may_jump_down_inside_a_batch(app: App, store: SqliteStore, telegram: Telegram) -> None:
    """What is acknowledged goes by its id there: by the greatest, everything after the jump would."""
    intake = Intake(app, store)
    telegram.give(message(10**9), message(5000))
    async with intake.polling():
        await fetched(telegram, intake)
        telegram.give(message(5001))
        await fetched(telegram, intake)
    assert intake.handled == [10**9, 5000, 5001]
    assert [poll.get("offset") for poll in telegram.polls] == [None, "5001", "5002"]


async def test_an_update_nobody_understands_is_set_aside_alone(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    intake = Intake(app, store)
    broken = {"update_id": 2, "message": {"message_id": "x", "chat": 7}}
    surrogate = message(4, text="half \ud800 pair")
    telegram.give(message(1), broken, message(3), surrogate, {"update_id": 5, "never_heard_of": {}})
    async with intake.polling():
        await fetched(telegram, intake)
    assert intake.handled == [1, 3, 4, 5]
    assert (await store.read(inbox.counts))[inbox.InboxState.ASIDE] == 1


async def test_a_bottomless_update_is_found_one_by_one_and_set_aside(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    intake = Intake(app, store)
    telegram.give(message(1), {"update_id": 2}, message(3))
    telegram.script = [
        (200, DEEP % 1),
        (200, {"ok": True, "result": [message(1)]}),
        (200, DEEP % 2),
        (200, DEEP % 2),
    ]
    async with intake.polling():
        await fetched(telegram, intake)
    assert intake.handled == [1, 3]
    assert [poll["limit"] for poll in telegram.polls][:5] == ["50", "1", "50", "1", "50"]
    assert (await store.read(inbox.counts))[inbox.InboxState.ASIDE] == 1


@pytest.mark.parametrize("number", ["2", 2.0, None, -2, 2**70])
async def test_an_update_without_an_id_holds_nobody_up(
    app: App, store: SqliteStore, telegram: Telegram, number: object
) -> None:
    intake = Intake(app, store)
    telegram.script = [(200, {"ok": True, "result": [message(1), {"update_id": number}]})]
    async with intake.polling():
        await fetched(telegram, intake)
    assert intake.handled == [1]
    assert intake.slept == []
    assert telegram.polls[1]["offset"] == "2"


@pytest.mark.parametrize(
    ("answer", "slept"),
    [
        ((502, {"ok": False}), [1, 2, 4, 8, 16, 30, 30]),
        ((200, b"<html>please log in</html>"), [1, 2, 4, 8, 16, 30, 30]),
        ((429, {"ok": False, "parameters": {"retry_after": 9}}), [9] * 7),
        ((200, {"ok": True, "result": "what?"}), [1, 2, 4, 8, 16, 30, 30]),
    ],
)
async def test_telegram_away_is_asked_ever_more_slowly(
    app: App, store: SqliteStore, telegram: Telegram, answer: tuple[int, Any], slept: list[float]
) -> None:
    intake = Intake(app, store)
    telegram.script = [answer] * 7
    telegram.give(message(1))
    async with intake.polling():
        await fetched(telegram, intake)
    assert intake.slept == slept
    assert intake.handled == [1]


async def test_it_is_unready_when_telegram_did_not_answer_for_a_minute(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    intake = Intake(app, store)
    at = 1000.0
    intake.poller._now = lambda: at
    assert not intake.poller.ready
    telegram.give(message(1))
    async with intake.polling():
        await fetched(telegram, intake)
        assert intake.poller.ready
        at += 59
        assert intake.poller.ready
        at += 1
        assert not intake.poller.ready


@pytest.mark.parametrize("status", [401, 404])
async def test_a_refused_token_ends_it(app: App, store: SqliteStore, telegram: Telegram, status: int) -> None:
    telegram.script = [(status, {"ok": False, "description": "Unauthorized"})]
    with pytest.raises(TokenRefused):
        await Intake(app, store).poller.run()


async def test_another_poller_is_waited_for_then_it_ends(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    intake = Intake(app, store)
    telegram.script = [(409, {"ok": False, "description": "Conflict: terminated by other getUpdates"})] * 5
    with pytest.raises(AnotherBot):
        await intake.poller.run()
    assert intake.slept == [60] * 4
    assert not intake.poller.ready


async def test_a_start_is_ready_at_once_and_not_after_a_quiet_poll(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    intake = Intake(app, store)
    telegram.script = [(200, {"ok": True, "result": []})]
    async with intake.polling():
        await fetched(telegram, intake)
        assert [poll.get("timeout", "0") for poll in telegram.polls] == ["0", "25"]
        assert intake.poller.ready


async def test_a_handover_after_some_conflicts_goes_on(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    intake = Intake(app, store)
    conflict = (409, {"ok": False, "description": "Conflict"})
    telegram.script = [conflict] * 3 + [(200, {"ok": True, "result": []})] + [conflict]
    telegram.give(message(1))
    async with intake.polling():
        await fetched(telegram, intake)
    assert intake.handled == [1]


async def test_a_fault_of_ours_does_not_end_polling(
    app: App, store: SqliteStore, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake = Intake(app, store)
    submit, calls = intake.dispatcher.submit, []

    def breaks_once(update: Update) -> None:
        calls.append(update.update_id)
        if len(calls) == 1:
            raise KeyError("ours")
        submit(update)

    monkeypatch.setattr(intake.dispatcher, "submit", breaks_once)
    telegram.give(message(1))
    async with intake.polling():
        telegram.empty.clear()
        await telegram.empty.wait()
        telegram.give(message(2))
        await fetched(telegram, intake)
    assert intake.handled == [2]
    assert [row.update_id for row in await store.read(inbox.waiting, 10)] == [1]


async def test_an_unreadable_row_of_the_inbox_is_set_aside_at_the_start(app: App, store: SqliteStore) -> None:
    await store.run(inbox.keep, [inbox.Kept(7, 1, json.dumps({"update_id": 7, "message": 5}))], NOW)
    intake = Intake(app, store)
    await replay(app.bot, store, intake.dispatcher)
    await intake.dispatcher.idle()
    assert (await store.read(inbox.counts))[inbox.InboxState.ASIDE] == 1


def test_nothing_asks_telegram_to_drop_updates() -> None:
    bot = Path(__file__).parents[3] / "bot"
    sources = [path for path in bot.rglob("*.py") if path.parent.name != "terminal"]
    assert not [path.name for path in sources if "drop_pending_updates" in path.read_text("utf-8")]


async def test_what_is_left_out_of_a_flood_is_acknowledged_all_the_same(
    app: App, store: SqliteStore, telegram: Telegram
) -> None:
    intake = Intake(app, store)
    intake.dispatcher.leaves_out = lambda raw: raw["update_id"] > 1  # type: ignore[method-assign]
    telegram.give(message(1), message(2), message(3))
    async with intake.polling():
        await fetched(telegram, intake)
    assert intake.handled == [1]
    assert telegram.polls[-1]["offset"] == "4"
    assert sum((await store.read(inbox.counts)).values()) == 1
