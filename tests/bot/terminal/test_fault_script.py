from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.outgoing.errors import ServerFailed
from bot.terminal.faults import Lose
from bot.terminal.people import User
from bot.terminal.request import InProcessRequest
from bot.terminal.server import Telegram
from bot.terminal.wire import Answer

Call = Callable[..., Awaitable[Answer]]


@pytest.fixture
def bot(telegram: Telegram, lifter: User) -> Bot:
    telegram.user_sends(lifter, "/start")
    return Bot(telegram.token, request=InProcessRequest(telegram))


def texts(telegram: Telegram, user: User) -> list[str]:
    return [message.body["text"] for message in telegram.chat(user.id).messages.values()][1:]


async def test_a_flood_names_its_pause_and_mutes_one_chat(telegram: Telegram, lifter: User, bot: Bot) -> None:
    other = telegram.add_user()
    telegram.faults.fail("sendMessage", retry_after_s=7, chat_id=lifter.id)
    await bot.send_message(other.id, "a")
    with pytest.raises(RetryAfter) as flood:
        await bot.send_message(lifter.id, "a")
    assert flood.value.retry_after == timedelta(seconds=7)
    await bot.send_message(lifter.id, "b")
    assert texts(telegram, lifter) == ["b"]


@pytest.mark.parametrize(
    ("status", "description", "error", "words"),
    [
        (500, None, ServerFailed, "The server answered 500"),
        (502, None, ServerFailed, "The server answered 502"),
        (403, None, Forbidden, "bot was blocked by the user"),
        (401, None, InvalidToken, "Unauthorized"),
        (400, "Bad Request: chat not found", BadRequest, "Chat not found"),
    ],
)
async def test_refusals_to_order(  # noqa: PLR0917 - one column a parameter
    telegram: Telegram,
    lifter: User,
    bot: Bot,
    status: int,
    description: str | None,
    error: type[Exception],
    words: str,
) -> None:
    telegram.faults.fail("sendMessage", status, description, times=2)
    for _ in range(2):
        with pytest.raises(error, match=words):
            await bot.send_message(lifter.id, "a")
    await bot.send_message(lifter.id, "b")
    assert texts(telegram, lifter) == ["b"]
    assert [call.scripted for call in telegram.ledger] == [True, True, False]


async def test_a_group_that_moved(telegram: Telegram, lifter: User, bot: Bot) -> None:
    telegram.faults.fail(chat_id=lifter.id, migrate_to=-1009)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(lifter.id, "a")
    assert moved.value.new_chat_id == -1009


@pytest.mark.parametrize(
    ("lose", "error", "applied"),
    [
        (Lose.TIME_OUT_UNDONE, TimedOut, False),
        (Lose.TIME_OUT_DONE, TimedOut, True),
        (Lose.RESET_UNDONE, NetworkError, False),
        (Lose.RESET_DONE, NetworkError, True),
        (Lose.HALF_DONE, NetworkError, True),
    ],
)
async def test_lost_answers(
    telegram: Telegram, lifter: User, bot: Bot, lose: Lose, error: type[Exception], applied: bool
) -> None:
    telegram.faults.fail("sendMessage", lose=lose)
    with pytest.raises(error):
        await bot.send_message(lifter.id, "a")
    assert texts(telegram, lifter) == (["a"] if applied else [])
    call = telegram.ledger.calls("sendMessage")[0]
    assert (call.applied, call.answered) == (applied, False)


async def test_trouble_goes_on_until_it_is_cleared(telegram: Telegram, lifter: User, bot: Bot) -> None:
    telegram.faults.fail(times=None)
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.send_message(lifter.id, "a")
    telegram.faults.clear()
    await bot.send_message(lifter.id, "b")
    assert texts(telegram, lifter) == ["b"]


@pytest.mark.parametrize("applied", [False, True])
async def test_the_kth_call_can_be_held(telegram: Telegram, lifter: User, bot: Bot, applied: bool) -> None:
    barrier = telegram.faults.pause("sendMessage", k=2, applied=applied)
    await bot.send_message(lifter.id, "a")
    assert not barrier.is_reached
    held = asyncio.ensure_future(bot.send_message(lifter.id, "b"))
    await barrier.reached()
    assert texts(telegram, lifter) == (["a", "b"] if applied else ["a"])
    assert not held.done()
    await bot.send_message(lifter.id, "c")
    barrier.release()
    assert (await held).text == "b"


async def test_clearing_lets_held_calls_go(telegram: Telegram, lifter: User, bot: Bot) -> None:
    barrier = telegram.faults.pause()
    held = asyncio.ensure_future(bot.send_message(lifter.id, "a"))
    await barrier.reached()
    telegram.faults.clear()
    await held
