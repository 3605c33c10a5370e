"""One exercise of one session: sets, reps, load, rest and tempo for this athlete today, and why.

Which exercises a session holds is not here: see `session/planner.py`. What it depends on is gathered in
`cases.py`, what a past session means stands in `progress/progression.py`, how it is told in `writing.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.model.athlete import Athlete, Goal, Provenance
from core.model.exercise import Exercise
from core.model.history import History
from core.model.session import Measure, Prescription, Reason
from core.model.workout import PastExercise
from core.training import reason_codes as codes
from core.training.loads.safety import squat_blocked
from core.training.past.outcomes import Outcome
from core.training.prescription.cases import case_of
from core.training.prescription.placing import Placed, place
from core.training.prescription.writing import calibrating, written
from core.training.progress.aims import Aim, Case, at_rung
from core.training.progress.measured import measured_aim, rested
from core.training.progress.progression import go_on, start
from core.training.progress.undulation import undulates, wave_aim
from core.units import Load

_WAVE = 3  # days of the experienced lifter's week, which come in turn (5.3)


def next_prescription(
    exercise: Exercise,
    athlete: Athlete,
    goal: Goal,
    history: History,
    catalogue: Mapping[str, Exercise],
    today: date,
    *,
    first_of_pattern: bool = True,
) -> Prescription:
    """What to ask of an exercise the next time, from the whole history: plans and recaps say the same.

    `athlete` holds the maxima as the log has moved them (`learning.informed`); `goal` is the one
    really trained. `first_of_pattern` decides about the warm-up only.
    """
    past = history.of_exercise(exercise.id)
    return prescribe(
        exercise,
        athlete,
        goal,
        past,
        today,
        catalogue,
        first_of_pattern=first_of_pattern,
        week_day=len(past) % _WAVE,
        trained=() if past else (workout.trained_on for workout in reversed(history.workouts)),
    )


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
    trained: Iterable[date] = (),
) -> Prescription:
    """What to ask of one exercise today: all five variables of S1, with the reasons.

    `goal` is the one really trained (`progress/foundation.py` decided). `past` is this exercise's own, oldest
    first, any goal. `week_day` is which of this week's sessions of the exercise it is, from 0.
    `sets` asks for another number, kept inside the goal's band. The load is None where none is
    known; then `loads_offered` holds five to choose from. `trained` are the days anything was trained, newest
    first, which tell the time off of an exercise without a past. Source: training.md 4, 5, 7.
    """
    case = case_of(exercise, athlete, goal, past, today, catalogue, week_day, trained)
    aim = _aim(case)
    if squat_blocked(exercise, athlete.can_squat):
        unloaded = calibrating(case, aim, (), sets)
        return replace(unloaded, loads_offered=(), reasons=(Reason.of(codes.SQUAT_NOT_READY),))
    if exercise.takes_load and _load_is_missing(case, aim):
        return calibrating(case, aim, past, sets)
    placed = place(case, aim) if exercise.takes_load else Placed(None, None, aim.reps, None)
    return written(case, aim, placed, first_of_pattern=first_of_pattern, sets=sets)


def _aim(case: Case) -> Aim:
    newest = case.newest
    counted = case.exercise.measure is not Measure.REPS or not case.exercise.takes_load
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
        and best.is_recent
        and best.known_at.date() > newest.line.trained_on
    )


def _load_is_missing(case: Case, aim: Aim) -> bool:
    return case.maximum is None and aim.maximum is None and aim.load is None
