"""FitNotes' file of the body's own measures: `Date,Time,Measurement,Value,Unit,Comment`, one row each."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import islice

from core.imports.cells import decimal_sign_of, differs, moment_of, number_of, order_told
from core.imports.decoding import Utf8
from core.imports.headings import plain
from core.imports.may_be import FIRST_DAY, MOST_MEASURES
from core.imports.reading import Told
from core.imports.rows import clean
from core.imports.table import Row, Troubles, parting_sign, rows_of, shown
from core.model.exported import ExportedHead, Returned
from core.model.imported import FileFault, NotRead, RowFault, RowTrouble
from core.model.measure import Measured, MeasureKind
from core.model.measure_names import UNITS, is_lawful, kind_named

_HEADING = ["date", "time", "measurement", "value", "unit"]
_WIDTH = len(_HEADING)
_SIDES = ("left ", "right ")
_LONGEST = 40
MOST_NAMED = 5

Measures = tuple[Returned, tuple[tuple[str, int], ...]]


def read_body(text: Utf8, told: Told, last_day: date) -> Measures | NotRead | None:
    """The measures of a file and what it measures that nothing here is kept of; None for any other file.

    Left and right are one measure, the first told of a day; of several of a day and kind the last counts.
    NO_ORDER where nothing tells whether 3/5/2026 is in March. One broken row refuses the file.
    """
    sign = parting_sign(text)
    heading = next(rows_of(text, sign), None)
    if not isinstance(heading, tuple) or [plain(cell) for cell in heading[1][:_WIDTH]] != _HEADING:
        return None
    rows = [_short(row) for row in islice(rows_of(text, sign), 1, MOST_MEASURES + 2)]
    if len(rows) > MOST_MEASURES:
        return NotRead(FileFault.TOO_MANY_ROWS)
    days = {row[1][0].strip(): row[0] for row in reversed(rows) if isinstance(row, tuple)}
    month_first = order_told(days, last_day) if told.month_first is None else told.month_first
    if month_first is None:
        either = next(day for day in days if differs(day))
        return NotRead(FileFault.NO_ORDER, (RowTrouble(days[either], RowFault.DATE, shown(either)),))
    return _read(rows, last_day, month_first=month_first)


def _short(row: Row | RowTrouble) -> Row | RowTrouble:
    """Of a row what counts, cut where no measure goes on: comments may be as long as the file."""
    return row if isinstance(row, RowTrouble) else (row[0], [cell[:_LONGEST] for cell in row[1][:_WIDTH]])


def _read(rows: list[Row | RowTrouble], last_day: date, *, month_first: bool) -> Measures | NotRead:
    troubles, strange = Troubles(), Counter[str]()
    kept: dict[tuple[date, MeasureKind], tuple[str, Measured]] = {}
    signs = {decimal_sign_of(row[1][3].strip()) for row in rows if isinstance(row, tuple) and len(row[1]) > 3}
    sign = next(iter(signs - {""}), "") if len(signs - {""}) == 1 else ""
    for row in rows:
        if isinstance(row, RowTrouble) or len(row[1]) < _WIDTH:
            troubles.add(row if isinstance(row, RowTrouble) else RowTrouble(row[0], RowFault.COLUMNS, ""))
            continue
        line, (day, _, named, value, unit) = row[0], [cell.strip() for cell in row[1][:_WIDTH]]
        name = clean(named)[:_LONGEST]
        kind = kind_named(_sideless(name))
        if kind is None:
            strange[name] += 1
            continue
        moment, measured = moment_of(day, month_first=month_first), _measured(kind, value, unit, sign)
        if moment is None or not FIRST_DAY <= moment[0].date() <= last_day:
            troubles.add(RowTrouble(line, RowFault.DATE, shown(day)))
        elif measured is None:
            troubles.add(RowTrouble(line, RowFault.MEASURE, shown(f"{value} {unit}")))
        else:
            place = (moment[0].date(), kind)
            if place not in kept or kept[place][0] == name:
                kept[place] = (name, Measured.of(kind, place[0], *measured))
    if troubles.count:
        return NotRead(FileFault.BAD_ROWS, tuple(troubles.first), troubles.count)
    if not kept:
        return NotRead(FileFault.NO_SETS)
    measures = tuple(kept[place][1] for place in sorted(kept, key=lambda one: one[0]))
    return Returned(ExportedHead(measures=measures), ()), tuple(strange.most_common(MOST_NAMED))


def _sideless(name: str) -> str:
    folded = name.casefold()
    return next((folded.removeprefix(side) for side in _SIDES if folded.startswith(side)), folded)


def _measured(kind: MeasureKind, value: str, unit: str, sign: str) -> tuple[Decimal, str] | None:
    number, told = number_of(value, sign), UNITS.get(unit.casefold())
    if number is None or told is None:
        return None
    return (number, told) if is_lawful(kind, number, told) else None
