"""After a backlog was taken in one go: the card of what is next, where somebody still trains."""

from __future__ import annotations

from datetime import datetime

from core.coach.workout.looking import bring_card
from core.coach.workout.resting import IDLE_ASKS_AFTER, running_rest
from core.model.outcomes import Unlogged
from core.store.port import Tx


def catch_up(tx: Tx, athlete_id: int, written_at: datetime, now: datetime) -> bool:
    """Have the next card sent after updates up to `written_at` were taken; whether one will come.

    None comes while a rest runs, which brings its own, nor after so long that the athlete has gone home:
    then the workout's own question and its closing are due.
    """
    rest = running_rest(tx, athlete_id)
    if now - written_at > IDLE_ASKS_AFTER or (rest is not None and rest.until > now):
        return False
    return not isinstance(bring_card(tx, athlete_id, None, now), Unlogged)
