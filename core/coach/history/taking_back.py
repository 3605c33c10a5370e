"""/undo and `redo`: what was logged last is taken back, or put back, on a day gone by or in a workout."""

from __future__ import annotations

from datetime import datetime

from core.coach.history.past_days import newest_day, put_newest_day_back, take_day_back
from core.coach.workout.restoring import put_back_newest
from core.coach.workout.undoing import SkipUndone, Undone, undo_newest
from core.model.outcomes import DayTold, SetLogged, Unlogged
from core.store.port import Tx

Restored = SetLogged | SkipUndone | DayTold | Unlogged


def undo(tx: Tx, athlete_id: int, now: datetime) -> Undone | DayTold:
    """Take back what was done last in the newest workout; refusals as `undo_newest`.

    Where a day gone by was told of since, that is all that was logged on it by one message.
    """
    day = None if tx.repeat else newest_day(tx, athlete_id, now)
    return undo_newest(tx, athlete_id, now) if day is None else take_day_back(tx, athlete_id, day, now)


def put_back_last(tx: Tx, athlete_id: int, now: datetime) -> Restored:
    """Put back what was taken back last, or do what was passed over last; `nothing_taken_back` for neither.

    Where that is of a day gone by, it is all that was logged on it by one message.
    """
    day = put_newest_day_back(tx, athlete_id, now)
    if isinstance(day, DayTold) or day.code != "nothing_taken_back":
        return day
    return put_back_newest(tx, athlete_id, now)
