"""Caps, pulls and minutes hold in the weeks of every goal, level and number of days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.model.athlete import Goal, Level
from core.model.history import PastWorkout
from core.model.session import Prescription
from core.training.session.lawful import CAPPED, pushes_behind, within_caps
from core.training.week.programme import PULL, PUSH
from core.training.week.volume import band
from tests.core.training.plan_cases import C, a_plan, an_athlete, planned_sets, trained

H, S = Goal.HYPERTROPHY, Goal.STRENGTH
NEW, MID, OLD = Level.BEGINNER, Level.INTERMEDIATE, Level.EXPERIENCED
GAPS = {1: [7], 2: [3, 4], 3: [2, 2, 3], 4: [1, 2, 1, 3], 5: [1, 1, 1, 1, 3], 6: [1, 1, 1, 1, 1, 2]}
WEEKS = [(goal, level, days) for goal in (H, S) for level in (MID, OLD) for days in GAPS]
NOVICES = [(goal, NEW, days) for goal in (Goal.FOUNDATION, H, S) for days in (1, 2, 3)]


def asked(name: str, sets: int) -> Prescription:
    return Prescription(name, H, sets, 10, 60)


def asked_in(workout: PastWorkout) -> list[Prescription]:
    return [asked(one.exercise_id, one.asked_sets) for one in workout.exercises]


@pytest.mark.parametrize(("goal", "level", "days"), [case for case in WEEKS + NOVICES if case[0] in (H, S)])
def test_no_week_passes_a_cap(goal: Goal, level: Level, days: int) -> None:
    workouts = trained(an_athlete(level, days=days), goal, GAPS[days] * 6).workouts
    week = band(goal, level)
    for end in range(2 * days, len(workouts)):
        last = workouts[end].trained_on
        within = [one for one in workouts if last - timedelta(days=6) <= one.trained_on <= last]
        plans = [one for workout in within for one in asked_in(workout)]
        totals: dict[str, float] = {}
        if week.per_lift:
            for one in plans:
                totals[one.exercise_id] = totals.get(one.exercise_id, 0) + one.sets
        else:
            totals = {name: sets for name, sets in planned_sets(plans, C).items() if name in CAPPED}
        over = {name: sets for name, sets in totals.items() if sets > week.cap}
        assert not over, (last, over)


@pytest.mark.parametrize(("goal", "level", "days"), WEEKS + NOVICES)
def test_sessions_take_the_time_they_aim_at(goal: Goal, level: Level, days: int) -> None:
    athlete = an_athlete(level, days=days)
    history = trained(athlete, goal, GAPS[days] * 3)
    most = {Goal.FOUNDATION: 45, H: 49, S: 77}[goal] if level is NEW else {H: 66, S: 88}[goal]
    for day in dict.fromkeys(workout.day for workout in history.workouts):
        planned = a_plan(athlete, goal, history, day=day)
        assert 0 < planned.minutes <= most, day


@pytest.mark.parametrize(("goal", "level", "days"), WEEKS + NOVICES)
def test_pushes_stay_behind_pulls(goal: Goal, level: Level, days: int) -> None:
    workouts = trained(an_athlete(level, days=days), goal, GAPS[days] * 8).workouts
    pushed = pulled = 0
    for workout in workouts[3 * days :]:
        for one in workout.exercises:
            pushed += one.asked_sets * (C[one.exercise_id].pattern in PUSH)
            pulled += one.asked_sets * (C[one.exercise_id].pattern in PULL)
    assert pushed <= pulled + 3


def test_a_full_muscle_costs_isolation_first_then_sets_then_exercises() -> None:
    plan = (asked("back_squat", 4), asked("reverse_lunge", 4), asked("leg_extension", 4))
    athlete, week = an_athlete(MID), band(H, MID)
    kept = within_caps(plan, {"quads": 4.0}, week, athlete, C)
    assert [(one.exercise_id, one.sets) for one in kept] == [
        ("back_squat", 4), ("reverse_lunge", 3), ("leg_extension", 3)
    ]  # fmt: skip
    kept = within_caps(plan, {"quads": 7.0}, week, athlete, C)
    assert [(one.exercise_id, one.sets) for one in kept] == [("back_squat", 3), ("reverse_lunge", 3)]
    kept = within_caps(plan, {"quads": 14.0}, week, athlete, C)
    assert [one.exercise_id for one in kept] == ["back_squat"]


def test_a_push_day_presses_no_more_than_the_week_pulled() -> None:
    plan = (asked("bench_press", 4), asked("overhead_press", 4))
    kept = pushes_behind(plan, (6, 12), an_athlete(MID), C)
    assert [one.sets for one in kept] == [3, 3]
    assert pushes_behind(plan, (6, 14), an_athlete(MID), C) == plan
    assert [one.exercise_id for one in pushes_behind(plan, (6, 6), an_athlete(MID), C)] == ["bench_press"]
