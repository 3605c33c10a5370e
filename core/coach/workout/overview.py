"""The overview of a whole workout, told anew in one pinned message; when that is due is `resting.py`'s."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.coach.workout.resting import OVERVIEW_EVERY, TimerKind, refresh_overview, wants_overview
from core.coach.workout.scene import Scene
from core.coach.workout.standing import exercise_of, still_open, target_of
from core.model.overview import Overview, OverviewLine
from core.model.session import SetTarget
from core.model.workout import Workout, WorkoutState
from core.store.athletes import load_athlete
from core.store.group_names import name_of
from core.store.port import Tx
from core.store.timers import DueTimer
from core.store.workout_messages import (
    MessageKind,
    WorkoutMessage,
    keep_message,
    kept_at,
    message_of,
    message_told,
    owner_at,
)
from core.store.workouts import load_workout, newest_workout, open_workout


@dataclass(frozen=True, slots=True)
class OverviewTold:
    """What the overview shows, and where. `message` None: begun by words, its overview is still to be sent.

    With `told_at` None the message isn't pinned, as at first and after the end.
    `name` is the athlete's in a group, None in private.
    """

    message: WorkoutMessage | None
    chat_id: int
    shown: Overview
    language: str
    name: str | None


def tell_overview(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> OverviewTold | None:
    """The overview of a workout as it is now; None where none belongs."""
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    if athlete is None or workout is None:
        return None
    kept = message_of(tx, workout_id, MessageKind.OVERVIEW)
    scene = Scene(tx, athlete, workout, now)
    if kept is None and not wants_overview(scene):
        return None
    chat_id = kept.chat_id if kept is not None else workout.chat_id
    name = name_of(tx, athlete_id) if chat_id < 0 else None
    return OverviewTold(kept, chat_id, overview_of(scene), athlete.speaks, name)


def follow(tx: Tx, timer: DueTimer, now: datetime) -> None:
    """An athlete has one timer for overviews: after that of one workout comes another's that was held up.

    That is the one that runs, or one begun and ended while the timer stood.
    """
    athlete = load_athlete(tx, timer.athlete_id) if timer.kind == TimerKind.OVERVIEW else None
    if athlete is None:
        return
    other = open_workout(tx, athlete.id) or newest_workout(tx, athlete.id)
    if other is None or other.id == timer.workout_id:
        return
    if other.finished_at is None or other.finished_at >= timer.due_at - OVERVIEW_EVERY:
        refresh_overview(Scene(tx, athlete, other, now))


def overview_sent(tx: Tx, athlete_id: int, workout_id: int, message: tuple[int, int]) -> None:
    """Remember which (chat, message) shows a workout begun by words; it isn't pinned yet."""
    keep_message(tx, athlete_id, workout_id, MessageKind.OVERVIEW, *message)


def overview_told(
    tx: Tx, athlete_id: int, workout_id: int, message: tuple[int, int], now: datetime, *, is_over: bool
) -> None:
    """The (chat, message) shows the workout as it was at `now`, pinned unless that is over."""
    keep_message(tx, athlete_id, workout_id, MessageKind.OVERVIEW, *message)
    if not is_over:
        message_told(tx, workout_id, MessageKind.OVERVIEW, now)


def is_overview(tx: Tx, message: tuple[int, int]) -> bool:
    """Whether a (chat, message) shows a workout, whoever's: it was its plan, and is none any more."""
    kept = kept_at(tx, *message)
    return kept is not None and kept[0] is MessageKind.OVERVIEW


def is_of_ended(tx: Tx, message: tuple[int, int]) -> bool:
    """Whether a (chat, message) is the overview of a workout that is over: nothing more starts from it."""
    return kept_at(tx, *message) == (MessageKind.OVERVIEW, False)


def whose_recap(tx: Tx, message: tuple[int, int]) -> int | None:
    """Whose recap a (chat, message) is, None for any other message: it stays, whatever is pressed on it."""
    return owner_at(tx, *message, MessageKind.RECAP)


def overview_of(scene: Scene) -> Overview:
    """Every exercise of a workout with its sets, in the order they are done; undone swapped ones left out."""
    workout = scene.workout
    is_over, free = workout.state is not WorkoutState.OPEN, workout.session.is_free
    left = {} if is_over or free else still_open(workout, scene.athlete)
    lines = tuple(
        _line(scene, index, left.get(index, set()))
        for index in workout.session.running_order
        if not (is_over or free) or workout.sets_of(index)
    )
    return Overview(
        goal=None if free else workout.session.goal,
        day=workout.session.day,
        lines=lines,
        done=workout.work_sets,
        left=sum(len(numbers) for numbers in left.values()),
        is_over=is_over,
    )


def _line(scene: Scene, index: int, left: set[int]) -> OverviewLine:
    asked = scene.workout.session.prescriptions[index]
    free = scene.workout.session.is_free
    return OverviewLine(
        exercise=exercise_of(scene.workout, index),
        measure=asked.measure,
        done=scene.workout.sets_of(index),
        passed=0 if free else _passed(scene.workout, index, left),
        left=len(left),
        target=_target(scene, index) if left else None,
    )


def _passed(workout: Workout, index: int, left: set[int]) -> int:
    """Sets that were asked and passed over, or ended early."""
    done = {one.set_number for one in workout.sets_of(index)}
    asked = range(1, workout.session.prescriptions[index].sets + 1)
    return sum(number not in done and number not in left for number in asked)


def _target(scene: Scene, index: int) -> SetTarget | None:
    following = target_of(scene.workout, scene.athlete, index)
    return following[0] if following else None
