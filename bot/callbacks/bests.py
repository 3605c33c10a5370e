"""The buttons of records and maxima: their typed data."""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks.wire import Press, button
from core.model.athlete import Provenance
from core.units import Load


@button("br")
@dataclass(frozen=True, slots=True)
class ShowRecords(Press):
    """Turn to a page of all records, counted from 0."""

    page: int


@button("bx")
@dataclass(frozen=True, slots=True)
class ShowRecordsOf(Press):
    """Show every record of one exercise; back leads to `page`."""

    exercise_id: str
    page: int


@button("mk")
@dataclass(frozen=True, slots=True)
class KeepMax(Press):
    """Yes, it is that much: keep a maximum that lies far from what was known; no load keeps nothing."""

    exercise_id: str
    load: Load | None
    provenance: Provenance = Provenance.STATED


@button("md")
@dataclass(frozen=True, slots=True)
class TakeBackMax(Press):
    """Forget what was told of one exercise's maximum."""

    exercise_id: str
