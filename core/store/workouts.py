"""Workouts and what hurts, read and written as frozen nouns.

Their sets are in `logged_sets.py`, their messages in `cards.py`; no rule of training is here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from core.model.exercise import Exercise
from core.model.session import Session
from core.model.workout import LoggedSet, Slot, Workout, WorkoutState
from core.store.frozen import read_session, write_session
from core.store.logged_sets import read_set, set_in_hand
from core.store.moments import from_ms, to_ms
from core.store.own_exercises import own_exercises
from core.store.port import Row, Tx
from core.store.sequences import next_id


def _workout(
    row: Row, sets: Iterable[LoggedSet], skipped: Iterable[Slot], own: tuple[Exercise, ...]
) -> Workout:
    return Workout(
        id=row["id"],
        athlete_id=row["athlete_id"],
        chat_id=row["chat_id"],
        session=read_session(row["session"]),
        state=WorkoutState(row["state"]),
        opened_at=from_ms(row["opened_at"]),
        trained_on=date.fromisoformat(row["trained_on"]),
        sets=tuple(sets),
        skipped=tuple(skipped),
        finished_at=None if row["finished_at"] is None else from_ms(row["finished_at"]),
        own=own,
        note=row["note"],
        deleted_at=None if row["deleted_at"] is None else from_ms(row["deleted_at"]),
    )


def _whole(tx: Tx, row: Row | None) -> Workout | None:
    return None if row is None else whole_workout(tx, row)


def whole_workout(tx: Tx, row: Row) -> Workout:
    """One workout from its row, with its sets."""
    sets = (read_set(found) for found in tx.many("sets_of_workout", workout_id=row["id"]))
    skipped = (
        Slot(found["exercise_index"], found["set_number"])
        for found in tx.many("skips_of_workout", workout_id=row["id"])
    )
    whole = _workout(row, sets, skipped, own_exercises(tx, row["athlete_id"]))
    return replace(whole, in_hand=set_in_hand(tx, whole.id))


def open_workout(tx: Tx, athlete_id: int) -> Workout | None:
    """The athlete's open workout, or None."""
    return _whole(tx, tx.one("workout_open", athlete_id=athlete_id))


def load_workout(tx: Tx, athlete_id: int, workout_id: int) -> Workout | None:
    """One workout by id *and* owner; None for a deleted one and for anybody else's."""
    return _whole(tx, tx.one("workout_by_id", workout_id=workout_id, athlete_id=athlete_id))


def load_deleted_too(tx: Tx, athlete_id: int, workout_id: int) -> Workout | None:
    """One workout by id *and* owner, also a deleted one, for bringing it back and saying so."""
    return _whole(tx, tx.one("workout_deleted_too", workout_id=workout_id, athlete_id=athlete_id))


def newest_workout(tx: Tx, athlete_id: int) -> Workout | None:
    """The workout opened last, whatever its state; none that was deleted."""
    return _whole(tx, tx.one("workout_newest", athlete_id=athlete_id))


def trained_on(tx: Tx, athlete_id: int, day: date) -> bool:
    """Whether a workout was finished on a local day, or one is open just now."""
    row = tx.one("workout_keeps_silent", athlete_id=athlete_id, trained_on=day.isoformat())
    return row is not None


def closed_workouts(tx: Tx, athlete_id: int) -> list[Workout]:
    """Every workout that is no longer open, oldest first, with its sets: four queries in all."""
    sets: dict[int, list[LoggedSet]] = {}
    for row in tx.many("sets_of_athlete", athlete_id=athlete_id):
        sets.setdefault(row["workout_id"], []).append(read_set(row))
    skipped: dict[int, list[Slot]] = {}
    for row in tx.many("skips_of_athlete", athlete_id=athlete_id):
        passed = Slot(row["exercise_index"], row["set_number"])
        skipped.setdefault(row["workout_id"], []).append(passed)
    own = own_exercises(tx, athlete_id)
    return [
        _workout(row, sets.get(row["id"], ()), skipped.get(row["id"], ()), own)
        for row in tx.many("workouts_closed", athlete_id=athlete_id)
    ]


def add_workout(
    tx: Tx, athlete_id: int, chat_id: int, session: Session, trained_on: date, now: datetime
) -> Workout:
    """Open a workout for a session; the athlete must have none open."""
    workout_id = next_id(tx, "workout")
    tx.do(
        "workout_add",
        id=workout_id,
        athlete_id=athlete_id,
        chat_id=chat_id,
        session=write_session(session),
        opened_at=to_ms(now),
        trained_on=trained_on.isoformat(),
    )
    own = own_exercises(tx, athlete_id)
    return Workout(workout_id, athlete_id, chat_id, session, WorkoutState.OPEN, now, trained_on, own=own)


def add_past_workout(
    tx: Tx,
    athlete_id: int,
    chat_id: int,
    session: Session,
    trained_on: date,
    trained_at: datetime,
    now: datetime,
) -> Workout:
    """Keep a workout of a day gone by; it was over before anybody told of it."""
    workout_id = next_id(tx, "workout")
    tx.do(
        "workout_add_past",
        id=workout_id,
        athlete_id=athlete_id,
        chat_id=chat_id,
        session=write_session(session),
        opened_at=to_ms(trained_at),
        touched_at=to_ms(now),
        trained_on=trained_on.isoformat(),
    )
    own = own_exercises(tx, athlete_id)
    return Workout(
        workout_id,
        athlete_id,
        chat_id,
        session,
        WorkoutState.FINISHED,
        trained_at,
        trained_on,
        finished_at=trained_at,
        own=own,
    )


def workout_of_day(tx: Tx, athlete_id: int, day: date) -> Workout | None:
    """The last workout of a day that has ended, None when there is none."""
    return _whole(tx, tx.one("workout_of_day", athlete_id=athlete_id, trained_on=day.isoformat()))


def touched_last(tx: Tx, athlete_id: int) -> tuple[Workout, datetime] | None:
    """The workout in which something was done last, whatever day it is of, and when that was."""
    row = tx.one("workout_touched_last", athlete_id=athlete_id)
    workout = _whole(tx, row)
    return None if row is None or workout is None else (workout, from_ms(row["touched_at"]))


def keep_session(tx: Tx, workout_id: int, session: Session) -> None:
    """What is left to do has changed: a swap, a later, an added set."""
    tx.do("kept_maxima_drop_by_workout", workout_id=workout_id)
    tx.do("workout_set_session", workout_id=workout_id, session=write_session(session))


def touch(tx: Tx, workout_id: int, now: datetime) -> None:
    """The athlete did something in this workout."""
    tx.do("workout_touch", workout_id=workout_id, touched_at=to_ms(now))


def last_touch(tx: Tx, athlete_id: int) -> datetime | None:
    """When the athlete last did something in the workout that is open; None with none open."""
    row = tx.one("workout_open", athlete_id=athlete_id)
    return None if row is None else from_ms(row["touched_at"])


def end_workout(tx: Tx, workout_id: int, state: WorkoutState, now: datetime) -> None:
    """Finish or close an open workout; one that has ended stays as it ended."""
    tx.do("workout_end", workout_id=workout_id, state=state.value, finished_at=to_ms(now))


def reopen_workout(tx: Tx, workout_id: int) -> None:
    """Open an ended workout again, because its last set was taken back or one more is wanted."""
    tx.do("kept_maxima_drop_by_workout", workout_id=workout_id)
    tx.do("workout_reopen", workout_id=workout_id)


def remember_ache(tx: Tx, athlete_id: int, exercise_id: str, now: datetime) -> None:
    """Something hurt in this exercise: it is left out until the athlete wants it back."""
    tx.do("ache_add", athlete_id=athlete_id, exercise_id=exercise_id, since=to_ms(now))


def aches(tx: Tx, athlete_id: int) -> frozenset[str]:
    """Exercises that hurt."""
    return frozenset(row["exercise_id"] for row in tx.many("aches", athlete_id=athlete_id))
