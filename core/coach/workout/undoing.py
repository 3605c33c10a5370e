"""The thing done last in a workout is taken back, be it a set, warm-ups, or a set passed over.

Whether /undo means the workout is `history/taking_back.py`'s. Taking back one set that is named is
`correcting.take_back`, putting it back `restoring.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.coach.workout.correcting import SetUndone, go_on, take_back, taken_before
from core.coach.workout.lifting import may_reopen
from core.coach.workout.resting import (
    TimerKind,
    bring_next_card,
    refresh_overview,
    retell_recap,
    running_rest,
)
from core.coach.workout.scene import Scene
from core.model.outcomes import Unlogged
from core.model.workout import LoggedSet, SetKind, Slot, Workout, WorkoutState
from core.store import timers
from core.store.athletes import load_athlete
from core.store.cards import cards_of_set, telling_all
from core.store.logged_sets import newest_of_all, newest_set, newest_skip, undo_set, unskip
from core.store.port import Tx
from core.store.workouts import load_workout, newest_workout, touch


@dataclass(frozen=True, slots=True)
class WarmUpsUndone:
    """Warm-ups ticked off or typed at once were taken back: the card asks for them again."""

    workout_id: int


@dataclass(frozen=True, slots=True)
class SkipUndone:
    """A set, or the rest of an exercise, comes after all. `uncovered` are cards, (chat, message), of it."""

    workout_id: int
    uncovered: tuple[tuple[int, int], ...]


Undone = SetUndone | WarmUpsUndone | SkipUndone | Unlogged


def undo_newest(tx: Tx, athlete_id: int, now: datetime) -> Undone:
    """Take back what was done last in the newest workout; one that had just ended opens again.

    That is a set, the warm-ups of one tap or message, or a skip. `nothing_to_undo` when nothing stands there.
    """
    workout = newest_workout(tx, athlete_id)
    if workout is None:
        return Unlogged.of("nothing_to_undo")
    if tx.repeat:
        return taken_before(tx, athlete_id, workout, now) or Unlogged.of("undone_before")
    if workout.finished_at is not None and not may_reopen(workout, now):
        return Unlogged.of("nothing_to_undo")
    is_open = workout.state is WorkoutState.OPEN
    last = newest_of_all(tx, athlete_id, workout.id) if is_open else newest_set(tx, workout.id)
    passed = newest_skip(tx, athlete_id, workout.id)
    ended_by_it = passed is not None and workout.finished_at is not None and passed[1] >= workout.finished_at
    if passed is not None and (is_open or ended_by_it) and (last is None or passed[1] >= last.logged_at):
        return _skip_back(tx, athlete_id, workout, passed[0], now)
    if last is None:
        return Unlogged.of("nothing_to_undo")
    if last.kind is SetKind.WARM_UP:
        return _warm_ups_back(tx, athlete_id, workout, last, now)
    return take_back(tx, athlete_id, workout.id, last.slot, now)


def do_after_all(tx: Tx, athlete_id: int, now: datetime) -> SkipUndone | Unlogged:
    """What was passed over last in the open workout comes after all; `nothing_taken_back` for nothing."""
    workout = newest_workout(tx, athlete_id)
    passed = newest_skip(tx, athlete_id, workout.id) if workout is not None else None
    if workout is None or passed is None or workout.state is not WorkoutState.OPEN:
        return Unlogged.of("nothing_taken_back")
    return _skip_back(tx, athlete_id, workout, passed[0], now)


def _skip_back(
    tx: Tx, athlete_id: int, workout: Workout, passed: Slot, now: datetime
) -> SkipUndone | Unlogged:
    athlete = load_athlete(tx, athlete_id)
    unskip(tx, athlete_id, workout.id, *passed)
    touch(tx, workout.id, now)
    fresh = load_workout(tx, athlete_id, workout.id)
    if athlete is None or fresh is None:
        return Unlogged.of("gone")
    ended = fresh.state is not WorkoutState.OPEN
    if ended:
        retell_recap(Scene(tx, athlete, fresh, now))
    scene = Scene(tx, athlete, replace(fresh, state=WorkoutState.OPEN), now)
    go_on(scene, Slot(passed.exercise_index, 0), ended=ended)
    told = [card.place for card in cards_of_set(tx, workout.id, *passed)]
    # What told the exercise as over tells too much once more of it comes.
    places = dict.fromkeys([*told, *telling_all(tx, workout.id, passed.exercise_index)])
    return SkipUndone(workout.id, tuple(places))


def _warm_ups_back(
    tx: Tx, athlete_id: int, workout: Workout, last: LoggedSet, now: datetime
) -> WarmUpsUndone | Unlogged:
    """The warm-ups logged by one tap or message are to do again, and their rest ends without a bell."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("gone")
    told_at_once = [
        one
        for one in workout.sets
        if one.kind is SetKind.WARM_UP
        and (one.exercise_index, one.logged_at) == (last.exercise_index, last.logged_at)
    ]
    for one in told_at_once:
        undo_set(tx, athlete_id, one.id, now)
    touch(tx, workout.id, now)
    scene = Scene(tx, athlete, load_workout(tx, athlete_id, workout.id) or workout, now)
    rest = running_rest(tx, athlete_id)
    if rest is not None and rest.exercise_index == last.exercise_index:
        if rest.set_number == 0:  # counted on the card that asks, which then shows them again
            timers.cancel(tx, athlete_id, TimerKind.REST, "undone")
        else:
            bring_next_card(scene, Slot(last.exercise_index, 0), "undone")
    refresh_overview(scene)
    return WarmUpsUndone(workout.id)
