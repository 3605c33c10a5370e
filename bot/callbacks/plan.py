"""The buttons of a plan: their typed data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.callbacks.wire import Press, button
from core.model.athlete import Goal
from core.model.workout import Comfort
from core.units import Load


@button("pl")
@dataclass(frozen=True, slots=True)
class ShowPlan(Press):
    """Plan the next session, for one's own goal (None) or for another one today."""

    goal: Goal | None = None


@button("st")
@dataclass(frozen=True, slots=True)
class StartSession(Press):
    """Start the workout of plan `plan_id`."""

    plan_id: int


@button("su")
@dataclass(frozen=True, slots=True)
class StartWith(Press):
    """Start the workout of plan `plan_id` with the first set of one exercise of it."""

    plan_id: int
    exercise_index: int
    load: Load | None
    reps: int


@button("sf")
@dataclass(frozen=True, slots=True)
class SayFelt(Press):
    """How a set of the workout before felt, asked at the start of this one; None does not say."""

    set_id: int
    comfort: Comfort | None = None


class PlanChange(StrEnum):
    """Ways to change a plan that stands."""

    SHORTER = "shorter"
    LONGER = "longer"
    MAKE_GOAL = "make_goal"
    INSIST = "insist"
    EASY_WEEK = "easy"


@button("pc")
@dataclass(frozen=True, slots=True)
class ChangePlan(Press):
    """Change the plan that is shown."""

    plan_id: int
    change: PlanChange


@button("ps")
@dataclass(frozen=True, slots=True)
class SwapInPlan(Press):
    """Swap an exercise of a plan: no index asks which one, an index asks for what, an exercise does it."""

    plan_id: int
    exercise_index: int | None = None
    exercise_id: str | None = None


@button("pa")
@dataclass(frozen=True, slots=True)
class AddToPlan(Press):
    """Add an exercise to a plan: none shows what could be added, one adds it."""

    plan_id: int
    exercise_id: str | None = None


@button("pw")
@dataclass(frozen=True, slots=True)
class WhyPlan(Press):
    """Tell the reason behind each number of a plan."""

    plan_id: int


@button("pb")
@dataclass(frozen=True, slots=True)
class BackToPlan(Press):
    """Show the plan again after swapping, adding or asking why."""

    plan_id: int


@button("pd")
@dataclass(frozen=True, slots=True)
class PlanDay(Press):
    """Plan a day of the split out of its turn."""

    day: str
