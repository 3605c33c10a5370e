"""Sessions given away: a plan, a routine or a workout done, without loads; its link, and its end.

Following a link is `shared_planning.py`, results in other chats are `words/inline.py`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from core.catalogue import catalogue
from core.coach.plans.routines import MOST_IN_ROUTINE, exercises_in, in_pairs
from core.model.athlete import Athlete, Goal
from core.model.outcomes import Unlogged
from core.model.routine import Routine, RoutineExercise
from core.model.session import Measure, Session
from core.model.sharing import KeptShare, Mint, Shared, SharedSession
from core.model.workout import Workout
from core.store import sharing as kept
from core.store.athletes import load_athlete
from core.store.moments import to_ms
from core.store.plans import plan_of
from core.store.port import Tx
from core.store.routines import routine_of
from core.store.workouts import load_workout

LIVES = timedelta(days=30)
A_DAY = timedelta(days=1)
MOST_SHARES = 20


def hashed(token: str) -> str:
    """What is kept of a token: nobody who reads the database can follow its link."""
    return hashlib.sha256(token.encode()).hexdigest()


def share_plan(tx: Tx, athlete_id: int, plan_id: int, mint: Mint, now: datetime) -> Shared | Unlogged:
    """Give the standing plan away; `stale` when another stands, `nothing_to_share` as `share`."""
    plan = plan_of(tx, athlete_id)
    if plan is None or plan.id != plan_id:
        return Unlogged.of("stale")
    return share(tx, athlete_id, session_of(plan.session), mint, now, given=True)


def share_routine(tx: Tx, athlete_id: int, routine_id: int, mint: Mint, now: datetime) -> Shared | Unlogged:
    """Give a routine away, without its name; `no_routine` for one that is gone, else as `share`."""
    athlete, routine = load_athlete(tx, athlete_id), routine_of(tx, athlete_id, routine_id)
    if athlete is None or routine is None:
        return Unlogged.of("no_routine")
    return share(tx, athlete_id, session_of_routine(athlete, routine), mint, now, given=True)


def share_workout(tx: Tx, athlete_id: int, workout_id: int, mint: Mint, now: datetime) -> Shared | Unlogged:
    """Give away what was done in a workout; `gone` for another's, `nothing_to_share` as `share`."""
    workout = load_workout(tx, athlete_id, workout_id)
    if workout is None:
        return Unlogged.of("gone")
    return share(tx, athlete_id, done_in(workout), mint, now, given=True)


def session_of(session: Session) -> SharedSession:
    """A planned session without its loads."""
    asked = [session.prescriptions[place] for place in session.running_order]
    return SharedSession(
        session.goal,
        tuple(
            RoutineExercise(
                one.exercise_id,
                one.sets,
                one.reps if one.measure is Measure.REPS else None,
                one.superset,
            )
            for one in asked
        ),
    )


def session_of_routine(athlete: Athlete, routine: Routine) -> SharedSession:
    """A routine for the goal its owner trains for."""
    return SharedSession(athlete.wish or Goal.FOUNDATION, routine.exercises)


def done_in(workout: Workout) -> SharedSession:
    """What was done: as many sets as stand, the reps that were done most often."""
    return SharedSession(workout.session.goal, tuple(_as_done(workout, one) for one in exercises_in(workout)))


def _as_done(workout: Workout, one: RoutineExercise) -> RoutineExercise:
    sets = [
        done
        for place, asked in enumerate(workout.session.prescriptions)
        if asked.exercise_id == one.exercise_id
        for done in workout.sets_of(place)
    ]
    reps = Counter(done.reps for done in sets if done.measure is Measure.REPS and done.reps > 0)
    return replace(one, sets=len(sets), reps=reps.most_common(1)[0][0] if reps else None)


def share(
    tx: Tx, athlete_id: int, session: SharedSession, mint: Mint, now: datetime, *, given: bool = False
) -> Shared | Unlogged:
    """A link to a session, the same one for the same session; it lives thirty days from here on.

    Exercises of the athlete's own stay out. Of more than twenty links the oldest ends, those that nobody
    surely got (`given`) first. `nothing_to_share` when no exercise of the catalogue is in it.
    """
    known = [one for one in session.exercises if one.exercise_id in catalogue()]
    left_out = len(session.exercises) - len(known)
    if not known:
        return Unlogged.of("nothing_to_share")
    session = replace(session, exercises=in_pairs(tuple(known[:MOST_IN_ROUTINE])))
    live = [one for one in kept.shares_of(tx, athlete_id) if one.expires_at > now]
    standing = next((one for one in live if one.session == session), None)
    if standing is None and tx.repeat:
        return Unlogged.of("stale")  # this update's own link has ended since
    if standing is None:
        standing = _added(tx, athlete_id, session, mint, now)
        _make_room(tx, athlete_id, live)
    elif not tx.repeat:
        standing = _renewed(tx, standing, mint, now)
    if given and not tx.repeat:
        kept.mark_given(tx, athlete_id, standing.id, now)
    exercises = tuple(catalogue()[one.exercise_id] for one in session.exercises)
    return Shared(standing.id, mint(_seed(standing)), standing.expires_at, session, exercises, left_out)


def _seed(share: KeptShare) -> str:
    """What a link's token is made of; with the moment, so that a database put back makes no old one again."""
    return f"{share.athlete_id}.{share.id}.{to_ms(share.made_at)}"


def _added(tx: Tx, athlete_id: int, session: SharedSession, mint: Mint, now: datetime) -> KeptShare:
    blank = KeptShare(kept.new_share_id(tx), athlete_id, "", session, now, now + LIVES)
    made = replace(blank, token_hash=hashed(mint(_seed(blank))))
    kept.add_share(tx, made)
    return made


def _renewed(tx: Tx, standing: KeptShare, mint: Mint, now: datetime) -> KeptShare:
    """Its thirty days begin anew, at most once a day; under another bot token the link is another one."""
    token_hash = hashed(mint(_seed(standing)))
    if token_hash == standing.token_hash and standing.expires_at > now + LIVES - A_DAY:
        return standing
    kept.renew_share(tx, standing.athlete_id, standing.id, token_hash, now + LIVES)
    return replace(standing, token_hash=token_hash, expires_at=now + LIVES)


def _make_room(tx: Tx, athlete_id: int, live: list[KeptShare]) -> None:
    """`live` are those before the one that was just added."""
    by_worth = sorted(live, key=lambda one: (one.given_at is not None, one.given_at or one.made_at))
    for one in by_worth[: max(len(live) + 1 - MOST_SHARES, 0)]:
        kept.drop_share(tx, athlete_id, one.id)


def mark_given(tx: Tx, athlete_id: int, share_id: int, now: datetime) -> None:
    """Telegram told that a result with this link was sent."""
    kept.mark_given(tx, athlete_id, share_id, now)


def stop(tx: Tx, athlete_id: int, share_id: int) -> bool:
    """End a link at once, for everybody who has it; False for one that has ended before or is another's."""
    return kept.drop_share(tx, athlete_id, share_id) or tx.repeat
