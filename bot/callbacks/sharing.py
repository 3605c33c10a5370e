"""The buttons that give a session away, and the one that ends its link."""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks.wire import Press, button


@button("yp")
@dataclass(frozen=True, slots=True)
class SharePlan(Press):
    """Give the plan away."""

    plan_id: int


@button("yr")
@dataclass(frozen=True, slots=True)
class ShareRoutine(Press):
    """Give a routine away."""

    routine_id: int


@button("yw")
@dataclass(frozen=True, slots=True)
class ShareWorkout(Press):
    """Give away what was done in a workout."""

    workout_id: int


@button("yx")
@dataclass(frozen=True, slots=True)
class StopSharing(Press):
    """End a link."""

    share_id: int
