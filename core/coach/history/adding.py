"""One more set of a workout that has ended: a card for it, or in free training the set itself.

While a workout runs sets are added by `workout/rearranging.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.history import rewriting
from core.coach.workout.changing import next_card
from core.coach.workout.lifting import ended_lately
from core.coach.workout.rearranging import one_more
from core.coach.workout.resting import bring_next_card
from core.coach.workout.scene import Scene, anew, with_prescription
from core.coach.workout.standing import goes_on
from core.model.outcomes import SetCard, Unlogged
from core.model.past import PastSet
from core.model.workout import Slot, WorkoutState
from core.store.athletes import load_athlete
from core.store.logged_sets import skip, unskip
from core.store.port import Tx
from core.store.workouts import newest_workout, reopen_workout


def add_set(
    tx: Tx, athlete_id: int, workout_id: int, after: int | None, now: datetime
) -> SetCard | PastSet | Unlogged:
    """One more set of the exercise done last; a workout that had just ended opens again for it.

    Free training asks for no set, so nothing could be shown to do: it is added like the last one, as to any
    past workout, and put right there; `free_running` while it goes on. `after` is how many sets the button
    saw, None for words: `added_before` where there are others by now.
    """
    newest = newest_workout(tx, athlete_id)
    last = newest.last_done if newest is not None else None
    if newest is None or newest.id != workout_id or last is None:
        return Unlogged.of("gone")
    if newest.session.is_free:
        if newest.state is WorkoutState.OPEN:
            return Unlogged.of("free_running")
        if after not in (None, len(newest.sets)) and not tx.repeat:
            return Unlogged.of("added_before")
        place = last.exercise_index
        return rewriting.add(tx, athlete_id, workout_id, place, len(newest.sets_of(place)), now)
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("gone")
    if newest.state is WorkoutState.OPEN:
        return one_more(tx, athlete_id, now, 1)
    reopen_workout(tx, workout_id)
    scene = Scene(tx, athlete, replace(newest, state=WorkoutState.OPEN), now)
    return next_card(scene if tx.repeat else _asking_one_more(scene, last.exercise_index))


def add_in_words(tx: Tx, athlete_id: int, now: datetime) -> SetCard | Unlogged:
    """`one more set` once a planned workout has ended: its card, as the recap's button brings it.

    `no_workout` where that is too long ago; `free_over` free training: its set needs a tap, or its numbers.
    """
    newest = newest_workout(tx, athlete_id)
    if newest is None or newest.last_done is None or not (tx.repeat or ended_lately(newest, now)):
        return Unlogged.of("no_workout")
    if newest.session.is_free:
        return Unlogged.of("free_over")
    card = add_set(tx, athlete_id, newest.id, None, now)
    assert not isinstance(card, PastSet)  # what free training adds
    return card


def _asking_one_more(scene: Scene, index: int) -> Scene:
    """The workout asks for one set beyond all that were done or passed over, and for nothing else."""
    tx, workout = scene.tx, scene.workout
    passed = [one.set_number for one in workout.skipped if one.exercise_index == index]
    highest = max([*(one.set_number for one in workout.sets_of(index)), *passed], default=0)
    if 0 in passed:  # the rest of the exercise: of that, one comes after all
        unskip(tx, scene.athlete.id, workout.id, index, 0)
        left = tuple(one for one in workout.skipped if one != Slot(index, 0))
        scene = scene.after(replace(workout, skipped=left))
    scene = with_prescription(scene, index, replace(workout.session.prescriptions[index], sets=highest + 1))
    for other in workout.session.running_order:
        if other != index and goes_on(scene.workout, scene.athlete, other):
            skip(tx, workout.id, other, 0)  # the workout had ended: only the added set is wanted
    scene = anew(scene)
    bring_next_card(scene, Slot(index, highest), "added_set")
    return scene
