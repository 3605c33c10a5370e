"""Messages that stand for a whole workout: its pinned overview, the question whether it goes on, its recap,
and what was logged for a day gone by.

The cards of single sets are `cards.py`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.store.moments import from_ms, to_ms
from core.store.port import Tx


class MessageKind(StrEnum):
    """What a message is for; a workout has at most one of each."""

    OVERVIEW = "overview"
    QUESTION = "question"
    RECAP = "recap"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class WorkoutMessage:
    """One of the bot's messages about a whole workout; `told_at` None: it never showed the workout yet.

    `pictured`: it is a picture by now, and its words are the caption.
    """

    chat_id: int
    message_id: int
    told_at: datetime | None = None
    pictured: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """The (chat, message)."""
        return self.chat_id, self.message_id


def keep_message(
    tx: Tx, athlete_id: int, workout_id: int, kind: MessageKind, chat_id: int, message_id: int
) -> None:
    """Remember which message of a chat it is; one kept before is forgotten."""
    tx.do(
        "workout_message_keep",
        workout_id=workout_id,
        kind=kind.value,
        athlete_id=athlete_id,
        chat_id=chat_id,
        message_id=message_id,
    )


def message_of(tx: Tx, workout_id: int, kind: MessageKind) -> WorkoutMessage | None:
    """The message of a kind, None when there is none."""
    row = tx.one("workout_message_of", workout_id=workout_id, kind=kind.value)
    if row is None:
        return None
    told_at = from_ms(row["told_at"]) if row["told_at"] else None
    return WorkoutMessage(row["chat_id"], row["message_id"], told_at)


def kept_at(tx: Tx, chat_id: int, message_id: int) -> tuple[MessageKind, bool] | None:
    """What a message is for, whoever's it is, and whether its workout is open; None for any other message."""
    rows = tx.many("workout_message_at", chat_id=chat_id, message_id=message_id)
    return next(((MessageKind(row["kind"]), row["state"] == "open") for row in rows), None)


def owner_at(tx: Tx, chat_id: int, message_id: int, kind: MessageKind) -> int | None:
    """Whose message of a kind it is; None for any other message."""
    rows = tx.many("workout_message_at", chat_id=chat_id, message_id=message_id)
    return next((row["athlete_id"] for row in rows if row["kind"] == kind.value), None)


def message_told(tx: Tx, workout_id: int, kind: MessageKind, now: datetime) -> None:
    """It shows the workout as it is now."""
    tx.do("workout_message_told", workout_id=workout_id, kind=kind.value, told_at=to_ms(now))


def message_pictured(tx: Tx, athlete_id: int, workout_id: int, kind: MessageKind) -> bool:
    """It has become a picture; False when it is not known any more."""
    told = {"athlete_id": athlete_id, "workout_id": workout_id, "kind": kind.value}
    return tx.do("workout_message_pictured", **told) == 1


def drop_message(tx: Tx, workout_id: int, kind: MessageKind) -> None:
    """It is gone, or nothing more will be said in it."""
    tx.do("workout_message_drop", workout_id=workout_id, kind=kind.value)


def message_stale(tx: Tx, athlete_id: int, workout_id: int, kind: MessageKind) -> bool:
    """It shows what is no longer so; False when there is none of that kind."""
    told = {"athlete_id": athlete_id, "workout_id": workout_id, "kind": kind.value}
    return tx.do("workout_message_stale", **told) > 0


def recaps_stale(tx: Tx, athlete_id: int, since: datetime) -> bool:
    """Every recap told since shows what is no longer so; False when there is none."""
    return tx.do("workout_recaps_stale", athlete_id=athlete_id, since=to_ms(since)) > 0


def stale_messages(tx: Tx, athlete_id: int) -> list[tuple[int, MessageKind, WorkoutMessage]]:
    """Recaps and past days of an athlete that have to be told anew, with the workout each is about."""
    return [
        (
            row["workout_id"],
            MessageKind(row["kind"]),
            WorkoutMessage(row["chat_id"], row["message_id"], pictured=bool(row["pictured"])),
        )
        for row in tx.many("workout_messages_stale", athlete_id=athlete_id)
    ]
