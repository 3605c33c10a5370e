"""Which loads an exercise can be done with, and the one nearest to a share of a maximum inside its band.

How equipment is stepped stands in `steps.py`, plates per side in `plates.py`, the bands in
`core/training/goals.py`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from core.model.athlete import Athlete, Rack
from core.model.exercise import Exercise, LoadMode
from core.model.gym import Bar
from core.model.session import Reason
from core.training import reason_codes as codes
from core.training.goals import GoalRules
from core.training.loads.steps import (
    LoadSteps,
    assist_steps,
    bar_steps,
    body_steps,
    dumbbell_steps,
    hundredths_in,
    kettlebell_steps,
    listed_steps,
    stack_steps,
    unknown_steps,
)
from core.training.past.bodyweight import body_share_g
from core.units import Load, Unit

# Empty bars that are not the athlete's own, in hundredths. Source: training.md 7.2, the middle of its ranges.
_OTHER_BARS = {
    Bar.EZ: {Unit.KG: 1000, Unit.LB: 2000},
    Bar.TRAP: {Unit.KG: 2500, Unit.LB: 5500},
    Bar.SMITH: {Unit.KG: 1500, Unit.LB: 3500},
}
_BARS = tuple(Bar)
_SPECIALTY = "specialty bar", {Unit.KG: 2000, Unit.LB: 4500}
_ONE_PEG = frozenset({"t-bar", "landmine"})
_ROUNDING = 1e-9


def unit_of(athlete: Athlete) -> Unit:
    """The unit an athlete's dumbbells and stacks are reckoned in: their own, kilograms before they say."""
    return athlete.unit or (athlete.rack.unit if athlete.rack else Unit.KG)


def load_steps(exercise: Exercise, athlete: Athlete) -> LoadSteps:
    """The loads this athlete can do this exercise with, in the unit stamped on the equipment.

    With neither rack nor gear told the light steps of unknown equipment. Source: training.md 4.5, 7.2, 7.3.
    """
    unit, mode, gym = unit_of(athlete), exercise.load_mode, athlete.gym
    if mode is LoadMode.ADDED:
        return body_steps(unit)
    if mode is LoadMode.ASSIST:
        return assist_steps(unit)
    if gym.dumbbells and "dumbbell" in exercise.equipment:
        owned = gym.dumbbells
        return listed_steps(owned[0].unit, tuple(hundredths_in(one, owned[0].unit) for one in owned))
    if athlete.rack is None and athlete.gear is None:
        return unknown_steps(unit)
    if mode in (LoadMode.TOTAL, LoadMode.PLATES) or "barbell" in exercise.equipment:
        return _plated(exercise, athlete.rack or Rack.standard(unit), athlete)
    if "dumbbell" in exercise.equipment:
        return dumbbell_steps(unit)
    if "kettlebell" in exercise.equipment:
        return kettlebell_steps(unit)
    return (
        stack_steps(gym.stack_step.unit, gym.stack_step.hundredths) if gym.stack_step else stack_steps(unit)
    )


def other_bar(kind: Bar, athlete: Athlete, unit: Unit) -> Load:
    """What one of the other bars weighs empty: as told, else the middle of what they weigh. Source: 7.2."""
    return athlete.gym.bar(kind) or Load.of_hundredths(_OTHER_BARS[kind][unit], unit)


def _plated(exercise: Exercise, rack: Rack, athlete: Athlete) -> LoadSteps:
    if not _ONE_PEG.isdisjoint(exercise.equipment):
        return bar_steps(rack, 0, 1)
    if exercise.load_mode is LoadMode.PLATES:
        return bar_steps(rack, 0)
    name, weighs = _SPECIALTY
    if name in exercise.equipment:
        return bar_steps(rack, weighs[rack.unit])
    other = next((bar for bar in _BARS if bar in exercise.equipment), None)
    if other is None:
        return bar_steps(rack)
    return bar_steps(rack, hundredths_in(other_bar(other, athlete, rack.unit), rack.unit))


@dataclass(frozen=True, slots=True)
class Ruler:
    """Loadable loads held against a maximum: shares in, loads out.

    `marks` are the loads as numbers, `top` the maximum in the same scale (hundredths where the
    units agree, else grams), `body` the body mass that is lifted along with every load.
    """

    steps: LoadSteps
    maximum: Load
    marks: array[int]
    top: int
    body: int

    @classmethod
    def of(cls, exercise: Exercise, athlete: Athlete, maximum: Load, steps: LoadSteps | None = None) -> Ruler:
        """The exercise's loads against `maximum`, which holds body mass where the exercise does.

        `steps` are its `load_steps`, for those who have them already.
        """
        steps = steps or load_steps(exercise, athlete)
        body = body_share_g(exercise, athlete.bodyweight_g)
        if body or maximum.unit is not steps.unit:
            return cls(steps, maximum, steps.grams, maximum.g, body)
        return cls(steps, maximum, steps.hundredths, hundredths_in(maximum, steps.unit), 0)

    def _mark(self, load: Load) -> int:
        return load.g if self.marks is self.steps.grams else hundredths_in(load, self.steps.unit)

    def share(self, load: Load) -> float:
        """Load and lifted body mass as a share of the maximum."""
        return (self._mark(load) + self.body) / self.top

    def maximum_of(self, load: Load, share: float, rounded: Callable[[float], int]) -> Load:
        """The maximum of which `load` is `share`, rounded so that the share stays on the wanted side."""
        top = rounded((self._mark(load) + self.body) / share)
        unit = self.maximum.unit
        return Load(top, unit) if self.marks is self.steps.grams else Load.of_hundredths(top, unit)

    def fits(self, load: Load, low: float, high: float) -> bool:
        """Whether the load's share lies between `low` and `high`, both included."""
        return low - _ROUNDING <= self.share(load) <= high + _ROUNDING

    def inside(self, low: float, high: float) -> range:
        """Positions of all loads whose share is from `low` to `high`."""
        first = bisect_left(self.marks, (low - _ROUNDING) * self.top - self.body)
        return range(first, bisect_right(self.marks, (high + _ROUNDING) * self.top - self.body))

    def nearest(self, share: float, low: float, high: float) -> Load | None:
        """The load nearest to `share` within the band, a tie to the lighter; None when none is inside."""
        within = self.inside(low, high)
        if not within:
            return None
        wanted = share * self.top - self.body
        at = min(max(bisect_left(self.marks, wanted), within.start), within.stop - 1)
        if at > within.start and wanted - self.marks[at - 1] <= self.marks[at] - wanted + _ROUNDING:
            at -= 1
        return self.steps[at]

    def at_or_below(self, share: float) -> Load | None:
        """The heaviest load not above `share`, None when even the lightest is."""
        at = bisect_right(self.marks, (share + _ROUNDING) * self.top - self.body) - 1
        return self.steps[at] if at >= 0 else None


@dataclass(frozen=True, slots=True)
class Fit:
    """A load that can be had, with the reps that go with it. Load None: even the lightest is too heavy."""

    load: Load | None
    share: float | None
    reps: int
    out_of_band: bool = False
    reasons: tuple[Reason, ...] = ()


def fit(ruler: Ruler, rules: GoalRules, share: float, reps: int) -> Fit:
    """The loadable load nearest to `share` of the maximum inside the goal's band.

    More than 2.5 % of 1RM above what was wanted cuts the reps to the map's; with no load inside the band
    it is the heaviest below, `out_of_band`. Source: training.md 4.5 (ours).
    """
    low, high = rules.share[0], rules.nominal_top
    chosen = ruler.nearest(share, low, high)
    if chosen is None:
        return _below_band(ruler, low, reps)
    got = ruler.share(chosen)
    reasons: tuple[Reason, ...] = ()
    if abs(got - share) > 1e-6:
        reasons = (Reason.of(codes.ROUNDED_TO_STEP, load=chosen, wanted_share=round(share, 4)),)
    if got - share > 0.025 + _ROUNDING and rules.reps_at(got) < reps:
        fewer = rules.reps_at(got)
        reasons = (*reasons, Reason.of(codes.REPS_CUT_FOR_STEP, reps=fewer, load=chosen))
        return Fit(chosen, got, fewer, False, reasons)
    return Fit(chosen, got, reps, False, reasons)


def _below_band(ruler: Ruler, low: float, reps: int) -> Fit:
    heaviest = ruler.at_or_below(low)
    if heaviest is None:
        lightest = ruler.steps[0]
        return Fit(None, None, reps, True, (Reason.of(codes.LIGHTEST_TOO_HEAVY, load=lightest),))
    share = ruler.share(heaviest)
    return Fit(heaviest, share, reps, True, (Reason.of(codes.OUT_OF_BAND, load=heaviest, floor=low),))
