"""Warm-up sets before an exercise's work: rising loads, falling reps, never counted as work."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.athlete import Athlete, Goal, Rack
from core.model.exercise import Exercise, LoadMode, Pattern
from core.model.session import WarmUp
from core.training.loads.loading import load_steps
from core.training.loads.plates import plates_per_side
from core.training.loads.steps import LoadSteps
from core.units import Load, Unit

# Plates stand at floor height, so an empty bar is no rehearsal. Source: training.md 7.1.
FROM_THE_FLOOR = frozenset(
    {"deadlift", "sumo_deadlift", "deficit_deadlift", "trap_bar_deadlift", "power_clean", "power_snatch"}
)
_RAMP = ((0.40, 5), (0.60, 3), (0.80, 2))
_HEAVY_FROM = 0.895  # of 1RM: 90 % as it was planned, whatever plates make of it
_SINGLE = 0.90  # of the work load
_ROUND_FROM = {Unit.KG: 100, Unit.LB: 225}  # work loads whose steps are made of whole big plates (ours)
_ROUND_WITHIN = 0.05  # of the work load, either way; the heavy single less, it is a rehearsal
_SINGLE_WITHIN = 0.02
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
    if exercise.moves_body:
        return (WarmUp(None, 4),) if load.g > 0 else ()
    steps = load_steps(exercise, athlete)
    bar = empty_bar(exercise, athlete, steps)
    if goal is Goal.FOUNDATION or not exercise.compound:
        return _single(steps, bar, load, (0.50, 8))
    barbell = exercise.load_mode is LoadMode.TOTAL
    if not (first_of_pattern and barbell):
        return _single(steps, bar, load, (0.60, 4))
    plated = athlete.rack if "barbell" in exercise.equipment else None
    rising = _Rising(steps, bar, load, plated)
    return _ramp(rising, share or 0.0, from_floor=exercise.id in FROM_THE_FLOOR)


def rest_after_s(ramp: tuple[WarmUp, ...], number: int) -> int:
    """Seconds to rest after one warm-up set (from 1): 60 between them, 120 from a ramp to the first work set.

    A single lighter set is no ramp: 60. Source: training.md 7.1.
    """
    return 120 if number >= len(ramp) > 1 else 60


@dataclass(frozen=True, slots=True)
class _Rising:
    """What a ramp rises from and to; `rack` None where no plates are hung."""

    steps: LoadSteps
    bar: Load
    load: Load
    rack: Rack | None

    def at(self, part: float, within: float = _ROUND_WITHIN) -> Load | None:
        """The step at a part of the work load: for heavy bars the one of fewest plates near it."""
        nearest = _at(self.steps, self.bar, self.load, part)
        unit = self.steps.unit
        if nearest is None or self.rack is None or self.load.g < Load.of(_ROUND_FROM[unit], unit).g:
            return nearest
        wanted, spread = self.load.g * part, self.load.g * within
        near = self.steps.between(Load(round(wanted - spread), unit), Load(round(wanted + spread), unit))
        rack = self.rack
        return min(near, key=lambda one: (_plates(one, rack), abs(one.g - wanted), one.g), default=nearest)


def _plates(load: Load, rack: Rack) -> int:
    side = plates_per_side(load, rack)
    return 99 if side is None else len(side)


def empty_bar(exercise: Exercise, athlete: Athlete, steps: LoadSteps) -> Load:
    """The lightest this exercise can be done with: its empty bar, or the lightest dumbbell or pin."""
    if exercise.uses_bar and athlete.rack is None and athlete.gear is None:
        return steps.nearest(Rack.standard(steps.unit).bar)
    return steps[0]


def _single(steps: LoadSteps, bar: Load, load: Load, part: tuple[float, int]) -> tuple[WarmUp, ...]:
    lighter = _at(steps, bar, load, part[0])
    return (WarmUp(lighter, part[1]),) if lighter is not None and lighter.g < load.g else ()


def _ramp(rising: _Rising, share: float, *, from_floor: bool) -> tuple[WarmUp, ...]:
    bar, load = rising.bar, rising.load
    wanted = [(rising.at(part), reps) for part, reps in _RAMP]
    if share >= _HEAVY_FROM - 1e-9:
        wanted.append((rising.at(_SINGLE, _SINGLE_WITHIN), 1))
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
