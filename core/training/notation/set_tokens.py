"""A set's text cut into numbers, words with a sense, signs and the rest.

What they mean together is not here: see `set_parsing.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from core.training.notation.numerals import Numeral, read_numeral
from core.training.notation.set_words import PHRASES, WORDS, Sense, is_picture

_CUT = re.compile(
    r"(?P<number>[0-9]+(?:[.,٫٬][0-9]+)*)|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<gap>[^\S\r\n]+)"
    r"|(?P<line>[\r\n]\s*)|(?P<mark>.)",
    re.DOTALL,
)


class Cut(Enum):
    """What a token is."""

    NUMBER = auto()
    SENSE = auto()
    PLUS = auto()
    MINUS = auto()
    SLASH = auto()
    COLON = auto()
    BREAK = auto()
    ORNAMENT = auto()
    STRANGE = auto()


MOST_TOKENS = 120  # ten sets, each with kind, load, unit, reps and effort, and a name; junk costs no more
_MARKS = {"+": Cut.PLUS, "-": Cut.MINUS, "/": Cut.SLASH, ":": Cut.COLON, ",": Cut.BREAK, ";": Cut.BREAK}
_ORNAMENTS = "().!·•|"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of text: its span, and a number or a sense where it has one."""

    cut: Cut
    text: str
    start: int
    end: int
    numeral: Numeral | None = None
    sense: Sense | None = None


def cut_tokens(folded: str) -> list[Token]:
    """The tokens of a text in `plain` spelling, in order, gaps left out; none of over `MOST_TOKENS`."""
    tokens: list[Token] = []
    for match in _CUT.finditer(folded):
        piece, start = match.group(), match.start()
        if match.lastgroup == "number":
            tokens += _numbers(piece, start)
        elif match.lastgroup == "word":
            tokens += _word(piece, start)
        elif match.lastgroup == "line":
            tokens.append(Token(Cut.BREAK, piece, start, match.end()))
        elif match.lastgroup == "mark":
            tokens.append(_mark(piece, start, inside=_inside_number(folded, start)))
        if len(tokens) > MOST_TOKENS:
            return []
    return _joined(tokens)


def _numbers(piece: str, start: int) -> list[Token]:
    numeral = read_numeral(piece)
    if numeral is not None:
        return [Token(Cut.NUMBER, piece, start, start + len(piece), numeral)]
    if "," in piece and not any(mark in piece for mark in ".٫٬"):
        return _listed(piece, start)
    return [Token(Cut.STRANGE, piece, start, start + len(piece))]


def _listed(piece: str, start: int) -> list[Token]:
    """`8,8,7`: three numbers, two breaks."""
    tokens: list[Token] = []
    for index, each in enumerate(piece.split(",")):
        if index:
            tokens.append(Token(Cut.BREAK, ",", start - 1, start))
        numeral = read_numeral(each)
        cut = Cut.STRANGE if numeral is None else Cut.NUMBER
        tokens.append(Token(cut, each, start, start + len(each), numeral))
        start += len(each) + 1
    return tokens


def _word(piece: str, start: int) -> list[Token]:
    """One word, or a known word with its times sign grown on: `kgx`, `xbw`."""
    end = start + len(piece)
    if piece in WORDS:
        return [Token(Cut.SENSE, piece, start, end, sense=WORDS[piece])]
    for times in ("x", "х"):
        if piece.endswith(times) and piece[:-1] in WORDS:
            return [*_word(piece[:-1], start), *_word(times, end - 1)]
        if piece.startswith(times) and piece[1:] in WORDS:
            return [*_word(times, start), *_word(piece[1:], start + 1)]
    return [Token(Cut.STRANGE, piece, start, end)]


def _inside_number(folded: str, at: int) -> bool:
    """Whether a sign stands between two digits, as in `8🔥0`: nobody knows which number that is."""
    return folded[at - 1 : at].isdigit() and folded[at + 1 : at + 2].isdigit()


def _mark(piece: str, start: int, *, inside: bool) -> Token:
    end = start + 1
    if piece in WORDS:
        return Token(Cut.SENSE, piece, start, end, sense=WORDS[piece])
    if piece in _MARKS:
        return Token(_MARKS[piece], piece, start, end)
    ornament = piece in _ORNAMENTS or (is_picture(piece) and not inside)
    return Token(Cut.ORNAMENT if ornament else Cut.STRANGE, piece, start, end)


def _joined(tokens: list[Token]) -> list[Token]:
    """Two words that mean one thing together become one token: `warm-up`, `to failure`."""
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        for last, between in ((index + 1, " "), (index + 2, "-")):
            if last >= len(tokens) or (between == "-" and tokens[index + 1].cut is not Cut.MINUS):
                continue
            word = PHRASES.get(token.text + between + tokens[last].text)
            if word is not None:
                token = Token(Cut.SENSE, word, token.start, tokens[last].end, sense=WORDS[word])
                index = last
                break
        joined.append(token)
        index += 1
    return joined
