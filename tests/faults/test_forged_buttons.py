"""Buttons nobody was given: another athlete's numbers, or noise. Nothing of that athlete is touched."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from bot.callbacks import Press, decode, encode, kinds
from bot.terminal.people import User
from core.model.data_map import DATA_MAP
from core.model.onboarding import Step
from core.units import Load, Unit
from tests.dialogs.stage import Stage, intermediate, open_stage

SEED = 20260302
CANARY = "secret wobble press"
NUMBERS = (0, 1, 2, 3, -1, 7, 99, 2**31, 2**63 - 1, 10**17, -(10**17))
SPELLED = ("8,8", "0", "999", "80000k6f", "99999999k999,0", "1k8/7", "20000k8@15,b999")
AT_ONCE = 20
PRESSES = 400  # with each of 25 seeds: 10,000


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    for name in ("BOT_TOKEN", "ADMIN_IDS", "ALLOWED_IDS"):
        monkeypatch.delenv(name, raising=False)
    async with open_stage(tmp_path) as stage:
        await stage.knows(intermediate())
        yield stage


async def trains(stage: Stage) -> list[str]:
    """Somebody else's life, as full as it gets; the data of every button they were ever shown."""
    for words in (f"{CANARY} 20x10", "[➕ Add it]", "[Push: chest]", "[Barbell]", "/finish"):
        await stage.hears(words)
    for words in ("/plan size", "[▶ Start]", "[Warm-up done]", "[✅ 80 kg × 10]"):
        await stage.hears(words)
    for words in ("/exercises bench", "/forget"):
        await stage.hears(words)
    rows = [
        row
        for message in stage.bot_messages
        for row in message.body.get("reply_markup", {}).get("inline_keyboard", [])
    ]
    sent = [call.params.get("reply_markup") or {} for call in stage.telegram.ledger]
    rows += [row for markup in sent if isinstance(markup, dict) for row in markup.get("inline_keyboard", [])]
    return sorted({button["callback_data"] for row in rows for button in row if "callback_data" in button})


def value(dice: random.Random, name: str, hint: Any) -> Any:
    """Something of a field's type, lawful or not."""
    options = get_args(hint) or (hint,)
    if type(None) in options and dice.random() < 0.2:
        return None
    real = next(option for option in options if option is not type(None))
    if real is bool:
        return dice.random() < 0.5
    if real is int:
        return dice.choice(NUMBERS)
    if real is Load:
        return Load(dice.choice(NUMBERS[:8]), dice.choice(list(Unit)))
    if issubclass(real, StrEnum):
        return dice.choice(list(real))
    if name == "sets":
        return dice.choice(SPELLED)
    return dice.choice(["bench_press", "own:1", "back_squat", "nothing", *(step.value for step in Step)])


def made(dice: random.Random, kind: type[Press]) -> str:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    try:
        return encode(kind(**{name: value(dice, name, hints[name]) for name in names}))
    except ValueError:  # too long for Telegram's 64 bytes: nobody could press it
        return made(dice, kind)


def forged(dice: random.Random, shown: list[str]) -> Iterator[str]:
    """What a forger may send: other people's buttons, made-up ones, old ones, noise."""
    while True:
        chosen = dice.random()
        if chosen < 0.35:
            yield dice.choice(shown)
        elif chosen < 0.75:
            yield made(dice, dice.choice(kinds()))
        elif chosen < 0.85:
            yield "0" + dice.choice(shown)[1:]
        else:
            yield "".join(chr(dice.randint(1, 0x24F)) for _ in range(dice.randint(1, 32)))


def rows_of(path: Path, athlete_id: int) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of an athlete."""
    found = {}
    with closing(sqlite3.connect(path)) as connection:
        for kept in DATA_MAP:
            if kept.erased_by is None or kept.table in ("inbox", "timer_end"):
                continue
            columns = " ".join(kept.columns.values()).split()
            # A private chat has its person's id.
            owner = next((name for name in ("athlete_id", "id", "chat_id") if name in columns), "id")
            theirs = f"{owner} = ?"
            if "athlete_id" not in columns and "workout_id" in columns:
                theirs = "workout_id in (select id from workout where athlete_id = ?)"
            query = f"select * from {kept.table} where {theirs}"  # noqa: S608  # our own names
            found[kept.table] = sorted(connection.execute(query, (athlete_id,)).fetchall(), key=repr)
    return found


async def forge(stage: Stage, seed: int) -> None:
    shown = await trains(stage)
    assert len([data for data in shown if decode(data) is not None]) > 30
    await stage.hears("+10m")  # their rest is over: from here on nothing of theirs moves by itself
    mallory = stage.telegram.add_user("Mallory")
    await stage.introduces(mallory, intermediate())
    stage.telegram.user_sends(mallory, "/plan")
    await stage.settle()
    before = rows_of(stage.path, stage.athlete.id)
    assert sum(map(len, before.values())) > 15
    dice, calls = random.Random(seed), len(stage.telegram.ledger)
    payloads = forged(dice, shown)
    for _ in range(PRESSES // AT_ONCE):
        for _ in range(AT_ONCE):
            stage.telegram.user_presses(mallory, await standing(stage, mallory, dice), next(payloads))
        await stage.settle()
    assert stage.telegram.unanswered() == []
    assert rows_of(stage.path, stage.athlete.id) == before
    told = [call for call in list(stage.telegram.ledger)[calls:] if call.method != "getUpdates"]
    assert [call for call in told if call.params.get("chat_id") == stage.athlete.id] == []
    assert [call for call in told if CANARY in str(call.params).lower()] == []
    assert not [call for call in told if "my fault" in str(call.params)]


async def standing(stage: Stage, user: User, dice: random.Random) -> int:
    """A message of one's own chat: a forger can press on nothing else. Forged answers may take all away."""
    if not stage.telegram.chats[user.id].messages:
        stage.telegram.user_sends(user, "/plan")
        await stage.settle()
    return dice.choice(list(stage.telegram.chats[user.id].messages))


async def test_forged_buttons_touch_nobody_else(stage: Stage) -> None:
    await forge(stage, SEED)


@pytest.mark.faults
@pytest.mark.parametrize("turn", range(1, 25))
async def test_ten_thousand_forged_buttons_touch_nobody_else(stage: Stage, turn: int) -> None:
    await forge(stage, SEED + turn)
