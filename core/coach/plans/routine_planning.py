"""A routine planned for today: found by its name, its loads by the same rules and for the goal trained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.catalogue.names import SURE, near_names
from core.coach.hearing.phrases import phrase_of
from core.coach.local_time import local_date
from core.coach.plans.planning import keep_planned, lawful, shown
from core.coach.plans.preparing import ready_for
from core.coach.plans.routines import LONGEST_NAME
from core.model.athlete import Athlete, Health
from core.model.outcomes import Planned, Unlogged
from core.model.routine import Routine
from core.store.athletes import load_athlete
from core.store.plans import Plan, plan_of
from core.store.port import Tx
from core.store.routines import routine_of, routines_of
from core.store.workouts import open_workout
from core.training.notation.set_reading import Named, NotASet
from core.training.set_notation import read_set
from core.units import Unit

CLEARLY = 8.0  # points by which one name must be nearer than the next


@dataclass(frozen=True, slots=True)
class Meant:
    """Routines some words could mean, the likeliest first; `exact` when one is called just so."""

    routines: tuple[Routine, ...]
    exact: bool = False

    @property
    def one(self) -> Routine | None:
        """The one that is meant, None when there is none or more than one."""
        return self.routines[0] if len(self.routines) == 1 else None


def named(tx: Tx, athlete_id: int, words: str) -> Meant:
    """The routines that words after `/plan` could mean. Reads only."""
    own = routines_of(tx, athlete_id)
    near = near_names(words, [one.name for one in own])
    if not near:
        return Meant(())
    best = near[0][1]
    alike = tuple(own[place] for place, score in near if score > best - CLEARLY)
    return Meant((own[near[0][0]],), exact=True) if best >= SURE else Meant(alike)


def is_called(tx: Tx, athlete_id: int, words: str) -> bool:
    """Whether a whole message is just a routine's name, while nothing is being lifted. Reads only.

    A set, a phrase of the gym and a pain are themselves, whatever a routine is called.
    """
    if len(words) > LONGEST_NAME or phrase_of(words) is not None:
        return False
    if not isinstance(read_set(words, None, Unit.KG), Named | NotASet):
        return False
    return open_workout(tx, athlete_id) is None and named(tx, athlete_id, words).exact


def plan(tx: Tx, athlete_id: int, routine_id: int, minutes: int | None, now: datetime) -> Planned | Unlogged:
    """The plan of a routine; the one that stands is shown again until a set is logged.

    `no_routine` for a deleted one or somebody else's, `stranger` and `doctor_first` as any plan.
    """
    athlete, routine = load_athlete(tx, athlete_id), routine_of(tx, athlete_id, routine_id)
    if athlete is None:
        return Unlogged.of("stranger")
    if athlete.health is Health.DOCTOR_FIRST:
        return Unlogged.of("doctor_first")
    if routine is None:
        return Unlogged.of("no_routine")
    standing = plan_of(tx, athlete_id)
    if standing is not None and tx.repeat and standing.session.routine_id == routine_id:
        return shown(tx, athlete, standing, local_date(athlete, now))
    return plan_anew(tx, athlete, routine, minutes or athlete.session_minutes, now)


def plan_anew(
    tx: Tx, athlete: Athlete, routine: Routine, minutes: int | None, now: datetime, *, easy: bool = False
) -> Planned | Unlogged:
    """A routine's plan in place of whatever stood; `easy` makes it a deload."""
    ready = ready_for(tx, athlete, None, local_date(athlete, now), easy=easy)
    if isinstance(ready, Unlogged):
        return ready
    session = ready.session_of(routine, lawful(minutes))
    wanted = [one.exercise_id for one in routine.exercises]
    return keep_planned(tx, ready, session, wanted, minutes)


def again(
    tx: Tx, athlete: Athlete, standing: Plan, now: datetime, *, easy: bool
) -> Planned | Unlogged | None:
    """The routine behind a plan that stands, planned anew; None for a plan of the split."""
    routine_id = standing.session.routine_id
    routine = None if routine_id is None else routine_of(tx, athlete.id, routine_id)
    return None if routine is None else plan_anew(tx, athlete, routine, standing.minutes, now, easy=easy)
