"""One athlete in one workout, over the real store: what the handlers ask of core, without a chat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from core.coach.plans import planning
from core.coach.words.talk import Message
from core.coach.workout import lifting, starting
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance, Rack
from core.model.feeling import Begun
from core.model.onboarding import Draft
from core.model.outcomes import Planned, SetLogged
from core.model.workout import Entry, Slot, Workout
from core.store import timers
from core.store.athletes import load_athlete, save_draft, save_one_rep_max
from core.store.plans import plan_of
from core.store.port import Source, Tx
from core.store.sqlite import SqliteStore
from core.store.workouts import aches, newest_workout
from core.units import Load, Unit
from tests.blank import blank

ME, OTHER = 71, 72
START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
BENCH = Entry(Load.kg(80), 10)


@dataclass
class Gym:
    """`does` handles a new update, `does_again` the very same one once more."""

    store: SqliteStore
    now: datetime = START
    updates: int = field(default=100)

    @classmethod
    async def open(cls, folder: Path) -> Gym:
        """A lifter (and a stranger) who have answered every question."""
        store = await SqliteStore.open(blank(folder / "gym.db"), applied_now=lambda: START, durable=False)
        for athlete_id in (ME, OTHER):
            await store.run(_introduced, athlete_id)
        return cls(store)

    async def does(self, verb: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Handle one update by one use case."""
        self.updates += 1
        return await self.does_again(verb, *args, **named)

    async def does_again(self, verb: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Handle the newest update (again), as after a kill between commit and answer."""
        return await self.store.apply(Source(self.updates, ME), verb, *args, **named)

    async def reads(self, query: Callable[..., Any], *args: Any, **named: Any) -> Any:
        return await self.store.read(query, *args, **named)

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    async def plans(self, athlete_id: int = ME, goal: Goal | None = None) -> Planned:
        planned = await self.does(planning.plan, athlete_id, goal, None, self.now)
        assert isinstance(planned, Planned)
        return planned

    async def starts(self, athlete_id: int = ME) -> Workout:
        planned = await self.plans(athlete_id)
        begun = await self.does(starting.start_session, athlete_id, athlete_id, planned.plan_id, self.now)
        assert isinstance(begun, Begun)
        return begun.workout

    async def logs(self, workout: Workout, set_number: int, entry: Entry = BENCH) -> SetLogged:
        slot = Slot(0, set_number)
        logged = await self.does(
            lifting.log_set, workout.athlete_id, workout.id, slot, entry, self.now, (ME, 10 + set_number)
        )
        assert isinstance(logged, SetLogged)
        return logged

    async def state(self) -> tuple[object, ...]:
        """All that a repeated update could double or move."""
        return await self.reads(_state)

    def says(self, words: str, message_id: int = 50, reply_to: int | None = None) -> Message:
        return Message(words, ME, message_id, reply_to)


def _introduced(tx: Tx, athlete_id: int) -> None:
    bests = {"bench_press": 100, "back_squat": 140, "deadlift": 180}
    athlete = Athlete(
        id=athlete_id,
        chat_id=athlete_id,
        wish=Goal.HYPERTROPHY,
        level=Level.INTERMEDIATE,
        unit=Unit.KG,
        gear=Gear.FULL_GYM,
        days_per_week=4,
        health=Health.CLEAR,
        rack=Rack.standard(Unit.KG),
        one_rep_maxes=tuple(
            OneRepMax(name, Load.kg(load), Provenance.STATED, START) for name, load in bests.items()
        ),
    )
    save_draft(tx, Draft(athlete, asking=False, finished_at=START), START)
    for best in athlete.one_rep_maxes:
        save_one_rep_max(tx, athlete_id, best)


def _state(tx: Tx) -> tuple[object, ...]:
    armed = tuple(_due(tx, kind) for kind in ("rest", "next", "idle", "close", "bell"))
    plan = plan_of(tx, ME)
    athlete = load_athlete(tx, ME)
    session = plan and (plan.wish, plan.minutes, plan.session)
    return (newest_workout(tx, ME), armed, session, athlete, aches(tx, ME))


def _due(tx: Tx, kind: str) -> object:
    timer = timers.armed(tx, ME, kind)
    return timer and replace(timer, generation=0, attempts=0)
