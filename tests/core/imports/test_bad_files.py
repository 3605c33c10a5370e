"""What people send by mistake or on purpose: refused by content, or told with the line that is wrong."""

from __future__ import annotations

import gzip
import zipfile
from datetime import date
from io import BytesIO

import pytest

from core.imports import LARGEST_BYTES, MOST_ROWS, Told, read_log
from core.imports.gathering import MOST_NAMES
from core.imports.reading import MOST_LINES
from core.model.imported import FileFault, ImportedLog, NotRead, RowFault, RowTrouble
from core.model.workout import SetKind
from core.units import Unit

LAST_DAY = date(2026, 6, 1)
HEADING = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds"
)
GOOD = "2025-03-01 18:02:11;Push;Bench;1;80;kg;8;8,5;;;0"


def read(*rows: str) -> ImportedLog | NotRead:
    return read_log("\n".join((HEADING, *rows)).encode(), Told(Unit.KG), LAST_DAY)


def zipped() -> bytes:
    box = BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr("xl/workbook.xml", HEADING)
    return box.getvalue()


def named(names: int) -> bytes:
    """A log with a set of each of so many exercises."""
    rows = (GOOD.replace("Bench", f"Exercise {number}") for number in range(names))
    return "\n".join((HEADING, *rows)).encode()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", FileFault.EMPTY),
        (b" \r\n\n", FileFault.EMPTY),
        (zipped(), FileFault.NOT_TEXT),
        (gzip.compress(HEADING.encode()), FileFault.NOT_TEXT),
        (b"\x89PNG\r\n\x1a\n....", FileFault.NOT_TEXT),
        (b"\xff\xd8\xff\xe0....", FileFault.NOT_TEXT),
        (HEADING.encode() + b"\n\0\0\0", FileFault.NOT_TEXT),
        (b"a" * (LARGEST_BYTES + 1), FileFault.TOO_LARGE),
        (b"hello,there\n1,2\n", FileFault.UNKNOWN_FORMAT),
        (b"### EXERCISE LOGS\nUSERID,TIMESTAMP\n", FileFault.UNKNOWN_FORMAT),
        (b",".join(b"Date" for _ in range(100_000)), FileFault.TOO_MANY_COLUMNS),
        (HEADING.encode(), FileFault.NO_SETS),
        (named(MOST_NAMES + 1), FileFault.TOO_MANY_NAMES),
    ],
    ids=lambda value: value if isinstance(value, FileFault) else "",
)
def test_a_file_that_is_no_log_is_refused(content: bytes, fault: FileFault) -> None:
    refused = read_log(content, Told(Unit.KG), LAST_DAY)
    assert isinstance(refused, NotRead)
    assert refused.fault is fault


@pytest.mark.parametrize(
    ("row", "fault", "cell"),
    [
        (GOOD.replace("2025-03-01", "0001-01-01"), RowFault.DATE, "0001-01-01 18:02:11"),
        (GOOD.replace("2025-03-01", "9999-12-31"), RowFault.DATE, "9999-12-31 18:02:11"),
        (GOOD.replace("2025-03-01", "2025-02-31"), RowFault.DATE, "2025-02-31 18:02:11"),
        (GOOD.replace("2025-03-01", "2026-06-02"), RowFault.DATE, "2026-06-02 18:02:11"),
        (GOOD.replace(";80;", ";-80;"), RowFault.WEIGHT, "-80"),
        (GOOD.replace(";80;", ";NaN;"), RowFault.WEIGHT, "NaN"),
        (GOOD.replace(";80;", ";1e309;"), RowFault.WEIGHT, "1e309"),
        (GOOD.replace(";80;", ";5000;"), RowFault.WEIGHT, "5000"),
        (GOOD.replace(";kg;", ";stone;"), RowFault.WEIGHT, "stone"),
        (GOOD.replace(";8;", ";8.5;"), RowFault.REPS, "8.5"),
        (GOOD.replace(";8;", ";99999;"), RowFault.REPS, "99999"),
        (GOOD.replace(";8,5;", ";11;"), RowFault.RPE, "11"),
        (GOOD.replace(";1;", ";1x;"), RowFault.SET_ORDER, "1x"),
        (GOOD.replace(";1;", f";{'z' * 21};"), RowFault.SET_ORDER, "z" * 21),
        (GOOD.replace(";Bench;", ";;"), RowFault.NAME, ""),
        (GOOD.replace(";Bench;", f";{'x' * 201};"), RowFault.NAME, "x" * 40),
        (GOOD.replace(";Bench;", f";{'x' * 8_001};"), RowFault.FIELD_TOO_LONG, "x" * 40),
        ("2025-03-01 18:02:11;Push;Ben", RowFault.COLUMNS, "2025-03-01 18:02:11"),
        (f"{GOOD};more", RowFault.COLUMNS, "2025-03-01 18:02:11"),
    ],
)
def test_a_broken_row_is_told_with_its_line(row: str, fault: RowFault, cell: str) -> None:
    assert read(GOOD, "", row, GOOD) == NotRead(FileFault.BAD_ROWS, (RowTrouble(4, fault, cell),), 1)


def test_a_number_of_a_set_may_have_been_through_a_spreadsheet() -> None:
    log = read(GOOD.replace(";1;", ";1.0;"), GOOD.replace(";1;", ";2,0;"))
    assert isinstance(log, ImportedLog)
    assert [(one.kind, one.reps) for one in log.workouts[0].sets] == [(SetKind.WORK, 8)] * 2


def test_a_line_is_where_its_row_begins_after_notes_with_line_breaks() -> None:
    noted = GOOD.replace("Push", '"Push\nhard\r\nand slow"')
    refused = read(noted, GOOD.replace(";80;", ";x;"))
    assert isinstance(refused, NotRead)
    assert [one.line for one in refused.troubles] == [5]


def test_ten_lines_are_told_and_all_are_counted() -> None:
    refused = read(*[GOOD.replace(";80;", ";x;")] * 500, GOOD)
    assert isinstance(refused, NotRead)
    assert ([one.line for one in refused.troubles], refused.wrong_rows) == (list(range(2, 12)), 500)


def test_a_field_of_five_megabytes_ends_the_reading() -> None:
    refused = read(GOOD, GOOD.replace("Push", '"' + "x" * 5_000_000), GOOD)
    assert refused == NotRead(FileFault.BAD_ROWS, (RowTrouble(3, RowFault.FIELD_TOO_LONG),), 1)


def test_fifty_thousand_rows_are_read_and_one_more_is_not() -> None:
    log = read(*[GOOD] * MOST_ROWS)
    assert isinstance(log, ImportedLog)
    assert log.sets == MOST_ROWS
    assert read(*[GOOD] * (MOST_ROWS + 1)) == NotRead(FileFault.TOO_MANY_ROWS)


@pytest.mark.parametrize("line", ["\n", "\r", "\r\n", " \n", '"\n', ";;;;\n"])
def test_lines_with_nothing_in_them_are_bounded(line: str) -> None:
    assert read(GOOD, line * MOST_LINES * 2) == NotRead(FileFault.TOO_MANY_ROWS)


def test_utf_8_cut_in_the_middle_of_a_sign_is_told_with_its_line() -> None:
    rows = [GOOD.replace("Push", "Drücken"), GOOD.replace("Push", "Übung")]
    content = "\n".join((HEADING, *rows)).encode() + b"\n\xc3"
    assert read_log(content, Told(Unit.KG), LAST_DAY) == NotRead(
        FileFault.BAD_ENCODING, (RowTrouble(4, RowFault.BAD_CHARACTER),), 1
    )


def test_a_file_of_another_system_is_read_with_its_own_signs() -> None:
    log = read_log("\n".join((HEADING, GOOD.replace("Push", "Drücken"))).encode("cp1252"), Told(), LAST_DAY)
    assert isinstance(log, ImportedLog)
    assert log.workouts[0].name == "Drücken"


def test_names_are_text_whatever_they_look_like() -> None:
    log = read(GOOD.replace("Bench", "<b>../../etc</b>\u202e"), GOOD.replace("Bench", "=1+1"))
    assert isinstance(log, ImportedLog)
    assert [one.exercise for one in log.workouts[0].sets] == ["<b>../../etc</b>", "=1+1"]


FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment"


@pytest.mark.parametrize(
    ("way", "metres"),
    [("2,km", 2_000), ("1,mile", 1_609), ("3,Kilometers", 3_000), ("900,cm", 9), ("600,in", 15), ("400,", 0)],
)
def test_a_way_is_read_by_its_unit(way: str, metres: int) -> None:
    log = read_log(f"{FITNOTES}\n2026-03-05,Rowing,Cardio,,,,{way},,\n".encode(), Told(Unit.KG), LAST_DAY)
    if not metres:  # four hundred kilometres are no way
        assert log == NotRead(FileFault.BAD_ROWS, (RowTrouble(2, RowFault.DISTANCE, "400"),), 1)
        return
    assert isinstance(log, ImportedLog)
    assert [one.reps for one in log.workouts[0].sets] == [metres]


@pytest.mark.parametrize(
    ("way", "trouble"), [("2,furlongs,", "2 furlongs"), ("0,furlongs,2:05", None), (",steps,2:05", None)]
)
def test_a_way_in_a_unit_nobody_knows_is_told_not_guessed(way: str, trouble: str | None) -> None:
    rows = f"{FITNOTES}\n2026-03-05,Rowing,Cardio,,,,{way},\n"
    log = read_log(rows.encode(), Told(Unit.KG), LAST_DAY)
    if trouble is None:
        assert isinstance(log, ImportedLog)
    else:
        assert log == NotRead(FileFault.BAD_ROWS, (RowTrouble(2, RowFault.DISTANCE, trouble),), 1)
