"""What a bell says: the next card, the recap, a question, or just that the rest is over.

Sending it is `bringing.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from bot.texts import join, say, word
from bot.views.addressed import addressed
from bot.views.history.backdated import day_gone_by, goes_on_below
from bot.views.history.past_workouts import was_deleted
from bot.views.interview.onboarding import bell_view
from bot.views.view import View
from bot.views.workout import recap as recaps
from bot.views.workout import results, set_card
from bot.views.workout.overview import overview
from core.coach.history import retelling
from core.coach.workout import ringing
from core.model.outcomes import DayTold
from core.model.overview import Overview
from core.store.timers import DueTimer

LATE_IS_SAID_AFTER = timedelta(seconds=60)


def in_its_chat(found: ringing.Ring, timer: DueTimer, view: View) -> View:
    """In a group it says whose it is."""
    return addressed(view, timer.athlete_id, found.name) if found.name else view


def delay(span: timedelta) -> str:
    """A delay as it is told: `7 min`, from two hours on `5 h`; never none."""
    minutes = max(round(span.total_seconds() / 60), 1)
    return word("{minutes} min", minutes=minutes) if minutes < 120 else word("{hours} h", hours=minutes // 60)


def told_anew(one: retelling.Retold, athlete_id: int) -> View:
    """What a recap, an overview, or the message of a day gone by says after a correction."""
    return _of(one, athlete_id, _anew(one))


def folded_anew(one: retelling.Retold, athlete_id: int) -> Iterator[tuple[tuple[int, int], View]]:
    """The (chat, message) of each card that tells all sets of an exercise, and what it says by now."""
    for card in one.cards:
        yield card.place, _of(one, athlete_id, View(results.folded(card, None)))


def _of(one: retelling.Retold, athlete_id: int, view: View) -> View:
    return addressed(view, athlete_id, one.name) if one.name else view


def _anew(one: retelling.Retold) -> View:
    if one.told is None:
        return goes_on_below()
    if isinstance(one.told, retelling.Deleted):
        return was_deleted(one.told.workout, one.told.today)
    if isinstance(one.told, Overview):
        return overview(one.told)
    return day_gone_by(one.told) if isinstance(one.told, DayTold) else recaps.recap(one.told)


def view_of(found: ringing.Ring, late_by: timedelta) -> View:
    """The message a bell brings; one that comes late says so."""
    if found.card is not None:
        view = set_card.set_card(found.card)
        if late_by >= LATE_IS_SAID_AFTER:
            late = say("(This bell is {delay} late.)", delay=delay(late_by))
            view = replace(view, text=join([late, view.text]))
        return view
    if found.recap is not None:
        return recaps.recap(found.recap, closed_by_silence=found.closed)
    if found.asks is not None:
        return recaps.still_training(found.asks.id, found.asks.work_sets)
    return bell_view() if found.tested else View(say("Rest is over."))
