"""What was told of a workout that had ended, told anew after a correction: its recap, or its day.

The timer that asks for it is armed in `resting.py`; editing the message is `bot/timers`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.coach.finishing import recap
from core.coach.past_days import day_told
from core.model.outcomes import DayTold, Recap
from core.model.workout import WorkoutState
from core.store.athletes import load_athlete
from core.store.group_names import name_of
from core.store.port import Tx
from core.store.workout_messages import (
    MessageKind,
    drop_message,
    keep_message,
    message_pictured,
    message_told,
    stale_messages,
)
from core.store.workouts import load_workout


@dataclass(frozen=True, slots=True)
class Retold:
    """One message and what it says now; `told` None: its workout was opened again and goes on below.

    `name` is the athlete's in a group, None in private. `pictured`: the message is a picture with a caption.
    """

    workout_id: int
    kind: MessageKind
    message: tuple[int, int]
    told: Recap | DayTold | None
    name: str | None = None
    pictured: bool = False


def recap_sent(tx: Tx, athlete_id: int, workout_id: int, message: tuple[int, int], now: datetime) -> None:
    """Remember which (chat, message) is the recap, to tell it anew when something in it changes."""
    keep_message(tx, athlete_id, workout_id, MessageKind.RECAP, *message)
    message_told(tx, workout_id, MessageKind.RECAP, now)


def recap_pictured(tx: Tx, athlete_id: int, workout_id: int) -> None:
    """The recap's message is a picture from now on."""
    message_pictured(tx, athlete_id, workout_id, MessageKind.RECAP)


def retold(tx: Tx, athlete_id: int, now: datetime) -> tuple[str, tuple[Retold, ...]]:
    """The athlete's language, and every message that shows what is no longer so, with what it says now."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return "", ()
    found = []
    for workout_id, kind, message in stale_messages(tx, athlete_id):
        workout = load_workout(tx, athlete_id, workout_id)
        if workout is None:
            continue
        told: Recap | DayTold | None = None
        if workout.state is not WorkoutState.OPEN and kind is MessageKind.PAST:
            told = day_told(tx, athlete, workout, now)
        elif workout.state is not WorkoutState.OPEN:
            anew = recap(tx, athlete_id, workout_id, now)
            told = anew if isinstance(anew, Recap) else None
        name = name_of(tx, athlete_id) if message.chat_id < 0 else None
        found.append(Retold(workout_id, kind, message.place, told, name, message.pictured))
    return athlete.speaks, tuple(found)


def retelling_done(tx: Tx, told: tuple[Retold, ...], now: datetime) -> None:
    """They show what is so; one whose workout goes on is told no more."""
    for one in told:
        if one.told is None:
            drop_message(tx, one.workout_id, one.kind)
        else:
            message_told(tx, one.workout_id, one.kind, now)
