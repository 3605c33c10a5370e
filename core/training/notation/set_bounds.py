"""What a set may hold at most, and how a number beyond is refused.

Numbers that are possible but unlikely are not refused here: `set_choice.py` asks about them.
"""

from __future__ import annotations

from decimal import Decimal

from core.model.session import Measure
from core.training.notation.set_reading import (
    MOST_METRES,
    MOST_REPS,
    MOST_SECONDS,
    MOST_SETS,
    Refusal,
)
from core.units import HEAVIEST_G, Load, Unit

_MOST = {
    Measure.REPS: (MOST_REPS, Refusal.TOO_MANY_REPS),
    Measure.SECONDS: (MOST_SECONDS, Refusal.TOO_LONG),
    Measure.METRES: (MOST_METRES, Refusal.TOO_FAR),
}


class Unlawful(Exception):
    """A reading that breaks a bound."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


def load_of(value: Decimal, unit: Unit, sign: int = 0) -> Load:
    """The load of a typed number. Raises Unlawful above 1000 kg or beyond the hundredth."""
    if value > 10_000:
        raise Unlawful(Refusal.TOO_HEAVY)
    if value * 100 % 1:
        raise Unlawful(Refusal.TOO_PRECISE)
    load = Load.of(-value if sign < 0 else value, unit)
    if abs(load.g) > HEAVIEST_G:
        raise Unlawful(Refusal.TOO_HEAVY)
    return load


def count_of(value: Decimal, measure: Measure = Measure.REPS) -> int:
    """Typed reps, seconds or metres. Raises Unlawful when not whole or out of bounds."""
    if value % 1:
        raise Unlawful(Refusal.NOT_WHOLE)
    most, why = _MOST[measure]
    if value > most or (value < 1 and measure is not Measure.REPS):
        raise Unlawful(why)
    return int(value)


def sets_of(number: Decimal) -> int:
    """A typed number of sets. Raises Unlawful when not whole or over `MOST_SETS`."""
    if number % 1 or not 1 <= number <= MOST_SETS:
        raise Unlawful(Refusal.TOO_MANY_SETS)
    return int(number)
