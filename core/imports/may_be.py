"""What can stand in an export that comes back: each value in the bounds that the log itself keeps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, timedelta

from core.imports.plain_json import BadPlace
from core.imports.rows import HEAVIEST_G
from core.model.exported import ExportedHead, ExportedSet, ExportedWorkout
from core.model.measure import TENTHS_OF_MM, Measured, MeasureKind
from core.model.own_exercise import OWN_PREFIX
from core.model.session import Prescription, SetTarget
from core.model.workout import SetKind, WorkoutState
from core.units import Load, Unit

FIRST_DAY = date(1900, 1, 1)
MOST_COUNTED = 100_000  # metres of a carry; reps and seconds end far below
MOST_OWN = 50
MOST_ROUTINES = 30
MOST_IN_ROUTINE = 12
MOST_LISTED = 1_000
MOST_MEASURES = 12_000  # thirty years of daily weights
MOST_ASKED = 60  # exercises of one workout: free training adds one for each name
LONGEST_NOTE = 1_000
LONGEST_NAME = 60
_TEMPO = re.compile(r"X|[0-9]{1,2}(/[0-9]{1,2}){2}", re.ASCII)
_ZONES = timedelta(hours=26)  # no local day begins or ends farther from UTC's


def check_head(
    head: ExportedHead, everybodys: Collection[str], known: Collection[str], last_day: date
) -> None:
    """Raises BadPlace for the first thing beside the workouts that can't be."""
    _check_own(head, everybodys)
    _few(head.maxima, MOST_LISTED, "maxima")
    for place, best in enumerate(head.maxima):
        at = ("maxima", place)
        _must(best.exercise_id in known, *at, "exercise_id")
        _must(0 < best.load.g <= HEAVIEST_G, *at, "load")
        _check_moment(best.known_at, last_day, *at, "known_at")
    _few(head.preferences, MOST_LISTED, "preferences")
    for place, wished in enumerate(head.preferences):
        _must(wished.exercise_id in known, "preferences", place, "exercise_id")
    _few(head.notes, MOST_LISTED, "notes")
    for place, noted in enumerate(head.notes):
        _must(noted.exercise_id in known, "notes", place, "exercise_id")
        _must(_is_words(noted.note, LONGEST_NOTE), "notes", place, "note")
    _few(head.aches, MOST_LISTED, "aches")
    for place, exercise_id in enumerate(head.aches):
        _must(exercise_id in known, "aches", place)
    _few(head.sore_parts, MOST_LISTED, "sore_parts")
    for place, sore in enumerate(head.sore_parts):
        told_in = sore.exercise_id
        _must(told_in is None or told_in in known, "sore_parts", place, "exercise_id")
    _few(head.measures, MOST_MEASURES, "measures")
    for place, measured in enumerate(head.measures):
        _must(_may_be_measured(measured, last_day), "measures", place)
    _check_routines(head, known)


def _check_own(head: ExportedHead, everybodys: Collection[str]) -> None:
    _few(head.own_exercises, MOST_OWN, "own_exercises")
    names: set[str] = set()
    for place, own in enumerate(head.own_exercises):
        at = ("own_exercises", place)
        is_own = own.exercise_id.startswith(OWN_PREFIX) and own.exercise_id not in everybodys
        _must(is_own and own.exercise_id not in names, *at, "exercise_id")
        _must(_is_words(own.name, LONGEST_NAME) and own.name.casefold() not in names, *at, "name")
        names |= {own.exercise_id, own.name.casefold()}


def _check_routines(head: ExportedHead, known: Collection[str]) -> None:
    _few(head.routines, MOST_ROUTINES, "routines")
    for place, routine in enumerate(head.routines):
        at = ("routines", place)
        _must(_is_words(routine.name, LONGEST_NAME), *at, "name")
        _must(0 < len(routine.exercises) <= MOST_IN_ROUTINE, *at, "exercises")
        for index, one in enumerate(routine.exercises):
            counts = (one.sets or 1, one.reps or 1)
            sound = one.exercise_id in known and all(0 < count <= 100 for count in counts)
            _must(sound and 0 <= (one.pair or 0) <= MOST_IN_ROUTINE, *at, "exercises", index)


def check_workout(workout: ExportedWorkout, known: Collection[str], last_day: date, place: int) -> None:
    """Raises BadPlace for the first thing in a workout that can't be."""
    at = ("workouts", place)
    _must(workout.state is not WorkoutState.OPEN, *at, "state")
    _check_moment(workout.started_at, last_day, *at, "started_at")
    ended_at = workout.finished_at or workout.started_at
    _check_moment(ended_at, last_day, *at, "finished_at")
    _must(ended_at >= workout.started_at, *at, "finished_at")
    _must(FIRST_DAY <= workout.trained_on <= last_day, *at, "trained_on")
    midnight = datetime.combine(workout.trained_on, datetime.min.time(), UTC)
    _must(abs(workout.started_at - midnight) <= 2 * _ZONES, *at, "trained_on")
    _must(workout.note is None or _is_words(workout.note, LONGEST_NOTE), *at, "note")
    asked = workout.session.prescriptions
    _check_session(workout, known, at)
    _must(len(workout.sets) > 0, *at, "sets")
    taken: set[tuple[int, int]] = set()
    for number, done in enumerate(workout.sets):
        here = (*at, "sets", number)
        _must(0 <= done.exercise_index < len(asked), *here, "exercise_index")
        _must(done.exercise_id in known, *here, "exercise_id")
        answers = (done.exercise_index, done.set_number)
        _must(done.kind is SetKind.WARM_UP or answers not in taken, *here, "set_number")
        if done.kind is not SetKind.WARM_UP:
            taken.add(answers)
        _check_set(done, last_day, here)
    for number, (index, set_number) in enumerate(workout.skipped):
        once = workout.skipped.index((index, set_number)) == number
        _must(once and 0 <= index < len(asked) and 0 <= set_number <= 1_000, *at, "skipped", number)


def _check_session(workout: ExportedWorkout, known: Collection[str], at: tuple[str | int, ...]) -> None:
    session = workout.session
    at = (*at, "session")
    _must(0 < len(session.prescriptions) <= MOST_ASKED, *at, "prescriptions")
    _must(len(session.day) <= LONGEST_NAME * 2 and _has_no_signs(session.day), *at, "day")
    _must(len(session.title) <= LONGEST_NAME * 2 and _has_no_signs(session.title), *at, "title")
    _must(0 <= session.minutes <= 1_440, *at, "minutes")
    places = set(session.order)
    in_range = places <= set(range(len(session.prescriptions)))
    _must(in_range and len(places) == len(session.order), *at, "order")
    for index, asked in enumerate(session.prescriptions):
        here = (*at, "prescriptions", index)
        _must(asked.exercise_id in known, *here, "exercise_id")
        _must(asked.instead_of is None or asked.instead_of in known, *here, "instead_of")
        _must(_may_be_asked(asked), *here)


def _may_be_asked(asked: Prescription) -> bool:
    loads = (asked.load, asked.chosen_load, *asked.loads_offered, *(one.load for one in asked.warm_ups))
    counts = (asked.sets, asked.reps, asked.superset or 0, *(one.reps for one in asked.warm_ups))
    return (
        all(map(_may_be_load, loads))
        and all(0 <= count <= MOST_COUNTED for count in counts)
        and asked.sets <= 100
        and max(len(asked.warm_ups), len(asked.loads_offered)) <= 50
        and 0 <= asked.rest_s <= 3_600
        and (asked.one_rep_max is None or 0 < asked.one_rep_max.g <= HEAVIEST_G)
        and 0 <= (asked.share or 0) <= 10
        and all(0 <= reserve <= 20 for reserve in asked.rir_target)
        and 0 <= asked.rung <= 10
        and _TEMPO.fullmatch(asked.tempo) is not None
    )


def _check_set(done: ExportedSet, last_day: date, here: tuple[str | int, ...]) -> None:
    _must(0 <= done.set_number <= 1_000, *here, "set_number")
    _must(_may_be_load(done.load), *here, "load")
    _must(0 <= done.reps <= MOST_COUNTED, *here, "reps")
    sides = done.sides
    _must(sides is None or (min(sides) == done.reps and max(sides) <= MOST_COUNTED), *here, "sides")
    _must(done.rir is None or 0 <= done.rir <= 10, *here, "rir")
    _must(done.target is None or _may_be_target(done.target), *here, "target")
    _check_moment(done.logged_at, last_day, *here, "logged_at")


def _may_be_target(target: SetTarget) -> bool:
    return _may_be_load(target.load) and 0 <= target.reps <= MOST_COUNTED and 0 <= target.rest_s <= 3_600


def _may_be_load(load: Load | None) -> bool:
    return load is None or abs(load.g) <= HEAVIEST_G


def _may_be_measured(measured: Measured, last_day: date) -> bool:
    units: Collection[str] = TENTHS_OF_MM
    most = 30_000  # three metres round
    if measured.kind is MeasureKind.WEIGHT:
        units, most = [unit.value for unit in Unit], 700_000
    elif measured.kind is MeasureKind.BODY_FAT:
        units, most = "%", 10_000
    on_a_day = FIRST_DAY <= measured.measured_on <= last_day
    return on_a_day and measured.unit in units and measured.unit != "" and 0 < measured.amount <= most


def _check_moment(moment: datetime, last_day: date, *place: str | int) -> None:
    if moment.tzinfo is None:
        raise BadPlace(*place)
    first = datetime.combine(FIRST_DAY, datetime.min.time(), UTC)
    end = datetime.combine(last_day, datetime.max.time(), UTC)
    _must(first <= moment <= end, *place)


def _is_words(text: str, longest: int) -> bool:
    return len(text.strip()) > 0 and len(text) <= longest and _has_no_signs(text)


def _has_no_signs(text: str) -> bool:
    """Whether nothing in it hides: a note may have lines."""
    return all(sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs") for sign in text)


def _few(told: Sequence[object], most: int, *place: str | int) -> None:
    _must(len(told) <= most, *place)


def _must(holds: bool, *place: str | int) -> None:
    if not holds:
        raise BadPlace(*place)
