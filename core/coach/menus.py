"""Menus that wait for words: from now on, or no longer. Which words answer one is `words/awaiting.py`'s."""

from __future__ import annotations

from core.coach.interview.onboarding import set_aside
from core.model.awaited import Awaited
from core.model.workout import Workout
from core.store.awaited import drop_awaited, keep_awaited
from core.store.port import Tx
from core.store.workouts import open_workout


def await_words(tx: Tx, athlete_id: int, waits: Awaited) -> None:
    """A menu waits for words from now on: an answer that was being changed above it is asked no more."""
    set_aside(tx, athlete_id, waits.asked_at)
    keep_awaited(tx, athlete_id, waits)


def waits_for(tx: Tx, athlete_id: int, waits: Awaited | None) -> None:
    """A menu waits for words about `waits`, in place of whatever waited before; None: none does."""
    if tx.repeat:
        return
    if waits is None:
        drop_awaited(tx, athlete_id)
    else:
        await_words(tx, athlete_id, waits)


def cancel(tx: Tx, athlete_id: int) -> Workout | None:
    """/cancel where no question stands: no menu waits for words any more. The workout that runs, if any."""
    drop_awaited(tx, athlete_id)
    return open_workout(tx, athlete_id)
