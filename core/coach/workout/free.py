"""Sets of an exercise that is named: another one of the session, one on top of it, or free training.

Nobody must start a workout: the first logged set opens one. How sets are read is `set_notation`'s.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import count

from core.coach.exercises import exercises_of
from core.coach.knowing import informed
from core.coach.local_time import local_date
from core.coach.past import history_of
from core.coach.workout.resting import watch_idle
from core.coach.workout.scene import Scene, with_session
from core.model.athlete import Goal, Health
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.session import FREE_DAY, Prescription, Session
from core.model.workout import Slot
from core.store.athletes import load_athlete
from core.store.port import Tx
from core.store.workouts import add_workout
from core.training.prescription.prescribing import next_prescription


def _next_number(scene: Scene, index: int) -> int:
    """The set of an exercise that comes next: the first a plan leaves open, in free training one more."""
    done = {one.set_number for one in scene.workout.sets_of(index)}
    if scene.workout.session.is_free:
        return max(done, default=0) + 1
    done |= {one.set_number for one in scene.workout.skipped if one.exercise_index == index}
    return next(number for number in count(1) if number not in done)


def place_for(scene: Scene, exercise: Exercise) -> tuple[Scene, Slot]:
    """Where sets of this exercise belong: its next asked set, or a place made for it behind the plan."""
    session = scene.workout.session
    for index in session.running_order:
        if session.prescriptions[index].exercise_id == exercise.id:
            return scene, Slot(index, _next_number(scene, index))
    asked = replace(_asked_today(scene, exercise), sets=1, superset=None, unasked=True)
    index = len(session.prescriptions)
    order = (*session.running_order, index)
    grown = replace(session, prescriptions=(*session.prescriptions, asked), order=order)
    return with_session(scene, grown), Slot(index, 1)


def _asked_today(scene: Scene, exercise: Exercise) -> Prescription:
    history = history_of(scene.tx, scene.athlete.id)
    exercises = exercises_of(scene.tx, scene.athlete.id)
    athlete = informed(scene.tx, scene.athlete, history, exercises)
    today = local_date(athlete, scene.now)
    return next_prescription(exercise, athlete, scene.workout.session.goal, history, exercises, today)


def open_free(tx: Tx, athlete_id: int, chat_id: int, now: datetime) -> Scene | Unlogged:
    """Open a free workout: no plan, just what is logged. `doctor_first` where nobody may train yet."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None or athlete.unit is None:
        return Unlogged.of("stranger")
    if athlete.health is Health.DOCTOR_FIRST:
        return Unlogged.of("doctor_first")
    goal = athlete.wish or Goal.FOUNDATION
    session = Session(goal, FREE_DAY, (), 0)
    workout = add_workout(tx, athlete_id, chat_id, session, local_date(athlete, now), now)
    scene = Scene(tx, athlete, workout, now)
    watch_idle(scene)
    return scene
