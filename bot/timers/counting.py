"""Bells that are counted as they end; what they bring is `bringing.py`, when they ring `ringer.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.figures import Figures
from bot.timers.ringer import Bells, Rung
from core.store.timers import DueTimer


def counted(bells: Bells, figures: Figures) -> Bells:
    """The same bells, each told to `figures` with how late it was."""

    async def ring(timer: DueTimer, late: timedelta) -> Rung:
        outcome = "not_sent"
        try:
            rang = await bells.ring(timer, late)
            outcome = rang.outcome.value
        finally:
            figures.rang(timer.kind, outcome, late.total_seconds())
        return rang

    async def too_late(timer: DueTimer, late: timedelta) -> None:
        await bells.too_late(timer, late)
        figures.rang(timer.kind, "too_late", late.total_seconds())

    return replace(bells, ring=ring, too_late=too_late)
