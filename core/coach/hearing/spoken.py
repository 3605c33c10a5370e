"""Words as they are compared: in one spelling, whatever stands around them."""

from __future__ import annotations

import re

from core.training.notation.numerals import plain

LONGEST_PHRASE = 120
_SPELLED = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        start=2,
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"}
_SPELLED_OUT = re.compile(rf"\b(?:{'|'.join(_SPELLED)})\b")


def counted(heard: str) -> str:
    """Words with spelled numbers as digits: "make that seven"; "one" stays, it may be "that one"."""
    return _SPELLED_OUT.sub(lambda found: _SPELLED[found.group()], heard)


def number_said(words: str) -> int:
    """The first whole number in some words, spelled or in digits; 1 where there is none."""
    found = re.search(r"[0-9]{1,3}", counted(spoken(words)))
    return int(found.group()) if found is not None else 1


def spoken(words: str) -> str:
    """Words as phrases are compared: folded, single spaces, no full stop; empty when too long."""
    folded = plain(words) if len(words) <= LONGEST_PHRASE else None
    return " ".join((folded or "").split()).strip(" .!?…")
