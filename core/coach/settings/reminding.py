"""Reminders to train: wished for in words or by a tap, kept as one timer, put off, and turned off.

When the next one is due is `core/training/week/local_times.py`; what it brings is `reminder_bells.py`; the
time zone is told in `time_zone.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from core.coach.local_time import local_date
from core.coach.menus import await_words
from core.coach.workout.resting import TimerKind
from core.model.athlete import Athlete
from core.model.awaited import About, Awaited
from core.model.outcomes import Unlogged
from core.model.reminding import Quiet, Reminders, Weekly
from core.store import timers
from core.store.athlete_settings import save_settings
from core.store.athletes import load_athlete, save_athlete
from core.store.port import Tx
from core.training.typed.gym_words import Misread
from core.training.typed.reminder_words import MOST_TIMES, read_quiet, read_reminders
from core.training.week.local_times import Due, moment_of, next_due, zone_of

STOP_WORDS = frozenset({"off", "stop", "none", "never", "no", "aus", "stopp", "keine", "nie", "nein"})
HELPS_FOR = timedelta(hours=2)  # a reminder that comes later than that is for nobody
TONIGHT = 20 * 60
TONIGHT_OFFERED_UNTIL = 19 * 60


class Snooze(StrEnum):
    """How long a reminder is put off."""

    AN_HOUR = "hour"
    TONIGHT = "tonight"


@dataclass(frozen=True, slots=True)
class Snoozed:
    """A reminder was put off to `until`, aware UTC; `zone` is the athlete's."""

    until: datetime
    zone: str


def remind(tx: Tx, athlete_id: int, words: str, now: datetime) -> Athlete | Unlogged:
    """`/remind mon wed fri 18:00` in place of what was wished before, `off` for none.

    `misread` says why not; `stranger` as everywhere. Nothing rings before the time zone is told.
    """
    if words.strip().lower() in STOP_WORDS:
        return remind_at(tx, athlete_id, (), now)
    told = read_reminders(words)
    if isinstance(told, Misread):
        return Unlogged.of("misread", why=told.value)
    return remind_at(tx, athlete_id, told, now)


def remind_at(tx: Tx, athlete_id: int, times: tuple[Weekly, ...], now: datetime) -> Athlete | Unlogged:
    """Remind at these times of the week from now on; none turns reminders off."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    lawful = all(0 <= one.weekday <= 6 and 0 <= one.minute < 1440 for one in times)
    if not lawful or len(times) > MOST_TIMES:
        return Unlogged.of("misread", why=Misread.OUT_OF_RANGE.value)
    wished = replace(athlete.reminders, times=tuple(sorted(set(times))))
    return keep(tx, replace(athlete, reminders=wished), now)


def choose_times(
    tx: Tx, athlete_id: int, times: tuple[Weekly, ...], waits: Awaited, now: datetime
) -> Athlete | Unlogged:
    """`remind_at` by a tap on a menu, which goes on waiting for words: other times, or the time zone."""
    kept = remind_at(tx, athlete_id, times, now)
    if isinstance(kept, Athlete) and not tx.repeat:
        await_words(tx, athlete_id, fitting(kept, waits))
    return kept


def fitting(athlete: Athlete, waits: Awaited) -> Awaited:
    """What the menu of reminders waits for: the time zone, as long as reminders cannot be without it."""
    needs_zone = athlete.reminders.any_wished and not athlete.zone_told
    if needs_zone and waits.about in (About.REMINDERS, About.LOOK_BACK):
        return replace(waits, about=About.ZONE)
    return waits


def be_quiet(tx: Tx, athlete_id: int, quiet: Quiet | None, now: datetime) -> Athlete | Unlogged:
    """Hours in which nothing but a rest bell is heard; None for no such hours."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    if quiet is not None and not (0 <= quiet.since < 1440 and 0 <= quiet.until < 1440):
        return Unlogged.of("misread", why=Misread.OUT_OF_RANGE.value)
    return keep(tx, replace(athlete, reminders=replace(athlete.reminders, quiet=quiet)), now)


def tell_quiet(tx: Tx, athlete_id: int, words: str, now: datetime) -> Athlete | Unlogged:
    """`22-7`, `10pm to 6:30`, `off`; `misread` says why not."""
    if words.strip().lower() in STOP_WORDS:
        return be_quiet(tx, athlete_id, None, now)
    told = read_quiet(words)
    if isinstance(told, Misread):
        return Unlogged.of("misread", why=told.value)
    return be_quiet(tx, athlete_id, told, now)


def keep(tx: Tx, athlete: Athlete, now: datetime) -> Athlete:
    """Keep changed wishes or another time zone, and arm the timer anew for them."""
    if tx.repeat:
        return athlete
    save_athlete(tx, athlete, now)
    save_settings(tx, athlete)
    arm(tx, athlete, since=now)
    arm_look_back(tx, athlete, since=now)
    if not athlete.reminders.times:
        timers.cancel(tx, athlete.id, TimerKind.SNOOZE, "turned_off")
    return athlete


def arm(tx: Tx, athlete: Athlete, since: datetime) -> None:
    """Arm the one timer for the first reminder later than `since`; where none is wished, cancel it."""
    due = upcoming(athlete, since)
    if due is None:
        timers.cancel(tx, athlete.id, TimerKind.REMIND, "turned_off")
        return
    timers.arm(tx, athlete.id, TimerKind.REMIND, due.at, athlete.chat_id, 0, due.day, due.minute)


def arm_look_back(tx: Tx, athlete: Athlete, since: datetime) -> None:
    """Arm the first look-back later than `since`; where it isn't wanted, cancel it."""
    told = athlete.reminders
    due = None
    if told.look_back and athlete.zone_told:
        due = next_due(Reminders((told.look_back_at,), told.quiet, told.looked), zone_of(athlete.zone), since)
    if due is None:
        timers.cancel(tx, athlete.id, TimerKind.LOOK_BACK, "turned_off")
    else:
        timers.arm(tx, athlete.id, TimerKind.LOOK_BACK, due.at, athlete.chat_id, 0, due.day, due.minute)


def upcoming(athlete: Athlete, since: datetime) -> Due | None:
    """The next reminder; None without wishes, and before the time zone is told."""
    if not athlete.zone_told:
        return None
    return next_due(athlete.reminders, zone_of(athlete.zone), since)


def resume(tx: Tx, athlete_id: int, now: datetime) -> None:
    """Somebody who was gone is back: what was cancelled meanwhile is armed again."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return
    if timers.armed(tx, athlete_id, TimerKind.REMIND) is None:
        arm(tx, athlete, since=now)
    if timers.armed(tx, athlete_id, TimerKind.LOOK_BACK) is None:
        arm_look_back(tx, athlete, since=now)


def snooze(tx: Tx, athlete_id: int, day: int, how: Snooze, now: datetime) -> Snoozed | Unlogged:
    """Put the reminder of a local day (its ordinal) off. `past_reminder`: that day is over, or evening came.

    `quiet_then`: nothing may be heard at that time. Anything but the same day is left to the next reminder.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    zone, today = zone_of(athlete.zone), local_date(athlete, now)
    until = now + timedelta(hours=1) if how is Snooze.AN_HOUR else moment_of(today, TONIGHT, zone)
    if day != today.toordinal() or until is None or until <= now:
        return Unlogged.of("past_reminder")
    shown = until.astimezone(zone)
    quiet = athlete.reminders.quiet
    if shown.date() != today or (quiet is not None and quiet.covers(shown.hour * 60 + shown.minute)):
        return Unlogged.of("quiet_then")
    if not tx.repeat:
        place = (0, day, shown.hour * 60 + shown.minute)
        timers.arm(tx, athlete_id, TimerKind.SNOOZE, until, athlete.chat_id, *place)
    return Snoozed(until, athlete.zone)


def deal_with(athlete: Athlete, day: int, minute: int) -> Athlete:
    """The athlete once the reminder of that local day and minute has rung or was dropped."""
    through = max(athlete.reminders.through or (0, 0), (day, minute))
    return replace(athlete, reminders=replace(athlete.reminders, through=through))


def offers_tonight(athlete: Athlete, now: datetime) -> bool:
    """Whether putting a reminder off until the evening still makes sense."""
    shown = now.astimezone(zone_of(athlete.zone))
    quiet = athlete.reminders.quiet
    early = shown.hour * 60 + shown.minute < TONIGHT_OFFERED_UNTIL
    return early and not (quiet is not None and quiet.covers(TONIGHT))
