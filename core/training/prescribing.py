"""One exercise of one session: sets, reps, load, rest and tempo for this athlete today, and why.

Which exercises a session holds is not here: see `planner.py`. What a past session means stands in
`progression.py`, bands and equipment in `placing.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.model.athlete import Athlete, Freshness, Goal, Health, Level, OneRepMax, Provenance
from core.model.exercise import Exercise, LoadMode
from core.model.session import Measure, Prescription, Reason
from core.model.workout import PastExercise
from core.training import reason_codes as codes
from core.training.aims import Aim, Case, at_rung, measure_of
from core.training.goals import STRENGTH_ENDURANCE, GoalRules, rules_for
from core.training.layoff import layoff_of
from core.training.loading import load_steps
from core.training.measured import measured_aim, rested
from core.training.missing_max import loads_to_try, working_max
from core.training.outcomes import Outcome, judge
from core.training.placing import Placed, place
from core.training.progression import go_on, start
from core.training.safety import squat_blocked
from core.training.undulation import undulates, wave_aim
from core.training.warm_up import warm_ups
from core.units import Load

LOOKED_BACK = {  # sessions under the goal that the level's rules read
    Level.BEGINNER: 12,  # two resets and what followed
    Level.INTERMEDIATE: 4,  # three failures and what was before
    Level.EXPERIENCED: 9,  # three of each day of a wave
}
# Reps to stop at while a load is being found, so that reps + RIR stay within what estimates (5.8, ours).
_CALIBRATED_REPS = {Goal.HYPERTROPHY: 8}
_CALIBRATED_RIR = {Goal.HYPERTROPHY: (2, 2), Goal.STRENGTH: (3, 3)}


def prescribe(
    exercise: Exercise,
    athlete: Athlete,
    goal: Goal,
    past: Sequence[PastExercise],
    today: date,
    catalogue: Mapping[str, Exercise],
    *,
    first_of_pattern: bool = True,
    week_day: int = 0,
    sets: int | None = None,
) -> Prescription:
    """What to ask of one exercise today: all five variables of S1, with the reasons.

    `goal` is the one really trained (`foundation.py` decided). `past` is this exercise's own, oldest
    first, any goal. `week_day` is which of this week's sessions of the exercise it is, from 0.
    `sets` asks for another number, kept inside the goal's band. The load is None where none is
    known; then `loads_offered` holds five to choose from. Source: training.md 4, 5, 7.
    """
    case = _case(exercise, athlete, goal, past, today, catalogue)
    case = replace(case, week_day=week_day)
    aim = _aim(case)
    if squat_blocked(exercise, athlete.can_squat):
        unloaded = _calibrating(case, aim, (), sets)
        return replace(unloaded, loads_offered=(), reasons=(Reason.of(codes.SQUAT_NOT_READY),))
    if exercise.takes_load and _load_is_missing(case, aim):
        return _calibrating(case, aim, past, sets)
    placed = place(case, aim) if exercise.takes_load else Placed(None, None, aim.reps, None)
    return _written(case, aim, placed, first_of_pattern=first_of_pattern, sets=sets)


def _case(
    exercise: Exercise,
    athlete: Athlete,
    goal: Goal,
    past: Sequence[PastExercise],
    today: date,
    catalogue: Mapping[str, Exercise],
) -> Case:
    rules = rules_for(goal, athlete)
    found = _usable_max(exercise, athlete, catalogue)
    best = found[0] if found else None
    layoff = layoff_of([line.trained_on for line in past], today, athlete.level, best) if past else None
    maximum = best.load if best else None
    if maximum is not None and layoff is not None and layoff.factor < 1.0:
        maximum = Load(round(maximum.g * layoff.factor), maximum.unit)
    most = LOOKED_BACK[athlete.level or Level.BEGINNER]
    return Case(
        exercise=exercise,
        athlete=athlete,
        goal=goal,
        rules=rules,
        steps=load_steps(exercise, athlete),
        today=today,
        outcomes=_outcomes(exercise, rules, past, most),
        maximum=maximum,
        best=best,
        reference=found[1] if found and len(found) > 1 else None,
        layoff=layoff,
    )


def _usable_max(
    exercise: Exercise, athlete: Athlete, catalogue: Mapping[str, Exercise]
) -> tuple[OneRepMax, ...] | None:
    """The maximum, unless it holds a body mass nobody knows."""
    if not exercise.takes_load:
        return None
    with_body = exercise.load_mode in (LoadMode.ADDED, LoadMode.ASSIST)
    return None if with_body and athlete.bodyweight_g is None else working_max(exercise, athlete, catalogue)


def _outcomes(
    exercise: Exercise, rules: GoalRules, past: Sequence[PastExercise], most: int
) -> tuple[Outcome, ...]:
    """The last sessions under this goal and row, oldest first; deloads tell nothing about progress."""
    counted = measure_of(exercise) is not Measure.REPS or not exercise.takes_load
    low, high = rules.reps
    found: list[Outcome] = []
    for line in reversed(past):
        if line.goal is not rules.goal or line.deload or not (counted or low <= line.asked_reps <= high):
            continue
        outcome = judge(line, rules)
        if outcome is not None:
            found.append(outcome)
            if len(found) == most:
                break
    return tuple(reversed(found))


def _aim(case: Case) -> Aim:
    newest = case.newest
    counted = measure_of(case.exercise) is not Measure.REPS or not case.exercise.takes_load
    if newest is None:
        if counted:
            return measured_aim(case)
        return wave_aim(case) if undulates(case) else start(case)
    if case.layoff is not None and case.layoff.first_session and case.layoff.factor < 1.0:
        return rested(case) if counted else _returned(case, newest, case.layoff.factor)
    if counted:
        return measured_aim(case)
    if _retested(case):
        aim = start(case)
        return replace(aim, ceiling=newest.load) if newest.missed else aim
    return wave_aim(case) if undulates(case) and not newest.line.pained else go_on(case)


def _returned(case: Case, newest: Outcome, factor: float) -> Aim:
    """Back on the rung one left, at a share of the cut maximum; without one, the last load cut alike."""
    aim = at_rung(case, newest.line.rung)
    load = newest.load
    if load is not None and case.maximum is None:
        load = Load(round(load.g * factor), load.unit)
    return replace(aim, load=load, ceiling=newest.load)


def _retested(case: Case) -> bool:
    """Whether a maximum was tested or stated since the last session: then it starts anew from that."""
    best, newest = case.best, case.newest
    return (
        best is not None
        and newest is not None
        and best.provenance in (Provenance.TESTED, Provenance.STATED)
        and best.freshness is Freshness.RECENT
        and best.known_at.date() > newest.line.trained_on
    )


def _load_is_missing(case: Case, aim: Aim) -> bool:
    return case.maximum is None and aim.maximum is None and aim.load is None


def _calibrating(case: Case, aim: Aim, past: Sequence[PastExercise], sets: int | None) -> Prescription:
    """No load is known: reps, how many to leave, and loads to choose from; never a number (5.8, G16, G21)."""
    measure = measure_of(case.exercise)
    reps = aim.reps if measure is not Measure.REPS else _CALIBRATED_REPS.get(case.goal, aim.reps)
    rir = _CALIBRATED_RIR.get(case.goal, case.rules.rir[case.level])
    with_body = case.exercise.load_mode in (LoadMode.ADDED, LoadMode.ASSIST)
    if with_body and case.athlete.bodyweight_g is None:
        told = Reason.of(codes.BODYWEIGHT_UNKNOWN, reps=reps)
    else:
        told = Reason.of(codes.CALIBRATE_NO_MAX, could_do=reps + rir[0], reps=reps)
    around = _load_of_other_goals(past)
    return Prescription(
        exercise_id=case.exercise.id,
        goal=case.goal,
        sets=_sets(case, aim, sets),
        reps=reps,
        rest_s=aim.rest_s,
        rir_target=rir,
        tempo=case.rules.tempo,
        measure=measure,
        loads_offered=loads_to_try(case.exercise, case.athlete, around),
        rung=aim.rung,
        reasons=(*_goal_reasons(case, aim.reps, aim.sets), told),
    )


def _load_of_other_goals(past: Sequence[PastExercise]) -> Load | None:
    """What was last lifted under another goal: a place to begin offering from."""
    return next((done.load for line in reversed(past) for done in line.sets if done.load is not None), None)


def _written(
    case: Case, aim: Aim, placed: Placed, *, first_of_pattern: bool, sets: int | None
) -> Prescription:
    exercise, rules = case.exercise, case.rules
    asked_sets = _sets(case, aim, sets)
    counted = measure_of(exercise) is not Measure.REPS
    below = not counted and placed.reps < rules.reps[0]
    return Prescription(
        exercise_id=exercise.id,
        goal=case.goal,
        sets=asked_sets,
        reps=placed.reps,
        rest_s=aim.rest_s,
        load=placed.load,
        share=placed.share,
        one_rep_max=placed.maximum,
        rir_target=rules.rir[case.level],
        tempo=rules.tempo,
        measure=measure_of(exercise),
        warm_ups=warm_ups(exercise, case.athlete, placed.load, placed.share, first_of_pattern, case.goal),
        out_of_band=placed.out_of_band or below,
        rung=aim.rung,
        reasons=(
            *_goal_reasons(case, placed.reps, asked_sets),
            *_layoff_reasons(case, asked_sets),
            *aim.reasons,
            *placed.reasons,
            *_assistance(placed.load),
        ),
    )


def _assistance(load: Load | None) -> tuple[Reason, ...]:
    """A load below zero is help, and is told as such."""
    if load is None or load.g >= 0:
        return ()
    return (Reason.of(codes.ASSISTED, help=Load(-load.g, load.unit)),)


def _sets(case: Case, aim: Aim, wanted: int | None) -> int:
    low, high = case.rules.sets
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
