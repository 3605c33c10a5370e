"""Our own JSON on its way back into the log, and what it added beside workouts, so that it can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from core.model.exported import ExportedHead, ExportedWorkout
from core.store.moments import to_ms
from core.store.port import Tx

T = TypeVar("T")
HEAD = 0  # the place among an import's bodies where what stands beside the workouts is kept


class Added(StrEnum):
    """What an import has added beside workouts; the name of a measure is its kind and its day."""

    MAX = "max"
    MEASURE = "measure"
    NOTE = "note"
    PREFERENCE = "preference"
    ACHE = "ache"
    SORE_PART = "sore_part"
    ROUTINE = "routine"


@dataclass(frozen=True, slots=True)
class Addition:
    """One thing that an import added, and the moment it was written under."""

    kind: Added
    name: str
    written_at: datetime


@cache
def _heads() -> TypeAdapter[ExportedHead]:
    return TypeAdapter(ExportedHead)


@cache
def _workouts() -> TypeAdapter[ExportedWorkout]:
    return TypeAdapter(ExportedWorkout)


class Misfit(ValueError):
    """JSON that is not of the form; `place` leads to the first value that is not."""

    def __init__(self, place: tuple[str | int, ...]) -> None:
        super().__init__()
        self.place = place


def strict_head(value: Any) -> ExportedHead:
    """What stands beside the workouts, from JSON's plain values; keys nobody knows are passed over.

    Raises Misfit.
    """
    return _strictly(_heads(), value)


def strict_workout(value: Any) -> ExportedWorkout:
    """One workout from JSON's plain values. Raises Misfit."""
    return _strictly(_workouts(), value)


def _strictly(kind: TypeAdapter[T], value: Any) -> T:
    try:
        # As text, for only there a date is a text to a strict reader.
        return kind.validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        raise Misfit(error.errors(include_url=False, include_input=False)[0]["loc"]) from error


def read_export_workout(body: str) -> ExportedWorkout:
    """A workout from the JSON it is kept as."""
    return _workouts().validate_json(body)


def export_head_of(tx: Tx, athlete_id: int, import_id: int) -> ExportedHead:
    """What stands beside the workouts; empty where nothing is kept any more."""
    values = {"import_id": import_id, "athlete_id": athlete_id, "place": HEAD, "count": 1}
    bodies = [row["body"] for row in tx.many("import_workouts_from", **values) if row["place"] == HEAD]
    return _heads().validate_json(bodies[0]) if bodies else ExportedHead()


def export_workouts_from(
    tx: Tx, athlete_id: int, import_id: int, place: int, count: int
) -> list[ExportedWorkout]:
    """At most `count` workouts from a place on; the first has the place behind the head's."""
    values = {"import_id": import_id, "athlete_id": athlete_id, "place": place, "count": count}
    return [_workouts().validate_json(row["body"]) for row in tx.many("import_workouts_from", **values)]


def keep_additions(tx: Tx, athlete_id: int, import_id: int, added: Iterable[Addition]) -> None:
    """Remember what an import has added."""
    for one in added:
        tx.do(
            "import_addition_add",
            athlete_id=athlete_id,
            import_id=import_id,
            kind=one.kind.value,
            name=one.name,
            written_at=to_ms(one.written_at),
        )


def additions_standing(tx: Tx, athlete_id: int, import_id: int) -> int:
    """How many things beside workouts an import has added."""
    return len(tx.many("import_additions", athlete_id=athlete_id, import_id=import_id))


def take_back_additions(tx: Tx, athlete_id: int, import_id: int) -> int:
    """Take back what an import added beside workouts, but for what was changed since; how many went."""
    gone = 0
    for row in tx.many("import_additions", athlete_id=athlete_id, import_id=import_id):
        gone += _taken_back(tx, athlete_id, Added(row["kind"]), row["name"], row["written_at"])
    tx.do("import_additions_drop", athlete_id=athlete_id, import_id=import_id)
    return gone


def _taken_back(tx: Tx, athlete_id: int, kind: Added, name: str, written_at: int) -> int:
    values = {"athlete_id": athlete_id, "written_at": written_at}
    if kind is Added.MEASURE:
        what, _, day = name.partition(" ")
        return tx.do("added_measure_undo", kind=what, measured_on=day, **values)
    if kind is Added.ROUTINE:
        return tx.do("added_routine_undo", routine_id=int(name), **values)
    if kind is Added.MAX:
        return tx.do("added_max_undo", name=name, **values)
    if kind is Added.NOTE:
        return tx.do("added_note_undo", name=name, **values)
    if kind is Added.ACHE:
        return tx.do("added_ache_undo", name=name, **values)
    if kind is Added.SORE_PART:
        return tx.do("added_sore_part_undo", name=name, **values)
    return tx.do("added_preference_undo", name=name, **values)
