"""A prescription written out: what an aim and its placed load come to, with every reason told.

The aim is `prescribing.py`'s, the load `placing.py`'s, the words the texts'.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.model.athlete import Goal, Health
from core.model.exercise import Exercise, Pattern
from core.model.session import Measure, Prescription, Reason
from core.model.workout import PastExercise
from core.training import reason_codes as codes
from core.training.goals import STRENGTH_ENDURANCE
from core.training.loads.missing_max import loads_to_try
from core.training.loads.warm_up import warm_ups
from core.training.prescription.placing import Placed, as_placed
from core.training.progress.aims import Aim, Case
from core.units import Load

# Reps to stop at while a load is being found, so that reps + RIR stay within what estimates (5.8, ours).
_CALIBRATED_REPS = {Goal.HYPERTROPHY: 8}
_TRUNK = frozenset({Pattern.CORE, Pattern.CARRY})
# Trunk work and carries, whatever the goal (ours).
TRUNK_SETS, TRUNK_REST_S, LONGEST_TRUNK_REST_S = 3, 60, 90
# Five fast reps with what goes twenty times: 60 % by Epley, the top of power's band (2.3).
_CALIBRATED_RIR = {Goal.HYPERTROPHY: (2, 2), Goal.STRENGTH: (3, 3), Goal.POWER: (15, 15)}


def calibrating(case: Case, aim: Aim, past: Sequence[PastExercise], sets: int | None) -> Prescription:
    """No load is known: reps, how many to leave, and loads to choose from; never a number (5.8, G16, G21)."""
    measure = case.exercise.measure
    reps = aim.reps if measure is not Measure.REPS else _CALIBRATED_REPS.get(case.goal, aim.reps)
    rir = _CALIBRATED_RIR.get(case.goal, case.rules.rir[case.level])
    with_body = case.exercise.moves_body
    if with_body and case.athlete.bodyweight_g is None:
        told = Reason.of(codes.BODYWEIGHT_UNKNOWN, reps=reps)
    else:
        told = Reason.of(codes.CALIBRATE_NO_MAX, could_do=reps + rir[0], reps=reps)
    around, asked_sets = _load_of_other_goals(past), _sets(case, aim, sets)
    rest_s, of_rest = _rest(case, aim)
    return Prescription(
        exercise_id=case.exercise.id,
        goal=case.goal,
        sets=asked_sets,
        reps=reps,
        rest_s=rest_s,
        rir_target=rir,
        tempo=case.rules.tempo,
        measure=measure,
        loads_offered=loads_to_try(case.exercise, case.athlete, around, light=case.goal is Goal.POWER),
        rung=aim.rung,
        reasons=(
            *_goal_reasons(case, reps, asked_sets),
            *_layoff_reasons(case, asked_sets),
            told,
            *of_rest,
        ),
    )


def _load_of_other_goals(past: Sequence[PastExercise]) -> Load | None:
    """What was last lifted under another goal: a place to begin offering from."""
    return next((done.load for line in reversed(past) for done in line.sets if done.load is not None), None)


def written(
    case: Case, aim: Aim, placed: Placed, *, first_of_pattern: bool, sets: int | None
) -> Prescription:
    """The prescription of an aim whose load has been placed: bands, tempo, warm-ups, and every reason."""
    exercise, rules = case.exercise, case.rules
    asked_sets, measure = _sets(case, aim, sets), exercise.measure
    below = measure is Measure.REPS and placed.reps < rules.reps[0]
    rest_s, of_rest = _rest(case, aim)
    return Prescription(
        exercise_id=exercise.id,
        goal=case.goal,
        sets=asked_sets,
        reps=placed.reps,
        rest_s=rest_s,
        load=placed.load,
        share=placed.share,
        one_rep_max=placed.maximum,
        rir_target=rules.rir[case.level],
        tempo=rules.tempo,
        measure=measure,
        warm_ups=warm_ups(exercise, case.athlete, placed.load, placed.share, first_of_pattern, case.goal),
        out_of_band=placed.out_of_band or below,
        rung=aim.rung,
        reasons=(
            *_goal_reasons(case, placed.reps, asked_sets),
            *_layoff_reasons(case, asked_sets),
            *as_placed(aim.reasons, placed),
            *placed.reasons,
            *_assistance(placed.load),
            *of_rest,
        ),
    )


def rest_within(exercise: Exercise, rest_s: int) -> int:
    """The seconds that an exercise rests where its goal rests so long: at most 90 s for the trunk, else 60.

    Trunk work and carries move no maximum: minutes of rest between planks would be wasted. Source: ours.
    """
    return TRUNK_REST_S if exercise.pattern in _TRUNK and rest_s > LONGEST_TRUNK_REST_S else rest_s


def _rest(case: Case, aim: Aim) -> tuple[int, tuple[Reason, ...]]:
    """The rest of the aim, or the athlete's own unless a miss has made it longer; and why, where unusual."""
    own, usual = _own_rest_s(case, aim), case.rules.default_rest_s
    rest_s = aim.rest_s if own is None else own
    if case.exercise.id not in dict(case.athlete.exercise_rests):
        rest_s = rest_within(case.exercise, rest_s)
    if own is not None and own != aim.rest_s:
        return rest_s, (Reason.of(codes.OWN_REST, rest_s=rest_s),)
    if rest_s == usual or any("rest_s" in dict(told.values) for told in aim.reasons):
        return rest_s, ()
    return rest_s, (Reason.of(codes.REST_FOR_REPS if rest_s > usual else codes.REST_ENOUGH, rest_s=rest_s),)


def _own_rest_s(case: Case, aim: Aim) -> int | None:
    own = case.athlete.rest_of(case.goal, case.exercise.id)
    lengthened = aim.rest_s > case.rules.default_rest_s
    return None if own is None or (lengthened and aim.rest_s >= own) else own


def _assistance(load: Load | None) -> tuple[Reason, ...]:
    """A load below zero is help, and is told as such."""
    if load is None or load.g >= 0:
        return ()
    return (Reason.of(codes.ASSISTED, help=Load(-load.g, load.unit)),)


def _sets(case: Case, aim: Aim, wanted: int | None) -> int:
    low, high = case.rules.sets
    if case.exercise.pattern in _TRUNK:
        low, high = min(low, TRUNK_SETS), min(high, TRUNK_SETS)
    if wanted is not None:
        return min(max(wanted, low), high)
    if case.layoff is not None and case.layoff.first_week:
        return low  # first week back: the lowest lawful set count (5.7)
    return min(max(aim.sets, low), high)


def _goal_reasons(case: Case, reps: int, sets: int) -> tuple[Reason, ...]:
    if case.goal is not Goal.FOUNDATION:
        return ()
    if case.rules is STRENGTH_ENDURANCE:
        return (Reason.of(codes.STRENGTH_ENDURANCE, reps=reps, sets=sets),)
    if case.athlete.health is Health.FOUNDATION_ONLY:
        return (Reason.of(codes.HEALTH_FOUNDATION),)
    return (Reason.of(codes.FOUNDATION_BASE, reps=reps, sets=sets),)


def _layoff_reasons(case: Case, sets: int) -> tuple[Reason, ...]:
    layoff = case.layoff
    if layoff is None:
        return ()
    percent = round(layoff.factor * 100)
    told: list[Reason] = []
    if case.maximum is not None and layoff.factor < 1.0:
        if layoff.first_session:
            told.append(
                Reason.of(codes.RETURN_AFTER_LAYOFF, days=layoff.days, max=case.maximum, percent=percent)
            )
        else:
            told.append(Reason.of(codes.REGAINING, max=case.maximum, percent=percent))
    if layoff.first_week:
        told.append(Reason.of(codes.FEWEST_SETS_ON_RETURN, sets=sets))
    return tuple(told)
