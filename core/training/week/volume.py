"""Weekly volume: work sets per muscle, prime mover one and helper half, and the band they belong in.

Cutting a session to the band is the planner's. Source: training.md 6.1 [PELLAND25, SCHOENFELD17].
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from core.model.athlete import Goal, Level
from core.model.exercise import Exercise
from core.model.history import History, PastWorkout
from core.model.own_exercise import UNTOLD
from core.model.workout import LoggedSet, SetKind
from core.training.week.programme import PULL, PUSH

PRIME, HELPER = 1.0, 0.5
_WARM_UP = SetKind.WARM_UP  # counted over weeks of sets: the name is looked up once
# The muscles a week is judged by: each has compounds of its own. The glutes are prime in every squat, lunge
# and hinge, so their count says little; arms and shoulders are helpers of all presses and pulls (ours).
JUDGED = ("quads", "hamstrings", "chest", "lats")


@dataclass(frozen=True, slots=True)
class VolumeBand:
    """Work sets a week: where one starts (`low` to `high`) and the `cap` never planned beyond.

    `per_lift` says that they count for a main lift, not for a muscle.
    """

    low: int
    high: int
    cap: int
    per_lift: bool = False


_FOUNDATION = VolumeBand(4, 6, 8)
_BANDS = {
    (Goal.HYPERTROPHY, Level.INTERMEDIATE): VolumeBand(8, 10, 14),
    (Goal.HYPERTROPHY, Level.EXPERIENCED): VolumeBand(12, 12, 20),
    (Goal.STRENGTH, Level.INTERMEDIATE): VolumeBand(8, 8, 10, per_lift=True),
    (Goal.STRENGTH, Level.EXPERIENCED): VolumeBand(8, 10, 15, per_lift=True),
    # ours: a goal with as many sets as foundation keeps to foundation's start, with room above
    (Goal.ENDURANCE, Level.INTERMEDIATE): VolumeBand(4, 8, 12),
    (Goal.ENDURANCE, Level.EXPERIENCED): VolumeBand(4, 8, 14),
    (Goal.POWER, Level.INTERMEDIATE): VolumeBand(6, 8, 10, per_lift=True),
    (Goal.POWER, Level.EXPERIENCED): VolumeBand(6, 10, 12, per_lift=True),
}
# A beginner past the gate: strength and size start with foundation's sets and grow into the next row (ours).
_NOVICE = {
    Goal.HYPERTROPHY: VolumeBand(6, 9, 12),
    Goal.STRENGTH: VolumeBand(6, 8, 10, per_lift=True),
    Goal.ENDURANCE: VolumeBand(4, 6, 10),
    Goal.POWER: VolumeBand(4, 6, 10, per_lift=True),
}


def band(goal: Goal, level: Level | None) -> VolumeBand:
    """The weekly band of a goal at a level; None counts as beginner. Source: training.md 6.1 (ours)."""
    if goal is Goal.FOUNDATION:
        return _FOUNDATION
    if level in (None, Level.BEGINNER):
        return _NOVICE[goal]
    return _BANDS[goal, level]


def judged(exercise: Exercise) -> tuple[str, ...]:
    """The muscles an exercise answers for in the week: its prime ones that are judged, else its first."""
    if len(exercise.primary) == 1:
        return exercise.primary
    return tuple(muscle for muscle in JUDGED if muscle in exercise.primary) or exercise.primary[:1]


@lru_cache(maxsize=64)
def muscle_shares(catalogue: Mapping[str, Exercise]) -> Mapping[str, Mapping[str, float]]:
    """What one set of each exercise counts for, by muscle: prime mover one, helper half. Source: 6.1."""
    return {exercise.id: _shares(exercise) for exercise in catalogue.values()}


@lru_cache(maxsize=1024)  # those of the catalogue are everybody's, whatever else they have of their own
def _shares(exercise: Exercise) -> Mapping[str, float]:
    return {**dict.fromkeys(exercise.secondary, HELPER), **dict.fromkeys(exercise.primary, PRIME)}


def sets_per_muscle(counts: Iterable[tuple[Exercise, int]]) -> dict[str, float]:
    """Sets per muscle of (exercise, work sets) pairs, most first; muscles without a set are left out.

    So is what nobody has told of an exercise of one's own.
    """
    totals: dict[str, float] = {}
    for exercise, sets in counts:
        if not sets or UNTOLD in exercise.primary:
            continue
        for muscle in exercise.primary:
            totals[muscle] = totals.get(muscle, 0.0) + PRIME * sets
        for muscle in exercise.secondary:
            totals[muscle] = totals.get(muscle, 0.0) + HELPER * sets
    return dict(sorted(totals.items(), key=lambda total: -total[1]))


def weekly_sets(history: History, catalogue: Mapping[str, Exercise], day: date) -> dict[str, float]:
    """Sets per muscle done in the week, Monday to Sunday, that `day` lies in, most first.

    Exercises the catalogue does not know are left out.
    """
    monday = day - timedelta(days=day.weekday())
    return sets_per_muscle(_done(workouts_between(history, monday, monday + timedelta(days=6)), catalogue))


def recent_sets(
    history: History, catalogue: Mapping[str, Exercise], today: date, weeks: int = 1
) -> dict[str, float]:
    """Sets per muscle done in the days before `today` which with it make so many weeks."""
    return sets_per_muscle(_done(_recent(history, today, weeks), catalogue))


def recent_lift_sets(history: History, today: date, weeks: int = 1) -> dict[str, int]:
    """Work sets per exercise done in the days before `today` which with it make so many weeks."""
    totals: dict[str, int] = {}
    for workout in _recent(history, today, weeks):
        for past in workout.exercises:
            totals[past.exercise_id] = totals.get(past.exercise_id, 0) + work_sets(past.sets)
    return totals


def recent_presses(
    history: History, catalogue: Mapping[str, Exercise], today: date, weeks: int = 1
) -> tuple[int, int]:
    """Push sets and pull sets done in the days before `today` which with it make so many weeks."""
    pushed = pulled = 0
    for exercise, sets in _done(_recent(history, today, weeks), catalogue):
        pushed += sets * (exercise.pattern in PUSH)
        pulled += sets * (exercise.pattern in PULL)
    return pushed, pulled


def workouts_between(history: History, first: date, last: date) -> list[PastWorkout]:
    """The workouts from `first` to `last`, both included, newest first."""
    found = []
    for workout in reversed(history.workouts):
        if workout.trained_on < first:
            break
        if workout.trained_on <= last:
            found.append(workout)
    return found


def _recent(history: History, today: date, weeks: int) -> list[PastWorkout]:
    return workouts_between(history, today - timedelta(days=7 * weeks - 1), today - timedelta(days=1))


def work_sets(sets: Sequence[LoggedSet]) -> int:
    """How many of these logged sets count as volume: all but warm-ups."""
    return len(sets) - [done.kind for done in sets].count(_WARM_UP)


def _done(
    workouts: Iterable[PastWorkout], catalogue: Mapping[str, Exercise]
) -> Iterable[tuple[Exercise, int]]:
    for workout in workouts:
        for past in workout.exercises:
            exercise = catalogue.get(past.exercise_id)
            if exercise is not None:
                yield exercise, work_sets(past.sets)
