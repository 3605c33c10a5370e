"""What an athlete noted beside an exercise (`seat 4`): one note each, the newest."""

from __future__ import annotations

from datetime import datetime

from core.store.moments import to_ms
from core.store.port import Tx


def note_of(tx: Tx, athlete_id: int, exercise_id: str) -> str:
    """The note beside an exercise, empty when there is none."""
    row = tx.one("exercise_note_of", athlete_id=athlete_id, exercise_id=exercise_id)
    return "" if row is None else str(row["note"])


def keep_note(tx: Tx, athlete_id: int, exercise_id: str, note: str, now: datetime) -> None:
    """Put a note beside an exercise in place of the one before; an empty one takes it away."""
    if not note:
        tx.do("exercise_note_drop", athlete_id=athlete_id, exercise_id=exercise_id)
        return
    values = {"athlete_id": athlete_id, "exercise_id": exercise_id, "note": note, "noted_at": to_ms(now)}
    tx.do("exercise_note_keep", **values)
