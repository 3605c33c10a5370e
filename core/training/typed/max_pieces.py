"""The pieces of a text that tells of maxima: names, and lifts like `140`, `100x5`, `bw+20`.

Which name belongs to which lift is `core/training/typed/max_notation.py`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from core.training.notation.numerals import Numeral, read_numeral
from core.training.notation.set_tokens import Cut, Token
from core.training.notation.set_words import Sense
from core.training.typed.max_reading import BadAnswer, Rejected
from core.training.typed.max_words import DONT_KNOW, IGNORED
from core.units import HEAVIEST_G, Load, Unit

MOST_REPS = 20
_UNITS = {Sense.KG: Unit.KG, Sense.LB: Unit.LB}
_TIMES = (Sense.TIMES, Sense.FOR)


class Impossible(Exception):
    """An answer nobody can mean; `rejected` says why."""

    def __init__(self, why: BadAnswer, word: str = "") -> None:
        super().__init__(why)
        self.rejected = Rejected(why, word)


@dataclass(frozen=True, slots=True)
class Lifted:
    """A load and how often it went up; `on_body` as in `TypedMax`."""

    load: Load
    reps: int
    on_body: bool = False


Piece = str | Lifted | None


def pieces_of(tokens: list[Token], unit: Unit) -> list[Piece]:
    """Names and lifts in the order typed; None stands for a lift not known. Raises Impossible."""
    pieces: list[Piece] = []
    name: list[str] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.sense is Sense.BODY and _carries(tokens, index):
            _close(name, pieces)
            lifted, index = _on_body(tokens, index, unit)
            pieces += lifted
            continue
        if token.cut is Cut.NUMBER:
            _close(name, pieces)
            lifted, index = _lifted(tokens, index, unit)
            pieces += lifted
            continue
        if _is_minus(tokens, index):
            raise Impossible(BadAnswer.NEGATIVE, "-" + tokens[index + 1].text)
        if token.sense is Sense.NO_NUMBER or (token.cut is Cut.STRANGE and token.text[0].isdigit()):
            raise Impossible(BadAnswer.NOT_A_NUMBER, token.text)
        if token.text in DONT_KNOW or token.text == "?":
            _close(name, pieces)
            pieces.append(None)
        elif token.cut in (Cut.STRANGE, Cut.SENSE) and token.text not in IGNORED:
            if index and tokens[index - 1].cut is Cut.NUMBER and tokens[index - 1].end == token.start:
                raise Impossible(BadAnswer.NOT_A_NUMBER, tokens[index - 1].text + token.text)
            name.append(token.text)
        index += 1
    _close(name, pieces)
    return pieces


def _close(name: list[str], pieces: list[Piece]) -> None:
    if name:
        pieces.append(" ".join(name))
        name.clear()


def _is_minus(tokens: list[Token], index: int) -> bool:
    """A sign grown on its number and not on what stands before: `-5`, but `squat-140` and `squat - 140`."""
    if tokens[index].cut is not Cut.MINUS or index + 1 >= len(tokens):
        return False
    grown = tokens[index + 1].cut is Cut.NUMBER and tokens[index + 1].start == tokens[index].end
    return grown and (index == 0 or tokens[index - 1].end != tokens[index].start)


def _carries(tokens: list[Token], index: int) -> bool:
    """Whether `bw` is a load (`bw+20`, `bwx8`, `bw`) and no part of a name (`bodyweight squat`)."""
    rest = tokens[index + 1 : index + 3]
    signed = (Cut.PLUS, Cut.MINUS)
    if len(rest) < 2:
        return not rest
    return (rest[0].cut in signed or rest[0].sense in _TIMES) and rest[1].cut is Cut.NUMBER


def _on_body(tokens: list[Token], index: int, unit: Unit) -> tuple[list[Lifted], int]:
    """What the body carries, and where it ends: `bw`, `bw+20`, `bw-15x5`, `bwx8`."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return [Lifted(Load(0, unit), 1, on_body=True)], index + 1
    if following.sense in _TIMES:
        reps, _, after = _number(tokens, index + 2)
        told = [Lifted(Load(0, unit), _reps(reps, tokens[index + 2].text), on_body=True)]
        return told, after + _reps_word(tokens, after)
    lifted, after = _lifted(tokens, index + 2, unit, load_first=True)
    sign = -1 if following.cut is Cut.MINUS else 1
    return [Lifted(Load(sign * one.load.g, one.load.unit), one.reps, on_body=True) for one in lifted], after


def _reps_word(tokens: list[Token], index: int) -> int:
    return int(index < len(tokens) and tokens[index].sense is Sense.REPS)


def _lifted(
    tokens: list[Token], index: int, unit: Unit, *, load_first: bool = False
) -> tuple[list[Lifted], int]:
    """The lift that begins at a number, and where it ends: `140`, `300 lb`, `100 kg x 5`, `8 reps`."""
    token = tokens[index]
    if token.numeral is not None and not token.numeral.sure and token.text.count(",") == 2:
        words = token.text.split(",")
        return [Lifted(_load(_numeral(word), word, unit), 1) for word in words], index + 1
    first, first_unit, index = _number(tokens, index)
    if first_unit is None and _reps_word(tokens, index):
        return [Lifted(Load(0, unit), _reps(first, token.text), on_body=True)], index + 1
    if index >= len(tokens) or tokens[index].sense not in _TIMES:
        grown = index < len(tokens) and tokens[index].cut is Cut.STRANGE
        if grown and tokens[index].start == tokens[index - 1].end and first_unit is None:
            raise Impossible(BadAnswer.NOT_A_NUMBER, token.text + tokens[index].text)
        return [Lifted(_load(first, token.text, first_unit or unit), 1)], index
    if index + 1 >= len(tokens) or tokens[index + 1].cut is not Cut.NUMBER:
        raise Impossible(BadAnswer.UNCLEAR, token.text)
    other = tokens[index + 1]
    second, second_unit, index = _number(tokens, index + 1)
    index += _reps_word(tokens, index)
    if load_first:
        first_unit = first_unit or unit
    return [_set_of((first, first_unit, token.text), (second, second_unit, other.text), unit)], index


def _numeral(word: str) -> Numeral:
    numeral = read_numeral(word)
    if numeral is None:
        raise Impossible(BadAnswer.NOT_A_NUMBER, word)
    return numeral


def _number(tokens: list[Token], index: int) -> tuple[Numeral, Unit | None, int]:
    numeral = tokens[index].numeral
    following = tokens[index + 1].sense if index + 1 < len(tokens) else None
    if numeral is None:
        raise Impossible(BadAnswer.NOT_A_NUMBER, tokens[index].text)
    if following in _UNITS:
        return numeral, _UNITS[following], index + 2
    return numeral, None, index + 1


_Number = tuple[Numeral, Unit | None, str]


def _set_of(first: _Number, second: _Number, unit: Unit) -> Lifted:
    """A recent set, in either order: the unit tells, else the number that can't be its reps."""
    if second[1] is not None or (
        first[1] is None and second[0].value > MOST_REPS and first[0].value <= MOST_REPS
    ):
        first, second = second, first
    elif first[1] is None and first[0].value <= MOST_REPS and first[0].value != second[0].value:
        raise Impossible(BadAnswer.UNCLEAR, first[2])
    reps = _reps(second[0], second[2])
    return Lifted(_load(first[0], first[2], first[1] or unit), reps)


def _reps(numeral: Numeral, word: str) -> int:
    if numeral.value % 1 or numeral.value < 1 or not numeral.sure:
        raise Impossible(BadAnswer.NOT_A_NUMBER, word)
    if numeral.value > MOST_REPS:
        raise Impossible(BadAnswer.TOO_MANY_REPS, word)
    return int(numeral.value)


def _load(numeral: Numeral, word: str, unit: Unit) -> Load:
    value: Decimal = numeral.value
    if not numeral.sure:
        raise Impossible(BadAnswer.UNCLEAR, word)
    if value > 10_000:
        raise Impossible(BadAnswer.TOO_HEAVY, word)
    if value * 100 % 1:
        raise Impossible(BadAnswer.TOO_PRECISE, word)
    load = Load.of(value, unit)
    if not 1 <= load.g <= HEAVIEST_G:
        raise Impossible(BadAnswer.TOO_LIGHT if load.g < 1 else BadAnswer.TOO_HEAVY, word)
    return load
