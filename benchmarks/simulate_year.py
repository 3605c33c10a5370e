"""A year of training simulated: `python -m benchmarks.simulate_year [athletes] [--picture]`.

Each of 1,000 athletes, or as many as are asked for, has a hidden truth (`simulated_lifter.py`), is planned
and lifts (`simulated_training.py`). Printed: how the maxima kept and the loads follow the truth, missed and
failed sets, weekly sets, and spirals (`spirals.py`). `--picture` draws docs/simulated-year.png.
"""

from __future__ import annotations

import multiprocessing
import random
import statistics
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from benchmarks.simulated_lifter import Lifter
from benchmarks.simulated_training import MAIN, START, athlete_of, lifted, past_of, training_days
from benchmarks.spirals import failed, failing, stuck
from core.catalogue import Catalogue, catalogue
from core.model.athlete import Athlete, Goal, Level
from core.model.history import History, PastWorkout
from core.model.session import Prescription
from core.model.workout import LoggedSet, PastExercise
from core.training.goals import rules_for
from core.training.past.learning import Learned, after_session
from core.training.progress.foundation import gate, trained_goal
from core.training.session.planner import plan_session
from core.training.week.programme import days_trained
from core.training.week.volume import band, sets_per_muscle

ATHLETES, MOST_S, CORES = 1000, 180, 2
MUSCLES = ("quads", "hamstrings", "chest", "lats")


@dataclass(frozen=True, slots=True)
class Seen:
    """A main lift in one session: its week, the truth and the kept maximum by the truth of the first day."""

    week: int
    truth: float
    kept: float


@dataclass
class Year:
    """What one athlete's year came to. `weekly` are sets in the weeks in which no session was left out."""

    level: Level
    goal: Goal
    days: int
    workouts: int = 0
    sets: int = 0
    missed: int = 0
    failed: int = 0
    weeks_to_goal: int | None = None
    seen: list[Seen] = field(default_factory=list)
    gains: list[float] = field(default_factory=list)
    weekly: list[float] = field(default_factory=list)
    by_week: dict[int, tuple[int, int]] = field(default_factory=dict)
    spirals: list[str] = field(default_factory=list)


def a_year(number: int) -> Year:
    """One athlete's whole year; the number is the seed."""
    chance, names = random.Random(number), catalogue()
    level = tuple(Level)[number % 3]
    goal = (Goal.HYPERTROPHY, Goal.STRENGTH)[number // 3 % 2]
    lifter = Lifter.of(level, chance, names)
    athlete = athlete_of(number, lifter, goal, chance)
    begun = {name: lifter.truth(names[name]) for name in MAIN}
    year = Year(level, goal, days_trained(athlete.days_per_week, level, goal))
    workouts: list[PastWorkout] = []
    known = {best.exercise_id: Learned(best) for best in athlete.one_rep_maxes}
    last: date | None = None
    for on in training_days(athlete.days_per_week or 2, chance):
        lifter.rest_until(on)
        lifter.arrive(on, last)
        last = on
        workout = _trained(athlete, lifter, goal, workouts, on, year)
        if year.weeks_to_goal is None and workout.goal is goal:
            year.weeks_to_goal = (on - START).days // 7
        for line in workout.exercises:
            exercise = names[line.exercise_id]
            known[exercise.id] = after_session(known.get(exercise.id, Learned()), exercise, athlete, line)
        _see(year, workout, lifter, athlete, begun)
        athlete = _known_now(athlete, known)
        workouts.append(workout)
    year.workouts = len(workouts)
    year.gains = [lifter.truth(names[name]) / begun[name] - 1 for name in MAIN if name in lifter.trained_on]
    year.weekly = _weekly(workouts, year, names)
    year.spirals = [*stuck(workouts), *failing(workouts, athlete)]
    return year


def _trained(
    athlete: Athlete, lifter: Lifter, goal: Goal, past: Sequence[PastWorkout], on: date, year: Year
) -> PastWorkout:
    """One session planned as the product plans it, and lifted."""
    names, history = catalogue(), History.of(past)
    way = gate(athlete.level, history, on, names, athlete.foundation_since)
    decided = trained_goal(athlete, goal, way).goal
    assert decided is not None
    session = plan_session(athlete, decided, history, names, on)
    lines = []
    for asked in session.prescriptions:
        exercise = names[asked.exercise_id]
        done = lifted(asked, exercise, athlete, lifter, on)
        if not done:
            continue
        _count(year, asked, done, athlete, (on - START).days // 7)
        lifter.train(exercise, len(done), on)
        lines.append(past_of(asked, done, on))
    return PastWorkout(on, decided, session.day, tuple(lines))


def _known_now(athlete: Athlete, known: Mapping[str, Learned]) -> Athlete:
    """The athlete as the product knows them: each maximum folded over the sessions since it was told."""
    maxima = tuple(learned.best for learned in known.values() if learned.best is not None)
    return replace(athlete, one_rep_maxes=maxima)


def _count(year: Year, asked: Prescription, done: Sequence[LoggedSet], athlete: Athlete, week: int) -> None:
    low = rules_for(asked.goal, athlete).reps[0]
    lost = sum(failed(one, asked, low) for one in done)
    year.sets += len(done)
    year.missed += sum(one.target is not None and one.reps < one.target.reps for one in done)
    year.failed += lost
    sets, so_far = year.by_week.get(week, (0, 0))
    year.by_week[week] = (sets + len(done), so_far + lost)


def _see(
    year: Year, workout: PastWorkout, lifter: Lifter, athlete: Athlete, begun: Mapping[str, float]
) -> None:
    """How far the maximum a session was planned with was from the truth, main lifts only."""
    week = (workout.trained_on - START).days // 7
    for line in workout.exercises:
        best = athlete.one_rep_max(line.exercise_id)
        if line.exercise_id in MAIN and best is not None:
            truth = lifter.strength[line.exercise_id]
            at_first = begun[line.exercise_id]
            year.seen.append(Seen(week, truth / at_first, best.load.g / 1000 / at_first))


def _weekly(workouts: Sequence[PastWorkout], year: Year, names: Catalogue) -> list[float]:
    """Sets a week under the goal: per muscle, or of the main lifts where the band counts lifts."""
    weeks: dict[tuple[int, int], list[PastWorkout]] = {}
    for workout in workouts:
        weeks.setdefault(workout.trained_on.isocalendar()[:2], []).append(workout)
    whole = [
        week
        for week in weeks.values()
        if len(week) >= year.days and all(workout.goal is year.goal for workout in week)
    ]
    if not whole:
        return []
    if band(year.goal, year.level).per_lift:
        return [_sets_of_main_lifts(whole)]
    done = [(names[past.exercise_id], len(past.sets)) for past in _lines(whole)]
    totals = sets_per_muscle(done)
    return [totals.get(muscle, 0.0) / len(whole) for muscle in MUSCLES]


def _lines(weeks: Iterable[Sequence[PastWorkout]]) -> Iterator[PastExercise]:
    return (past for week in weeks for workout in week for past in workout.exercises)


def _sets_of_main_lifts(weeks: Sequence[Sequence[PastWorkout]]) -> float:
    """Mean sets a week of the lifts that were trained in at least every other week."""
    sets: dict[str, list[int]] = {}
    for past in _lines(weeks):
        sets.setdefault(past.exercise_id, []).append(len(past.sets))
    regular = [sum(counts) for counts in sets.values() if 2 * len(counts) >= len(weeks)]
    return statistics.mean(regular) / len(weeks) if regular else 0.0


def main(words: Sequence[str]) -> int:
    number = next((int(word) for word in words if word.isdigit()), ATHLETES)
    began = time.perf_counter()
    with multiprocessing.Pool(CORES) as pool:
        years = pool.map(a_year, range(number), chunksize=5)
    spent = time.perf_counter() - began
    workouts = sum(year.workouts for year in years)
    print(f"{number} athletes, {workouts} workouts, {spent:.0f} s on {CORES} cores")
    for level in Level:
        for goal in (Goal.HYPERTROPHY, Goal.STRENGTH):
            _print(level, goal, [year for year in years if (year.level, year.goal) == (level, goal)])
    spirals = [f"{at}: {told}" for at, year in enumerate(years) for told in year.spirals]
    print(f"spirals: {len(spirals)}")
    for told in spirals[:20]:
        print("  athlete", told)
    if "--picture" in words:
        from benchmarks.year_picture import draw  # noqa: PLC0415 - only a picture needs matplotlib

        print(f"written: {draw(years)}")
    return int(bool(spirals) or (number >= ATHLETES and spent > MOST_S))


def _print(level: Level, goal: Goal, years: Sequence[Year]) -> None:
    if not years:
        return
    late = [seen.kept / seen.truth - 1 for year in years for seen in year.seen if seen.week >= 26]
    gains = [gain for year in years for gain in year.gains]
    sets = sum(year.sets for year in years)
    print(f"{level}, {goal}: {len(years)} athletes")
    if late:
        off = f"{statistics.median(late):+.1%} ± {statistics.pstdev(late):.1%}"
        print(f"  1RM kept by the true one, main lifts from week 26: {off}; truth gained {_mean(gains):+.1%}")
    missed, lost = (sum(column) / sets for column in ((y.missed for y in years), (y.failed for y in years)))
    print(f"  sets missed {missed:.1%}, failed {lost:.1%}")
    if level is Level.BEGINNER:
        through = [year.weeks_to_goal for year in years if year.weeks_to_goal is not None]
        weeks = f", at the median after {statistics.median(through):.0f} weeks" if through else ""
        print(f"  through foundation: {len(through)} of {len(years)}{weeks}")
    week = band(goal, level)
    names = ("of a lift",) if week.per_lift else MUSCLES
    for days in sorted({year.days for year in years if year.weekly}):
        rows = [year.weekly for year in years if year.days == days and year.weekly]
        columns = zip(names, zip(*rows, strict=True), strict=True)
        told = ", ".join(f"{name} {_mean(column):.1f}" for name, column in columns)
        print(f"  sets in a whole week of {days} days: {told} (start {week.low}-{week.high}, cap {week.cap})")


def _mean(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return statistics.mean(found) if found else 0.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
