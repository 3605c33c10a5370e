"""An update may be handled twice: killed after its commit, told after the restart; nothing is done twice."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from core.coach.history import adding, taking_back
from core.coach.plans import plan_editing, plan_wishes, planning
from core.coach.words import wording
from core.coach.workout import (
    changing,
    correcting,
    finishing,
    hurting,
    lifting,
    looking,
    resting,
    starting,
    swapping,
    warming,
)
from core.model.athlete import Goal
from core.model.outcomes import Unlogged
from core.model.workout import Comfort, Entry, Slot, Workout
from core.units import Load
from tests.core.coach.gym import ME, OTHER, Gym

Verb = Callable[[Gym, Workout], tuple[Any, ...]]


@pytest.fixture
async def gym(tmp_path: Path) -> AsyncIterator[Gym]:
    gym = await Gym.open(tmp_path)
    yield gym
    await gym.store.close()


CARD = (ME, 12)
AT = Slot(0, 2)

# Each verb as an update would ask for it, in a workout with one logged set and a rest that runs.
VERBS: dict[str, Verb] = {
    "log a set": lambda gym, w: (lifting.log_set, ME, w.id, AT, Entry(Load.kg(80), 8), gym.now, CARD),
    "log with comfort": lambda gym, w: (
        lifting.log_set, ME, w.id, Slot(0, 1), Entry(Load.kg(80), 10, comfort=Comfort.EASY), gym.now, CARD,
    ),
    "correct": lambda gym, w: (correcting.correct, ME, w.id, Slot(0, 1), Entry(Load.kg(80), 7), gym.now),
    "read as the next": lambda gym, w: (
        partial(correcting.log_as_read, corrects=False), ME, w.id, AT, (Entry(Load.kg(80), 7),), gym.now,
    ),
    "read as the last": lambda gym, w: (
        partial(correcting.log_as_read, corrects=True), ME, w.id, Slot(0, 1),
        (Entry(Load.kg(80), 7),), gym.now,
    ),
    "read as two": lambda gym, w: (
        partial(correcting.log_as_read, corrects=False), ME, w.id, AT,
        (Entry(Load.kg(80), 7), Entry(Load.kg(80), 6)), gym.now,
    ),
    "undo": lambda gym, _: (taking_back.undo, ME, gym.now),
    "take back": lambda gym, w: (correcting.take_back, ME, w.id, Slot(0, 1), gym.now),
    "skip by button": lambda gym, w: (correcting.skip_set, ME, w.id, AT, gym.now),
    "skip an exercise": lambda gym, w: (correcting.skip_set, ME, w.id, Slot(0, 0), gym.now),
    "30 s more": lambda gym, w: (correcting.rest_changed, ME, w.id, Slot(0, 1), 30, gym.now),
    "skip the rest": lambda gym, w: (correcting.rest_changed, ME, w.id, Slot(0, 1), None, gym.now),
    "rest by hand": lambda gym, _: (resting.rest_by_hand, ME, ME, "90", gym.now),
    "rest off": lambda gym, _: (resting.rest_off, ME, gym.now),
    "test the bell": lambda gym, _: (resting.test_bell, ME, ME, gym.now),
    "another load": lambda gym, w: (changing.fill_card, ME, w.id, AT, Load.kg(70), gym.now),
    "too heavy": lambda gym, _: (changing.nudge, ME, False, gym.now),
    "warm-ups done": lambda gym, w: (warming.warm_ups_done, ME, w.id, 0, gym.now),
    "add a set": lambda gym, w: (adding.add_set, ME, w.id, None, gym.now),
    "swap": lambda gym, w: (swapping.swap, ME, w.id, 0, "dumbbell_bench_press", gym.now),
    "later": lambda gym, w: (swapping.do_later, ME, w.id, 0, gym.now),
    "joint pain": lambda gym, w: (hurting.say_pain, ME, w.id, 0, False, gym.now),
    "chest pain": lambda gym, w: (hurting.say_pain, ME, w.id, 0, True, gym.now),
    "finish": lambda gym, w: (finishing.finish, ME, w.id, gym.now),
    "go on": lambda gym, _: (looking.bring_card, ME, None, gym.now),
    "plan": lambda gym, _: (planning.plan, ME, Goal.STRENGTH, None, gym.now),
    "type a set": lambda gym, _: (wording.take_words, ME, gym.says("80x8"), gym.now),
    "type three sets": lambda gym, _: (wording.take_words, ME, gym.says("3x8x80"), gym.now),
    "type same": lambda gym, _: (wording.take_words, ME, gym.says("same"), gym.now),
    "type skip": lambda gym, _: (wording.take_words, ME, gym.says("skip"), gym.now),
    "type effort": lambda gym, _: (wording.take_words, ME, gym.says("@8"), gym.now),
    "type +2.5": lambda gym, _: (wording.take_words, ME, gym.says("+2.5"), gym.now),
    "type another exercise": lambda gym, _: (wording.take_words, ME, gym.says("leg press 100x12"), gym.now),
    "type banana": lambda gym, _: (wording.take_words, ME, gym.says("banana"), gym.now),
}  # fmt: skip


@pytest.mark.parametrize("name", VERBS)
async def test_an_update_handled_twice_is_done_once(gym: Gym, name: str) -> None:
    workout = await gym.starts()
    await gym.logs(workout, 1)
    gym.later(30)
    call = VERBS[name](gym, workout)
    before = await gym.state()
    await gym.does(*call)
    once = await gym.state()
    gym.later(5)
    await gym.does_again(*VERBS[name](gym, workout))
    assert await gym.state() == once
    if name != "type banana":
        assert once != before, "the verb does something at all"


PLAN_VERBS: dict[str, Callable[[int], tuple[Any, ...]]] = {
    "shorter": lambda plan: (plan_wishes.retime, ME, plan, -10),
    "longer": lambda plan: (plan_wishes.retime, ME, plan, 10),
    "make it my goal": lambda plan: (plan_wishes.make_goal, ME, plan),
    "swap in plan": lambda plan: (plan_editing.swap_in_plan, ME, plan, 0, "dumbbell_bench_press"),
    "start": lambda plan: (starting.start_session, ME, ME, plan),
}


@pytest.mark.parametrize("name", PLAN_VERBS)
async def test_a_plans_button_handled_twice_is_done_once(gym: Gym, name: str) -> None:
    planned = await gym.plans(goal=Goal.STRENGTH)
    before = await gym.state()
    call = PLAN_VERBS[name](planned.plan_id)
    await gym.does(*call, gym.now)
    once = await gym.state()
    await gym.does_again(*call, gym.now)
    assert await gym.state() == once
    assert once != before


NAMES_NO_WORKOUT = {"undo", "rest by hand", "rest off", "test the bell", "too heavy", "go on", "plan"}


@pytest.mark.parametrize(
    "name", [name for name in VERBS if not name.startswith("type") and name not in NAMES_NO_WORKOUT]
)
async def test_another_athletes_workout_is_gone(gym: Gym, name: str) -> None:
    """The same verbs with a workout id that is somebody else's: nothing is told of it, nothing changes."""
    mine = await gym.starts()
    await gym.logs(mine, 1)
    gym.later(30)
    verb, *args = VERBS[name](gym, mine)
    before = await gym.state()
    refused = await gym.does(verb, OTHER, *args[1:])
    assert isinstance(refused, Unlogged)
    assert refused.code == "gone"
    assert await gym.state() == before


@pytest.mark.parametrize("name", PLAN_VERBS)
async def test_another_athletes_plan_is_stale(gym: Gym, name: str) -> None:
    planned = await gym.plans(goal=Goal.STRENGTH)
    before = await gym.state()
    verb, _, *args = PLAN_VERBS[name](planned.plan_id)
    refused = await gym.does(verb, OTHER, *args, gym.now)
    assert isinstance(refused, Unlogged)
    assert refused.code == "stale"
    assert await gym.state() == before


async def test_a_set_logged_and_taken_back_stays_taken_back(gym: Gym) -> None:
    """The tap that logged it comes again after the /undo: kept in the inbox by a kill in between."""
    workout = await gym.starts()
    tap = (lifting.log_set, ME, workout.id, Slot(0, 1), Entry(Load.kg(80), 10), gym.now, CARD)
    await gym.does(*tap)
    await gym.store.run(taking_back.undo, ME, gym.now)
    refused = await gym.does_again(*tap)
    assert isinstance(refused, Unlogged)
    assert refused.code == "undone_before"


async def test_what_ended_a_workout_is_told_again(gym: Gym) -> None:
    workout = await gym.starts()
    await gym.logs(workout, 1)
    first = await gym.does(finishing.finish, ME, None, gym.now)
    again = await gym.does_again(finishing.finish, ME, None, gym.now)
    assert isinstance(first, Workout)
    assert isinstance(again, Workout)
    assert again.id == first.id == workout.id


async def test_chest_pain_is_answered_again_as_urgently(gym: Gym) -> None:
    workout = await gym.starts()
    first = await gym.does(hurting.say_pain, ME, workout.id, 0, True, gym.now)
    assert await gym.does_again(hurting.say_pain, ME, workout.id, 0, True, gym.now) == first
    assert isinstance(first, hurting.Hurt)
    assert first.workout_over
