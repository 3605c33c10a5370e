"""A file's bytes to its workouts: recognised by its heading, read row by row, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice, pairwise

from core.imports.cells import differs, order_told
from core.imports.decoding import text_of
from core.imports.headings import Columns, columns_of
from core.imports.rows import LONGEST_NOTE, BadCell, Reader, ReadRow
from core.imports.spotter_notes import MARK
from core.imports.table import MOST_COLUMNS, Row, Troubles, parting_sign, rows_of, shown
from core.model.imported import (
    FileFault,
    ImportedLog,
    ImportedWorkout,
    LogFormat,
    NotRead,
    RowFault,
    RowTrouble,
)
from core.units import Unit

LARGEST_BYTES = 10_000_000
MOST_ROWS = 50_000


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
    if isinstance(text, NotRead):
        return text
    rows = rows_of(text, parting_sign(text))
    heading = next(rows, None)
    if not isinstance(heading, tuple):
        return NotRead(FileFault.UNKNOWN_FORMAT)
    if len(heading[1]) > MOST_COLUMNS:
        return NotRead(FileFault.TOO_MANY_COLUMNS)
    columns = columns_of(heading[1])
    if columns is None:
        return NotRead(FileFault.UNKNOWN_FORMAT)
    body = list(islice(rows, MOST_ROWS + 1))
    if len(body) > MOST_ROWS:
        return NotRead(FileFault.TOO_MANY_ROWS)
    return _told_read(body, columns, told, last_day)


def _told_read(
    body: list[Row | RowTrouble], columns: Columns, told: Told, last_day: date
) -> ImportedLog | NotRead:
    whole = [row for row in body if isinstance(row, tuple) and len(row[1]) >= columns.width]
    if told.unit is None and _wants_unit(whole, columns):
        return NotRead(FileFault.NO_UNIT)
    month_first = order_told((columns.cell(row, "date") for _, row in whole), last_day)
    if month_first is None and told.month_first is None:
        return NotRead(FileFault.NO_ORDER, (_open_date(whole, columns),))
    if month_first is None:
        month_first = bool(told.month_first)
    return _read(body, whole, Reader(columns, told.unit, month_first, last_day))


def _open_date(rows: list[Row], columns: Columns) -> RowTrouble:
    """The first date that can be read both ways."""
    cells = ((line, columns.cell(row, "date")) for line, row in rows)
    return next(RowTrouble(line, RowFault.DATE, shown(cell)) for line, cell in cells if differs(cell))


def _read(body: list[Row | RowTrouble], whole: list[Row], reader: Reader) -> ImportedLog | NotRead:
    troubles, read, columns = Troubles(), [], reader.columns
    for row in body:
        try:
            done = _row(row, reader)
        except BadCell as bad:
            line = row.line if isinstance(row, RowTrouble) else row[0]
            troubles.add(RowTrouble(line, bad.fault, bad.cell))
            continue
        if done is not None:
            read.append(done)
    if troubles.count:
        return NotRead(FileFault.BAD_ROWS, tuple(troubles.first), troubles.count)
    if not read:
        return NotRead(FileFault.NO_SETS)
    ours = all(columns.cell(row, "note").startswith(MARK) for _, row in whole)
    form = LogFormat.SPOTTER if ours and columns.format is LogFormat.STRONG else columns.format
    return ImportedLog(form, tuple(sorted(_workouts(read, columns.format), key=_beginning)))


def _row(row: Row | RowTrouble, reader: Reader) -> ReadRow | None:
    if isinstance(row, RowTrouble):
        raise BadCell(row.fault, row.cell)
    cells, width = row[1], reader.columns.width
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        raise BadCell(RowFault.COLUMNS, cells[0])
    return reader.read(cells, row[0])


def _wants_unit(rows: list[Row], columns: Columns) -> bool:
    """Whether a weight stands somewhere whose unit neither the heading nor its row tells."""
    open_ones = [at for at, named in columns.weights if named is None]
    return any(
        row[at].strip() not in ("", "0", "0.0") and not columns.cell(row, "weight_unit")
        for at in open_ones
        for _, row in rows
    )


def _beginning(workout: ImportedWorkout) -> datetime:
    return workout.started_at


def _workouts(rows: Iterable[ReadRow], form: LogFormat) -> Iterable[ImportedWorkout]:
    """Rows of one moment and one title are one workout; FitNotes knows days alone."""
    groups: dict[tuple[datetime, str], list[ReadRow]] = {}
    for row in rows:
        groups.setdefault((row.started_at, row.title), []).append(row)
    for (started_at, title), members in groups.items():
        ordered = members[::-1] if form is LogFormat.HEVY and _runs_backwards(members) else members
        sets = tuple(row.done for row in ordered)
        length = max(row.duration_s for row in members)
        yield ImportedWorkout(title, started_at, sets, members[0].timed, length, _note_of(ordered))


def _note_of(rows: Iterable[ReadRow]) -> str:
    """What is noted of a workout, then of its exercises, each once: `Bench Press: wide grip`."""
    whole, single = dict[str, None](), dict[str, None]()
    for row in rows:
        if row.workout_note:
            whole[row.workout_note] = None
        if row.note:
            single[f"{row.done.exercise}: {row.note}"] = None
    told = "\n".join((*whole, *single))
    return told if len(told) <= LONGEST_NOTE else f"{told[: LONGEST_NOTE - 1]}…"


def _runs_backwards(rows: list[ReadRow]) -> bool:
    """Whether a file that begins with its newest set does so inside its workouts, too."""
    return any(
        now.done.exercise == after.done.exercise and now.index > after.index
        for now, after in pairwise(rows)
    )


