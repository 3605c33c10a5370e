"""What an athlete looks at between workouts: an exercise over time, this week's volume, a month's days.

All reckoned from the sets that stand, so that a correction of the past needs nothing put right. Reads
only. How it is drawn and worded is the bot's; the body's own measures are `settings/measuring.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from core.catalogue import Catalogue
from core.coach.exercises import done_and_meant, exercises_of
from core.coach.local_time import local_date
from core.coach.own_names import LONGEST_NAME
from core.model.athlete import Athlete, Goal, Provenance
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.progress import CountedSets, Estimate, Progress, TopSet, TrainingMonth, WeekVolume
from core.model.workout import LoggedSet
from core.store import progress as kept
from core.store.athletes import load_athlete
from core.store.port import Tx
from core.store.workouts import newest_workout
from core.training.past.one_rep_max import SHOWN_ERROR
from core.training.past.records import e1rm_of
from core.training.past.trend import Series, line_through
from core.training.week.volume import band, sets_per_muscle
from core.units import Unit

LATELY = timedelta(weeks=12)
MOST_OTHERS = 6
MOST_MONTHS_BACK = 240
_MAIN_MUSCLES = (
    "quads",
    "hamstrings",
    "glutes",
    "chest",
    "lats",
    "mid back",
    "front delts",
    "side delts",
    "rear delts",
    "triceps",
    "biceps",
    "calves",
    "abs",
)


def progress_named(tx: Tx, athlete_id: int, words: str, now: datetime) -> Progress | Unlogged:
    """`/progress bench`: the exercise the words mean best; without words the one trained most lately.

    `stranger` has not been asked anything yet, `nothing_trained` has logged nothing, `not_found` is a name
    that means nothing, `never_trained` an exercise without a set.
    """
    exercises = exercises_of(tx, athlete_id)
    if not words:
        return progress_of(tx, athlete_id, None, now)
    name = " ".join(words.split())[:LONGEST_NAME]
    trained = set(kept.exercises_since(tx, athlete_id, date.min))
    chosen = done_and_meant(name, exercises, trained)
    if chosen is None:
        return Unlogged.of("no_such_exercise", name=name)
    return progress_of(tx, athlete_id, chosen.id, now)


def progress_of(tx: Tx, athlete_id: int, exercise_id: str | None, now: datetime) -> Progress | Unlogged:
    """One exercise over time; None for the one trained in most workouts of the last twelve weeks."""
    athlete, exercises = load_athlete(tx, athlete_id), exercises_of(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    today = local_date(athlete, now)
    lately = [one for one in kept.exercises_since(tx, athlete_id, today - LATELY) if one in exercises]
    ever = lately or [one for one in kept.exercises_since(tx, athlete_id, date.min) if one in exercises]
    if not ever and exercise_id is None:
        return Unlogged.of("nothing_trained")
    chosen = exercises.get(exercise_id or ever[0])
    if chosen is None:
        return Unlogged.of("no_exercise")
    days = kept.sets_by_day(tx, athlete_id, chosen.id)
    if not days:
        return Unlogged.of("never_trained", exercise=chosen)
    others = tuple(exercises[one] for one in ever if one != chosen.id)[:MOST_OTHERS]
    return _progress(athlete, chosen, days, today, others)


def _progress(
    athlete: Athlete,
    exercise: Exercise,
    days: Sequence[tuple[date, LoggedSet]],
    today: date,
    others: tuple[Exercise, ...],
) -> Progress:
    unit = next((done.load.unit for _, done in reversed(days) if done.load), athlete.unit or Unit.KG)
    by_day: dict[date, list[LoggedSet]] = {}
    for day, done in days:
        by_day.setdefault(day, []).append(done)
    estimates = _estimates(by_day, exercise, athlete.bodyweight_g)
    tops = tuple(TopSet(day, max(done, key=_heaviest)) for day, done in by_day.items())
    lacks = exercise.moves_body and athlete.bodyweight_g is None
    line = line_through(_series(estimates, tops))
    return Progress(exercise, unit, estimates, tops, line, len(by_day), today, others, lacks)


def _series(estimates: Sequence[Estimate], tops: Sequence[TopSet]) -> Series:
    """What goes up or down: estimates, else loads, else what the sets count; never one beside another."""
    if estimates:
        return [(one.trained_on.toordinal(), float(one.load.g)) for one in estimates]
    loaded = any(top.done.load is not None for top in tops)
    return [(top.trained_on.toordinal(), _size(top.done, loaded=loaded)) for top in tops]


def _estimates(
    by_day: dict[date, list[LoggedSet]], exercise: Exercise, body_g: int | None
) -> tuple[Estimate, ...]:
    """Each day's best estimate; a record beats every day before it, and the first day is none."""
    found: list[Estimate] = []
    best_g: int | None = None
    for day, sets in by_day.items():
        shown = [(load, done) for done in sets if (load := e1rm_of(done, exercise, body_g)) is not None]
        if not shown:
            continue
        load, done = max(shown, key=lambda one: one[0])
        origin = Provenance.TESTED if done.reps == 1 and not done.reserve else Provenance.ESTIMATED
        found.append(Estimate(day, load, SHOWN_ERROR[origin], best_g is not None and load.g > best_g))
        best_g = max(load.g, best_g or 0)
    return tuple(found)


def _heaviest(done: LoggedSet) -> tuple[int, int]:
    return (done.load.g if done.load else 0, done.reps)


def _size(done: LoggedSet, *, loaded: bool) -> float:
    return float(done.load.g if done.load else 0) if loaded else float(done.reps)


def week_volume(tx: Tx, athlete_id: int, now: datetime) -> WeekVolume | Unlogged:
    """Work sets of this week, Monday to Sunday, against the band of the goal trained last.

    Per muscle, prime mover one and helper half; per lift where the goal's band is meant so. Source:
    training.md 6.1. `stranger` has not been asked anything yet.
    """
    athlete, exercises = load_athlete(tx, athlete_id), exercises_of(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    today = local_date(athlete, now)
    monday = today - timedelta(days=today.weekday())
    sunday = monday + timedelta(days=6)
    counts = kept.set_counts_between(tx, athlete_id, monday, sunday)
    goal = _goal_trained(tx, athlete)
    asked = band(goal, athlete.level)
    by_name = _per_lift(counts, exercises) if asked.per_lift else _per_muscle(counts, exercises)
    return WeekVolume(
        goal=goal,
        counts=tuple(CountedSets(name, sets) for name, sets in by_name.items()),
        low=asked.low,
        high=asked.high,
        cap=asked.cap,
        by_lift=asked.per_lift,
        workouts=len(kept.sets_of_days(tx, athlete_id, monday, sunday)),
        days_per_week=max(athlete.days_per_week or 2, 2),
    )


def _goal_trained(tx: Tx, athlete: Athlete) -> Goal:
    newest = newest_workout(tx, athlete.id)
    return newest.session.goal if newest else athlete.wish or Goal.FOUNDATION


def _per_muscle(counts: dict[str, int], exercises: Catalogue) -> dict[str, float]:
    """Every main muscle, also one without a set, and what else was trained; most sets first."""
    known = [(exercises[one], sets) for one, sets in counts.items() if one in exercises]
    found = {**dict.fromkeys(_MAIN_MUSCLES, 0.0), **sets_per_muscle(known)}
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def _per_lift(counts: dict[str, int], exercises: Catalogue) -> dict[str, float]:
    lifts = {exercises[one].name: float(sets) for one, sets in counts.items() if _is_lift(exercises.get(one))}
    return dict(sorted(lifts.items(), key=lambda one: -one[1]))


def _is_lift(exercise: Exercise | None) -> bool:
    return exercise is not None and exercise.compound


def training_month(tx: Tx, athlete_id: int, months_back: int, now: datetime) -> TrainingMonth | Unlogged:
    """A month's training days, this month for 0; `stranger` has not been asked anything yet.

    A week counts for the row when it had a workout; the current one breaks no row while it is not over.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    today = local_date(athlete, now)
    back = min(max(months_back, 0), MOST_MONTHS_BACK)
    first = _month_start(today, back)
    last = _month_start(today, back - 1) - timedelta(days=1)
    days = kept.sets_of_days(tx, athlete_id, date.min, today)
    return TrainingMonth(
        first=first,
        sets=tuple((day.day, sets) for day, sets in days.items() if first <= day <= last),
        today=today,
        weeks_in_a_row=_weeks_in_a_row(days, today),
        has_earlier=any(day < first for day in days),
        months_back=back,
    )


def _month_start(today: date, months_back: int) -> date:
    months = today.year * 12 + today.month - 1 - months_back
    return date(months // 12, months % 12 + 1, 1)


def _weeks_in_a_row(days: dict[date, int], today: date) -> int:
    weeks = {day - timedelta(days=day.weekday()) for day in days}
    week = today - timedelta(days=today.weekday())
    row = int(week in weeks)
    while (week := week - timedelta(days=7)) in weeks:
        row += 1
    return row
