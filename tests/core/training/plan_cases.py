"""Athletes, pasts and sessions for the tests of planning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from core.catalogue import catalogue
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance, Rack
from core.model.exercise import Exercise, Pattern
from core.model.history import History, PastWorkout
from core.model.session import Prescription, Session
from core.model.workout import Comfort, LoggedSet, PastExercise, SetKind
from core.training.session.planner import plan_session
from core.training.week.volume import sets_per_muscle
from core.units import Load, Unit

C = catalogue()
TODAY = date(2026, 11, 24)
MAXES_KG = {"back_squat": 140, "bench_press": 100, "deadlift": 180, "overhead_press": 60, "barbell_row": 90}


def one_rep_max(
    exercise_id: str, value: float, unit: Unit = Unit.KG, provenance: Provenance = Provenance.TESTED
) -> OneRepMax:
    return OneRepMax(exercise_id, Load.of(value, unit), provenance, datetime(2026, 11, 1, tzinfo=UTC))


def an_athlete(
    level: Level = Level.INTERMEDIATE,
    gear: Gear | None = Gear.FULL_GYM,
    days: int | None = 3,
    maxes: Mapping[str, float] = MAXES_KG,
    *,
    unit: Unit = Unit.KG,
    wish: Goal | None = None,
    can_squat: bool | None = None,
    bodyweight_g: int | None = 80_000,
    health: Health = Health.CLEAR,
) -> Athlete:
    return Athlete(
        id=1,
        chat_id=1,
        wish=wish,
        level=level,
        unit=unit,
        gear=gear,
        days_per_week=days,
        health=health,
        can_squat=can_squat,
        bodyweight_g=bodyweight_g,
        rack=Rack.standard(unit),
        one_rep_maxes=tuple(one_rep_max(name, value, unit) for name, value in maxes.items()),
    )


def novice(gear: Gear | None = Gear.FULL_GYM, days: int | None = 3, **maxes: float) -> Athlete:
    return an_athlete(Level.BEGINNER, gear, days, maxes)


def a_plan(athlete: Athlete, goal: Goal, history: History | None = None, **wishes: object) -> Session:
    today = wishes.pop("today", TODAY)
    assert isinstance(today, date)
    return plan_session(athlete, goal, history or History(), C, today, **wishes)  # type: ignore[arg-type]


def names(session: Session | Iterable[Prescription]) -> list[str]:
    asked = session.prescriptions if isinstance(session, Session) else session
    return [one.exercise_id for one in asked]


def exercises(session: Session) -> list[Exercise]:
    return [C[name] for name in names(session)]


def patterns(session: Session) -> list[Pattern]:
    return [exercise.pattern for exercise in exercises(session)]


def a_set(
    exercise_id: str,
    load: float | None,
    reps: int,
    on: date = TODAY,
    *,
    rir: float | None = None,
    kind: SetKind = SetKind.WORK,
    comfort: Comfort | None = None,
    number: int = 1,
) -> LoggedSet:
    at = datetime.combine(on, time(18), UTC) + timedelta(minutes=3 * number)
    loaded = None if load is None else Load.kg(load)
    return LoggedSet(
        id=0,
        workout_id=0,
        exercise_id=exercise_id,
        exercise_index=0,
        set_number=number,
        kind=kind,
        load=loaded,
        reps=reps,
        logged_at=at,
        rir=rir,
        comfort=comfort,
    )


def done(session: Session, on: date, misses: int = 0, comfort: Comfort = Comfort.RIGHT) -> PastWorkout:
    """A session as it would stand in the history, each work set `misses` reps short."""
    past = []
    for asked in session.prescriptions:
        load = asked.load or (asked.loads_offered[2] if len(asked.loads_offered) > 2 else None)
        sets = tuple(
            LoggedSet(
                id=0,
                workout_id=0,
                exercise_id=asked.exercise_id,
                exercise_index=0,
                set_number=number,
                kind=SetKind.WORK,
                load=load,
                reps=max(asked.reps - misses, 1),
                logged_at=datetime.combine(on, time(18), UTC) + timedelta(minutes=3 * number),
                comfort=comfort if number == asked.sets else None,
                measure=asked.measure,
            )
            for number in range(1, asked.sets + 1)
        )
        past.append(
            PastExercise(
                exercise_id=asked.exercise_id,
                goal=asked.goal,
                trained_on=on,
                sets=sets,
                asked_sets=asked.sets,
                asked_reps=asked.reps,
                asked_load=asked.load,
                rung=asked.rung,
            )
        )
    return PastWorkout(on, session.goal, session.day, tuple(past))


def trained(athlete: Athlete, goal: Goal, gaps: Sequence[int], misses: Sequence[int] = (0,)) -> History:
    """A past planned and done session by session, `gaps` days apart, the last one before TODAY."""
    on = TODAY - timedelta(days=sum(gaps))
    workouts: list[PastWorkout] = []
    for number, gap in enumerate(gaps):
        session = plan_session(athlete, goal, History.of(workouts), C, on)
        workouts.append(done(session, on, misses[number % len(misses)]))
        on += timedelta(days=gap)
    return History.of(workouts)


GOALS = st.sampled_from([Goal.FOUNDATION, Goal.HYPERTROPHY, Goal.STRENGTH, Goal.ENDURANCE, Goal.POWER])


@st.composite
def athletes(draw: st.DrawFn) -> Athlete:
    unit = draw(st.sampled_from(list(Unit)))
    top = 400 if unit is Unit.KG else 900
    known = draw(st.sets(st.sampled_from([*MAXES_KG, "front_squat", "leg_press", "dumbbell_curl"])))
    return an_athlete(
        draw(st.sampled_from(list(Level))),
        draw(st.sampled_from([None, *Gear])),
        draw(st.sampled_from([None, 1, 2, 3, 4, 5, 6, 7])),
        {name: draw(st.integers(1, top)) for name in sorted(known)},
        unit=unit,
        can_squat=draw(st.sampled_from([None, True, False])),
        bodyweight_g=draw(st.sampled_from([None, 55_000, 80_000, 120_000])),
    )


def planned_sets(
    prescriptions: Iterable[Prescription], catalogue: Mapping[str, Exercise]
) -> dict[str, float]:
    """Sets per muscle that prescriptions ask for, most first."""
    return sets_per_muscle((catalogue[asked.exercise_id], asked.sets) for asked in prescriptions)
