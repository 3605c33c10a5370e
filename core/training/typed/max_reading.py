"""What an onboarding answer may say: maxima, not knowing, or an impossible answer and why.

How answers are read is not here: see `max_notation.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.units import Load


class BadAnswer(StrEnum):
    """Why an answer is refused."""

    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    TOO_LIGHT = "too_light"
    TOO_HEAVY = "too_heavy"
    TOO_PRECISE = "too_precise"
    TOO_MANY_REPS = "too_many_reps"
    OUT_OF_RANGE = "out_of_range"
    UNKNOWN_LIFT = "unknown_lift"
    WHICH_LIFT = "which_lift"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class TypedMax:
    """One lift's answer: a maximum when `reps` is 1, else a recent set to estimate it from.

    With `on_body` the load was told as what the body carries: `bw+20`, or none at `bwx8`; below zero is help.
    """

    exercise_id: str
    load: Load
    reps: int = 1
    on_body: bool = False


@dataclass(frozen=True, slots=True)
class Maxes:
    """All lifts told, in the order typed; `by_habit`: three bare numbers, taken as squat, bench, deadlift.

    `strangers` are names `resolve` did not know; their numbers are left out, so say so.
    """

    lifts: tuple[TypedMax, ...]
    by_habit: bool = False
    strangers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DontKnow:
    """Said "no idea" or "skip": the first session calibrates."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An impossible answer; `word` is the piece it hangs on, in plain spelling."""

    why: BadAnswer
    word: str = ""


MaxReading = Maxes | DontKnow | Rejected
