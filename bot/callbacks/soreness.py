"""The buttons of a part of the body that hurts: spare it, and does it still?"""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks.wire import Press, button
from core.model.soreness import BodyPart, Side


@button("sp")
@dataclass(frozen=True, slots=True)
class SparePart(Press):
    """Spare the parts that were named, written by `coded`, and end the exercise in hand.

    `workout_id` is 0 between two workouts.
    """

    workout_id: int
    exercise_index: int
    parts: str


@button("sy")
@dataclass(frozen=True, slots=True)
class AskPart(Press):
    """Whether a part still hurts: None asks, no plans what loads it again; `plan_id` is 0 off a plan."""

    plan_id: int
    part: BodyPart
    side: Side | None = None
    hurts: bool | None = None
