"""Whether pictures slow logging, and how long five years take to draw: `python -m benchmarks.picture_load`.

Rounds alternate: in every second one fifty others ask `/progress` while a hundred athletes log a set each by
tap. Each asks for another exercise than before, so that every picture is drawn anew. The goals: p95 of a
logged set at most 1.2 times what it is without, and a picture of five years of training in under a second.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.lookups import LIFTS, train_once
from benchmarks.tap_latency import Gym, TimedTelegram, introduce
from bot.charts.drawing import draw
from bot.charts.studio import Studio
from bot.terminal.people import User
from bot.views.history.progress import progress as progress_view
from core.coach.history.progress import progress_named
from core.model.progress import Progress
from core.store.port import Tx
from core.store.sqlite import SqliteStore
from tests.faults.process import BotProcess
from tests.faults.server import TelegramOverHttp

ASKERS, ROUND_S, PAIRS = 50, 5.0, 4
MOST_TIMES, MOST_DRAW_S = 1.2, 1.0
FIVE_YEARS = 780  # workouts, three a week
DRAWN_WITHIN_S = 60.0


def train(tx: Tx, user_id: int, workouts: int, now: datetime) -> None:
    """So many workouts up to yesterday, one every 56 hours, five exercises of four sets each."""
    introduce(tx, user_id, now)
    for number in range(workouts):
        at = now - timedelta(hours=56 * (workouts - number))
        train_once(tx, user_id, number, at)


def pictures_of(telegram: TimedTelegram, askers: list[User]) -> int:
    """How many pictures stand in the chats of those who ask."""
    chats = (telegram.chats[user.id].messages.values() for user in askers)
    return sum("photo" in message.body for messages in chats for message in messages)


async def logging(folder: Path) -> tuple[list[float], list[float], int]:
    """Milliseconds of sets logged without and with pictures, sorted; how many pictures were drawn."""
    telegram = TimedTelegram()
    gym = Gym(telegram, ROUND_S)
    askers = [telegram.add_user(f"Looker {number}") for number in range(ASKERS)]
    async with TelegramOverHttp(telegram) as http:
        bot = BotProcess(http, folder, CLOCK_SPEED="1", LOG_LEVEL="WARNING", PICTURES="true")
        store = await SqliteStore.open(bot.database, applied_now=telegram.now)
        for user in gym.athletes:
            await store.run(introduce, user.id, telegram.now())
        for user in askers:
            await store.run(train, user.id, 30, telegram.now())
        await store.close()
        await bot.start()
        try:
            await gym.begin()
            await gym.lift()
            alone: list[float] = []
            beside: list[float] = []
            for pair in range(PAIRS):
                alone += [timing.ms for timing in await gym.lift()]
                for user in askers:
                    telegram.user_sends(user, f"/progress {LIFTS[pair].replace('_', ' ')}")
                beside += [timing.ms for timing in await gym.lift()]
                wanted = ASKERS * (pair + 1)
                await telegram.until(lambda: pictures_of(telegram, askers) >= wanted, DRAWN_WITHIN_S)  # noqa: B023
        finally:
            await bot.close()
    return sorted(alone), sorted(beside), pictures_of(telegram, askers)


async def drawing(folder: Path) -> tuple[float, float]:
    """Seconds from the question to the picture of five years: as waited for, and what cores were busy with.

    The drawing process is awake; the second says what a machine that others share would have taken.
    """
    now = datetime.now(UTC)
    store = await SqliteStore.open(folder / "years.db", applied_now=lambda: now, durable=False)
    studio = Studio()
    took, busy = [], []
    try:
        await store.run(train, 1, FIVE_YEARS, now)
        for _ in range(6):
            began = time.perf_counter()
            told = await store.read(progress_named, 1, "bench press", now)
            assert isinstance(told, Progress)
            assert (await studio.draw(progress_view(told).picture)).startswith(b"\x89PNG")
            took.append(time.perf_counter() - began)
            busy.append(await store.read(asked_s, now) + drawn_s(told))
    finally:
        await studio.close()
        await store.close()
    return max(took[1:]), max(busy[1:])  # the first one waits for the process and matplotlib


def asked_s(tx: Tx, now: datetime) -> float:
    """Seconds that a core was busy with the question."""
    began = time.thread_time()
    progress_named(tx, 1, "bench press", now)
    return time.thread_time() - began


def drawn_s(told: Progress) -> float:
    """Seconds that a core was busy with the picture."""
    began = time.process_time()
    draw(progress_view(told).picture)
    return time.process_time() - began


def at(part: float, spent: list[float]) -> float:
    return spent[int(len(spent) * part)]


def main() -> int:
    """Print both; 1 where a goal is missed."""
    busy = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="spotter-") as folder:
        waited_s, busy_s = asyncio.run(drawing(Path(folder)))
        alone, beside, pictures = asyncio.run(logging(Path(folder)))
    times = at(0.95, beside) / at(0.95, alone)
    for name, spent in (("without pictures", alone), (f"while {ASKERS} ask for one", beside)):
        print(f"{name}: {len(spent)} sets, p50 {at(0.5, spent):.1f} ms, p95 {at(0.95, spent):.1f} ms")
    print(f"{pictures} pictures drawn; p95 is {times:.2f} times what it is without (goal {MOST_TIMES:g})")
    print(f"five years of training drawn in {waited_s:.2f} s at most (goal {MOST_DRAW_S:g})")
    print(f"of that cores were busy for {busy_s:.2f} s")
    print(f"the load before was {busy:.1f} on {os.cpu_count()} cores")
    return int(times > MOST_TIMES or waited_s >= MOST_DRAW_S)


if __name__ == "__main__":
    sys.exit(main())
