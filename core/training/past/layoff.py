"""Time off: how much less to lift on the return, and how it comes back.

Being sent back to foundation after a long one is not here: see `progress/foundation.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from core.model.athlete import Level, OneRepMax, Provenance

# (from this many days on, factor of 1RM). Source: training.md 5.7, deliberately safer than the losses found.
FACTORS = ((0, 1.00), (11, 0.95), (21, 0.90), (28, 0.85), (56, 0.80), (85, 0.70))
FIRST_WEEK_DAYS = 7
_LEAST = timedelta(days=11)
LIKE_BEFORE = 1.25  # times the gap before
BRIEF_DAYS = 56  # from here on training.md 5.7 goes back to foundation
_REMEMBERED_DAYS = 183  # a year off is regained in half a year; older returns are over


@dataclass(frozen=True, slots=True)
class Layoff:
    """The last time off that still counts. `factor` is what the 1RM is multiplied with today.

    `first_session` is the first one back; `first_week` lasts seven days from it.
    """

    days: int
    factor: float
    first_session: bool
    first_week: bool


def factor_after(days: int, level: Level | None) -> float:
    """What is left of the 1RM after so many days off; a beginner counts one row further.

    Source: training.md 5.7 [BOSQUET13], the factors ours.
    """
    row = max(at for at, (start, _) in enumerate(FACTORS) if days >= start)
    if row and level in (None, Level.BEGINNER):
        row = min(row + 1, len(FACTORS) - 1)
    return FACTORS[row][1]


def layoff_of(
    trained: Iterable[date], today: date, level: Level | None, best: OneRepMax | None = None
) -> Layoff | None:
    """The layoff that today's loads must mind, None without one. `trained` are the days, newest first.

    Regained evenly over half the time off; a maximum tested or stated around the return, or found
    after it, ends it. Source: training.md 5.7.
    """
    gap = _last_gap(trained, today)
    if gap is None:
        return None
    days, returned_on = gap
    start = factor_after(days, level)
    since = (today - returned_on).days
    factor = min(1.0, start + (1 - start) * since / (days / 2))
    first_week = since < FIRST_WEEK_DAYS
    if best is not None and _known_since(best, returned_on):
        factor = 1.0
    if factor >= 1.0 and not first_week:
        return None
    return Layoff(days, factor, since == 0, first_week)


def used_to(trained: Sequence[date], today: date) -> bool:
    """Whether the lift rested about as long before its last session: such gaps are then its rhythm.

    An accessory of every third week has had no time off; what it did last time is what it can do. Eight
    weeks are no rhythm any more (ours).
    """
    if len(trained) < 2:
        return False
    days, before = (today - trained[-1]).days, (trained[-1] - trained[-2]).days
    return days < BRIEF_DAYS and days <= LIKE_BEFORE * before


def _last_gap(trained: Iterable[date], today: date) -> tuple[int, date] | None:
    """The newest gap of 11 days or more as (days, day of return); `trained` newest first."""
    later = today
    oldest = today - timedelta(days=_REMEMBERED_DAYS)
    for day in trained:
        if later - day >= _LEAST:
            return (later - day).days, later
        if day < oldest:
            return None
        later = day
    return None


def _known_since(best: OneRepMax, returned_on: date) -> bool:
    days = (best.known_at.date() - returned_on).days
    return days >= -7 if best.provenance in (Provenance.TESTED, Provenance.STATED) else days > 0


def longest_gap(
    trained: Sequence[date], today: date, least_days: int, elsewhere: Collection[date] = ()
) -> tuple[int, date] | None:
    """The newest gap of at least `least_days` as (days, day of return), over the whole past.

    After a day in `elsewhere` nobody knows what was trained: no gap begins there.
    """
    days = (*trained, today)
    gaps = [((later - day).days, later) for day, later in pairwise(days) if day not in elsewhere]
    return next((gap for gap in reversed(gaps) if gap[0] >= least_days), None)
