"""Updates in any order, some of them twice, end in the same database as in order.

What is compared is what was done: every set with its load and reps, every workout's state, how each rest's
timer ended up. Not what an order decides by itself: ids, moments, and the target that a set was held against
(it follows the sets before it). SHUFFLED=2000 asks for fewer updates; the seed is printed.
"""

from __future__ import annotations

import copy
import os
import random
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.callbacks import LogSet, decode, encode
from bot.terminal.people import User
from bot.terminal.wire import Json
from core.model.workout import Workout
from core.store.workouts import newest_workout
from core.units import Load
from tests.dialogs.stage import Stage, intermediate, open_stage
from tests.faults.figures import Figures

SHUFFLED = int(os.environ.get("SHUFFLED", "10000"))
SEED = int(os.environ.get("SEED", "20260302"))
REPEATS = 0.3
COMPARED = {
    "sets": "select athlete_id, workout_id, exercise_index, set_number, exercise_id, kind, load_g, reps,"
    " measure, rir_tenths, comfort, undone_at is null from logged_set",
    "workouts": "select id, athlete_id, state from workout",
    "standing": "select athlete_id, kind from timer where state in ('armed', 'ringing')"
    " and kind <> 'overview'",
}


async def begun(stage: Stage, people: int) -> list[tuple[User, Workout]]:
    """So many athletes stand before their first set."""
    telegram, found = stage.telegram, []
    for number in range(people):
        user = telegram.add_user(f"Lifter {number}", user_id=5_000 + number)
        await stage.introduces(user, intermediate())
        telegram.user_sends(user, "/plan")
        await stage.settle()
        plan = list(telegram.chats[user.id].messages.values())[-1]
        telegram.user_taps(user, plan.id, "▶ Start")
        await stage.settle()
        workout = await stage.read(newest_workout, user.id)
        assert workout is not None
        found.append((user, workout))
    return found


def updates_of(stage: Stage, user: User, workout: Workout) -> list[Json]:
    """A whole workout: its first set typed as a reply to its card, then a tap for each other set."""
    chat = stage.telegram.chats[user.id]
    card = next(message for message in reversed(chat.messages.values()) if _first_button(message.body))
    queue = stage.telegram.updates
    before = len(queue)
    stage.telegram.user_sends(user, "80 kg x 9", card.id)
    for index, asked in enumerate(workout.session.prescriptions):
        for number in range(1, asked.sets + 1):
            if (index, number) != (0, 1):
                load = asked.load or Load.kg(20 + number)
                its_card = 1_000_000 + 10_000 * workout.id + 100 * index + number
                press = LogSet(workout.id, index, number, load, 8 + number)
                stage.telegram.user_presses(user, its_card, encode(press))
    return [copy.deepcopy(update) for update in queue.pending()[before:]]


def _first_button(body: Json) -> bool:
    rows = body.get("reply_markup", {}).get("inline_keyboard", [])
    return any(isinstance(decode(button.get("callback_data", "")), LogSet) for row in rows for button in row)


def shuffled(updates: list[Json], dice: random.Random) -> list[Json]:
    """In any order, and 30 % of them twice: half under their own id, half as another update."""
    repeats = []
    for update in dice.sample(updates, int(REPEATS * len(updates))):
        again = copy.deepcopy(update)
        if "message" in again and dice.random() < 0.5:
            again["update_id"] += 50_000_000
        repeats.append(again)
    mixed = [*updates, *repeats]
    dice.shuffle(mixed)
    return mixed


def compared(path: Path) -> dict[str, Counter[tuple[Any, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {name: Counter(connection.execute(sql).fetchall()) for name, sql in COMPARED.items()}


async def ends(folder: Path, people: int, dice: random.Random | None) -> tuple[int, dict[str, Any]]:
    """Play all in order, or (`dice`) shuffled; how many updates there were, and what stands in the end."""
    folder.mkdir()  # noqa: ASYNC240
    async with open_stage(folder) as stage:
        lifters = await begun(stage, people)
        queue = stage.telegram.updates
        updates = [update for user, workout in lifters for update in updates_of(stage, user, workout)]
        queue.clear()
        given = updates if dice is None else shuffled(updates, dice)
        for start in range(0, len(given), 500):
            for update in given[start : start + 500]:
                queue.add_raw(update)
            await stage.settle()
        assert stage.telegram.unanswered() == []
    return len(given), compared(folder / "spotter.db")


async def same_in_any_order(folder: Path, people: int, seed: int) -> int:
    print(f"SEED={seed}: {people} people")  # noqa: T201
    _, ordered = await ends(folder / "ordered", people, None)
    count, mixed = await ends(folder / "mixed", people, random.Random(seed))
    assert sum(ordered["sets"].values()) > 10 * people
    for name, rows in ordered.items():
        assert mixed[name] == rows, name
    return count


async def test_some_updates_in_any_order_end_the_same(tmp_path: Path) -> None:
    await same_in_any_order(tmp_path, 6, SEED)


@pytest.mark.faults
async def test_many_updates_in_any_order_end_the_same(tmp_path: Path, figures: Figures) -> None:
    people = max(SHUFFLED // 20, 1)
    figures("shuffled", updates=await same_in_any_order(tmp_path, people, SEED))
