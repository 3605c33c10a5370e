"""What follows a session that went wrong: pain, a missed set, a failed session, a ladder at its end.

Sessions that were done stand in `progression.py`, misses inside a session in `prescription/in_session.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.model.athlete import OneRepMax, Provenance
from core.model.session import Reason
from core.training import reason_codes as codes
from core.training.ladder import CAUTIOUS_RUNG, LAST_RUNG, rung_after_failures, rung_of
from core.training.past.bodyweight import body_share_g
from core.training.past.one_rep_max import session_value
from core.training.past.outcomes import Outcome
from core.training.progress.aims import Aim, Case, again, at_rung
from core.training.progress.raising import lowered
from core.units import Load


def after_pain(case: Case, newest: Outcome) -> Aim:
    """A tenth off after an exercise that ended by pain. Source: S27, training.md 7.4 (the part ours)."""
    lighter = lowered(case, newest, 0.9)
    return replace(again(case, Reason.of(codes.AFTER_PAIN), load=lighter), ceiling=newest.load)


def repeat_after_miss(case: Case, newest: Outcome) -> Aim:
    """The same again with the longest rest, for rest is the first thing to give (S15); no more load (S27).

    Missed twice running, the reps give way to what the second set reached: no target that proved
    impossible is asked three times (S14).
    """
    rest_s, asked = case.rules.rest_s[1], newest.line.asked_reps
    if misses_in_a_row(case.outcomes) >= 2:
        reps = max(case.rules.reps[0], min(asked - 1, newest.second))
        aim = again(case, Reason.of(codes.TARGET_EASED, reps=reps), reps=min(reps, asked))
    else:
        aim = again(case, Reason.of(codes.REPEAT_AFTER_MISS, reps=asked, rest_s=rest_s, worst=newest.worst))
    return replace(aim, rest_s=rest_s, ceiling=newest.load)


def misses_in_a_row(outcomes: Sequence[Outcome]) -> int:
    """Sessions at the end of the past that missed the very same reps at the very same load."""
    newest = outcomes[-1]
    count = 0
    for outcome in reversed(outcomes):
        same = outcome.load == newest.load and outcome.line.asked_reps == newest.line.asked_reps
        if not (outcome.missed and same):
            break
        count += 1
    return count


def failures_in_a_row(outcomes: Sequence[Outcome]) -> int:
    """Failed sessions at the end of the past; climbing back up the ladder in between starts anew."""
    count = 0
    rung = LAST_RUNG
    for outcome in reversed(outcomes):
        if not outcome.failed or outcome.line.rung > rung:
            break
        count, rung = count + 1, outcome.line.rung
    return count


def after_failure(case: Case) -> Aim:
    """First failure: repeat. Second: down the ladder. Third: 10 % off as well. Last rung: the 1RM was wrong.

    Source: training.md 4.3, 5.5 (StrongLifts and Starting Strength convention).
    """
    newest = case.outcomes[-1]
    failed = failures_in_a_row(case.outcomes)
    if newest.line.rung >= LAST_RUNG and case.maximum is not None and case.best is not None:
        return _reestimated(case, newest, case.maximum, case.best)
    return stepped_down(case, newest, failed) if failed >= 2 else repeat_after_miss(case, newest)


def stepped_down(case: Case, newest: Outcome, failed: int) -> Aim:
    """Down to the first rung whose reps the second set reached; from the third failure on 10 % off."""
    rung = rung_after_failures(case.rules, newest.line.rung, newest.second)
    aim = at_rung(case, rung)
    told = [Reason.of(codes.STEP_DOWN, reps=aim.reps, rest_s=aim.rest_s, rung=rung)]
    part = rung_of(case.rules, rung).share / rung_of(case.rules, newest.line.rung).share
    if failed >= 3:
        part = 0.9
        told.append(Reason.of(codes.RESET_LOAD, failed=failed, percent=10))
    lighter = lowered(case, newest, min(part, 1.0)) if part < 1.0 else newest.load
    share = aim.share if failed < 3 else None
    return replace(aim, share=share, load=lighter, ceiling=newest.load, reasons=tuple(told))


def _reestimated(case: Case, newest: Outcome, old: Load, best: OneRepMax) -> Aim:
    """Failing the last rung proves the maximum too high: halfway down to what was shown, rung 2 or 3."""
    rung = CAUTIOUS_RUNG.get(case.goal, 0)
    aim = replace(at_rung(case, rung), load=lowered(case, newest, 0.95), ceiling=newest.load)
    if best.provenance is Provenance.ESTIMATED and best.known_at.date() >= newest.line.trained_on:
        # already taken down when that session ended
        return replace(aim, reasons=(Reason.of(codes.MAX_TAKEN_DOWN, max=best.load),))
    body = body_share_g(case.exercise, case.athlete.bodyweight_g)
    value = session_value(newest.line.sets, case.level, None, body)
    shown = value.g if value is not None and value.g < old.g else round(0.9 * old.g)
    new = Load(round(old.g + 0.5 * (shown - old.g)), old.unit)
    told = Reason.of(codes.MAX_REESTIMATED, max=new, old=old)
    return replace(aim, maximum=new, reasons=(told,))
