"""The weekly look-back: what a week came to, told on its Sunday evening or when they like.

It is offered after the third workout and never imposed: `settings/look_backs.py`. When it is due is
`settings/reminding.py`'s.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from core.coach.exercises import exercises_of
from core.coach.local_time import local_date
from core.coach.past import as_history
from core.coach.plans.programme import programme
from core.coach.settings.reminder_bells import Hushed, hushed
from core.coach.totals import tonnage_of
from core.coach.workout.finishing import records_of
from core.model.athlete import Athlete
from core.model.exercise import Exercise
from core.model.outcomes import NewRecord, Unlogged
from core.model.reminding import MINUTES_A_DAY
from core.model.weekly import LookBack
from core.model.workout import SetKind, Workout
from core.store.athlete_settings import save_settings
from core.store.athletes import load_athlete
from core.store.port import Tx
from core.store.timers import DueTimer
from core.store.workouts import closed_workouts
from core.training.week.local_times import moment_of, zone_of
from core.units import Unit

OF_THIS_WEEK_FROM = 3  # Thursday; earlier there is little to tell of a week, and the one before is meant
ADVISED_WORKOUTS = 2  # Source: American Heart Association, muscle-strengthening at least two days a week


def _week_told(athlete: Athlete, now: datetime) -> tuple[date, datetime]:
    """The Monday of the week that a look-back tells, and the moment it is told as of.

    Until Wednesday that is the week before, as it was on its Sunday evening.
    """
    today = local_date(athlete, now)
    monday = today - timedelta(days=today.weekday())
    if today.weekday() >= OF_THIS_WEEK_FROM:
        return monday, now
    ended = moment_of(monday - timedelta(days=1), MINUTES_A_DAY - 1, zone_of(athlete.zone))
    return monday - timedelta(days=7), ended or now


def look_back(tx: Tx, timer: DueTimer, now: datetime) -> LookBack | Hushed:
    """What the week came to; hushed in quiet hours, and after two weeks without any training."""
    athlete = load_athlete(tx, timer.athlete_id)
    if athlete is None or not athlete.reminders.look_back:
        return Hushed("turned_off")
    if (silent := hushed(athlete, now)) is not None:
        return silent
    monday, as_of = _week_told(athlete, now)
    told = programme(tx, athlete.id, as_of)
    if isinstance(told, Unlogged):
        return Hushed(told.code)
    after = monday + timedelta(days=7)
    trained = [past for past in closed_workouts(tx, athlete.id) if past.sets and past.trained_on < after]
    if not any(past.trained_on >= monday - timedelta(days=7) for past in trained):
        return Hushed("no_training")
    week = [past for past in trained if past.trained_on >= monday]
    exercises = exercises_of(tx, athlete.id)
    work = [done for past in week for done in past.sets if done.kind is not SetKind.WARM_UP]
    return LookBack(
        athlete.chat_id,
        athlete.speaks,
        local_date(athlete, now).toordinal(),
        workouts=len({past.trained_on for past in week}),
        sets=len(work),
        tonnage_g=sum(tonnage_of(done, exercises) for done in work),
        unit=athlete.unit or Unit.KG,
        best=_best(trained, monday, tx, athlete),
        week=told,
        advises=len({past.trained_on for past in week}) < ADVISED_WORKOUTS and not athlete.reminders.advised,
    )


def _best(
    trained: list[Workout], monday: date, tx: Tx, athlete: Athlete
) -> tuple[Exercise, NewRecord] | None:
    """The newest record of the week, that of an estimated maximum before others."""
    exercises = exercises_of(tx, athlete.id)
    for place in range(len(trained) - 1, -1, -1):
        if trained[place].trained_on < monday:
            return None
        found = records_of(trained[place], as_history(trained[:place]), exercises, athlete)
        if found:
            return found[0]
    return None


def was_advised(tx: Tx, athlete_id: int) -> None:
    """The advice was given: once is enough."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is not None:
        save_settings(tx, replace(athlete, reminders=replace(athlete.reminders, advised=True)))
