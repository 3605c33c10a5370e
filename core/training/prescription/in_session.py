"""The next set, by what the sets before it showed: rest, load and reps give way in that order.

What a whole session means for the next one is not here: see `progress/progression.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.model.athlete import Athlete, Goal
from core.model.exercise import Exercise
from core.model.session import Measure, Prescription, Reason, SetTarget
from core.model.workout import LoggedSet, SetKind
from core.training import reason_codes as codes
from core.training.goals import GoalRules, rules_for
from core.training.loads.loading import Ruler, load_steps
from core.training.loads.safety import biggest_step, lightest_missed, proved_max
from core.training.loads.steps import LoadSteps
from core.training.past.outcomes import FAR_LIGHTER
from core.training.prescription.explaining import share_told, standing
from core.units import Load

SHARE_A_REP = 0.025  # of 1RM for each missed rep, training.md 4.4
TOO_FEW_TWICE = 2
# Reps left by a load that is right while one is found; fast reps leave more than anybody counts (3.5).
_LEFT_WHEN_RIGHT = {Goal.FOUNDATION: (3, 4), Goal.POWER: (1, 99)}
SHORT_TO_FIND = 2  # reps short that make a load found too heavy (ours): one is day form
_SAME_G = 5  # pounds are rounded to a gram
HEAVIEST_SHARE = 0.97  # of 1RM for a work set: training.md 4.5


class Feedback(StrEnum):
    """How a weight felt that was tried without a known maximum."""

    TOO_LIGHT = "light"
    RIGHT = "right"
    TOO_HEAVY = "heavy"


@dataclass(frozen=True, slots=True)
class NextSet:
    """The coming set. `target` None: the exercise is over. `rest_s` is to be rested before it, 0 at first.

    `set_number` counts from 1; `reasons` say what changed against the set before, `changes` all that
    stands against the plan, whichever set it came of.
    """

    target: SetTarget | None
    rest_s: int = 0
    set_number: int = 1
    reasons: tuple[Reason, ...] = ()
    changes: tuple[Reason, ...] = ()


def next_target(
    prescription: Prescription, exercise: Exercise, athlete: Athlete, done: Sequence[LoggedSet]
) -> NextSet:
    """What the next set asks after `done`, this exercise's work sets so far, oldest first.

    A set short by m reps: longest rest, 2.5·m % of 1RM off (not under the band's floor), and no more
    reps than were done plus one for each 2.5 % taken off. One done in full with nothing left, by RPE 10 or
    a failed rep more, gets the longest rest alone, the first thing to give way (ours). Two sets under the
    band end the exercise. Source: training.md 4.4, G24.
    """
    rules = rules_for(prescription.goal, athlete)
    work = [one for one in done if one.kind not in (SetKind.WARM_UP, SetKind.DROP)]
    target = SetTarget(prescription.load, prescription.reps, prescription.rest_s)
    reasons: tuple[Reason, ...] = ()
    changes: tuple[Reason, ...] = ()
    for at in range(len(work)):
        target, reasons = _after(prescription, rules, (exercise, athlete), target, work[: at + 1])
        safe = _safe(prescription, (exercise, athlete), target, work[: at + 1])
        if safe != target:
            reasons = tuple(_with_load(told, target.load, safe.load) for told in reasons)
            target = safe
        changes = standing(prescription, target, changes, reasons)
    if len(work) >= prescription.sets:
        return NextSet(None, target.rest_s, len(work))
    lowest = min(rules.reps[0], prescription.reps)
    if sum(one.reps < lowest for one in work) >= TOO_FEW_TWICE:
        told = Reason.of(codes.EXERCISE_ENDED, reps=lowest, sets=len(work))
        return NextSet(None, target.rest_s, len(work), (told,))
    changes += share_told((exercise, athlete), prescription, target, work)
    return NextSet(target, target.rest_s if work else 0, len(work) + 1, reasons, changes)


def _safe(
    prescription: Prescription, who: tuple[Exercise, Athlete], target: SetTarget, done: Sequence[LoggedSet]
) -> SetTarget:
    """The target at 97 % of the maximum at most; after a miss no more than that load, or than the plan.

    Source: S27, training.md 4.5.
    """
    if target.load is None or prescription.measure is not Measure.REPS:
        return target
    missed = lightest_missed(prescription, done)
    limits = [missed, prescription.load if missed is not None else None]
    maximum = proved_max(*who, prescription, done)
    if maximum is not None:
        limits.append(Ruler.of(*who, maximum).at_or_below(HEAVIEST_SHARE))
    most = min((limit for limit in limits if limit is not None), default=target.load)
    if target.load.g <= most.g:
        return target
    return replace(target, load=load_steps(*who).at_or_below(most) or target.load)


def _with_load(told: Reason, old: Load | None, new: Load | None) -> Reason:
    """A reason that speaks of the load as it was made safe."""
    values = {name: new if name == "load" and value == old and new else value for name, value in told.values}
    return Reason.of(told.code, **values)


def _after(
    prescription: Prescription,
    rules: GoalRules,
    who: tuple[Exercise, Athlete],
    asked: SetTarget,
    done: Sequence[LoggedSet],
) -> tuple[SetTarget, tuple[Reason, ...]]:
    """The target after the last set of `done`; what was really asked then goes before what was reckoned."""
    exercise, athlete = who
    one = done[-1]
    if one.target is not None:
        load = asked.load if one.target.load is None else one.target.load
        asked = SetTarget(load, min(one.target.reps, prescription.reps), asked.rest_s)
    short = asked.reps - one.reps
    if exercise.takes_load and prescription.load is None:
        return _finding(rules, (exercise, athlete), asked, one)
    own_rest = prescription.rest_s < rules.rest_s[0]  # trunk work rests less than its goal's lifts
    rest_s = asked.rest_s if own_rest else max(asked.rest_s, rules.rest_s[1])
    reasons = [Reason.of(codes.REST_LENGTHENED, rest_s=rest_s)] if rest_s > asked.rest_s else []
    if short <= 0:
        target, news = _kept(prescription, (exercise, athlete), asked, done)
        at_the_limit = one.reserve == 0 or one.kind is SetKind.FAILURE
        return (replace(target, rest_s=rest_s), (*reasons, *news)) if at_the_limit else (target, news)
    load, drop, told = _lighter(prescription, rules, who, one, short)
    if load is not None and asked.load is not None and one.load is not None and asked.load <= load < one.load:
        # More was put on than asked, and fell short: that says nothing against the load that was asked.
        load, drop = asked.load, _part_off(prescription, who, one.load, asked.load)
        told = [Reason.of(codes.LOAD_BACK, load=load, short=short)]
    reasons += told
    loaded = exercise.takes_load and prescription.measure is Measure.REPS
    lowest = min(rules.reps[0], prescription.reps) if loaded else 1
    reps = max(lowest, min(asked.reps, one.reps + int(drop / SHARE_A_REP + 1e-6)))
    if reps < asked.reps:
        reasons.append(Reason.of(codes.TARGET_LOWERED, reps=reps))
    return SetTarget(load, reps, rest_s), tuple(reasons)


def _kept(
    prescription: Prescription, who: tuple[Exercise, Athlete], asked: SetTarget, done: Sequence[LoggedSet]
) -> tuple[SetTarget, tuple[Reason, ...]]:
    """The last set was done. A load of the athlete's own choice stays, as near as the equipment makes it.

    Not so above 97 %, or after a jump too big beyond the plan; far lighter only once it is done twice
    running, for one such set is no plan.
    """
    (exercise, athlete), one = who, done[-1]
    if one.load is None or asked.load is None or one.load.g == asked.load.g:
        return asked, ()
    steps = load_steps(exercise, athlete)
    load = steps.nearest(one.load)
    twice = len(done) > 1 and done[-2].load == one.load
    far_lighter = asked.load.g > 0 and load.g < FAR_LIGHTER * asked.load.g
    if load.g == asked.load.g or (far_lighter and not twice):
        return asked, ()
    if load.g > asked.load.g:
        planned_g = prescription.load.g if prescription.load is not None else 0
        too_far = load.g > max(biggest_step(steps, asked.load).g, planned_g)
        if too_far or _share(prescription, who, load) > HEAVIEST_SHARE:
            return asked, ()
    return replace(asked, load=load), (_taken_over(load, one.load),)


def _taken_over(load: Load, lifted: Load | None) -> Reason:
    """Why the coming load is the one just lifted, or the one of the equipment that is nearest to it."""
    as_lifted = lifted is None or abs(load.g - lifted.g) <= _SAME_G
    return Reason.of(codes.LOAD_TAKEN_OVER if as_lifted else codes.LOAD_NEAREST, load=load)


def _share(prescription: Prescription, who: tuple[Exercise, Athlete], load: Load) -> float:
    if prescription.one_rep_max is None:
        return 0.0
    return Ruler.of(*who, prescription.one_rep_max).share(load)


def _lighter(
    prescription: Prescription,
    rules: GoalRules,
    who: tuple[Exercise, Athlete],
    one: LoggedSet,
    short: int,
) -> tuple[Load | None, float, list[Reason]]:
    """The load after a miss, the share of 1RM really taken off, and what to say of it."""
    base = one.load if one.load is not None else prescription.load
    if base is None or prescription.measure is not Measure.REPS:
        return base, 0.0, []
    steps = load_steps(*who)
    base = steps.at_or_below(base) or steps[0]
    maximum = proved_max(*who, prescription, (one,))
    if maximum is None:
        return _lighter_blind(steps, base, short)
    ruler = Ruler.of(*who, maximum)
    was, floor = ruler.share(base), rules.share[0]
    if was < floor - 1e-9:  # of the athlete's own choice: it is not raised after a miss
        own = not (prescription.deload or prescription.out_of_band)
        return base, 0.0, [_taken_over(base, one.load)] if own else []
    wanted = max(floor, was - SHARE_A_REP * short)
    found = ruler.nearest(wanted, floor, max(was, floor))
    if found is None or found.g > base.g:  # nothing lighter in the band: stay, the reps give way
        found = base
    if found.g == base.g:
        return base, 0.0, [Reason.of(codes.LOAD_AT_FLOOR, load=base, floor=floor)]
    return found, was - ruler.share(found), [Reason.of(codes.LOAD_LOWERED, load=found, short=short)]


def _part_off(prescription: Prescription, who: tuple[Exercise, Athlete], before: Load, after: Load) -> float:
    """What is taken off from one load to a lighter one: a share of 1RM, of the load where none is known."""
    if prescription.one_rep_max is None:
        return (before.g - after.g) / abs(before.g) if before.g else 0.0
    return _share(prescription, who, before) - _share(prescription, who, after)


def _lighter_blind(steps: LoadSteps, base: Load, short: int) -> tuple[Load | None, float, list[Reason]]:
    """No maximum is known: the same part of the load itself, at most 15 % off."""
    part = min(0.15, SHARE_A_REP * short)
    found = steps.at_or_below(Load(base.g - round(abs(base.g) * part), base.unit))
    if found is None or found.g >= base.g:
        return base, 0.0, []
    return found, part, [Reason.of(codes.LOAD_LOWERED, load=found, short=short)]


def _finding(
    rules: GoalRules, who: tuple[Exercise, Athlete], asked: SetTarget, one: LoggedSet
) -> tuple[SetTarget, tuple[Reason, ...]]:
    """While a load is being found, the last one done leads, moved by what it left (5.8)."""
    exercise, athlete = who
    if one.load is None:
        return replace(asked, load=None), ()
    low, high = _LEFT_WHEN_RIGHT.get(rules.goal, (1, 3))
    feedback = Feedback.RIGHT
    if one.reserve is not None and not low <= one.reserve <= high:
        feedback = Feedback.TOO_HEAVY if one.reserve < low else Feedback.TOO_LIGHT
    if asked.reps - one.reps >= SHORT_TO_FIND:
        feedback = Feedback.TOO_HEAVY
    load = after_feedback(exercise, athlete, one.load, feedback)
    if load.g == one.load.g:
        return replace(asked, load=load), ()
    code = codes.LOAD_RAISED_TO_FIND if load.g > one.load.g else codes.LOAD_LOWERED_TO_FIND
    return replace(asked, load=load), (Reason.of(code, load=load),)


def after_feedback(exercise: Exercise, athlete: Athlete, load: Load, feedback: Feedback | str) -> Load:
    """The next load to try after one felt too light ("light"), right ("right") or too heavy ("heavy").

    A tenth up or down, at least one step, never under the lightest. Source: training.md 5.4, 5.8 (ours).
    Raises ValueError for any other word.
    """
    steps, feedback = load_steps(exercise, athlete), Feedback(feedback)
    if feedback is Feedback.RIGHT:
        return steps.nearest(load)
    if feedback is Feedback.TOO_LIGHT:
        return biggest_step(steps, load)
    lower = steps.at_or_below(Load(load.g - round(abs(load.g) * 0.10), load.unit))
    if lower is None or lower.g >= load.g:
        lower = steps.next_down(load)
    return lower or load
