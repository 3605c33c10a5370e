"""Work without a load to move: bare bodyweight, holds and carries progress by what is counted.

Loaded exercises counted in reps are not here: see `progression.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.model.athlete import Goal, Level
from core.model.exercise import Pattern
from core.model.session import Measure, Reason
from core.training import reason_codes as codes
from core.training.past.outcomes import Outcome
from core.training.progress.aims import Aim, Case, again, at_rung
from core.training.progress.progression import comfortable, start
from core.training.progress.raising import lowered, raised
from core.training.progress.setbacks import after_failure, failures_in_a_row, repeat_after_miss


@dataclass(frozen=True, slots=True)
class Span:
    """What is counted: where it starts, where a harder variant follows, and how it grows."""

    start: int
    top: int
    step: int


BANDS = ("light", "medium", "heavy")  # a band's resistance by its step, as makers name them (ours)
FIRST_BAND = {None: 0, Level.BEGINNER: 0, Level.INTERMEDIATE: 1, Level.EXPERIENCED: 2}  # ours
_OF_BANDS = frozenset({codes.BAND_REPS, codes.HEAVIER_BAND, codes.LIGHTER_BAND, codes.AFTER_PAIN})
SECONDS = Span(20, 60, 5)  # ours
METRES = Span(20, 40, 5)  # ours
FIRST_SQUATS = 6  # for who has not ten yet (ours)
FAR_OFF = 0.75  # of what was asked: less than that no rest makes up for (ours)
BELOW_BASE_RESERVE = 1  # reps left that earn the next one while the base itself is not reached (ours)


def span_of(case: Case) -> Span:
    """The span of this exercise: seconds, metres, or the goal's own reps (foundation from its fewest)."""
    measure = case.exercise.measure
    if measure is not Measure.REPS:
        return SECONDS if measure is Measure.SECONDS else METRES
    low, high = case.rules.reps
    return Span(low if case.goal is Goal.FOUNDATION else case.rules.default_reps, high, 1)


def measured_aim(case: Case) -> Aim:
    """The next session of an exercise without a load, or of a carry. Source: training.md 5.9 (ours)."""
    aim = _counted_aim(case)
    if not case.exercise.by_band or any(told.code in _OF_BANDS for told in aim.reasons):
        return aim
    told = Reason.of(codes.SAME_BAND) if case.newest is not None else _first_band(case)
    return replace(aim, reasons=(*aim.reasons, told))


def _first_band(case: Case) -> Reason:
    """Which band to begin with; what makes it right is told along, for no two makers' are alike. Ours."""
    step = FIRST_BAND[case.level] + (case.goal is Goal.STRENGTH)
    return Reason.of(codes.BAND_REPS, band=BANDS[min(step, len(BANDS) - 1)], reps=span_of(case).start)


def _counted_aim(case: Case) -> Aim:
    span, newest = span_of(case), case.newest
    if newest is None:
        if case.exercise.takes_load:
            aim = start(case)
            return replace(aim, reps=span.start, reasons=tuple(_counting(one, span) for one in aim.reasons))
        if case.athlete.can_squat is False and case.exercise.pattern is Pattern.SQUAT:
            # down to a chair and up, a rep more each time, until ten are easy (S28, G19)
            told = Reason.of(codes.SQUAT_NOT_READY)
            return replace(at_rung(case, 0), reps=FIRST_SQUATS, reasons=(told,))
        told = Reason.of(_beginning(case), reps=span.start)
        if case.exercise.by_band and told.code == codes.BODYWEIGHT_REPS:
            told = _first_band(case)
        return replace(at_rung(case, 0), reps=span.start, reasons=(told,))
    if newest.line.pained:
        return replace(_easier(case, newest), reasons=(Reason.of(codes.AFTER_PAIN),))
    if newest.missed:
        if case.exercise.takes_load and newest.failed:
            return replace(after_failure(case), reps=span.start)
        return _after_miss(case, newest)
    if not newest.done:
        told = Reason.of(codes.REPEAT_UNFINISHED, asked_sets=newest.line.asked_sets, done_sets=newest.sets)
        return again(case, told)
    return _after_success(case, newest, span)


def _beginning(case: Case) -> str:
    """What is said of a first session without a load: for strength that its share is unknown (5.9)."""
    if case.goal is Goal.STRENGTH and case.exercise.measure is Measure.REPS:
        return codes.UNLOADED_STRENGTH
    return codes.BODYWEIGHT_REPS


def _counting(told: Reason, span: Span) -> Reason:
    """A start's reason that says metres or seconds where it said reps."""
    return Reason.of(told.code, **{**dict(told.values), "reps": span.start})


def _after_miss(case: Case, newest: Outcome) -> Aim:
    """Once: the same with more rest. Twice, or far off: what was reached, an easier variant named (S14).

    There is no load to take off, so a target missed by more than a quarter is not asked again at all.
    """
    before = case.outcomes[-2] if len(case.outcomes) > 1 else None
    far = newest.second < FAR_OFF * newest.line.asked_reps
    twice = before is not None and before.missed and before.line.asked_reps <= newest.line.asked_reps
    if not far and not twice:
        return repeat_after_miss(case, newest)
    reached = max(1, min(newest.line.asked_reps, newest.second))
    if failures_in_a_row(case.outcomes):
        reached = max(1, newest.worst)
    code = codes.LIGHTER_BAND if case.exercise.by_band else codes.EASIER_VARIANT
    aim = again(case, Reason.of(code, reps=reached), reps=reached)
    return replace(aim, sets=max(aim.sets, min(case.rules.default_sets, case.rules.sets[1])))


def _easier(case: Case, newest: Outcome) -> Aim:
    lighter = lowered(case, newest, 0.9)
    return replace(again(case), load=lighter, ceiling=newest.load)


def _after_success(case: Case, newest: Outcome, span: Span) -> Aim:
    line = newest.line
    if line.asked_reps < span.start and (newest.reserve or 0) >= BELOW_BASE_RESERVE:
        # still on the way up to where others begin: a rep each time one is left
        return again(case, Reason.of(codes.REP_ADDED, reps=line.asked_reps + 1), reps=line.asked_reps + 1)
    if not comfortable(case, case.outcomes):
        unsaid = newest.reserve is None
        told = Reason.of(codes.REPEAT_UNSAID) if unsaid else _hard(newest)
        return again(case, told)
    if case.goal is Goal.FOUNDATION and line.asked_sets < case.rules.sets[1]:
        sets = line.asked_sets + 1
        return replace(again(case), sets=sets, reasons=(Reason.of(codes.SET_ADDED, sets=sets),))
    if line.asked_reps < span.top:
        reps = min(span.top, line.asked_reps + span.step)
        return again(case, Reason.of(codes.REP_ADDED, reps=reps), reps=reps)
    if case.exercise.takes_load and newest.load is not None:
        return raised(case, newest, codes.RAISED_LINEAR, reps=span.start)
    if case.exercise.by_band:
        # the next band is the next load: the reps begin anew (5.9)
        return again(case, Reason.of(codes.HEAVIER_BAND, reps=span.start), reps=span.start)
    return again(case, Reason.of(codes.HARDER_VARIANT, reps=span.top))


def _hard(newest: Outcome) -> Reason:
    return Reason.of(codes.REPEAT_HARD, reserve=newest.reserve or 0)


def rested(case: Case) -> Aim:
    """The first session back after time off: the base again, or less where less was done; no load rises."""
    newest, start_at = case.newest, span_of(case).start
    if newest is None:
        return replace(at_rung(case, case.rung), reps=start_at)
    done = max(1, min(newest.worst, newest.line.asked_reps))
    return replace(at_rung(case, case.rung), reps=min(start_at, done), ceiling=newest.load)
