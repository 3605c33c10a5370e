"""Which exercises words about a taken station name: "bench is taken", "swap row for pull-ups"."""

from __future__ import annotations

import re

from core.coach.words import german_phrases as german
from core.coach.words.spoken import spoken

_INSTEAD = re.compile(rf"\b(?:instead|{german.INSTEAD})\b")
_BETWEEN = re.compile(rf"\b(?:for|with|by|of|{german.BETWEEN})\b")
_BESIDE = re.compile(
    r"\b(?:taken|occupied|busy|in use|isn'?t|not|free|no|swap|replace|another exercise|something else|"
    r"instead|the|a|an|my|is|are|all|now|today|please|coach|(?:can|could|would) (?:i|you|we)|i "
    r"want|i would like|"
    r"i'?d like|i'?d rather|"
    rf"i'?ll|to|do|use|{german.BESIDE})\b|[,.!?]"
)


def swap_said(words: str) -> tuple[str, ...]:
    """The names beside "is taken" or "swap … for …": what is taken first, then what is wished instead.

    The first is empty where only what comes instead is named.
    """
    heard = spoken(words)
    parts = (" ".join(_BESIDE.sub(" ", part).split()) for part in _BETWEEN.split(heard))
    names = tuple(name for name in parts if name)
    if _INSTEAD.search(heard) is None:
        return names
    return ("", *names) if len(names) == 1 else names[::-1]
