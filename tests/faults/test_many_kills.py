"""Random kills while people train: what was sent stands once, every bell comes, none more than twice.

KILLS=1000 asks for a thousand; each round prints its seed, and SEED=… plays one again.
"""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.callbacks import FillCard, LogSet, Press, decode
from bot.terminal.people import Message
from bot.terminal.server import Telegram
from tests.faults.phone import Phone, labels
from tests.faults.process import BotProcess

KILLS = int(os.environ.get("KILLS", "100"))
A_ROUND = 10
FIRST_SEED = int(os.environ.get("SEED", "20260302"))
PEOPLE = 3
SLOWEST_S = 0.8
AIMED = 0.25  # so many kills wait for the middle of a call, the others for nothing

Place = tuple[int, int, int]


@dataclass
class Lifter:
    """Somebody who goes through one workout: logs what each card asks, by its button or in words."""

    phone: Phone
    dice: random.Random
    sent: dict[Place, int] = field(default_factory=dict)

    async def train(self, killing: asyncio.Task[None]) -> None:
        """From `/start` to the recap, or to the first set that stands after the last kill."""
        self.phone.say("/start")
        for label in ("Train now", "None of these", "▶ Start"):
            message = await self.phone.until_button(label)
            self.phone.tap(label, message)
            await self.phone.until(lambda m=message, b=label: b not in " ".join(labels(m)), f"after {label}")
        while (card := await self.next_card()) is not None:
            over = killing.done()
            await self.log(card)
            if over:
                return

    async def next_card(self) -> Message | None:
        """Wait for a card whose set was not sent yet; None once the recap is there."""
        await self.phone.until(lambda: self.recap is not None or self.open_card() is not None, "what is next")
        return self.open_card()

    @property
    def recap(self) -> Message | None:
        """The message with the next session's button, once it came."""
        return next((found for found in self.phone.messages if "Next session" in labels(found)), None)

    def open_card(self) -> Message | None:
        """The newest card whose set was not sent yet."""
        for message in reversed(self.phone.messages):
            if any(place not in self.sent for place in places(message.body)):
                return message
        return None

    async def log(self, card: Message) -> None:
        """Fill the card where no weight is known, then log its set, and see that the bot took it."""
        place = places(card.body)[0]
        if not logging_reps(card):
            self.phone.telegram.user_taps(self.phone.user, card.id, labels(card)[0])
            await self.phone.until(lambda: bool(logging_reps(card)), f"a weight on the card of {place}")
        if self.dice.random() < 0.5:
            self.sent[place] = logging_reps(card)[0]
            tap = self.phone.tap("✅", card)
            await self.phone.until(lambda: tap.answered, f"an answer to the tap for {place}")
            return
        self.sent[place] = self.dice.randint(9, 14)
        load = next(press.load for press in presses_on(card.body) if isinstance(press, LogSet))
        typed = f"{load.value} kg x {self.sent[place]}" if load else str(self.sent[place])
        said = self.phone.say(typed, reply_to=card)
        written = self.phone.telegram.chats[self.phone.user.id].messages[said]
        await self.phone.until(lambda: bool(written.reactions), f"a thumb for the set of {place}")


def places(body: Mapping[str, Any]) -> list[Place]:
    """Workout, exercise and set that a message's buttons can log, or fill in."""
    return [
        (press.workout_id, press.exercise_index, press.set_number)
        for press in presses_on(body)
        if isinstance(press, LogSet | FillCard)
    ]


def logging_reps(card: Message) -> list[int]:
    """The reps of the buttons that log."""
    return [press.reps for press in presses_on(card.body) if isinstance(press, LogSet)]


def presses_on(body: Mapping[str, Any]) -> list[Press | None]:
    """What the buttons of a message, or of a call, stand for."""
    rows = (body.get("reply_markup") or {}).get("inline_keyboard", [])
    return [decode(button.get("callback_data", "")) for row in rows for button in row]


async def kill_at_random(bot_process: BotProcess, dice: random.Random, times: int) -> None:
    """Kill the bot in the middle of some call, or a moment after one; start it again; so many times."""
    faults = bot_process.http.telegram.faults
    loop = asyncio.get_running_loop()
    for _ in range(times):
        aimed = dice.random() < AIMED
        barrier = faults.pause(k=dice.randint(1, 12) if aimed else 0, applied=dice.random() < 0.5)
        now = asyncio.Event()
        timer = loop.call_later(dice.uniform(0.0, SLOWEST_S), now.set)
        waits = [asyncio.ensure_future(barrier.reached()), asyncio.ensure_future(now.wait())]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        timer.cancel()
        for wait in waits:
            wait.cancel()
        await bot_process.kill()
        faults.clear()
        await bot_process.start()


async def one_after_another(
    telegram: Telegram, dice: random.Random, lifters: list[Lifter], killing: asyncio.Task[None]
) -> None:
    while not killing.done():
        lifter = Lifter(Phone(telegram, telegram.add_user(f"Lifter {len(lifters)}")), dice)
        lifters.append(lifter)
        await lifter.train(killing)


async def survive(bot_process: BotProcess, seed: int, times: int) -> None:
    print(f"SEED={seed}: {times} kills")  # noqa: T201  # what is needed to play it again
    dice, telegram = random.Random(seed), bot_process.http.telegram
    bot_process.settings |= {"CLOCK_SPEED": "200", "LOG_LEVEL": "INFO"}
    await bot_process.start()
    lifters: list[Lifter] = []
    killing = asyncio.create_task(kill_at_random(bot_process, dice, times))
    work = [one_after_another(telegram, dice, lifters, killing) for _ in range(PEOPLE)]
    try:
        await asyncio.gather(killing, *work)
    finally:
        killing.cancel()
        await asyncio.gather(killing, return_exceptions=True)
    assert await bot_process.terminate() == 0
    stands = logged(bot_process)
    bells = Counter[tuple[int, Place]]()
    for lifter in lifters:
        user = lifter.phone.user.id
        wanted = {(user, *place, reps): 1 for place, reps in lifter.sent.items()}
        assert {key: many for key, many in stands.items() if key[0] == user} == wanted
        for call in lifter.phone.sends(loud=True):
            bells.update({(user, place): 1 for place in set(places(call.params)[:1])})
    repeated = {place: many for place, many in bells.items() if many > 1}
    print(f"{sum(stands.values())} sets, {len(bells)} bells, {len(repeated)} repeated")  # noqa: T201
    assert all(many == 2 for many in repeated.values()), repeated
    assert bot_process.starts == times + 1


def logged(bot_process: BotProcess) -> Counter[tuple[int, ...]]:
    """How often each set stands in the database."""
    with closing(sqlite3.connect(bot_process.database)) as connection:
        rows = connection.execute(
            "select athlete_id, workout_id, exercise_index, set_number, reps from logged_set"
            " where undone_at is null"
        )
        return Counter(tuple(row) for row in rows)


async def test_a_few_kills_lose_no_set_and_no_bell(bot_process: BotProcess) -> None:
    await survive(bot_process, FIRST_SEED - 1, 3)


@pytest.mark.faults
@pytest.mark.parametrize("place", range(-(-KILLS // A_ROUND)))
async def test_many_kills_lose_no_set_and_no_bell(bot_process: BotProcess, place: int) -> None:
    await survive(bot_process, FIRST_SEED + place, min(A_ROUND, KILLS - place * A_ROUND))
