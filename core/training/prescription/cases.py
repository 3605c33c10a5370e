"""What one exercise's next prescription depends on, gathered: its maximum, its last sessions, time off.

What the rules make of it is not here: see `prescribing.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from core.model.athlete import Athlete, Goal, Health, Level, OneRepMax
from core.model.exercise import Exercise
from core.model.session import Measure
from core.model.workout import PastExercise
from core.training.goals import GoalRules, rules_for
from core.training.loads.loading import load_steps
from core.training.loads.missing_max import working_max
from core.training.past.layoff import Layoff, layoff_of, used_to
from core.training.past.outcomes import Outcome, has_failed, judge
from core.training.progress.aims import RESETS_TO_CHANGE, SCHEMES, Case, Scheme
from core.training.progress.progression import COMFORTABLE
from core.units import Load

FEW_SESSIONS = 4  # three failures and what was before
WAVE_SESSIONS = 9  # three of each day of a wave
# The resets that still tell something: after these a lifter of the scheme has reached the last one.
_TELLING = {one: RESETS_TO_CHANGE * after for after, one in enumerate(reversed(Scheme))}
RESET_PART = 0.92  # of the load: a tenth off, rounded to a step, and no smaller cut (ours)


def case_of(
    exercise: Exercise,
    athlete: Athlete,
    goal: Goal,
    past: Sequence[PastExercise],
    today: date,
    catalogue: Mapping[str, Exercise],
    week_day: int = 0,
    trained: Iterable[date] = (),
) -> Case:
    """All that decides the next prescription of one exercise. `past` is its own, oldest first, any goal.

    `trained` are the days anything was trained, newest first: the time off of an exercise without a past.
    Source: training.md 5.7.
    """
    rules = rules_for(goal, athlete)
    found = _usable_max(exercise, athlete, catalogue)
    best = found[0] if found else None
    scheme = SCHEMES[athlete.level or Level.BEGINNER]
    loaded = exercise.takes_load and goal is not Goal.FOUNDATION
    resets = resets_in(past, rules, _TELLING[scheme]) if loaded else 0
    waves = scheme is Scheme.WAVE or resets >= RESETS_TO_CHANGE
    most = WAVE_SESSIONS if waves and goal is not Goal.FOUNDATION else FEW_SESSIONS
    outcomes = _outcomes(exercise, rules, past, most)
    known = found[-1] if found else None
    if past:
        layoff = _layoff(past, outcomes, today, _row_of(athlete), known)
    else:
        layoff = layoff_of(trained, today, _row_of(athlete), known)
    maximum = best.load if best else None
    if maximum is not None and layoff is not None and layoff.factor < 1.0:
        maximum = Load(round(maximum.g * layoff.factor), maximum.unit)
    return Case(
        exercise=exercise,
        athlete=athlete,
        goal=goal,
        rules=rules,
        steps=load_steps(exercise, athlete),
        today=today,
        outcomes=outcomes,
        maximum=maximum,
        best=best,
        reference=found[1] if found and len(found) > 1 else None,
        layoff=layoff,
        week_day=week_day,
        resets=resets,
    )


def _row_of(athlete: Athlete) -> Level | None:
    """The level whose row of 5.7 counts. Ages are not kept: light training for health means over 65."""
    return Level.BEGINNER if athlete.health is Health.FOUNDATION_ONLY else athlete.level


def resets_in(past: Sequence[PastExercise], rules: GoalRules, most: int) -> int:
    """How often this goal's load was taken down by a tenth after a failed session, told up to `most`.

    Source: 5.5.
    """
    found, before, before_g, goal = 0, None, 0, rules.goal
    for line in past if most else ():
        load = line.asked_load
        if load is None or line.goal is not goal:
            continue
        if before is not None and load.g <= RESET_PART * before_g and has_failed(before, rules):
            found += 1
            if found == most:
                break
        before, before_g = line, load.g
    return found


def _layoff(
    past: Sequence[PastExercise],
    outcomes: Sequence[Outcome],
    today: date,
    level: Level | None,
    best: OneRepMax | None,
) -> Layoff | None:
    """The time off that counts today; none where the lift went well after as long a gap the last time."""
    found = layoff_of([line.trained_on for line in reversed(past)], today, level, best)
    if found is None or not outcomes or outcomes[-1].line is not past[-1]:
        return found
    newest = outcomes[-1]
    well = newest.done and (newest.reserve or 0) >= COMFORTABLE[level or Level.BEGINNER]
    return (
        None
        if found.first_session and well and used_to([line.trained_on for line in past[-2:]], today)
        else found
    )


def _usable_max(
    exercise: Exercise, athlete: Athlete, catalogue: Mapping[str, Exercise]
) -> tuple[OneRepMax, ...] | None:
    """The maximum, unless it holds a body mass nobody knows."""
    if not exercise.takes_load:
        return None
    with_body = exercise.moves_body
    return None if with_body and athlete.bodyweight_g is None else working_max(exercise, athlete, catalogue)


def _outcomes(
    exercise: Exercise, rules: GoalRules, past: Sequence[PastExercise], most: int
) -> tuple[Outcome, ...]:
    """The last sessions under this goal and row, oldest first; deloads tell nothing about progress."""
    counted = exercise.measure is not Measure.REPS or not exercise.takes_load
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
