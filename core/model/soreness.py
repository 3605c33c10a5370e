"""Where it hurts: a part of the body and its side, and how both are written in a button or a row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BodyPart(StrEnum):
    """A part that exercises load, as lifters name it."""

    SHOULDER = "shoulder"
    ELBOW = "elbow"
    WRIST = "wrist"
    NECK = "neck"
    BACK = "back"
    HIP = "hip"
    KNEE = "knee"
    ANKLE = "ankle"


class Side(StrEnum):
    """Which of two; the back and the neck have none."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class SorePart:
    """A part that hurts. `side` is None when it was not said, or both hurt.

    `exercise_id` is what was done when it was told, None between two workouts.
    """

    part: BodyPart
    side: Side | None = None
    exercise_id: str | None = None

    @property
    def code(self) -> str:
        """`left_knee`, `back`: what buttons and reasons carry."""
        return self.part.value if self.side is None else f"{self.side.value}_{self.part.value}"


MOST_TOLD = 3  # parts that one message may name; more would not fit a button


def coded(parts: tuple[SorePart, ...]) -> str | None:
    """Several parts in one word for a button, None for none."""
    return "+".join(one.code for one in parts[:MOST_TOLD]) or None


def decoded(code: str | None) -> tuple[SorePart, ...]:
    """The parts that `coded` wrote. Raises ValueError for anything else."""
    return tuple(_part(each) for each in code.split("+")[:MOST_TOLD]) if code else ()


def _part(code: str) -> SorePart:
    side, _, part = code.rpartition("_")
    return SorePart(BodyPart(part), Side(side) if side else None)
