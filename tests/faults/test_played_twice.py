"""Every update played twice writes once: under its own id, after a kill before its answer, under a new id.

A walk through the bot presses the kinds of buttons it has pressed least, and types what people type. After
each update the database is compared with what it was before the update came again. On the way every timer
ever armed is accounted for: standing, rung, or cancelled for a reason.
"""

from __future__ import annotations

import copy
import json
import random
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.callbacks import Press, decode
from bot.routes import BUTTONS
from bot.terminal.people import Message
from core.store import timers
from tests.dialogs.stage import Stage, intermediate, open_stage
from tests.faults.figures import Figures

SEED = 20260302
PHRASES = (
    "8", "80 kg x 8", "8 8 7", "same", "skip", "+2.5", "/undo", "/rest 90", "/log squat 100x5", "/weight 81",
    "/exercises bench", "jeffersn curl 30x10", "it hurts", "rack is taken", "/plan strength", "hello",
    "/finish", "/plan", "later", "/rest off", "pause 60", "/help", "/start",
)  # fmt: skip
ITS_OWN_BOOKS = {"inbox", "setting", "migration"}
SHOWN = {"card", "workout_message"}
"""Which message shows what: an answer that is given again may be a new message, and is then remembered."""
SHOWN_COLUMNS = {"card_chat_id", "card_message_id", "card_exercise_index", "card_set_number", "touched_at"}
QUESTIONS = {("onboarding", "message_id"), ("awaited_words", "message_id")}

Rows = dict[str, Counter[tuple[Any, ...]]]


def dump(path: Path) -> Rows:
    """All that is kept of athletes: each table's rows, without what only says which message shows it."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("select name from sqlite_master where type = 'table'")
        tables = [name for (name,) in found]
        rows: Rows = {}
        for table in sorted(set(tables) - ITS_OWN_BOOKS - SHOWN):
            columns = [column for _, column, *_ in connection.execute(f"pragma table_info({table})")]
            kept = [name for name in columns if name not in SHOWN_COLUMNS and (table, name) not in QUESTIONS]
            found = connection.execute(f"select {', '.join(kept)} from {table}")  # noqa: S608  # our own names
            rows[table] = Counter(found.fetchall())
        rows["sequence"] = Counter({row: 1 for row in rows["sequence"] if row[0] != "inbox"})
    return rows


def differences(before: Rows, after: Rows) -> dict[str, list[tuple[Any, ...]]]:
    """What came or went, by table."""
    return {
        table: [*(after[table] - before[table]), *(before[table] - after[table])]
        for table in before
        if before[table] != after[table]
    }


class Walk:
    """One athlete who tries everything; `seen` is how often each kind of button and command was used."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.stage, self.dice = stage, random.Random(seed)
        self.seen = Counter[str]()
        self.updates: list[dict[str, Any]] = []
        self.reasons: set[str] = set()
        self.listen()

    def listen(self) -> None:
        """Keep every update that is queued from now on."""
        queue = self.stage.telegram.updates
        add = queue.add_raw

        def add_and_keep(update: dict[str, Any]) -> None:
            add(update)
            self.updates.append(copy.deepcopy(update))

        queue.add_raw = add_and_keep  # type: ignore[method-assign]

    async def step(self) -> str:
        """Do one thing; what it was."""
        pressable = self.pressable()
        if pressable and self.dice.random() < 0.75:
            message, label, kind = min(pressable, key=lambda found: (self.seen[found[2]], self.dice.random()))
            self.seen[kind] += 1
            self.stage.telegram.user_taps(self.stage.athlete, message.id, label)
            done = f"[{label}] {kind}"
        else:
            done = self.dice.choice(PHRASES)
            self.seen[done.split()[0].removeprefix("/")] += 1
            self.stage.telegram.user_sends(self.stage.athlete, done)
        await self.stage.settle()
        return done

    def pressable(self) -> list[tuple[Message, str, str]]:
        """The buttons of the newest messages: message, label, kind."""
        found = []
        for message in self.stage.bot_messages[-4:]:
            for row in message.body.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    press = decode(button.get("callback_data", ""))
                    if isinstance(press, Press):
                        found.append((message, button["text"], type(press).__name__))
        return found


async def comes_again(walk: Walk) -> None:
    """The same update under its own id, as after a lost acknowledgement."""
    walk.stage.telegram.updates.add_raw(copy.deepcopy(walk.updates[-1]))
    walk.updates.pop()
    await walk.stage.settle()


async def is_answered_again(walk: Walk) -> None:
    """As after a kill between the commit and the answer: the next process finds the update *applied*."""
    update = walk.updates[-1]
    stage = walk.stage
    telegram, athlete = stage.telegram, stage.athlete
    await stage.chat.close()
    with closing(sqlite3.connect(stage.path)) as connection, connection:
        connection.execute(
            "update inbox set state = 'applied', body = ? where update_id = ? and state = 'done'",
            (json.dumps(update), update["update_id"]),
        )
    stage.chat = await type(stage.chat).connect(
        telegram, athlete, stage.path, stage.clock, walk.stage.room.settings, durable=False
    )
    await stage.settle()


async def comes_under_a_new_id(walk: Walk) -> None:
    """The same message again, which Telegram gave another update id."""
    update = copy.deepcopy(walk.updates[-1])
    if "message" not in update:
        return
    del update["update_id"]
    walk.stage.telegram.updates.add_raw(update)
    walk.updates.pop()
    await walk.stage.settle()


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    for name in ("BOT_TOKEN", "ADMIN_IDS", "ALLOWED_IDS", "CLOCK_SPEED", "LOG_LEVEL", "PROXY_URL"):
        monkeypatch.delenv(name, raising=False)
    async with open_stage(tmp_path) as stage:
        await stage.knows(intermediate())
        yield stage


async def walked(stage: Stage, seed: int, steps: int) -> tuple[Walk, list[str]]:
    """Walk, and play each update again in all three ways; what was written twice."""
    print(f"SEED={seed}: {steps} steps")  # noqa: T201
    walk, wrong = Walk(stage, seed), []
    for _ in range(steps):
        done = await walk.step()
        for again in (comes_again, is_answered_again, comes_under_a_new_id):
            before = dump(stage.path)
            await again(walk)
            changed = differences(before, dump(stage.path))
            if changed:
                wrong.append(f"{done}: {again.__name__}: {changed}")
        if walk.dice.random() < 0.2:
            await stage.advance(timedelta(seconds=walk.dice.choice((5, 60, 200, 4000, 15_000))))
        kept = await stage.read(timers.accounts)
        assert kept.armed == kept.standing + kept.rung + sum(kept.cancelled.values()), f"after {done}"
        assert "" not in kept.cancelled, "a timer was cancelled for no reason"
    walk.reasons = set((await stage.read(timers.accounts)).cancelled)
    return walk, wrong


async def test_some_updates_played_twice_write_once(stage: Stage) -> None:
    _, wrong = await walked(stage, SEED, 40)
    assert not wrong, "\n".join(wrong)


@pytest.mark.faults
@pytest.mark.parametrize("seed", range(SEED, SEED + 4))
async def test_every_update_played_twice_writes_once(stage: Stage, figures: Figures, seed: int) -> None:
    walk, wrong = await walked(stage, seed, 250)
    kinds = {kind.__name__ for kind in BUTTONS}
    pressed = f"{len(kinds & set(walk.seen))} of {len(kinds)}"
    figures("played twice", updates=len(walk.updates), kinds_of_buttons=pressed)
    assert {"rearmed", "workout_over"} <= walk.reasons, "timers ended on the way, each for its reason"
    assert not wrong, "\n".join(wrong)
