"""Cards that still have to fold: the next one stands below them, and their edit was not answered yet.

That is owed from the bell's end on, in one transaction with it: a kill, or a Telegram that says wait, would
leave buttons behind that lead nowhere. Who folds them is `bot/timers/folding.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.coach.workout.chat_cards import cards_at
from core.coach.workout.resting import TimerKind
from core.model.old_card import OldCard
from core.store import timers
from core.store.athletes import load_athlete
from core.store.cards import Card, cards_to_fold, newest_card, owe_fold
from core.store.group_names import name_of
from core.store.port import Tx

LOOKED_AT_AFTER = timedelta(seconds=10)  # by then the edit right behind the bell has been answered

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ToFold:
    """A card that has to fold; `leaves` is one whose set is asked again below, and that says nothing more.

    `name` is the athlete's in a group, None in private; `language` is what they speak.
    """

    old: OldCard
    leaves: bool
    language: str
    name: str | None


def owe(
    tx: Tx, athlete_id: int, chat_id: int, workout_id: int, places: Sequence[Place], now: datetime
) -> None:
    """These cards, (chat, message) each, have a newer one below them from now on."""
    for place in places:
        owe_fold(tx, athlete_id, place, owed=True)
    if places:
        timers.arm(tx, athlete_id, TimerKind.FOLD, now + LOOKED_AT_AFTER, chat_id, workout_id)


def folded(tx: Tx, athlete_id: int, places: Sequence[Place]) -> None:
    """These cards have folded, or are out of the chat."""
    for place in places:
        owe_fold(tx, athlete_id, place, owed=False)
    if not cards_to_fold(tx, athlete_id):
        timers.cancel(tx, athlete_id, TimerKind.FOLD, "folded")


def owed(tx: Tx, athlete_id: int, now: datetime) -> tuple[list[Place], list[ToFold]]:
    """The (chat, message) of every card that still has to fold, and how each looks then.

    One that is the newest again, or whose workout is gone, stays as it is.
    """
    athlete, cards = load_athlete(tx, athlete_id), cards_to_fold(tx, athlete_id)
    places, found = [card.place for card in cards], []
    if athlete is None:
        return places, []
    for card in cards:
        name = name_of(tx, athlete_id) if card.chat_id < 0 else None
        for old in cards_at(tx, athlete_id, card.workout_id, (card.place,), now).older:
            found.append(ToFold(old, _is_asked_below(tx, athlete_id, card, old), athlete.speaks, name))
    return places, found


def _is_asked_below(tx: Tx, athlete_id: int, card: Card, old: OldCard) -> bool:
    newest = newest_card(tx, athlete_id, card.workout_id)
    return newest is not None and newest.slot == card.slot and old.is_untold
