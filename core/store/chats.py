"""Which chats can be written to, and a chat that got another id.

What that means for athletes and their timers is `core/coach/settings/reaching.py`.
"""

from __future__ import annotations

from datetime import datetime

from core.store.moments import to_ms
from core.store.port import Tx


def lose(tx: Tx, chat_id: int, reason: str, now: datetime) -> bool:
    """Remember that nobody is in a chat, with a reason in one word; False when that was known.

    False, too, and not remembered, for a chat that has no athlete, no card and no timer.
    """
    return tx.do("chat_lose", chat_id=chat_id, reason=reason, lost_at=to_ms(now)) == 1


def find(tx: Tx, chat_id: int) -> bool:
    """Somebody is in this chat again; False when nobody thought otherwise."""
    return tx.do("chat_find", chat_id=chat_id) == 1


def lost(tx: Tx) -> frozenset[int]:
    """All chats where nobody is."""
    return frozenset(int(row["chat_id"]) for row in tx.many("chats_lost"))


def open_workouts(tx: Tx, chat_id: int) -> tuple[tuple[int, int], ...]:
    """Who has a workout open in a chat, with its id."""
    return tuple((row["athlete_id"], row["id"]) for row in tx.many("chat_workouts_open", chat_id=chat_id))


def move(tx: Tx, from_id: int, to_id: int) -> None:
    """Everything that is still to be sent to one chat goes to another.

    Which messages are cards or overviews is forgotten: the new chat counts its messages from 1 again, so an
    old number would name somebody else's words, or topic, there. Logged sets keep the message they came from.
    """
    tx.do("chat_forget_cards", from_id=from_id)
    tx.do("chat_forget_cards_of_workouts", from_id=from_id)
    tx.do("chat_forget_messages", from_id=from_id)
    tx.do("chat_forget_questions", from_id=from_id)
    tx.do("chat_forget_topics", from_id=from_id)
    tx.do("chat_move_athletes", from_id=from_id, to_id=to_id)
    tx.do("chat_move_workouts", from_id=from_id, to_id=to_id)
    tx.do("chat_move_timers", from_id=from_id, to_id=to_id)
    tx.do("chat_move_names", from_id=from_id, to_id=to_id)
    for chat_id in (from_id, to_id):
        find(tx, chat_id)
