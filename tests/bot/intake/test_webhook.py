from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, TypeHandler

from bot.intake import webhook as webhooks
from bot.intake.address import Address
from bot.intake.attempts import note_failure
from bot.intake.conflicts import AnotherBot
from bot.intake.dispatch import Dispatcher, Words
from bot.intake.order import InOrder
from bot.intake.posts import SECRET_HEADER
from bot.intake.webhook import Webhook, WebhookRefused
from bot.outgoing.connect import TokenRefused
from bot.outgoing.request import AiohttpRequest
from core.store import inbox
from core.store.inbox import InboxState
from core.store.port import StoreUnavailable
from core.store.sqlite import SqliteStore
from tests.bot.intake.conftest import ME, NOW, TOKEN, message
from tests.bot.outgoing.bot_api import bot_api

ADDRESS = Address("https://bot.example/a/path", "CANARY-of-the-webhook-secret-0123456789", "127.0.0.1", 0)
BODY = {"Content-Type": "application/json", SECRET_HEADER: ADDRESS.secret}


class Telegram:
    """What Telegram says about webhooks; `script` are answers in the way of the usual ones."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, str]]] = []
        self.script: dict[str, list[tuple[int, Any]]] = {}
        self.url = ADDRESS.full_url
        self.failing: dict[str, Any] = {}

    async def answer(self, request: web.Request) -> web.Response:
        method = request.path.rsplit("/", 1)[-1]
        self.calls.append((method, {name: str(value) for name, value in (await request.post()).items()}))
        if self.script.get(method):
            status, body = self.script[method].pop(0)
            return web.json_response(body, status=status)
        info = {"url": self.url, "has_custom_certificate": False, "pending_update_count": 0, **self.failing}
        results = {"getMe": ME, "setWebhook": True, "getWebhookInfo": info}
        return web.json_response({"ok": True, "result": results[method]})


class Full:
    """The real store on a disk that is full."""

    async def run(self, *args: Any, **kwargs: Any) -> Any:
        raise StoreUnavailable("disk full")


class Intake:
    """A webhook and a dispatcher as the composition root joins them."""

    def __init__(self, app: Any, store: Any, telegram: Telegram) -> None:
        self.telegram = telegram
        self.handled: list[int] = []
        self.stuck: list[int] = []
        self.hold: asyncio.Event | None = None
        self.time = 0.0
        self.looks = asyncio.Event()
        self.slept: list[float] = []
        app.add_handler(TypeHandler(Update, self.handle))
        app.add_error_handler(note_failure)
        words = Words(*[self.say_stuck] * 4)
        self.dispatcher = Dispatcher(app, InOrder(), store, words, clock=lambda: NOW)
        self.webhook = Webhook(
            app.bot,
            store,
            self.dispatcher,
            ADDRESS,
            allowed_updates=["message", "callback_query"],
            clock=lambda: NOW,
            stuck=self.say_stuck,
            now=lambda: self.time,
            sleep=self.sleep,
        )

    async def say_stuck(self, update: Update) -> None:
        self.stuck.append(update.update_id)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds
        if seconds == webhooks.LOOK_EVERY_S and not self.looks.is_set():
            self.looks.set()
            await asyncio.Event().wait()

    async def handle(self, update: Update, _: object) -> None:
        if self.hold is not None:
            await self.hold.wait()
        self.handled.append(update.update_id)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        """Announced, looked at once, and listening."""
        task = asyncio.create_task(self.webhook.run())
        looked = asyncio.create_task(self.looks.wait())
        try:
            await asyncio.wait({task, looked}, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                task.result()
            yield task
        finally:
            looked.cancel()
            task.cancel()
            await asyncio.gather(task, looked, return_exceptions=True)

    async def post(self, update: Any) -> int:
        url = f"http://127.0.0.1:{self.webhook.port}{ADDRESS.path}"
        async with (
            aiohttp.ClientSession() as session,
            session.post(url, data=json.dumps(update), headers=BODY) as answer,
        ):
            return answer.status


@pytest.fixture
async def hooked(
    store: SqliteStore,
) -> AsyncIterator[tuple[Application[Any, Any, Any, Any, Any, Any], Telegram]]:
    telegram = Telegram()
    async with bot_api(telegram.answer) as url:
        request = AiohttpRequest()
        app = ApplicationBuilder().token(TOKEN).base_url(f"{url}/bot").request(request).updater(None).build()
        await app.initialize()
        yield app, telegram
        await app.shutdown()


@pytest.fixture
def intake(hooked: Any, store: SqliteStore) -> Intake:
    return Intake(hooked[0], store, hooked[1])


async def counts(store: SqliteStore) -> dict[str, int]:
    return {state.value: many for state, many in (await store.read(inbox.counts)).items() if many}


async def test_telegram_is_told_where_to_post_and_drops_nothing(intake: Intake) -> None:
    async with intake.running():
        assert intake.webhook.ready
    ((_, told),) = [call for call in intake.telegram.calls if call[0] == "setWebhook"]
    assert told == {
        "url": "https://bot.example/a/path",
        "secret_token": ADDRESS.secret,
        "max_connections": "100",
        "allowed_updates": '["message", "callback_query"]',
    }


async def test_an_update_is_kept_handled_and_answered_with_200(intake: Intake, store: SqliteStore) -> None:
    async with intake.running():
        assert await intake.post(message(1, text="secret")) == 200
        assert intake.handled == [1]
        await intake.dispatcher.idle()
    assert await counts(store) == {"done": 1}
    assert await store.read(inbox.waiting, 10) == ()


async def test_the_same_update_in_parallel_and_again_has_one_effect_and_200(intake: Intake) -> None:
    intake.hold = asyncio.Event()
    async with intake.running():
        posts = [asyncio.create_task(intake.post(message(1))) for _ in range(8)]
        done, _ = await asyncio.wait(posts, return_when=asyncio.FIRST_COMPLETED)
        intake.hold.set()
        assert await asyncio.gather(*posts) == [200] * 8
        await intake.dispatcher.idle()
        assert await intake.post(message(1)) == 200
        await intake.dispatcher.idle()
    assert done
    assert intake.handled == [1]


async def test_a_handler_that_waits_does_not_hold_telegrams_connection(
    intake: Intake, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhooks, "ANSWERED_WITHIN_S", 0.01)
    intake.hold = asyncio.Event()
    async with intake.running():
        assert await intake.post(message(1)) == 200
        assert (intake.handled, await counts(store)) == ([], {"kept": 1})
        intake.hold.set()
        await intake.dispatcher.idle()
    assert intake.handled == [1]


async def test_many_who_wait_leave_connections_to_the_others(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhooks, "MOST_HELD", 3)
    monkeypatch.setattr(webhooks, "ANSWERED_WITHIN_S", 30)
    intake.hold = asyncio.Event()
    async with intake.running():
        posts = [asyncio.create_task(intake.post(message(n, n))) for n in range(1, 11)]
        answered: set[asyncio.Task[int]] = set()
        while len(answered) < 7:
            answered, _ = await asyncio.wait(posts, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.sleep(0)
        assert intake.handled == []
        intake.hold.set()
        assert await asyncio.gather(*posts) == [200] * 10


async def test_what_cannot_be_kept_is_503_and_its_sender_is_told_once_a_minute(hooked: Any) -> None:
    intake = Intake(hooked[0], Full(), hooked[1])
    async with intake.running():
        for update_id in (1, 1, 1, 2):
            assert await intake.post(message(update_id)) == 503
        assert await intake.post(message(3, user_id=2)) == 503
        assert intake.stuck == [1, 3]
        intake.time += 61
        assert await intake.post(message(1)) == 503
    assert intake.stuck == [1, 3, 1]
    assert intake.handled == []


async def test_too_much_at_once_is_sent_again_later(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.crowd.MOST_PENDING", 1)
    monkeypatch.setattr(webhooks, "ROOM_WITHIN_S", 0.01)
    monkeypatch.setattr(webhooks, "ANSWERED_WITHIN_S", 0.01)
    intake.hold = asyncio.Event()
    async with intake.running():
        assert await intake.post(message(1)) == 200
        assert await intake.post(message(2)) == 503
        intake.hold.set()
        await intake.dispatcher.idle()
        assert await intake.post(message(2)) == 200


@pytest.mark.parametrize(
    "raw", [{}, [], 7, None, {"update_id": "1"}, {"update_id": -1}, {"update_id": 2**70}]
)
async def test_what_is_no_update_is_400(intake: Intake, store: SqliteStore, raw: Any) -> None:
    async with intake.running():
        assert await intake.post(raw) == 400
    assert await counts(store) == {}


async def test_an_update_nobody_understands_is_set_aside_and_not_sent_again(
    intake: Intake, store: SqliteStore
) -> None:
    async with intake.running():
        assert await intake.post({"update_id": 1, "message": {"message_id": "x"}}) == 200
        assert await intake.post(message(2)) == 200
    assert intake.handled == [2]
    assert (await store.read(inbox.counts))[InboxState.ASIDE] == 1


async def test_a_webhook_that_telegram_refuses_ends_the_start(intake: Intake) -> None:
    said = "Bad Request: bad webhook: Failed to resolve host"
    intake.telegram.script["setWebhook"] = [(400, {"ok": False, "error_code": 400, "description": said})]
    with pytest.raises(WebhookRefused, match=r"^WEBHOOK_URL: Telegram refused it: .*resolve host$"):
        async with intake.running():
            raise AssertionError("it runs")


async def test_a_refused_token_ends_it(intake: Intake) -> None:
    intake.telegram.script["setWebhook"] = [(401, {"ok": False, "description": "Unauthorized"})]
    with pytest.raises(TokenRefused):
        async with intake.running():
            raise AssertionError("it runs")


async def test_telegram_away_is_asked_ever_more_slowly(intake: Intake) -> None:
    intake.telegram.script["setWebhook"] = [(502, {"ok": False})] * 7
    intake.telegram.script["getWebhookInfo"] = [(502, {"ok": False})] * 2
    async with intake.running():
        assert intake.webhook.ready
    waits = [seconds for seconds in intake.slept if seconds != webhooks.LOOK_EVERY_S]
    assert waits == [1, 2, 4, 8, 16, 30, 30, 1, 2]


async def test_a_webhook_taken_away_is_set_again_and_at_last_given_up(intake: Intake) -> None:
    intake.telegram.url = ""
    with pytest.raises(AnotherBot):
        async with intake.running():
            raise AssertionError("it runs")
    assert intake.slept == [60] * 4
    assert not intake.webhook.ready
    assert sum(method == "setWebhook" for method, _ in intake.telegram.calls) == 5


async def test_posts_that_never_arrive_make_it_unready(
    intake: Intake, caplog: pytest.LogCaptureFixture
) -> None:
    intake.telegram.failing = {
        "pending_update_count": 3,
        "last_error_date": 1_772_000_000,
        "last_error_message": "Connection refused",
    }
    async with intake.running():
        assert not intake.webhook.ready
    assert "Telegram could not deliver" in caplog.text
