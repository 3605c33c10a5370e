"""Loads nobody may be asked to lift: above the maximum, more after a miss, or a jump too big.

Which words mean pain is the texts' business; ending an exercise stands in `prescription/in_session.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.model.athlete import Athlete, OneRepMax
from core.model.exercise import Exercise, Pattern
from core.model.session import Measure, Prescription, Reason
from core.model.workout import LoggedSet, SetKind
from core.training import reason_codes as codes
from core.training.loads.loading import load_steps
from core.training.loads.steps import LoadSteps
from core.training.past.bodyweight import body_share_g
from core.training.past.one_rep_max import estimate
from core.units import Load

BIGGEST_JUMP = 0.10  # training.md 5.4
FAR_LIFTED = 0.10  # above the maximum: what 5.6 calls an outlier; a test itself strays by 4 % (3.3)
FAR_SHOWN = 0.20  # above the maximum: twice the spread of what a set of reps shows, training.md 3.3
BELIEVED = 1.25  # of the maximum: a heavier set is a slip of the thumb until it is confirmed (ours)

# Just above what anyone has lifted raw in competition, in grams; of other lifts their highest ratio (ours).
_NOBODY_LIFTS_G = {
    "back_squat": 500_000, "bench_press": 360_000, "deadlift": 510_000, "overhead_press": 230_000,
}  # fmt: skip


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


def chosen_load(
    wish: Load, exercise: Exercise, athlete: Athlete, prescription: Prescription, done: Sequence[LoggedSet]
) -> Verdict:
    """Whether the athlete may put `wish` on for the coming sets of an exercise; lighter is always granted.

    `done` are its sets of this workout. Refused: more than the lightest load a set was missed at, more
    than the maximum, which is at least what was lifted today, and more than one jump of 10 % above the
    plan, in however many steps, unless as much was done today. Source: S27, G30, training.md 5.4.
    """
    steps = load_steps(exercise, athlete)
    whole = proved_max(exercise, athlete, prescription, done)
    if whole is not None:
        top = Load(whole.g - body_share_g(exercise, athlete.bodyweight_g), whole.unit)
        if wish.g > top.g:
            return allow_load(wish, steps, maximum=top.to(wish.unit))
    missed = lightest_missed(prescription, done)
    if missed is not None and wish.g > missed.g:
        return Verdict(False, missed, (Reason.of(codes.RAISED_AFTER_MISS, last=missed),))
    planned = prescription.load
    if planned is not None and wish.g > (most := _most_today(exercise, athlete, planned, done)).g:
        return Verdict(False, most, (Reason.of(codes.JUMP_TOO_BIG, last=planned, most=most),))
    return Verdict(True, wish)


def _most_today(exercise: Exercise, athlete: Athlete, planned: Load, done: Sequence[LoggedSet]) -> Load:
    """The most of one session: a jump above the plan, body mass counted, or what was lifted today."""
    steps, body = load_steps(exercise, athlete), body_share_g(exercise, athlete.bodyweight_g)
    jump = Load(planned.g + int(BIGGEST_JUMP * max(planned.g + body, 0)), planned.unit)
    within = steps.at_or_below(jump)
    most = within if within is not None and within.g > planned.g else steps.next_up(planned) or planned
    work = (one for one in done if one.kind is not SetKind.WARM_UP and one.reps)
    lifted = (one.load for one in work if one.load is not None)
    return max((most, *lifted), key=lambda load: load.g)


def lightest_missed(prescription: Prescription, done: Iterable[LoggedSet]) -> Load | None:
    """The lightest load at which a work set fell short of its target today, None when none did."""
    loads = [
        one.load
        for one in done
        if one.load is not None
        and one.kind not in (SetKind.WARM_UP, SetKind.DROP)
        and one.reps < (one.target.reps if one.target is not None else prescription.reps)
    ]
    return min(loads, default=None)


def proved_max(
    exercise: Exercise, athlete: Athlete, prescription: Prescription, done: Iterable[LoggedSet]
) -> Load | None:
    """The maximum today's sets are held against: the planned one, or a heavier load that was lifted.

    Body mass is counted where it is lifted along. None when no maximum is known. Source: S27.
    """
    known = prescription.one_rep_max
    if known is None or prescription.measure is not Measure.REPS:
        return known
    body, proved, believed_g = body_share_g(exercise, athlete.bodyweight_g), known, BELIEVED * known.g
    for one in done:
        if one.load is None or one.reps < 1 or one.kind is SetKind.WARM_UP:
            continue
        if proved.g < one.load.g + body <= believed_g:
            proved = Load(one.load.g + body, one.load.unit)
    return proved


def believable(load: Load, reps: int, best: OneRepMax, rir: float = 0) -> bool:
    """Whether a set can be what it says, by a maximum that is known; else it is asked about, never believed.

    Not so over 10 % above the maximum, which is an outlier (a record of a few per cent is none), nor where
    its reps show a fifth more than that: twice what such a reckoning errs. Source: training.md 3.3, 5.6, G34.
    """
    if reps < 1 or load.g <= 0:
        return True
    if load.g > best.load.g * (1 + FAR_LIFTED):
        return False
    shown = estimate(load, reps, rir)
    return shown is None or shown.g <= best.load.g * (1 + FAR_SHOWN)


def beyond_anyone(exercise: Exercise, load: Load) -> bool:
    """Whether nobody has ever lifted so much of this exercise: to be asked about when told as a maximum.

    False where neither it nor its reference lift has a bound. Source: raw records of powerlifting, ours.
    """
    most_g = _NOBODY_LIFTS_G.get(exercise.id)
    if most_g is None and exercise.ref_lift in _NOBODY_LIFTS_G and exercise.ratio_high is not None:
        most_g = round(_NOBODY_LIFTS_G[exercise.ref_lift] * exercise.ratio_high)
    return most_g is not None and load.g > most_g


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
