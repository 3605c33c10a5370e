"""Where numbers over time are going: a straight line through the last weeks, and a smoothed line.

What the numbers are (an estimated 1RM, a body mass) is the caller's; days are proleptic ordinals.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.model.progress import Direction, Line

TREND_DAYS = 90  # our choice: a training block or two
LEAST_POINTS, LEAST_DAYS = 3, 14  # our choice: fewer say nothing of a direction
STEADY_SHARE = 0.01  # our choice: under 1 % a month nobody would call it rising or falling
DAYS_A_MONTH = 30.4
HALF_LIFE_DAYS = 7.0  # our choice: a week's water and food come and go in less

Series = Sequence[tuple[int, float]]


def line_through(series: Series, *, days: int = TREND_DAYS) -> Line | None:
    """The straight line through the last `days` of a series, oldest first, by least squares.

    None for fewer than three points or two weeks.
    """
    if not series:
        return None
    recent = [(day, value) for day, value in series if day > series[-1][0] - days]
    span = recent[-1][0] - recent[0][0]
    if len(recent) < LEAST_POINTS or span < LEAST_DAYS:
        return None
    mean_day = sum(day for day, _ in recent) / len(recent)
    mean = sum(value for _, value in recent) / len(recent)
    slope = sum((day - mean_day) * (value - mean) for day, value in recent) / sum(
        (day - mean_day) ** 2 for day, _ in recent
    )
    first_day, last_day = recent[0][0], recent[-1][0]
    per_month = slope * DAYS_A_MONTH
    return Line(
        date.fromordinal(first_day),
        date.fromordinal(last_day),
        mean + slope * (first_day - mean_day),
        mean + slope * (last_day - mean_day),
        per_month,
        _direction(per_month, mean),
    )


def _direction(per_month: float, mean: float) -> Direction:
    if abs(per_month) < STEADY_SHARE * abs(mean):
        return Direction.STEADY
    return Direction.RISING if per_month > 0 else Direction.FALLING


def smoothed(series: Series, *, half_life_days: float = HALF_LIFE_DAYS) -> list[tuple[int, float]]:
    """Each day's weighted mean of all before it, the weight halving with every week; same days."""
    found: list[tuple[int, float]] = []
    weight = total = 0.0
    before: int | None = None
    for day, value in series:
        fade = 0.5 ** ((day - before) / half_life_days) if before is not None else 0.0
        weight, total = weight * fade + 1.0, total * fade + value
        found.append((day, total / weight))
        before = day
    return found
