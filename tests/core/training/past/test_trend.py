from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.progress import Direction
from core.training.past.trend import line_through, smoothed

DAY = date(2026, 1, 1).toordinal()


def every(days: int, *values: float) -> list[tuple[int, float]]:
    return [(DAY + days * place, value) for place, value in enumerate(values)]


def test_a_straight_line_is_found_exactly() -> None:
    line = line_through(every(7, 100, 101, 102, 103, 104))
    assert line is not None
    assert (line.first_day, line.last_day) == (date(2026, 1, 1), date(2026, 1, 29))
    assert (line.first, line.last) == pytest.approx((100, 104))
    assert line.per_month == pytest.approx(30.4 / 7)
    assert line.direction is Direction.RISING


def test_down_is_down_and_a_little_is_steady() -> None:
    falling, steady = line_through(every(7, 100, 98, 96)), line_through(every(7, 100, 100.3, 99.9, 100.2))
    assert falling is not None
    assert falling.direction is Direction.FALLING
    assert steady is not None
    assert steady.direction is Direction.STEADY


@pytest.mark.parametrize("series", [[], every(7, 100), every(30, 100, 110), every(3, 100, 105, 110)])
def test_too_few_days_have_no_direction(series: list[tuple[int, float]]) -> None:
    assert line_through(series) is None


def test_only_the_last_weeks_count() -> None:
    fell_then_rose = [
        *every(7, *(300 - 10 * week for week in range(10))),
        *((DAY + 200 + 7 * week, 100 + week) for week in range(5)),
    ]
    line = line_through(fell_then_rose)
    assert line is not None
    assert line.first_day == date.fromordinal(DAY + 200)
    assert line.direction is Direction.RISING


VALUES = st.lists(st.floats(30, 400, allow_nan=False), min_size=1, max_size=40)


@given(VALUES, st.integers(1, 20))
def test_the_smooth_line_stays_between_the_extremes(values: list[float], days: int) -> None:
    series = every(days, *values)
    smooth = smoothed(series)
    assert [day for day, _ in smooth] == [day for day, _ in series]
    assert all(min(values) - 1e-6 <= value <= max(values) + 1e-6 for _, value in smooth)
    assert smooth[0][1] == values[0]


def test_a_week_halves_what_was_before() -> None:
    # 80 weighs a half, 83 one: (40 + 83) / 1.5
    assert smoothed(every(7, 80, 83))[-1][1] == pytest.approx(82)
