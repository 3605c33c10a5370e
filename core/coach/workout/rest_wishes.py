"""Rest as it is wished for in words: so much longer, so much shorter."""

from __future__ import annotations

from datetime import datetime

from core.coach.workout.resting import LONGEST_REST_S, SHORTEST_REST_S, rest_by_hand, running_rest, stop_rest
from core.model.outcomes import Rest, Unlogged
from core.store.port import Tx

MORE_REST_S = 60  # what "more rest" is without a number


def rest_longer(tx: Tx, athlete_id: int, chat_id: int, seconds: int, now: datetime) -> Rest | Unlogged:
    """So many seconds more: on top of the rest that runs, or from now on where none does.

    `how_to_rest` answers what is no rest (under 5 s, over 60 min).
    """
    running = running_rest(tx, athlete_id)
    if tx.repeat and running is not None:
        return running
    left = max(round((running.until - now).total_seconds()), 0) if running else 0
    return rest_by_hand(tx, athlete_id, chat_id, str(min(left + seconds, LONGEST_REST_S)), now)


def rest_shorter(
    tx: Tx, athlete_id: int, chat_id: int, seconds: int, now: datetime
) -> Rest | Unlogged | None:
    """So many seconds less of the rest that runs; None where it is over by that, and the next card comes.

    `not_resting` where none runs.
    """
    running = running_rest(tx, athlete_id)
    if running is None:
        return Unlogged.of("not_resting")
    if tx.repeat:
        return running
    left = round((running.until - now).total_seconds()) - seconds
    if left < SHORTEST_REST_S:
        return stop_rest(tx, athlete_id, now)
    return rest_by_hand(tx, athlete_id, chat_id, str(left), now)
