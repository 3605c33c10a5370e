from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.model.athlete import Goal, Level
from core.model.history import History, PastWorkout
from core.model.workout import PastExercise, SetKind
from core.training.week.volume import (
    band,
    recent_lift_sets,
    recent_sets,
    sets_per_muscle,
    weekly_sets,
)
from tests.core.training.plan_cases import TODAY, C, a_set

MONDAY = date(2026, 11, 23)


def benched(on: date, sets: int = 4, exercise_id: str = "bench_press", warm_ups: int = 0) -> PastWorkout:
    logged = tuple(a_set(exercise_id, 80, 10, on) for _ in range(sets))
    warm = tuple(a_set(exercise_id, 40, 5, on, kind=SetKind.WARM_UP) for _ in range(warm_ups))
    past = PastExercise(exercise_id, Goal.HYPERTROPHY, on, (*warm, *logged), sets, 10, None)
    return PastWorkout(on, Goal.HYPERTROPHY, "full_a", (past,))


def test_a_prime_mover_counts_one_and_a_helper_half() -> None:
    assert sets_per_muscle([(C["bench_press"], 4)]) == {"chest": 4.0, "triceps": 2.0, "front delts": 2.0}


def test_sets_of_several_exercises_add_up_most_first() -> None:
    totals = sets_per_muscle([(C["bench_press"], 4), (C["triceps_pushdown"], 3), (C["back_squat"], 0)])
    assert totals == {"triceps": 5.0, "chest": 4.0, "front delts": 2.0}
    assert list(totals) == ["triceps", "chest", "front delts"]


def test_a_week_runs_from_monday_to_sunday_and_warm_ups_do_not_count() -> None:
    sunday_before = benched(MONDAY - timedelta(days=1))
    history = History.of([sunday_before, benched(MONDAY, warm_ups=3), benched(MONDAY + timedelta(days=6))])
    assert weekly_sets(history, C, MONDAY + timedelta(days=2))["chest"] == 8.0
    assert weekly_sets(history, C, MONDAY - timedelta(days=1))["chest"] == 4.0
    assert weekly_sets(history, C, MONDAY + timedelta(days=7)) == {}


def test_exercises_nobody_knows_are_left_out() -> None:
    assert weekly_sets(History.of([benched(MONDAY, exercise_id="own_9")]), C, MONDAY) == {}


def test_the_six_days_before_count_as_recent() -> None:
    history = History.of([benched(TODAY - timedelta(days=back)) for back in (7, 6, 1, 0)])
    assert recent_sets(history, C, TODAY)["chest"] == 8.0
    assert recent_lift_sets(history, TODAY) == {"bench_press": 8}


@pytest.mark.parametrize(
    ("goal", "level", "low", "high", "cap", "per_lift"),
    [
        (Goal.FOUNDATION, Level.BEGINNER, 4, 6, 8, False),
        (Goal.FOUNDATION, Level.EXPERIENCED, 4, 6, 8, False),
        (Goal.HYPERTROPHY, Level.INTERMEDIATE, 8, 10, 14, False),
        (Goal.HYPERTROPHY, Level.EXPERIENCED, 12, 12, 20, False),
        (Goal.STRENGTH, Level.INTERMEDIATE, 8, 8, 10, True),
        (Goal.STRENGTH, Level.EXPERIENCED, 8, 10, 15, True),
    ],
)
def test_the_bands_of_the_table(
    goal: Goal, level: Level, low: int, high: int, cap: int, per_lift: bool
) -> None:
    week = band(goal, level)
    assert (week.low, week.high, week.cap, week.per_lift) == (low, high, cap, per_lift)


@pytest.mark.parametrize("goal", list(Goal))
def test_every_goal_and_level_has_a_band_that_never_shrinks_with_training_age(goal: Goal) -> None:
    bands = [band(goal, level) for level in (None, *Level)]
    assert all(week.low <= week.high <= week.cap for week in bands)
    assert [week.cap for week in bands] == sorted(week.cap for week in bands)
