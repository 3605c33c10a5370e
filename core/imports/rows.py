"""One row of a file to one set: what each format's set types, zeros and units mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from core.imports.cells import decimals_of, moment_of, number_of, seconds_of, whole_of
from core.imports.escaping import restored
from core.imports.headings import METRES, UNITS, Columns, plain
from core.imports.spotter_notes import MARK, UNTOLD_S, read_note
from core.imports.surveying import is_something
from core.imports.table import shown
from core.model.imported import ImportedSet, LogFormat, RowFault
from core.model.session import Measure
from core.model.workout import SetKind
from core.units import Load, Unit

EARLIEST = date(1970, 1, 1)
HEAVIEST_G = 1_500_000
LIGHTEST_G = -300_000  # what a machine takes off a pull-up
MOST_REPS = 5_000
LONGEST_S = 24 * 3600
FARTHEST_M = 300_000
LONGEST_NAME = 200
LONGEST_NOTE = 1_000
MOST_SUPERSETS = 1_000
_ORDERS: Mapping[str, SetKind] = MappingProxyType(
    {"w": SetKind.WARM_UP, "d": SetKind.DROP, "f": SetKind.FAILURE}
)
_KINDS: Mapping[str, SetKind] = MappingProxyType(
    {
        "": SetKind.WORK,
        "normal": SetKind.WORK,
        "working": SetKind.WORK,
        "work": SetKind.WORK,
        "warmup": SetKind.WARM_UP,
        "warm up": SetKind.WARM_UP,
        "dropset": SetKind.DROP,
        "drop set": SetKind.DROP,
        "drop": SetKind.DROP,
        "failure": SetKind.FAILURE,
    }
)
_RESTS = {"rest timer", "rest", "pausentimer", "ruhetimer", "erholungstimer", "minuteur de repos"}
_ORDER = re.compile(r"\d{1,4}(?:[.,]0)?", re.ASCII)  # a spreadsheet saves it as 1.0
_STRANGE = re.compile(r"[^\W\d]+(?:[ -][^\W\d]+){0,2}")  # words, no number that slipped in here
_LONGEST_KIND = 20


class BadCell(Exception):
    """A row says something that can't be."""

    def __init__(self, fault: RowFault, cell: str) -> None:
        super().__init__(fault)
        self.fault, self.cell = fault, shown(cell)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One set with what its row says of the workout it belongs to; `index` is Hevy's number of the set.

    `note` is written beside the set or its exercise, `workout_note` on the workout; both may be empty.
    `strange_kind` is what the row calls its kind of set, where that is none we know.
    """

    started_at: datetime
    timed: bool
    title: str
    duration_s: int
    index: int
    done: ImportedSet
    note: str = ""
    workout_note: str = ""
    strange_kind: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads rows of one file. `unit` is for weights without one, `last_day` the last that can be.

    `decimal_sign` is the one its numbers show, "" where they show none.
    """

    columns: Columns
    unit: Unit | None
    month_first: bool
    last_day: date
    decimal_sign: str = ""

    def read(self, row: Sequence[str], line: int) -> ReadRow | None:
        """The set a row tells of, `line` of the file; None for a rest timer and for a set without anything.

        Raises BadCell.
        """
        if self._is_rest(row):
            return None
        started_at, timed = self._moment(row)
        exercise, (kind, strange) = self._exercise(row), self._kind(row)
        noted, on_workout = self._cell(row, "note"), self._cell(row, "title_note")
        note = read_note(noted)
        load, count = self._load(row, assisted=note is not None), self._count(row)
        if count is None:
            return None
        measure, reps = count
        rir = self._rir(row)
        superset = self._superset(row)
        comfort = sides = None
        if note is not None:
            superset, comfort = note.superset, note.comfort
            kind = note.kind or kind
            # Reps that were changed by hand since are the athlete's word.
            sides = note.sides if note.sides and min(note.sides) == reps else None
        done = ImportedSet(exercise, kind, load, reps, measure, rir, comfort, superset, sides, line)
        length = self._duration(row, started_at)
        if note is not None:
            noted, on_workout = "", "" if on_workout == MARK else on_workout
            length = 0 if length <= UNTOLD_S else length
        told = (_as_note(noted), _as_note(on_workout))
        return ReadRow(started_at, timed, self._title(row), length, self._index(row), done, *told, strange)

    def _cell(self, row: Sequence[str], name: str) -> str:
        return self.columns.cell(row, name)

    def _is_rest(self, row: Sequence[str]) -> bool:
        order = self._cell(row, "order")
        if plain(order) in _RESTS or plain(self._cell(row, "exercise")) in _RESTS:
            return True
        # In another language it has another name, but never a weight or reps.
        if len(order) <= 2 or _ORDER.fullmatch(order) or is_something(self._cell(row, "reps")):
            return False
        return not any(is_something(row[at]) for at, _ in self.columns.weights)

    def _moment(self, row: Sequence[str]) -> tuple[datetime, bool]:
        cell = self._cell(row, "date")
        found = moment_of(cell, month_first=self.month_first)
        if found is None or not EARLIEST <= found[0].date() <= self.last_day:
            raise BadCell(RowFault.DATE, cell)
        return found

    def _exercise(self, row: Sequence[str]) -> str:
        cell = self._cell(row, "exercise")
        name = clean(restored(cell))
        if not name or len(name) > LONGEST_NAME:
            raise BadCell(RowFault.NAME, cell)
        return name

    def _title(self, row: Sequence[str]) -> str:
        return clean(restored(self._cell(row, "title")))[:LONGEST_NAME]

    def _kind(self, row: Sequence[str]) -> tuple[SetKind, str]:
        """The kind of a set, and what it is called where that is none we know: then it is a work set."""
        order = self._cell(row, "order").casefold()
        if self.columns.format is LogFormat.STRONG and not _ORDER.fullmatch(order):
            named, kind = order, _ORDERS.get(order)
        else:
            named = self._cell(row, "kind").casefold()
            kind = _KINDS.get(plain(named))
        if kind is not None:
            return kind, ""
        if self.columns.format is LogFormat.FITNOTES:
            return SetKind.WORK, ""  # of the exercise, not of the set: `wr` is one of weight and reps
        if len(named) > _LONGEST_KIND or not _STRANGE.fullmatch(named):
            raise BadCell(RowFault.SET_ORDER, named)
        return SetKind.WORK, named

    def _load(self, row: Sequence[str], *, assisted: bool) -> Load | None:
        """What was typed, of the weight columns with something in them; 0 is how apps write "none".

        Where kilograms and pounds both stand, one was reckoned from the other and has the more decimals.
        """
        told: list[tuple[Decimal, Unit]] = []
        for at, named in self.columns.weights:
            cell = row[at].strip()
            number = number_of(cell, self.decimal_sign) if cell else Decimal(0)
            if number is None:
                raise BadCell(RowFault.WEIGHT, cell)
            if number == 0:
                continue
            told.append((number, named or self._unit_cell(row) or self.unit or Unit.KG))
            if not (LIGHTEST_G if assisted else 0) <= _load_of(*told[-1]).g <= HEAVIEST_G:
                raise BadCell(RowFault.WEIGHT, cell)
        if not told:
            return None
        load = _load_of(*min(told, key=lambda one: (decimals_of(one[0]), one[1] is not self.unit)))
        return load if load.g else None

    def _unit_cell(self, row: Sequence[str]) -> Unit | None:
        cell = self._cell(row, "weight_unit")
        if cell and cell.casefold() not in UNITS:
            raise BadCell(RowFault.WEIGHT, cell)
        return UNITS.get(cell.casefold())

    def _count(self, row: Sequence[str]) -> tuple[Measure, int] | None:
        """Repetitions, else the time, else the way; None where all three are 0 or empty."""
        reps = self._whole(row, "reps", RowFault.REPS, MOST_REPS)
        if reps:
            return Measure.REPS, reps
        seconds = self._seconds(row)
        if seconds:
            return Measure.SECONDS, seconds
        metres = self._metres(row)
        return (Measure.METRES, metres) if metres else None

    def _whole(self, row: Sequence[str], name: str, fault: RowFault, most: int) -> int:
        cell = self._cell(row, name)
        number = whole_of(cell, self.decimal_sign) if cell else 0
        if number is None or not 0 <= number <= most:
            raise BadCell(fault, cell)
        return number

    def _seconds(self, row: Sequence[str]) -> int:
        cell = self._cell(row, "seconds") or self._cell(row, "time")
        seconds = seconds_of(cell, self.decimal_sign)
        if seconds is None or not 0 <= seconds <= LONGEST_S:
            raise BadCell(RowFault.TIME, cell)
        return seconds

    def _metres(self, row: Sequence[str]) -> int:
        cell, unit = self._cell(row, "distance"), self._cell(row, "distance_unit").casefold()
        if not cell:
            return 0
        number = number_of(cell, self.decimal_sign)
        if number and unit and unit not in METRES and self.columns.metres is None:
            raise BadCell(RowFault.DISTANCE, f"{cell} {unit}")
        # A bare way is in kilometres, but in miles where Strong is set to pounds.
        is_miles = self.columns.format is LogFormat.STRONG and self.unit is Unit.LB
        each = self.columns.metres or METRES.get(unit) or METRES["mi" if is_miles else "km"]
        if number is None or not 0 <= number * Decimal(each) <= FARTHEST_M:
            raise BadCell(RowFault.DISTANCE, cell)
        return round(number * Decimal(each))

    def _rir(self, row: Sequence[str]) -> float | None:
        cell = self._cell(row, "rpe")
        number = number_of(cell) if cell else Decimal(0)
        if number is None or not 0 <= number <= 10:
            raise BadCell(RowFault.RPE, cell)
        return _reserve(number) if number else None

    def _superset(self, row: Sequence[str]) -> int | None:
        cell = self._cell(row, "superset")
        number = whole_of(cell) if cell else None
        return number if number is not None and 0 <= number < MOST_SUPERSETS else None

    def _index(self, row: Sequence[str]) -> int:
        return whole_of(self._cell(row, "index")) or 0

    def _duration(self, row: Sequence[str], started_at: datetime) -> int:
        """How long the workout took; a length nobody can train is none told."""
        if end := self._cell(row, "end"):
            found = moment_of(end, month_first=self.month_first)
            spent = found[0] - started_at if found else timedelta()
            seconds = int(spent.total_seconds())
        else:
            seconds = seconds_of(self._cell(row, "duration")) or 0
        return seconds if 0 <= seconds <= LONGEST_S else 0


def _as_note(cell: str) -> str:
    """A note's text, cut where nobody reads on; Hevy writes its line breaks as two signs."""
    return restored(cell)[:LONGEST_NOTE].replace("\\n", "\n").strip()


@lru_cache(maxsize=100)  # one for all sets of an effort
def _reserve(rpe: Decimal) -> float:
    return float(10 - rpe)


@lru_cache(maxsize=2_000)  # one for all sets of a weight
def _load_of(number: Decimal, unit: Unit) -> Load:
    return Load.of(number, unit)


@lru_cache(maxsize=2_000)
def clean(text: str) -> str:
    """A name as one line, without signs nobody sees."""
    seen = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in text[: LONGEST_NAME * 4])
    return " ".join(unicodedata.normalize("NFC", seen).split())
