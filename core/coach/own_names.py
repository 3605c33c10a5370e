"""What an exercise of one's own may be called: words that can be typed again before a set, and found."""

from __future__ import annotations

import unicodedata

from core.coach.hearing.phrases import phrase_of
from core.training.notation.set_reading import Named
from core.training.set_notation import read_set
from core.units import Unit

MOST_OWN = 50
LONGEST_NAME = 60
SHORTEST_NAME = 2
_IMPORTED = "Imported exercise"
_NEVER_IN_A_NAME = "{}<>"


def kept_name(text: str) -> str:
    """The name of an exercise that came with a file: as near to what it is called there as can be typed."""
    letters = "".join(sign if sign.isalpha() else " " for sign in text)
    plain = "".join(sign if sign.isalnum() else " " for sign in text)
    for words in (text, plain, letters, f"{_IMPORTED} {letters}"):
        name = clean_name(words[:LONGEST_NAME])
        if name is not None:
            return name
    return _IMPORTED


def clean_name(text: str) -> str | None:
    """The name as it is kept: one line, capital first, without signs nobody sees; None for no name.

    None also where typing it before a set would mean something else: a number, a command, a pain.
    """
    seen = "".join(
        sign if unicodedata.category(sign)[0] != "C" else " "
        for sign in unicodedata.normalize("NFC", text)
        if sign not in _NEVER_IN_A_NAME
    )
    name = " ".join(seen.split()).strip(" :,;-.!")
    letters = sum(sign.isalpha() for sign in unicodedata.normalize("NFKD", name))
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME or letters < SHORTEST_NAME:
        return None
    before_a_set = read_set(f"{name} 5x5", None, Unit.KG)
    if not isinstance(before_a_set, Named) or phrase_of(f"{name} 5x5") is not None:
        return None
    return name[0].upper() + name[1:]
