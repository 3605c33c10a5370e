"""What a whole file tells before its rows are read: how many there are, and what it leaves open.

Its rows are gone through and never kept, so that a file of any shape takes no more room than its text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.imports.cells import decimal_sign_of, differs, number_of, order_told
from core.imports.headings import Columns
from core.imports.spotter_notes import MARK
from core.imports.table import Row, shown
from core.model.imported import RowFault, RowTrouble

_NUMBERS = {"distance", "rpe", "reps", "seconds"}


@dataclass(frozen=True, slots=True)
class Survey:
    """`wants_unit`: a weight has none. `month_first`: how 3/5/2026 is meant, None where nothing tells.

    `open_date` is then the first date that can be read both ways. `ours`: every row bears Spotter's mark.
    `decimal_sign` is the one all numbers show, "" where none or both are seen.
    """

    wants_unit: bool
    month_first: bool | None
    open_date: RowTrouble | None
    ours: bool
    decimal_sign: str


def survey(rows: Iterable[Row | RowTrouble], columns: Columns, last_day: date, most: int) -> Survey | None:
    """Go through the rows behind the heading; None where there are more than `most`."""
    open_weights = [at for at, named in columns.weights if named is None]
    numbers = [at for at, _ in columns.weights]
    numbers += [columns.place[name] for name in _NUMBERS if name in columns.place]
    dates: dict[str, int] = {}
    signs: set[str] = set()
    wants_unit, ours, count = False, True, 0
    for row in rows:
        count += 1
        if count > most:
            return None
        if isinstance(row, RowTrouble) or len(row[1]) < columns.width:
            continue
        line, cells = row
        dates.setdefault(columns.cell(cells, "date"), line)
        ours = ours and columns.cell(cells, "note").startswith(MARK)
        if open_weights and not wants_unit and not columns.cell(cells, "weight_unit"):
            wants_unit = any(is_something(cells[at]) for at in open_weights)
        signs.update(decimal_sign_of(cells[at].strip()) for at in numbers)
    signs.discard("")
    month_first = order_told(dates, last_day)
    either = next((cell for cell in dates if differs(cell)), None) if month_first is None else None
    asked = None if either is None else RowTrouble(dates[either], RowFault.DATE, shown(either))
    return Survey(wants_unit, month_first, asked, ours, signs.pop() if len(signs) == 1 else "")


def is_something(cell: str) -> bool:
    """Whether a number stands in a cell: apps write 0 for none."""
    return bool(cell.strip()) and number_of(cell.strip()) != 0
