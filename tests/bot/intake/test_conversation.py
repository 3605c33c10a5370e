from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackContext,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from bot.intake.conversation import DerivedStates, Key, key_of, reload
from bot.intake.order import InOrder
from bot.outgoing.request import AiohttpRequest
from tests.bot.intake.conftest import TOKEN, Telegram, message
from tests.bot.outgoing.bot_api import bot_api


class Onboarding:
    """A flat conversation of three questions; `kept` stands for the database."""

    def __init__(self) -> None:
        self.kept: dict[Key, str] = {}
        self.asked: list[tuple[str, str]] = []
        answer = MessageHandler(filters.TEXT & ~filters.COMMAND, self.answer)
        self.handler: ConversationHandler[Any] = ConversationHandler(
            entry_points=[CommandHandler("start", self.start)],
            states={"goal": [answer], "level": [answer], "unit": [answer]},
            fallbacks=[],
            allow_reentry=True,
            name="onboarding",
            persistent=True,
        )

    async def states(self) -> Mapping[Key, str]:
        return self.kept

    async def before(self, update: Update) -> bool:
        key = key_of(update)
        assert key is not None
        reload(self.handler, key, self.kept.get(key))
        return True

    async def start(self, update: Update, _: CallbackContext[Any, Any, Any, Any]) -> str:
        return self.step(update, "goal")

    async def answer(self, update: Update, _: CallbackContext[Any, Any, Any, Any]) -> object:
        key = key_of(update)
        assert key is not None
        at = self.kept[key]
        assert update.message is not None
        self.asked.append((at, update.message.text or ""))
        following = {"goal": "level", "level": "unit"}.get(at)
        if following is None:
            del self.kept[key]
            return ConversationHandler.END
        return self.step(update, following)

    def step(self, update: Update, state: str) -> str:
        key = key_of(update)
        assert key is not None
        self.kept[key] = state
        return state


def started(raw: dict[str, Any]) -> dict[str, Any]:
    raw["message"]["entities"] = [{"type": "bot_command", "offset": 0, "length": 6}]
    return raw


class Process:
    """One life of the bot: what is only in memory dies with it."""

    def __init__(self, url: str, onboarding: Onboarding) -> None:
        self.onboarding = onboarding
        self.application: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder()
            .token(TOKEN)
            .base_url(f"{url}/bot")
            .request(AiohttpRequest())
            .get_updates_request(AiohttpRequest())
            .updater(None)
            .job_queue(None)
            .persistence(DerivedStates(onboarding.states))
            .concurrent_updates(InOrder(before=onboarding.before))
            .build()
        )
        self.application.add_handler(onboarding.handler)

    async def take(self, raw: dict[str, Any]) -> None:
        update = Update.de_json(raw, self.application.bot)
        processor = self.application.update_processor
        await processor.process_update(update, self.application.process_update(update))


@pytest.fixture
async def url(telegram: Telegram) -> AsyncIterator[str]:
    async with bot_api(telegram.answer) as url:
        yield url


async def test_an_onboarding_goes_on_after_a_kill_at_any_question(url: str) -> None:
    kept: dict[Key, str] = {}
    asked: list[tuple[str, str]] = []
    for number, text in enumerate(["/start", "size", "beginner", "kg"], start=1):
        onboarding = Onboarding()
        onboarding.kept, onboarding.asked = kept, asked
        process = Process(url, onboarding)
        await process.application.initialize()
        raw = message(number, text=text)
        await process.take(started(raw) if text.startswith("/") else raw)
        await process.application.bot.shutdown()
    assert asked == [("goal", "size"), ("level", "beginner"), ("unit", "kg")]
    assert kept == {}


async def test_the_states_are_there_from_the_start(url: str) -> None:
    onboarding = Onboarding()
    onboarding.kept = {(1, 1): "level", (2, 2): "unit"}
    process = Process(url, onboarding)
    await process.application.initialize()
    # private member: ConversationHandler._conversations, the contract `reload` leans on
    assert dict(onboarding.handler._conversations) == onboarding.kept
    await process.application.shutdown()


async def test_another_replica_may_have_gone_on(url: str) -> None:
    onboarding = Onboarding()
    process = Process(url, onboarding)
    await process.application.initialize()
    await process.take(started(message(1, text="/start")))
    del onboarding.kept[1, 1]
    await process.take(message(2, text="finished elsewhere: nobody asked"))
    assert onboarding.asked == []
    onboarding.kept[2, 2] = "unit"
    await process.take(message(3, 2, text="begun elsewhere"))
    assert onboarding.asked == [("unit", "begun elsewhere")]
    assert dict(onboarding.handler._conversations) == {}
    await process.application.shutdown()


async def test_nothing_is_ever_written_by_the_persistence(url: str) -> None:
    onboarding = Onboarding()
    process = Process(url, onboarding)
    await process.application.initialize()
    await process.take(started(message(1, text="/start")))
    before = dict(onboarding.kept)
    await process.application.update_persistence()
    assert onboarding.kept == before == {(1, 1): "goal"}
    await process.application.shutdown()


def test_reload_sets_replaces_and_ends() -> None:
    handler = Onboarding().handler
    reload(handler, (1, 1), "goal")
    reload(handler, (1, 1), "level")
    assert dict(handler._conversations) == {(1, 1): "level"}
    reload(handler, (1, 1), None)
    reload(handler, (1, 1), None)
    assert dict(handler._conversations) == {}


async def test_two_users_answer_at_the_same_moment(url: str) -> None:
    onboarding = Onboarding()
    onboarding.kept = {(n, n): "goal" for n in range(1, 51)}
    process = Process(url, onboarding)
    await process.application.initialize()
    await asyncio.gather(*(process.take(message(n, n, "size")) for n in range(1, 51)))
    assert set(onboarding.kept.values()) == {"level"}

    await process.application.shutdown()
