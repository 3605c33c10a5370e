"""The session of a day: slots filled, each exercise prescribed, all of it fitted to time and volume.

The numbers of one exercise are `prescribing.py`'s, the split `programme.py`'s, the choice `choosing.py`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.model.athlete import Athlete, Goal, Health, Level
from core.model.exercise import Exercise, Pattern
from core.model.history import History
from core.model.session import Prescription, Reason, Session
from core.training import plan_reason_codes as codes
from core.training.choosing import Choice
from core.training.deload import deloaded
from core.training.filling import SPARE_SLOTS, Pick, focus, pick_exercises, prescribed
from core.training.fitting import (
    Fitted,
    compound_share,
    fit_time,
    fit_volume,
    last_trained,
    level_pulls,
)
from core.training.goals import rules_for
from core.training.programme import (
    DAYS,
    FIRST_WORKOUT,
    FIRST_WORKOUT_SETS,
    LEAST_DAYS,
    LIMITS,
    MOST_DAYS,
    Limits,
    Role,
    Slot,
    day_after,
    days_trained,
)
from core.training.reason_codes import DOCTOR_FIRST
from core.training.timing import minutes_of
from core.training.volume import band, recent_lift_sets, recent_sets

USUAL_MINUTES = 45  # training.md 6.2: what a session aims at while nobody sets a limit
_OF_TIME = frozenset({codes.TIME_CUT, codes.TIME_SHORT, codes.SUPERSETS})
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

    `minutes` is a limit kept by the rule of training.md 6.5; None aims at 45 and drops accessories
    only. `day` names a day of the split, None takes the next. `excluded` are exercises left out,
    `hurting` ids, patterns or prime muscles to spare, `favourites` exercise ids that fill their slot
    first, `change` counts how often another plan was asked for, `deload` makes the week a light one
    (offered by `deload.py`, never forced). Without prescriptions nothing may or
    can be trained: a notice says why. Raises ValueError for an unknown day.
    """
    choice = Choice(
        athlete=athlete,
        goal=goal,
        base=goal is Goal.FOUNDATION,
        history=history,
        catalogue=catalogue,
        today=today,
        excluded=excluded,
        hurting=hurting,
        favourites=tuple(favourites),
        change=change,
    )
    name = day_named(day) if day is not None else _next_day(athlete, goal, history)
    if athlete.health is Health.DOCTOR_FIRST:
        return Session(goal, name, (), 0, (Reason.of(DOCTOR_FIRST),))
    first = _is_first_workout(choice)
    limits = FIRST_WORKOUT if first else LIMITS[goal]
    picks = pick_exercises(choice, name, limits)
    if not picks:
        return Session(goal, name, (), 0, (Reason.of(codes.NOTHING_LEFT),))
    plan = prescribed(choice, picks, FIRST_WORKOUT_SETS if first else None)
    fitted = _fitted(choice, plan, picks, limits, minutes)
    if deload:
        lighter = tuple(deloaded(one, catalogue[one.exercise_id], athlete) for one in fitted.plan)
        fitted = Fitted(lighter, fitted.notices)
    notices = [*_week_notices(athlete, goal), *fitted.notices]
    if first:
        count = len(fitted.plan)
        notices.append(Reason.of(codes.FIRST_WORKOUT, exercises=count, sets=FIRST_WORKOUT_SETS))
    return Session(goal, name, fitted.plan, minutes_of(fitted.plan, catalogue), tuple(notices))


def plan_routine(
    name: str,
    exercise_ids: Iterable[str],
    athlete: Athlete,
    goal: Goal,
    history: History,
    catalogue: Mapping[str, Exercise],
    today: date,
) -> Session:
    """A saved routine's exercises in its own order, their loads by the same rules as any plan's.

    Exercises the catalogue does not know are left out. `name` becomes the session's day.
    """
    choice = Choice(athlete, goal, goal is Goal.FOUNDATION, history, catalogue, today)
    exercises = [catalogue[one] for one in exercise_ids if one in catalogue]
    plan = prescribed(choice, [Pick(Role.MAIN, exercise) for exercise in exercises], None)
    return Session(goal, name, plan, minutes_of(plan, catalogue))


def additions(
    session: Session,
    athlete: Athlete,
    goal: Goal,
    history: History,
    catalogue: Mapping[str, Exercise],
    today: date,
    *,
    excluded: frozenset[str] = frozenset(),
    limit: int = 3,
) -> tuple[Prescription, ...]:
    """At most `limit` exercises that would round off a session: its day's slots not filled yet first."""
    choice = Choice(athlete, goal, goal is Goal.FOUNDATION, history, catalogue, today, excluded)
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
    kept = tuple(notice for notice in session.notices if notice.code not in _OF_TIME)
    return replace(
        session,
        prescriptions=fitted.plan,
        minutes=minutes_of(fitted.plan, catalogue),
        notices=(*kept, *fitted.notices),
        order=(),
    )


def longer(
    session: Session,
    athlete: Athlete,
    goal: Goal,
    history: History,
    catalogue: Mapping[str, Exercise],
    today: date,
    *,
    excluded: frozenset[str] = frozenset(),
) -> Session:
    """The session with one more exercise in its place, as long as the compound share allows; or itself."""
    if len(session.prescriptions) >= MOST_EXERCISES:
        return session
    for added in additions(session, athlete, goal, history, catalogue, today, excluded=excluded, limit=6):
        plan = _placed(session.prescriptions, added, catalogue)
        if compound_share(plan, catalogue) >= LIMITS[goal].compound_share:
            return replace(session, prescriptions=plan, minutes=minutes_of(plan, catalogue), order=())
    return session


def day_named(day: str) -> str:
    """A day of the split by its name, "upper" for "upper_a". Raises ValueError for an unknown one."""
    for name in (day, f"{day}_a"):
        if name in DAYS:
            return name
    raise ValueError(f"no such day: {day}")


def _next_day(athlete: Athlete, goal: Goal, history: History) -> str:
    return day_after(history, athlete.days_per_week, athlete.level, goal=goal, gear=athlete.gear)


def _is_first_workout(choice: Choice) -> bool:
    novice = choice.athlete.level in (None, Level.BEGINNER)
    return choice.base and novice and not choice.history.workouts


def _fitted(
    choice: Choice,
    plan: tuple[Prescription, ...],
    picks: Sequence[Pick],
    limits: Limits,
    minutes: int | None,
) -> Fitted:
    athlete, catalogue = choice.athlete, choice.catalogue
    week = band(choice.goal, athlete.level)
    done: Mapping[str, float] = (
        recent_lift_sets(choice.history, choice.today)
        if week.per_lift
        else recent_sets(choice.history, catalogue, choice.today)
    )
    # foundation progresses by its sets, three at most: they are left as they are
    capped = Fitted(plan) if choice.base else fit_volume(plan, done, week, athlete, catalogue)
    if minutes is None:
        shown = _usual_length(capped.plan, picks, limits, catalogue)
        return Fitted(_lawful(shown, choice, limits), capped.notices)
    newest = last_trained(choice.history, catalogue)
    timed = fit_time(_lawful(capped.plan, choice, limits), minutes, athlete, catalogue, newest)
    return Fitted(timed.plan, (*capped.notices, *timed.notices))


def _lawful(plan: tuple[Prescription, ...], choice: Choice, limits: Limits) -> tuple[Prescription, ...]:
    """Pulls level with pushes, and compounds at their share: trunk and isolation give way, the last first."""
    plan = level_pulls(plan, choice.athlete, choice.catalogue)
    while compound_share(plan, choice.catalogue) < limits.compound_share - 1e-9:
        last = max(at for at, one in enumerate(plan) if not choice.catalogue[one.exercise_id].compound)
        least = plan[last].sets - 1
        smaller = (replace(plan[last], sets=least),) if least >= _fewest(choice, plan[last]) else ()
        plan = (*plan[:last], *smaller, *plan[last + 1 :])
    return plan


def _fewest(choice: Choice, asked: Prescription) -> int:
    return min(rules_for(asked.goal, choice.athlete).sets[0], asked.sets)


def _usual_length(
    plan: tuple[Prescription, ...], picks: Sequence[Pick], limits: Limits, catalogue: Mapping[str, Exercise]
) -> tuple[Prescription, ...]:
    """Accessories dropped, the least important first, while over 45 minutes and over the fewest."""
    accessories = [pick for pick in picks if pick.role not in (Role.MAIN, Role.POWER)]
    for pick in sorted(accessories, key=lambda pick: -pick.place):
        if len(plan) <= limits.fewest or minutes_of(plan, catalogue) <= USUAL_MINUTES:
            break
        plan = tuple(one for one in plan if one.exercise_id != pick.exercise.id)
    return plan


def _placed(
    plan: tuple[Prescription, ...], added: Prescription, catalogue: Mapping[str, Exercise]
) -> tuple[Prescription, ...]:
    """The plan with one more exercise: compounds before isolation, trunk last."""
    rank = _rank(catalogue[added.exercise_id])
    at = next((at for at, one in enumerate(plan) if _rank(catalogue[one.exercise_id]) > rank), len(plan))
    return (*plan[:at], added, *plan[at:])


def _rank(exercise: Exercise) -> int:
    if exercise.pattern in (Pattern.CORE, Pattern.CARRY):
        return 2
    return 0 if exercise.compound else 1


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
