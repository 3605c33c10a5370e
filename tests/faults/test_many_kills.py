"""Kill −9 while people train: what was sent stands once, every bell comes, none more than twice.

Most lives are forked off a process that has read the code (`nursery.py`), some are started from nothing.
KILLS=50 AIMED=20 asks for fewer; each round prints its seed, and SEED=… plays one again.
"""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.callbacks import FillCard, LogSet, Press, decode
from bot.terminal.people import Message
from bot.terminal.server import Telegram
from tests.faults.figures import Figures
from tests.faults.moments import moment
from tests.faults.phone import Phone, labels
from tests.faults.process import BotProcess

KILLS = int(os.environ.get("KILLS", "1000"))
AIMED = int(os.environ.get("AIMED", "200"))
A_ROUND = 25
FIRST_SEED = int(os.environ.get("SEED", "20260302"))
PEOPLE = 5
SLOWEST_S = 1.2
OF_A_START = 3.0  # where a start takes long, a life may last so many times as long: the machine is loaded
HASTY = 0.1  # so many kills don't wait for the start to be over
FROM_NOTHING = 0.04
SPEED = "20"  # a rest takes three to nine seconds, and a bell helps for thirty
PATIENCE_S = 60.0  # a slow machine may need some lives to say a thing
ENDS_OF_A_RUNG_REST = {"rung", "rearmed", "replaced", "skipped", "next_exercise", "workout_over"}

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


Kill = Callable[[BotProcess, random.Random], Awaitable[None]]


async def at_random(bot_process: BotProcess, dice: random.Random) -> None:
    """Start, kill at a moment that nothing chose: in the start itself, at work, or while everybody rests."""
    hasty, share = dice.random() < HASTY, dice.random()
    took_s = await started(bot_process, dice, hasty=hasty)
    await moment(share * max(SLOWEST_S, OF_A_START * took_s))
    await bot_process.kill()


async def started(bot_process: BotProcess, dice: random.Random, *, hasty: bool = False) -> float:
    """Begin a life, and wait until it takes updates in unless that is too slow; how long it took, in s."""
    nursery, loop = bot_process.nursery, asyncio.get_running_loop()
    began = loop.time()
    if dice.random() < FROM_NOTHING:
        bot_process.nursery = None
    try:
        await (bot_process.launch() if hasty else bot_process.start())
    finally:
        bot_process.nursery = nursery
    return loop.time() - began


async def inside_a_call(bot_process: BotProcess, dice: random.Random) -> None:
    """Start, kill in the middle of a call: before Telegram has applied it, or before the bot has heard."""
    await started(bot_process, dice)
    await moment(dice.uniform(0.0, SLOWEST_S))
    faults = bot_process.http.telegram.faults
    method = "sendMessage" if dice.random() < 0.5 else None
    barrier = faults.pause(method, dice.randint(1, 3), applied=dice.random() < 0.5)
    with suppress(TimeoutError):
        async with asyncio.timeout(2 * SLOWEST_S):
            await barrier.reached()
    await bot_process.kill()
    faults.clear()


async def kill_often(bot_process: BotProcess, dice: random.Random, times: int, kill: Kill) -> None:
    """Kill so many times, and let the last life go on."""
    for _ in range(times):
        await kill(bot_process, dice)
    await bot_process.start()


async def one_after_another(
    telegram: Telegram, dice: random.Random, lifters: list[Lifter], killing: asyncio.Task[None]
) -> None:
    while not killing.done():
        phone = Phone(telegram, telegram.add_user(f"Lifter {len(lifters)}"), patience_s=PATIENCE_S)
        lifter = Lifter(phone, dice)
        lifters.append(lifter)
        await lifter.train(killing)


async def survive(bot_process: BotProcess, seed: int, times: int, kill: Kill, figures: Figures) -> None:
    """So many kills, and an account of what stands after them."""
    lifters = await trained(bot_process, seed, times, kill)
    account(bot_process, lifters, times, kill.__name__, figures)


async def trained(bot_process: BotProcess, seed: int, times: int, kill: Kill) -> list[Lifter]:
    """Everybody who trained while the bot was killed so many times, and then went on in peace."""
    print(f"SEED={seed}: {times} kills")  # noqa: T201  # what is needed to play it again
    dice, telegram = random.Random(seed), bot_process.http.telegram
    bot_process.settings |= {"CLOCK_SPEED": SPEED, "LOG_LEVEL": "INFO"}
    lifters: list[Lifter] = []
    killing = asyncio.create_task(kill_often(bot_process, dice, times, kill))
    work = [one_after_another(telegram, dice, lifters, killing) for _ in range(PEOPLE)]
    try:
        await asyncio.gather(killing, *work)
    finally:
        killing.cancel()
        await asyncio.gather(killing, return_exceptions=True)
    assert await bot_process.terminate() == 0
    assert bot_process.starts == times + 1
    return lifters


def account(
    bot_process: BotProcess, lifters: list[Lifter], times: int, title: str, figures: Figures
) -> None:
    """Every set that was sent stands once, every rest has rung or was ended by its lifter."""
    stands = logged(bot_process)
    bells = Counter[tuple[int, Place]]()
    for lifter in lifters:
        user = lifter.phone.user.id
        wanted = {(user, *place, reps): 1 for place, reps in lifter.sent.items()}
        assert {key: many for key, many in stands.items() if key[0] == user} == wanted
        for call in lifter.phone.sends(loud=True):
            bells.update({(user, place): 1 for place in set(places(call.params)[:1])})
    repeated = {place: many for place, many in bells.items() if many > 1}
    ends = ends_of_rests(bot_process)
    figures(title, kills=times, sets=sum(stands.values()), bells=len(bells), repeated=len(repeated))
    assert all(many == 2 for many in repeated.values()), repeated
    assert set(ends) <= ENDS_OF_A_RUNG_REST, f"a bell was lost: {ends}"
    assert ends["rung"] <= len(bells), "a quick tap may end a rest that has rung, and no other"


def ends_of_rests(bot_process: BotProcess) -> Counter[str]:
    """How the rests ended: rung, or cancelled for which reason."""
    with closing(sqlite3.connect(bot_process.database)) as connection:
        rows = connection.execute("select outcome, reason from timer_end where kind = 'rest'")
        return Counter(reason or outcome for outcome, reason in rows)


def logged(bot_process: BotProcess) -> Counter[tuple[int, ...]]:
    """How often each set stands in the database."""
    with closing(sqlite3.connect(bot_process.database)) as connection:
        rows = connection.execute(
            "select athlete_id, workout_id, exercise_index, set_number, reps from logged_set"
            " where undone_at is null"
        )
        return Counter(tuple(row) for row in rows)


async def test_a_few_kills_lose_no_set_and_no_bell(bot_process: BotProcess, figures: Figures) -> None:
    await survive(bot_process, FIRST_SEED - 1, 3, at_random, figures)


@pytest.mark.faults
@pytest.mark.parametrize("place", range(-(-KILLS // A_ROUND)))
async def test_many_kills_lose_no_set_and_no_bell(
    bot_process: BotProcess, figures: Figures, place: int
) -> None:
    times = min(A_ROUND, KILLS - place * A_ROUND)
    await survive(bot_process, FIRST_SEED + place, times, at_random, figures)


async def test_two_kills_inside_calls_lose_no_set_and_no_bell(
    bot_process: BotProcess, figures: Figures
) -> None:
    await survive(bot_process, FIRST_SEED + 9_999, 2, inside_a_call, figures)


@pytest.mark.faults
@pytest.mark.parametrize("place", range(-(-AIMED // A_ROUND)))
async def test_kills_inside_calls_lose_no_set_and_no_bell(
    bot_process: BotProcess, figures: Figures, place: int
) -> None:
    times = min(A_ROUND, AIMED - place * A_ROUND)
    await survive(bot_process, FIRST_SEED + 10_000 + place, times, inside_a_call, figures)
