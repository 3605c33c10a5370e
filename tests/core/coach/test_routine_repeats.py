"""An update about a routine that is handled twice: the same answer, and nothing done twice."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from core.coach.plans import routine_editing, routines
from core.coach.plans.routine_editing import RoutineChange
from core.coach.settings import gym_settings, habits
from core.model.athlete import Athlete, Goal
from core.model.outcomes import Unlogged
from core.model.routine import Routine, RoutineExercise
from core.store.athletes import load_athlete
from core.store.routines import add_routine, routines_of
from core.units import Load, Unit
from tests.core.coach.gym import ME, OTHER, Gym

HELD = (RoutineExercise("bench_press"), RoutineExercise("barbell_row"), RoutineExercise("plank"))


@pytest.fixture
async def gym(tmp_path: Path) -> AsyncIterator[Gym]:
    gym = await Gym.open(tmp_path)
    yield gym
    await gym.store.close()


@pytest.fixture
async def push(gym: Gym) -> Routine:
    kept: Routine = await gym.store.run(add_routine, ME, "Push A", HELD, gym.now)
    return kept


Verb = Callable[[Gym, int], tuple[Any, ...]]
BENCH = (0, "bench_press")
VERBS: dict[str, Verb] = {
    "rename": lambda gym, one: (routines.rename, ME, one, "Press", gym.now),
    "delete": lambda gym, one: (routines.delete, ME, one, gym.now),
    "move": lambda gym, one: (routine_editing.change, ME, one, *BENCH, RoutineChange.DOWN, gym.now),
    "pair": lambda gym, one: (routine_editing.change, ME, one, *BENCH, RoutineChange.PAIR, gym.now),
    "more sets": lambda gym, one: (routine_editing.change, ME, one, *BENCH, RoutineChange.MORE_SETS, gym.now),
    "add": lambda gym, one: (routine_editing.add, ME, one, "lateral_raise", gym.now),
    "save": lambda gym, _: (routines.save, ME, "New", HELD, gym.now),
}


@pytest.mark.parametrize("name", VERBS)
async def test_a_repeat_gives_the_same_answer_and_does_nothing(gym: Gym, push: Routine, name: str) -> None:
    verb, *args = VERBS[name](gym, push.id)
    before = await gym.reads(routines_of, ME)
    first = await gym.does(verb, *args)
    after = await gym.reads(routines_of, ME)
    assert after != before
    assert await gym.does_again(verb, *args) == first
    assert await gym.reads(routines_of, ME) == after


@pytest.mark.parametrize("name", [name for name in VERBS if name != "save"])
async def test_nobody_touches_anothers_routine(gym: Gym, push: Routine, name: str) -> None:
    verb, _, *args = VERBS[name](gym, push.id)
    assert await gym.does(verb, OTHER, *args) == Unlogged.of("no_routine")
    assert await gym.reads(routines_of, ME) == (push,)


async def test_settings_set_twice_stand_once(gym: Gym) -> None:
    for verb, *args in (
        (gym_settings.tell_dumbbells, ME, "+42.5"),
        (gym_settings.choose_bar, ME, Load.kg(15)),
        (habits.choose_unit, ME, Unit.LB),
        (habits.choose_rest, ME, Goal.STRENGTH, 240),
    ):
        told = await gym.does(verb, *args, gym.now)
        assert isinstance(told, Athlete)
        assert await gym.does_again(verb, *args, gym.now) == told
        stored = await gym.reads(load_athlete, ME)
        assert (stored.gym, stored.rack, stored.unit, stored.rests) == (
            told.gym,
            told.rack,
            told.unit,
            told.rests,
        )
