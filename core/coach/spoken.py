"""Words as they are compared: in one spelling, whatever stands around them."""

from __future__ import annotations

from core.training.notation.numerals import plain

LONGEST_PHRASE = 120


def spoken(words: str) -> str:
    """Words as phrases are compared: folded, single spaces, no full stop; empty when too long."""
    folded = plain(words) if len(words) <= LONGEST_PHRASE else None
    return " ".join((folded or "").split()).strip(" .!?…")
