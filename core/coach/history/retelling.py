"""What was told of a workout that had ended, told anew after a correction: recap, overview, cards, its day.

The timer that asks for it is armed in `workout/resting.py`; editing the message is `bot/timers`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from core.coach.history.past_days import day_told
from core.coach.local_time import local_date
from core.coach.workout.chat_cards import folded_cards
from core.coach.workout.finishing import recap
from core.coach.workout.overview import overview_of
from core.coach.workout.resting import tells_the_end
from core.coach.workout.scene import Scene
from core.model.old_card import OldCard
from core.model.outcomes import DayTold, Recap, Unlogged
from core.model.overview import Overview
from core.model.workout import Workout, WorkoutState
from core.store.athletes import load_athlete
from core.store.group_names import name_of
from core.store.pictures import keep_picture
from core.store.port import Tx
from core.store.workout_messages import (
    MessageKind,
    WorkoutMessage,
    drop_message,
    keep_message,
    message_of,
    message_pictured,
    message_told,
    stale_messages,
)
from core.store.workouts import load_deleted_too


@dataclass(frozen=True, slots=True)
class Deleted:
    """A workout that was deleted, told on `today`: no button of its message leads anywhere."""

    workout: Workout
    today: date


@dataclass(frozen=True, slots=True)
class Retold:
    """One message and what it says now; `told` None: its workout was opened again and goes on below.

    `cards` tell all sets of an exercise each, and the recap is what they belong to.

    `name` is the athlete's in a group, None in private. `pictured`: the message is a picture with a caption.
    """

    workout_id: int
    kind: MessageKind
    message: tuple[int, int]
    told: Recap | DayTold | Overview | Deleted | None
    name: str | None = None
    pictured: bool = False
    cards: tuple[OldCard, ...] = ()


def recap_sent(tx: Tx, athlete_id: int, workout_id: int, message: tuple[int, int], now: datetime) -> None:
    """Remember which (chat, message) is the recap, to tell it anew when something in it changes."""
    keep_message(tx, athlete_id, workout_id, MessageKind.RECAP, *message)
    message_told(tx, workout_id, MessageKind.RECAP, now)


def recap_pictured(
    tx: Tx, athlete_id: int, workout_id: int, subject: str, digest: str, file_id: str, now: datetime
) -> None:
    """The recap's message is a picture from now on, and remembered as one of `subject`.

    Nothing is written of somebody who was forgotten while it was drawn.
    """
    if message_pictured(tx, athlete_id, workout_id, MessageKind.RECAP):
        keep_picture(tx, athlete_id, subject, digest, file_id, now)


def retold(tx: Tx, athlete_id: int, now: datetime) -> tuple[str, tuple[Retold, ...]]:
    """The athlete's language, and every message that shows what is no longer so, with what it says now."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return "", ()
    found: list[Retold] = []
    for workout_id, kind, message in stale_messages(tx, athlete_id):
        workout = load_deleted_too(tx, athlete_id, workout_id)
        if workout is not None:
            found += _retold(Scene(tx, athlete, workout, now), kind, message)
    return athlete.speaks, tuple(found)


def _retold(scene: Scene, kind: MessageKind, message: WorkoutMessage) -> Iterator[Retold]:
    workout, name = scene.workout, name_of(scene.tx, scene.athlete.id) if message.chat_id < 0 else None
    if workout.state is WorkoutState.OPEN:
        yield Retold(workout.id, kind, message.place, None, name, message.pictured)
        return
    kept = message_of(scene.tx, workout.id, MessageKind.OVERVIEW)
    ended = kept if kept is not None and tells_the_end(scene, kept) else None
    if workout.deleted_at is not None:
        gone = Deleted(workout, local_date(scene.athlete, scene.now))
        yield Retold(workout.id, kind, message.place, gone, name, message.pictured)
        if ended is not None:
            yield Retold(workout.id, MessageKind.OVERVIEW, ended.place, gone, name)
        return
    told: Recap | DayTold | Unlogged | None
    if kind is MessageKind.PAST:
        told = day_told(scene.tx, scene.athlete, workout, scene.now)
    else:
        told = recap(scene.tx, scene.athlete.id, workout.id, scene.now)
    shown = None if isinstance(told, Unlogged) else told
    yield Retold(workout.id, kind, message.place, shown, name, message.pictured, folded_cards(scene))
    if ended is not None:
        yield Retold(workout.id, MessageKind.OVERVIEW, ended.place, overview_of(scene), name)


def retelling_done(tx: Tx, told: tuple[Retold, ...], now: datetime) -> None:
    """They show what is so; one whose workout goes on is told no more."""
    for one in told:
        if one.told is None:
            drop_message(tx, one.workout_id, one.kind)
        elif one.kind is not MessageKind.OVERVIEW:  # told_at would say that it is pinned
            message_told(tx, one.workout_id, one.kind, now)
