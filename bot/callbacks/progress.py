"""The buttons under pictures of progress: their typed data."""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks.wire import Press, button
from core.model.measure import MeasureKind


@button("pg")
@dataclass(frozen=True, slots=True)
class ShowProgress(Press):
    """Show one exercise over time."""

    exercise_id: str


@button("cm")
@dataclass(frozen=True, slots=True)
class ShowMonth(Press):
    """Turn the calendar to the month so many before this one."""

    months_back: int


@button("ms")
@dataclass(frozen=True, slots=True)
class ShowMeasure(Press):
    """Show one measure of the body over time."""

    kind: MeasureKind
