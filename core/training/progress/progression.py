"""What the last sessions mean for the next one: repeat, step down, rebuild, step up, add a rep, add load.

Derived from the past alone, nothing is kept. Misses and failures stand in `setbacks.py`, weekly undulation
in `undulation.py`, increments in `raising.py`, holds, carries and bare bodyweight in `measured.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.model.athlete import Goal, Level, Provenance
from core.model.session import Reason
from core.model.workout import SetKind
from core.training import reason_codes as codes
from core.training.goals import STRENGTH_ENDURANCE
from core.training.ladder import rung_of, start_rung
from core.training.past.outcomes import Outcome, reserve_reckoned
from core.training.progress.aims import Aim, Case, Scheme, again, at_rung
from core.training.progress.raising import biggest_jump, has_small_step, lowered, raised, with_reason
from core.training.progress.setbacks import after_failure, after_pain, repeat_after_miss
from core.units import Load

BASE_LIGHTER = 0.95  # what is left of a foundation load that leaves too few reps: 5.1's step back (ours)
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
        return after_pain(case, newest)
    if newest.failed:
        return after_failure(case)
    if newest.missed:
        return repeat_after_miss(case, newest)
    if not newest.done:
        return again(case, _unfinished(newest))
    return after_success(case, newest)


def _unfinished(newest: Outcome) -> Reason:
    """Why a session with no rep missing counts as not done: too few sets, or far lighter ones alone."""
    light = [done.load for done in newest.line.sets if done.kind not in (SetKind.WARM_UP, SetKind.DROP)]
    if newest.sets == 0 and light[-1] is not None:
        return Reason.of(codes.REPEAT_FAR_LIGHTER, load=light[-1])
    return Reason.of(codes.REPEAT_UNFINISHED, asked_sets=newest.line.asked_sets, done_sets=newest.sets)


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
    """One rung up, never below the load that was just done, nor over one jump of 5.4 above it.

    A beginner's load goes up with it as after every comfortable session, unless the reps do (5.1).
    """
    rung, newest = case.rung - 1, case.outcomes[-1]
    aim, load = at_rung(case, rung), newest.load
    told = Reason.of(codes.STEP_UP, reps=aim.reps, rest_s=aim.rest_s, rung=rung)
    ceiling = None if load is None else biggest_jump(case, load)
    least = load
    if case.scheme is Scheme.LINEAR and aim.reps <= newest.line.asked_reps:
        least = raised(case, newest, codes.RAISED_LINEAR, reps=aim.reps).load
    return replace(aim, load=load, at_least=least, ceiling=ceiling, before=newest, reasons=(told,))


def after_success(case: Case, newest: Outcome) -> Aim:
    """The scheme of the level: linear for beginners, double progression after. Source: 5.1, 5.2."""
    held = _not_yet(case)
    if case.goal is Goal.FOUNDATION:
        return held or _foundation(case, newest)
    if case.rung > 0 and twice_comfortable(case):
        return step_up(case)
    if case.scheme is Scheme.LINEAR:
        return held or _linear(case, newest)
    return two_for_two(case, case.outcomes) or held or _double(case, newest)


def _not_yet(case: Case) -> Aim | None:
    reserve = reserve_reckoned(case.outcomes, beginner=case.level is Level.BEGINNER)
    if reserve is None:
        return again(case, Reason.of(codes.REPEAT_UNSAID))
    if reserve >= needed_reserve(case):
        return None
    if case.goal is Goal.FOUNDATION and _too_heavy_a_base(case):
        newest = case.outcomes[-1]
        lighter = lowered(case, newest, BASE_LIGHTER)
        if lighter is not None and newest.load is not None:
            by = Load(newest.load.g - lighter.g, case.steps.unit)
            aim = again(case, Reason.of(codes.LOWERED_BY_RESERVE, by=by), load=lighter)
            return replace(aim, ceiling=lighter)
    return _hard_again(case, reserve)


def _hard_again(case: Case, reserve: float) -> Aim:
    """The same once more; hard twice running, with the longest rest, the first thing to give (S15)."""
    newest, rest_s = case.outcomes[-1], case.rules.rest_s[1]
    aim = again(case, Reason.of(codes.REPEAT_HARD, reserve=reserve))
    twice = any(
        (before.load, before.line.asked_reps) == (newest.load, newest.line.asked_reps)
        for before in case.outcomes[-2:-1]
    )
    if not twice or aim.rest_s >= rest_s:
        return aim
    longer = Reason.of(codes.REST_LENGTHENED, rest_s=rest_s)
    return replace(aim, rest_s=rest_s, reasons=(*aim.reasons, longer))


def _too_heavy_a_base(case: Case) -> bool:
    """Whether foundation's own reps leave nothing, or twice too little: 3 to 4 are meant to be left."""
    last = [
        past.reserve
        for past in case.outcomes[-2:]
        if past.load == case.outcomes[-1].load and past.line.asked_reps <= case.rules.default_reps
    ]
    needed = needed_reserve(case)
    hard = [reserve is not None and reserve < needed for reserve in last]
    return bool(last) and (last[-1] == 0 or (len(last) == 2 and all(hard)))


def two_for_two(case: Case, outcomes: Sequence[Outcome]) -> Aim | None:
    """Two reps over target in the last set, twice running at one load: heavier, same reps. Source: NSCA.

    The target that counts is the lower of both: it rose after the first time, the aim did not.
    """
    if len(outcomes) < 2:
        return None
    before, newest = outcomes[-2:]
    same_load = before.load is not None and newest.load is not None and before.load.g >= newest.load.g
    target = min(before.line.asked_reps, newest.line.asked_reps)
    twice = before.last >= target + 2 and newest.last >= target + 2 and before.over >= 2
    if not (same_load and newest.done and before.done and twice):
        return None
    return raised(case, newest, codes.RAISED_TWO_FOR_TWO, reps=target)


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
    """Sets to three, reps to twenty, then the smallest step of load and the base's reps. Source: 5.1.

    Twice easy, with three sets, a step within 10 % comes at once: reps are banked for bigger ones.
    """
    line, rules = newest.line, case.rules
    aim = again(case)
    if line.asked_sets < rules.sets[1]:
        sets = line.asked_sets + 1
        return replace(aim, sets=sets, reasons=(Reason.of(codes.SET_ADDED, sets=sets),))
    if _easy_twice(case) and has_small_step(case, newest.load):
        return raised(case, newest, codes.RAISED_LINEAR, reps=line.asked_reps)
    if rules is not STRENGTH_ENDURANCE and line.asked_reps < rules.reps[1]:
        # in threes: one rep at a time would outlast the four weeks
        reps = min(rules.reps[1], line.asked_reps + 3)
        return replace(aim, reps=reps, reasons=(Reason.of(codes.REP_ADDED, reps=reps),))
    return raised(case, newest, codes.RAISED_LINEAR, reps=rules.default_reps)


def _easy_twice(case: Case) -> bool:
    """Whether the last two sessions, every set done, were plainly easy: as much left as the base means."""
    least = case.rules.rir[case.level][0]
    last = case.outcomes[-2:]
    return len(last) == 2 and all(past.done and (past.reserve or 0) >= least for past in last)
