"""Maxima kept at a workout's end: used while their past is the same, reckoned anew once it is not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.coach import knowing
from core.coach.exercises import exercises_of
from core.coach.past import history_of
from core.coach.workout import finishing
from core.model.athlete import Athlete, OneRepMax, Provenance
from core.model.workout import Comfort, Entry
from core.store.athletes import load_athlete, save_one_rep_max
from core.store.logged_sets import add_sets, correct_set, undo_set
from core.store.port import Tx
from core.store.workouts import newest_workout, reopen_workout
from core.training.past import learning
from core.units import Load

from .gym import ME, START, Gym

STRONG = Entry(Load.kg(80), 10, comfort=Comfort.RIGHT)


@pytest.fixture
async def gym(tmp_path: Path) -> AsyncIterator[Gym]:
    opened = await Gym.open(tmp_path)
    workout = await opened.starts()
    for number in (1, 2, 3):
        opened.later(120)
        await opened.logs(workout, number, STRONG)
    await opened.does(finishing.finish, ME, workout.id, opened.now)
    await opened.does(finishing.recap, ME, workout.id, opened.now)
    yield opened
    await opened.store.close()


def _known(tx: Tx) -> tuple[Athlete, Athlete, bool]:
    """As plans know the athlete, as the rules reckon anew, and whether anything is kept."""
    athlete = load_athlete(tx, ME)
    assert athlete is not None
    history, exercises = history_of(tx, ME), exercises_of(tx, ME)
    kept = tx.one("kept_maxima_of", athlete_id=ME, mark=knowing._mark(athlete, history, exercises))
    known = knowing.informed(tx, athlete, history, exercises)
    return known, learning.informed(athlete, history, exercises), kept is not None


async def test_a_workouts_end_keeps_what_it_taught_for_the_plans_after_it(gym: Gym):
    known, anew, kept = await gym.reads(_known)
    assert kept
    assert known == anew
    await gym.does(_spoil)
    assert (await gym.reads(_known))[0].one_rep_maxes == ()


def _spoil(tx: Tx) -> None:
    """What is kept is really what is read."""
    athlete = load_athlete(tx, ME)
    assert athlete is not None
    mark = knowing._mark(athlete, history_of(tx, ME), exercises_of(tx, ME))
    tx.do("kept_maxima_keep", athlete_id=ME, mark=mark, maxima="[]")


def _corrects(tx: Tx) -> None:
    workout = newest_workout(tx, ME)
    assert workout is not None
    correct_set(tx, ME, replace(workout.sets[0], reps=3, rir=0))


def _takes_back(tx: Tx) -> None:
    workout = newest_workout(tx, ME)
    assert workout is not None
    undo_set(tx, ME, workout.sets[0].id, START)


def _adds(tx: Tx) -> None:
    workout = newest_workout(tx, ME)
    assert workout is not None
    add_sets(tx, ME, [replace(workout.sets[0], set_number=4)])


def _reopens(tx: Tx) -> None:
    workout = newest_workout(tx, ME)
    assert workout is not None
    reopen_workout(tx, workout.id)


def _tells(tx: Tx) -> None:
    save_one_rep_max(tx, ME, OneRepMax("bench_press", Load.kg(120), Provenance.TESTED, START))


@pytest.mark.parametrize("change", [_corrects, _takes_back, _adds, _reopens, _tells])
async def test_a_changed_past_is_reckoned_anew(gym: Gym, change):
    await gym.does(change)
    known, anew, kept = await gym.reads(_known)
    assert not kept
    assert known == anew
