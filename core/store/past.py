"""Workouts that have ended, read and changed long after: which there are, one set, the note, deletion.

Sets are corrected and taken back by `logged_sets.py`; nothing is ever deleted but marked, so that it can be
brought back. All by id *and* owner.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.model.session import Session
from core.model.workout import LoggedSet, Workout
from core.store.frozen import read_session
from core.store.logged_sets import read_set
from core.store.moments import to_ms
from core.store.port import Tx


@dataclass(frozen=True, slots=True)
class KeptSet:
    """A logged set as it stands in the store; `stands` is False for one that was taken back."""

    done: LoggedSet
    stands: bool


def past_workout_ids(tx: Tx, athlete_id: int) -> list[int]:
    """Ids of the ended workouts with a work set, the newest day first."""
    return [row["id"] for row in tx.many("past_workout_ids", athlete_id=athlete_id)]


def sessions_of_day(tx: Tx, athlete_id: int, day: date) -> list[tuple[int, Session]]:
    """The ended workouts of one day with a work set: ids and sessions."""
    rows = tx.many("past_sessions_of_day", athlete_id=athlete_id, trained_on=day.isoformat())
    return [(row["id"], read_session(row["session"])) for row in rows]


def past_set(tx: Tx, athlete_id: int, set_id: int) -> KeptSet | None:
    """One set, taken back or not; None for anybody else's."""
    row = tx.one("past_set", set_id=set_id, athlete_id=athlete_id)
    return None if row is None else KeptSet(read_set(row), row["undone_at"] is None)


def keep_note(tx: Tx, athlete_id: int, workout_id: int, note: str | None) -> None:
    """Keep a workout's note in place of the one before; None: it has none."""
    tx.do("workout_note_keep", workout_id=workout_id, athlete_id=athlete_id, note=note)


def delete_workout(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> None:
    """Take a workout and all its sets out of the past, softly."""
    own = {"workout_id": workout_id, "athlete_id": athlete_id}
    before = tx.one("workout_taken_back_last", **own)
    # Later than every set taken back before, which does not come back with the workout.
    last_ms = -1 if before is None or before["undone_at"] is None else before["undone_at"]
    values = own | {"deleted_at": max(to_ms(now), last_ms + 1)}
    tx.do("kept_maxima_drop_by_workout", workout_id=workout_id)
    tx.do("workout_delete", **values)
    tx.do("workout_delete_sets", **values)


def restore_workout(tx: Tx, athlete_id: int, workout: Workout) -> None:
    """Bring a deleted workout back with the sets that stood when it was deleted."""
    if workout.deleted_at is None:
        return
    tx.do(
        "workout_restore_sets",
        workout_id=workout.id,
        athlete_id=athlete_id,
        deleted_at=to_ms(workout.deleted_at),
    )
    tx.do("workout_restore", workout_id=workout.id, athlete_id=athlete_id)
    tx.do("kept_maxima_drop_by_workout", workout_id=workout.id)
