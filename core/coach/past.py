"""Finished workouts as the rules read them: what was asked of each exercise, and what was done."""

from __future__ import annotations

from collections.abc import Iterable

from core.model.history import History, PastWorkout
from core.model.session import Session, routine_named
from core.model.workout import PastExercise, Workout
from core.store.port import Tx
from core.store.workouts import closed_workouts

_FREE_TITLE = "Free training"


def title_of(session: Session) -> str:
    """What a workout is called in a file: its own title, its routine, else its place in the split."""
    if session.title:
        return session.title
    if session.is_free:
        return _FREE_TITLE
    return routine_named(session.day) or session.day.replace("_", " ").capitalize()


def history_of(tx: Tx, athlete_id: int) -> History:
    """Everything the athlete has trained in workouts that have ended, oldest first."""
    return as_history(closed_workouts(tx, athlete_id))


def as_history(workouts: Iterable[Workout]) -> History:
    """Workouts as history; those without a work set teach nothing and are left out."""
    past = (past_of(workout) for workout in workouts)
    return History.of([workout for workout in past if workout.exercises])


def past_of(workout: Workout) -> PastWorkout:
    """One workout as history, its exercises in the order of the session."""
    session = workout.session
    exercises = []
    for index, asked in enumerate(session.prescriptions):
        done = workout.sets_of(index)
        if not done:
            continue
        # Nobody asked for free training: what was done is what was wanted, and nothing was missed.
        free = session.is_free or asked.unasked
        exercises.append(
            PastExercise(
                exercise_id=asked.exercise_id,
                goal=asked.goal,
                trained_on=workout.trained_on,
                sets=done,
                asked_sets=len(done) if free else asked.sets,
                asked_reps=min(one.reps for one in done) if free else asked.reps,
                asked_load=done[0].load if free else asked.load,
                rung=asked.rung,
                pained=asked.pained,
                deload=asked.deload,
                elsewhere=session.elsewhere,
            )
        )
    return PastWorkout(
        trained_on=workout.trained_on,
        goal=session.goal,
        day=session.day,
        exercises=tuple(exercises),
        planned=not session.is_free,
        elsewhere=session.elsewhere,
    )
