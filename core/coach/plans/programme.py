"""The programme an athlete is in: what is trained on which day, how the week stands, what comes. Reads only.

Its answers are changed as in the profile (`interview/profile.py`), its time as a setting
(`settings/habits.py`).
"""

from __future__ import annotations

from datetime import datetime

from core.coach.local_time import local_date
from core.coach.plans.gating import gate_of
from core.coach.plans.preparing import ready_for
from core.model.athlete import Goal, Health
from core.model.outcomes import Unlogged
from core.model.programme import Programme
from core.model.session import routine_named
from core.store.athletes import load_athlete
from core.store.plans import history_mark, plan_of
from core.store.port import Tx
from core.training.week.deload import deload_due, weeks_until_deload
from core.training.week.outlook import week_ahead, week_of_training, week_so_far, workouts_this_week
from core.training.week.programme import days_trained, split
from core.training.week.volume import band


def programme(tx: Tx, athlete_id: int, now: datetime) -> Programme | Unlogged:
    """Everything about the programme today; `stranger` and `doctor_first` as for a plan."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    if athlete.health is Health.DOCTOR_FIRST:
        return Unlogged.of("doctor_first")
    today = local_date(athlete, now)
    ready = ready_for(tx, athlete, None, today, easy=False, only_reads=True)
    if isinstance(ready, Unlogged):
        return ready
    history, goal, level = ready.history, ready.goal, athlete.level
    days_asked, gear, week = athlete.days_per_week, athlete.gear, band(goal, level)
    offers = goal is not Goal.FOUNDATION and not ready.easy
    return Programme(
        wish=ready.wish,
        goal=goal,
        gear=gear,
        days=days_trained(days_asked, level, goal),
        minutes=athlete.session_minutes,
        split=split(days_asked, level, goal),
        today=today,
        week=week_of_training(history, today),
        trained_today=bool(history.workouts) and history.workouts[-1].trained_on == today,
        coming=week_ahead(history, days_asked, level, goal, ready.on, today),
        done_this_week=workouts_this_week(history, today),
        band=(week.low, week.cap),
        per_lift=week.per_lift,
        volume=week_so_far(history, ready.exercises, goal, level, today),
        why=ready.why,
        gate=gate_of(athlete, history, today, ready.exercises) if goal is Goal.FOUNDATION else None,
        easy_week=ready.easy,
        deload=deload_due(history, today, level, aches=ready.wishes.hurts) if offers else None,
        deload_in=weeks_until_deload(history, today, level) if offers else None,
        routine=_routine(tx, athlete_id),
    )


def _routine(tx: Tx, athlete_id: int) -> str | None:
    """The routine that is planned instead of the split's next day."""
    standing = plan_of(tx, athlete_id)
    if standing is None or standing.history_mark != history_mark(tx, athlete_id):
        return None
    return routine_named(standing.session.day)
