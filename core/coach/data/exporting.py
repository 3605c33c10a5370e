"""Everything an athlete has, to take away: a page of workouts at a time, as Strong's lines and as JSON.

The form of the CSV is `core/imports/strong_form.py`; the JSON is described in `docs/export-format.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.catalogue import Catalogue
from core.coach.exercises import exercises_of
from core.coach.local_time import local_time
from core.coach.past import title_of
from core.coach.totals import seconds_of
from core.imports.strong_form import heading_text, workout_text
from core.model.athlete import Athlete
from core.model.outcomes import Unlogged
from core.model.workout import LoggedSet, Workout
from core.store.athletes import load_athlete
from core.store.exports import after_workout, belongings
from core.store.frozen import plain_of
from core.store.port import Tx
from core.units import Unit

FORMAT = "spotter-export"
VERSION = 1
WORKOUTS_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Belongings:
    """What both files begin with: the CSV's heading, and everything but the workouts as JSON."""

    heading: str
    head: dict[str, Any]
    day: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some workouts in both forms; `last` is where the next page begins, None after the last one."""

    lines: str
    workouts: tuple[str, ...]
    sets: int
    last: tuple[int, int] | None


def export_head(tx: Tx, athlete_id: int, now: datetime) -> Belongings | Unlogged:
    """What an athlete has beside workouts; `stranger` where nothing is kept. Reads only."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    profile = plain_of(athlete)
    maxima = profile.pop("one_rep_maxes")
    for mine in ("id", "chat_id"):
        profile.pop(mine)
    head = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": now.isoformat(),
        "athlete": profile,
        "maxima": maxima,
        **belongings(tx, athlete_id),
    }
    return Belongings(heading_text(), head, local_time(athlete, now).date().isoformat())


def export_page(tx: Tx, athlete_id: int, last: tuple[int, int] | None) -> Page | Unlogged:
    """The next workouts that have ended and hold a set, oldest first; `last` as the page before gave it."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    exercises = exercises_of(tx, athlete_id)
    found, place = after_workout(tx, athlete_id, last, WORKOUTS_A_PAGE)
    trained = [workout for workout in found if workout.sets]
    return Page(
        lines="".join(_lines(workout, athlete, exercises) for workout in trained),
        workouts=tuple(
            json.dumps(_whole(workout, exercises), ensure_ascii=False, separators=(",", ":"))
            for workout in trained
        ),
        sets=sum(len(workout.sets) for workout in trained),
        last=place if len(found) == WORKOUTS_A_PAGE else None,
    )


def _lines(workout: Workout, athlete: Athlete, exercises: Catalogue) -> str:
    started_at = local_time(athlete, workout.opened_at)
    lifting = workout.sets[-1].logged_at - workout.opened_at
    seconds = max(int(lifting.total_seconds()), seconds_of(workout))
    sets = ((_name(one, exercises), one, _pair(workout, one)) for one in workout.sets)
    unit = athlete.unit or Unit.KG
    return workout_text(title_of(workout.session), started_at, seconds, sets, unit, workout.note)


def _name(done: LoggedSet, exercises: Catalogue) -> str:
    known = exercises.get(done.exercise_id)
    return done.exercise_id if known is None else known.name


def _pair(workout: Workout, done: LoggedSet) -> int | None:
    asked = workout.session.prescriptions
    return asked[done.exercise_index].superset if done.exercise_index < len(asked) else None


def _whole(workout: Workout, exercises: Catalogue) -> dict[str, Any]:
    finished = workout.finished_at
    return {
        "title": title_of(workout.session),
        "started_at": workout.opened_at.isoformat(),
        "finished_at": None if finished is None else finished.isoformat(),
        "trained_on": workout.trained_on.isoformat(),
        "state": workout.state.value,
        "note": workout.note,
        "session": plain_of(workout.session),
        "skipped": [list(one) for one in workout.skipped],
        "sets": list(_sets(workout.sets, exercises)),
    }


def _sets(sets: Iterable[LoggedSet], exercises: Catalogue) -> Iterable[dict[str, Any]]:
    for done in sets:
        told = plain_of(done)
        for ours in ("id", "workout_id", "tapped"):
            told.pop(ours)
        yield {"exercise": _name(done, exercises), **told}
