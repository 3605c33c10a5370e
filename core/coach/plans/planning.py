"""The next session: planned, kept, changed by hand. Its rules are `core/training`.

A plan stands until a set is logged or the athlete changes something; asked again it is the same.
`workout/starting.py` begins it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from core.coach.exercises import exercises_of
from core.coach.knowing import informed
from core.coach.local_time import local_date
from core.coach.past import history_of
from core.coach.plans.gating import gate_of
from core.coach.plans.preparing import LEFT_OUT_ACHING, SPARES_PART, Ready, ready_for
from core.model.athlete import Athlete, Goal, Health, Level
from core.model.exercise import Exercise
from core.model.outcomes import Planned, Unlogged
from core.model.session import Session
from core.model.soreness import SorePart, decoded
from core.store.athletes import load_athlete
from core.store.logged_sets import last_sets_of_exercise
from core.store.plans import Plan, history_mark, keep_plan, plan_of
from core.store.port import Tx
from core.store.workouts import open_workout
from core.training.prescription.explaining import of_goal
from core.training.session.planner import day_named, plan_session
from core.training.typed.plan_words import DAY_OF_MUSCLE, PlanWords, read_plan
from core.training.week.programme import split
from core.units import Unit

SHORTEST_MINUTES = 15
LONGEST_MINUTES = 120


def wanted(words: str) -> PlanWords:
    """What the words after `/plan` ask for: a goal, minutes, and what is left over."""
    found = read_plan(words)
    if found.minutes is None and found.rest.isascii() and found.rest.isdigit() and len(found.rest) <= 3:
        return replace(found, minutes=int(found.rest), rest="")
    return found


def day_of(words: str) -> str | None:
    """The day of the split some words name (`legs`, `push`, `upper b`), None for anything else.

    A muscle means the day that trains it most: `chest` is push, `arms` upper.
    """
    day = "_".join(words.lower().split()).replace("body", "").strip("_")
    try:
        return day_named(DAY_OF_MUSCLE.get(day, day))
    except ValueError:
        return None


def plan(
    tx: Tx, athlete_id: int, goal: Goal | None, minutes: int | None, now: datetime, day: str | None = None
) -> Planned | Unlogged:
    """The plan for the next session: the one that stands, or a new one.

    `goal` None is the athlete's own; another one is for today only. `minutes` limits the time, None to
    what they set, `day` asks for a day of the split out of turn.
    `stranger` has not been asked anything, `doctor_first` may not train yet.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    if athlete.health is Health.DOCTOR_FIRST:
        return Unlogged.of("doctor_first")
    wish = goal or athlete.wish or Goal.FOUNDATION
    today = local_date(athlete, now)
    standing = plan_of(tx, athlete_id)
    minutes = minutes or athlete.session_minutes
    same_day = standing is not None and day in (None, standing.session.day)
    if standing is not None and goal is not None and standing.session.off_the_split:
        same_day = False  # who names a goal wants the coach's plan, not the routine that stands
    if standing is not None and same_day and standing.wish is wish and minutes in (None, standing.minutes):
        stands = standing.planned_on >= today and standing.history_mark == history_mark(tx, athlete_id)
        if stands:
            return shown(tx, athlete, standing, today)
    return plan_anew(tx, athlete, wish, minutes, today, day=day)


def plan_anew(
    tx: Tx,
    athlete: Athlete,
    wish: Goal,
    minutes: int | None,
    today: date,
    *,
    easy: bool = False,
    day: str | None = None,
) -> Planned | Unlogged:
    """A new plan in place of the one that stood; `easy` makes it a deload, which is offered, never forced."""
    ready = ready_for(tx, athlete, wish, today, easy=easy)
    if isinstance(ready, Unlogged):
        return ready
    wishes = ready.wishes
    planned = partial(plan_session, ready.athlete, ready.goal, ready.history, ready.exercises, ready.on)
    planned = partial(planned, minutes=lawful(minutes), favourites=wishes.favourites, deload=ready.easy)
    sparing = partial(planned, excluded=wishes.barred, hurting=wishes.aching)
    session = whole = sparing(day=day)
    if wishes.hurts:
        whole = planned(day=day, excluded=wishes.never)
        if not session.prescriptions and day is None:
            session = _day_left(sparing, session, ready)
    return keep_planned(tx, ready, session, [asked.exercise_id for asked in whole.prescriptions], minutes)


def _day_left(sparing: Callable[..., Session], without: Session, ready: Ready) -> Session:
    """The next day of the split that something is left of, where what hurts takes the whole of today's."""
    days = split(ready.athlete.days_per_week, ready.athlete.level, ready.goal)
    place = days.index(without.day) if without.day in days else 0
    others = (sparing(day=other) for other in (*days[place + 1 :], *days[:place]))
    return next((session for session in others if session.prescriptions), without)


def keep_planned(tx: Tx, ready: Ready, session: Session, wanted: list[str], minutes: int | None) -> Planned:
    """Keep a session as the plan that stands, with all that is told above it.

    `wanted` are the exercises that would stand in it if nothing hurt.
    """
    session = replace(session, notices=ready.noticed(session, wanted))
    kept = keep_plan(tx, ready.told.id, ready.on, ready.wish, lawful(minutes), session)
    return shown(tx, ready.told, kept, ready.today)


def lawful(minutes: int | None) -> int | None:
    """A limit of time as it is kept: 15 to 120 minutes, None for none."""
    return None if minutes is None else min(max(minutes, SHORTEST_MINUTES), LONGEST_MINUTES)


def shown(tx: Tx, athlete: Athlete, standing: Plan, today: date) -> Planned:
    """A plan that stands, with all that its card tells."""
    session = standing.session
    known = exercises_of(tx, athlete.id)
    exercises = tuple(known.by_id(asked.exercise_id) for asked in session.prescriptions)
    running = open_workout(tx, athlete.id)
    today_id = running.id if running else 0  # what is being done is not "last time"
    history = history_of(tx, athlete.id)
    knowing = informed(tx, athlete, history, known)
    left_out = [notice.get("exercise") for notice in session.notices if notice.code == LEFT_OUT_ACHING]
    return Planned(
        plan_id=standing.id,
        session=session,
        exercises=exercises,
        last_time=tuple(last_sets_of_exercise(tx, athlete.id, one.id, today_id) for one in exercises),
        wish=standing.wish,
        level=athlete.level or Level.BEGINNER,
        unit=athlete.unit or Unit.KG,
        planned_on=standing.planned_on,
        today=today,
        maxes=tuple(knowing.one_rep_max(exercise.id) for exercise in exercises),
        gate=gate_of(athlete, history, today, known),
        for_today_only=athlete.wish is not None and standing.wish is not athlete.wish,
        is_first=not history.workouts,
        open_workout_id=running.id if running else None,
        left_out=tuple(known.by_id(str(exercise_id)) for exercise_id in left_out),
        spares=_spared_in(session, known),
        usual=tuple(of_goal(asked) for asked in session.prescriptions),
    )


def _spared_in(
    session: Session, known: Mapping[str, Exercise]
) -> tuple[tuple[SorePart, tuple[Exercise, ...]], ...]:
    """Each sore part with what is left out of a plan because of it."""
    return tuple(
        (
            decoded(str(told.get("part")))[0],
            tuple(known[one] for one in str(told.get("exercises")).split("+") if one in known),
        )
        for told in session.notices
        if told.code == SPARES_PART
    )


def standing_plan(tx: Tx, athlete_id: int, plan_id: int, now: datetime) -> Planned | Unlogged:
    """A plan by its id and owner, as its buttons need it; `stale` when another has taken its place."""
    athlete, standing = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    if athlete is None or standing is None or standing.id != plan_id:
        return Unlogged.of("stale")
    return shown(tx, athlete, standing, local_date(athlete, now))


def plan_in_sight(tx: Tx, athlete_id: int, now: datetime) -> Planned | Unlogged:
    """The plan that words between workouts are about; `no_workout` where none stands. Reads only."""
    standing = plan_of(tx, athlete_id)
    return Unlogged.of("no_workout") if standing is None else standing_plan(tx, athlete_id, standing.id, now)


def edit_plan(tx: Tx, athlete: Athlete, standing: Plan, session: Session, now: datetime) -> Planned:
    """Keep a plan whose exercises the athlete has changed by hand, under the same id."""
    kept = keep_plan(
        tx, athlete.id, standing.planned_on, standing.wish, standing.minutes, session, standing.id
    )
    return shown(tx, athlete, kept, local_date(athlete, now))
