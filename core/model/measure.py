"""What an athlete measures of the body: its mass, and how far round it is in places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from core.units import Load, Unit

TENTHS_OF_MM = {"cm": Decimal(100), "in": Decimal(254)}  # 1 in = 25.4 mm exactly (1959 agreement)


class MeasureKind(StrEnum):
    """What was measured."""

    WEIGHT = "weight"
    WAIST = "waist"
    HIPS = "hips"
    CHEST = "chest"
    SHOULDERS = "shoulders"
    NECK = "neck"
    ARM = "arm"
    FOREARM = "forearm"
    THIGH = "thigh"
    CALF = "calf"
    BODY_FAT = "body_fat"


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement: grams of mass, tenths of a millimetre round, or hundredths of a per cent of fat.

    `unit` is kg, lb, cm, in or %, as it was typed.
    """

    kind: MeasureKind
    measured_on: date
    amount: int
    unit: str

    @property
    def value(self) -> Decimal:
        """The number in its own unit, to the hundredth, as it was typed."""
        return self.value_in(self.unit)

    def value_in(self, unit: str) -> Decimal:
        """The number in another unit of the same kind, to the hundredth."""
        if self.kind is MeasureKind.WEIGHT:
            return Load(self.amount, Unit(unit)).value
        per_unit = Decimal(100) if self.kind is MeasureKind.BODY_FAT else TENTHS_OF_MM[unit]
        return (Decimal(self.amount) / per_unit).quantize(Decimal("0.01"), ROUND_HALF_EVEN)

    @classmethod
    def of(cls, kind: MeasureKind, measured_on: date, value: Decimal, unit: str) -> Measured:
        """A measurement from a number in its unit."""
        if kind is MeasureKind.WEIGHT:
            return cls(kind, measured_on, Load.of(value, Unit(unit)).g, unit)
        per_unit = Decimal(100) if kind is MeasureKind.BODY_FAT else TENTHS_OF_MM[unit]
        return cls(kind, measured_on, int((value * per_unit).to_integral_value(ROUND_HALF_EVEN)), unit)
