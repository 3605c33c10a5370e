"""An imported workout in the form of our own: free training with its title, its sets in their order.

No format tells when a set was done: each is put a second behind the one before, which only keeps the order.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from core.model.athlete import Athlete, Goal
from core.model.exercise import Exercise, LoadMode
from core.model.imported import ImportedSet, ImportedWorkout
from core.model.session import FREE_DAY, Prescription, Session
from core.model.workout import LoggedSet, SetKind
from core.units import Load

_REST_S = 120  # nobody asked for any: what a free exercise is shown with
_LONGEST_TITLE = 60


def as_logged(
    workout: ImportedWorkout,
    opened_at: datetime,
    chosen: Mapping[str, Exercise],
    athlete: Athlete,
    *,
    elsewhere: bool,
) -> tuple[Session, list[LoggedSet]] | None:
    """The session and sets of a workout; None where none of its exercises is wanted.

    `elsewhere` is False for what was logged here and comes back.
    """
    goal = athlete.wish or Goal.FOUNDATION
    places: dict[str, int] = {}
    numbers: dict[int, int] = {}
    firsts: list[ImportedSet] = []
    sets: list[LoggedSet] = []
    for one in workout.sets:
        exercise = chosen.get(one.exercise)
        if exercise is None:
            continue
        if exercise.id not in places:
            places[exercise.id] = len(firsts)
            firsts.append(one)
        place, warm_up = places[exercise.id], one.kind is SetKind.WARM_UP
        if not warm_up:
            numbers[place] = numbers.get(place, 0) + 1
        at = opened_at + timedelta(seconds=len(sets))
        sets.append(_logged(one, exercise, place, 0 if warm_up else numbers[place], at))
    if not sets:
        return None
    asked = tuple(
        _asked(exercise_id, goal, firsts[place], [one for one in sets if one.exercise_index == place])
        for exercise_id, place in places.items()
    )
    title = workout.name[:_LONGEST_TITLE]
    return Session(goal, FREE_DAY, asked, 0, title=title, elsewhere=elsewhere), sets


def _logged(one: ImportedSet, exercise: Exercise, place: int, number: int, at: datetime) -> LoggedSet:
    load = one.load
    if load is not None and exercise.load_mode is LoadMode.ASSIST and load.g > 0:
        load = Load(-load.g, load.unit)  # other apps write what the machine takes off without its sign
    return LoggedSet(
        id=0,
        workout_id=0,
        exercise_id=exercise.id,
        exercise_index=place,
        set_number=number,
        kind=one.kind,
        load=load,
        reps=one.reps,
        logged_at=at,
        rir=one.rir,
        comfort=one.comfort,
        measure=one.measure,
        sides=one.sides,
    )


def _asked(exercise_id: str, goal: Goal, first: ImportedSet, sets: list[LoggedSet]) -> Prescription:
    """What was done as what was wanted, for nobody asked for anything."""
    work = [one for one in sets if one.kind is not SetKind.WARM_UP] or sets
    return Prescription(
        exercise_id=exercise_id,
        goal=goal,
        sets=len(work),
        reps=min(one.reps for one in work),
        rest_s=_REST_S,
        load=work[0].load,
        measure=work[0].measure,
        superset=first.superset,
    )
