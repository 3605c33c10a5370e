"""Whether and when the weekly look-back comes, by a tap or in words.

What it tells is `history/weekly.py`'s.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.menus import await_words
from core.coach.settings.reminding import STOP_WORDS, fitting, keep
from core.model.athlete import Athlete
from core.model.awaited import Awaited
from core.model.outcomes import Unlogged
from core.model.reminding import MINUTES_A_DAY, Weekly
from core.store.athletes import load_athlete
from core.store.port import Tx
from core.training.typed.gym_words import Misread
from core.training.typed.reminder_words import read_reminders


def choose(
    tx: Tx, athlete_id: int, waits: Awaited, *, on: bool, at: Weekly | None = None, now: datetime
) -> Athlete | Unlogged:
    """Send the look-back every week from now on, or no more; waits for the time zone until it is told.

    `at` is another time of the week than before; `misread` for one that no week has.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    at = at or athlete.reminders.look_back_at
    if not (0 <= at.weekday <= 6 and 0 <= at.minute < MINUTES_A_DAY):
        return Unlogged.of("misread", why=Misread.OUT_OF_RANGE.value)
    wished = replace(athlete.reminders, look_back=on, look_back_at=at)
    kept = keep(tx, replace(athlete, reminders=wished), now)
    if on and not tx.repeat and not kept.zone_told:
        await_words(tx, athlete_id, fitting(kept, waits))
    return kept


def tell_look_back(tx: Tx, athlete_id: int, words: str, now: datetime) -> Athlete | Unlogged:
    """`sun 20:00`, one time of the week, or `off`; `misread` says why not."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    if words.strip().lower() in STOP_WORDS:
        return keep(tx, replace(athlete, reminders=replace(athlete.reminders, look_back=False)), now)
    told = read_reminders(words)
    if isinstance(told, Misread) or len(told) != 1:
        return Unlogged.of("misread", why=Misread.NOT_UNDERSTOOD.value)
    wished = replace(athlete.reminders, look_back=True, look_back_at=told[0])
    return keep(tx, replace(athlete, reminders=wished), now)
