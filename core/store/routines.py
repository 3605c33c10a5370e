"""Routines, read and written by id and owner. What may be in one is the coach's business."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from pydantic import TypeAdapter

from core.model.routine import Routine, RoutineExercise
from core.store.moments import to_ms
from core.store.port import Row, Tx
from core.store.sequences import next_id


@cache
def _lists() -> TypeAdapter[tuple[RoutineExercise, ...]]:
    return TypeAdapter(tuple[RoutineExercise, ...])


def _routine(row: Row) -> Routine:
    return Routine(row["id"], row["name"], _lists().validate_json(row["exercises"]))


def routines_of(tx: Tx, athlete_id: int) -> tuple[Routine, ...]:
    """All routines of an athlete, oldest first."""
    return tuple(map(_routine, tx.many("routines_of", athlete_id=athlete_id)))


def routine_of(tx: Tx, athlete_id: int, routine_id: int) -> Routine | None:
    """One routine by id *and* owner; None for a deleted one and for anybody else's."""
    row = tx.one("routine_by_id", routine_id=routine_id, athlete_id=athlete_id)
    return None if row is None else _routine(row)


def deleted_routine(tx: Tx, athlete_id: int, routine_id: int) -> Routine | None:
    """The routine that was deleted last and can be taken back, None for any other."""
    row = tx.one("routine_deleted", routine_id=routine_id, athlete_id=athlete_id)
    return None if row is None else _routine(row)


def add_routine(
    tx: Tx, athlete_id: int, name: str, exercises: tuple[RoutineExercise, ...], now: datetime
) -> Routine:
    """Keep a new routine under an id that nobody else's has."""
    routine = Routine(next_id(tx, "routine"), name, exercises)
    tx.do(
        "routine_add",
        id=routine.id,
        athlete_id=athlete_id,
        name=name,
        exercises=_lists().dump_json(exercises).decode(),
        added_at=to_ms(now),
    )
    return routine


def keep_routine(tx: Tx, athlete_id: int, routine: Routine, now: datetime) -> None:
    """Keep a routine's name and exercises in place of what they were."""
    tx.do(
        "routine_keep",
        id=routine.id,
        athlete_id=athlete_id,
        name=routine.name,
        exercises=_lists().dump_json(routine.exercises).decode(),
        changed_at=to_ms(now),
    )


def delete_routine(tx: Tx, athlete_id: int, routine_id: int, now: datetime) -> bool:
    """Delete a routine; the one deleted before is gone for good. False when there is none."""
    if routine_of(tx, athlete_id, routine_id) is None:
        return False
    tx.do("routines_forget_deleted", athlete_id=athlete_id)
    return tx.do("routine_delete", routine_id=routine_id, athlete_id=athlete_id, deleted_at=to_ms(now)) > 0


def restore_routine(tx: Tx, athlete_id: int, routine_id: int) -> bool:
    """Take a deletion back; False when it is gone for good."""
    return tx.do("routine_restore", routine_id=routine_id, athlete_id=athlete_id) > 0
