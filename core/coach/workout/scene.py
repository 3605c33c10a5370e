"""What every verb of a workout begins with: the athlete, the workout they may touch, and the clock's word.

A workout is loaded by id *and* owner; anything else is answered with one code and changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.model.athlete import Athlete, Health
from core.model.outcomes import Unlogged
from core.model.session import Prescription, Session
from core.model.workout import Workout, WorkoutState
from core.store.athletes import load_athlete
from core.store.cards import go_on_in
from core.store.port import Tx
from core.store.workouts import keep_session, load_workout, open_workout


@dataclass(frozen=True, slots=True)
class Scene:
    """One athlete in one workout at one moment."""

    tx: Tx
    athlete: Athlete
    workout: Workout
    now: datetime

    def after(self, workout: Workout) -> Scene:
        """The same scene once the workout has changed."""
        return replace(self, workout=workout)


def open_scene(tx: Tx, athlete_id: int, workout_id: int | None, now: datetime) -> Scene | Unlogged:
    """The scene of an open workout; by id for buttons, None for whatever is open.

    `gone` is a workout that is not there or not theirs, `workout_over` one that has ended, `no_workout`
    means none is open.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger" if workout_id is None else "gone")
    workout = open_workout(tx, athlete_id) if workout_id is None else load_workout(tx, athlete_id, workout_id)
    if workout is None and athlete.health is Health.DOCTOR_FIRST:
        return Unlogged.of("doctor_first")
    if workout is None:
        return Unlogged.of("no_workout" if workout_id is None else "gone")
    if workout.state is not WorkoutState.OPEN:
        return Unlogged.of("workout_over")
    return Scene(tx, athlete, workout, now)


def going_on_in(scene: Scene, chat_id: int) -> Scene:
    """The workout goes on in this chat, wherever it was until now: its bells come there too."""
    if chat_id == scene.workout.chat_id:
        return scene
    go_on_in(scene.tx, scene.athlete.id, scene.workout.id, chat_id)
    return scene.after(replace(scene.workout, chat_id=chat_id))


def anew(scene: Scene) -> Scene:
    """The scene with its workout as it is stored by now."""
    return scene.after(load_workout(scene.tx, scene.athlete.id, scene.workout.id) or scene.workout)


def with_prescription(scene: Scene, index: int, prescription: Prescription) -> Scene:
    """Put another prescription in one place of the session and keep it."""
    asked = list(scene.workout.session.prescriptions)
    asked[index] = prescription
    return with_session(scene, replace(scene.workout.session, prescriptions=tuple(asked)))


def with_session(scene: Scene, session: Session) -> Scene:
    """Put another session in the workout and keep it."""
    keep_session(scene.tx, scene.workout.id, session)
    return scene.after(replace(scene.workout, session=session))
