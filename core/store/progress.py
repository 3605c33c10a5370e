"""What was trained and measured, by exercise, by day and by kind: the reads behind pictures.

Each goes through an index of the athlete's own rows, however many others have. Warm-ups are left out.
"""

from __future__ import annotations

from datetime import date, datetime
from operator import itemgetter

from core.model.measure import Measured, MeasureKind
from core.model.workout import LoggedSet
from core.store.logged_sets import read_set
from core.store.moments import to_ms
from core.store.port import Row, Tx

_told = itemgetter(
    "kind", "load_g", "unit", "reps", "left_reps", "right_reps", "measure", "rir_tenths", "comfort"
)


def sets_by_day(tx: Tx, athlete_id: int, exercise_id: str) -> list[tuple[date, LoggedSet]]:
    """All work sets of one exercise with the day they belong to, oldest first."""
    rows = tx.many("progress_sets_of_exercise", athlete_id=athlete_id, exercise_id=exercise_id)
    return [(date.fromisoformat(row["trained_on"]), read_set(row)) for row in rows]


def first_sets_by_day(tx: Tx, athlete_id: int, exercise_id: str) -> list[tuple[date, LoggedSet]]:
    """`sets_by_day`, but of sets that tell the same only the first: a year has few that differ."""
    rows = tx.many("progress_sets_of_exercise", athlete_id=athlete_id, exercise_id=exercise_id)
    first: dict[tuple[object, ...], Row] = {}
    for row in rows:
        first.setdefault(_told(row), row)
    return [(date.fromisoformat(row["trained_on"]), read_set(row)) for row in first.values()]


def set_counts_between(tx: Tx, athlete_id: int, first: date, last: date) -> dict[str, int]:
    """Work sets by exercise from `first` to `last`, both included."""
    counts: dict[str, int] = {}
    for row in tx.many("progress_sets_between", athlete_id=athlete_id, **_days(first, last)):
        counts[row["exercise_id"]] = counts.get(row["exercise_id"], 0) + 1
    return counts


def sets_of_days(tx: Tx, athlete_id: int, first: date, last: date) -> dict[date, int]:
    """Work sets by day from `first` to `last`, both included; days without one are left out."""
    rows = tx.many("progress_days", athlete_id=athlete_id, **_days(first, last))
    return {date.fromisoformat(row["trained_on"]): row["sets"] for row in rows}


def exercises_since(tx: Tx, athlete_id: int, first: date) -> list[str]:
    """Ids of what was trained from `first` on, what was trained in most workouts first."""
    rows = tx.many("progress_exercises", athlete_id=athlete_id, first_day=first.isoformat())
    return [row["exercise_id"] for row in rows]


def keep_measure(tx: Tx, athlete_id: int, measured: Measured, now: datetime) -> None:
    """Keep a measurement, in place of one of the same kind and day."""
    tx.do(
        "measure_keep",
        athlete_id=athlete_id,
        kind=measured.kind.value,
        measured_on=measured.measured_on.isoformat(),
        amount=measured.amount,
        unit=measured.unit,
        measured_at=to_ms(now),
    )


def measures_of(tx: Tx, athlete_id: int, kind: MeasureKind) -> tuple[Measured, ...]:
    """All measurements of one kind, oldest first."""
    rows = tx.many("measures_of", athlete_id=athlete_id, kind=kind.value)
    return tuple(_measured(row) for row in rows)


def all_measures(tx: Tx, athlete_id: int) -> tuple[Measured, ...]:
    """All measurements of every kind, oldest first."""
    return tuple(_measured(row) for row in tx.many("measures_all", athlete_id=athlete_id))


def newest_measures(tx: Tx, athlete_id: int) -> tuple[Measured, ...]:
    """The newest measurement of each kind there is."""
    return tuple(_measured(row) for row in tx.many("measures_newest", athlete_id=athlete_id))


def _measured(row: Row) -> Measured:
    measured_on = date.fromisoformat(row["measured_on"])
    return Measured(MeasureKind(row["kind"]), measured_on, row["amount"], row["unit"])


def _days(first: date, last: date) -> dict[str, str]:
    return {"first_day": first.isoformat(), "last_day": last.isoformat()}
