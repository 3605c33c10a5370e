"""A set tapped or typed after its workout had ended: offered, never logged by itself.

What a tap on an open workout's card does is `lifting.py`'s; sets of days gone by are `backdating.py`'s.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.words.talk import Message, Talk, asked_of
from core.coach.workout.entries import may_be_set
from core.coach.workout.lifting import ended_lately, keep_sets, log_set, retold
from core.coach.workout.logged import outcome_of
from core.coach.workout.resting import refresh_overview
from core.coach.workout.scene import Scene
from core.coach.workout.standing import exercise_of
from core.coach.workout.starting import whole_set
from core.model.outcomes import SetLogged, Unlogged
from core.model.starting import SaidLate
from core.model.workout import Entry, Slot, WorkoutState
from core.store.athletes import load_athlete
from core.store.cards import Card, keep_card, telling_all
from core.store.plans import drop_plan
from core.store.port import Tx
from core.store.workouts import load_workout, newest_workout
from core.training.set_notation import read_set
from core.units import Unit


def add_late(
    tx: Tx,
    athlete_id: int,
    workout_id: int,
    slot: Slot,
    entry: Entry,
    now: datetime,
    card: tuple[int, int],
) -> SetLogged | Unlogged:
    """Log an asked set into a workout that ended lately, as done when it ended; its recap follows.

    `workout_over` once that is longer ago, `already` where the set stands, `gone` for impossible numbers.
    """
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    if athlete is None or workout is None:
        return Unlogged.of("gone")
    standing = workout.set_at(slot)
    if standing is not None and tx.repeat:
        return retold(tx, workout, standing, now, card)
    if standing is not None:
        return Unlogged.of("already", set=standing)
    if tx.repeat:
        return Unlogged.of("undone_before")
    if workout.state is WorkoutState.OPEN:
        return log_set(tx, athlete_id, workout_id, slot, entry, now, card)
    if not ended_lately(workout, now) or workout.finished_at is None:
        return Unlogged.of("workout_over")
    if not may_be_set(workout, slot, entry, typed=True):
        return Unlogged.of("gone")
    scene, kept = keep_sets(Scene(tx, athlete, workout, workout.finished_at), slot, (entry,), None)
    above = telling_all(tx, workout_id, slot.exercise_index)  # it told the whole exercise until now
    keep_card(tx, athlete_id, Card(*card, workout_id, *slot))
    drop_plan(tx, athlete_id)
    refresh_overview(replace(scene, now=now))
    told = outcome_of(scene, kept, None, None, card, corrected=True)
    return replace(told, uncovered=tuple(place for place in above if place != card))


def said_late(tx: Tx, athlete_id: int, message: Message, now: datetime) -> SaidLate | None:
    """One whole set that words say, of the exercise done last in a workout that ended lately. Reads only.

    None for any other words, and where that is longer ago.
    """
    athlete, workout = load_athlete(tx, athlete_id), newest_workout(tx, athlete_id)
    last = workout.last_done if workout is not None else None
    if athlete is None or workout is None or last is None or not ended_lately(workout, now):
        return None
    index = last.exercise_index
    done = workout.sets_of(index)
    slot = Slot(index, max((one.set_number for one in done), default=0) + 1)
    scene = Scene(tx, athlete, replace(workout, state=WorkoutState.OPEN), now)
    asked = asked_of(scene, slot)
    reading = read_set(message.words, asked, athlete.unit or Unit.KG)
    entry = whole_set(Talk(scene, slot, None, message, is_reply=False), asked, reading)
    if entry is None:
        return None
    measure = workout.session.prescriptions[index].measure
    return SaidLate(workout.id, slot, exercise_of(workout, index), measure, entry)
