"""A running workout put in another order, or cut, or grown, by the names of its exercises.

Which exercise some words mean is `words/orders.py`'s. "Later" and "now" by a tap are `swapping.py`'s.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.workout.changing import next_card
from core.coach.workout.resting import bring_next_card, watch_idle
from core.coach.workout.scene import Scene, anew, open_scene, with_prescription, with_session
from core.coach.workout.standing import Upcoming, exercise_of, goes_on, still_open, target_of, upcoming
from core.coach.workout.swapping import apart, do_now, swap_back, swapped_in
from core.model.exercise import Exercise
from core.model.outcomes import SetCard, Unlogged
from core.model.workout import Slot
from core.store.logged_sets import skip, unskip
from core.store.port import Tx
from core.store.workouts import touch
from core.training.session.set_counts import MOST_SETS


def _planned(tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime) -> Scene | Unlogged:
    """The scene of an open workout that has an order of its own, and an exercise in that place."""
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    if scene.workout.session.is_free:
        return Unlogged.of("free_running")
    there = 0 <= index < len(scene.workout.session.prescriptions)
    return scene if there else Unlogged.of("gone")


def bring_forward(
    tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime
) -> SetCard | Exercise | Unlogged:
    """Do an exercise now, also one left out or swapped away. The exercise where all its sets are done."""
    scene = _planned(tx, athlete_id, workout_id, index, now)
    if isinstance(scene, Unlogged):
        return scene
    before = upcoming(scene.workout, scene.athlete)
    if not tx.repeat and unskip(tx, athlete_id, workout_id, index, 0):
        scene = _moved_on(anew(scene), before)
    if not goes_on(scene.workout, scene.athlete, index):
        if tx.repeat or swapped_in(scene.workout, index) is None:
            return exercise_of(scene.workout, index)
        return _back_and_now(scene, index)
    return do_now(tx, athlete_id, workout_id, index, now)


def _back_and_now(scene: Scene, index: int) -> SetCard | Unlogged:
    """What was swapped away takes its stand-in's place, and comes before all others."""
    place = (scene.tx, scene.athlete.id, scene.workout.id, index, scene.now)
    card = swap_back(*place)
    return card if isinstance(card, Unlogged) or card.exercise_index == index else do_now(*place)


def _moved_on(scene: Scene, before: Upcoming | None) -> Scene:
    """Another exercise than `before` is next now: its card comes at once."""
    coming = upcoming(scene.workout, scene.athlete)
    last = before.slot.exercise_index if before is not None else -1
    if coming is not None and coming.slot.exercise_index != last:
        bring_next_card(scene, Slot(max(last, 0), 0), "later")
    return scene


def leave_out(tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime) -> Exercise | Unlogged:
    """Pass over all that is left of an exercise that comes later; card and rest stay as they are.

    `not_to_come` where none of its sets is. The one in hand is skipped by `correcting.skip_set`.
    """
    scene = _planned(tx, athlete_id, workout_id, index, now)
    if isinstance(scene, Unlogged):
        return scene
    exercise = exercise_of(scene.workout, index)
    if tx.repeat:
        return exercise
    if not goes_on(scene.workout, scene.athlete, index):
        return Unlogged.of("not_to_come", exercise=exercise)
    skip(tx, workout_id, index, 0)
    watch_idle(anew(scene))
    touch(tx, workout_id, now)
    return exercise


def keep_in(tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime) -> Exercise | Unlogged:
    """What was left out is to come again, in its old place; `not_next` where it was not left out."""
    scene = _planned(tx, athlete_id, workout_id, index, now)
    if isinstance(scene, Unlogged):
        return scene
    before = upcoming(scene.workout, scene.athlete)
    if not tx.repeat and not unskip(tx, athlete_id, workout_id, index, 0):
        return Unlogged.of("not_next")
    if not tx.repeat:
        watch_idle(_moved_on(anew(scene), before))
        touch(tx, workout_id, now)
    return exercise_of(scene.workout, index)


def do_last(tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime) -> SetCard | Unlogged:
    """Move an exercise behind all others, out of its pair; `last_one` when none other is left."""
    scene = _planned(tx, athlete_id, workout_id, index, now)
    if isinstance(scene, Unlogged) or tx.repeat:
        return scene if isinstance(scene, Unlogged) else next_card(scene)
    left = still_open(scene.workout, scene.athlete)
    if index not in left:
        return Unlogged.of("not_to_come", exercise=exercise_of(scene.workout, index))
    if len(left) == 1:
        return Unlogged.of("last_one")
    before = upcoming(scene.workout, scene.athlete)
    session = scene.workout.session
    order = (*(one for one in session.running_order if one != index), index)
    scene = with_session(scene, replace(session, order=order))
    pair = session.prescriptions[index].superset
    if pair is not None:
        scene = apart(scene, pair)
    return next_card(_moved_on(scene, before))


def one_more(tx: Tx, athlete_id: int, now: datetime, count: int) -> SetCard | Unlogged:
    """So many more sets of what was done last; before any set, of what is in hand."""
    scene = open_scene(tx, athlete_id, None, now)
    if isinstance(scene, Unlogged):
        return scene
    coming, done = upcoming(scene.workout, scene.athlete), scene.workout.sets
    if not done and coming is None:
        return Unlogged.of("nothing_left")
    index = done[-1].exercise_index if done else coming.slot.exercise_index if coming else 0
    return more_sets(tx, athlete_id, scene.workout.id, index, count, now)


def more_sets(
    tx: Tx, athlete_id: int, workout_id: int, index: int, count: int, now: datetime
) -> SetCard | Unlogged:
    """So many sets more of an exercise than it asks; one that was over is done now, before what is in hand.

    `sets_full` past twelve, `over_today` where its sets fell short twice and none is asked any more.
    """
    scene = _planned(tx, athlete_id, workout_id, index, now)
    if isinstance(scene, Unlogged) or tx.repeat:
        return scene if isinstance(scene, Unlogged) else next_card(scene)
    asked, exercise = scene.workout.session.prescriptions[index], exercise_of(scene.workout, index)
    goes = goes_on(scene.workout, scene.athlete, index)
    highest = max((one.set_number for one in scene.workout.sets_of(index)), default=0)
    passed = [one.set_number for one in scene.workout.skipped if one.exercise_index == index]
    highest = max((highest, *(number for number in passed if number <= asked.sets)))
    sets = (asked.sets if goes else highest) + count
    if sets > MOST_SETS:
        return Unlogged.of("sets_full", exercise=exercise)
    grown = with_prescription(scene, index, replace(asked, sets=sets))
    if target_of(grown.workout, scene.athlete, index) is None:
        with_prescription(scene, index, asked)
        return Unlogged.of("over_today", exercise=exercise)
    if not goes:
        grown = _brought_back(grown, index, highest)
    return next_card(grown)


def _brought_back(scene: Scene, index: int, highest: int) -> Scene:
    """An exercise that was over comes first; its next card comes at once."""
    if Slot(index, 0) in scene.workout.skipped:
        unskip(scene.tx, scene.athlete.id, scene.workout.id, index, 0)
        scene = anew(scene)
    session = scene.workout.session
    order = (index, *(one for one in session.running_order if one != index))
    scene = with_session(scene, replace(session, order=order))
    bring_next_card(scene, Slot(index, highest), "added_set")
    return scene
