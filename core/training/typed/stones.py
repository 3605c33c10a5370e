"""A body's weight in stones, as it is told in Britain: `12 st 4`, `12st 4lb`, `11 stone`."""

from __future__ import annotations

import re
from decimal import Decimal

POUNDS_IN_A_STONE = 14  # Weights and Measures Act 1985, schedule 1
_STONES = re.compile(
    r"(?<![\d.,])(?P<stones>\d{1,2}(?:[.,]5)?) ?(?:stones?|st)\.?(?![^\W\d_])"
    r"(?:,? ?(?:and )?(?P<pounds>\d{1,2}(?:[.,]\d{1,2})?)(?![\d.,]*\d)(?: ?(?:lbs?|pounds?)(?![^\W\d_]))?)?"
)


def in_pounds(folded: str) -> str:
    """The text with stones told as pounds, `172 lb` for `12 st 4`; anything else stays as it is."""
    return _STONES.sub(_pounds, folded)


def _pounds(told: re.Match[str]) -> str:
    pounds = Decimal((told["pounds"] or "0").replace(",", "."))
    if pounds >= POUNDS_IN_A_STONE:
        return told[0]
    return f"{Decimal(told['stones'].replace(',', '.')) * POUNDS_IN_A_STONE + pounds:f} lb"
