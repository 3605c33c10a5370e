"""Words that are nearly one of a short list: "begginer", "dumbels", "strenght". Two letters off at most."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_SHORTEST = 5  # shorter words are too near to each other: "site" is no size
_LONG = 8  # from here on two letters may be wrong
_MOST_WORDS = 12
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def vocabulary(patterns: str) -> frozenset[str]:
    """The words that patterns of words spell out, those long enough to be told apart when mistyped."""
    return frozenset(word for word in _LETTERS.findall(patterns) if len(word) >= _SHORTEST)


def mended(said: str, known: frozenset[str]) -> str:
    """A short text with each mistyped word as the one known word it nearly is; itself where none is.

    The first letter is right in nearly every typo, and keeps "rears" from being years.
    """
    words = _LETTERS.findall(said)
    if len(words) > _MOST_WORDS:
        return said
    return _LETTERS.sub(lambda found: _nearest(found[0], known) or found[0], said)


@cache
def _by_letter(known: frozenset[str]) -> dict[str, tuple[str, ...]]:
    letters = {word[0] for word in known}
    return {first: tuple(sorted(word for word in known if word[0] == first)) for first in letters}


def _nearest(word: str, known: frozenset[str]) -> str | None:
    if word in known or not _SHORTEST - 1 <= len(word) <= 20:
        return None
    near = dict(_distances(word, _by_letter(known).get(word[0], ())))
    best = min(near.values(), default=None)
    found = [each for each, distance in near.items() if distance == best]
    return found[0] if found and _agree(found) else None


def _agree(found: Iterable[str]) -> bool:
    """Whether the words found are one word and its plural: `year` and `years` say the same."""
    return len({word.rstrip("s") for word in found}) == 1


def _distances(word: str, known: Iterable[str]) -> Iterable[tuple[str, int]]:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - its import costs more than reading the catalogue

    for each in known:
        allowed = 2 if len(each) >= _LONG else 1
        distance = OSA.distance(word, each, score_cutoff=allowed)
        if distance <= allowed:
            yield each, distance
