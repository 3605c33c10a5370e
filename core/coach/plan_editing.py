"""Changing a plan by hand before it starts: another exercise instead, one more, or the reasons behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.catalogue import catalogue
from core.coach.knowing import informed
from core.coach.past import history_of
from core.coach.planning import edit_plan
from core.coach.scene import local_date
from core.model.athlete import Athlete
from core.model.exercise import Exercise
from core.model.outcomes import Planned, Unlogged
from core.model.session import Prescription
from core.store.athletes import load_athlete
from core.store.plans import Plan, plan_of
from core.store.port import Tx
from core.store.workouts import aches
from core.training.planner import additions
from core.training.substitution import alternatives
from core.training.timing import minutes_of

MOST_EXERCISES = 10


@dataclass(frozen=True, slots=True)
class Choices:
    """Exercises to put into a plan: instead of the one at `exercise_index`, or (None) on top."""

    plan_id: int
    exercise_index: int | None
    exercise: Exercise | None
    options: tuple[tuple[Exercise, Prescription], ...]


def choices(
    tx: Tx, athlete_id: int, plan_id: int, exercise_index: int | None, now: datetime
) -> Choices | Unlogged:
    """What could stand in a plan instead of one exercise, or (None) be added to it."""
    found = _standing(tx, athlete_id, plan_id)
    if isinstance(found, Unlogged):
        return found
    athlete, standing = found
    asked = standing.session.prescriptions
    if exercise_index is not None and not 0 <= exercise_index < len(asked):
        return Unlogged.of("stale")
    exercise = None if exercise_index is None else catalogue().by_id(asked[exercise_index].exercise_id)
    return Choices(plan_id, exercise_index, exercise, _options(tx, athlete, standing, exercise, now))


def _options(
    tx: Tx, athlete: Athlete, standing: Plan, exercise: Exercise | None, now: datetime
) -> tuple[tuple[Exercise, Prescription], ...]:
    goal, today = standing.session.goal, local_date(athlete, now)
    history = history_of(tx, athlete.id)
    athlete = informed(athlete, history)
    excluded = aches(tx, athlete.id) | {asked.exercise_id for asked in standing.session.prescriptions}
    if exercise is None:
        found = additions(standing.session, athlete, goal, history, catalogue(), today, excluded=excluded)
    else:
        found = alternatives(exercise, athlete, goal, history, catalogue(), today, excluded=excluded)
    return tuple((catalogue().by_id(one.exercise_id), one) for one in found)


def swap_in_plan(
    tx: Tx, athlete_id: int, plan_id: int, exercise_index: int, exercise_id: str, now: datetime
) -> Planned | Unlogged:
    """Put one of the offered exercises in the place of another; the rest of the plan stays."""
    offered = choices(tx, athlete_id, plan_id, exercise_index, now)
    if isinstance(offered, Unlogged):
        return offered
    return _put(tx, athlete_id, offered, exercise_id, now)


def add_to_plan(tx: Tx, athlete_id: int, plan_id: int, exercise_id: str, now: datetime) -> Planned | Unlogged:
    """Put one of the offered exercises at the end of a plan; `full` when it has ten already."""
    offered = choices(tx, athlete_id, plan_id, None, now)
    if isinstance(offered, Unlogged):
        return offered
    return _put(tx, athlete_id, offered, exercise_id, now)


def _put(tx: Tx, athlete_id: int, offered: Choices, exercise_id: str, now: datetime) -> Planned | Unlogged:
    found = _standing(tx, athlete_id, offered.plan_id)
    chosen = next((asked for exercise, asked in offered.options if exercise.id == exercise_id), None)
    if isinstance(found, Unlogged) or chosen is None:
        return Unlogged.of("stale")
    athlete, standing = found
    asked = list(standing.session.prescriptions)
    if offered.exercise_index is not None:
        asked[offered.exercise_index] = replace(chosen, sets=asked[offered.exercise_index].sets)
    elif len(asked) >= MOST_EXERCISES:
        return Unlogged.of("full")
    else:
        asked.append(chosen)
    session = replace(
        standing.session, prescriptions=tuple(asked), minutes=minutes_of(tuple(asked), catalogue())
    )
    return edit_plan(tx, athlete, standing, session, now)


def _standing(tx: Tx, athlete_id: int, plan_id: int) -> tuple[Athlete, Plan] | Unlogged:
    athlete, standing = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    if athlete is None or standing is None or standing.id != plan_id:
        return Unlogged.of("stale")
    return athlete, standing
