from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from telegram.ext import Application, ApplicationBuilder

from bot.outgoing.request import AiohttpRequest
from core.store.sqlite import SqliteStore
from tests.blank import blank
from tests.bot.outgoing.bot_api import bot_api

TOKEN = "123456:CANARY-abcdefghijklmnopqrstuvwxyz_01"
ME = {"id": 123456, "is_bot": True, "first_name": "Spotter", "username": "spotter_bot"}
NOW = datetime(2026, 3, 1, 10, tzinfo=UTC)


def message(update_id: int, user_id: int = 1, text: str = "8", at: datetime = NOW) -> dict[str, Any]:
    """A private message as Telegram sends it."""
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": int(at.timestamp()),
            "chat": {"id": user_id, "type": "private", "first_name": "A"},
            "from": {"id": user_id, "is_bot": False, "first_name": "A"},
            "text": text,
        },
    }


def tap(update_id: int, user_id: int = 1) -> dict[str, Any]:
    """A pressed button of a private chat."""
    pressed = message(update_id, user_id)["message"]
    return {
        "update_id": update_id,
        "callback_query": {
            "id": str(update_id),
            "from": pressed["from"],
            "message": pressed,
            "chat_instance": "1",
            "data": "x",
        },
    }


class Telegram:
    """Updates as Telegram keeps them: forgotten once a higher offset is asked for; answers by script."""

    def __init__(self) -> None:
        self.queue: list[Any] = []
        self.script: list[tuple[int, Any]] = []
        self.polls: list[dict[str, str]] = []
        self.more = asyncio.Event()
        self.empty = asyncio.Event()

    def give(self, *updates: Any) -> None:
        self.queue.extend(updates)
        self.more.set()

    async def answer(self, request: web.Request) -> web.Response:
        if not request.path.endswith("getUpdates"):
            return web.json_response({"ok": True, "result": ME})
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.polls.append(form)
        if self.script:
            status, body = self.script.pop(0)
            return web.Response(
                status=status, body=body if isinstance(body, bytes) else json.dumps(body).encode()
            )
        if "offset" in form:
            ids = [update["update_id"] for update in self.queue]
            if int(form["offset"]) - 1 in ids:  # everything up to the last one seen is forgotten
                del self.queue[: ids.index(int(form["offset"]) - 1) + 1]
        if not self.queue:
            self.empty.set()
            self.more.clear()
            await self.more.wait()
        return web.json_response({"ok": True, "result": self.queue[: int(form["limit"])]})


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
async def app(telegram: Telegram) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    async with bot_api(telegram.answer) as url:
        application = (
            ApplicationBuilder()
            .token(TOKEN)
            .base_url(f"{url}/bot")
            .request(AiohttpRequest())
            .get_updates_request(AiohttpRequest())
            .updater(None)
            .build()
        )
        await application.initialize()
        yield application
        telegram.more.set()
        await application.shutdown()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    store = await SqliteStore.open(blank(tmp_path / "spotter.db"), applied_now=lambda: NOW, durable=False)
    yield store
    await store.close()
