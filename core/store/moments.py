"""Moments as the tables keep them: UTC epoch milliseconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(moment: datetime) -> int:
    """Epoch milliseconds of an aware moment, rounded up, so that nothing due is ever early."""
    return -((_EPOCH - moment) // _MILLISECOND)


def from_ms(ms: int) -> datetime:
    """The aware UTC moment of epoch milliseconds."""
    return _EPOCH + timedelta(milliseconds=ms)
