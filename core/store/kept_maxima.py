"""What the log has taught of an athlete's maxima, kept beside a mark of what it was reckoned from.

Derived, and nobody's truth: a row whose mark is another one's is not looked at, and one whose past was
changed is dropped. What stands in the mark is `core/coach/knowing.py`'s.
"""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter

from core.model.athlete import OneRepMax
from core.store.port import Tx

Maxima = tuple[OneRepMax, ...]


@cache
def _maxima() -> TypeAdapter[Maxima]:
    return TypeAdapter(Maxima)


def kept_maxima(tx: Tx, athlete_id: int, mark: str) -> Maxima | None:
    """The maxima kept under this very mark, None when they must be reckoned anew."""
    row = tx.one("kept_maxima_of", athlete_id=athlete_id, mark=mark)
    return None if row is None else _maxima().validate_json(row["maxima"])


def keep_maxima(tx: Tx, athlete_id: int, mark: str, maxima: Maxima) -> None:
    """Keep what was reckoned; what was kept before is gone."""
    tx.do("kept_maxima_keep", athlete_id=athlete_id, mark=mark, maxima=_maxima().dump_json(maxima).decode())


def forget_maxima(tx: Tx, athlete_id: int) -> None:
    """Drop what is kept of an athlete: much of their past has changed at once."""
    tx.do("erase_kept_maxima", athlete_id=athlete_id)
