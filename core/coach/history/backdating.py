"""Sets of a day gone by: they land on their day as a workout that is over, and bring no rest and no card.

How the day and the sets are read is `core/training/set_notation.py`'s. What follows from them (records,
maxima, volume) is reckoned from what stands, so nothing else is written.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from core.catalogue.search import resolve
from core.coach.exercises import exercises_of
from core.coach.history.past_days import told_of
from core.coach.local_time import local_date, zone_of
from core.coach.own_names import LONGEST_NAME
from core.coach.workout.free import place_for
from core.coach.workout.lifting import keep_sets
from core.coach.workout.resting import refresh_overview
from core.coach.workout.scene import Scene
from core.model.athlete import Athlete, Goal
from core.model.exercise import Exercise
from core.model.outcomes import DayTold, Unlogged
from core.model.session import FREE_DAY, Session
from core.model.workout import Entry
from core.store.athletes import load_athlete
from core.store.logged_sets import sets_of_message
from core.store.port import Tx
from core.store.workouts import add_past_workout, load_workout, touch, workout_of_day
from core.training.loads.loading import load_steps
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Load, Unit

LONGEST_AGO = timedelta(days=366)
_UNSURE = {
    said.Doubt.FAR_ABOVE: "past_far_above",
    said.Doubt.ON_TOP: "past_far_above",
    said.Doubt.MANY_REPS: "past_far_above",
}


def log_past(
    tx: Tx, athlete_id: int, place: tuple[int, int], past: said.Past, now: datetime
) -> DayTold | Unlogged:
    """Log sets on the day they name, typed in `place` = (chat, message): in its workout or its own.

    Refused are days ahead or over a year ago, exercises nobody knows, and sets that say two things.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None or athlete.unit is None:
        return Unlogged.of("stranger")
    before = sets_of_message(tx, athlete_id, *place)
    if before:
        stands = load_workout(tx, athlete_id, before[0].workout_id)
        return told_of(athlete, stands, before[0].id, now) if stands else Unlogged.of("gone")
    day = day_of(athlete, past.day, now)
    if isinstance(day, Unlogged):
        return day
    exercise = resolve(past.exercise[:LONGEST_NAME], exercises_of(tx, athlete_id)) if past.exercise else None
    if exercise is None:
        name = " ".join(past.exercise.split())
        return Unlogged.of("past_unknown", name=name) if name else Unlogged.of("past_which")
    entries = _entries(athlete, exercise, past.sets_text)
    if isinstance(entries, Unlogged):
        return entries
    scene, slot = place_for(_scene_of(tx, athlete, place[0], day, now), exercise)
    scene, kept = keep_sets(scene, slot, entries, place)
    touch(tx, scene.workout.id, now)
    refresh_overview(scene)
    return told_of(athlete, scene.workout, kept[0].id, now)


def day_of(athlete: Athlete, day: said.PastDay, now: datetime) -> date | Unlogged:
    """The athlete's own date that a typed day means; `past_ahead` and `past_too_far` are no such days."""
    today = local_date(athlete, now)
    try:
        meant = day.before(today)
    except OverflowError:  # so many days ago that there was no calendar
        return Unlogged.of("past_too_far")
    if meant is None or meant > today:
        return Unlogged.of("past_ahead")
    return meant if today - meant <= LONGEST_AGO else Unlogged.of("past_too_far")


def _entries(athlete: Athlete, exercise: Exercise, sets_text: str) -> tuple[Entry, ...] | Unlogged:
    """The sets as they are logged; two readings are refused, for no card is there to ask on."""
    known, unit = athlete.one_rep_max(exercise.id), athlete.unit or Unit.KG
    steps = load_steps(exercise, athlete) if exercise.takes_load else None
    asked = said.Asked(
        takes_load=exercise.takes_load,
        measure=exercise.measure,
        measured=True,
        bodyweight=exercise.by_body,
        best=known.load if known else None,
        lightest=steps[0] if steps else None,
    )
    reading = read_set(sets_text, asked, unit)
    if isinstance(reading, said.Refused):
        return Unlogged.of(reading.why.value)
    if isinstance(reading, said.Confirm):
        return Unlogged.of(_UNSURE.get(reading.why, "past_unclear"))
    if not isinstance(reading, said.Sets):
        return Unlogged.of("past_unclear")
    entries = tuple(
        Entry(_load(asked, one), one.reps or 0, one.rir, None, one.kind, one.sides) for one in reading.entries
    )
    if asked.takes_load and not asked.bodyweight and any(entry.load is None for entry in entries):
        return Unlogged.of("past_unclear")
    return entries


def _load(asked: said.Asked, entry: said.Entry) -> Load | None:
    return None if not asked.takes_load or entry.load is None or entry.load.g == 0 else entry.load


def _scene_of(tx: Tx, athlete: Athlete, chat_id: int, day: date, now: datetime) -> Scene:
    """The workout of a day, as it was after its last set; one of its own where there is none."""
    noon = min(_noon(athlete, day), now)
    workout = workout_of_day(tx, athlete.id, day)
    if workout is None:
        session = Session(athlete.wish or Goal.FOUNDATION, FREE_DAY, (), 0)
        workout = add_past_workout(tx, athlete.id, chat_id, session, day, noon, now)
    after = (done.logged_at + timedelta(seconds=1) for done in workout.sets)
    return Scene(tx, athlete, workout, min(max(after, default=noon), now))


def _noon(athlete: Athlete, day: date) -> datetime:
    return datetime.combine(day, time(12), zone_of(athlete)).astimezone(UTC)
