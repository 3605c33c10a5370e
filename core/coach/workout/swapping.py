"""Another exercise instead, another order, or an end because it hurts: the session changes, done sets stay.

Other loads on the same exercise are `changing.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.coach.exercise_preferences import wishes_of
from core.coach.exercises import exercises_of
from core.coach.knowing import informed
from core.coach.local_time import local_date
from core.coach.past import history_of
from core.coach.workout.changing import next_card
from core.coach.workout.resting import bring_next_card
from core.coach.workout.scene import Scene, open_scene, with_prescription, with_session
from core.coach.workout.standing import exercise_of, goes_on, upcoming
from core.model.exercise import Exercise
from core.model.outcomes import SetCard, Unlogged
from core.model.session import Prescription
from core.model.workout import Slot, Workout
from core.store.port import Tx
from core.training.exercises.substitution import alternatives
from core.training.session.set_counts import of_sets

OFFERED = 3
LOOKED_AT = 6  # a favourite a little further down is offered before a stranger


@dataclass(frozen=True, slots=True)
class Swaps:
    """Three exercises that train the same, loads worked out; `next_set` is the next of the one in hand."""

    workout_id: int
    exercise_index: int
    exercise: Exercise
    options: tuple[tuple[Exercise, Prescription], ...]
    next_set: int = 1


def swaps_for(
    tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime, wish: str | None = None
) -> Swaps | Unlogged:
    """Three exercises to do instead of the one in hand, with their loads. Reads only.

    `wish` is the id of the one that was asked for: it comes first if it trains the same and may be done.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    if not 0 <= index < len(scene.workout.session.prescriptions):
        return Unlogged.of("gone")
    return swaps_in(scene, index, wish)


def swaps_in(scene: Scene, index: int, wish: str | None = None) -> Swaps:
    """Three exercises instead of one of a workout that is at hand; after a pain those that spare it."""
    exercise = exercise_of(scene.workout, index)
    asked = scene.workout.session.prescriptions[index]
    in_session = {one.exercise_id for one in scene.workout.session.prescriptions}
    history, wishes = history_of(scene.tx, scene.athlete.id), wishes_of(scene.tx, scene.athlete.id)
    exercises = exercises_of(scene.tx, scene.athlete.id)
    found = alternatives(
        exercise,
        informed(scene.tx, scene.athlete, history, exercises),
        asked.goal,
        history,
        exercises,
        local_date(scene.athlete, scene.now),
        excluded=frozenset(in_session | wishes.left_out),
        hurting=wishes.aching,
        after_pain=asked.pained,
        part_known=any(one.exercise_id == exercise.id for one in wishes.sore),
        taken=not asked.pained,
        limit=LOOKED_AT if wish is None else len(exercises),
    )
    # After a pain what spares the joint goes before what is liked.
    ranked = found if asked.pained else wishes.first(found[:LOOKED_AT])
    wished = tuple(one for one in found if one.exercise_id == wish)
    ranked = (*wished, *(one for one in ranked if one not in wished))
    options = tuple((exercises.by_id(one.exercise_id), one) for one in ranked[:OFFERED])
    return Swaps(scene.workout.id, index, exercise, options, len(scene.workout.sets_of(index)) + 1)


def swap(
    tx: Tx, athlete_id: int, workout_id: int, index: int, exercise_id: str, now: datetime
) -> Exercise | Unlogged:
    """Do another exercise instead: sets already done stay, the new one takes those that are left.

    The exercise in hand gives way at once; for one that comes later, card and rest stay as they are.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    if not 0 <= index < len(scene.workout.session.prescriptions):
        return Unlogged.of("gone")
    options = swaps_in(scene, index, exercise_id).options
    found = next((new for exercise, new in options if exercise.id == exercise_id), None)
    if found is None:
        return Unlogged.of("not_next")
    coming = upcoming(scene.workout, scene.athlete)
    in_hand = coming is None or coming.slot.exercise_index == index
    comes_later = not in_hand and goes_on(scene.workout, scene.athlete, index)
    scene = _replaced(scene, index, found)
    if not comes_later:
        bring_next_card(scene, Slot(index, 0), "swapped")
    card = next_card(scene)
    return card if isinstance(card, Unlogged) else exercises_of(tx, athlete_id).by_id(exercise_id)


def _replaced(scene: Scene, index: int, instead: Prescription) -> Scene:
    """The session with `instead` in the running order where `index` stood; done sets keep their place."""
    session = scene.workout.session
    asked, done = session.prescriptions[index], scene.workout.sets_of(index)
    left = max(asked.sets - len(done), 1)
    # whatever made the sets fewer and put two in a pair, week or minutes, holds for what comes instead, too
    pair = None if done else asked.superset
    new = replace(of_sets(instead, min(instead.sets, left)), instead_of=asked.exercise_id, superset=pair)
    place = len(session.prescriptions)
    kept = (index, place) if done else (place,)
    order = [other for one in session.running_order for other in (kept if one == index else (one,))]
    prescriptions = (*session.prescriptions, new)
    scene = with_session(scene, replace(session, prescriptions=prescriptions, order=tuple(order)))
    return with_prescription(scene, index, replace(asked, sets=len(done))) if done else scene


def swapped_in(workout: Workout, index: int) -> int | None:
    """Where in a workout another exercise stands in for one and has sets left; None where none does.

    Not after a pain: what hurt comes back by its own way.
    """
    asked = workout.session.prescriptions
    if asked[index].pained:
        return None
    name, order = asked[index].exercise_id, workout.session.running_order
    places = (one for one in order if asked[one].instead_of == name)
    return next((one for one in places if len(workout.sets_of(one)) < asked[one].sets), None)


def swap_back(
    tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime
) -> SetCard | Unlogged:
    """Go on with what was swapped away: it takes the sets its stand-in has left, which keeps those done.

    `not_next` where nothing stands in for it any more.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    instead = swapped_in(scene.workout, index)
    if tx.repeat or instead is None:
        return next_card(scene) if tx.repeat else Unlogged.of("not_next")
    session, done = scene.workout.session, len(scene.workout.sets_of(instead))
    asked, stand_in = session.prescriptions[index], session.prescriptions[instead]
    left = stand_in.sets - done
    asked = replace(asked, sets=len(scene.workout.sets_of(index)) + left, superset=stand_in.superset)
    kept = (instead, index) if done else (index,)
    order = [one for one in session.running_order if one != index]
    order = [other for one in order for other in (kept if one == instead else (one,))]
    scene = with_session(scene, replace(session, order=tuple(order)))
    scene = with_prescription(scene, index, asked)
    scene = with_prescription(scene, instead, replace(stand_in, sets=done, superset=None)) if done else scene
    bring_next_card(scene, Slot(instead, 0), "swapped")
    return next_card(scene)


def do_later(tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime) -> SetCard | Unlogged:
    """Move the exercise in hand behind the one that follows it; `last_one` when none follows.

    `not_next` for any other: a second tap on its card would move it on by one more.
    One that waits for its pair no longer is in it: the other one goes on alone.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    if tx.repeat:
        return next_card(scene)
    order = list(scene.workout.session.running_order)
    open_places = [one for one in order if _left(scene, one)]
    if scene.workout.session.is_free:
        return Unlogged.of("free_running")
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None or coming.slot.exercise_index != index:
        return Unlogged.of("not_next")
    pair = scene.workout.session.prescriptions[index].superset
    after = open_places[open_places.index(index) + 1 :]
    if not after and (pair is None or len(open_places) == 1):
        return Unlogged.of("last_one")
    order.remove(index)
    order.insert(order.index(after[0]) + 1 if after else len(order), index)
    scene = with_session(scene, replace(scene.workout.session, order=tuple(order)))
    coming = upcoming(scene.workout, scene.athlete)
    if pair is not None and coming is not None and coming.slot.exercise_index == index:
        scene = apart(scene, pair)
    bring_next_card(scene, Slot(index, 0), "later")
    return next_card(scene)


def apart(scene: Scene, pair: int) -> Scene:
    """The session with the two of a pair each on its own."""
    session = scene.workout.session
    asked = tuple(
        replace(one, superset=None) if one.superset == pair else one for one in session.prescriptions
    )
    return with_session(scene, replace(session, prescriptions=asked))


def do_now(tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime) -> SetCard | Unlogged:
    """Move an exercise before all others, a pair with it; `not_next` when no set of it is left.

    The one in hand goes on after it, a rest that runs ends.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    coming = upcoming(scene.workout, scene.athlete)
    if tx.repeat or (coming is not None and coming.slot.exercise_index == index):
        return next_card(scene)
    if coming is None or not goes_on(scene.workout, scene.athlete, index):
        return Unlogged.of("not_next")
    order = (index, *(one for one in scene.workout.session.running_order if one != index))
    scene = with_session(scene, replace(scene.workout.session, order=order))
    bring_next_card(scene, Slot(coming.slot.exercise_index, 0), "later")
    return next_card(scene)


def _left(scene: Scene, index: int) -> bool:
    passed = any(one.exercise_index == index and one.set_number == 0 for one in scene.workout.skipped)
    asked = scene.workout.session.prescriptions[index].sets
    return not passed and len(scene.workout.sets_of(index)) < asked
