"""Warm-up sets before an exercise's work: rising loads, falling reps, never counted as work."""

from __future__ import annotations

from core.model.athlete import Athlete, Goal, Rack
from core.model.exercise import Exercise, LoadMode, Pattern
from core.model.session import WarmUp
from core.training.loading import load_steps
from core.training.steps import LoadSteps
from core.units import Load

# Plates stand at floor height, so an empty bar is no rehearsal. Source: training.md 7.1.
FROM_THE_FLOOR = frozenset(
    {"deadlift", "sumo_deadlift", "deficit_deadlift", "trap_bar_deadlift", "power_clean", "power_snatch"}
)
_RAMP = ((0.40, 5), (0.60, 3), (0.80, 2))
_HEAVY_FROM = 0.90  # of 1RM
_CLOSE = 0.10  # of the work load
_STEP_ERROR = 0.025  # what rounding to plates may take off the distance of two steps


def warm_ups(
    exercise: Exercise,
    athlete: Athlete,
    load: Load | None,
    share: float | None,
    first_of_pattern: bool,
    goal: Goal,
) -> tuple[WarmUp, ...]:
    """The ramp to a work load, lightest first, 20 reps at most in all; empty where none is needed.

    A barbell compound that opens its pattern gets the full ramp, a later exercise of the same muscles
    and other compounds 60 % × 4, isolation and foundation one lighter set. `share` is load / 1RM,
    None where no maximum is known. Source: training.md 7.1 (coaching consensus, no study).
    """
    if load is None or not exercise.takes_load or exercise.pattern in (Pattern.CARRY, Pattern.CORE):
        return ()
    if exercise.load_mode in (LoadMode.ADDED, LoadMode.ASSIST):
        return (WarmUp(None, 4),) if load.g > 0 else ()
    steps = load_steps(exercise, athlete)
    bar = empty_bar(exercise, athlete, steps)
    if goal is Goal.FOUNDATION or not exercise.compound:
        return _single(steps, bar, load, (0.50, 8))
    barbell = exercise.load_mode is LoadMode.TOTAL
    if not (first_of_pattern and barbell):
        return _single(steps, bar, load, (0.60, 4))
    return _ramp(steps, bar, load, share or 0.0, from_floor=exercise.id in FROM_THE_FLOOR)


def empty_bar(exercise: Exercise, athlete: Athlete, steps: LoadSteps) -> Load:
    """The lightest this exercise can be done with: its empty bar, or the lightest dumbbell or pin."""
    if exercise.uses_bar and athlete.rack is None and athlete.gear is None:
        return steps.nearest(Rack.standard(steps.unit).bar)
    return steps.loads[0]


def _single(steps: LoadSteps, bar: Load, load: Load, part: tuple[float, int]) -> tuple[WarmUp, ...]:
    lighter = _at(steps, bar, load, part[0])
    return (WarmUp(lighter, part[1]),) if lighter is not None and lighter.g < load.g else ()


def _ramp(steps: LoadSteps, bar: Load, load: Load, share: float, *, from_floor: bool) -> tuple[WarmUp, ...]:
    wanted = [(_at(steps, bar, load, part), reps) for part, reps in _RAMP]
    if share >= _HEAVY_FROM - 1e-9:
        wanted.append((_at(steps, bar, load, 0.90), 1))
    if not from_floor:
        wanted.insert(0, (bar, 8))
    ramp: list[WarmUp] = []
    heavier = load
    for step, reps in reversed(wanted):
        if step is None:
            continue
        if heavier.g - step.g >= (_CLOSE - _STEP_ERROR) * load.g - 1:
            ramp.insert(0, WarmUp(step, reps))
            heavier = step
        elif ramp and step.g == heavier.g:  # the empty bar is a later step as well: its reps stay
            ramp[0] = WarmUp(step, reps)
    return tuple(ramp)


def _at(steps: LoadSteps, bar: Load, load: Load, part: float) -> Load | None:
    """The loadable load nearest to a part of the work load, None when that is lighter than the bar."""
    wanted = Load(round(load.g * part), load.unit)
    return steps.nearest(wanted) if wanted.g >= bar.g else None
