"""Following a link: the same session for whoever opens it, with their own loads and by their own rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.local_time import local_date
from core.coach.plans.planning import keep_planned, shown
from core.coach.plans.preparing import Ready, ready_for
from core.coach.plans.sharing import hashed
from core.model.athlete import Goal
from core.model.outcomes import Planned, Unlogged
from core.model.routine import Routine, RoutineExercise
from core.model.session import SHARED_DAY, Reason
from core.model.sharing import KeptShare
from core.store.athletes import load_athlete
from core.store.plans import plan_of
from core.store.port import Tx
from core.store.sharing import share_by_hash
from core.store.workouts import open_workout
from core.training.exercises.choosing import Choice
from core.training.exercises.substitution import alternatives
from core.training.plan_reason_codes import SHARED_SWAPPED

LONGEST_TOKEN = 64


def opened(tx: Tx, athlete_id: int, token: str, now: datetime) -> KeptShare | Unlogged:
    """What stands behind the token of a link. Reads only.

    `no_share`: wrong, ended or withdrawn, which nobody is told apart. `own_share`: they made it themselves.
    `share_later`: a workout is running.
    """
    share = share_by_hash(tx, hashed(token), now) if len(token) <= LONGEST_TOKEN else None
    if share is None:
        return Unlogged.of("no_share")
    if share.athlete_id == athlete_id:
        return Unlogged.of("own_share")
    return Unlogged.of("share_later") if open_workout(tx, athlete_id) is not None else share


def plan(tx: Tx, athlete_id: int, token_hash: str, now: datetime) -> Planned | Unlogged:
    """The shared session as today's plan: its exercises, sets and reps, the loads of whoever opened it.

    What they cannot or may not do is swapped for the nearest that they can. `no_share` when the link
    has ended meanwhile, `stranger` and `doctor_first` as any plan.
    """
    athlete, share = load_athlete(tx, athlete_id), share_by_hash(tx, token_hash, now)
    if athlete is None:
        return Unlogged.of("stranger")
    if share is None:
        return Unlogged.of("no_share")
    today, standing = local_date(athlete, now), plan_of(tx, athlete_id)
    if tx.repeat and standing is not None:
        return shown(tx, athlete, standing, today)
    ready = ready_for(tx, athlete, share.session.goal, today, easy=False)
    if isinstance(ready, Unlogged):
        return ready
    exercises, swapped = _suited(ready, share.session.exercises)
    session = ready.session_of(Routine(0, "", exercises), athlete.session_minutes, sparing=False)
    notices = (*swapped, *session.notices)
    session = replace(session, day=SHARED_DAY, routine_id=None, notices=notices)
    return keep_planned(tx, ready, session, [], athlete.session_minutes)


def _suited(
    ready: Ready, wanted: tuple[RoutineExercise, ...]
) -> tuple[tuple[RoutineExercise, ...], list[Reason]]:
    """The exercises as this athlete can do them, each once, and what was swapped for what."""
    choice = Choice(
        ready.athlete,
        ready.goal,
        ready.goal is Goal.FOUNDATION,
        ready.history,
        ready.exercises,
        ready.on,
        ready.wishes.barred,
        ready.wishes.aching,
    )
    suited: list[RoutineExercise] = []
    told: list[Reason] = []
    taken = {one.exercise_id for one in wanted}
    for one in wanted:
        exercise = ready.exercises.get(one.exercise_id)
        if exercise is None:
            continue
        if choice.allows(exercise):
            suited.append(one)
            continue
        found = alternatives(
            exercise,
            ready.athlete,
            ready.goal,
            ready.history,
            ready.exercises,
            ready.on,
            excluded=ready.wishes.barred | taken,
            hurting=ready.wishes.aching,
            limit=1,
        )
        for other in found:
            taken.add(other.exercise_id)
            suited.append(replace(one, exercise_id=other.exercise_id))
            told.append(Reason.of(SHARED_SWAPPED, exercise=exercise.id, other=other.exercise_id))
    return tuple(suited), told
