"""One person floods, or one chat is slow: what the others notice of it."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from bot.terminal.people import User
from bot.terminal.server import Telegram
from bot.terminal.world import Event, Seen
from tests.faults.figures import Figures
from tests.faults.phone import Phone, any_reached, text
from tests.faults.process import BotProcess

P95_S = 1.0
SLOW_DOWN = "Slow down, please."


async def beat(seconds: float) -> None:
    """Let real time pass: the load comes at a rate."""
    with suppress(TimeoutError):
        await asyncio.wait_for(asyncio.Event().wait(), seconds)


@dataclass
class Lifter:
    """Logs a set and takes it back, again and again; `waits_s` is how long each thumb took."""

    telegram: Telegram
    phone: Phone
    waits_s: list[float] = field(default_factory=list)
    _thumb: asyncio.Future[None] | None = None

    def sees(self, event: Event) -> None:
        """The bot reacted to one of the messages."""
        mine = event.seen is Seen.REACTION and event.chat_id == self.phone.user.id
        if mine and self._thumb is not None and not self._thumb.done():
            self._thumb.set_result(None)

    async def train(self, goes_on: Callable[[], bool]) -> None:
        """Train until told to stop."""
        loop, count = asyncio.get_running_loop(), 0
        while goes_on():
            self._thumb, began = loop.create_future(), loop.time()
            self.phone.say("8" if count % 2 == 0 else "/undo")
            await asyncio.wait_for(self._thumb, 20)
            self.waits_s.append(loop.time() - began)
            count += 1
            await beat(1.5)


async def flood(telegram: Telegram, spammer: User, a_second: int, seconds: float) -> int:
    """Write so many messages a second for so long; how many that were."""
    loop = asyncio.get_running_loop()
    began, count = loop.time(), 0
    while (passed := loop.time() - began) < seconds:
        while count < passed * a_second:
            telegram.user_sends(spammer, "/help")
            count += 1
        await beat(0.01)
    return count


def p95(waits_s: list[float]) -> float:
    return statistics.quantiles(waits_s, n=20)[-1]


async def plays(
    bot_process: BotProcess, phone: Phone, figures: Figures, *, lifters: int, a_second: int, seconds: float
) -> list[float]:
    """How long `lifters` waited while one person flooded."""
    bot_process.settings |= {"LOG_LEVEL": "INFO", "CLOCK_SPEED": "1"}
    await bot_process.start()
    telegram = phone.telegram
    people = [Phone(telegram, telegram.add_user(f"Lifter {n}")) for n in range(lifters)]
    await asyncio.gather(*(one.train_now() for one in people))
    training = [Lifter(telegram, one) for one in people]
    for lifter in training:
        telegram.watch(lifter.sees)
    spammer = telegram.add_user("Spammer")
    flooding = asyncio.create_task(flood(telegram, spammer, a_second, seconds))
    async with asyncio.TaskGroup() as tasks:
        for lifter in training:
            tasks.create_task(lifter.train(lambda: not flooding.done()))
    sent = await flooding
    waits_s = [wait_s for lifter in training for wait_s in lifter.waits_s]
    spoken = [text(message) for message in Phone(telegram, spammer).messages]
    figures(
        f"one floods, {lifters} train", actions=len(waits_s), flood=sent,
        p50_s=f"{statistics.median(waits_s):.3f}", p95_s=f"{p95(waits_s):.3f}", most_s=f"{max(waits_s):.3f}",
    )  # fmt: skip
    # The flood is answered as fast as one chat may be, so far; it was told once, and the rest was left out.
    assert sum(SLOW_DOWN in said for said in spoken) == 1
    assert len(spoken) <= seconds + 10
    assert sent > 0.8 * a_second * seconds, "this machine could not even make the flood"
    return waits_s


async def test_a_flood_of_one_is_not_noticed_by_others(
    bot_process: BotProcess, phone: Phone, figures: Figures
) -> None:
    waits_s = await plays(bot_process, phone, figures, lifters=8, a_second=200, seconds=6)
    assert p95(waits_s) <= P95_S


@pytest.mark.faults
async def test_a_thousand_a_second_for_half_a_minute_while_fifty_train(
    bot_process: BotProcess, phone: Phone, figures: Figures
) -> None:
    waits_s = await plays(bot_process, phone, figures, lifters=50, a_second=1000, seconds=30)
    assert len(waits_s) > 300
    assert p95(waits_s) <= P95_S


async def test_a_send_that_hangs_holds_its_own_chat_alone(bot_process: BotProcess, phone: Phone) -> None:
    await bot_process.start()
    others = [Phone(phone.telegram, phone.telegram.add_user(f"Lifter {n}")) for n in range(5)]
    held = phone.telegram.faults.pause("sendMessage", chat_id=phone.user.id)
    phone.say("/help")
    await any_reached(held)
    began = asyncio.get_running_loop().time()
    for one in others:
        one.say("/start")
    for one in others:
        await one.until_shown("1/7")
    assert asyncio.get_running_loop().time() - began < 5.0
    assert phone.messages == []
    phone.say("/start")  # waits behind the answer that hangs, and comes after it
    held.release()
    await phone.until_shown("/undo")
    await phone.until_shown("1/7")
