"""How long a look back takes, at a million sets of others: `python -m benchmarks.lookups`.

A year of training (150 workouts of 20 sets) is asked for `/progress`, `/volume`, `/history`, `/records` in a
file that holds 1,000,000 sets of 300 others. Measured is the whole answer but the drawing of its picture: the
hop to the reader's thread, every query, the rules, the words. The goal is p99 under 300 ms. Told beside it is
what of that the core was busy with, which says what a machine that others share would have answered in.
"""

from __future__ import annotations

import asyncio
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.views.history import bests as best_views
from bot.views.history import past_workouts as past_views
from bot.views.history import progress as progress_views
from core.coach.history import bests, looking_back, progress
from core.model.athlete import Athlete, Goal, Level
from core.model.onboarding import Draft
from core.model.session import Prescription, Session
from core.model.workout import LoggedSet, SetKind, WorkoutState
from core.store.athletes import save_draft
from core.store.frozen import write_session
from core.store.logged_sets import add_sets
from core.store.port import Tx
from core.store.sqlite import SqliteStore
from core.store.workouts import add_workout, end_workout
from core.units import Load, Unit

ME = 1
OTHERS, WORKOUTS, SETS = 300, 167, 20  # 1,002,000 sets
MINE = 150
RUNS = 100
MOST_MS = 300.0
NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
LIFTS = (
    "back_squat",
    "bench_press",
    "deadlift",
    "barbell_row",
    "overhead_press",
    "lat_pulldown",
    "split_squat",
)
A_DAY = 5  # exercises a workout, of four sets each

Question = tuple[Callable[..., Any], tuple[Any, ...], Callable[[Any], object]]
QUESTIONS: dict[str, Question] = {
    "/progress": (progress.progress_named, ("", NOW), progress_views.progress),
    "/progress bench": (progress.progress_named, ("bench", NOW), progress_views.progress),
    "/volume": (progress.week_volume, (NOW,), progress_views.volume),
    "/history": (looking_back.history_page, (0, NOW), past_views.history),
    "/history, oldest page": (looking_back.history_page, (10**4, NOW), past_views.history),
    "a workout of it": (looking_back.opened, (MINE, NOW), past_views.workout_card),
    "/records": (bests.records_named, ("",), best_views.record_list),
    "/records bench": (
        bests.records_named,
        ("bench",),
        lambda told: best_views.records_of(told, "spotter_bot"),
    ),
}


def session_of(number: int) -> Session:
    """Five exercises of four sets, other ones each day."""
    chosen = [LIFTS[(number + at) % len(LIFTS)] for at in range(A_DAY)]
    asked = tuple(Prescription(one, Goal.HYPERTROPHY, 4, 8, 90, Load.kg(80)) for one in chosen)
    return Session(Goal.HYPERTROPHY, "full_a", asked, 60)


def train_a_year(tx: Tx) -> None:
    """150 workouts in the year that ends today, as the bot itself writes them."""
    athlete = Athlete(id=ME, chat_id=ME, wish=Goal.HYPERTROPHY, level=Level.INTERMEDIATE, unit=Unit.KG)
    save_draft(tx, Draft(athlete, asking=False, finished_at=NOW), NOW)
    for number in range(MINE):
        at = NOW - timedelta(days=365 * (MINE - 1 - number) / MINE)
        train_once(tx, ME, number, at)


def train_once(tx: Tx, athlete_id: int, number: int, at: datetime) -> None:
    """One finished workout, five exercises of four sets each, as the bot itself writes it."""
    session = session_of(number)
    workout = add_workout(tx, athlete_id, athlete_id, session, at.date(), at)
    done = [
        LoggedSet(
            id=0,
            workout_id=workout.id,
            exercise_id=asked.exercise_id,
            exercise_index=place,
            set_number=nth,
            kind=SetKind.WORK,
            load=Load.kg(60 + number % 40),
            reps=5 + (number + nth) % 8,
            logged_at=at + timedelta(minutes=3 * (4 * place + nth)),
        )
        for place, asked in enumerate(session.prescriptions)
        for nth in range(1, 5)
    ]
    add_sets(tx, athlete_id, done)
    end_workout(tx, workout.id, WorkoutState.FINISHED, at + timedelta(hours=1))


def train_the_others(path: Path) -> int:
    """The rows of everybody else, written at once; how many sets they are."""
    first_day = date(2025, 3, 2)
    with closing(sqlite3.connect(path)) as connection, connection:
        for other in range(1000, 1000 + OTHERS):
            ids = [other * 1000 + number for number in range(WORKOUTS)]
            connection.executemany(
                "insert into workout (id, athlete_id, chat_id, session, state, opened_at, touched_at,"
                " trained_on, finished_at) values (?, ?, ?, ?, 'finished', ?, ?, ?, ?)",
                [
                    (workout_id, other, other, write_session(session_of(number)), at, at, day, at)
                    for number, workout_id in enumerate(ids)
                    for day in [(first_day + timedelta(days=2 * number)).isoformat()]
                    for at in [1_740_000_000_000 + number * 172_800_000]
                ],
            )
            connection.executemany(
                "insert into logged_set (id, workout_id, athlete_id, exercise_id, exercise_index, set_number,"
                " kind, load_g, unit, reps, measure, logged_at, line)"
                " values (?, ?, ?, ?, ?, ?, 'work', ?, 'kg', ?, 'reps', ?, 0)",
                [
                    (
                        workout_id * 100 + nth,
                        workout_id,
                        other,
                        LIFTS[(number + nth // 4) % len(LIFTS)],
                        nth // 4,
                        nth % 4 + 1,
                        60_000 + number * 100,
                        5 + nth % 8,
                        1_740_000_000_000 + number * 172_800_000 + nth * 180_000,
                    )
                    for number, workout_id in enumerate(ids)
                    for nth in range(SETS)
                ],
            )
        counted = connection.execute("select count(*) from logged_set where athlete_id <> ?", (ME,))
        return int(counted.fetchone()[0])


def answered(tx: Tx, question: Question) -> float:
    """One answer, in words; the milliseconds the core was busy with it."""
    use_case, values, view = question
    began = time.thread_time()
    assert view(use_case(tx, ME, *values))
    return (time.thread_time() - began) * 1000


async def asked(store: SqliteStore, question: Question) -> tuple[list[float], list[float]]:
    """Milliseconds of each answer to one question: as waited for, and of the core."""
    waited, busy = [], []
    for _ in range(RUNS):
        began = time.perf_counter()
        busy.append(await store.read(answered, question))
        waited.append((time.perf_counter() - began) * 1000)
    return waited, busy


def p50_p99(spent: list[float]) -> tuple[float, float]:
    return statistics.median(spent), statistics.quantiles(spent, n=100)[98]


async def measure(folder: Path) -> int:
    path = folder / "lookups.db"
    store = await SqliteStore.open(path, applied_now=lambda: NOW, durable=False)
    await store.run(train_a_year)
    await store.close()
    others = train_the_others(path)
    size_mb = path.stat().st_size / 1_000_000
    print(f"{MINE} workouts of {SETS} sets, beside {others:,} sets of {OTHERS} others ({size_mb:,.0f} MB)")
    store = await SqliteStore.open(path, applied_now=lambda: NOW, durable=False)
    worst = 0.0
    try:
        print(f"{'asked':<24}{'p50 ms':>9}{'p99 ms':>9}{'core p50':>10}{'core p99':>10}")
        for name, question in QUESTIONS.items():
            waited, busy = await asked(store, question)
            (p50, p99), (core_p50, core_p99) = p50_p99(waited), p50_p99(busy)
            print(f"{name:<24}{p50:>9.1f}{p99:>9.1f}{core_p50:>10.1f}{core_p99:>10.1f}", flush=True)
            worst = max(worst, p99)
    finally:
        await store.close()
    print(f"goal: p99 under {MOST_MS:g} ms: {'kept' if worst < MOST_MS else 'missed'}")
    return int(worst >= MOST_MS)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(measure(Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
