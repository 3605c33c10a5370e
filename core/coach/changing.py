"""Changing a workout while it runs: another load, another exercise, another order, one more set, a pain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.catalogue import catalogue
from core.coach.finishing import finish_in
from core.coach.lifting import outcome_of
from core.coach.past import history_of
from core.coach.resting import bring_next_card, running_rest, silence, watch_idle
from core.coach.scene import Scene, local_date, open_scene, with_prescription, with_session
from core.coach.standing import Slot, card_of, exercise_of, upcoming
from core.model.athlete import Health
from core.model.exercise import Exercise
from core.model.outcomes import SetCard, SetLogged, Unlogged
from core.model.session import Prescription
from core.model.workout import LoggedSet, SetKind, WorkoutState
from core.store.athletes import load_athlete, save_athlete
from core.store.logged_sets import add_sets, skip
from core.store.port import Tx
from core.store.workouts import aches, newest_workout, remember_ache, reopen_workout, touch
from core.training.in_session import after_feedback
from core.training.loading import load_steps
from core.training.substitution import alternatives
from core.units import Load


@dataclass(frozen=True, slots=True)
class Swaps:
    """Three exercises that train the same, loads worked out, for the one in hand; `next_set` is its next set."""

    workout_id: int
    exercise_index: int
    exercise: Exercise
    options: tuple[tuple[Exercise, Prescription], ...]
    next_set: int = 1


@dataclass(frozen=True, slots=True)
class Hurt:
    """A pain was told: the exercise ended and swaps are offered, or the whole workout ended."""

    exercise: Exercise
    workout_over: bool
    swaps: Swaps | None


def fill_card(
    tx: Tx, athlete_id: int, workout_id: int, slot: Slot, load: Load | None, now: datetime
) -> SetCard | Unlogged:
    """Put another load on an exercise's coming sets; nothing is logged. Heavier than 1000 kg is `gone`."""
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None or coming.slot != slot:
        return Unlogged.of("not_next")
    return _chosen(scene, slot.exercise_index, load)


def shift_load(scene: Scene, slot: Slot, change: Load) -> SetCard | Unlogged:
    """`+2.5`: move the coming sets' load by so much, to the nearest load the equipment holds."""
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None or coming.target.load is None:
        return Unlogged.of("nothing_to_shift")
    steps = load_steps(exercise_of(scene.workout, coming.slot.exercise_index), scene.athlete)
    wanted = Load(coming.target.load.g + change.g, change.unit)
    return _chosen(scene, coming.slot.exercise_index, steps.nearest(wanted))


def nudge(tx: Tx, athlete_id: int, heavier: bool, now: datetime) -> SetCard | Unlogged:
    """One step heavier or lighter for the coming sets, because the athlete says how it feels."""
    scene = open_scene(tx, athlete_id, None, now)
    if isinstance(scene, Unlogged):
        return scene
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None or coming.target.load is None:
        return Unlogged.of("nothing_to_shift")
    steps = load_steps(exercise_of(scene.workout, coming.slot.exercise_index), scene.athlete)
    load = coming.target.load
    moved = steps.next_up(load) if heavier else steps.next_down(load)
    return _chosen(scene, coming.slot.exercise_index, moved or load)


def _chosen(scene: Scene, index: int, load: Load | None) -> SetCard | Unlogged:
    if load is not None and abs(load.g) > 1_000_000:
        return Unlogged.of("gone")
    asked = scene.workout.session.prescriptions[index]
    scene = with_prescription(scene, index, replace(asked, chosen_load=load))
    touch(scene.tx, scene.workout.id, scene.now)
    coming = upcoming(scene.workout, scene.athlete)
    return card_of(scene.tx, scene.workout, scene.athlete, coming) if coming else Unlogged.of("nothing_left")


def say_feel(
    tx: Tx, athlete_id: int, workout_id: int, slot: Slot, feel: str, now: datetime
) -> SetLogged | Unlogged:
    """How a weight felt that was tried without a known maximum ("light", "right", "heavy"): moves the next one."""
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    done = scene.workout.sets_of(slot.exercise_index)
    felt = next((one for one in done if one.set_number == slot.set_number), None)
    if felt is None or felt.load is None or felt != done[-1]:
        return Unlogged.of("not_next")
    exercise = exercise_of(scene.workout, slot.exercise_index)
    chosen = after_feedback(exercise, scene.athlete, felt.load, feel)
    asked = scene.workout.session.prescriptions[slot.exercise_index]
    scene = with_prescription(scene, slot.exercise_index, replace(asked, chosen_load=chosen))
    coming = upcoming(scene.workout, scene.athlete)
    rest = running_rest(tx, athlete_id)
    told = outcome_of(scene, (felt,), coming, rest, None, corrected=True)
    return replace(told, feel_asked=False)


def warm_ups_done(tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime) -> SetCard | Unlogged:
    """Log an exercise's warm-up sets as asked; they count for nothing but the card."""
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None or coming.slot.exercise_index != index:
        return Unlogged.of("not_next")
    known = any(one.exercise_index == index and one.kind is SetKind.WARM_UP for one in scene.workout.sets)
    if not known:
        scene = _log_warm_ups(scene, index)
        coming = upcoming(scene.workout, scene.athlete) or coming
    return card_of(scene.tx, scene.workout, scene.athlete, coming)


def _log_warm_ups(scene: Scene, index: int) -> Scene:
    asked = scene.workout.session.prescriptions[index]
    sets = tuple(
        LoggedSet(
            0, scene.workout.id, asked.exercise_id, index, number, SetKind.WARM_UP, warm.load, warm.reps, scene.now
        )
        for number, warm in enumerate(asked.warm_ups, start=1)
    )
    kept = add_sets(scene.tx, scene.athlete.id, sets)
    touch(scene.tx, scene.workout.id, scene.now)
    return scene.after(replace(scene.workout, sets=(*scene.workout.sets, *kept)))


def swaps_for(tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime) -> Swaps | Unlogged:
    """Three exercises to do instead of the one in hand, with their loads. Reads only."""
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    if not 0 <= index < len(scene.workout.session.prescriptions):
        return Unlogged.of("gone")
    return _swaps(scene, index)


def _swaps(scene: Scene, index: int) -> Swaps:
    exercise = exercise_of(scene.workout, index)
    asked = scene.workout.session.prescriptions[index]
    in_session = {one.exercise_id for one in scene.workout.session.prescriptions}
    found = alternatives(
        exercise,
        scene.athlete,
        asked.goal,
        history_of(scene.tx, scene.athlete.id),
        catalogue(),
        local_date(scene.athlete, scene.now),
        excluded=frozenset(in_session | aches(scene.tx, scene.athlete.id)),
    )
    options = tuple((catalogue().by_id(one.exercise_id), one) for one in found)
    return Swaps(scene.workout.id, index, exercise, options, len(scene.workout.sets_of(index)) + 1)


def swap(tx: Tx, athlete_id: int, workout_id: int, index: int, exercise_id: str, now: datetime) -> SetCard | Unlogged:
    """Do another exercise instead: sets already done stay, the new one takes those that are left."""
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    if not 0 <= index < len(scene.workout.session.prescriptions):
        return Unlogged.of("gone")
    found = next((new for exercise, new in _swaps(scene, index).options if exercise.id == exercise_id), None)
    if found is None:
        return Unlogged.of("not_next")
    scene = _replaced(scene, index, found)
    bring_next_card(scene, Slot(index, 0), "swapped")
    return _next_card(scene)


def _replaced(scene: Scene, index: int, instead: Prescription) -> Scene:
    """The session with `instead` in the running order where `index` stood; done sets keep their place."""
    session = scene.workout.session
    asked, done = session.prescriptions[index], scene.workout.sets_of(index)
    left = max(asked.sets - len(done), 1)
    new = replace(instead, sets=min(instead.sets, left) if done else instead.sets)
    place = len(session.prescriptions)
    kept = (index, place) if done else (place,)
    order = [other for one in session.running_order for other in (kept if one == index else (one,))]
    prescriptions = (*session.prescriptions, new)
    scene = with_session(scene, replace(session, prescriptions=prescriptions, order=tuple(order)))
    return with_prescription(scene, index, replace(asked, sets=len(done))) if done else scene


def _next_card(scene: Scene) -> SetCard | Unlogged:
    watch_idle(scene)
    touch(scene.tx, scene.workout.id, scene.now)
    coming = upcoming(scene.workout, scene.athlete)
    return card_of(scene.tx, scene.workout, scene.athlete, coming) if coming else Unlogged.of("nothing_left")


def do_later(tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime) -> SetCard | Unlogged:
    """Move an exercise behind the one that follows it; `last_one` when none follows."""
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    order = list(scene.workout.session.running_order)
    open_places = [one for one in order if _left(scene, one)]
    if index not in open_places:
        return Unlogged.of("gone")
    if open_places.index(index) == len(open_places) - 1:
        return Unlogged.of("last_one")
    behind = open_places[open_places.index(index) + 1]
    order.remove(index)
    order.insert(order.index(behind) + 1, index)
    scene = with_session(scene, replace(scene.workout.session, order=tuple(order)))
    bring_next_card(scene, Slot(index, 0), "later")
    return _next_card(scene)


def _left(scene: Scene, index: int) -> bool:
    passed = any(one.exercise_index == index and one.set_number == 0 for one in scene.workout.skipped)
    asked = scene.workout.session.prescriptions[index].sets
    return not passed and len(scene.workout.sets_of(index)) < asked


def add_set(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> SetCard | Unlogged:
    """One more set of the exercise done last; a workout that had just ended opens again for it."""
    newest = newest_workout(tx, athlete_id)
    if newest is None or newest.id != workout_id or not newest.sets:
        return Unlogged.of("gone")
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("gone")
    if newest.state is not WorkoutState.OPEN:
        reopen_workout(tx, workout_id)
    scene = Scene(tx, athlete, replace(newest, state=WorkoutState.OPEN), now)
    index = newest.sets[-1].exercise_index
    if not tx.repeat:
        asked = newest.session.prescriptions[index]
        highest = max((one.set_number for one in newest.sets_of(index)), default=0)
        scene = with_prescription(scene, index, replace(asked, sets=max(asked.sets, highest) + 1))
        bring_next_card(scene, Slot(index, highest), "added_set")
    return _next_card(scene)


def say_pain(
    tx: Tx, athlete_id: int, workout_id: int, index: int, chest: bool, now: datetime
) -> Hurt | Unlogged:
    """A joint or sharp pain ends the exercise, is remembered, and offers swaps; a chest pain ends the workout.

    After a chest pain nothing is planned until a doctor has cleared it. Source: training.md 7.4, S27.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    if not 0 <= index < len(scene.workout.session.prescriptions):
        return Unlogged.of("gone")
    exercise = exercise_of(scene.workout, index)
    asked = scene.workout.session.prescriptions[index]
    scene = with_prescription(scene, index, replace(asked, pained=True))
    if chest:
        save_athlete(tx, replace(scene.athlete, health=Health.DOCTOR_FIRST), now)
        finish_in(scene)
        return Hurt(exercise, True, None)
    remember_ache(tx, athlete_id, exercise.id, now)
    swaps = _swaps(scene, index)
    skip(tx, scene.workout.id, index, 0)
    silence(tx, athlete_id, "pain")
    watch_idle(scene)
    return Hurt(exercise, False, swaps)
