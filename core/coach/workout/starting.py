"""A workout begins: by its plan's button, by a set of an exercise in it, or by one it was asked about."""

from __future__ import annotations

from datetime import datetime

from core.coach.interview.onboarding import set_aside
from core.coach.local_time import local_date
from core.coach.plans.feeling import ask_felt, asked_felt
from core.coach.workout.lifting import log_sets
from core.coach.workout.resting import bring_next_card, refresh_overview, watch_idle
from core.coach.workout.scene import Scene
from core.model.athlete import Athlete, Health
from core.model.exercise import Exercise
from core.model.feeling import Begun
from core.model.outcomes import SetLogged, Unlogged
from core.model.workout import Entry, Slot, Workout
from core.store.athletes import load_athlete
from core.store.plans import Plan, history_mark, plan_of
from core.store.port import Tx
from core.store.workout_messages import MessageKind, keep_message
from core.store.workouts import add_workout, open_workout


def start_session(
    tx: Tx, athlete_id: int, chat_id: int, plan_id: int, now: datetime, overview: int | None = None
) -> Begun | Unlogged:
    """Open the workout of a plan; its first card comes by the `next` timer.

    `overview` is the plan's message, which shows the whole workout from now on. With a workout open
    already that one goes on. A beginner who never said how an exercise of it went is asked, once.
    `stale` when the plan is no longer the one that stands, or somebody else's.
    """
    athlete, standing = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    if athlete.health is Health.DOCTOR_FIRST:
        return Unlogged.of("doctor_first")
    if standing is None or standing.id != plan_id:
        return Unlogged.of("stale")
    running, asked = open_workout(tx, athlete_id), None
    if running is None:
        if standing.history_mark != history_mark(tx, athlete_id):
            return Unlogged.of("stale")
        running = _opened(tx, athlete, standing, chat_id, now, overview)
        asked = ask_felt(tx, athlete, running)
    elif tx.repeat:
        asked = asked_felt(tx, athlete, running)
    set_aside(tx, athlete_id, now)
    scene = Scene(tx, athlete, running, now)
    if tx.repeat:
        refresh_overview(scene)  # the answer writes its one line over what stands there by now
    else:
        watch_idle(scene)
        bring_next_card(scene, Slot(0, 0), "started")
    return Begun(running, asked)


def _opened(
    tx: Tx, athlete: Athlete, plan: Plan, chat_id: int, now: datetime, overview: int | None
) -> Workout:
    opened = add_workout(tx, athlete.id, chat_id, plan.session, local_date(athlete, now), now)
    if overview is not None:
        keep_message(tx, athlete.id, opened.id, MessageKind.OVERVIEW, chat_id, overview)
    return opened


def plan_of_today(tx: Tx, athlete: Athlete, now: datetime) -> Plan | None:
    """The plan that stands for today, None where nothing does or a set was logged since."""
    standing = plan_of(tx, athlete.id)
    if standing is None or not standing.session.prescriptions or athlete.health is Health.DOCTOR_FIRST:
        return None
    if standing.planned_on != local_date(athlete, now):
        return None
    return standing if standing.history_mark == history_mark(tx, athlete.id) else None


def plan_to_begin(tx: Tx, athlete_id: int, now: datetime) -> int | None:
    """The id of the plan of today that was shown and has not begun, None where none stands. Reads only."""
    athlete = load_athlete(tx, athlete_id)
    plan = plan_of_today(tx, athlete, now) if athlete is not None else None
    return None if plan is None else plan.id


def open_planned(tx: Tx, athlete_id: int, chat_id: int, exercise: Exercise, now: datetime) -> Scene | None:
    """Open the workout of today's plan where it asks this exercise; None where there is none such."""
    athlete = load_athlete(tx, athlete_id)
    plan = plan_of_today(tx, athlete, now) if athlete is not None else None
    if athlete is None or plan is None:
        return None
    if all(asked.exercise_id != exercise.id for asked in plan.session.prescriptions):
        return None
    scene = Scene(tx, athlete, _opened(tx, athlete, plan, chat_id, now, None), now)
    set_aside(tx, athlete_id, now)
    watch_idle(scene)
    return scene


def start_with(
    tx: Tx,
    athlete_id: int,
    chat_id: int,
    plan_id: int,
    exercise_index: int,
    entry: Entry,
    now: datetime,
    overview: int | None = None,
) -> SetLogged | Unlogged:
    """Open the workout of a plan and log the first set of one exercise of it, in one transaction.

    `stale` when that plan no longer stands; `already` tells a second press that the set does.
    """
    athlete, plan = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    running = open_workout(tx, athlete_id)
    if athlete is None or plan is None or plan.id != plan_id:
        return Unlogged.of("stale")
    if not 0 <= exercise_index < len(plan.session.prescriptions):
        return Unlogged.of("gone")
    if running is None:
        if tx.repeat or plan_of_today(tx, athlete, now) is None:
            return Unlogged.of("stale")
        running = _opened(tx, athlete, plan, chat_id, now, overview)
        set_aside(tx, athlete_id, now)
    elif running.session.day != plan.session.day:
        return Unlogged.of("stale")
    return log_sets(tx, athlete_id, running.id, Slot(exercise_index, 1), (entry,), now, None)
