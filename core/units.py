"""Loads, units and rounding: the one place where kilograms meet pounds.

Loads travel as whole grams beside the unit they were typed or plated in, so what an athlete typed
comes back to the digit. Which loads a bar can hold is not here: see `core/training/loads/loading.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from enum import StrEnum
from functools import total_ordering

HEAVIEST_G = 1_000_000  # no load that is typed or tapped is heavier: a thousand kilograms (ours)
GRAMS_PER_KG = Decimal(1000)
GRAMS_PER_LB = Decimal("453.59237")
_HUNDREDTH = Decimal("0.01")


class Unit(StrEnum):
    """The unit an athlete thinks in, or the one stamped on a piece of equipment."""

    KG = "kg"
    LB = "lb"

    @property
    def grams(self) -> Decimal:
        """Grams in one of this unit. Source: 1 lb = 0.45359237 kg exactly (1959 agreement)."""
        return GRAMS_PER_KG if self is Unit.KG else GRAMS_PER_LB


@total_ordering
@dataclass(frozen=True, slots=True)
class Load:
    """A weight: whole grams, and the unit it is spoken of in. Two loads are equal when both are.

    Half a gram of rounding is less than a hundredth of a pound, so `value` gives back every
    number with up to two decimals exactly as it was typed.
    """

    g: int
    unit: Unit

    @classmethod
    def of(cls, value: Decimal | float | int | str, unit: Unit) -> Load:
        """The load of `value` kilograms or pounds. Raises ValueError when it is no finite number."""
        try:
            number = value if isinstance(value, Decimal) else Decimal(str(value))
        except InvalidOperation as err:
            raise ValueError("not a number") from err
        if not number.is_finite():
            raise ValueError("not a finite number")
        return cls(int((number * unit.grams).to_integral_value(ROUND_HALF_EVEN)), unit)

    @classmethod
    def kg(cls, value: Decimal | float | int | str) -> Load:
        """The load of `value` kilograms."""
        return cls.of(value, Unit.KG)

    @classmethod
    def lb(cls, value: Decimal | float | int | str) -> Load:
        """The load of `value` pounds."""
        return cls.of(value, Unit.LB)

    @property
    def value(self) -> Decimal:
        """The number in its own unit, to the hundredth: 80.00, 37.50."""
        return (Decimal(self.g) / self.unit.grams).quantize(_HUNDREDTH, ROUND_HALF_EVEN)

    @property
    def hundredths(self) -> int:
        """The number in hundredths of its own unit: 80 kg is 8000. Plate arithmetic is exact in these."""
        return int(self.value * 100)

    @classmethod
    def of_hundredths(cls, hundredths: int, unit: Unit) -> Load:
        """The load of so many hundredths of a kilogram or pound; undoes `hundredths`."""
        return cls.of(Decimal(hundredths) / 100, unit)

    def to(self, unit: Unit) -> Load:
        """The same weight spoken of in another unit; grams stay, so kg → lb → kg is stable."""
        return self if unit is self.unit else Load(self.g, unit)

    def __lt__(self, other: Load) -> bool:
        return self.g < other.g

    def __str__(self) -> str:
        """The plain number and unit, `80 kg` or `37.5 kg`; for people use the texts' own form."""
        return f"{self.value.normalize():f} {self.unit.value}"
