"""How long one plan takes from a year of history, on one core: `python -m benchmarks.plan_speed`.

The goal is under 1 ms of the core at the median, with all it needs of maxima: they are kept when a workout
ends, and read for a plan (`core/coach/knowing.py`). The year is trained by the planner itself, three to six
times a week. Told beside it: what folding the maxima from that year takes, which a workout's end pays once.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from core.catalogue import catalogue
from core.coach import knowing
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance, Rack
from core.model.history import History, PastWorkout
from core.model.session import Session
from core.model.workout import Comfort, LoggedSet, PastExercise, SetKind
from core.store.port import Tx
from core.store.sqlite import SqliteStore
from core.training.past.learning import informed
from core.training.session.planner import plan_session
from core.units import Load, Unit

TODAY = date(2026, 11, 24)
RUNS, FOLDS = 400, 40
MOST_MS = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    """One sort of athlete; `gap` is the days between two workouts."""

    name: str
    level: Level
    goal: Goal
    gear: Gear
    days: int
    gap: int


CASES = (
    Case("foundation, machines", Level.BEGINNER, Goal.FOUNDATION, Gear.MACHINES, 3, 2),
    Case("size, full gym, 4 days", Level.INTERMEDIATE, Goal.HYPERTROPHY, Gear.FULL_GYM, 4, 2),
    Case("size, full gym, 6 days", Level.EXPERIENCED, Goal.HYPERTROPHY, Gear.FULL_GYM, 6, 1),
    Case("strength, barbell", Level.EXPERIENCED, Goal.STRENGTH, Gear.BARBELL, 4, 2),
    Case("size, body alone", Level.INTERMEDIATE, Goal.HYPERTROPHY, Gear.BODYWEIGHT, 3, 2),
)


def athlete_of(case: Case) -> Athlete:
    known = datetime(2026, 11, 1, tzinfo=UTC)
    lifts = {"back_squat": 140, "bench_press": 100, "deadlift": 180, "overhead_press": 60, "barbell_row": 90}
    return Athlete(
        id=1,
        chat_id=1,
        wish=case.goal,
        level=case.level,
        unit=Unit.KG,
        gear=case.gear,
        days_per_week=case.days,
        health=Health.CLEAR,
        bodyweight_g=80_000,
        rack=Rack.standard(Unit.KG),
        one_rep_maxes=tuple(
            OneRepMax(name, Load.kg(load), Provenance.STATED, known) for name, load in lifts.items()
        ),
    )


def done(session: Session, on: date, number: int) -> PastWorkout:
    """The session as it was lifted: every third time a rep short, comfort told."""
    at = datetime(on.year, on.month, on.day, 18, tzinfo=UTC)
    exercises = []
    for asked in session.prescriptions:
        load = asked.load or (asked.loads_offered[2] if asked.loads_offered else None)
        sets = tuple(
            LoggedSet(
                id=0,
                workout_id=number,
                exercise_id=asked.exercise_id,
                exercise_index=0,
                set_number=nth,
                kind=SetKind.WORK,
                load=load,
                reps=max(1, asked.reps - (number % 3 == 0)),
                logged_at=at,
                comfort=Comfort.RIGHT if nth == asked.sets else None,
                measure=asked.measure,
            )
            for nth in range(1, asked.sets + 1)
        )
        exercises.append(
            PastExercise(
                exercise_id=asked.exercise_id,
                goal=asked.goal,
                trained_on=on,
                sets=sets,
                asked_sets=asked.sets,
                asked_reps=asked.reps,
                asked_load=asked.load,
                rung=asked.rung,
            )
        )
    return PastWorkout(on, session.goal, session.day, tuple(exercises))


def a_year(case: Case, athlete: Athlete) -> History:
    workouts: list[PastWorkout] = []
    on = TODAY - timedelta(days=364)
    while on < TODAY:
        history = History.of(workouts)
        session = plan_session(athlete, case.goal, history, catalogue(), on)
        workouts.append(done(session, on, len(workouts)))
        on += timedelta(days=case.gap)
    return History.of(workouts)


def timed_reads(tx: Tx, athlete: Athlete, history: History) -> list[float]:
    """Milliseconds of each look at the kept maxima."""
    spent = []
    for _ in range(FOLDS):
        began = time.thread_time()
        known = knowing.informed(tx, athlete, history, catalogue())
        spent.append((time.thread_time() - began) * 1000)
        assert known.one_rep_maxes
    return spent


async def read_kept(athlete: Athlete, history: History) -> list[float]:
    """What reading kept maxima takes in a real store."""
    with tempfile.TemporaryDirectory() as folder:
        store = await SqliteStore.open(
            Path(folder) / "speed.db", applied_now=lambda: datetime(2026, 11, 24, tzinfo=UTC), durable=False
        )
        try:
            await store.run(knowing.learned, athlete, history, catalogue())
            return await store.read(timed_reads, athlete, history)
        finally:
            await store.close()


def measured(case: Case) -> tuple[Sequence[float], Sequence[float], Sequence[float], History]:
    """Milliseconds of each plan, each read and each fold, and the history they were made from."""
    athlete = athlete_of(case)
    history = a_year(case, athlete)
    read = asyncio.run(read_kept(athlete, history))
    spent, folded, known = [], [], athlete
    for _ in range(FOLDS):
        began = time.thread_time()
        known = informed(athlete, history, catalogue())
        folded.append((time.thread_time() - began) * 1000)
    for run in range(RUNS):
        # another day and another plan each time: nothing may answer from a cache of whole plans
        today, change = TODAY + timedelta(days=run % 7), run % 3
        began = time.thread_time()
        session = plan_session(known, case.goal, history, catalogue(), today, change=change)
        spent.append((time.thread_time() - began) * 1000)
        assert session.prescriptions
    return spent, read, folded, history


def main() -> int:
    slow = False
    print(f"{'case':<26}{'workouts':>9}{'sets':>7}{'median ms':>11}{'p99 ms':>9}{'kept ms':>9}{'fold ms':>9}")
    for case in CASES:
        spent, read, folded, history = measured(case)
        sets = sum(len(past.sets) for workout in history.workouts for past in workout.exercises)
        median, p99 = statistics.median(spent), statistics.quantiles(spent, n=100)[98]
        print(
            f"{case.name:<26}{len(history.workouts):>9}{sets:>7}{median:>11.3f}{p99:>9.3f}"
            f"{statistics.median(read):>9.3f}{statistics.median(folded):>9.3f}"
        )
        slow = slow or median + statistics.median(read) > MOST_MS
    print(f"goal: median plan and kept maxima together under {MOST_MS:g} ms: {'missed' if slow else 'kept'}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
