from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from core.model.athlete import Goal, Level
from core.model.exercise import Pattern
from core.model.history import History, PastWorkout
from core.training.week.programme import DAYS, PULL, PUSH, Role, day_after, days_trained, split
from core.units import Unit
from tests.core.training.plan_cases import TODAY, a_plan, an_athlete

H, S, F = Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION
MID, OLD, NEW = Level.INTERMEDIATE, Level.EXPERIENCED, Level.BEGINNER


def past(*days: str, planned: bool = True) -> History:
    first = TODAY - timedelta(days=2 * len(days))
    return History.of(
        [PastWorkout(first + timedelta(days=2 * at), H, day, (), planned) for at, day in enumerate(days)]
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, ("full_a", "full_b")),
        (2, ("full_a", "full_b")),
        (3, ("full_a", "full_b", "full_c")),
        (4, ("upper_a", "lower_a", "upper_b", "lower_b")),
        (5, ("upper_a", "lower_a", "push_a", "pull_a", "legs_b")),
        (6, ("push_a", "pull_a", "legs_a", "push_b", "pull_b", "legs_b")),
    ],
)
def test_splits_by_days_a_week(days: int, expected: tuple[str, ...]) -> None:
    assert split(days, MID, H) == expected
    assert days_trained(days, MID, H) == days


def test_seven_days_become_six_and_a_day_of_rest() -> None:
    assert split(7, OLD, H) == split(6, OLD, H)
    assert days_trained(7, OLD, H) == 6


@pytest.mark.parametrize("days", [3, 4, 5, 6, 7])
def test_beginners_and_foundation_train_three_whole_bodies_at_most(days: int) -> None:
    assert split(days, NEW, H) == split(days, None, H) == split(days, OLD, F) == ("full_a", "full_b")
    assert days_trained(days, NEW, H) == 3


def test_strength_three_times_a_week_meets_its_main_lifts_every_other_time() -> None:
    assert split(3, OLD, S) == ("full_a", "full_b")


def test_untold_days_count_as_the_least_that_are_advised() -> None:
    assert days_trained(None, MID, H) == 2


def test_the_next_day_follows_the_last_one_of_the_split() -> None:
    assert day_after(History(), 4, MID, goal=H) == "upper_a"
    assert day_after(past("upper_a"), 4, MID, goal=H) == "lower_a"
    assert day_after(past("upper_a", "lower_a", "upper_b", "lower_b"), 4, MID, goal=H) == "upper_a"


def test_free_workouts_and_days_of_another_split_are_passed_over() -> None:
    history = History.of([*past("upper_a").workouts, *past("free", "full_b").workouts])
    assert day_after(history, 4, MID, goal=H) == "lower_a"
    assert day_after(past("lower_a", planned=False), 4, MID, goal=H) == "upper_a"


@pytest.mark.parametrize("days", range(1, 7))
@pytest.mark.parametrize("goal", [H, S])
def test_each_round_of_a_split_covers_all_seven_patterns(days: int, goal: Goal) -> None:
    wanted = set(list(Pattern)[:7])
    covered = {slot.pattern for day in split(days, OLD, goal) for slot in DAYS[day][:4]}
    assert wanted <= covered


@pytest.mark.parametrize("days", range(1, 7))
def test_no_round_of_a_split_has_fewer_pull_than_push_slots(days: int) -> None:
    slots = [slot for day in split(days, OLD, H) for slot in DAYS[day]]
    assert sum(slot.pattern in PULL for slot in slots) >= sum(slot.pattern in PUSH for slot in slots)


@pytest.mark.parametrize("day", DAYS)
def test_every_day_opens_with_a_compound_and_has_enough_slots(day: str) -> None:
    slots = DAYS[day]
    assert slots[0].role in (Role.MAIN, Role.SECOND)
    assert len(slots) >= 6
    assert all((slot.muscle is not None) == (slot.role is Role.ISOLATION) for slot in slots)


def test_the_competition_lifts_come_twice_in_an_experienced_week_of_strength() -> None:
    told = {"back_squat": 405, "bench_press": 275, "deadlift": 495, "overhead_press": 165}
    athlete = an_athlete(Level.EXPERIENCED, days=4, maxes=told, unit=Unit.LB)
    week = [
        one for day in split(4, Level.EXPERIENCED, Goal.STRENGTH)
        for one in a_plan(athlete, Goal.STRENGTH, day=day).prescriptions
    ]  # fmt: skip
    sets = Counter({one.exercise_id: 0 for one in week})
    for one in week:
        sets[one.exercise_id] += one.sets
    assert all(8 <= sets[lift] <= 15 for lift in ("back_squat", "bench_press", "deadlift")), sets
