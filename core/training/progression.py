"""What the last sessions mean for the next one: repeat, step down, rebuild, step up, add a rep, add load.

Derived from the past alone, nothing is kept. Weekly undulation stands in `undulation.py`, increments in
`raising.py`, holds, carries and bare bodyweight in `measured.py`, bands and rounding in `prescribing.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.model.athlete import Goal, Level, OneRepMax, Provenance
from core.model.session import Reason
from core.training import reason_codes as codes
from core.training.aims import Aim, Case, again, at_rung
from core.training.bodyweight import body_share_g
from core.training.goals import STRENGTH_ENDURANCE
from core.training.ladder import CAUTIOUS_RUNG, LAST_RUNG, rung_after_failures, rung_of, start_rung
from core.training.one_rep_max import session_value
from core.training.outcomes import Outcome, reserve_reckoned
from core.training.raising import lowered, raised, with_reason
from core.units import Load

COMFORTABLE = {Level.BEGINNER: 2, Level.INTERMEDIATE: 1, Level.EXPERIENCED: 1}  # RIR: S29, 5.2, 5.3


def start(case: Case) -> Aim:
    """The first session of an exercise under a goal, on the rung its evidence allows. Source: 4.3, 5.1."""
    rung = start_rung(case.goal, case.best, case.today)
    aim = at_rung(case, rung)
    if case.maximum is None or case.best is None:
        return aim
    percent = aim.share or 0.0
    if case.goal is Goal.FOUNDATION:
        return aim
    if rung == 0 and case.best.provenance in (Provenance.TESTED, Provenance.STATED):
        told = Reason.of(codes.START_BY_MAP, max=case.maximum, reps=aim.reps, share=percent)
    elif case.reference is not None:
        told = Reason.of(
            codes.START_RUNG_RATIO,
            from_exercise=case.reference.exercise_id,
            max=case.maximum,
            reps=aim.reps,
            rung=rung,
            share=percent,
        )
    else:
        estimated = case.best.provenance is Provenance.ESTIMATED
        code = codes.START_RUNG_ESTIMATED if estimated else codes.START_RUNG_OLD
        told = Reason.of(code, reps=aim.reps, rung=rung, share=percent)
    return with_reason(aim, told)


def go_on(case: Case) -> Aim:
    """The next session after at least one under this goal. Source: training.md 4.3, 5.1-5.5."""
    newest = case.outcomes[-1]
    if newest.line.pained:
        return _after_pain(case, newest)
    if newest.failed:
        return after_failure(case)
    if newest.missed:
        return repeat_after_miss(case, newest)
    if not newest.done:
        told = Reason.of(codes.REPEAT_UNFINISHED, asked_sets=newest.line.asked_sets, done_sets=newest.sets)
        return again(case, told)
    return after_success(case, newest)


def _after_pain(case: Case, newest: Outcome) -> Aim:
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
        return aim  # already taken down when that session ended
    body = body_share_g(case.exercise, case.athlete.bodyweight_g)
    value = session_value(newest.line.sets, case.level, None, body)
    shown = value.g if value is not None and value.g < old.g else round(0.9 * old.g)
    new = Load(round(old.g + 0.5 * (shown - old.g)), old.unit)
    told = Reason.of(codes.MAX_REESTIMATED, max=new, old=old)
    return replace(aim, maximum=new, reasons=(told,))


def comfortable(case: Case, outcomes: Sequence[Outcome]) -> bool:
    """Whether the newest of these sessions was done in full with reps to spare (S29)."""
    reserve = reserve_reckoned(outcomes, beginner=case.level is Level.BEGINNER)
    return outcomes[-1].done and reserve is not None and reserve >= needed_reserve(case)


def needed_reserve(case: Case) -> int:
    """Reps in reserve that count as comfortable: 2 in foundation and for beginners, then 1."""
    return 2 if case.goal is Goal.FOUNDATION else COMFORTABLE[case.level]


def twice_comfortable(case: Case) -> bool:
    """Whether the last two sessions, on one rung, were both comfortable: time for a rung up (4.3)."""
    outcomes = case.outcomes
    if len(outcomes) < 2 or outcomes[-2].line.rung != case.rung:
        return False
    return comfortable(case, outcomes) and comfortable(case, outcomes[:-1])


def step_up(case: Case) -> Aim:
    """One rung up, never below the load that was just done."""
    rung = case.rung - 1
    aim = at_rung(case, rung)
    told = Reason.of(codes.STEP_UP, reps=aim.reps, rest_s=aim.rest_s, rung=rung)
    load = case.outcomes[-1].load
    return replace(aim, load=load, at_least=load, reasons=(told,))


def after_success(case: Case, newest: Outcome) -> Aim:
    """The scheme of the level: linear for beginners, double progression after. Source: 5.1, 5.2."""
    held = _not_yet(case)
    if case.goal is Goal.FOUNDATION:
        return held or _foundation(case, newest)
    if case.rung > 0 and twice_comfortable(case):
        return step_up(case)
    if case.level is Level.BEGINNER and not changed_scheme(case):
        return held or _linear(case, newest)
    return two_for_two(case, case.outcomes) or held or _double(case, newest)


def _not_yet(case: Case) -> Aim | None:
    reserve = reserve_reckoned(case.outcomes, beginner=case.level is Level.BEGINNER)
    if reserve is None:
        return again(case, Reason.of(codes.REPEAT_UNSAID))
    if reserve < needed_reserve(case):
        return again(case, Reason.of(codes.REPEAT_HARD, reserve=reserve))
    return None


def two_for_two(case: Case, outcomes: Sequence[Outcome]) -> Aim | None:
    """Two reps over target in the last set, twice running at one load: heavier, same reps. Source: NSCA."""
    if len(outcomes) < 2:
        return None
    before, newest = outcomes[-2:]
    same_load = before.load is not None and newest.load is not None and before.load.g >= newest.load.g
    if not (same_load and newest.done and before.done and newest.over >= 2 and before.over >= 2):
        return None
    return raised(case, newest, codes.RAISED_TWO_FOR_TWO, reps=newest.line.asked_reps)


def _linear(case: Case, newest: Outcome) -> Aim:
    """An increment every comfortable session; reps that had given way come back first."""
    asked = newest.line.asked_reps
    if asked < rung_of(case.rules, case.rung).reps:
        return again(case, Reason.of(codes.REP_ADDED, reps=asked + 1), reps=asked + 1)
    return raised(case, newest, codes.RAISED_LINEAR, reps=asked)


def _double(case: Case, newest: Outcome) -> Aim:
    """Reps up to the band's top at one load, then heavier and back to the map's reps."""
    asked, top = newest.line.asked_reps, case.rules.reps[1]
    if newest.worst >= top:
        return raised(case, newest, codes.RAISED_AT_TOP)
    more = min(top, max(asked + 1, newest.worst))
    return again(case, Reason.of(codes.REP_ADDED, reps=more), reps=more)


def _foundation(case: Case, newest: Outcome) -> Aim:
    """Sets to three, reps to twenty, then the smallest step of load and the base's reps. Source: 5.1."""
    line, rules = newest.line, case.rules
    aim = again(case)
    if line.asked_sets < rules.sets[1]:
        sets = line.asked_sets + 1
        return replace(aim, sets=sets, reasons=(Reason.of(codes.SET_ADDED, sets=sets),))
    if rules is not STRENGTH_ENDURANCE and line.asked_reps < rules.reps[1]:
        # in threes: one rep at a time would outlast the four weeks
        reps = min(rules.reps[1], line.asked_reps + 3)
        return replace(aim, reps=reps, reasons=(Reason.of(codes.REP_ADDED, reps=reps),))
    return raised(case, newest, codes.RAISED_LINEAR, reps=rules.default_reps)


def changed_scheme(case: Case) -> bool:
    """Whether a beginner's linear scheme has been reset twice, so that double progression follows (5.5)."""
    resets = 0
    for before, after in zip(case.outcomes, case.outcomes[1:], strict=False):
        if before.failed and before.load and after.load and after.load.g <= 0.92 * before.load.g:
            resets += 1
    return resets >= 2
