"""The loads a piece of equipment can really make, as one sorted row that can be searched.

Which row belongs to which exercise and athlete is not here: see `loading.py`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.model.athlete import Rack
from core.units import Load, Unit

_LB_HUNDREDTH_G = 4.5359237
_TOP = {Unit.KG: 100_000, Unit.LB: 220_000}  # hundredths: 1,000 kg and 2,200 lb, beyond any lift


def hundredths_in(load: Load, unit: Unit) -> int:
    """The load in whole hundredths of `unit`, without decimals: the number all comparing is done in."""
    return round(load.g / (10 if unit is Unit.KG else _LB_HUNDREDTH_G))


@dataclass(frozen=True, slots=True, eq=False)
class LoadSteps:
    """Loadable loads in the equipment's unit, lightest first; below zero is assistance.

    `hundredths` and `grams` are the same loads as bare numbers, for searching: a bar has hundreds, and many
    gyms' are kept, so a `Load` is made only of the one that is wanted.
    """

    unit: Unit
    hundredths: array[int]
    grams: array[int]

    @classmethod
    def of(cls, unit: Unit, hundredths: Iterable[int]) -> LoadSteps:
        """The row of these loads, given in hundredths of `unit` in any order. At least one is needed."""
        row = sorted(set(hundredths))
        if not row:
            raise ValueError("equipment without a single load")
        grams = (Load.of_hundredths(step, unit).g for step in row)
        return cls(unit, array("i", row), array("i", grams))

    def __len__(self) -> int:
        return len(self.grams)

    def __getitem__(self, at: int) -> Load:
        return Load(self.grams[at], self.unit)

    def __iter__(self) -> Iterator[Load]:
        return (Load(g, self.unit) for g in self.grams)

    def __contains__(self, load: object) -> bool:
        return isinstance(load, Load) and self.at_or_below(load) == self.at_or_above(load)

    def nearest(self, load: Load) -> Load:
        """The loadable load nearest to `load`; a tie goes to the lighter."""
        below, above = self.at_or_below(load), self.at_or_above(load)
        if below is None or above is None:
            return above or below or self[0]
        return below if load.g - below.g <= above.g - load.g else above

    def at_or_below(self, load: Load) -> Load | None:
        """The heaviest loadable load not above `load`, None when the lightest is heavier."""
        at = bisect_right(self.hundredths, hundredths_in(load, self.unit)) - 1
        return self[at] if at >= 0 else None

    def at_or_above(self, load: Load) -> Load | None:
        """The lightest loadable load not under `load`, None above the heaviest."""
        at = bisect_left(self.hundredths, hundredths_in(load, self.unit))
        return self[at] if at < len(self) else None

    def next_up(self, load: Load) -> Load | None:
        """The next heavier loadable load, None at the top."""
        at = bisect_right(self.hundredths, hundredths_in(load, self.unit))
        return self[at] if at < len(self) else None

    def next_down(self, load: Load) -> Load | None:
        """The next lighter loadable load, None at the bottom."""
        at = bisect_left(self.hundredths, hundredths_in(load, self.unit)) - 1
        return self[at] if at >= 0 else None

    def between(self, low: Load, high: Load) -> tuple[Load, ...]:
        """All loadable loads from `low` to `high`, both included, lightest first."""
        first = bisect_left(self.hundredths, hundredths_in(low, self.unit))
        return tuple(
            self[at] for at in range(first, bisect_right(self.hundredths, hundredths_in(high, self.unit)))
        )


@lru_cache(maxsize=64)  # made in a millisecond
def bar_steps(rack: Rack, bar_hundredths: int | None = None, sides: int = 2) -> LoadSteps:
    """Every total of a bar and the rack's plates, `sides` 1 where plates hang on one end or peg.

    `bar_hundredths` replaces the rack's own bar (an EZ bar, 0 for a machine). Source: training.md 7.2.
    """
    bar = hundredths_in(rack.bar, rack.unit) if bar_hundredths is None else bar_hundredths
    top = _TOP[rack.unit]
    reachable = 1  # bit n is set when n hundredths of plates can be hung
    for plate, pairs in rack.plates:
        weight = plate * sides
        number = top // weight if pairs is None else min(pairs * (2 // sides), top // weight)
        # doubling the count each time reaches every number up to it in few shifts
        block = 1
        while number > 0:
            part = min(block, number)
            reachable |= reachable << (weight * part)
            number -= part
            block *= 2
        reachable &= (1 << (top + 1)) - 1
    digits = bin(reachable)[:1:-1]
    totals = []
    at = digits.find("1")
    while at >= 0:
        totals.append(bar + at)
        at = digits.find("1", at + 1)
    if bar == 0 and len(totals) > 1:
        totals.remove(0)
    return LoadSteps.of(rack.unit, totals)


@lru_cache(maxsize=64)
def even_steps(unit: Unit, step: int, low: int, high: int) -> LoadSteps:
    """Loads `step` hundredths apart from `low` to `high`."""
    return LoadSteps.of(unit, range(low, high + 1, step))


@lru_cache(maxsize=256)
def listed_steps(unit: Unit, hundredths: tuple[int, ...]) -> LoadSteps:
    """Exactly these loads: a rack of dumbbells someone owns."""
    return LoadSteps.of(unit, hundredths)


@lru_cache(maxsize=2)
def dumbbell_steps(unit: Unit) -> LoadSteps:
    """A gym's dumbbells: kg 1 to 10, then by 2; lb 2.5 to 25, then by 5. Source: training.md 7.3 (ours)."""
    if unit is Unit.KG:
        return LoadSteps.of(unit, [*range(100, 1001, 100), *range(1200, 10_001, 200)])
    return LoadSteps.of(unit, [*range(250, 2501, 250), *range(3000, 22_001, 500)])


@lru_cache(maxsize=2)
def kettlebell_steps(unit: Unit) -> LoadSteps:
    """Kettlebells as they are cast: 4 to 48 kg, 9 to 106 lb. Source: makers' common sizes (ours)."""
    if unit is Unit.KG:
        return LoadSteps.of(unit, [*range(400, 2801, 200), 3200, 3600, 4000, 4400, 4800])
    sizes = (9, 13, 18, 22, 26, 31, 35, 40, 44, 53, 62, 70, 80, 88, 97, 106)
    return LoadSteps.of(unit, [size * 100 for size in sizes])


@lru_cache(maxsize=64)
def stack_steps(unit: Unit, step: int | None = None) -> LoadSteps:
    """A machine's or cable's stack, `step` hundredths a pin.

    None is the usual stack with its small extra weight: 2.5 kg or 5 lb. Source: training.md 7.3.
    """
    pin = step or (250 if unit is Unit.KG else 500)
    return even_steps(unit, pin, pin, _TOP[unit] // 2)


@lru_cache(maxsize=2)
def body_steps(unit: Unit) -> LoadSteps:
    """Body mass lifts: help in 5 kg / 10 lb steps below zero, plates in 2.5 kg / 5 lb above. Source: ours."""
    step = 250 if unit is Unit.KG else 500
    assisted = range(-40 * step, 0, 2 * step)
    return LoadSteps.of(unit, [*assisted, *range(0, 100 * step + 1, step)])


@lru_cache(maxsize=2)
def assist_steps(unit: Unit) -> LoadSteps:
    """An assistance machine or bands: help only, in 5 kg / 10 lb steps, written below zero. Source: ours."""
    step = 500 if unit is Unit.KG else 1000
    return even_steps(unit, step, -20 * step, 0)


@lru_cache(maxsize=2)
def unknown_steps(unit: Unit) -> LoadSteps:
    """Equipment nobody has told of: 0.5 kg below 25 kg, 1 lb below 50 lb, then 2.5 kg, 5 lb. Source: 4.5."""
    fine, edge, coarse = (50, 2500, 250) if unit is Unit.KG else (100, 5000, 500)
    return LoadSteps.of(unit, [*range(fine, edge, fine), *range(edge, _TOP[unit] + 1, coarse)])
