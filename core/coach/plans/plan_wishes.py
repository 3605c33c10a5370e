"""What an athlete wishes of a plan that stands: its goal for good, size now, shorter, longer, an easy week.

Swapping and adding exercises is `plan_editing.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from core.coach.exercise_preferences import soothed, wishes_of
from core.coach.exercises import exercises_of
from core.coach.knowing import informed
from core.coach.local_time import local_date
from core.coach.past import history_of
from core.coach.plans.planning import day_of, edit_plan, plan_anew, shown
from core.coach.plans.routine_planning import again
from core.model.outcomes import Planned, Unlogged
from core.model.soreness import BodyPart
from core.store.athletes import load_athlete, save_athlete
from core.store.own_exercises import forget_ache
from core.store.plans import plan_of
from core.store.port import Tx
from core.training.session.planner import longer, shorter


def make_goal(tx: Tx, athlete_id: int, plan_id: int, now: datetime) -> Planned | Unlogged:
    """Make a plan's goal the athlete's own."""
    athlete, standing = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    if athlete is None or standing is None or standing.id != plan_id:
        return Unlogged.of("stale")
    changed = replace(athlete, wish=standing.wish)
    save_athlete(tx, changed, now)
    return shown(tx, changed, standing, local_date(athlete, now))


def insist(tx: Tx, athlete_id: int, plan_id: int, now: datetime) -> Planned | Unlogged:
    """A beginner wants size without foundation, their goal from now: phase 2, as training.md 7.5 allows."""
    athlete, standing = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    if athlete is None or standing is None or standing.id != plan_id:
        return Unlogged.of("stale")
    changed = replace(athlete, insists=True, wish=standing.wish)
    save_athlete(tx, changed, now)
    today = local_date(athlete, now)
    of_routine = again(tx, changed, standing, now, easy=False)
    return of_routine or plan_anew(tx, changed, standing.wish, standing.minutes, today)


def retime(tx: Tx, athlete_id: int, plan_id: int, minutes: int, now: datetime) -> Planned | Unlogged:
    """Shorter (negative) or longer by so many minutes; a plan that cannot be cut further stays."""
    athlete, standing = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    if athlete is None or standing is None or standing.id != plan_id:
        return Unlogged.of("stale")
    if tx.repeat:
        return shown(tx, athlete, standing, local_date(athlete, now))
    exercises = exercises_of(tx, athlete_id)
    if minutes < 0:
        session = shorter(standing.session, athlete, exercises, -minutes)
    else:
        history, wishes = history_of(tx, athlete_id), wishes_of(tx, athlete_id)
        session = longer(
            standing.session,
            informed(tx, athlete, history, exercises),
            standing.session.goal,
            history,
            exercises,
            standing.planned_on,
            excluded=wishes.barred,
            hurting=wishes.aching,
        )
    return edit_plan(tx, athlete, standing, session, now)


def plan_healed(tx: Tx, athlete_id: int, plan_id: int, exercise_id: str, now: datetime) -> Planned | Unlogged:
    """What a plan left out hurts no longer: the same day planned anew, with it where it belongs."""
    return _planned_again(tx, athlete_id, plan_id, now, partial(forget_ache, tx, athlete_id, exercise_id))


def plan_soothed(tx: Tx, athlete_id: int, plan_id: int, part: BodyPart, now: datetime) -> Planned | Unlogged:
    """A part hurts no longer: the same day planned anew, with what loads it where it belongs."""
    return _planned_again(tx, athlete_id, plan_id, now, partial(soothed, tx, athlete_id, part))


def _planned_again(
    tx: Tx, athlete_id: int, plan_id: int, now: datetime, forget: Callable[[], bool]
) -> Planned | Unlogged:
    athlete, standing = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    if athlete is None or standing is None:
        return Unlogged.of("stale")
    today = local_date(athlete, now)
    if tx.repeat:
        return shown(tx, athlete, standing, today)
    forget()
    if standing.id != plan_id:
        return Unlogged.of("stale")
    session = standing.session
    easy = any(asked.deload for asked in session.prescriptions)
    of_routine = again(tx, athlete, standing, now, easy=easy)
    day = None if session.routine_id is not None else day_of(session.day)
    return of_routine or plan_anew(tx, athlete, standing.wish, standing.minutes, today, easy=easy, day=day)


def take_easy_week(tx: Tx, athlete_id: int, plan_id: int, now: datetime) -> Planned | Unlogged:
    """Take the deload that was offered: this plan and those of the next seven days are lighter."""
    athlete, standing = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    if athlete is None or standing is None or standing.id != plan_id:
        return Unlogged.of("stale")
    today = local_date(athlete, now)
    of_routine = again(tx, athlete, standing, now, easy=True)
    return of_routine or plan_anew(tx, athlete, standing.wish, standing.minutes, today, easy=True)
