"""Changing a plan by hand before it starts: another exercise instead, or one more.

What can be added is `plan_additions.py`'s to say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.coach.exercises import exercises_of
from core.coach.knowing import informed
from core.coach.local_time import local_date
from core.coach.plans.plan_additions import additions_for, asked_next, choice_of, known_of, refused
from core.coach.plans.planning import edit_plan, plan, shown
from core.model.athlete import Athlete
from core.model.exercise import Exercise
from core.model.outcomes import Planned, Unlogged
from core.model.session import Prescription
from core.store.athletes import load_athlete
from core.store.plans import Plan, plan_of
from core.store.port import Tx
from core.training.exercises.substitution import alternatives
from core.training.session.set_counts import of_sets
from core.training.session.timing import minutes_of

MOST_EXERCISES = 10
OFFERED = 3
LOOKED_AT = 6  # a favourite a little further down is offered before a stranger


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
    exercise = None
    if exercise_index is not None:
        exercise = exercises_of(tx, athlete_id).by_id(asked[exercise_index].exercise_id)
    return Choices(plan_id, exercise_index, exercise, _options(tx, athlete, standing, exercise, now))


def _options(
    tx: Tx, athlete: Athlete, standing: Plan, exercise: Exercise | None, now: datetime
) -> tuple[tuple[Exercise, Prescription], ...]:
    session, today = standing.session, local_date(athlete, now)
    history, exercises, wishes = known_of(tx, athlete.id)
    athlete = informed(tx, athlete, history, exercises)
    excluded = wishes.barred | {asked.exercise_id for asked in session.prescriptions}
    choice = choice_of(athlete, session.goal, history, exercises, today, excluded, wishes.aching)
    if exercise is None:
        found = additions_for(session, choice, exercises, wishes)
    else:
        near = alternatives(
            exercise,
            athlete,
            session.goal,
            history,
            exercises,
            today,
            excluded=excluded,
            hurting=wishes.aching,
            limit=LOOKED_AT,
        )
        found = wishes.first(near)[:OFFERED]
    return tuple((exercises.by_id(one.exercise_id), one) for one in found)


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


def add_named(tx: Tx, athlete_id: int, exercise_id: str, now: datetime) -> Planned | Unlogged:
    """Put any exercise of the athlete's at the end of their plan; where none stands, they get one first.

    One that stands in it already stays as it is. `no_exercise` they do not have, `left_out` by their own
    wish or an ache, `no_gear` or `not_yet` for them, `full` when the plan has ten.
    """
    before = plan_of(tx, athlete_id)
    wish, minutes = (before.wish, before.minutes) if before else (None, None)
    planned = plan(tx, athlete_id, wish, minutes, now)
    athlete, standing = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    if isinstance(planned, Unlogged) or athlete is None or standing is None:
        return planned
    history, exercises, wishes = known_of(tx, athlete_id)
    exercise = exercises.get(exercise_id)
    if exercise is None:
        return Unlogged.of("no_exercise")
    asked, today = standing.session.prescriptions, local_date(athlete, now)
    if any(one.exercise_id == exercise_id for one in asked):
        return shown(tx, athlete, standing, today)
    knowing = informed(tx, athlete, history, exercises)
    choice = choice_of(knowing, standing.session.goal, history, exercises, today)
    why = refused(exercise, choice, wishes) or ("full" if len(asked) >= MOST_EXERCISES else "")
    if why:
        return Unlogged.of(why)
    return edited(tx, athlete, standing, (*asked, asked_next(exercise, choice)), now)


def _put(tx: Tx, athlete_id: int, offered: Choices, exercise_id: str, now: datetime) -> Planned | Unlogged:
    found = _standing(tx, athlete_id, offered.plan_id)
    chosen = next((asked for exercise, asked in offered.options if exercise.id == exercise_id), None)
    if isinstance(found, Unlogged) or chosen is None:
        return Unlogged.of("stale")
    athlete, standing = found
    asked = list(standing.session.prescriptions)
    if offered.exercise_index is not None:
        given_up = asked[offered.exercise_index]
        same_sets = of_sets(chosen, given_up.sets)
        asked[offered.exercise_index] = replace(
            same_sets, instead_of=given_up.exercise_id, superset=given_up.superset
        )
    elif len(asked) >= MOST_EXERCISES:
        return Unlogged.of("full")
    else:
        asked.append(chosen)
    return edited(tx, athlete, standing, tuple(asked), now)


def edited(
    tx: Tx, athlete: Athlete, standing: Plan, asked: tuple[Prescription, ...], now: datetime
) -> Planned:
    """Keep a plan with other exercises in it, and its minutes reckoned anew."""
    minutes = minutes_of(asked, exercises_of(tx, athlete.id))
    session = replace(standing.session, prescriptions=asked, minutes=minutes)
    return edit_plan(tx, athlete, standing, session, now)


def _standing(tx: Tx, athlete_id: int, plan_id: int) -> tuple[Athlete, Plan] | Unlogged:
    athlete, standing = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    if athlete is None or standing is None or standing.id != plan_id:
        return Unlogged.of("stale")
    return athlete, standing
