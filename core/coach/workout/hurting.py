"""It hurts: an exercise ends, or the workout; what loads a sore part is spared until it hurts no more.

Which exercises load a part is `core/training/exercises/sore_parts.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.coach.exercise_preferences import soothed, wishes_of
from core.coach.workout.finishing import finish_in
from core.coach.workout.resting import silence, watch_idle
from core.coach.workout.scene import Scene, open_scene, with_prescription
from core.coach.workout.standing import exercise_of, still_open
from core.coach.workout.swapping import Swaps, swaps_in
from core.model.athlete import Health
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.soreness import BodyPart, SorePart
from core.model.workout import Workout
from core.store.athletes import load_athlete, save_athlete
from core.store.logged_sets import skip
from core.store.plans import drop_plan
from core.store.port import Tx
from core.store.soreness import keep_sore_part
from core.store.workouts import load_workout, remember_ache


@dataclass(frozen=True, slots=True)
class Hurt:
    """A pain was told: the exercise ended and swaps are offered, or the whole workout ended.

    `also` are exercises of the workout that load the sore parts and so are left out as well.
    """

    exercise: Exercise
    workout_over: bool
    swaps: Swaps | None
    also: tuple[Exercise, ...] = ()


def say_pain(
    tx: Tx,
    athlete_id: int,
    workout_id: int,
    index: int,
    chest: bool,
    now: datetime,
    sore: tuple[SorePart, ...] = (),
) -> Hurt | Unlogged:
    """A joint or sharp pain ends the exercise, is remembered, offers swaps; a chest pain ends the workout.

    What loads the `sore` parts is left out too, in this workout and in plans, until they hurt no more.
    After a chest pain nothing is planned until a doctor has cleared it. Source: training.md 7.4, S27.
    """
    if tx.repeat:
        return _hurt_before(tx, athlete_id, workout_id, index, chest, now)
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
    for one in sore:
        keep_sore_part(tx, athlete_id, replace(one, exercise_id=exercise.id), now)
    drop_plan(tx, athlete_id)
    swaps = swaps_in(scene, index)
    skip(tx, scene.workout.id, index, 0)
    also = _loading(tx, athlete_id, scene.workout, index, still_open(scene.workout, scene.athlete))
    for place in also:
        skip(tx, scene.workout.id, place, 0)
    silence(tx, athlete_id, "pain")
    watch_idle(scene)
    return Hurt(exercise, False, swaps, tuple(also.values()))


def _loading(
    tx: Tx, athlete_id: int, workout: Workout, index: int, places: dict[int, set[int]] | set[int]
) -> dict[int, Exercise]:
    """Of these places of a workout the others whose exercise loads what is sore."""
    spares = wishes_of(tx, athlete_id).spared
    found = {place: exercise_of(workout, place) for place in sorted(places) if place != index}
    return {place: exercise for place, exercise in found.items() if exercise.id in spares}


def _hurt_before(
    tx: Tx, athlete_id: int, workout_id: int, index: int, chest: bool, now: datetime
) -> Hurt | Unlogged:
    """The same report again: what to do now is told once more, whatever has ended by it."""
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    if athlete is None or workout is None or not 0 <= index < len(workout.session.prescriptions):
        return Unlogged.of("gone")
    if chest:
        return Hurt(exercise_of(workout, index), True, None)
    passed = {one.exercise_index for one in workout.skipped if one.set_number == 0}
    also = _loading(tx, athlete_id, workout, index, passed)
    swaps = swaps_in(Scene(tx, athlete, workout, now), index)
    return Hurt(exercise_of(workout, index), False, swaps, tuple(also.values()))


def spare(
    tx: Tx, athlete_id: int, sore: tuple[SorePart, ...], now: datetime
) -> tuple[SorePart, ...] | Unlogged:
    """Between two workouts: these parts hurt, and plans spare them from now on. `stranger` has no plans."""
    if load_athlete(tx, athlete_id) is None:
        return Unlogged.of("stranger")
    if not tx.repeat:
        for one in sore:
            keep_sore_part(tx, athlete_id, one, now)
        drop_plan(tx, athlete_id)
    return sore


def no_longer(tx: Tx, athlete_id: int, part: BodyPart) -> BodyPart:
    """A part hurts no more: the next `/plan` holds again what loads it."""
    if soothed(tx, athlete_id, part):
        drop_plan(tx, athlete_id)
    return part
