"""Workout titles of an imported log as routines: the commonest are offered, one tap keeps one.

A routine is its owner's from then on: undoing the import takes workouts out of the log, never routines.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from core.catalogue.names import folded
from core.coach.plans import routines
from core.coach.plans.routines import RoutineCard, clean_name
from core.model.importing import TitleOffered
from core.model.outcomes import Unlogged
from core.store import imports
from core.store.port import Tx
from core.store.routines import routines_of
from core.store.workouts import load_workout

LOOKED_AT = 400  # the newest workouts of an import
LEAST_TIMES = 2
MOST_OFFERED = 6


def offered(tx: Tx, athlete_id: int, import_id: int) -> tuple[TitleOffered, ...]:
    """The commonest titles of an import that are no routine yet, at most six. Reads only."""
    taken = {folded(one.name) for one in routines_of(tx, athlete_id)}
    newest: dict[str, tuple[int, str]] = {}
    times: Counter[str] = Counter()
    for workout_id, title in imports.newest_titles(tx, athlete_id, import_id, LOOKED_AT):
        name = clean_name(title)
        if name is None or folded(name) in taken:
            continue
        times[folded(name)] += 1
        newest.setdefault(folded(name), (workout_id, name))
    repeated = [(key, count) for key, count in times.most_common() if count >= LEAST_TIMES]
    return tuple(TitleOffered(*newest[key], count) for key, count in repeated[:MOST_OFFERED])


def save(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> RoutineCard | Unlogged:
    """Keep an imported workout as a routine under its title; refusals as `routines.save_workout`."""
    workout = load_workout(tx, athlete_id, workout_id)
    if workout is None:
        return Unlogged.of("gone")
    return routines.save_workout(tx, athlete_id, workout_id, workout.session.title, now)
