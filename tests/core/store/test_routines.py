"""Routines as every engine keeps them."""

from __future__ import annotations

from datetime import timedelta

from core.model.routine import Routine, RoutineExercise
from core.store import routines
from core.store.port import Store
from tests.core.store.conftest import NOW

HELD = (
    RoutineExercise("bench_press", 4, 8, 1),
    RoutineExercise("barbell_row", pair=1),
    RoutineExercise("plank"),
)


async def test_a_routine_comes_back_as_kept_to_its_owner_alone(store: Store) -> None:
    kept = await store.run(routines.add_routine, 7, "<b>Push</b>", HELD, NOW)
    assert await store.read(routines.routine_of, 7, kept.id) == Routine(kept.id, "<b>Push</b>", HELD)
    assert await store.read(routines.routine_of, 8, kept.id) is None
    changed = Routine(kept.id, "Push", HELD[:1])
    await store.run(routines.keep_routine, 8, changed, NOW)
    assert await store.read(routines.routines_of, 7) == (kept,)
    await store.run(routines.keep_routine, 7, changed, NOW)
    assert await store.read(routines.routines_of, 7) == (changed,)


async def test_only_the_newest_deletion_can_be_taken_back(store: Store) -> None:
    first = await store.run(routines.add_routine, 7, "A", HELD, NOW)
    second = await store.run(routines.add_routine, 7, "B", HELD, NOW + timedelta(seconds=1))
    assert not await store.run(routines.delete_routine, 8, first.id, NOW)
    assert await store.run(routines.delete_routine, 7, first.id, NOW)
    assert await store.read(routines.routines_of, 7) == (second,)
    assert await store.run(routines.restore_routine, 7, first.id)
    assert await store.read(routines.routines_of, 7) == (first, second)
    await store.run(routines.delete_routine, 7, first.id, NOW)
    await store.run(routines.delete_routine, 7, second.id, NOW)
    assert not await store.run(routines.restore_routine, 7, first.id)
    assert await store.run(routines.restore_routine, 7, second.id)
