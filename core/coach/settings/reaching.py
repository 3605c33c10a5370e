"""Whether an athlete can be reached: the bot was blocked, or removed, or the chat got another id."""

from __future__ import annotations

from datetime import datetime

from core.coach.settings.reminding import resume
from core.coach.workout.resting import IDLE_CLOSES_AFTER, TimerKind
from core.store import chats, timers
from core.store.port import Tx


def lose_chat(tx: Tx, chat_id: int, reason: str, now: datetime) -> bool:
    """Nobody is in a chat any more: its timers are cancelled for `reason`.

    False when that was known, and where nobody ever trained or all were forgotten: then no id is kept.

    A workout that is open there closes itself after four hours, as any other that nobody touches.
    """
    if not chats.lose(tx, chat_id, reason, now):
        return False
    timers.cancel_of_chat(tx, chat_id, reason)
    for athlete_id, workout_id in chats.open_workouts(tx, chat_id):
        closes_at = now + IDLE_CLOSES_AFTER
        timers.arm(tx, athlete_id, TimerKind.CLOSE, closes_at, chat_id=chat_id, workout_id=workout_id)
    return True


def find_chat(tx: Tx, chat_id: int, now: datetime) -> bool:
    """Somebody wrote in a chat: from now on it is written to again. False when it never was lost.

    Their reminders go on; a private chat has its person's id.
    """
    if not chats.find(tx, chat_id):
        return False
    resume(tx, chat_id, now)
    return True


def move_chat(tx: Tx, from_id: int, to_id: int) -> None:
    """A group became a supergroup: workouts, timers and athletes go with it. Twice is once."""
    chats.move(tx, from_id, to_id)
