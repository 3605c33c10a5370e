"""Spotter's own JSON into the log again: what stood there before stays, what is missing comes back.

It goes the way of every import (`importing.py`): staged at a yes, visible at once, undone for a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from core.coach.data import growing
from core.coach.data.growing import Retold
from core.coach.own_names import MOST_OWN
from core.coach.plans.routines import MOST_ROUTINES
from core.model.exported import ExportedHead, ExportedSet, ExportedWorkout
from core.model.measure import MeasureKind
from core.model.outcomes import Unlogged
from core.model.routine import RoutineExercise
from core.model.session import Session
from core.model.workout import LoggedSet
from core.store import imports
from core.store.athletes import load_athlete, save_athlete, save_one_rep_max
from core.store.exercise_notes import keep_note, note_of
from core.store.own_exercises import (
    add_own_exercise,
    exercise_preferences,
    keep_preference,
    own_exercises,
)
from core.store.own_exports import (
    HEAD,
    Added,
    Addition,
    export_head_of,
    export_workouts_from,
    keep_additions,
    read_export_workout,
)
from core.store.port import Tx
from core.store.progress import all_measures, keep_measure
from core.store.routines import add_routine, routines_of
from core.store.soreness import keep_sore_part, sore_parts
from core.store.workouts import aches, remember_ache

FIRST_WORKOUT = HEAD + 1
NO_ROUTINE = 0  # the id of none: a workout came from a routine, whose name its day tells
_MOMENT = timedelta(milliseconds=1)


def make_own(tx: Tx, athlete_id: int, import_id: int, now: datetime) -> Unlogged | None:
    """Make the own exercises that are missing; `own_full` or `routines_full` where all would be too many."""
    head = export_head_of(tx, athlete_id, import_id)
    names = {one.name.casefold() for one in own_exercises(tx, athlete_id)}
    missing = [own for own in head.own_exercises if own.name.casefold() not in names]
    if missing and len(names) + len(missing) > MOST_OWN:
        return Unlogged.of("own_full", most=MOST_OWN)
    routines = {one.name.casefold() for one in routines_of(tx, athlete_id)}
    others = {one.name.casefold() for one in head.routines} - routines
    if others and len(routines) + len(others) > MOST_ROUTINES:
        return Unlogged.of("routines_full", most=MOST_ROUTINES)
    for behind, own in zip(range(len(missing), 0, -1), missing, strict=True):
        add_own_exercise(tx, athlete_id, own.name, own.trains, own.kit, now - behind * _MOMENT)
    return None


def stage_some(tx: Tx, athlete_id: int, import_id: int, place: int, count: int) -> int | None:
    """Stage the next workouts from a place on; where to go on, None when all are staged."""
    place = max(place, FIRST_WORKOUT)
    ids = _ids(tx, athlete_id, export_head_of(tx, athlete_id, import_id))
    found = export_workouts_from(tx, athlete_id, import_id, place, count)
    for workout in found:
        told = _told(workout, ids)
        if growing.stage(tx, athlete_id, import_id, told):
            continue
        ended_at = workout.finished_at or workout.started_at
        imports.stage_workout(
            tx,
            athlete_id,
            import_id,
            told.session,
            (workout.started_at, workout.trained_on.isoformat(), ended_at),
            told.sets,
            state=workout.state,
            note=workout.note,
            skipped=workout.skipped,
        )
    return place + len(found) if len(found) == count else None


def told_in(tx: Tx, athlete_id: int, import_id: int, bodies: Sequence[str]) -> list[Retold]:
    """Read workouts as they would stand in the log; own exercises that are not made yet by the file's ids."""
    ids = _ids(tx, athlete_id, export_head_of(tx, athlete_id, import_id))
    return [_told(read_export_workout(body), ids) for body in bodies]


def _told(workout: ExportedWorkout, ids: Mapping[str, str]) -> Retold:
    sets = [_logged(done, ids) for done in workout.sets]
    return Retold(workout.started_at, _session(workout, ids), sets, workout.finished_at)


def _ids(tx: Tx, athlete_id: int, head: ExportedHead) -> Mapping[str, str]:
    """The ids of the file's own exercises in this log: the same name is the same exercise."""
    mine = {one.name.casefold(): one.id for one in own_exercises(tx, athlete_id)}
    return {own.exercise_id: mine.get(own.name.casefold(), own.exercise_id) for own in head.own_exercises}


def _session(workout: ExportedWorkout, ids: Mapping[str, str]) -> Session:
    asked = tuple(
        replace(
            one,
            exercise_id=ids.get(one.exercise_id, one.exercise_id),
            instead_of=one.instead_of and ids.get(one.instead_of, one.instead_of),
        )
        for one in workout.session.prescriptions
    )
    routine_id = None if workout.session.routine_id is None else NO_ROUTINE
    return replace(workout.session, prescriptions=asked, routine_id=routine_id)


def _logged(done: ExportedSet, ids: Mapping[str, str]) -> LoggedSet:
    return LoggedSet(
        id=0,
        workout_id=0,
        exercise_id=ids.get(done.exercise_id, done.exercise_id),
        exercise_index=done.exercise_index,
        set_number=done.set_number,
        kind=done.kind,
        load=done.load,
        reps=done.reps,
        logged_at=done.logged_at,
        rir=done.rir,
        comfort=done.comfort,
        target=done.target,
        measure=done.measure,
        sides=done.sides,
    )


def add_beside(tx: Tx, athlete_id: int, import_id: int, now: datetime) -> int:
    """Add what the file has beside workouts and the log has not; how many things that were."""
    head = export_head_of(tx, athlete_id, import_id)
    ids = _ids(tx, athlete_id, head)
    added = [
        *_add_maxima(tx, athlete_id, head, ids),
        *_add_measures(tx, athlete_id, head, now),
        *_add_wishes(tx, athlete_id, head, ids, now),
        *_add_routines(tx, athlete_id, head, ids, now),
    ]
    keep_additions(tx, athlete_id, import_id, added)
    return len(added)


def _add_maxima(tx: Tx, athlete_id: int, head: ExportedHead, ids: Mapping[str, str]) -> Iterable[Addition]:
    athlete = load_athlete(tx, athlete_id)
    known = {best.exercise_id for best in athlete.one_rep_maxes} if athlete else set()
    for best in head.maxima:
        exercise_id = ids.get(best.exercise_id, best.exercise_id)
        if exercise_id not in known:
            known.add(exercise_id)
            save_one_rep_max(tx, athlete_id, replace(best, exercise_id=exercise_id))
            yield Addition(Added.MAX, exercise_id, best.known_at)


def _add_measures(tx: Tx, athlete_id: int, head: ExportedHead, now: datetime) -> Iterable[Addition]:
    known = {(one.kind, one.measured_on) for one in all_measures(tx, athlete_id)}
    for measured in head.measures:
        place = (measured.kind, measured.measured_on)
        if place not in known:
            known.add(place)
            keep_measure(tx, athlete_id, measured, now)
            name = f"{measured.kind.value} {measured.measured_on.isoformat()}"
            yield Addition(Added.MEASURE, name, now)
    weights = [one for one in head.measures if one.kind is MeasureKind.WEIGHT]
    athlete = load_athlete(tx, athlete_id)
    if weights and athlete is not None and athlete.bodyweight_g is None:
        newest = max(weights, key=lambda one: one.measured_on)
        save_athlete(tx, replace(athlete, bodyweight_g=newest.amount), now)


def _add_wishes(
    tx: Tx, athlete_id: int, head: ExportedHead, ids: Mapping[str, str], now: datetime
) -> Iterable[Addition]:
    """Notes, favourites and those left out (the newest first, as they are told), and what hurts."""
    for noted in head.notes:
        exercise_id = ids.get(noted.exercise_id, noted.exercise_id)
        if not note_of(tx, athlete_id, exercise_id):
            keep_note(tx, athlete_id, exercise_id, noted.note, now)
            yield Addition(Added.NOTE, exercise_id, now)
    wished = set(exercise_preferences(tx, athlete_id))
    for behind, one in enumerate(head.preferences):
        exercise_id, since = ids.get(one.exercise_id, one.exercise_id), now - behind * _MOMENT
        if exercise_id not in wished:
            wished.add(exercise_id)
            keep_preference(tx, athlete_id, exercise_id, one.wish, since)
            yield Addition(Added.PREFERENCE, exercise_id, since)
    hurting = set(aches(tx, athlete_id))
    for told in head.aches:
        exercise_id = ids.get(told, told)
        if exercise_id not in hurting:
            hurting.add(exercise_id)
            remember_ache(tx, athlete_id, exercise_id, now)
            yield Addition(Added.ACHE, exercise_id, now)
    sore = {one.part for one in sore_parts(tx, athlete_id)}
    for part in head.sore_parts:
        if part.part not in sore:
            sore.add(part.part)
            told_in = part.exercise_id and ids.get(part.exercise_id, part.exercise_id)
            keep_sore_part(tx, athlete_id, replace(part, exercise_id=told_in), now)
            yield Addition(Added.SORE_PART, part.part.value, now)


def _add_routines(
    tx: Tx, athlete_id: int, head: ExportedHead, ids: Mapping[str, str], now: datetime
) -> Iterable[Addition]:
    names = {one.name.casefold() for one in routines_of(tx, athlete_id)}
    for routine in head.routines:
        if routine.name.casefold() in names:
            continue
        names.add(routine.name.casefold())
        exercises: tuple[RoutineExercise, ...] = tuple(
            replace(one, exercise_id=ids.get(one.exercise_id, one.exercise_id)) for one in routine.exercises
        )
        kept = add_routine(tx, athlete_id, routine.name, exercises, now)
        yield Addition(Added.ROUTINE, str(kept.id), now)
