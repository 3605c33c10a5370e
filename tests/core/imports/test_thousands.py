"""Thousands parted by a sign: read where the file shows its decimal sign, told with their line where not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.imports import Told, read_log
from core.imports.cells import decimal_sign_of, number_of
from core.model.imported import FileFault, ImportedLog, NotRead, RowFault, RowTrouble
from core.units import Load

LAST_DAY = date(2026, 6, 1)
HEADING = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes",'
    '"set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)


def hevy(*loads_and_kinds: tuple[str, str]) -> ImportedLog | NotRead:
    """A Hevy log with a leg press of each load, and what the file calls that set."""
    rows = [
        f'"Legs","5 Mar 2026, 18:00","5 Mar 2026, 19:10","","Leg Press",,"",{index},"{kind}","{load}",8,,0,""'
        for index, (load, kind) in enumerate(loads_and_kinds)
    ]
    return read_log("\n".join((HEADING, *rows)).encode(), Told(), LAST_DAY)


def loads(log: ImportedLog | NotRead) -> list[Load | None]:
    assert isinstance(log, ImportedLog), log
    return [one.load for workout in log.workouts for one in workout.sets]


@pytest.mark.parametrize(
    ("other", "load", "kg"),
    [("82.5", "1,000", 1000), ("82,5", "1.000", 1000), ("82,5", "60,000", 60), ("82.5", "60.000", 60)],
)
def test_the_files_decimal_sign_tells_what_a_thousand_is(other: str, load: str, kg: int) -> None:
    assert loads(hevy((other, "normal"), (load, "normal")))[1] == Load.kg(kg)


@pytest.mark.parametrize(
    ("load", "kg"), [("1,000.5", "1000.5"), ("1.000,5", "1000.5"), ("0,500", "0.5"), ("0.500", "0.5")]
)
def test_two_signs_tell_by_themselves(load: str, kg: str) -> None:
    assert loads(hevy((load, "normal"))) == [Load.kg(Decimal(kg))]


def test_where_nothing_tells_the_line_is_told() -> None:
    refused = hevy(("80", "normal"), ("1,000", "normal"))
    trouble = RowTrouble(3, RowFault.WEIGHT, "1,000")
    assert refused == NotRead(FileFault.BAD_ROWS, (trouble,), 1)
    both = hevy(("80.5", "normal"), ("80,5", "normal"), ("1,000", "normal"))
    assert both == NotRead(FileFault.BAD_ROWS, (RowTrouble(4, RowFault.WEIGHT, "1,000"),), 1)


@pytest.mark.parametrize(
    "cell", ["1,00,000", "1,0000,000", "1,000.", ",500", "1,000,5", "1.000.5", "1,000,000,000"]
)
def test_what_is_no_grouping_is_no_number(cell: str) -> None:
    assert number_of(cell, ".") is None


@pytest.mark.parametrize(
    ("cell", "sign"),
    [("80.5", "."), ("80,5", ","), ("1,000", ""), ("1.000", ""), ("8", ""), ("0.500", "."), ("1,000.2", ".")],
)
def test_which_numbers_show_a_decimal_sign(cell: str, sign: str) -> None:
    assert decimal_sign_of(cell) == sign


def test_a_kind_of_set_nobody_knows_is_a_working_set_and_told() -> None:
    log = hevy(("80", "left"), ("80", "normal"), ("80", "Left"), ("80", "myo reps"))
    assert len(loads(log)) == 4
    assert isinstance(log, ImportedLog)
    assert log.strange_kinds == (("left", 2), ("myo reps", 1))
