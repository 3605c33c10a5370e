"""Spotter's own CSV: Strong's columns, filled so that Hevy's importer takes them too, and our reader exactly.

Hevy wants a time in Date and something in Notes, Workout Notes, Seconds and Workout Duration of every row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from io import StringIO

from core.imports.escaping import neutralised
from core.imports.spotter_notes import MARK, UNTOLD_S, SpotterNote, write_note
from core.model.session import Measure
from core.model.workout import LoggedSet, SetKind
from core.units import Unit

HEADING = (
    "Date", "Workout Name", "Exercise Name", "Set Order", "Weight", "Weight Unit", "Reps", "RPE", "Distance",
    "Distance Unit", "Seconds", "Notes", "Workout Notes", "Workout Duration",
)  # fmt: skip
_ORDERS = {SetKind.WARM_UP: "W", SetKind.DROP: "D", SetKind.FAILURE: "F"}
_MOST_RIR = 10


def heading_text() -> str:
    """The first line of every file."""
    return _text([HEADING])


def workout_text(
    title: str,
    started_at: datetime,
    duration_s: int,
    sets: Iterable[tuple[str, LoggedSet, int | None]],
    unit: Unit,
    note: str | None = None,
) -> str:
    """The lines of one workout: (exercise's name, set, superset) in the order done, `started_at` local.

    `unit` stands beside sets without a weight. `note` is what its athlete wrote on the workout.
    """
    minutes = f"{max(UNTOLD_S // 60, round(duration_s / 60))}m"
    first = (f"{started_at:%Y-%m-%d %H:%M:%S}", neutralised(title))
    told = neutralised(note) if note else MARK
    return _text(
        [*first, neutralised(name), *_numbers(done, unit), _note(done, pair), told, minutes]
        for name, done, pair in sets
    )


def _text(rows: Iterable[Iterable[str]]) -> str:
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _numbers(done: LoggedSet, unit: Unit) -> tuple[str, ...]:
    counts = {Measure.REPS: "0", Measure.SECONDS: "0", Measure.METRES: "0", done.measure: str(done.reps)}
    load = done.load
    rir = done.rir
    return (
        _ORDERS.get(done.kind, str(done.set_number)),
        "0" if load is None else f"{load.value.normalize():f}",
        (unit if load is None else load.unit).value,
        counts[Measure.REPS],
        "" if rir is None or not 0 <= rir < _MOST_RIR else f"{_MOST_RIR - rir:g}",
        f"{Decimal(counts[Measure.METRES]) / 1000:f}",
        "km",
        counts[Measure.SECONDS],
    )


def _note(done: LoggedSet, pair: int | None) -> str:
    kind = done.kind if done.kind is SetKind.AMRAP else None
    return write_note(SpotterNote(done.comfort, kind, pair, done.sides))
