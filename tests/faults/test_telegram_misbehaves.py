"""Telegram slows down, breaks, or is away: what reaches the lifter then, and how often."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest

from bot.terminal.faults import Lose
from tests.faults.phone import Phone
from tests.faults.process import BotProcess


async def resting(phone: Phone) -> int:
    """A set is logged, the rest runs (a second on the wall); how many messages came so far."""
    card = await phone.train_now()
    await phone.until_idle()
    await phone.until_answered(phone.tap("✅", card))
    return len(phone.sends(loud=True))


async def test_a_429_holds_back_its_own_chat_and_the_bell_comes_after_it(
    bot_process: BotProcess, phone: Phone
) -> None:
    bot_process.settings["CLOCK_SPEED"] = "30"
    await bot_process.start()
    other = Phone(phone.telegram, phone.telegram.add_user("Robin"))
    await resting(phone)
    slow = phone.telegram.faults.fail("sendMessage", chat_id=phone.user.id, retry_after_s=3)
    await resting(other)
    began = asyncio.get_running_loop().time()
    await phone.until(lambda: slow.times == 0, "the refused bell")
    refused_at = asyncio.get_running_loop().time()
    await other.until_card((0, 2))
    assert asyncio.get_running_loop().time() - began < 5
    await phone.until_card((0, 2))
    assert asyncio.get_running_loop().time() - refused_at > 2.5
    assert len(phone.cards((0, 2))) == 1


@pytest.mark.parametrize("trouble", ["502", "reset before it was applied"])
async def test_a_bell_that_telegram_did_not_take_is_tried_again(
    bot_process: BotProcess, phone: Phone, trouble: str
) -> None:
    await bot_process.start()
    card = await phone.train_now()
    await phone.until_idle()
    if trouble == "502":
        phone.telegram.faults.fail("sendMessage", status=502, times=2)
    else:
        phone.telegram.faults.fail("sendMessage", lose=Lose.RESET_UNDONE)
    await phone.until_answered(phone.tap("✅", card))
    await phone.until(lambda: any(call.applied for call in phone.cards((0, 2))), "the bell")
    await phone.until_idle()
    assert sum(call.applied for call in phone.cards((0, 2))) == 1


@pytest.mark.parametrize(
    "lose", [Lose.RESET_DONE, pytest.param(Lose.HALF_DONE, marks=pytest.mark.faults)]
)
async def test_a_bell_that_nobody_knows_arrived_comes_once_or_twice_and_never_more(
    bot_process: BotProcess, phone: Phone, lose: Lose
) -> None:
    await bot_process.start()
    card = await phone.train_now()
    await phone.until_idle()
    phone.telegram.faults.fail("sendMessage", lose=lose, times=3)
    await phone.until_answered(phone.tap("✅", card))
    await phone.until_card((0, 2))
    phone.telegram.faults.clear()
    await phone.until_idle()
    assert 1 <= sum(call.applied for call in phone.cards((0, 2))) <= 2


async def test_telegram_away_loses_nothing_and_fills_no_log(bot_process: BotProcess, phone: Phone) -> None:
    await bot_process.start()
    await phone.train_now()
    await phone.until_idle()
    lines = len(bot_process.lines)
    await bot_process.http.stop()
    phone.say("8")
    phone.say("/help")
    for _ in range(3):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.Event().wait(), 1)
    await bot_process.http.start()
    await phone.until_shown("/undo")
    written = [line[:19] for line in bot_process.lines[lines:] if " WARNING " in line or " ERROR " in line]
    assert max(Counter(written).values(), default=0) <= 10
    assert " 1 set" in (await phone.finish()).splitlines()[0]


async def test_a_token_revoked_while_it_runs_ends_it(bot_process: BotProcess, phone: Phone) -> None:
    await bot_process.start()
    phone.telegram.faults.fail("getUpdates", status=401, times=None)
    phone.telegram.user_sends(phone.user, "/help")  # ends the poll that waits
    assert await bot_process.ended() == 2
    assert bot_process.lines[-1].startswith("Telegram refused BOT_TOKEN")
