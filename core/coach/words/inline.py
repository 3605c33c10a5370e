"""Words typed to the bot in another chat: records, the next session and routines they could mean.

The links are `plans/sharing.py`'s. Nobody else's data is looked at, and nothing is planned here.
"""

from __future__ import annotations

from datetime import date, datetime

from core.catalogue.names import folded
from core.catalogue.search import find
from core.coach.exercises import exercises_of
from core.coach.history import bests
from core.coach.own_names import LONGEST_NAME
from core.coach.plans import routine_planning, sharing
from core.model.athlete import Athlete
from core.model.bests import Bests, RecordList
from core.model.inline import Findings, MaxFound, SessionFound
from core.model.outcomes import Unlogged
from core.model.routine import Routine
from core.model.sharing import Mint, SharedSession
from core.store import progress as kept
from core.store.athletes import load_athlete
from core.store.plans import Plan, history_mark, plan_of
from core.store.port import Tx

MOST_RECORDS = 3
MOST_ROUTINES = 3
NEXT = ("plan", "next session", "session", "workout", "today")


def found(tx: Tx, athlete_id: int, words: str, mint: Mint, now: datetime) -> Findings | Unlogged:
    """What some words could mean; without words the next session and the exercises trained most.

    Sessions get their links here, so this writes. `stranger` has not been asked anything yet.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    words = " ".join(words.split())[:LONGEST_NAME]
    records = _records(tx, athlete_id, words)
    meant: list[tuple[SharedSession, str]] = []
    plan = plan_of(tx, athlete_id)
    stands = plan is not None and plan.history_mark == history_mark(tx, athlete_id)
    if plan is not None and stands and _is_meant(plan, words, records):
        meant.append((sharing.session_of(plan.session), ""))
    meant.extend(
        (sharing.session_of_routine(athlete, routine), routine.name)
        for routine in _routines(tx, athlete_id, words)
    )
    sessions = []
    for session, name in meant:
        shared = sharing.share(tx, athlete_id, session, mint, now)
        if not isinstance(shared, Unlogged):
            sessions.append(SessionFound(shared, name))
    return Findings(tuple(sessions), records, _maxima(tx, athlete, words, len(records)))


def _records(tx: Tx, athlete_id: int, words: str) -> tuple[Bests, ...]:
    if not words:
        page = bests.record_page(tx, athlete_id, 0)
        return page.bests[:MOST_RECORDS] if isinstance(page, RecordList) else ()
    trained = set(kept.exercises_since(tx, athlete_id, date.min))
    near = [match.exercise.id for match in find(words, 2 * MOST_RECORDS, exercises_of(tx, athlete_id))]
    told = [bests.records_of(tx, athlete_id, one) for one in near if one in trained][:MOST_RECORDS]
    return tuple(one for one in told if isinstance(one, Bests) and one.by_reps)


def _maxima(tx: Tx, athlete: Athlete, words: str, records: int) -> tuple[MaxFound, ...]:
    """Told maxima of what was never logged here, as many as records leave room for; the heaviest first."""
    exercises = exercises_of(tx, athlete.id)
    trained = set(kept.exercises_since(tx, athlete.id, date.min))
    near = {match.exercise.id for match in find(words, 2 * MOST_RECORDS, exercises)} if words else None
    found = [
        MaxFound(exercises[best.exercise_id], best)
        for best in sorted(athlete.one_rep_maxes, key=lambda one: -one.load.g)
        if best.exercise_id in exercises
        and best.exercise_id not in trained
        and (near is None or best.exercise_id in near)
    ]
    return tuple(found[: MOST_RECORDS - records])


def _is_meant(plan: Plan, words: str, records: tuple[Bests, ...]) -> bool:
    """The next session is meant by no words, by its own, and by an exercise that stands in it."""
    typed = folded(words)
    if not typed or any(own.startswith(typed) for own in NEXT):
        return True
    asked = {one.exercise_id for one in plan.session.prescriptions}
    meant = {one.exercise.id for one in records} | {match.exercise.id for match in find(words, 1)}
    return bool(asked & meant)


def _routines(tx: Tx, athlete_id: int, words: str) -> tuple[Routine, ...]:
    return routine_planning.named(tx, athlete_id, words).routines[:MOST_ROUTINES] if words else ()
