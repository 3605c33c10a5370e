"""Names nobody knows, exercises of one's own, wishes about exercises: kept once, bounded, nobody else's."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue import catalogue, find
from core.coach import exercise_preferences, repertoire
from core.coach.exercises import exercises_of, known_with
from core.coach.hearing.phrases import phrase_of
from core.coach.own_names import LONGEST_NAME, MOST_OWN, clean_name
from core.coach.plans import plan_editing, plan_wishes
from core.coach.words import own_exercises
from core.coach.words.wording import take_words
from core.coach.workout import swapping
from core.coach.workout.standing import exercise_of
from core.model.outcomes import Planned, SetLogged, Unlogged
from core.model.own_exercise import Kit, Trains, own_exercise
from core.model.repertoire import ExerciseCard, Found, Preference, Unfamiliar
from core.store import own_exercises as stored
from core.store.port import Tx
from core.store.workouts import newest_workout, remember_ache
from core.training.notation.set_reading import Named
from core.training.set_notation import read_set
from core.units import Unit
from tests.core.coach.gym import ME, OTHER, Gym

ASKED = 50


@pytest.fixture
async def gym(tmp_path: Path) -> AsyncIterator[Gym]:
    gym = await Gym.open(tmp_path)
    yield gym
    await gym.store.close()


def state(tx: Tx) -> tuple[object, ...]:
    wanted = stored.exercise_preferences(tx, ME)
    return stored.own_exercises(tx, ME), wanted, newest_workout(tx, ME), stored.unfamiliar_of(tx, ME, ASKED)


async def names(gym: Gym, words: str = "jefferson curl 30x10") -> Unfamiliar:
    asked = await gym.does(take_words, ME, gym.says(words, ASKED), gym.now)
    assert isinstance(asked, Unfamiliar)
    return asked


async def adds(gym: Gym, words: str = "jefferson curl 30x10") -> own_exercises.OwnAdded:
    await names(gym, words)
    added = await gym.does(own_exercises.add_own, ME, ASKED, Trains.HINGE, Kit.BARBELL, gym.now)
    assert isinstance(added, own_exercises.OwnAdded)
    return added


async def test_it_is_known_everywhere_from_then_on(gym: Gym) -> None:
    added = await adds(gym)
    assert isinstance(added.logged, SetLogged)
    assert added.exercise.id.startswith("own_")
    known = await gym.reads(exercises_of, ME)
    assert known[added.exercise.id] == added.exercise
    assert added.exercise.id not in await gym.reads(exercises_of, OTHER)
    workout = await gym.reads(newest_workout, ME)
    assert exercise_of(workout, 0) == added.exercise


VERBS: dict[str, Callable[[Gym], tuple[Any, ...]]] = {
    "a name": lambda gym: (take_words, ME, gym.says("zercher carry 50x10", ASKED + 1), gym.now),
    "add it": lambda gym: (own_exercises.add_own, ME, ASKED, Trains.HINGE, Kit.BARBELL, gym.now),
    "meant": lambda gym: (own_exercises.take_as, ME, ASKED, "preacher_curl", gym.now),
    "a search": lambda gym: (repertoire.search, ME, "zercher carry", (ME, ASKED), gym.now),
    "favourite": lambda gym: (exercise_preferences.prefer, ME, "bench_press", Preference.FAVOURITE, gym.now),
    "never": lambda gym: (exercise_preferences.prefer, ME, "bench_press", Preference.NEVER, gym.now),
}


@pytest.mark.parametrize("name", VERBS)
async def test_an_update_handled_twice_is_done_once(gym: Gym, name: str) -> None:
    await names(gym)
    before = await gym.reads(state)
    first = await gym.does(*VERBS[name](gym))
    once = await gym.reads(state)
    gym.later(5)
    second = await gym.does_again(*VERBS[name](gym))
    assert await gym.reads(state) == once
    assert once != before
    assert type(first) is type(second)
    assert not isinstance(second, Unlogged)


async def test_plans_verbs_handled_twice_are_done_once(gym: Gym) -> None:
    await gym.store.run(remember_ache, ME, "bench_press", gym.now)
    planned = await gym.plans()
    assert [one.id for one in planned.left_out] == ["bench_press"]
    for verb in (
        (plan_editing.add_named, ME, "dumbbell_curl", gym.now),
        (plan_wishes.plan_healed, ME, planned.plan_id, "bench_press", gym.now),
    ):
        first = await gym.does(*verb)
        once = await gym.state()
        assert await gym.does_again(*verb) == first
        assert await gym.state() == once
        assert isinstance(first, Planned)


async def test_a_second_press_adds_nothing(gym: Gym) -> None:
    first = await adds(gym)
    again = await gym.does(own_exercises.add_own, ME, ASKED, Trains.PUSH, Kit.BAND, gym.now)
    assert again.exercise == first.exercise
    assert len(await gym.reads(stored.own_exercises, ME)) == 1
    assert len((await gym.reads(newest_workout, ME)).sets) == 1


async def test_what_was_meant_and_what_was_added_log_the_sets_once(gym: Gym) -> None:
    await names(gym)
    await gym.does(own_exercises.take_as, ME, ASKED, "preacher_curl", gym.now)
    await gym.does(own_exercises.add_own, ME, ASKED, Trains.HINGE, Kit.BARBELL, gym.now)
    assert len((await gym.reads(newest_workout, ME)).sets) == 1


async def test_another_athlete_cannot_answer(gym: Gym) -> None:
    await names(gym)
    for verb in (
        (own_exercises.add_own, OTHER, ASKED, Trains.HINGE, Kit.BARBELL, gym.now),
        (own_exercises.take_as, OTHER, ASKED, "preacher_curl", gym.now),
    ):
        assert await gym.does(*verb) == Unlogged.of("old_name")
    added = await adds(gym)
    refused = await gym.does(
        exercise_preferences.prefer, OTHER, added.exercise.id, Preference.FAVOURITE, gym.now
    )
    assert refused == Unlogged.of("no_exercise")
    assert await gym.reads(repertoire.shown_exercise, OTHER, added.exercise.id) == Unlogged.of("no_exercise")


async def test_fifty_are_the_most(gym: Gym) -> None:
    for number in range(MOST_OWN):
        name = f"Lift {'abcdefghij'[number // 10]}{'klmnopqrst'[number % 10]}"
        await gym.store.run(stored.add_own_exercise, ME, name, Trains.PUSH, Kit.BARBELL, gym.now)
    await names(gym)
    refused = await gym.does(own_exercises.add_own, ME, ASKED, Trains.HINGE, Kit.BARBELL, gym.now)
    assert isinstance(refused, Unlogged)
    assert refused.code == "own_full"
    assert len(await gym.reads(stored.own_exercises, ME)) == MOST_OWN


@pytest.mark.parametrize(
    "typed", ["Benchpress", "press bench", "Bench Presses", "ohp", "BS", "jefferson curls"]
)
async def test_no_name_is_given_twice(gym: Gym, typed: str) -> None:
    await adds(gym)
    await gym.store.run(stored.keep_unfamiliar, ME, stored.Named(ME, ASKED + 1, typed, "", gym.now))
    refused = await gym.does(own_exercises.add_own, ME, ASKED + 1, Trains.PUSH, Kit.BARBELL, gym.now)
    assert refused == Unlogged.of("known_name", name=clean_name(typed))


async def test_a_set_in_a_workout_goes_on_with_it(gym: Gym) -> None:
    workout = await gym.starts()
    await gym.logs(workout, 1)
    added = await adds(gym)
    assert isinstance(added.logged, SetLogged)
    assert added.logged.workout.id == workout.id
    swaps = await gym.reads(swapping.swaps_for, ME, workout.id, added.logged.sets[-1].exercise_index, gym.now)
    assert swaps.exercise == added.exercise
    assert swaps.options


async def test_looked_up_by_name_or_by_what_is_near(gym: Gym) -> None:
    shown = await gym.does(repertoire.search, ME, "Bench press", (ME, ASKED), gym.now)
    assert isinstance(shown, ExerciseCard)
    assert shown.between is not None
    assert [edge.g for edge in shown.between] == [96_000, 104_000]
    near = await gym.does(repertoire.search, ME, "bench", (ME, ASKED), gym.now)
    assert isinstance(near, Found)
    assert near.unfamiliar is None
    assert near.matches[0].id == "bench_press"


def test_the_same_exercises_are_the_same_catalogue() -> None:
    one, same = (own_exercise("own_1", "Jefferson curl", Trains.HINGE, Kit.BARBELL) for _ in range(2))
    assert known_with((one,)) is known_with((same,))
    assert known_with(()) is catalogue()


def test_a_name_the_catalogue_took_later_is_told_apart() -> None:
    own = own_exercise("own_1", "Bench press", Trains.PUSH, Kit.BARBELL)
    assert known_with((own,))["own_1"].name == "Bench press (own)"


@given(st.text(max_size=80) | st.text("abc {}<>&-.:'é\u200b\u202e💪５9", max_size=70))
def test_a_name_is_one_line_that_can_be_typed_and_found(text: str) -> None:
    name = clean_name(text)
    if name is None:
        return
    assert 2 <= len(name) <= LONGEST_NAME
    assert name == clean_name(name)
    assert not set(name) & set("{}<>\n\u200b\u202e")
    assert isinstance(read_set(f"{name} 5x5", None, Unit.KG), Named)
    assert phrase_of(f"{name} 5x5") is None
    own = own_exercise("own_1", name, Trains.HINGE, Kit.BARBELL)
    if not find(name, 1) or find(name, 1)[0].score < 100:
        assert find(name, 1, known_with((own,)))[0].exercise == own


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("jefferson curl", "Jefferson curl"),
        ("  zercher\n\tcarry: ", "Zercher carry"),
        ("T-bar twist", "T-bar twist"),
        ("élévation", "Élévation"),
        ("x", None),
        ("", None),
        ("💪💪", None),
        ("skip", None),
        ("my knee hurts", None),
        ("5 x", None),
    ],
)
def test_names(typed: str, kept: str | None) -> None:
    assert clean_name(typed) == kept
