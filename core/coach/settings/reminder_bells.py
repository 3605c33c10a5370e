"""What a reminder brings when it is due, why it stays silent, and what follows it. Called by `bot/timers`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.coach.local_time import local_date
from core.coach.plans.programme import programme
from core.coach.settings.reminding import HELPS_FOR, arm, arm_look_back, deal_with, offers_tonight
from core.coach.workout.resting import TimerKind
from core.model.athlete import Athlete
from core.model.outcomes import Unlogged
from core.store.athlete_settings import save_settings
from core.store.athletes import load_athlete
from core.store.port import Tx
from core.store.timers import DueTimer
from core.store.workouts import trained_on
from core.training.week.local_times import local_minute, zone_of


@dataclass(frozen=True, slots=True)
class Reminder:
    """It is time to train: `day` is its ordinal on the athlete's calendar, `coming` the session by its name.

    `routine` names the routine planned instead. `tonight` tells whether the evening is still ahead.
    """

    chat_id: int
    language: str
    day: int
    coming: str | None
    routine: str | None
    tonight: bool


@dataclass(frozen=True, slots=True)
class Hushed:
    """Nothing is sent, for a reason in one word that goes into the timer's accounts."""

    reason: str


def reminder(tx: Tx, timer: DueTimer, now: datetime) -> Reminder | Hushed:
    """What a due reminder says; hushed after that day's workout, while one runs, and in quiet hours."""
    athlete = load_athlete(tx, timer.athlete_id)
    if athlete is None:
        return Hushed("forgotten")
    today = local_date(athlete, now)
    if trained_on(tx, athlete.id, today):
        return Hushed("trained")
    if (silent := hushed(athlete, now)) is not None:
        return silent
    told = programme(tx, athlete.id, now)
    if isinstance(told, Unlogged):
        return Hushed(told.code)
    return Reminder(
        athlete.chat_id,
        athlete.speaks,
        today.toordinal(),
        coming=told.coming[0][1] if told.coming else None,
        routine=told.routine,
        tonight=offers_tonight(athlete, now),
    )


def hushed(athlete: Athlete, now: datetime) -> Hushed | None:
    """Quiet hours hold everything back but a rest bell; None when it may be heard."""
    quiet = athlete.reminders.quiet
    if quiet is not None and quiet.covers(local_minute(now, zone_of(athlete.zone))):
        return Hushed("quiet")
    return None


def follow(tx: Tx, timer: DueTimer, now: datetime) -> None:
    """A reminder has rung or was dropped: its day and minute are dealt with, and the next one is armed."""
    if timer.kind not in (TimerKind.REMIND, TimerKind.LOOK_BACK):
        return
    athlete = load_athlete(tx, timer.athlete_id)
    if athlete is None:
        return
    if timer.kind == TimerKind.LOOK_BACK:
        looked = replace(athlete.reminders, looked=(timer.exercise_index, timer.set_number))
        after = replace(athlete, reminders=looked)
        save_settings(tx, after)
        arm_look_back(tx, after, since=now - HELPS_FOR)
        return
    after = deal_with(athlete, timer.exercise_index, timer.set_number)
    save_settings(tx, after)
    # What fell due while the bot was away still helps for two hours.
    arm(tx, after, since=now - HELPS_FOR)
