"""Numbers as people type them: digits of every script, decimal comma, invisible marks, and what is refused.

What the numbers of a set mean is not here (`core/training/set_notation.py`), nor units (`core/units.py`).
Everything is linear in the text, and texts longer than `LONGEST` are not looked at.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

LONGEST = 200
UNREADABLE = "\ufffd"
_DIGITS = "0123456789"
_SAME_AS = {
    **dict.fromkeys("×✕✖⨯∗*", "×"),
    **dict.fromkeys("−–—‐‑﹣－", "-"),
    **dict.fromkeys("’ʼ`´", "'"),
    "،": ",",
    "🔟": "10",
    **dict.fromkeys("ıİ", "i"),
    "⁄": UNREADABLE,
}
_NUMBER = re.compile(r"[0-9]{1,7}(?:[.,٫٬][0-9]{1,7})*")
_MARKS = re.compile(r"[.,٫٬]")


@lru_cache(maxsize=4096)
def _plain_character(char: str) -> str:
    if char in _SAME_AS:
        return _SAME_AS[char]
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category in ("No", "Nl", "Cs", "Co", "Cn"):
        return UNREADABLE
    if category == "Cc":
        return char if char in "\n\r\t\v\f" else UNREADABLE
    if category == "Cf" or char == "\u20e3" or "\ufe00" <= char <= "\ufe0f" or "🏻" <= char <= "🏿":
        return ""
    folded = unicodedata.normalize("NFKC", char)
    # "㏠" unfolds to "1日": a digit nobody typed must not become one.
    return UNREADABLE if any(each in _DIGITS for each in folded) else folded


def plain(text: str) -> str | None:
    """The text in one spelling: small letters, digits 0-9, `×` for times signs, no invisible marks.

    Superscripts, fractions, lone surrogates and control characters become `UNREADABLE`. None: longer
    than `LONGEST` characters, which no set notation is.
    """
    if len(text) > LONGEST:
        return None
    mapped = "".join(_plain_character(char) for char in text)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", mapped).casefold())


@dataclass(frozen=True, slots=True)
class Numeral:
    """One typed number. `readings` are what it may mean, likeliest first; not `sure`: one must ask."""

    readings: tuple[Decimal, ...]
    sure: bool = True

    @property
    def value(self) -> Decimal:
        """The likeliest reading."""
        return self.readings[0]


def read_numeral(word: str) -> Numeral | None:
    """The number a plain word of digits and separators says; None when it is none.

    `80,5` and `80.5` are 80.5; `1,000` may be 1 or 1000, `1.000,5` is probably 1000.5: neither is sure.
    """
    if len(word) > LONGEST or not _NUMBER.fullmatch(word):
        return None
    groups, marks = _MARKS.split(word), _MARKS.findall(word)
    if not marks:
        return Numeral((Decimal(word),))
    decimal = Decimal("".join(groups[:-1]) + "." + groups[-1])
    whole = Decimal("".join(groups))
    in_thousands = 1 <= len(groups[0]) <= 3 and groups[0][0] != "0"
    if len(marks) == 1:
        by_three = in_thousands and len(groups[1]) == 3
        if marks[0] == "٬":
            return Numeral((whole,), sure=False) if by_three else None
        if marks[0] == "٫" or not by_three:
            return Numeral((decimal,))
        return Numeral((decimal, whole), sure=False)
    if not in_thousands or len(set(marks[:-1])) != 1 or any(len(group) != 3 for group in groups[1:-1]):
        return None
    if marks[-1] != marks[0]:
        return Numeral((decimal,), sure=False)
    return Numeral((whole,), sure=False) if len(groups[-1]) == 3 else None


def read_decimal(text: str) -> Decimal | None:
    """The number a text consists of, when it is surely one: `80,5`, `٨٠`, ` 80 `. Signs are not read."""
    folded = plain(text)
    numeral = read_numeral(folded.strip()) if folded else None
    return numeral.value if numeral is not None and numeral.sure else None


def clean(text: str, longest: int = LONGEST) -> str:
    """A note's text fit to keep: no control characters, no lone surrogates, single spaces, not too long."""
    kept = "".join(
        " " if char.isspace() else char
        for char in text[: 4 * longest]
        if char.isspace() or unicodedata.category(char) not in ("Cc", "Cs", "Cn", "Co")
    )
    return " ".join(kept.split())[:longest].rstrip()
