"""A set tapped after its workout had ended; typed ones are offered as such a tap (`words/not_running.py`).

What a tap on an open workout's card does is `lifting.py`'s; sets of days gone by are
`history/backdating.py`'s.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.workout.entries import may_be_set
from core.coach.workout.lifting import ended_lately, keep_sets, log_set, retold
from core.coach.workout.logged import outcome_of
from core.coach.workout.resting import refresh_overview
from core.coach.workout.scene import Scene
from core.model.outcomes import SetLogged, Unlogged
from core.model.workout import Entry, Slot, WorkoutState
from core.store.athletes import load_athlete
from core.store.cards import Card, keep_card, telling_all
from core.store.plans import drop_plan
from core.store.port import Tx
from core.store.workouts import load_workout


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
