"""The overview of a whole workout, told anew in one pinned message; when that is due is `resting.py`'s."""

from __future__ import annotations

from datetime import datetime

from core.coach.scene import Scene
from core.coach.standing import exercise_of, still_open, target_of
from core.model.outcomes import Overview, OverviewLine
from core.model.session import SetTarget
from core.model.workout import Workout, WorkoutState
from core.store.athletes import load_athlete
from core.store.group_names import name_of
from core.store.port import Tx
from core.store.workout_messages import (
    MessageKind,
    WorkoutMessage,
    keep_message,
    kept_at,
    message_of,
    message_told,
)
from core.store.workouts import load_workout


def tell_overview(
    tx: Tx, athlete_id: int, workout_id: int, now: datetime
) -> tuple[WorkoutMessage, Overview, str, str | None] | None:
    """The overview's message, what it shows, the athlete's language and (in groups) name; None without one.

    The message is as it was before: with `told_at` None it isn't pinned, as at first and after the end.
    """
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    kept = message_of(tx, workout_id, MessageKind.OVERVIEW)
    if athlete is None or workout is None or kept is None:
        return None
    if workout.state is WorkoutState.OPEN:
        message_told(tx, workout_id, MessageKind.OVERVIEW, now)
    else:
        keep_message(tx, athlete_id, workout_id, MessageKind.OVERVIEW, *kept.place)
    name = name_of(tx, athlete_id) if kept.chat_id < 0 else None
    return kept, overview_of(Scene(tx, athlete, workout, now)), athlete.language, name


def is_overview(tx: Tx, athlete_id: int, message: tuple[int, int]) -> bool:
    """Whether a (chat, message) shows a workout of the athlete's: it was its plan, and is none any more."""
    kept = kept_at(tx, athlete_id, *message)
    return kept is not None and kept[0] is MessageKind.OVERVIEW


def is_of_ended(tx: Tx, athlete_id: int, message: tuple[int, int]) -> bool:
    """Whether a (chat, message) is the overview of a workout that is over: nothing more starts from it."""
    return kept_at(tx, athlete_id, *message) == (MessageKind.OVERVIEW, False)


def is_recap(tx: Tx, athlete_id: int, message: tuple[int, int]) -> bool:
    """Whether a (chat, message) is the recap of a workout: it stays, whatever is pressed on it."""
    kept = kept_at(tx, athlete_id, *message)
    return kept is not None and kept[0] is MessageKind.RECAP


def overview_of(scene: Scene) -> Overview:
    """Every exercise of a workout with its sets, in the order they are done; undone swapped ones left out."""
    workout = scene.workout
    is_over = workout.state is not WorkoutState.OPEN
    left = {} if is_over else still_open(workout, scene.athlete)
    lines = tuple(
        _line(scene, index, left.get(index, set()))
        for index in workout.session.running_order
        if not is_over or workout.sets_of(index)
    )
    return Overview(
        goal=workout.session.goal,
        day=workout.session.day,
        lines=lines,
        done=workout.work_sets,
        left=sum(len(numbers) for numbers in left.values()),
        is_over=is_over,
    )


def _line(scene: Scene, index: int, left: set[int]) -> OverviewLine:
    asked = scene.workout.session.prescriptions[index]
    return OverviewLine(
        exercise=exercise_of(scene.workout, index),
        measure=asked.measure,
        done=scene.workout.sets_of(index),
        passed=_passed(scene.workout, index, left),
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
