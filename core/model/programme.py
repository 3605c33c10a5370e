"""A programme as it is told: the split, the days ahead, how the week stands, and what opens or eases next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.model.athlete import Gear, Goal
from core.model.outcomes import Gate
from core.model.session import Reason


class Enough(StrEnum):
    """How a muscle's sets, or a lift's, of this week stand against the band they belong in."""

    NONE = "none"
    FEW = "few"
    ENOUGH = "enough"
    PLENTY = "plenty"


@dataclass(frozen=True, slots=True)
class WeekSets:
    """Sets of this week, Monday to Sunday, for a muscle, or (`per_lift` of the programme) an exercise."""

    name: str
    sets: float
    verdict: Enough


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything `/programme` tells.

    `goal` is what is trained now, `wish` what for; `why` says why they differ. `week` counts from the
    first workout, 0 before it. `coming` are the sessions of the next seven days, `routine` the name of one
    planned instead of the first. `easy_week` goes on now, `deload` is why one is worth offering,
    `deload_in` the weeks until it is offered by the calendar. `band` is (fewest, most) sets a week.
    """

    wish: Goal
    goal: Goal
    gear: Gear | None
    days: int
    minutes: int | None
    split: tuple[str, ...]
    today: date
    week: int
    trained_today: bool
    coming: tuple[tuple[date, str], ...]
    done_this_week: int
    band: tuple[int, int]
    per_lift: bool
    volume: tuple[WeekSets, ...]
    why: tuple[Reason, ...] = ()
    gate: Gate | None = None
    easy_week: bool = False
    deload: Reason | None = None
    deload_in: int | None = None
    routine: str | None = None
