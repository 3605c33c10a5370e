from __future__ import annotations

from datetime import date
from decimal import Decimal

from core.model.measure import Measured, MeasureKind
from core.store import progress
from core.store.port import Store
from tests.core.store.conftest import NOW


def waist(day: int, value: str, unit: str = "cm") -> Measured:
    return Measured.of(MeasureKind.WAIST, date(2026, 3, day), Decimal(value), unit)


async def test_a_later_measure_of_the_day_takes_the_place(store: Store) -> None:
    for measured in (waist(2, "84"), waist(9, "83.5"), waist(9, "33", "in")):
        await store.run(progress.keep_measure, 5, measured, NOW)
    kept = await store.read(progress.measures_of, 5, MeasureKind.WAIST)
    assert [(one.measured_on.day, str(one.value), one.unit) for one in kept] == [
        (2, "84.00", "cm"),
        (9, "33.00", "in"),
    ]
    assert await store.read(progress.measures_of, 6, MeasureKind.WAIST) == ()
    assert await store.read(progress.measures_of, 5, MeasureKind.HIPS) == ()


async def test_the_newest_of_each_kind(store: Store) -> None:
    weight = Measured(MeasureKind.WEIGHT, date(2026, 3, 1), 82_400, "kg")
    for measured in (waist(2, "84"), waist(9, "83.5"), weight):
        await store.run(progress.keep_measure, 5, measured, NOW)
    assert await store.read(progress.newest_measures, 5) == (waist(9, "83.5"), weight)
