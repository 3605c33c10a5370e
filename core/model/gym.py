"""What an athlete's equipment weighs where it is not as in most gyms: dumbbells, stacks, other bars.

The bar and plates are the `Rack` in `athlete.py`; which loads all this makes is
`core/training/loads/loading.py`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.units import Load


class Bar(StrEnum):
    """Bars that weigh something else in every gym, by the catalogue's word for them."""

    EZ = "ez bar"
    TRAP = "trap bar"
    SMITH = "smith machine"


@dataclass(frozen=True, slots=True)
class Gym:
    """Equipment as its owner told it, each piece in the unit stamped on it.

    `dumbbells` are those owned, lightest first, empty for a gym's whole row. `stack_step` is what one
    pin of a machine adds, None for the usual one. `bars` are the other bars asked about so far.
    """

    dumbbells: tuple[Load, ...] = ()
    stack_step: Load | None = None
    bars: tuple[tuple[Bar, Load], ...] = ()

    def bar(self, kind: Bar) -> Load | None:
        """What one of the other bars weighs empty, None while nobody has said."""
        return dict(self.bars).get(kind)
