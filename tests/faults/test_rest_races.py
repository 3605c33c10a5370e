"""A rest's buttons pressed in the very instant it rings: one of them wins, and there is one bell or none.

RACES=100 asks for fewer; the seed is printed. Which comes first is chance: some turns of the
loop lie between.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.callbacks import LogSet, decode
from bot.terminal.people import Message
from core.store import timers
from tests.dialogs.stage import Stage, intermediate, open_stage
from tests.faults.figures import Figures
from tests.faults.phone import asked_slots, labels

RACES = int(os.environ.get("RACES", "1000"))
SEED = int(os.environ.get("SEED", "20260302"))
REST_S = 60
BUTTONS = ("Skip rest", "+30 s", "−30 s")


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path) as stage:
        await stage.knows(intermediate())
        yield stage


class Race:
    """One athlete who logs set after set, and presses a button of each rest as it ends."""

    def __init__(self, stage: Stage, dice: random.Random) -> None:
        self.stage, self.dice, self.won = stage, dice, Counter[str]()

    async def once(self) -> None:
        """Log the set that is asked for, then press as its rest is over; it must be told once, in one way."""
        card = await self.card()
        self.stage.telegram.user_taps(self.stage.athlete, card.id, log_button(card))
        await self.stage.settle()
        if "Skip rest" not in labels(card):
            return  # the last set of all
        said = len(self.stage.bot_messages)
        press = self.dice.choice(BUTTONS)
        await self.at_once(card, press)
        if not self.came_since(said):
            self.won["moved"] += 1
            await self.stage.advance(timedelta(seconds=4 * REST_S))
        came = self.came_since(said)
        assert len(came) == 1, [message.body.get("text") for message in came]
        self.won["skipped" if came[0].silent else "rung"] += 1
        await self.stage.advance(timedelta(seconds=2 * REST_S))
        assert self.came_since(said) == came, "the same rest is told once"

    async def at_once(self, card: Message, press: str) -> None:
        """The moment comes and the button is pressed, in either order, perhaps twice."""
        telegram, athlete = self.stage.telegram, self.stage.athlete
        ends = [lambda: self.stage.clock.advance(timedelta(seconds=REST_S))]
        presses = [lambda: telegram.user_taps(athlete, card.id, press)] * self.dice.choice((1, 2))
        for act in self.dice.sample(ends + presses, len(ends + presses)):
            if act in presses and press not in labels(card):
                continue
            act()
            for _ in range(self.dice.choice((0, 0, 1, 3, 10, 40))):
                await asyncio.sleep(0)
        await self.stage.settle()

    def came_since(self, said: int) -> list[Message]:
        """The next set's cards that came as messages of their own."""
        return [message for message in self.stage.bot_messages[said:] if has_card(message)]

    async def card(self) -> Message:
        """The newest card to log from; a new workout where there is none."""
        for message in reversed(self.stage.bot_messages):
            if has_card(message):
                return message
        await self.stage.hears("/finish", "/plan", "[▶ Start]")
        return await self.card()


def has_card(message: Message) -> bool:
    return bool(asked_slots(message.body))


def log_button(message: Message) -> str:
    rows = message.body["reply_markup"]["inline_keyboard"]
    return next(
        str(button["text"])
        for row in rows
        for button in row
        if isinstance(decode(button.get("callback_data", "")), LogSet)
    )


async def raced(stage: Stage, races: int, figures: Figures) -> None:
    print(f"SEED={SEED}: {races} races")  # noqa: T201
    race = Race(stage, random.Random(SEED))
    for _ in range(races):
        await race.once()
    figures("races of a bell and a button", races=races, **race.won)
    assert len(race.won) > 1, "chance lets now the bell win, now the button"
    accounts = await stage.read(timers.accounts)
    assert accounts.armed == accounts.standing + accounts.rung + sum(accounts.cancelled.values())
    assert stage.telegram.unanswered() == []


async def test_some_races_of_a_bell_and_a_button_have_one_winner(stage: Stage, figures: Figures) -> None:
    await raced(stage, 20, figures)


@pytest.mark.faults
async def test_a_thousand_races_of_a_bell_and_a_button_have_one_winner(
    stage: Stage, figures: Figures
) -> None:
    await raced(stage, RACES, figures)
