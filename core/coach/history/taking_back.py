"""/undo: what was logged last is taken back, be it on a day gone by or in the newest workout."""

from __future__ import annotations

from datetime import datetime

from core.coach.history.past_days import newest_day, take_day_back
from core.coach.workout.undoing import Undone, undo_newest
from core.model.outcomes import DayTold
from core.store.port import Tx


def undo(tx: Tx, athlete_id: int, now: datetime) -> Undone | DayTold:
    """Take back what was done last in the newest workout; refusals as `undo_newest`.

    Where a day gone by was told of since, that is all that was logged on it by one message.
    """
    day = None if tx.repeat else newest_day(tx, athlete_id, now)
    return undo_newest(tx, athlete_id, now) if day is None else take_day_back(tx, athlete_id, day, now)
