from __future__ import annotations

from datetime import date, timedelta

from core.model.athlete import Goal
from core.model.session import Prescription, Session
from core.model.workout import LoggedSet, SetKind, WorkoutState
from core.store import past
from core.store.logged_sets import add_sets, restore_set, undo_set
from core.store.port import Store, Tx
from core.store.workouts import add_workout, end_workout, load_deleted_too, load_workout, newest_workout
from core.units import Load
from tests.core.store.conftest import NOW

ME, OTHER = 5, 6
SESSION = Session(Goal.HYPERTROPHY, "upper_a", (Prescription("bench_press", Goal.HYPERTROPHY, 3, 8, 60),), 20)
LATER = NOW + timedelta(days=9)


def trained(tx: Tx, athlete_id: int, on: date, sets: int = 2, kind: SetKind = SetKind.WORK) -> int:
    """An ended workout with so many sets."""
    workout = add_workout(tx, athlete_id, athlete_id, SESSION, on, NOW)
    blank = LoggedSet(0, workout.id, "bench_press", 0, 1, kind, Load.kg(80), 8, NOW)
    add_sets(
        tx,
        athlete_id,
        [
            LoggedSet(0, workout.id, "bench_press", 0, number, kind, blank.load, 8, NOW)
            for number in range(1, sets + 1)
        ],
    )
    end_workout(tx, workout.id, WorkoutState.FINISHED, NOW)
    return workout.id


async def test_ended_workouts_with_a_work_set_the_newest_day_first(store: Store) -> None:
    may = await store.run(trained, ME, date(2026, 5, 1))
    april = await store.run(trained, ME, date(2026, 4, 1))
    june = await store.run(trained, ME, date(2026, 6, 1))
    await store.run(trained, ME, date(2026, 7, 1), 0)
    await store.run(trained, ME, date(2026, 7, 2), 1, SetKind.WARM_UP)
    await store.run(trained, OTHER, date(2026, 7, 3))
    await store.run(add_workout, ME, ME, SESSION, date(2026, 7, 4), NOW)
    assert await store.read(past.past_workout_ids, ME) == [june, may, april]


async def test_a_set_is_found_by_its_owner_alone_and_comes_back(store: Store) -> None:
    workout_id = await store.run(trained, ME, date(2026, 5, 1))
    workout = await store.read(load_workout, ME, workout_id)
    assert workout is not None
    first = workout.sets[0]
    assert await store.read(past.past_set, OTHER, first.id) is None
    assert await store.read(past.past_set, ME, first.id) == past.KeptSet(first, stands=True)
    await store.run(undo_set, ME, first.id, LATER)
    assert await store.read(past.past_set, ME, first.id) == past.KeptSet(first, stands=False)
    await store.run(restore_set, OTHER, first.id)
    assert await store.read(past.past_set, ME, first.id) == past.KeptSet(first, stands=False)
    await store.run(restore_set, ME, first.id)
    assert await store.read(load_workout, ME, workout_id) == workout


async def test_a_note_is_kept_replaced_and_taken_away(store: Store) -> None:
    workout_id = await store.run(trained, ME, date(2026, 5, 1))
    notes = []
    for note in ("seat 4", "seat 5", None):
        await store.run(past.keep_note, ME, workout_id, note)
        await store.run(past.keep_note, OTHER, workout_id, "not mine")
        workout = await store.read(load_workout, ME, workout_id)
        assert workout is not None
        notes.append(workout.note)
    assert notes == ["seat 4", "seat 5", None]


async def test_a_deleted_workout_comes_back_with_the_sets_it_had(store: Store) -> None:
    workout_id = await store.run(trained, ME, date(2026, 5, 1), 3)
    before = await store.read(load_workout, ME, workout_id)
    assert before is not None
    await store.run(undo_set, ME, before.sets[0].id, NOW)
    standing = await store.read(load_workout, ME, workout_id)
    await store.run(past.delete_workout, OTHER, workout_id, LATER)
    assert await store.read(load_workout, ME, workout_id) == standing
    await store.run(past.delete_workout, ME, workout_id, LATER)
    assert await store.read(load_workout, ME, workout_id) is None
    assert await store.read(newest_workout, ME) is None
    gone = await store.read(load_deleted_too, ME, workout_id)
    assert gone is not None
    assert (gone.sets, gone.deleted_at) == ((), LATER)
    assert await store.read(past.past_workout_ids, ME) == []
    await store.run(past.restore_workout, OTHER, gone)
    assert await store.read(load_deleted_too, ME, workout_id) == gone
    await store.run(past.restore_workout, ME, gone)
    assert await store.read(load_workout, ME, workout_id) == standing


async def test_a_set_taken_back_in_the_moment_of_the_deletion_stays_taken_back(store: Store) -> None:
    workout_id = await store.run(trained, ME, date(2026, 5, 1), 3)
    before = await store.read(load_workout, ME, workout_id)
    assert before is not None
    await store.run(undo_set, ME, before.sets[0].id, NOW)
    await store.run(past.delete_workout, ME, workout_id, NOW)
    gone = await store.read(load_deleted_too, ME, workout_id)
    assert gone is not None
    await store.run(past.restore_workout, ME, gone)
    back = await store.read(load_workout, ME, workout_id)
    assert back is not None
    assert back.sets == before.sets[1:]
