"""Answers to what was written long ago, while newer words wait behind it: nobody needs them, so none is sent.

Which updates those are is decided in `bot/intake/backlog.py`; who holds its tongue is `telling.py`.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Late:
    """An update that waited: when it was written, and whether newer ones make its answer needless."""

    written_at: datetime
    hushed: bool


_LATE: ContextVar[Late | None] = ContextVar("late", default=None)


def begin(late: Late | None) -> None:
    """From here on this task works on an update that is late like that, or not late at all."""
    _LATE.set(late)


def late() -> Late | None:
    """How late the update is that this task works on; None when it is not."""
    return _LATE.get()


def hushed() -> bool:
    """Whether nothing is to be sent or changed just now. Taking away buttons and answering taps is."""
    found = _LATE.get()
    return found is not None and found.hushed
