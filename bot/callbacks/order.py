"""The buttons that bring an exercise forward or back in; "Later" stands with the other buttons of a card."""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks.wire import Press, button


@button("no")
@dataclass(frozen=True, slots=True)
class DoNow(Press):
    """Do an exercise that comes later next, before the one in hand."""

    workout_id: int
    exercise_index: int


@button("ki")
@dataclass(frozen=True, slots=True)
class KeepIn(Press):
    """Put an exercise back that was left out of a running workout."""

    workout_id: int
    exercise_index: int


@button("lv")
@dataclass(frozen=True, slots=True)
class LeaveOut(Press):
    """Leave an exercise out of a running workout, from now on."""

    workout_id: int
    exercise_index: int


@button("lp")
@dataclass(frozen=True, slots=True)
class LeaveOutOfPlan(Press):
    """Leave an exercise out of the plan that stands; by its id, for a place may be another's by then."""

    plan_id: int
    exercise_id: str
