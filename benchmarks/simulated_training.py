"""How a simulated athlete trains: what they tell at the start, which days they come, how a session goes.

What they can lift is `simulated_lifter.py`'s, what they are asked the rules'.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from benchmarks.simulated_lifter import Lifter
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance, Rack
from core.model.exercise import Exercise
from core.model.session import Prescription
from core.model.workout import Comfort, LoggedSet, PastExercise, SetKind
from core.training.prescription.in_session import next_target
from core.units import Load, Unit

START = date(2026, 1, 5)
MAIN = ("back_squat", "bench_press", "deadlift", "overhead_press", "barbell_row")


def athlete_of(number: int, lifter: Lifter, goal: Goal, chance: random.Random) -> Athlete:
    """Beginners know nothing; others state main lifts, up to 10 % wrong."""
    known: list[OneRepMax] = []
    told = datetime(START.year, START.month, START.day, tzinfo=UTC)
    if lifter.level is not Level.BEGINNER:
        for name in MAIN[: chance.choice([2, 3, 5])]:
            stated = lifter.truth(lifter.catalogue[name]) * chance.uniform(0.9, 1.1)
            known.append(OneRepMax(name, Load.kg(round(stated / 2.5) * 2.5), Provenance.STATED, told))
    return Athlete(
        id=number,
        chat_id=number,
        wish=goal,
        level=lifter.level,
        unit=Unit.KG,
        gear=chance.choice([Gear.FULL_GYM, Gear.FULL_GYM, Gear.BARBELL, Gear.DUMBBELLS, Gear.MACHINES]),
        days_per_week=chance.choice([2, 3, 3, 4] if lifter.level is not Level.EXPERIENCED else [3, 4, 5, 6]),
        health=Health.CLEAR,
        can_squat=True,
        bodyweight_g=round(lifter.body_kg * 1000),
        rack=Rack.standard(Unit.KG),
        one_rep_maxes=tuple(known),
    )


def training_days(days_per_week: int, chance: random.Random) -> list[date]:
    """The days of a year that are trained: one in ten missed, two illnesses of a week, a holiday of three."""
    away: set[date] = set()
    for length in (7, 7, 21):
        first = START + timedelta(days=chance.randrange(30, 330))
        away |= {first + timedelta(days=day) for day in range(length)}
    spots = sorted({round(7 * turn / days_per_week) for turn in range(days_per_week)})
    days = [START + timedelta(weeks=week, days=spot) for week in range(52) for spot in spots]
    return [day for day in days if day not in away and chance.random() > 0.1]


def lifted(
    asked: Prescription, exercise: Exercise, athlete: Athlete, lifter: Lifter, on: date
) -> list[LoggedSet]:
    """The sets as they went; without a known load the heaviest of the five offered that seems to fit."""
    done: list[LoggedSet] = []
    found = _tried(asked, exercise, lifter) if exercise.takes_load and asked.load is None else None
    if found is not None:
        asked = replace(asked, load=found)
    rest_s = asked.rest_s
    while (target := (coming := next_target(asked, exercise, athlete, done)).target) is not None:
        rest_s = coming.rest_s or rest_s
        able = lifter.reps_possible(
            exercise, target.load.g / 1000 if target.load else None, asked.measure, len(done), rest_s
        )
        reps = min(target.reps, able)
        last = len(done) + 1 == asked.sets
        left = max(0.0, able - reps - lifter.chance.gauss(0.95, 0.8)) if able > reps else 0.0
        felt = Comfort.EASY if left >= 2.5 else Comfort.RIGHT if left >= 0.5 else Comfort.ALL_OUT
        done.append(
            LoggedSet(
                id=0,
                workout_id=0,
                exercise_id=exercise.id,
                exercise_index=0,
                set_number=len(done) + 1,
                kind=SetKind.WORK,
                load=target.load,
                reps=max(reps, 0),
                logged_at=datetime(on.year, on.month, on.day, 18, tzinfo=UTC) + timedelta(minutes=len(done)),
                comfort=felt if last else None,
                target=target,
                measure=asked.measure,
            )
        )
    return done


def _tried(asked: Prescription, exercise: Exercise, lifter: Lifter) -> Load | None:
    wanted = asked.reps + asked.rir_target[0]
    fitting = [
        load
        for load in asked.loads_offered
        if lifter.reps_possible(exercise, load.g / 1000, asked.measure, 0, 180) >= wanted
    ]
    return max(fitting, default=min(asked.loads_offered, default=None))


def past_of(asked: Prescription, done: Sequence[LoggedSet], on: date) -> PastExercise:
    return PastExercise(
        exercise_id=asked.exercise_id,
        goal=asked.goal,
        trained_on=on,
        sets=tuple(done),
        asked_sets=asked.sets,
        asked_reps=asked.reps,
        asked_load=asked.load,
        rung=asked.rung,
    )
