"""A file's bytes to its workouts: recognised by its heading, read row by row, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from core.imports.decoding import Utf8, text_of
from core.imports.gathering import Gathered, TooManyNames
from core.imports.headings import Columns, columns_of
from core.imports.rows import BadCell, Reader, ReadRow
from core.imports.surveying import survey
from core.imports.table import LONGEST_LINE, MOST_COLUMNS, Row, Troubles, parting_sign, rows_of
from core.model.imported import (
    FileFault,
    ImportedLog,
    LogFormat,
    NotRead,
    RowFault,
    RowTrouble,
)
from core.units import Unit

LARGEST_BYTES = 10_000_000
MOST_ROWS = 50_000
MOST_LINES = 500_000  # notes have breaks, and some rows are empty: each takes its time


@dataclass(frozen=True, slots=True)
class Told:
    """What the owner of a file says of it, None while nobody has asked.

    `unit` is what weights without one are in, `month_first` whether 3/5/2026 is in March.
    """

    unit: Unit | None = None
    month_first: bool | None = None


def read_log(content: bytes, told: Told, last_day: date) -> ImportedLog | NotRead:
    """All workouts of a Strong, Hevy, FitNotes or Spotter CSV, oldest first; or why not one is taken.

    Where the file leaves its unit or the order of its dates open and nothing is told: NO_UNIT, NO_ORDER.
    `last_day` is the last day that can have been trained on. One broken row refuses the file, so that no
    history has holes.
    """
    if len(content) > LARGEST_BYTES:
        return NotRead(FileFault.TOO_LARGE)
    text = text_of(content)
    return text if isinstance(text, NotRead) else read_table(text, told, last_day)


def read_table(text: Utf8, told: Told, last_day: date) -> ImportedLog | NotRead:
    """`read_log` of what is text already."""
    if max(text.count(b"\n"), text.count(b"\r")) > MOST_LINES:
        return NotRead(FileFault.TOO_MANY_ROWS)
    sign = parting_sign(text)
    heading = next(rows_of(text, sign), None)
    if isinstance(heading, RowTrouble) and heading.fault is RowFault.FIELD_TOO_LONG:
        return NotRead(FileFault.TOO_MANY_COLUMNS if _has_many(text, sign) else FileFault.UNKNOWN_FORMAT)
    if not isinstance(heading, tuple):
        return NotRead(FileFault.UNKNOWN_FORMAT)
    if len(heading[1]) > MOST_COLUMNS:
        return NotRead(FileFault.TOO_MANY_COLUMNS)
    columns = columns_of(heading[1])
    if columns is None:
        return NotRead(FileFault.UNKNOWN_FORMAT)
    return _told_read(text, sign, columns, told, last_day)


def _has_many(text: Utf8, sign: str) -> bool:
    return text.count(sign.encode(), 0, LONGEST_LINE) > MOST_COLUMNS


def _told_read(
    text: Utf8, sign: str, columns: Columns, told: Told, last_day: date
) -> ImportedLog | NotRead:
    found = survey(islice(rows_of(text, sign), 1, None), columns, last_day, MOST_ROWS)
    if found is None:
        return NotRead(FileFault.TOO_MANY_ROWS)
    if told.unit is None and found.wants_unit:
        return NotRead(FileFault.NO_UNIT)
    month_first = told.month_first if found.month_first is None else found.month_first
    if month_first is None and found.open_date is not None:
        return NotRead(FileFault.NO_ORDER, (found.open_date,))
    reader = Reader(columns, told.unit, bool(month_first), last_day, found.decimal_sign)
    read = _read(islice(rows_of(text, sign), 1, None), reader, Gathered(columns.format))
    if isinstance(read, NotRead):
        return read
    is_ours = found.ours and columns.format is LogFormat.STRONG
    form = LogFormat.SPOTTER if is_ours else columns.format
    read.sort()
    return ImportedLog(form, read, read.strange_kinds)


def _read(rows: Iterable[Row | RowTrouble], reader: Reader, read: Gathered) -> Gathered | NotRead:
    """Rows of one moment and one title are one workout; FitNotes knows days alone."""
    troubles = Troubles()
    for row in rows:
        try:
            done = _row(row, reader)
        except BadCell as bad:
            line = row.line if isinstance(row, RowTrouble) else row[0]
            troubles.add(RowTrouble(line, bad.fault, bad.cell))
            continue
        if done is not None and not troubles.count:
            try:
                read.add(done)
            except TooManyNames:
                return NotRead(FileFault.TOO_MANY_NAMES)
    if troubles.count:
        return NotRead(FileFault.BAD_ROWS, tuple(troubles.first), troubles.count)
    return read if len(read) else NotRead(FileFault.NO_SETS)


def _row(row: Row | RowTrouble, reader: Reader) -> ReadRow | None:
    if isinstance(row, RowTrouble):
        raise BadCell(row.fault, row.cell)
    cells, width = row[1], reader.columns.width
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        raise BadCell(RowFault.COLUMNS, cells[0])
    return reader.read(cells, row[0])
