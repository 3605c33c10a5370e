"""Which plates go on each side of a bar: fewest plates from those owned, and fewest moved between sets.

Which totals a bar can hold at all is not here: see `steps.py`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from core.model.athlete import Rack
from core.training.loads.steps import hundredths_in
from core.units import Load

Side = tuple[int, ...]


def plates_per_side(load: Load, rack: Rack) -> Side | None:
    """Plates on one side, heaviest first, in hundredths of the rack's unit: 162.5 kg is 25+25+20+1.25.

    The empty bar is (); None when the rack cannot make the load. Bounded dynamic programming: fewest
    plates, a tie goes to the heavier first, pairs owned are honoured. Source: training.md 7.2.
    """
    both_sides = hundredths_in(load, rack.unit) - hundredths_in(rack.bar, rack.unit)
    return _side(both_sides, _one_of(rack.plates))


@dataclass(frozen=True, slots=True)
class PlateChange:
    """What to do on each side between two sets, in hundredths; `after` is the whole side then."""

    off: Side
    on: Side
    after: Side

    @property
    def moved(self) -> int:
        """Plates taken off and put on, one side."""
        return len(self.off) + len(self.on)


def change_plates(before: Load | Side, after: Load, rack: Rack) -> PlateChange | None:
    """The change a side that moves the fewest plates from `before`, None when either cannot be made.

    `before` is a side as it stands, or a load taken as `plates_per_side` puts it on; a tie goes to
    fewer plates on the bar, then to the heavier first. Source: training.md 7.2.
    """
    bar = hundredths_in(rack.bar, rack.unit)
    on_bar = plates_per_side(before, rack) if isinstance(before, Load) else before
    wanted = hundredths_in(after, rack.unit) - bar
    if on_bar is None or wanted < 0 or wanted % 2:
        return None
    side = _fewest_moved(wanted // 2, _one_of(rack.plates), on_bar)
    if side is None:
        return None
    had, has = Counter(on_bar), Counter(side)
    off = tuple(sorted((had - has).elements(), reverse=True))
    on = tuple(sorted((has - had).elements(), reverse=True))
    return PlateChange(off, on, side)


@lru_cache(maxsize=64)
def _one_of(plates: tuple[tuple[int, int | None], ...]) -> tuple[tuple[int, int | None], ...]:
    """The same plates, of equal ones always the same object: each side remembered holds on to them."""
    return plates


@lru_cache(maxsize=4096)
def _side(both_sides: int, plates: tuple[tuple[int, int | None], ...]) -> tuple[int, ...] | None:
    if both_sides < 0 or both_sides % 2:
        return None
    return _fewest_moved(both_sides // 2, plates, ())


@lru_cache(maxsize=4096)
def _fewest_moved(
    side: int, plates: tuple[tuple[int, int | None], ...], on_bar: tuple[int, ...]
) -> tuple[int, ...] | None:
    """The plates that make `side` hundredths, moving fewest against `on_bar`, then using fewest.

    Each sum keeps its best so far as (moves, plates, how heavy first), one kind of plate after another.
    """
    loaded = Counter(on_bar)
    best: dict[int, tuple[int, int, tuple[int, ...]]] = {0: (0, 0, ())}
    for plate, pairs in sorted(plates, reverse=True):
        most = side // plate if pairs is None else min(pairs, side // plate)
        reached: dict[int, tuple[int, int, tuple[int, ...]]] = {}
        for total, (moves, count, counts) in best.items():
            for number in range(min(most, (side - total) // plate) + 1):
                # fewer of the heavy plates sort later, so a tie goes to the heavier first
                entry = (moves + abs(number - loaded[plate]), count + number, (*counts, -number))
                if total + number * plate not in reached or entry < reached[total + number * plate]:
                    reached[total + number * plate] = entry
        best = reached
    if side not in best:
        return None
    sizes = sorted((plate for plate, _ in plates), reverse=True)
    return tuple(plate for plate, number in zip(sizes, best[side][2], strict=True) for _ in range(-number))
