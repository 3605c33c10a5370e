"""FitNotes' file of measures: read by the measures' own rules, one broken row refuses it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.imports import Told, read_body
from core.model.imported import FileFault, NotRead, RowFault, RowTrouble
from tests.core.imports.test_golden import GOLDEN

FITNOTES = Path(__file__).parent / "measures/fitnotes_body.csv"
LAST_DAY = date(2026, 6, 1)
HEADING = "Date,Time,Measurement,Value,Unit,Comment"
GOOD = "2026-01-05,07:30:00,Bodyweight,82.4,kgs,"


def read(*rows: str, told: Told = Told()) -> list[str] | NotRead | None:  # noqa: B008 - frozen
    found = read_body("\n".join((HEADING, *rows)).encode(), told, LAST_DAY)
    if not isinstance(found, tuple):
        return found
    return [f"{one.measured_on} {one.kind.value} {one.value:f} {one.unit}" for one in found[0].head.measures]


def test_the_golden_file() -> None:
    found = read_body(FITNOTES.read_bytes(), Told(), LAST_DAY)
    assert isinstance(found, tuple)
    measures = found[0].head.measures
    assert [f"{one.measured_on} {one.kind.value} {one.amount} {one.unit}" for one in measures] == [
        "2026-01-05 weight 82400 kg",
        "2026-01-05 waist 8450 cm",
        "2026-01-05 arm 3800 cm",
        "2026-02-05 weight 82554 lb",
        "2026-02-05 body_fat 1800 %",
    ]
    assert found[1] == (("Height", 1),)


@pytest.mark.parametrize(
    ("row", "fault", "cell"),
    [
        (GOOD.replace("82.4", "NaN"), RowFault.MEASURE, "NaN kgs"),
        (GOOD.replace("82.4", "8240"), RowFault.MEASURE, "8240 kgs"),
        (GOOD.replace("82.4", "-82.4"), RowFault.MEASURE, "-82.4 kgs"),
        (GOOD.replace("kgs", "cm"), RowFault.MEASURE, "82.4 cm"),
        (GOOD.replace("kgs", "=1+1"), RowFault.MEASURE, "82.4 =1+1"),
        (GOOD.replace("2026-01-05", "0001-01-01"), RowFault.DATE, "0001-01-01"),
        (GOOD.replace("2026-01-05", "2027-01-05"), RowFault.DATE, "2027-01-05"),
        ("2026-01-05,07:30", RowFault.COLUMNS, ""),
    ],
)
def test_a_broken_row_is_told_with_its_line(row: str, fault: RowFault, cell: str) -> None:
    assert read(GOOD, row) == NotRead(FileFault.BAD_ROWS, (RowTrouble(3, fault, cell),), 1)


def test_dates_are_asked_about_where_nothing_tells() -> None:
    row = GOOD.replace("2026-01-05", "03/04/2026")
    assert read(row) == NotRead(FileFault.NO_ORDER, (RowTrouble(2, RowFault.DATE, "03/04/2026"),))
    assert read(row, told=Told(month_first=True)) == ["2026-03-04 weight 82.40 kg"]


def test_other_files_are_none_of_these() -> None:
    assert read_body((GOLDEN / "fitnotes_android.csv").read_bytes(), Told(), LAST_DAY) is None
    assert read() == NotRead(FileFault.NO_SETS)
