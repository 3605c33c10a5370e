"""Weekly sets that plans really ask for, by goal, level, days and gear: `python -m benchmarks.weekly_volume`.

Every athlete trains twelve weeks just as planned; told are the means of the last eight weeks beside the
band of training.md 6.1, and the minutes of the sessions.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from benchmarks.plan_speed import TODAY, Case, athlete_of, done
from core.catalogue import catalogue
from core.model.athlete import Gear, Goal, Level
from core.model.history import History, PastWorkout
from core.training.session.planner import plan_session
from core.training.week.volume import band, sets_per_muscle

WEEKS, WARMING = 12, 4
# Training days of a week: never two in a row where the days allow.
WEEKDAYS = {1: (0,), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 4, 5), 6: (0, 1, 2, 3, 4, 5)}
MUSCLES = ("quads", "hamstrings", "glutes", "chest", "lats", "front delts", "triceps", "biceps")
LIFTS = ("back_squat", "bench_press", "deadlift", "overhead_press")


def weeks_of(
    level: Level, goal: Goal, days: int, gear: Gear = Gear.FULL_GYM
) -> tuple[Mapping[str, float], Mapping[str, float], list[int]]:
    """Mean weekly sets per muscle and per exercise, and each session's minutes, after the first weeks."""
    athlete = replace(athlete_of(Case("", level, goal, gear, days, 0)), gear=gear)
    workouts: list[PastWorkout] = []
    minutes: list[int] = []
    muscles: list[Mapping[str, float]] = []
    lifts: list[dict[str, float]] = []
    for week in range(WEEKS):
        asked: list[tuple[str, int]] = []
        for day in WEEKDAYS[days]:
            on = TODAY + timedelta(days=7 * week + day)
            session = plan_session(athlete, goal, History.of(workouts), catalogue(), on)
            workouts.append(done(session, on, 1))
            asked += [(one.exercise_id, one.sets) for one in session.prescriptions]
            if week >= WARMING:
                minutes.append(session.minutes)
        if week >= WARMING:
            muscles.append(sets_per_muscle((catalogue()[name], sets) for name, sets in asked))
            lifts.append({})
            for name, sets in asked:
                lifts[-1][name] = lifts[-1].get(name, 0) + sets
    return _means(muscles), _means(lifts), minutes


def _means(weeks: list[Mapping[str, float]] | list[dict[str, float]]) -> dict[str, float]:
    names = {name for week in weeks for name in week}
    return {name: statistics.fmean(week.get(name, 0.0) for week in weeks) for name in names}


def main() -> int:
    gear = Gear(sys.argv[1]) if len(sys.argv) > 1 else Gear.FULL_GYM
    for goal in (Goal.HYPERTROPHY, Goal.STRENGTH):
        for level in (Level.BEGINNER, Level.INTERMEDIATE, Level.EXPERIENCED):
            week = band(goal, level)
            print(f"{goal}, {level}: start {week.low}-{week.high}, cap {week.cap}")
            for days in (1, 2, 3) if level is Level.BEGINNER else range(1, 7):
                muscles, lifts, minutes = weeks_of(level, goal, days, gear)
                shown = lifts if week.per_lift else muscles
                names = LIFTS if week.per_lift else MUSCLES
                told = ", ".join(f"{name.replace('_', ' ')} {shown.get(name, 0):.1f}" for name in names)
                print(f"  {days} days: {told}; {min(minutes)}-{max(minutes)} min")
    return 0


if __name__ == "__main__":
    sys.exit(main())
