"""Changing a workout while it runs: another load, another exercise, another order, a pain."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.workout.logged import outcome_of
from core.coach.workout.resting import refresh_overview, running_rest, watch_idle
from core.coach.workout.scene import Scene, open_scene, with_prescription
from core.coach.workout.standing import Upcoming, card_of, exercise_of, upcoming
from core.model.outcomes import SetCard, SetLogged, Unlogged
from core.model.workout import Slot
from core.store.port import Tx
from core.store.workouts import touch
from core.training.loads.loading import load_steps
from core.training.loads.safety import chosen_load
from core.training.prescription.in_session import after_feedback
from core.units import HEAVIEST_G, Load


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
    return choose_load(scene, slot.exercise_index, load)


def shift_load(scene: Scene, change: Load) -> SetCard | Unlogged:
    """`+2.5`: move the coming sets' load by so much, to the nearest load the equipment holds."""
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None or coming.target.load is None:
        return _nothing_to_move(scene, coming)
    if scene.tx.repeat:
        return card_of(scene, coming)
    steps = load_steps(exercise_of(scene.workout, coming.slot.exercise_index), scene.athlete)
    wanted = Load(coming.target.load.g + change.g, change.unit)
    nearest = steps.nearest(wanted)
    if nearest == coming.target.load:
        return Unlogged.of("same_load")
    return choose_load(scene, coming.slot.exercise_index, nearest)


def nudge(tx: Tx, athlete_id: int, heavier: bool, now: datetime) -> SetCard | Unlogged:
    """One step heavier or lighter for the coming sets, because the athlete says how it feels."""
    scene = open_scene(tx, athlete_id, None, now)
    if isinstance(scene, Unlogged):
        return scene
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None or coming.target.load is None:
        return _nothing_to_move(scene, coming)
    if tx.repeat:
        return card_of(scene, coming)
    steps = load_steps(exercise_of(scene.workout, coming.slot.exercise_index), scene.athlete)
    load = coming.target.load
    moved = steps.next_up(load) if heavier else steps.next_down(load)
    return choose_load(scene, coming.slot.exercise_index, moved or load)


def _nothing_to_move(scene: Scene, coming: Upcoming | None) -> Unlogged:
    """No load to make lighter or heavier: one is still to be found, or the exercise takes none."""
    if coming is None:
        return Unlogged.of("nothing_to_shift")
    asked = scene.workout.session.prescriptions[coming.slot.exercise_index]
    if not exercise_of(scene.workout, coming.slot.exercise_index).takes_load:
        return Unlogged.of("no_load_to_move")
    return Unlogged.of("no_load_yet" if asked.loads_offered else "nothing_to_shift")


def choose_load(scene: Scene, index: int, load: Load | None) -> SetCard | Unlogged:
    """Put a load of the athlete's choice on an exercise's coming sets; `unsafe_load` says why it isn't."""
    if load is not None and abs(load.g) > HEAVIEST_G:
        return Unlogged.of("gone")
    refused = refused_load(scene, index, load)
    if refused is not None:
        return refused
    asked = scene.workout.session.prescriptions[index]
    scene = with_prescription(scene, index, replace(asked, chosen_load=load))
    touch(scene.tx, scene.workout.id, scene.now)
    refresh_overview(scene)
    coming = upcoming(scene.workout, scene.athlete)
    return card_of(scene, coming) if coming else Unlogged.of("nothing_left")


def refused_load(scene: Scene, index: int, load: Load | None) -> Unlogged | None:
    """Why a wished load is refused: above the one-rep max, or more after a miss. Source: S27, S29, G30.

    Free training has nothing that was missed; what is typed far above the best is asked about there.
    """
    if load is None or scene.workout.session.is_free:
        return None
    asked = scene.workout.session.prescriptions[index]
    exercise, done = exercise_of(scene.workout, index), scene.workout.sets_of(index)
    verdict = chosen_load(load, exercise, scene.athlete, asked, done)
    return None if verdict.allowed else Unlogged.of("unsafe_load", reason=verdict.reasons[0])


def say_feel(
    tx: Tx, athlete_id: int, workout_id: int, slot: Slot, feel: str, now: datetime
) -> SetLogged | Unlogged:
    """How a weight felt that was tried without a known maximum (light, right, heavy): moves the next one."""
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    felt = scene.workout.set_at(slot)
    if felt is None or felt.load is None or felt != scene.workout.sets_of(slot.exercise_index)[-1]:
        return Unlogged.of("not_next")
    exercise = exercise_of(scene.workout, slot.exercise_index)
    chosen = after_feedback(exercise, scene.athlete, felt.load, feel)
    asked = scene.workout.session.prescriptions[slot.exercise_index]
    asked = replace(asked, chosen_load=chosen, felt_set=felt.id)
    scene = with_prescription(scene, slot.exercise_index, asked)
    refresh_overview(scene)
    coming = upcoming(scene.workout, scene.athlete)
    return outcome_of(scene, (felt,), coming, running_rest(tx, athlete_id), None, corrected=True)


def next_card(scene: Scene) -> SetCard | Unlogged:
    """The card of what is next, after the session has changed; `nothing_left` when nothing is."""
    if not scene.tx.repeat:
        watch_idle(scene)
        touch(scene.tx, scene.workout.id, scene.now)
    coming = upcoming(scene.workout, scene.athlete)
    return card_of(scene, coming) if coming else Unlogged.of("nothing_left")
