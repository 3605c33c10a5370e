from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut

from bot.terminal.faults import Lose
from bot.terminal.people import User
from bot.terminal.server import Telegram
from tests.faults.server import TelegramOverHttp


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(lambda: datetime(2026, 3, 2, 18, 0, tzinfo=UTC))


@pytest.fixture
def lifter(telegram: Telegram) -> User:
    lifter = telegram.add_user()
    telegram.user_sends(lifter, "/start 5 × 5 & more")
    return lifter


@pytest.fixture
async def http(telegram: Telegram) -> AsyncIterator[TelegramOverHttp]:
    async with TelegramOverHttp(telegram) as http:
        yield http


@pytest.fixture
async def bot(telegram: Telegram, http: TelegramOverHttp) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=http.base_url, base_file_url=http.base_file_url) as bot:
        yield bot


async def test_a_bot_polls_writes_and_fetches_a_file(telegram: Telegram, lifter: User, bot: Bot) -> None:
    (update,) = await bot.get_updates(timeout=5)
    assert update.message is not None
    assert update.message.text == "/start 5 × 5 & more"
    sent = await bot.send_document(
        lifter.id, "a,ü".encode(), caption="<b>ü</b>", parse_mode="HTML", filename="l.csv"
    )
    assert sent.document is not None
    assert (sent.caption, sent.document.file_name) == ("ü", "l.csv")
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == "a,ü".encode()
    with pytest.raises(NetworkError, match="Wrong file"):
        await bot.get_file("none")


@pytest.mark.parametrize("lose", list(Lose))
async def test_answers_are_really_lost(telegram: Telegram, lifter: User, bot: Bot, lose: Lose) -> None:
    telegram.faults.fail("sendMessage", lose=lose)
    with pytest.raises(NetworkError) as lost:
        await bot.send_message(lifter.id, "a", read_timeout=0.1)
    assert isinstance(lost.value, TimedOut) is (lose in (Lose.TIME_OUT_DONE, Lose.TIME_OUT_UNDONE))
    assert len(telegram.chat(lifter.id).messages) == (2 if lose.applied else 1)


async def test_refusals_carry_their_parameters(telegram: Telegram, lifter: User, bot: Bot) -> None:
    telegram.faults.fail("sendMessage", retry_after_s=7)
    with pytest.raises(RetryAfter):
        await bot.send_message(lifter.id, "a")


async def test_a_poller_that_dies_leaves_no_conflict(telegram: Telegram, http: TelegramOverHttp) -> None:
    url = f"{http.base_url}{telegram.token}/getUpdates"
    async with aiohttp.ClientSession() as session:
        poll = asyncio.ensure_future(session.post(url, data={"timeout": "30"}))
        await telegram.until(lambda: telegram.updates.polled)
        poll.cancel()
        await telegram.until(lambda: not telegram.updates.polled)
        async with session.post(url) as answer:
            assert answer.status == 200


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("bot{token}/getMe", b"{}", 200),
        ("bot{token}/getMe", b"[]", 400),
        ("bot{token}/getMe", b"{", 400),
        ("bot{token}/getNothing", b"{}", 404),
        ("bot1:other/getMe", b"{}", 401),
        ("file/bot{token}/documents/none.csv", None, 404),
        ("file/bot1:other/documents/none.csv", None, 401),
    ],
)
async def test_bodies_and_addresses(
    telegram: Telegram, http: TelegramOverHttp, path: str, body: bytes | None, status: int
) -> None:
    url = f"http://127.0.0.1:{http.port}/{path.format(token=telegram.token)}"
    async with aiohttp.ClientSession() as session:
        method = "GET" if body is None else "POST"
        headers = {"Content-Type": "application/json"}
        async with session.request(method, url, data=body, headers=headers) as answer:
            assert answer.status == status
            assert (await answer.json())["ok"] is (status == 200)


async def test_telegram_may_go_away_and_come_back(
    telegram: Telegram, http: TelegramOverHttp, bot: Bot
) -> None:
    port = http.port
    await http.stop()
    with pytest.raises(NetworkError):
        await bot.get_me()
    await http.start()
    assert http.port == port
    assert (await bot.get_me()).username == telegram.me.username
