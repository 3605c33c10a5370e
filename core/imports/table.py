"""A text as rows: which sign parts the columns, quoted line breaks, and limits on everything."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from core.imports.decoding import Utf8
from core.model.imported import RowFault, RowTrouble

LONGEST_FIELD = 8_000
LONGEST_LINE = 100_000
MOST_COLUMNS = 60
MOST_TROUBLES = 10
_SIGNS = (",", ";", "\t")
_SHOWN = 40
_TOLD_SIGN = re.compile(r'"?sep=(?P<sign>[,;\t])"?[,;\t ]*', re.IGNORECASE)
_ENDS = re.compile(rb"\r\n|\r|\n")

Row = tuple[int, list[str]]


def parting_sign(text: Utf8) -> str:
    """The sign between columns: as `sep=;` says, else the one most often outside quotes in the first line."""
    first = text[:LONGEST_FIELD].decode(errors="ignore").lstrip("\r\n ").splitlines()
    if first and (told := _tells_sign(first[0])):
        return told["sign"]
    outside = "".join(first[0].split('"')[::2]) if first else ""
    return max(_SIGNS, key=outside.count)


def rows_of(text: Utf8, sign: str) -> Iterator[Row | RowTrouble]:
    """Rows with the line each begins in (from 1), empty ones left out; a broken one as its trouble.

    After a field or a line that never ends nothing more can be told apart: that trouble is the last one.
    """
    reader = csv.reader(_lines(text), delimiter=sign)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except (csv.Error, _TooLong):
            yield RowTrouble(line, RowFault.FIELD_TOO_LONG)
            return
        long = next((cell for cell in row if len(cell) > LONGEST_FIELD), None)
        if long is not None:
            yield RowTrouble(line, RowFault.FIELD_TOO_LONG, shown(long))
        elif any(cell.strip() for cell in row) and not (line == 1 and _tells_sign(sign.join(row))):
            yield line, row
        line = reader.line_num + 1


def _tells_sign(line: str) -> re.Match[str] | None:
    """Spreadsheets want to be told the sign in a first line of its own."""
    return _TOLD_SIGN.fullmatch(line)


class _TooLong(Exception):
    """A line longer than any row's."""


def _lines(text: Utf8) -> Iterator[str]:
    """The lines of a text with what ends them, one at a time."""
    at = 0
    while at < len(text):
        end = _ENDS.search(text, at, at + LONGEST_LINE)
        if end is None and len(text) - at > LONGEST_LINE:
            raise _TooLong
        after = len(text) if end is None else end.end()
        yield text[at:after].decode()
        at = after


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
