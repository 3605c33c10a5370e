"""The session of a day: slots filled, each exercise prescribed, all of it fitted to time and volume.

The numbers of one exercise are `prescription/prescribing.py`'s, the split `week/programme.py`'s, the choice
`exercises/choosing.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.model.athlete import Athlete, Goal, Health, Level
from core.model.exercise import Exercise, Pattern
from core.model.history import History
from core.model.session import Prescription, Reason, Session
from core.training import plan_reason_codes as codes
from core.training.exercises.choosing import Choice
from core.training.reason_codes import DOCTOR_FIRST
from core.training.session.filling import SPARE_SLOTS, Pick, focus, pick_exercises, prescribed
from core.training.session.fitting import compound_share, fit_time
from core.training.session.shaping import shaped
from core.training.session.timing import minutes_of
from core.training.week.deload import deloaded
from core.training.week.programme import (
    DAYS,
    FIRST_WORKOUT,
    FIRST_WORKOUT_SETS,
    LEAST_DAYS,
    LIMITS,
    MOST_DAYS,
    Role,
    Slot,
    day_after,
    days_trained,
)

_OF_LIMIT = frozenset({codes.TIME_CUT, codes.TIME_SHORT})
_OF_TIME = _OF_LIMIT | {codes.SUPERSETS}
MOST_EXERCISES = 8  # ours: what Longer and Add exercise stop at


def plan_session(
    athlete: Athlete,
    goal: Goal,
    history: History,
    catalogue: Mapping[str, Exercise],
    today: date,
    *,
    minutes: int | None = None,
    day: str | None = None,
    excluded: frozenset[str] = frozenset(),
    hurting: frozenset[str] = frozenset(),
    favourites: Sequence[str] = (),
    change: int = 0,
    deload: bool = False,
) -> Session:
    """The session of the day: the same for the same inputs. `goal` is the one that is trained.

    `minutes` is a limit kept by the rule of training.md 6.5; None aims at the goal's
    usual minutes. `day` names a day of the split, None takes the next. `excluded` are exercises left out,
    `hurting` ids, patterns or prime muscles to spare, `favourites` exercise ids that fill their slot
    first, `change` counts how often another plan was asked for, `deload` makes the week a light one
    (offered by `week/deload.py`, never forced). Without prescriptions nothing may or
    can be trained: a notice says why. Raises ValueError for an unknown day.
    """
    base = goal is Goal.FOUNDATION
    choice = Choice(
        athlete, goal, base, history, catalogue, today, excluded, hurting, tuple(favourites), change
    )
    name = day_named(day) if day is not None else _next_day(athlete, goal, history)
    if athlete.health is Health.DOCTOR_FIRST:
        return Session(goal, name, (), 0, (Reason.of(DOCTOR_FIRST),))
    return _planned(choice, name, minutes, deload=deload)


def _planned(choice: Choice, day: str, minutes: int | None, *, deload: bool) -> Session:
    first, catalogue = _is_first_workout(choice), choice.catalogue
    limits = FIRST_WORKOUT if first else LIMITS[choice.goal]
    picks = pick_exercises(choice, day, limits)
    if not picks:
        return Session(choice.goal, day, (), 0, (Reason.of(codes.NOTHING_LEFT),))
    asked = prescribed(choice, picks, FIRST_WORKOUT_SETS if first else None)
    shape = shaped(choice, asked, picks, day, limits, minutes)
    plan = shape.plan
    if deload:
        plan = tuple(deloaded(one, catalogue[one.exercise_id], choice.athlete) for one in plan)
    notices = [*_week_notices(choice.athlete, choice.goal), *shape.notices]
    if first:
        notices.append(Reason.of(codes.FIRST_WORKOUT, exercises=len(plan), sets=FIRST_WORKOUT_SETS))
    return Session(choice.goal, day, plan, minutes_of(plan, catalogue), tuple(notices))


def additions(
    session: Session,
    athlete: Athlete,
    goal: Goal,
    history: History,
    catalogue: Mapping[str, Exercise],
    today: date,
    *,
    excluded: frozenset[str] = frozenset(),
    hurting: frozenset[str] = frozenset(),
    limit: int = 3,
) -> tuple[Prescription, ...]:
    """At most `limit` exercises that would round off a session: its day's slots not filled yet first.

    `hurting` leaves out what is near to it, too (`Choice.allows`).
    """
    choice = Choice(athlete, goal, goal is Goal.FOUNDATION, history, catalogue, today, excluded, hurting)
    used = frozenset(one.exercise_id for one in session.prescriptions)
    found: list[Pick] = []
    slots = (*DAYS.get(session.day, ()), *SPARE_SLOTS, Slot(Role.TRUNK, Pattern.CORE))
    covered = {focus(catalogue[one]) for one in used if one in catalogue}
    for slot in sorted(slots, key=lambda slot: (slot.muscle or slot.pattern) in covered):
        if len(found) == limit:
            break
        exercise = choice.fill(slot, used | {pick.exercise.id for pick in found})
        if exercise is not None:
            found.append(Pick(slot.role, exercise))
    return prescribed(choice, found, None, seen=covered)


def shorter(
    session: Session, athlete: Athlete, catalogue: Mapping[str, Exercise], by_minutes: int = 10
) -> Session:
    """The session cut by the rule of training.md 6.5; itself when nothing can be taken off."""
    limit = max(session.minutes - by_minutes, 1)
    fitted = fit_time(session.prescriptions, limit, athlete, catalogue)
    if fitted.plan == session.prescriptions:
        return session
    minutes = minutes_of(fitted.plan, catalogue)
    told = (
        Reason.of(codes.TIME_CUT, **{**dict(one.values), "minutes": minutes})
        if one.code == codes.TIME_CUT
        else one
        for one in fitted.notices
    )
    kept = tuple(notice for notice in session.notices if notice.code not in _OF_TIME)
    return replace(session, prescriptions=fitted.plan, minutes=minutes, notices=(*kept, *told), order=())


def longer(
    session: Session,
    athlete: Athlete,
    goal: Goal,
    history: History,
    catalogue: Mapping[str, Exercise],
    today: date,
    *,
    excluded: frozenset[str] = frozenset(),
    hurting: frozenset[str] = frozenset(),
) -> Session:
    """The session with one more exercise in its place, as long as the compound share allows; or itself."""
    if len(session.prescriptions) >= MOST_EXERCISES:
        return session
    known = (session, athlete, goal, history, catalogue, today)
    for added in additions(*known, excluded=excluded, hurting=hurting, limit=6):
        plan = _placed(session.prescriptions, added, session.day, catalogue)
        if compound_share(plan, catalogue) >= LIMITS[goal].compound_share:
            minutes = minutes_of(plan, catalogue)
            kept = tuple(notice for notice in session.notices if notice.code not in _OF_LIMIT)
            return replace(session, prescriptions=plan, minutes=minutes, notices=kept, order=())
    return session


_GERMAN_DAYS = {"ganzkörper": "full", "oberkörper": "upper", "unterkörper": "lower", "beine": "legs"}


def day_named(day: str) -> str:
    """A day of the split by its name, "upper" or "oberkörper" for "upper_a". Raises ValueError for others."""
    first, *which = day.split("_")
    day = "_".join((_GERMAN_DAYS.get(first, first), *which))
    for name in (day, f"{day}_a"):
        if name in DAYS:
            return name
    raise ValueError(f"no such day: {day}")


def _next_day(athlete: Athlete, goal: Goal, history: History) -> str:
    return day_after(history, athlete.days_per_week, athlete.level, goal=goal)


def _is_first_workout(choice: Choice) -> bool:
    novice = choice.athlete.level in (None, Level.BEGINNER)
    return choice.base and novice and not choice.history.workouts


def _placed(
    plan: tuple[Prescription, ...], added: Prescription, day: str, catalogue: Mapping[str, Exercise]
) -> tuple[Prescription, ...]:
    """The plan with one more exercise: compounds in the day's order, then isolation, trunk last."""
    rank = _rank(catalogue[added.exercise_id], day)
    at = next((at for at, one in enumerate(plan) if _rank(catalogue[one.exercise_id], day) > rank), len(plan))
    return (*plan[:at], added, *plan[at:])


def _rank(exercise: Exercise, day: str) -> tuple[int, int]:
    if exercise.pattern in (Pattern.CORE, Pattern.CARRY):
        return 2, 0
    if not exercise.compound:
        return 1, 0
    slots = [slot.pattern for slot in DAYS.get(day, ())]
    return 0, slots.index(exercise.pattern) if exercise.pattern in slots else len(slots)


def _week_notices(athlete: Athlete, goal: Goal) -> list[Reason]:
    """What is said about the number of days. Source: S25, training.md 6.3."""
    asked = athlete.days_per_week
    if asked is None:
        return []
    if asked < LEAST_DAYS:
        return [Reason.of(codes.AHA_TWO_DAYS, days=LEAST_DAYS)]
    planned = days_trained(asked, athlete.level, goal)
    if planned < min(asked, MOST_DAYS):
        return [Reason.of(codes.BEGINNER_DAYS, asked=asked, days=planned)]
    if asked > MOST_DAYS:
        return [Reason.of(codes.REST_DAY_STAYS, asked=asked, days=planned)]
    return []
