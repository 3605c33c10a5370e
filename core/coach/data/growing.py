"""A workout of a file that stands in the log already: only what it has grown by since is new.

Its sets are held against every row that was ever logged there. One that was corrected or taken back here is
known all the same, so that a file never brings back what its owner has changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.model.session import Prescription, Session
from core.model.workout import LoggedSet, SetKind, Workout, WorkoutState
from core.store.growing import ever_logged, stage_growth, workouts_at
from core.store.port import Tx

_SECOND, _MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Retold:
    """One workout as a file tells it, in the form of our own; `ended_at` None where nothing tells."""

    opened_at: datetime
    session: Session
    sets: Sequence[LoggedSet]
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """A workout of the log, its session with room for what is new, and the new sets at their places."""

    workout: Workout
    session: Session
    sets: tuple[LoggedSet, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """That a workout is in the log already; `growth` is what the file has more, if it has."""

    growth: Growth | None = None


def standing_of(tx: Tx, athlete_id: int, told: Retold) -> Standing | None:
    """How a workout of a file stands in the log: by the second it began in, else by its minute and title.

    None: it is not there.
    """
    there = workouts_at(tx, athlete_id, told.opened_at, _SECOND) or _in_its_minute(tx, athlete_id, told)
    if not there:
        return None
    rows = {workout.id: ever_logged(tx, athlete_id, workout.id) for workout in there}
    ever = [row for of_one in rows.values() for row in of_one]
    fresh = new_sets(told.sets, ever)
    named = [workout for workout in there if workout.session.title == told.session.title]
    shared = {one.exercise_id for one in told.sets} & {row.exercise_id for row in ever}
    if not named and (not shared or len(fresh) == len(told.sets)):
        return None  # another one of the same second: files may hold two with different titles
    workout = (named or there)[0]
    if not fresh or workout.state is WorkoutState.OPEN or workout.deleted_at is not None:
        return Standing()
    return Standing(_placed(workout, rows[workout.id], told.session, fresh))


def _in_its_minute(tx: Tx, athlete_id: int, told: Retold) -> list[Workout]:
    """Workouts of one title where either time has no seconds: spreadsheets and Hevy leave them out."""
    found = workouts_at(tx, athlete_id, told.opened_at.replace(second=0, microsecond=0), _MINUTE)
    return [
        one
        for one in found
        if one.session.title == told.session.title and 0 in (told.opened_at.second, one.opened_at.second)
    ]


def stage(tx: Tx, athlete_id: int, import_id: int, told: Retold) -> bool:
    """Stage what a workout of the log has grown by in a file; False where it is not in the log."""
    standing = standing_of(tx, athlete_id, told)
    if standing is None:
        return False
    growth = standing.growth
    if growth is not None:
        ends = [end for end in (growth.workout.finished_at, told.ended_at) if end is not None]
        finished_at = max(ends, default=None)
        stage_growth(
            tx, athlete_id, import_id, growth.workout.id, growth.session, finished_at, growth.sets
        )
    return True


def new_sets(told: Sequence[LoggedSet], ever: Sequence[LoggedSet]) -> list[LoggedSet]:
    """Those of a file's sets that no row is, in the file's order.

    A row that no set is like was corrected here: it is the first set of its exercise that is left, or, where
    the file does not name its exercise, the first that is left at all.
    """
    rows = Counter(_mark(row) for row in ever)
    unlike = []
    for one in told:
        if rows[_mark(one)]:
            rows[_mark(one)] -= 1
        else:
            unlike.append(one)
    changed = Counter[str]()
    for mark, count in rows.items():
        changed[mark[0]] += count
    fresh = []
    for one in unlike:
        if changed[one.exercise_id]:
            changed[one.exercise_id] -= 1
        else:
            fresh.append(one)
    named = {one.exercise_id for one in told}
    return fresh[sum(count for exercise_id, count in changed.items() if exercise_id not in named) :]


def _mark(done: LoggedSet) -> tuple[str, SetKind, int | None, int, str]:
    load_g = None if done.load is None else done.load.g
    return done.exercise_id, done.kind, load_g, done.reps, done.measure.value


def _placed(
    workout: Workout, rows: Sequence[LoggedSet], told: Session, fresh: Sequence[LoggedSet]
) -> Growth:
    """The new sets behind those of their exercises; an exercise that is new comes last."""
    asked: list[Prescription] = list(workout.session.prescriptions)
    places = {one.exercise_id: place for place, one in reversed(list(enumerate(asked)))}
    numbers = Counter[int]()
    for row in rows:
        numbers[row.exercise_index] = max(numbers[row.exercise_index], row.set_number)
    placed = []
    for one in fresh:
        if one.exercise_id not in places:
            places[one.exercise_id] = len(asked)
            asked.append(told.prescriptions[one.exercise_index])
        place = places[one.exercise_id]
        is_warm_up = one.kind is SetKind.WARM_UP
        numbers[place] += not is_warm_up
        number = 0 if is_warm_up else numbers[place]
        placed.append(replace(one, exercise_index=place, set_number=number))
    before = len(workout.session.prescriptions)
    order = workout.session.order and (*workout.session.order, *range(before, len(asked)))
    session = replace(workout.session, prescriptions=tuple(asked), order=order)
    return Growth(workout, session, tuple(placed))
