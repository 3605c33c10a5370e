"""Loads nobody may be asked to lift: above the maximum, more after a miss, or a jump too big.

Which words mean pain is the texts' business; ending an exercise stands in `in_session.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.model.exercise import Exercise, Pattern
from core.model.session import Reason
from core.training import reason_codes as codes
from core.training.steps import LoadSteps
from core.units import Load

BIGGEST_JUMP = 0.10  # training.md 5.4


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a wished load may be put on; `load` is the heaviest that may, None when nothing is known."""

    allowed: bool
    load: Load | None
    reasons: tuple[Reason, ...] = ()


def allow_load(
    wish: Load,
    steps: LoadSteps,
    *,
    last: Load | None = None,
    missed: bool = False,
    maximum: Load | None = None,
) -> Verdict:
    """Whether the athlete's own wish for a load is granted.

    `last` is the load of the session before, `missed` whether a set of it fell short, `maximum` the
    1RM in the logged number (body mass taken off). Refused: above the maximum, above `last` after a
    miss, and over 10 % above `last` unless it is the very next step. Source: S27, S29, 5.4, G30.
    """
    if maximum is not None and wish.g > maximum.g:
        return Verdict(False, _lightest_of(steps.at_or_below(maximum), last), (_above(maximum),))
    if last is None or wish.g <= last.g:
        return Verdict(True, wish)
    if missed:
        return Verdict(False, last, (Reason.of(codes.RAISED_AFTER_MISS, last=last),))
    most = biggest_step(steps, last)
    if wish.g > most.g:
        return Verdict(False, most, (Reason.of(codes.JUMP_TOO_BIG, last=last, most=most),))
    return Verdict(True, wish)


def biggest_step(steps: LoadSteps, last: Load) -> Load:
    """The heaviest load that one session may rise to: 10 % up, or the next step where that is more."""
    within = steps.at_or_below(Load(round(last.g + abs(last.g) * BIGGEST_JUMP), last.unit))
    if within is not None and within.g > last.g:
        return within
    return steps.next_up(last) or last


def _above(maximum: Load) -> Reason:
    return Reason.of(codes.ABOVE_ONE_REP_MAX, max=maximum)


def _lightest_of(one: Load | None, other: Load | None) -> Load | None:
    known = [load for load in (one, other) if load is not None]
    return min(known, default=None)


def squat_blocked(exercise: Exercise, can_squat: bool | None) -> bool:
    """Whether this loaded squat or lunge must wait for ten comfortable bodyweight squats. Source: S28."""
    return can_squat is False and exercise.takes_load and exercise.pattern in (Pattern.SQUAT, Pattern.LUNGE)
