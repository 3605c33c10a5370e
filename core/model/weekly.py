"""A week looked back on: what it came to, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.exercise import Exercise
from core.model.outcomes import NewRecord
from core.model.programme import Programme
from core.units import Unit


@dataclass(frozen=True, slots=True)
class LookBack:
    """One week, Monday to Sunday: workouts, work sets and grams moved, and its best record, if any.

    `week` is how sets stand against their band and which days come; `advises` that the advice of two days a
    week is due, once ever. `day` is the Sunday's ordinal.
    """

    chat_id: int
    language: str
    day: int
    workouts: int
    sets: int
    tonnage_g: int
    unit: Unit
    best: tuple[Exercise, NewRecord] | None
    week: Programme
    advises: bool
