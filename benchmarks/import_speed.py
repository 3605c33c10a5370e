"""Fifty thousand rows of another app's log taken in while others log: `python -m benchmarks.import_speed`.

The goal: under 20 s from the bytes to the visible log, memory within +50 MB, and the sets of others
undisturbed. Fifty athletes log one every 50 ms, before, during the import and while it is taken back, each in
one transaction. How long the import keeps the one writer busy at a time is told in time of a core, which
nobody else lengthens.
"""

from __future__ import annotations

import asyncio
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from benchmarks.plan_speed import CASES, athlete_of
from bot.importing.desk import ReadingDesk, pieces
from bot.importing.wire import Ask
from core.coach.data import importing
from core.coach.words.talk import Message
from core.coach.words.wording import take_words
from core.imports import Told
from core.model.importing import Import, Shown, Summary
from core.model.onboarding import Draft
from core.store.athletes import save_draft
from core.store.port import Tx
from core.store.sqlite import SqliteStore

ROWS, SETS_A_WORKOUT, OTHERS = 50_000, 20, 50
NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
MOST_S, MOST_MB = 20.0, 50.0
FEWEST_BEFORE, EVERY_S = 60, 0.05
P = ParamSpec("P")
R = TypeVar("R")
LIFTS = ("Bench Press (Barbell)", "Squat (Barbell)", "Deadlift (Barbell)", "Overhead Press (Barbell)")


def a_log() -> bytes:
    """A log in Strong's newest form: 2,500 workouts of twenty sets, one each day."""
    heading = "Date;Workout Name;Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes"
    rows = [heading]
    for number in range(ROWS):
        workout, place = divmod(number, SETS_A_WORKOUT)
        day = NOW - timedelta(days=ROWS // SETS_A_WORKOUT - workout)
        lift = LIFTS[place // 5]
        weight = 60 + workout % 40 + place
        rows.append(f"{day:%Y-%m-%d %H:%M:%S};Full;{lift};{place % 5 + 1};{weight};8;8,5;;;")
    return "\n".join(rows).encode()


def introduced(tx: Tx, athlete_id: int) -> None:
    athlete = replace(athlete_of(CASES[1]), id=athlete_id, chat_id=athlete_id, one_rep_maxes=())
    save_draft(tx, Draft(athlete, asking=False, finished_at=NOW), NOW)


@dataclass
class Others:
    """Everybody else, logging; `took_ms` is what each set took from the asking to the kept row."""

    store: SqliteStore
    took_ms: list[float]
    number: int = 0
    enough: asyncio.Event = field(default_factory=asyncio.Event)

    async def log(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            self.number += 1
            who = 2 + self.number % OTHERS
            text = "squat 100x5" if self.number <= OTHERS else "100x5"
            began = time.perf_counter()
            await self.store.run(take_words, who, Message(text, who, self.number), NOW)
            self.took_ms.append((time.perf_counter() - began) * 1e3)
            if self.number == OTHERS + FEWEST_BEFORE:
                self.enough.set()
            try:
                await asyncio.wait_for(stop.wait(), EVERY_S)
            except TimeoutError:
                continue


@dataclass
class Busy:
    """Runs what an import asks of the store; `ms` are a core's milliseconds of each transaction."""

    store: SqliteStore
    ms: dict[str, list[float]]

    async def run(self, use_case: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        def timed(tx: Tx) -> R:
            began = time.thread_time()
            try:
                return use_case(tx, *args, **kwargs)
            finally:
                self.ms.setdefault(use_case.__name__, []).append((time.thread_time() - began) * 1e3)

        return await self.store.run(timed)


async def taken_in(store: Busy, content: bytes) -> Shown:
    """What the handlers do, with no phone around it."""
    told, bodies = await ReadingDesk().read(Ask(Told(), NOW.date()), content)
    assert isinstance(told, Summary)
    begun = await store.run(importing.begin, 1, "file", told, NOW)
    assert isinstance(begun, Import)
    for first, some in pieces(bodies):
        await store.run(importing.keep_read, 1, begun.id, first, some)
    await store.run(importing.begin_staging, 1, begun.id, NOW)
    place: int | None = 0
    while place is not None:
        place = await store.run(importing.stage_some, 1, begun.id, place)
    shown = await store.run(importing.show, 1, begun.id, NOW)
    while await store.run(importing.sweep, 1, begun.id):
        pass
    assert isinstance(shown, Shown)
    return shown


async def taken_back(store: Busy) -> None:
    """What the handler does at an undo."""
    assert isinstance(await store.run(importing.undo, 1, 1, NOW), Shown)
    while await store.run(importing.sweep, 1, 1):
        pass


async def measured(folder: Path) -> bool:
    store = await SqliteStore.open(folder / "spotter.db", applied_now=lambda: NOW)
    for athlete_id in range(1, OTHERS + 2):
        await store.run(introduced, athlete_id)
    content, stop, others = a_log(), asyncio.Event(), Others(store, [])
    logging = asyncio.create_task(others.log(stop))
    await others.enough.wait()
    before, others.took_ms = others.took_ms[OTHERS:], []
    memory, began = _memory_mb(), time.perf_counter()
    busy = Busy(store, {})
    shown = await taken_in(busy, content)
    took_s, grown = time.perf_counter() - began, _memory_mb() - memory
    during, others.took_ms = others.took_ms, []
    await taken_back(busy)
    stop.set()
    await logging
    await store.close()
    print(f"{shown.sets:,} sets of {shown.workouts:,} workouts in {took_s:.1f} s; memory +{grown:.0f} MB")
    for when, took in (("before", before), ("during", during), ("while it is taken back", others.took_ms)):
        print(f"a set of others' {when}: {p95(took):.1f} ms at p95, {max(took):.1f} ms at most")
    print("milliseconds of a core that one transaction kept busy:")
    for name, ms in busy.ms.items():
        print(f"  {name:<14}{len(ms):>6} times{statistics.median(ms):>7.1f} p50{max(ms):>7.1f} at most")
    return shown.sets == ROWS and took_s < MOST_S and grown < MOST_MB


def p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20, method="inclusive")[-1]


def _memory_mb() -> float:
    """The most this process has held so far; the process that reads files is another one."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as _folder:
        sys.exit(0 if asyncio.run(measured(Path(_folder))) else 1)
