"""The week ahead and the week so far."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue import catalogue
from core.model.athlete import Goal, Level
from core.model.history import History, PastWorkout
from core.model.programme import Enough
from core.training.week.outlook import week_ahead, week_of_training, week_so_far, workouts_this_week
from core.training.week.programme import days_trained, split
from core.units import Load
from tests.core.training.lifters import TODAY, line

C = catalogue()
H, S = Goal.HYPERTROPHY, Goal.STRENGTH
LIFTER = Level.INTERMEDIATE


def trained(*days_ago: int, day: str = "upper_a", goal: Goal = H) -> History:
    """A bench press of four sets on each of these days."""
    past = [line("bench_press", goal, (10,) * 4, Load.kg(80), days_ago=ago) for ago in days_ago]
    return History.of([PastWorkout(one.trained_on, goal, day, (one,)) for one in past])


@pytest.mark.parametrize(
    ("days", "offsets"), [(1, [0]), (2, [0, 3]), (3, [0, 2, 4]), (4, [0, 1, 3, 5]), (6, [0, 1, 2, 3, 4, 5])]
)
def test_days_are_spread_over_the_week(days: int, offsets: list[int]) -> None:
    ahead = week_ahead(History(), days, LIFTER, H, TODAY, TODAY)
    assert [(on - TODAY).days for on, _ in ahead] == offsets
    assert [day for _, day in ahead] == list((split(days, LIFTER, H) * 2)[: len(offsets)])


def test_after_a_workout_the_next_day_of_the_split_comes() -> None:
    tomorrow = TODAY + timedelta(days=1)
    ahead = week_ahead(trained(0), 4, LIFTER, H, tomorrow, TODAY)
    assert [day for _, day in ahead] == ["lower_a", "upper_b", "lower_b", "upper_a"]
    assert all(tomorrow <= on < TODAY + timedelta(days=7) for on, _ in ahead)


@given(
    st.none() | st.integers(1, 6),
    st.none() | st.sampled_from(Level),
    st.sampled_from(Goal),
    st.integers(0, 6),
)
def test_no_day_comes_twice_and_none_is_unknown(
    days: int | None, level: Level | None, goal: Goal, wait: int
) -> None:
    first = TODAY + timedelta(days=wait)
    ahead = week_ahead(History(), days, level, goal, first, TODAY)
    dates = [on for on, _ in ahead]
    assert dates == sorted(set(dates))
    assert 1 <= len(ahead) <= days_trained(days, level, goal)
    assert {day for _, day in ahead} <= set(split(days, level, goal))


def test_weeks_go_from_monday_to_sunday() -> None:
    assert TODAY.weekday() == 0
    assert week_of_training(History(), TODAY) == 0
    assert week_of_training(trained(0), TODAY) == 1
    assert week_of_training(trained(1), TODAY) == 2
    assert (
        workouts_this_week(trained(0, 1, 3), TODAY),
        workouts_this_week(trained(0), date(2026, 3, 8)),
    ) == (1, 1)


def test_sets_stand_against_the_goals_band() -> None:
    def verdicts(*days_ago: int) -> dict[str, Enough]:
        told = week_so_far(trained(*days_ago), C, H, LIFTER, TODAY + timedelta(days=6))
        return {one.name: one.verdict for one in told}

    assert verdicts(0)["chest"] is Enough.FEW
    assert verdicts(0, -2)["chest"] is Enough.ENOUGH
    assert verdicts(0, -2, -3, -5)["chest"] is Enough.PLENTY
    assert verdicts(0)["quads"] is Enough.NONE
    assert verdicts(3)["chest"] is Enough.NONE


def test_strength_counts_each_lift() -> None:
    (told,) = week_so_far(trained(0, -2, goal=S), C, S, LIFTER, TODAY + timedelta(days=3))
    assert (told.name, told.sets, told.verdict) == ("Bench press", 8, Enough.ENOUGH)
