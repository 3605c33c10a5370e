"""Which older sets an athlete was asked about, how they had felt: each once, at the start of one workout."""

from __future__ import annotations

from core.model.workout import LoggedSet
from core.store.logged_sets import read_set
from core.store.port import Tx


def ask_about(tx: Tx, athlete_id: int, set_id: int, workout_id: int) -> bool:
    """Mark a set as asked about at the start of a workout; False when it was asked about before."""
    return tx.do("set_felt_ask", set_id=set_id, athlete_id=athlete_id, workout_id=workout_id) > 0


def asked_about(tx: Tx, athlete_id: int, workout_id: int) -> LoggedSet | None:
    """The set that was asked about at the start of a workout, None when none was or it was taken back."""
    row = tx.one("set_felt_asked_in", athlete_id=athlete_id, workout_id=workout_id)
    return None if row is None else read_set(row)


def set_asked_about(tx: Tx, athlete_id: int, set_id: int) -> LoggedSet | None:
    """A set by id and owner, if it was ever asked about."""
    row = tx.one("set_felt_asked", set_id=set_id, athlete_id=athlete_id)
    return None if row is None else read_set(row)
