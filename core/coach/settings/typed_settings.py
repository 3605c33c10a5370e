"""Words typed for a settings menu, given to the setting they are about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from core.coach.menus import await_words
from core.coach.settings import gym_settings, habits, look_backs, reminding
from core.model.athlete import Athlete, Goal
from core.model.awaited import About, Awaited
from core.model.outcomes import Unlogged
from core.store.awaited import drop_awaited
from core.store.port import Tx
from core.store.workouts import last_touch

_Tell = Callable[[Tx, int, str, datetime], Athlete | Unlogged]
_TELLS: dict[About, _Tell] = {
    About.RACK: gym_settings.tell_rack,
    About.DUMBBELLS: gym_settings.tell_dumbbells,
    About.PIN: gym_settings.tell_pin,
    About.OTHER_BARS: gym_settings.tell_other_bars,
    About.MINUTES: habits.tell_minutes,
    About.REMINDERS: reminding.remind,
    About.QUIET: reminding.tell_quiet,
    About.LOOK_BACK: look_backs.tell_look_back,
}


def tell(tx: Tx, athlete_id: int, waiting: Awaited, words: str, now: datetime) -> Athlete | Unlogged:
    """Set what the menu asks for; `misread` says why not, `stranger` as everywhere.

    The menu takes more words afterwards, but not while lifting: what is typed next is a set again.
    """
    if waiting.about is About.REST:
        kept = habits.tell_rest(tx, athlete_id, habits.goal_asked(waiting) or Goal.FOUNDATION, words, now)
    else:
        kept = _TELLS[waiting.about](tx, athlete_id, words, now)
    if isinstance(kept, Athlete) and last_touch(tx, athlete_id) is not None:
        drop_awaited(tx, athlete_id)
    elif isinstance(kept, Athlete) and not tx.repeat:
        await_words(tx, athlete_id, reminding.fitting(kept, replace(waiting, asked_at=now)))
    return kept
