"""The language an athlete is spoken to in: what their Telegram says, or what they chose instead.

Which languages there are is the bot's business (`bot/texts`); here a language is a short code.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.settings.habits import known
from core.model.athlete import Athlete
from core.model.outcomes import Unlogged
from core.store.athlete_settings import save_settings
from core.store.athletes import load_athlete, save_athlete
from core.store.port import Tx

LONGEST_CODE = 35  # the longest language tag that Telegram may send (RFC 5646)


def chosen_by(tx: Tx, athlete_id: int) -> str | None:
    """The language somebody chose; None for one who chose none, or a stranger."""
    athlete = load_athlete(tx, athlete_id)
    return None if athlete is None else athlete.chosen_language


def choose_language(tx: Tx, athlete_id: int, language: str | None) -> Athlete | Unlogged:
    """Speak `language` from now on, None: as Telegram says; `stranger` as everywhere.

    A plan stays: it holds no words.
    """
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    chosen = replace(athlete, chosen_language=language and language[:LONGEST_CODE])
    if not tx.repeat:
        save_settings(tx, chosen)
    return chosen


def hear_language(tx: Tx, athlete_id: int, language: str, now: datetime) -> None:
    """Their Telegram speaks another language since: bells that come by themselves follow."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is not None and athlete.language != language:
        save_athlete(tx, replace(athlete, language=language[:LONGEST_CODE]), now)
