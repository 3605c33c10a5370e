"""The past put right: what is reckoned from it follows, others' stays, nothing is done twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from core.coach.exercises import exercises_of
from core.coach.history import late_exercises, looking_back, progress, rewriting, whole_workouts
from core.coach.knowing import informed
from core.coach.past import history_of
from core.coach.plans import planning
from core.coach.workout import finishing, starting
from core.model.awaited import About, Awaited
from core.model.feeling import Begun
from core.model.outcomes import Planned, Recap, Unlogged
from core.model.past import PastCard, PastDoubt, PastPage, PastSet
from core.model.progress import Progress, WeekVolume
from core.model.workout import Comfort, Entry, Workout
from core.store.athletes import load_athlete
from core.store.logged_sets import last_sets_of_exercise
from core.store.plans import plan_of
from core.store.port import Tx
from core.units import Load

from .gym import ME, OTHER, START, Gym


@pytest.fixture
async def gym(tmp_path: Path) -> AsyncIterator[Gym]:
    gym = await Gym.open(tmp_path)
    yield gym
    await gym.store.close()


async def trains(gym: Gym, *reps: int, load: int = 80) -> Workout:
    """A workout that begins with such sets of bench press, finished."""
    planned = await gym.does(planning.plan, ME, None, None, gym.now, "upper_a")
    assert isinstance(planned, Planned)
    begun = await gym.does(starting.start_session, ME, ME, planned.plan_id, gym.now)
    assert isinstance(begun, Begun)
    workout = begun.workout
    for number, count in enumerate(reps, 1):
        gym.later(150)
        await gym.logs(workout, number, Entry(Load.kg(load), count, comfort=Comfort.RIGHT))
    await gym.does(finishing.finish, ME, workout.id, gym.now)
    return workout


async def card(gym: Gym, workout: Workout) -> PastCard:
    shown = await gym.reads(looking_back.opened, ME, workout.id, gym.now)
    assert isinstance(shown, PastCard)
    return shown


async def set_id(gym: Gym, workout: Workout, number: int) -> int:
    return (await card(gym, workout)).exercises[0].sets[number - 1].id


async def sets(gym: Gym, workout: Workout) -> list[str]:
    """What stands in a workout, by exercise, in the order shown."""
    return [
        f"{one.exercise.id} {float(done.load.value):g}x{done.reps}" if done.load else f"{done.reps}"
        for one in (await card(gym, workout)).exercises
        for done in one.sets
    ]


def known_max(tx: Tx) -> Load | None:
    athlete, history, exercises = load_athlete(tx, ME), history_of(tx, ME), exercises_of(tx, ME)
    assert athlete is not None
    best = informed(tx, athlete, history, exercises).one_rep_max("bench_press")
    return best and best.load


async def reckoned(gym: Gym, newest: Workout) -> tuple[Any, ...]:
    """All that is reckoned from the past: charts, volume, last time, 1RM, records of the newest workout."""
    told = await gym.reads(progress.progress_of, ME, "bench_press", gym.now)
    week = await gym.reads(progress.week_volume, ME, gym.now)
    recap = await gym.does(finishing.recap, ME, newest.id, gym.now)
    assert isinstance(told, Progress)
    assert isinstance(week, WeekVolume)
    assert isinstance(recap, Recap)
    last = await gym.reads(last_sets_of_exercise, ME, "bench_press", 0)
    planned = await gym.does(planning.plan, ME, None, None, gym.now, "upper_a")
    assert isinstance(planned, Planned)
    return (
        [(str(one.load.value), one.is_record) for one in told.estimates],
        next(one.sets for one in week.counts if one.name == "chest"),
        [done.reps for done in last],
        await gym.reads(known_max),
        recap.records,
        planned.session.prescriptions[0],
    )


async def test_pages_hold_five_the_newest_first_and_end_where_they_end(gym: Gym) -> None:
    assert await gym.reads(looking_back.history_page, ME, 0, gym.now) == Unlogged.of("nothing_trained")
    assert await gym.reads(looking_back.history_page, 999, 0, gym.now) == Unlogged.of("stranger")
    done = []
    for _ in range(6):
        done.append((await trains(gym, 8)).id)
        gym.later(86_400)
    pages = [await gym.reads(looking_back.history_page, ME, page, gym.now) for page in (0, 1, 99, -3)]
    shown = [[line.workout.id for line in page.lines] for page in pages if isinstance(page, PastPage)]
    assert shown == [done[:0:-1], done[:1], done[:1], done[:0:-1]]
    assert [(page.page, page.pages, page.workouts) for page in pages] == [(0, 2, 6), (1, 2, 6)] * 1 + [
        (1, 2, 6),
        (0, 2, 6),
    ]


async def test_a_page_tells_what_a_workout_came_to(gym: Gym) -> None:
    workout = await trains(gym, 10, 8)
    totals = (await card(gym, workout)).totals
    assert (totals.sets, totals.tonnage_g, totals.minutes) == (2, 80_000 * 18, 2)


async def test_a_correction_a_deletion_and_an_added_set_change_all_that_follows(gym: Gym) -> None:
    await trains(gym, 8, 8)
    gym.later(86_400)
    newest = await trains(gym, 10, 10, 10, 10)
    before = await reckoned(gym, newest)
    second = await set_id(gym, newest, 2)

    await gym.does(rewriting.correct, ME, second, Load.kg(100), 8, None, gym.now)
    corrected = await reckoned(gym, newest)
    changed = [was != now for was, now in zip(before, corrected, strict=True)]
    assert changed == [True, False, True, True, True, True]

    await gym.does(rewriting.delete, ME, second, gym.now)
    deleted = await reckoned(gym, newest)
    assert (deleted[1], deleted[2]) == (before[1] - 1, [10, 10, 10])
    assert deleted[3] != corrected[3]

    await gym.does(rewriting.bring_back, ME, second, gym.now)
    assert await reckoned(gym, newest) == corrected
    await gym.does(rewriting.correct, ME, second, Load.kg(80), 10, None, gym.now)
    assert await reckoned(gym, newest) == before

    await gym.does(rewriting.add, ME, newest.id, 0, 4, gym.now)
    assert (await reckoned(gym, newest))[1:3] == (before[1] + 1, [10] * 5)


async def test_a_deleted_workout_leaves_no_trace_in_what_follows_and_comes_back(gym: Gym) -> None:
    first = await trains(gym, 8, 8)
    gym.later(86_400)
    alone = await reckoned(gym, first)
    newest = await trains(gym, 10, 10, load=90)
    gym.later(3600)
    both = await reckoned(gym, newest)
    assert both != alone
    await gym.does(whole_workouts.delete, ME, newest.id, gym.now)
    assert (await reckoned(gym, first))[:5] == alone[:5]
    assert await gym.reads(looking_back.opened, ME, newest.id, gym.now) == Unlogged.of("past_gone")
    await gym.does(whole_workouts.bring_back, ME, newest.id, gym.now)
    assert await reckoned(gym, newest) == both


async def test_an_added_set_takes_the_place_that_is_free_and_the_days_own_time(gym: Gym) -> None:
    workout = await trains(gym, 10, 9, 8)
    gym.later(40 * 86_400)
    await gym.does(rewriting.delete, ME, await set_id(gym, workout, 2), gym.now)
    added = await gym.does(rewriting.add, ME, workout.id, 0, 2, gym.now)
    assert isinstance(added, PastSet)
    assert (added.done.set_number, added.done.reps, added.number) == (2, 8, 3)
    assert added.done.logged_at < START + timedelta(hours=1)
    again = await gym.does(rewriting.add, ME, workout.id, 0, 2, gym.now)
    assert isinstance(again, PastSet)
    assert again.done == added.done
    assert len(await sets(gym, workout)) == 3


async def test_a_set_whose_place_is_taken_does_not_come_back(gym: Gym) -> None:
    workout = await trains(gym, 10, 9)
    gone = await set_id(gym, workout, 2)
    await gym.does(rewriting.delete, ME, gone, gym.now)
    await gym.does(rewriting.add, ME, workout.id, 0, 1, gym.now)
    taken = await gym.does(rewriting.bring_back, ME, gone, gym.now)
    assert taken == Unlogged.of("past_place_taken")


SAID = {
    "80x7": "bench_press 80x7",
    "7": "bench_press 80x7",
    "82,5 kg x 6 @8": "bench_press 82.5x6",
    "@9": "bench_press 80x10",
    "fail 6": "bench_press 80x6",
}


@pytest.mark.parametrize("words", SAID)
async def test_words_correct_a_set_by_the_one_grammar(gym: Gym, words: str) -> None:
    workout = await trains(gym, 10)
    told = await gym.does(rewriting.tell, ME, await set_id(gym, workout, 1), words, gym.now)
    assert isinstance(told, PastSet)
    assert await sets(gym, workout) == [SAID[words]]


REFUSED = {
    "banana": "one_past_set",
    "3x8x80": "one_past_set",
    "squat 100x5": "one_past_set",
    "skip": "one_past_set",
    "same": "one_past_set",
    "w 40x8": "one_past_set",
    "-5": "one_past_set",
    "5000 kg x 8": "too_heavy",
    "95": "missing_reps",
}


@pytest.mark.parametrize("words", REFUSED)
async def test_other_words_change_nothing(gym: Gym, words: str) -> None:
    workout = await trains(gym, 10)
    told = await gym.does(rewriting.tell, ME, await set_id(gym, workout, 1), words, gym.now)
    assert isinstance(told, Unlogged)
    assert told.code == REFUSED[words]
    assert await sets(gym, workout) == ["bench_press 80x10"]


async def test_a_number_far_from_the_others_is_asked_back(gym: Gym) -> None:
    workout = await trains(gym, 10)
    told = await gym.does(rewriting.tell, ME, await set_id(gym, workout, 1), "375 x 8", gym.now)
    assert isinstance(told, PastDoubt)
    assert told.options == ((Load.kg(375), 8, None),)
    assert await sets(gym, workout) == ["bench_press 80x10"]


async def test_an_exercise_that_was_forgotten_is_put_in(gym: Gym) -> None:
    workout = await trains(gym, 10)
    gym.later(9 * 86_400)
    for message, words in enumerate(("squat 3x5x100", "bench 70x12", "pullup bw x 8"), 60):
        kept = await gym.does(late_exercises.add_exercise, ME, workout.id, words, (ME, message), gym.now)
        assert isinstance(kept, PastCard)
    assert await sets(gym, workout) == [
        "bench_press 80x10", "bench_press 70x12",
        "back_squat 100x5", "back_squat 100x5", "back_squat 100x5",
        "8",
    ]  # fmt: skip
    shown = await card(gym, workout)
    assert shown.totals.minutes == 0
    history = await gym.reads(history_of, ME)
    assert [(one.exercise_id, one.asked_sets) for one in history.workouts[0].exercises[1:]] == [
        ("back_squat", 3),
        ("pull_up", 1),
    ]
    unread = {"banana": "late_unread", "squat": "late_unread", "zottmxq 5x5": "no_such_exercise"}
    for words, code in unread.items():
        told = await gym.does(late_exercises.add_exercise, ME, workout.id, words, (ME, 70), gym.now)
        assert isinstance(told, Unlogged)
        assert told.code == code
    full = await gym.does(late_exercises.add_exercise, ME, workout.id, "bench 10x8x70", (ME, 71), gym.now)
    assert isinstance(full, PastCard)


async def test_a_note_is_cleaned_and_bounded(gym: Gym) -> None:
    workout = await trains(gym, 10)
    noted = await gym.does(whole_workouts.note, ME, workout.id, " seat\u202e  4\n\n\nfelt\tgood ", gym.now)
    assert isinstance(noted, PastCard)
    assert noted.workout.note == "seat 4\nfelt good"
    for text, code in (("\u200b \n", "note_empty"), ("a" * 301, "workout_note_too_long")):
        assert await gym.does(whole_workouts.note, ME, workout.id, text, gym.now) == Unlogged.of(code)
    gone = await gym.does(whole_workouts.note, ME, workout.id, None, gym.now)
    assert isinstance(gone, PastCard)
    assert gone.workout.note is None


async def test_a_past_workout_is_planned_again_with_todays_numbers(gym: Gym) -> None:
    workout = await trains(gym, 10, 10, 10, 12)
    gym.later(2 * 86_400)
    await gym.does(late_exercises.add_exercise, ME, workout.id, "curl 3x12x14", (ME, 60), gym.now)
    planned = await gym.does(whole_workouts.repeat, ME, workout.id, gym.now)
    assert isinstance(planned, Planned)
    asked = planned.session.prescriptions
    assert [one.exercise_id for one in asked] == ["bench_press", "dumbbell_curl"]
    assert planned.session.day == workout.session.day
    assert await gym.plans() == planned, "/plan shows it from now on"


def verb_of(name: str, workout_id: int, set_id: int, now: datetime) -> tuple[Any, ...]:
    """Each verb as an update would ask for it, of one set of a workout that has ended."""
    squat = (ME, workout_id, "squat 3x5x100", (ME, 60), now)
    return {
        "correct": (rewriting.correct, ME, set_id, Load.kg(85), 6, 2.0, now),
        "tell": (rewriting.tell, ME, set_id, "85x6", now),
        "add": (rewriting.add, ME, workout_id, 0, 2, now),
        "delete": (rewriting.delete, ME, set_id, now),
        "note": (whole_workouts.note, ME, workout_id, "seat 4", now),
        "delete all": (whole_workouts.delete, ME, workout_id, now),
        "repeat": (whole_workouts.repeat, ME, workout_id, now),
        "exercise": (late_exercises.add_exercise, *squat),
    }[name]


VERBS = ("correct", "tell", "add", "delete", "note", "delete all", "repeat", "exercise")


@pytest.mark.parametrize("name", VERBS)
async def test_an_update_handled_twice_is_done_once(gym: Gym, name: str) -> None:
    workout = await trains(gym, 10, 10)
    one = await set_id(gym, workout, 1)
    before = await gym.state()
    first = await gym.does(*verb_of(name, workout.id, one, gym.now))
    once = await gym.state()
    assert once != before
    assert await gym.does_again(*verb_of(name, workout.id, one, gym.now)) == first
    assert await gym.state() == once


@pytest.mark.parametrize("name", [*VERBS, "bring back", "bring all back", "ask set", "ask note", "ask more"])
async def test_nobody_elses_past_is_seen_or_touched(gym: Gym, name: str) -> None:
    workout = await trains(gym, 10, 10)
    one = await set_id(gym, workout, 1)
    waits = Awaited(About.PAST_SET, OTHER, 5, gym.now, one)
    more: dict[str, tuple[Any, ...]] = {
        "bring back": (rewriting.bring_back, ME, one, gym.now),
        "bring all back": (whole_workouts.bring_back, ME, workout.id, gym.now),
        "ask set": (rewriting.ask_set, ME, one, waits, gym.now),
        "ask note": (whole_workouts.ask_note, ME, workout.id, waits, gym.now),
        "ask more": (late_exercises.ask_exercise, ME, workout.id, waits, gym.now),
    }
    verb, _, *values = more[name] if name in more else verb_of(name, workout.id, one, gym.now)
    before = await gym.state()
    told = await gym.does(verb, OTHER, *values)
    assert isinstance(told, Unlogged)
    assert told.code in ("past_gone", "past_set_gone")
    assert await gym.state() == before


async def test_an_open_workout_is_left_to_its_cards(gym: Gym) -> None:
    workout = await gym.starts()
    logged = await gym.logs(workout, 1)
    for verb, value in ((rewriting.delete, logged.sets[0].id), (whole_workouts.delete, workout.id)):
        assert await gym.does(verb, ME, value, gym.now) == Unlogged.of("past_open")
    assert (await gym.reads(plan_of, ME)) is not None
