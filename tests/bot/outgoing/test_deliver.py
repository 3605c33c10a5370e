from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from telegram.error import BadRequest, InvalidToken, NetworkError
from telegram.ext import ExtBot

from bot.outgoing import deliver
from bot.outgoing.connect import TokenRefused, connect
from bot.outgoing.deliver import Bot
from bot.outgoing.pacing import Pacing, Unasked
from bot.outgoing.refusals import Migrated, Outcome
from bot.outgoing.request import AiohttpRequest
from tests.bot.outgoing.bot_api import bot_api
from tests.bot.outgoing.still import Still

TOKEN = "123456:CANARY-abcdefghijklmnopqrstuvwxyz_01"
ME = {"id": 123456, "is_bot": True, "first_name": "Spotter", "username": "spotter_bot"}


class Server:
    """Answers with what it is told, and keeps the forms it was sent."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, dict[str, Any]]] = []
        self.forms: list[dict[str, str]] = []

    def refuse(self, status: int, description: str, **parameters: int) -> None:
        self.answers.append((status, {"ok": False, "description": description, "parameters": parameters}))

    async def answer(self, request: web.Request) -> web.Response:
        self.forms.append({name: str(value) for name, value in (await request.post()).items()})
        if self.answers:
            status, body = self.answers.pop(0)
            return web.json_response(body, status=status)
        if request.path.endswith("getMe"):
            return web.json_response({"ok": True, "result": ME})
        message = {"message_id": 5, "date": 1, "chat": {"id": 1, "type": "private"}}
        return web.json_response({"ok": True, "result": message if "essageT" in request.path + "T" else True})


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
async def bot(server: Server) -> AsyncIterator[Bot]:
    still = Still()
    async with bot_api(server.answer) as url:
        bot: Bot = ExtBot(
            TOKEN,
            base_url=f"{url}/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(),
            rate_limiter=Pacing(still.now, still.sleep),
        )
        await bot.initialize()
        yield bot
        await bot.shutdown()


async def test_a_message_goes_out_as_html_without_a_preview(server: Server, bot: Bot) -> None:
    assert await deliver.send(bot, 1, "<b>80</b> kg", silent=True, standing=Unasked.RING, reply_to=4) == 5
    form = server.forms[-1]
    assert form["parse_mode"] == "HTML"
    assert form["disable_notification"] == "true"
    assert "is_disabled" in form["link_preview_options"]
    assert "allow_sending_without_reply" in form["reply_parameters"]
    assert len(form) == 6


@pytest.mark.parametrize(
    ("status", "description", "outcome"),
    [
        (403, "Forbidden: bot was blocked by the user", Outcome.BLOCKED),
        (403, "Forbidden: user is deactivated", Outcome.BLOCKED),
        (400, "Bad Request: chat not found", Outcome.BLOCKED),
        (400, "Bad Request: message is not modified: specified new message content", Outcome.UNCHANGED),
        (400, "Bad Request: message to edit not found", Outcome.GONE),
        (400, "Bad Request: message can't be edited", Outcome.GONE),
        (400, "Bad Request: query is too old and response timeout expired", Outcome.TOO_OLD),
    ],
)
async def test_refusals_of_every_day_are_outcomes(
    server: Server, bot: Bot, status: int, description: str, outcome: Outcome
) -> None:
    calls = [
        lambda: deliver.send(bot, 1, "x"),
        lambda: deliver.edit(bot, 1, 5, "x"),
        lambda: deliver.edit_buttons(bot, 1, 5),
        lambda: deliver.answer(bot, "9", "x"),
        lambda: deliver.react(bot, 1, 5, "👍"),
        lambda: deliver.delete(bot, 1, 5),
    ]
    for call in calls:
        server.refuse(status, description)
        assert await call() is outcome


@pytest.mark.parametrize(
    ("description", "outcome"),
    [
        ("Bad Request: REACTION_INVALID", Outcome.UNWANTED),
        ("Bad Request: REACTIONS_TOO_MANY", Outcome.UNWANTED),
        ("Bad Request: CHAT_NOT_MODIFIED", Outcome.UNWANTED),
        ("Bad Request: not enough rights to pin a message", Outcome.FORBIDDEN),
        ("Bad Request: QUERY_ID_INVALID", Outcome.TOO_OLD),
    ],
)
async def test_a_refused_reaction_pin_or_answer_is_never_an_error(
    server: Server, bot: Bot, description: str, outcome: Outcome
) -> None:
    calls = [
        lambda: deliver.react(bot, 1, 5, "👍"),
        lambda: deliver.pin(bot, 1, 5),
        lambda: deliver.unpin(bot, 1, 5),
        lambda: deliver.answer(bot, "9", "x"),
    ]
    for call in calls:
        server.refuse(400, description)
        assert await call() is outcome


async def test_a_group_that_moved_tells_where(server: Server, bot: Bot) -> None:
    server.refuse(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1009)
    assert await deliver.send(bot, -9, "x") == Migrated(-1009)


async def test_what_worked_is_done(bot: Bot) -> None:
    assert await deliver.edit(bot, 1, 5, "x") is Outcome.DONE
    assert await deliver.answer(bot, "9") is Outcome.DONE
    assert await deliver.react(bot, 1, 5, "👍") is Outcome.DONE
    assert await deliver.delete(bot, 1, 5) is Outcome.DONE


async def test_a_wrong_message_is_raised(server: Server, bot: Bot) -> None:
    server.refuse(400, "Bad Request: can't parse entities: unexpected end tag")
    with pytest.raises(BadRequest, match="parse entities"):
        await deliver.send(bot, 1, "</b>")


async def test_telegram_may_be_away_at_the_start(server: Server) -> None:
    still, slept = Still(), []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async with bot_api(server.answer) as url:
        bot: Bot = ExtBot(
            TOKEN, base_url=f"{url}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest()
        )
        for _ in range(7):
            server.refuse(502, "Bad Gateway")
        await connect(bot, sleep)
        assert bot.username == "spotter_bot"
        assert slept == [1, 2, 4, 8, 16, 30, 30]
        await bot.shutdown()
    assert still.at == 0


@pytest.mark.parametrize("status", [401, 404])
async def test_a_refused_token_ends_the_start_without_showing_it(server: Server, status: int) -> None:
    async with bot_api(server.answer) as url:
        bot: Bot = ExtBot(
            TOKEN, base_url=f"{url}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest()
        )
        server.refuse(status, "Unauthorized")
        with pytest.raises(TokenRefused) as refused:
            await connect(bot)
        await bot.shutdown()
    assert "CANARY" not in f"{refused.value!r}{refused.value}{refused.value.__cause__}"
    assert not isinstance(refused.value, (InvalidToken, NetworkError))
