"""The week ahead and the week so far: which session on which day, and the sets done against their band."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from core.model.athlete import Goal, Level
from core.model.exercise import Exercise
from core.model.history import History
from core.model.programme import Enough, WeekSets
from core.training.week.programme import day_after, days_trained, split
from core.training.week.volume import VolumeBand, band, weekly_sets, work_sets, workouts_between

WEEK = 7
# The muscles every split trains and a lifter asks about, in the order of the body (ours).
TOLD = ("chest", "lats", "side delts", "biceps", "triceps", "quads", "hamstrings", "glutes", "calves")


def week_ahead(
    history: History,
    days_per_week: int | None,
    level: Level | None,
    goal: Goal,
    first: date,
    today: date,
) -> tuple[tuple[date, str], ...]:
    """The sessions from `first` on within seven days of `today`, spread evenly, each a day of the split.

    Source: training.md 6.2 (48 hours between hard sessions of a muscle, where the days allow it), 6.3.
    """
    count = days_trained(days_per_week, level, goal)
    days = split(days_per_week, level, goal)
    at = days.index(day_after(history, days_per_week, level, goal=goal))
    dates = [first + timedelta(days=turn * WEEK // count) for turn in range(count)]
    inside = [on for on in dates if on < today + timedelta(days=WEEK)]
    return tuple((on, days[(at + turn) % len(days)]) for turn, on in enumerate(inside))


def week_of_training(history: History, today: date) -> int:
    """Which week of training this is, from Monday to Sunday and from 1; 0 before the first workout."""
    if not history.workouts:
        return 0
    return (_monday(today) - _monday(history.workouts[0].trained_on)).days // WEEK + 1


def workouts_this_week(history: History, today: date) -> int:
    """Days trained since Monday."""
    return len({past.trained_on for past in workouts_between(history, _monday(today), today)})


def week_so_far(
    history: History, catalogue: Mapping[str, Exercise], goal: Goal, level: Level | None, today: date
) -> tuple[WeekSets, ...]:
    """This week's sets against the goal's band: of the muscles in `TOLD`, or of each lift trained.

    Source: training.md 6.1.
    """
    week = band(goal, level)
    if week.per_lift:
        lifts: dict[str, float] = {}
        for workout in reversed(workouts_between(history, _monday(today), today)):
            for past in workout.exercises:
                exercise = catalogue.get(past.exercise_id)
                if exercise is not None and exercise.compound:
                    lifts[exercise.name] = lifts.get(exercise.name, 0) + work_sets(past.sets)
        return tuple(WeekSets(name, sets, _verdict(sets, week)) for name, sets in lifts.items())
    done = weekly_sets(history, catalogue, today)
    return tuple(WeekSets(one, done.get(one, 0.0), _verdict(done.get(one, 0.0), week)) for one in TOLD)


def _verdict(sets: float, week: VolumeBand) -> Enough:
    if not sets:
        return Enough.NONE
    if sets < week.low:
        return Enough.FEW
    return Enough.PLENTY if sets > week.cap else Enough.ENOUGH


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
