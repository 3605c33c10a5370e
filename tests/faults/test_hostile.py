"""A hundred thousand hostile updates: nothing is raised to anybody, nobody else's data is read or changed.

HOSTILE=5000 asks for fewer; the seed is printed. Strangers send every kind of message, forged and foreign
buttons, broken updates and huge texts, while one athlete's training lies in the database.
"""

from __future__ import annotations

import os
import random
import sqlite3
import string
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from telegram.constants import MessageType, UpdateType

from bot.callbacks.wire import kinds, short_word
from bot.routes import COMMANDS
from bot.terminal.message_kinds import KINDS
from bot.terminal.people import User
from bot.terminal.server import Telegram
from bot.terminal.world import Event, Seen
from core.store.sqlite import SqliteStore
from tests.dialogs.stage import intermediate, introduced
from tests.faults.conftest import TOKEN
from tests.faults.crowd import feed, slope_kb
from tests.faults.figures import Figures
from tests.faults.phone import Phone, labels
from tests.faults.process import BotProcess
from tests.faults.server import TelegramOverHttp

HOSTILE = int(os.environ.get("HOSTILE", "100000"))
SEED = int(os.environ.get("SEED", "20260302"))
STRANGERS = 400
MOST_KB = 4096  # a 100,000: the strangers' own rows and statistics still grow
CANARY = "Canarycurl"
TRACES = ("Traceback", "Error(", "Exception", ".py", "sqlite", "select ", CANARY)
SORRY = "Sorry, that didn't work"
LETTERS = string.printable + "éß漢字🏋️\u202e\u200d٣٤½²\x00"


class Strangers:
    """People who try whatever can be sent; `victim_buttons` are the data of another athlete's buttons."""

    def __init__(self, telegram: Telegram, people: int, seed: int, victim_buttons: list[str]) -> None:
        self.telegram, self.dice, self.victim_buttons = telegram, random.Random(seed), victim_buttons
        self.people = [telegram.add_user(f"Stranger {number}") for number in range(people)]
        self.ways: tuple[Callable[[User], object], ...] = (
            self.some_kind, self.forged, self.foreign, self.broken, self.huge, self.junk_text, self.command,
            self.tapped, self.odd_field, self.misshapen,
        )  # fmt: skip

    def happen(self, number: int) -> None:
        """One hostile update."""
        user = self.people[number % len(self.people)]
        self.ways[self.dice.randrange(len(self.ways))](user)

    def text(self, most: int) -> str:
        return "".join(self.dice.choice(LETTERS) for _ in range(self.dice.randint(1, most)))

    def say(self, user: User, text: str) -> None:
        if text.strip(" \n\t\x00\r\x0b\x0c"):
            self.telegram.user_sends_content(user, {"text": text})

    def some_kind(self, user: User) -> None:
        self.telegram.user_sends_kind(user, self.dice.choice(list(KINDS)))

    def odd_field(self, user: User) -> None:
        """A message of any kind there is, with nothing or nonsense in it."""
        kind = self.dice.choice(list(MessageType)).value
        self.telegram.user_sends_content(user, {kind: self.dice.choice([{}, [], "x", 0, None, [{}], True])})

    def misshapen(self, user: User) -> None:
        """Fields that are there and that handlers read, each of a type it never has."""
        odd = self.dice.choice(([], [1], {}, {"a": 1}, 7, 2**70, True, "x", 1e308))
        field = self.dice.choice(("text", "migrate_to_chat_id", "migrate_from_chat_id", "caption"))
        where = self.dice.choice(("message", "edited_message"))
        sent = {"message_id": self.dice.randint(1, 99), "date": 1_760_000_000, "edit_date": 1_760_000_001}
        chat = {"id": user.id, "type": "private", "first_name": "A"}
        body = {**sent, "chat": chat, "from": user.described(), "text": "8"}
        if self.dice.random() < 0.3:
            body["from"] = {**body["from"], self.dice.choice(("first_name", "language_code")): odd}
        self.telegram.updates.add_raw({where: body | {field: odd}})

    def forged(self, user: User) -> None:
        key = short_word(self.dice.choice(kinds()))
        numbers = [0, 1, 2, -1, 2**63, "x", "", self.dice.randint(0, 99)]
        parts = [key, *(str(self.dice.choice(numbers)) for _ in range(self.dice.randint(0, 6)))]
        self.press(user, self.dice.choice([":".join(parts), self.text(40), "\x00"]))

    def foreign(self, user: User) -> None:
        self.press(user, self.dice.choice(self.victim_buttons))

    def tapped(self, user: User) -> None:
        """A button that is really there."""
        shown = [
            button["callback_data"]
            for message in list(self.telegram.chats[user.id].messages.values())[-3:]
            for row in message.body.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
            if "callback_data" in button
        ]
        self.press(user, self.dice.choice(shown or [""]))

    def press(self, user: User, data: str) -> None:
        ids = list(self.telegram.chats[user.id].messages) or [1]
        self.telegram.user_presses(user, self.dice.choice([*ids[-3:], 999_999]), data[:64])

    def broken(self, user: User) -> None:
        kind = self.dice.choice(list(UpdateType)).value
        body: Any = self.dice.choice(
            [None, {}, [], "x", 7, {"id": 1}, {"message_id": -1}, {"from": user.described()}, nested(400)]
        )
        self.telegram.updates.add_raw({kind: body})

    def huge(self, user: User) -> None:
        texts = ["8" * 4096, "80x8 " * 800, "<b>" * 1300, "\n" * 4000 + "8", "🏋" * 2000]
        self.say(user, self.dice.choice(texts))

    def junk_text(self, user: User) -> None:
        self.say(user, self.text(120))

    def command(self, user: User) -> None:
        words = self.dice.choice(["", "1", "-1 x 5", "'; drop table athlete; --", "<b>", "canary", "a" * 300])
        self.telegram.user_sends(user, f"/{self.dice.choice([*COMMANDS, 'start', 'x'])} {words}")


def nested(depth: int) -> Any:
    body: Any = {}
    for _ in range(depth):
        body = {"a": body}
    return body


def rows_of(path: Path, athlete_id: int) -> dict[str, list[tuple[Any, ...]]]:
    """All that is kept of one athlete."""
    with closing(sqlite3.connect(path)) as connection:
        found = {}
        for (table,) in connection.execute("select name from sqlite_master where type = 'table'").fetchall():
            columns = [name for _, name, *_ in connection.execute(f"pragma table_info({table})")]
            if "athlete_id" in columns or table == "athlete":
                owner = "athlete_id" if "athlete_id" in columns else "id"
                query = f"select * from {table} where {owner} = ?"  # noqa: S608  # our own names
                found[table] = sorted(connection.execute(query, (athlete_id,)).fetchall(), key=repr)
        return found


async def victim_trains(bot_process: BotProcess) -> tuple[User, list[str]]:
    """An athlete with a profile, an exercise of their own and a workout behind them; all their buttons."""
    telegram = bot_process.http.telegram
    phone = Phone(telegram, telegram.add_user("Victim"))
    now = datetime.now(UTC)
    store = await SqliteStore.open(bot_process.database, applied_now=lambda: now)
    await store.run(introduced, intermediate(id=phone.user.id, chat_id=phone.user.id), now)
    await store.close()
    await bot_process.start()
    phone.say(f"/log {CANARY} 30x10")
    for label in ("➕ Add it", "Hinge", "Barbell"):
        await phone.until_button(label)
        await phone.until_answered(phone.tap(label))
    await phone.until_shown("30 kg × 10")
    await phone.finish()  # a rest of their own would still change something
    await phone.until_idle()
    buttons = [
        button["callback_data"]
        for message in phone.messages
        for row in message.body.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
    ]
    return phone.user, [*buttons, *(label for message in phone.messages for label in labels(message))]


async def attacked(bot_process: BotProcess, updates: int, people: int, figures: Figures) -> None:
    print(f"SEED={SEED}: {updates} hostile updates")  # noqa: T201
    telegram = bot_process.http.telegram
    bot_process.settings |= {"CLOCK_SPEED": "1", "LOG_LEVEL": "ERROR"}
    victim, buttons = await victim_trains(bot_process)
    before = rows_of(bot_process.database, victim.id)
    said: dict[int, int] = {}
    leaks: list[str] = []

    def look(event: Event) -> None:
        shown = (Seen.MESSAGE, Seen.EDITED, Seen.TOAST, Seen.ALERT)
        if event.seen not in shown or event.chat_id == victim.id:
            return
        message = telegram.chats[event.chat_id].messages.get(event.message_id or 0)
        by_bot = message is not None and message.sender_id == telegram.me.id
        text = event.text or (str(message.body.get("text", "")) if message and by_bot else "")
        said[event.chat_id] = said.get(event.chat_id, 0) + (SORRY in text)
        leaks.extend(trace for trace in TRACES if trace in text)

    telegram.watch(look)
    strangers = Strangers(telegram, people, SEED, buttons)
    samples = await feed(bot_process, updates, strangers.happen)
    assert await bot_process.terminate() == 0
    slope = slope_kb(samples)
    warm = samples[len(samples) // 3]
    figures(
        "hostile", updates=updates, apologies=sum(said.values()), leaks=len(leaks),
        rss_mb=f"{warm.rss_kb / 1024:.1f} → {samples[-1].rss_kb / 1024:.1f}",
        slope_kb_per_100000=round(slope), files=f"{warm.files} → {samples[-1].files}",
    )  # fmt: skip
    assert leaks == []
    assert sum(said.values()) == 0, "nothing that can be sent is our fault"
    assert bot_process.output == "", "what can be sent is no error of ours either"
    if updates >= 50_000:
        assert slope < MOST_KB
    assert rows_of(bot_process.database, victim.id) == before


@pytest.fixture
async def hostile_process(tmp_path: Path) -> Any:
    telegram = Telegram(lambda: datetime.now(UTC), token=TOKEN, ledger_limit=2_000)
    async with TelegramOverHttp(telegram) as http:
        bot_process = BotProcess(http, tmp_path)
        yield bot_process
        await bot_process.close()
        assert bot_process.leaks(TOKEN) == []


async def test_some_hostile_updates_hurt_nobody(hostile_process: BotProcess, figures: Figures) -> None:
    await attacked(hostile_process, 300, 30, figures)


@pytest.mark.faults
async def test_many_hostile_updates_hurt_nobody(hostile_process: BotProcess, figures: Figures) -> None:
    await attacked(hostile_process, HOSTILE, STRANGERS, figures)
