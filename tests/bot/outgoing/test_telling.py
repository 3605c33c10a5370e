"""What leaves for Telegram when several ask for it at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.clock import StepClock
from bot.outgoing.answers import Answers
from bot.outgoing.request import AiohttpRequest
from bot.outgoing.telling import Bot, Sender
from bot.reaching import Reach
from bot.texts import Html
from bot.views.view import View
from core.store.sqlite import SqliteStore
from tests.blank import blank
from tests.bot.outgoing.bot_api import bot_api

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
CARD = View(Html("Squat"))


class Slow:
    """A Bot API that answers once it may, with what it is told."""

    def __init__(self) -> None:
        self.asked = 0
        self.came = asyncio.Event()
        self.may_answer = asyncio.Event()
        self.body: dict[str, Any] = {"ok": True, "result": True}

    async def answer(self, request: web.Request) -> web.Response:
        if request.path.endswith("getMe"):
            me = {"id": 1, "is_bot": True, "first_name": "Spotter", "username": "spotter_bot"}
            return web.json_response({"ok": True, "result": me})
        self.asked += 1
        self.came.set()
        await self.may_answer.wait()
        return web.json_response(self.body, status=200 if self.body["ok"] else 400)


@pytest.fixture
def telegram() -> Slow:
    return Slow()


@pytest.fixture
async def sender(telegram: Slow, tmp_path: Path) -> AsyncIterator[Sender]:
    store = await SqliteStore.open(blank(tmp_path / "s.db"), applied_now=lambda: NOW, durable=False)
    async with bot_api(telegram.answer) as url:
        bot: Bot = ExtBot("1:a", base_url=f"{url}/bot", request=AiohttpRequest())
        await bot.initialize()
        yield Sender(bot, Reach(store, StepClock(NOW)), Answers(bot))
        await bot.shutdown()
    await store.close()


async def test_the_same_edit_twice_at_a_time_is_one(telegram: Slow, sender: Sender) -> None:
    both = asyncio.gather(sender.edit(1, 5, CARD), sender.edit(1, 5, CARD))
    await telegram.came.wait()
    telegram.may_answer.set()
    await both
    assert telegram.asked == 1


async def test_a_message_is_taken_away_once(telegram: Slow, sender: Sender) -> None:
    telegram.may_answer.set()
    await asyncio.gather(sender.delete(1, 5), sender.delete(1, 5))
    await sender.delete(1, 5)
    await sender.strip(1, 5)
    assert telegram.asked == 1


async def test_one_that_could_not_be_taken_away_is_tried_again(telegram: Slow, sender: Sender) -> None:
    telegram.may_answer.set()
    telegram.body = {"ok": False, "description": "Internal Server Error"}
    with pytest.raises(TelegramError):
        await sender.delete(1, 5)
    telegram.body = {"ok": True, "result": True}
    await sender.delete(1, 5)
    assert telegram.asked == 2


async def test_an_edit_that_was_refused_is_sent_when_it_is_asked_for_again(
    telegram: Slow, sender: Sender
) -> None:
    telegram.may_answer.set()
    telegram.body = {"ok": False, "description": "Bad Request: can't parse entities"}
    with pytest.raises(BadRequest):
        await sender.edit(1, 5, CARD)
    telegram.body = {"ok": True, "result": True}
    await sender.edit(1, 5, CARD)
    assert telegram.asked == 2
