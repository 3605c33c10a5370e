"""Whole conversations as they look on the phone: what is typed begins with ▸, the rest is the answer.

The bot is the real one over a real file, under the strict Telegram of `bot/terminal`, with a clock that
stands still until somebody waits. `▸ [Skip]` taps the newest button that is called so; the rest is what
`make chat` understands. A line `…` leaves lines out, a line that ends in … leaves its end out.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from io import StringIO
from pathlib import Path
from textwrap import dedent
from typing import Concatenate, ParamSpec, TypeVar

from bot.clock import StepClock
from bot.context import Room
from bot.settings import Settings
from bot.terminal.chat import Chat
from bot.terminal.lines import PROMPT
from bot.terminal.people import Message, User
from bot.terminal.phone import PhoneSession
from bot.terminal.server import Telegram
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance, Rack
from core.model.onboarding import Draft
from core.model.workout import Workout
from core.store.athletes import load_athlete, save_draft, save_one_rep_max
from core.store.port import Tx
from core.store.workouts import newest_workout
from core.units import Load, Unit
from tests.blank import blank

P = ParamSpec("P")
R = TypeVar("R")

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)  # a Monday
LEFT_OUT = "…"


def settings_of(*, pictures: bool) -> Settings:
    """Settings as they are without a file; reading them takes longer than some conversations."""
    return _read_settings(pictures, os.environ.get("ADMIN_IDS"))


@cache
def _read_settings(pictures: bool, _operators: str | None) -> Settings:
    return Settings(pictures=pictures)


@dataclass
class Stage:
    """One athlete's phone and the bot behind it; `restart` is a new bot on the same Telegram and file.

    `unavoidable` are the refused calls that a test brings about, `warned` the warnings in the bot's log.
    """

    path: Path
    clock: StepClock = field(default_factory=lambda: StepClock(START))
    chat: Chat = field(init=False)
    phone: PhoneSession = field(init=False)
    printed: StringIO = field(default_factory=StringIO)
    unavoidable: set[str] = field(default_factory=set)
    warned: set[str] = field(default_factory=set)
    pictures: bool = False

    async def open(self) -> None:
        """The bot starts, the athlete's phone is switched on."""
        settings = settings_of(pictures=self.pictures)
        self.chat = await Chat.open(blank(self.path), self.clock, settings, durable=False)
        self.phone = PhoneSession(self.telegram, self.athlete, self.settle, self.advance, self.printed)

    async def restart(self, *, after: timedelta = timedelta(), meanwhile: Sequence[str] = ()) -> None:
        """The bot is stopped, time passes and messages come without it, and it is started again."""
        telegram, athlete = self.telegram, self.athlete
        await self.chat.close()
        self.clock.advance(after)
        for words in meanwhile:
            telegram.user_sends(athlete, words)
        self.chat = await Chat.connect(
            telegram, athlete, self.path, self.clock, settings_of(pictures=self.pictures), durable=False
        )
        await self.settle()

    async def plays(self, conversation: str) -> None:
        """Type what begins with ▸ and compare the whole conversation, line by line."""
        expected = [line.rstrip() for line in dedent(conversation).strip("\n").split("\n")]
        typed = [line.removeprefix(PROMPT) for line in expected if line.startswith(PROMPT)]
        heard = (await self.hears(*typed)).split("\n")
        assert as_left_out(heard, expected) == expected, "\n" + "\n".join(heard)
        self.is_clean()

    async def hears(self, *typed: str) -> str:
        """Type lines and return all that the phone printed, own lines included."""
        self.printed.seek(0)
        self.printed.truncate()
        for line in typed:
            await self.phone.step("")  # what came since is shown above the line that is typed
            self.printed.write(f"{PROMPT}{line}\n")
            await self.phone.step(self._aimed(line))
        return "\n".join(line.rstrip() for line in self.printed.getvalue().rstrip().split("\n"))

    def _aimed(self, line: str) -> str:
        """`[Skip]` as the phone takes it: `#7.3`, the newest button whose label is or begins so."""
        if not (line.startswith("[") and line.endswith("]")):
            return line
        label = line[1:-1]
        for message in reversed(self.bot_messages):
            labels = self.labels(message.id)
            found = [name for name in labels if name == label] or [
                name for name in labels if name.startswith(label)
            ]
            if found:
                return f"#{message.id}.{labels.index(found[0]) + 1}"
        raise ValueError(f"there is no button {line}; the newest message has {self.labels()}")

    def is_clean(self) -> None:
        """No call was refused, but for what a test looks for, and no button spins."""
        refused = {f"{call.method}: {call.description}" for call in self.telegram.ledger.refused()}
        assert refused - self.unavoidable == set()
        assert self.telegram.unanswered() == []

    async def settle(self) -> None:
        await self.chat.settle()

    async def advance(self, span: timedelta) -> None:
        await self.chat.advance(span)

    async def read(self, query: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Read from the bot's own store."""
        return await self.room.store.read(query, *args, **kwargs)

    async def workout(self) -> Workout:
        """The newest workout as it is stored."""
        found = await self.read(newest_workout, self.athlete.id)
        assert found is not None
        return found

    async def sets(self) -> list[str]:
        """What is logged in the newest workout, oldest first: `80×10`, `8` for the body alone."""
        return [
            f"{float(done.load.value):g}×{done.reps}" if done.load else str(done.reps)
            for done in (await self.workout()).sets
            if done.kind != "warm_up"
        ]

    async def knows(self, athlete: Athlete) -> None:
        """The athlete has answered every question before this conversation."""
        await self.introduces(self.athlete, athlete)

    async def introduces(self, user: User, athlete: Athlete) -> None:
        """Somebody has answered every question before."""
        known = replace(athlete, id=user.id, chat_id=user.id)
        await self.room.store.run(introduced, known, self.clock.now())

    async def profile(self) -> Athlete:
        """The athlete as stored."""
        found = await self.read(load_athlete, self.athlete.id)
        assert found is not None
        return found

    @property
    def telegram(self) -> Telegram:
        return self.chat.telegram

    @property
    def athlete(self) -> User:
        return self.chat.athlete

    @property
    def room(self) -> Room:
        room = self.chat.spotter.application.bot_data["room"]
        assert isinstance(room, Room)
        return room

    @property
    def bot_messages(self) -> list[Message]:
        """What the bot has sent to the athlete, oldest first."""
        sent = self.telegram.chats[self.athlete.id].messages.values()
        return [message for message in sent if message.sender_id != self.athlete.id]

    @property
    def newest(self) -> str:
        """The newest message of the bot, as plain text."""
        return str(self.bot_messages[-1].body["text"])

    def labels(self, message_id: int | None = None) -> list[str]:
        """The buttons of a message, by default of the bot's newest."""
        body = self.bot_messages[-1].body if message_id is None else self.message(message_id)
        rows = body.get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]

    def message(self, message_id: int) -> dict[str, object]:
        """The body of a message in the athlete's chat."""
        return self.telegram.chats[self.athlete.id].messages[message_id].body

    async def taps(self, label: str, message_id: int | None = None) -> None:
        """Tap a button by its label, on the bot's newest message unless another is named."""
        self.telegram.user_taps(self.athlete, message_id or self.bot_messages[-1].id, label)
        await self.settle()


def introduced(tx: Tx, athlete: Athlete, now: datetime) -> None:
    """Keep an athlete as the onboarding leaves them."""
    save_draft(tx, Draft(athlete, asking=False, finished_at=now), now)
    for best in athlete.one_rep_maxes:
        save_one_rep_max(tx, athlete.id, best)


def intermediate(**changes: object) -> Athlete:
    """A lifter for size, some months in: squat 140, bench 100, deadlift 180, a full gym, four days."""
    maxes = {"back_squat": 140, "bench_press": 100, "deadlift": 180}
    athlete = Athlete(
        id=0,
        chat_id=0,
        wish=Goal.HYPERTROPHY,
        level=Level.INTERMEDIATE,
        unit=Unit.KG,
        gear=Gear.FULL_GYM,
        days_per_week=4,
        health=Health.CLEAR,
        rack=Rack.standard(Unit.KG),
        one_rep_maxes=tuple(
            OneRepMax(name, Load.kg(load), Provenance.STATED, START) for name, load in maxes.items()
        ),
    )
    return replace(athlete, **changes)  # type: ignore[arg-type]


def beginner(**changes: object) -> Athlete:
    """Somebody new to lifting: no maxima, two days, foundation."""
    first = {
        "wish": Goal.FOUNDATION,
        "level": Level.BEGINNER,
        "days_per_week": 2,
        "can_squat": True,
        "one_rep_maxes": (),
        "foundation_since": START,
    }
    return intermediate(**{**first, **changes})


def as_left_out(heard: list[str], expected: list[str]) -> list[str]:
    """What was heard, shortened where `expected` leaves something out, as far as they agree."""
    told: list[str] = []
    place = 0
    for number, line in enumerate(expected):
        if line.strip() != LEFT_OUT:
            if place >= len(heard) or not _fits(heard[place], line):
                return told + heard[place:]
            told.append(line)
            place += 1
            continue
        following = expected[number + 1 :][:1]
        while place < len(heard) and not (following and _fits(heard[place], following[0])):
            place += 1
        told.append(line)
    return told + heard[place:]


def _fits(heard: str, line: str) -> bool:
    if line.endswith(LEFT_OUT) and not heard.endswith(LEFT_OUT):
        return heard.startswith(line.removesuffix(LEFT_OUT))
    return heard == line


@asynccontextmanager
async def open_stage(path: Path, *, pictures: bool = False) -> AsyncIterator[Stage]:
    """A stage over a new file, closed in the end; clean, or the test fails. Drawing takes its time."""
    stage = Stage(path / "spotter.db", pictures=pictures)
    await stage.open()
    try:
        yield stage
    finally:
        await stage.chat.close()
