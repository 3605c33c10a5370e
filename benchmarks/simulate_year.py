"""A year of training simulated: `python -m benchmarks.simulate_year [athletes]`, 1,000 without a number.

Each athlete has a hidden truth (`simulated_lifter.py`), is planned, lifts, tells comfort, is ill now and
then and takes holidays. Printed: how loads follow the truth, failed sets, weekly sets, and spirals: a
lift asked the same for 8 weeks while it was done easily, or half the sets failed for 3 weeks.
"""

from __future__ import annotations

import multiprocessing
import random
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from benchmarks.simulated_lifter import Lifter
from core.catalogue import Catalogue, catalogue
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance, Rack
from core.model.exercise import Exercise
from core.model.history import History, PastWorkout
from core.model.session import Prescription
from core.model.workout import Comfort, LoggedSet, PastExercise, SetKind
from core.training.bodyweight import body_share_g
from core.training.foundation import gate, trained_goal
from core.training.goals import rules_for
from core.training.in_session import next_target
from core.training.one_rep_max import first_max, session_value, update
from core.training.planner import plan_session
from core.training.volume import band, sets_per_muscle
from core.units import Load, Unit

START = date(2026, 1, 5)
ATHLETES, MOST_S = 1000, 180
MAIN = ("back_squat", "bench_press", "deadlift", "overhead_press", "barbell_row")
MUSCLES = ("quads", "hamstrings", "chest", "lats")


@dataclass
class Year:
    """What one athlete's year came to. `errors` are kept over true 1RM, main lifts in the second half."""

    level: Level
    goal: Goal
    workouts: int = 0
    sets: int = 0
    missed: int = 0
    failed: int = 0
    errors: list[float] = field(default_factory=list)
    gains: list[float] = field(default_factory=list)
    weekly: list[float] = field(default_factory=list)
    spirals: list[str] = field(default_factory=list)


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


def learned(
    athlete: Athlete, exercise: Exercise, done: Sequence[LoggedSet], values: dict[str, list[int]]
) -> Athlete:
    """The athlete's maxima after an exercise, by the rule of training.md 5.6."""
    if not exercise.takes_load or not done:
        return athlete
    body = body_share_g(exercise, athlete.bodyweight_g)
    current = athlete.one_rep_max(exercise.id)
    previous = values.setdefault(exercise.id, [])
    if current is None:
        new = first_max(exercise, done, athlete.level, Unit.KG, body)
    else:
        new = update(current, done, previous, athlete.level, body_g=body)
    value = session_value(done, athlete.level, current.load if current else None, body)
    if value is not None:
        previous.append(value.g)
    if new is None or new is current:
        return athlete
    others = tuple(best for best in athlete.one_rep_maxes if best.exercise_id != exercise.id)
    return replace(athlete, one_rep_maxes=(*others, new))


def a_year(number: int) -> Year:
    """One athlete's whole year; the number is the seed."""
    chance, names = random.Random(number), catalogue()
    level = tuple(Level)[number % 3]
    goal = (Goal.HYPERTROPHY, Goal.STRENGTH)[number // 3 % 2]
    lifter = Lifter.of(level, chance, names)
    athlete = athlete_of(number, lifter, goal, chance)
    begun = {name: lifter.truth(names[name]) for name in MAIN}
    year, workouts, values = Year(level, goal), list[PastWorkout](), dict[str, list[int]]()
    last: date | None = None
    for on in training_days(athlete.days_per_week or 2, chance):
        history = History.of(workouts)
        lifter.rest_until(on)
        lifter.arrive(on, last)
        last = on
        decided = trained_goal(athlete, goal, gate(level, history, on, names, athlete.foundation_since)).goal
        assert decided is not None
        session = plan_session(athlete, decided, history, names, on)
        lines = []
        for asked in session.prescriptions:
            exercise = names[asked.exercise_id]
            done = lifted(asked, exercise, athlete, lifter, on)
            _count(year, asked, exercise, done, athlete, lifter, late=(on - START).days > 180)
            lifter.train(exercise, len(done), on)
            athlete = learned(athlete, exercise, done, values)
            lines.append(_past(asked, done, on))
        workouts.append(PastWorkout(on, decided, session.day, tuple(lines)))
    year.workouts = len(workouts)
    year.gains = [lifter.truth(names[name]) / begun[name] - 1 for name in MAIN if name in lifter.trained_on]
    year.weekly = _weekly(workouts, names)
    year.spirals = [*_stuck(workouts), *_failing(workouts, athlete)]
    return year


def _past(asked: Prescription, done: Sequence[LoggedSet], on: date) -> PastExercise:
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


def _count(  # noqa: PLR0913 - one line of the year's account
    year: Year,
    asked: Prescription,
    exercise: Exercise,
    done: Sequence[LoggedSet],
    athlete: Athlete,
    lifter: Lifter,
    *,
    late: bool,
) -> None:
    low = rules_for(asked.goal, athlete).reps[0]
    year.sets += len(done)
    year.missed += sum(one.target is not None and one.reps < one.target.reps for one in done)
    year.failed += sum(_failed(one, asked, low) for one in done)
    if late and exercise.id in MAIN and asked.one_rep_max is not None:
        year.errors.append(asked.one_rep_max.g / 1000 / lifter.truth(exercise) - 1)


def _failed(one: LoggedSet, asked: Prescription, low: int) -> bool:
    short = one.target is not None and one.target.reps - one.reps >= 3
    return one.reps < min(low, asked.reps) or (asked.goal is Goal.STRENGTH and short)


def _weekly(workouts: Sequence[PastWorkout], names: Catalogue) -> list[float]:
    totals = sets_per_muscle(
        (names[past.exercise_id], len(past.sets)) for workout in workouts for past in workout.exercises
    )
    weeks = {workout.trained_on.isocalendar()[:2] for workout in workouts}
    return [totals.get(muscle, 0.0) / len(weeks) for muscle in MUSCLES]


def _stuck(workouts: Sequence[PastWorkout]) -> list[str]:
    """Lifts asked exactly the same for 8 weeks and 8 sessions, every set done, the last one easily."""
    found, runs = [], dict[str, tuple[object, date, int]]()
    for workout in workouts:
        for past in workout.exercises:
            asked = (past.goal, past.asked_load, past.asked_reps, past.asked_sets)
            done = len(past.sets) >= past.asked_sets and all(one.reps >= past.asked_reps for one in past.sets)
            easy = done and past.sets[-1].comfort is Comfort.EASY and past.asked_load is not None
            known, began, times = runs.get(past.exercise_id, (None, workout.trained_on, 0))
            if not easy or known != asked:
                runs[past.exercise_id] = (asked, workout.trained_on, 0)
                continue
            runs[past.exercise_id] = (asked, began, times + 1)
            if (workout.trained_on - began).days >= 56 and times + 1 >= 8:
                found.append(f"stuck: {past.exercise_id} {past.goal} {past.asked_load} {workout.trained_on}")
                runs.pop(past.exercise_id)
    return found


def _failing(workouts: Sequence[PastWorkout], athlete: Athlete) -> list[str]:
    """Three weeks in a row in which half the sets failed."""
    weeks: dict[tuple[int, int], list[bool]] = {}
    for workout in workouts:
        sets = weeks.setdefault(workout.trained_on.isocalendar()[:2], [])
        for past in workout.exercises:
            low = rules_for(past.goal, athlete).reps[0]
            asked = Prescription(past.exercise_id, past.goal, past.asked_sets, past.asked_reps, 0)
            sets += [_failed(one, asked, low) for one in past.sets]
    bad = [sum(sets) * 2 >= len(sets) for _, sets in sorted(weeks.items())]
    return [f"failing: week {at}" for at in range(2, len(bad)) if all(bad[at - 2 : at + 1])]


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else ATHLETES
    began = time.perf_counter()
    with multiprocessing.Pool(2) as pool:
        years = pool.map(a_year, range(number), chunksize=5)
    spent = time.perf_counter() - began
    print(f"{number} athletes, {sum(year.workouts for year in years)} workouts, {spent:.0f} s on 2 cores")
    print(
        "level        goal         1RM kept / true  gain   missed  failed  sets a week " + " ".join(MUSCLES)
    )
    for level in Level:
        for goal in (Goal.HYPERTROPHY, Goal.STRENGTH):
            _print(level, goal, [year for year in years if (year.level, year.goal) == (level, goal)])
    spirals = [f"{at}: {told}" for at, year in enumerate(years) for told in year.spirals]
    print(f"spirals: {len(spirals)}")
    for told in spirals[:20]:
        print("  athlete", told)
    return int(bool(spirals) or (number >= ATHLETES and spent > MOST_S))


def _print(level: Level, goal: Goal, years: Sequence[Year]) -> None:
    if not years:
        return
    errors = [error for year in years for error in year.errors]
    gains = [gain for year in years for gain in year.gains]
    sets = sum(year.sets for year in years)
    week = band(goal, level)
    weekly = " ".join(
        f"{statistics.mean(column):8.1f}" for column in zip(*(y.weekly for y in years), strict=True)
    )
    middle = (
        f"{statistics.median(errors):+6.1%} ±{statistics.pstdev(errors):5.1%}" if errors else "     none     "
    )
    print(
        f"{level:<12} {goal:<12} {middle:<14} {statistics.mean(gains) if gains else 0:+8.1%}"
        f" {sum(year.missed for year in years) / sets:7.1%} {sum(year.failed for year in years) / sets:7.1%}"
        f"  {weekly}  (band {week.low}-{week.high}, cap {week.cap}{' a lift' if week.per_lift else ''})"
    )


if __name__ == "__main__":
    sys.exit(main())
