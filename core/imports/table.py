"""A text as rows: which sign parts the columns, quoted line breaks, and limits on everything."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from core.model.imported import RowFault, RowTrouble

LONGEST_FIELD = 8_000
MOST_COLUMNS = 60
MOST_TROUBLES = 10
_SIGNS = (",", ";", "\t")
_SHOWN = 40

Row = tuple[int, list[str]]


def parting_sign(text: str) -> str:
    """The sign between columns: the one that stands most often outside quotes in the first line with any."""
    first = text.lstrip("\r\n ")[:LONGEST_FIELD].splitlines()
    outside = "".join(first[0].split('"')[::2]) if first else ""
    return max(_SIGNS, key=outside.count)


def rows_of(text: str, sign: str) -> Iterator[Row | RowTrouble]:
    """Rows with the line each begins in (from 1), empty ones left out; a broken one as its trouble.

    After a field that never ends nothing more can be told apart: that trouble is the last one.
    """
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield RowTrouble(line, RowFault.FIELD_TOO_LONG)
            return
        long = next((cell for cell in row if len(cell) > LONGEST_FIELD), None)
        if long is not None:
            yield RowTrouble(line, RowFault.FIELD_TOO_LONG, shown(long))
        elif any(cell.strip() for cell in row):
            yield line, row
        line = reader.line_num + 1


def shown(cell: str) -> str:
    """A cell as it can be shown to its owner: one line, cut short."""
    return " ".join(cell[: _SHOWN * 2].split())[:_SHOWN]


class Troubles:
    """The first rows that are wrong, and how many there are."""

    def __init__(self) -> None:
        self.first: list[RowTrouble] = []
        self.count = 0

    def add(self, trouble: RowTrouble) -> None:
        """Note one; beyond the tenth only its number counts."""
        self.count += 1
        if len(self.first) < MOST_TROUBLES:
            self.first.append(trouble)
