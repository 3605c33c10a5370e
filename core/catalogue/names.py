"""Names an athlete gave, found as they type them later: whole, begun, or with a slip of the thumb.

Exercises are found by `search.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz

SURE = 100.0
BEGUN = 90.0  # every typed word begins a word of the name
NEAR_FROM = 78.0


def folded(name: str) -> str:
    """A name without capitals, accents and doubled gaps, to compare by."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def near_names(words: str, names: Sequence[str]) -> list[tuple[int, float]]:
    """Places of the names that words could mean and how surely (0 to 100), the likeliest first."""
    typed = folded(words)
    if not typed:
        return []
    scored = [(place, _score(typed, folded(name))) for place, name in enumerate(names)]
    return sorted((one for one in scored if one[1] >= NEAR_FROM), key=lambda one: (-one[1], one[0]))


def _score(typed: str, name: str) -> float:
    if typed == name:
        return SURE
    begins = all(any(own.startswith(word) for own in name.split()) for word in typed.split())
    return BEGUN if begins else min(fuzz.ratio(typed, name), SURE - 1)
