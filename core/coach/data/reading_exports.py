"""Spotter's own JSON read back: every value of it checked, all of it or nothing.

Bounds of the document are `core/imports/plain_json.py`'s, what can be is `core/imports/may_be.py`'s.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from core.coach.data.exporting import FORMAT, VERSION
from core.imports.decoding import Utf8
from core.imports.may_be import check_head, check_workout
from core.imports.plain_json import BadPlace, Document, document_of
from core.model.exported import ExportedHead, ExportedWorkout, Returned
from core.model.imported import FileFault, NotRead, RowFault, RowTrouble
from core.store.own_exports import Misfit, strict_head, strict_workout

MOST_SETS = 50_000
MOST_WORKOUTS = 10_000
_LONGEST_PLACE = 80


def read_own_export(text: Utf8, exercise_ids: Collection[str], last_day: date) -> Returned | NotRead:
    """A whole export, its workouts oldest first; or the place of the first value that can't be.

    `exercise_ids` are those everybody has; `last_day` is the last day that can have been trained on.
    """
    try:
        whole = document_of(text, "workouts", MOST_WORKOUTS)
        if whole is None or whole.beside.get("format") != FORMAT:
            return NotRead(FileFault.UNKNOWN_FORMAT)
        if whole.beside.get("version") != VERSION:
            return NotRead(FileFault.UNKNOWN_VERSION)
        return _read(whole, exercise_ids, last_day)
    except BadPlace as bad:
        trouble = RowTrouble(0, RowFault.VALUE, bad.place[:_LONGEST_PLACE])
        return NotRead(FileFault.BAD_VALUES, (trouble,), 1)


def _read(whole: Document, exercise_ids: Collection[str], last_day: date) -> Returned | NotRead:
    if whole.extents is None:
        raise BadPlace(whole.name)
    if len(whole.extents) > MOST_WORKOUTS:
        return NotRead(FileFault.TOO_MANY_ROWS)
    head = _head(whole.beside)
    known = {*exercise_ids, *(own.exercise_id for own in head.own_exercises)}
    check_head(head, exercise_ids, known, last_day)
    workouts, sets = [], 0
    for place, one in enumerate(whole.values()):
        workout = _workout(one, place)
        sets += len(workout.sets)
        if sets > MOST_SETS:
            return NotRead(FileFault.TOO_MANY_ROWS)
        check_workout(workout, known, last_day, place)
        workouts.append(_without_reasons(workout))
    return Returned(head, tuple(sorted(workouts, key=lambda workout: workout.started_at)))


def _without_reasons(workout: ExportedWorkout) -> ExportedWorkout:
    """Why each load was asked is told by codes whose words a stranger's file must not choose."""
    session = workout.session
    asked = tuple(replace(one, reasons=()) for one in session.prescriptions)
    return replace(workout, session=replace(session, prescriptions=asked, notices=()))


def _head(beside: dict[str, Any]) -> ExportedHead:
    try:
        return strict_head(beside)
    except Misfit as misfit:
        raise BadPlace(*misfit.place) from misfit


def _workout(value: Any, place: int) -> ExportedWorkout:
    try:
        return strict_workout(value)
    except Misfit as misfit:
        raise BadPlace("workouts", place, *misfit.place) from misfit
