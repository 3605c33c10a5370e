"""Answers of the onboarding: one-repetition maxima (`squat 140 bench 100`), bodyweight, days a week.

What a recent set says about a maximum is not here (`one_rep_max.py`), nor which exercise a name means:
the caller brings `resolve`. Sets of a workout are `set_notation.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from core.training.notation.max_reading import BadAnswer, DontKnow, Maxes, MaxReading, Rejected, TypedMax
from core.training.notation.max_words import DONT_KNOW, IGNORED
from core.training.notation.numerals import LONGEST, UNREADABLE, Numeral, plain, read_numeral
from core.training.notation.set_tokens import Cut, Token, cut_tokens
from core.training.notation.set_words import Sense
from core.units import Load, Unit

HABIT = ("back_squat", "bench_press", "deadlift")
HEAVIEST_G = 1_000_000
LIGHTEST_BODY_G = 20_000
HEAVIEST_BODY_G = 400_000
MOST_REPS = 20
_UNITS = {Sense.KG: Unit.KG, Sense.LB: Unit.LB}
_ONE_REP_MAX = re.compile(r"\b1 ?(?:rep ?max|rm)\b")


class _Impossible(Exception):
    def __init__(self, why: BadAnswer, word: str = "") -> None:
        super().__init__(why)
        self.rejected = Rejected(why, word)


@dataclass(frozen=True, slots=True)
class _Lifted:
    load: Load
    reps: int


_Piece = str | _Lifted | None


def read_maxes(
    text: str, unit: Unit, resolve: Callable[[str], str | None], asked: str | None = None
) -> MaxReading:
    """The maxima a text tells of: `squat 140 bench 100 dead 180`, `140/100/180`, `bench: 100x5`, "no idea".

    Numbers without a unit are in `unit`. `resolve` gives the exercise id of a name, None for a stranger.
    `asked` is the lift asked for alone, to which a bare `140 kg` belongs. Never raises.
    """
    folded = plain(text)
    if folded is None or UNREADABLE in folded:
        return Rejected(BadAnswer.NOT_A_NUMBER)
    folded = _ONE_REP_MAX.sub(" ", folded).strip()
    if folded.strip(" .!?") in DONT_KNOW or folded == "?":
        return DontKnow()
    for phrase in DONT_KNOW:
        if " " in phrase:
            folded = folded.replace(phrase, "idk")
    try:
        return _paired(_pieces(cut_tokens(folded), unit), resolve, asked)
    except _Impossible as err:
        return err.rejected


def _pieces(tokens: list[Token], unit: Unit) -> list[_Piece]:
    """Names and lifts in the order typed; None stands for a lift not known."""
    pieces: list[_Piece] = []
    name: list[str] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.cut is Cut.NUMBER:
            _close(name, pieces)
            lifted, index = _lifted(tokens, index, unit)
            pieces += lifted
            continue
        if _is_minus(tokens, index):
            raise _Impossible(BadAnswer.NEGATIVE, "-" + tokens[index + 1].text)
        if token.sense is Sense.NO_NUMBER or (token.cut is Cut.STRANGE and token.text[0].isdigit()):
            raise _Impossible(BadAnswer.NOT_A_NUMBER, token.text)
        if token.text in DONT_KNOW or token.text == "?":
            _close(name, pieces)
            pieces.append(None)
        elif token.cut in (Cut.STRANGE, Cut.SENSE) and token.text not in IGNORED:
            if index and tokens[index - 1].cut is Cut.NUMBER and tokens[index - 1].end == token.start:
                raise _Impossible(BadAnswer.NOT_A_NUMBER, tokens[index - 1].text + token.text)
            name.append(token.text)
        index += 1
    _close(name, pieces)
    return pieces


def _close(name: list[str], pieces: list[_Piece]) -> None:
    if name:
        pieces.append(" ".join(name))
        name.clear()


def _is_minus(tokens: list[Token], index: int) -> bool:
    """A sign grown on its number and not on what stands before: `-5`, but `squat-140` and `squat - 140`."""
    if tokens[index].cut is not Cut.MINUS or index + 1 >= len(tokens):
        return False
    grown = tokens[index + 1].cut is Cut.NUMBER and tokens[index + 1].start == tokens[index].end
    return grown and (index == 0 or tokens[index - 1].end != tokens[index].start)


def _lifted(tokens: list[Token], index: int, unit: Unit) -> tuple[list[_Lifted], int]:
    """The lift that begins at a number, and where it ends: `140`, `300 lb`, `100 kg x 5`, `100 for 5`."""
    token = tokens[index]
    if token.numeral is not None and not token.numeral.sure and token.text.count(",") == 2:
        words = token.text.split(",")
        return [_Lifted(_load(_numeral(word), word, unit), 1) for word in words], index + 1
    first, first_unit, index = _number(tokens, index)
    if index >= len(tokens) or tokens[index].sense not in (Sense.TIMES, Sense.FOR):
        grown = index < len(tokens) and tokens[index].cut is Cut.STRANGE
        if grown and tokens[index].start == tokens[index - 1].end and first_unit is None:
            raise _Impossible(BadAnswer.NOT_A_NUMBER, token.text + tokens[index].text)
        return [_Lifted(_load(first, token.text, first_unit or unit), 1)], index
    if index + 1 >= len(tokens) or tokens[index + 1].cut is not Cut.NUMBER:
        raise _Impossible(BadAnswer.UNCLEAR, token.text)
    other = tokens[index + 1]
    second, second_unit, index = _number(tokens, index + 1)
    if index < len(tokens) and tokens[index].sense is Sense.REPS:
        index += 1
    return [_set_of((first, first_unit, token.text), (second, second_unit, other.text), unit)], index


def _numeral(word: str) -> Numeral:
    numeral = read_numeral(word)
    if numeral is None:
        raise _Impossible(BadAnswer.NOT_A_NUMBER, word)
    return numeral


def _number(tokens: list[Token], index: int) -> tuple[Numeral, Unit | None, int]:
    numeral = tokens[index].numeral
    following = tokens[index + 1].sense if index + 1 < len(tokens) else None
    if numeral is None:
        raise _Impossible(BadAnswer.NOT_A_NUMBER, tokens[index].text)
    if following in _UNITS:
        return numeral, _UNITS[following], index + 2
    return numeral, None, index + 1


_Number = tuple[Numeral, Unit | None, str]


def _set_of(first: _Number, second: _Number, unit: Unit) -> _Lifted:
    """A recent set, in either order: the unit tells, else the number that can't be its reps."""
    if second[1] is not None or (
        first[1] is None and second[0].value > MOST_REPS and first[0].value <= MOST_REPS
    ):
        first, second = second, first
    elif first[1] is None and first[0].value <= MOST_REPS and first[0].value != second[0].value:
        raise _Impossible(BadAnswer.UNCLEAR, first[2])
    reps = second[0].value
    if reps % 1 or reps < 1 or not second[0].sure:
        raise _Impossible(BadAnswer.NOT_A_NUMBER, second[2])
    if reps > MOST_REPS:
        raise _Impossible(BadAnswer.TOO_MANY_REPS, second[2])
    return _Lifted(_load(first[0], first[2], first[1] or unit), int(reps))


def _load(numeral: Numeral, word: str, unit: Unit) -> Load:
    value: Decimal = numeral.value
    if not numeral.sure:
        raise _Impossible(BadAnswer.UNCLEAR, word)
    if value > 10_000:
        raise _Impossible(BadAnswer.TOO_HEAVY, word)
    if value * 100 % 1:
        raise _Impossible(BadAnswer.TOO_PRECISE, word)
    load = Load.of(value, unit)
    if not 1 <= load.g <= HEAVIEST_G:
        raise _Impossible(BadAnswer.TOO_LIGHT if load.g < 1 else BadAnswer.TOO_HEAVY, word)
    return load


def _paired(pieces: list[_Piece], resolve: Callable[[str], str | None], asked: str | None) -> MaxReading:
    """Names joined with their lifts, whichever comes first."""
    names = [piece for piece in pieces if isinstance(piece, str)]
    lifted = [piece for piece in pieces if isinstance(piece, _Lifted)]
    if not lifted:
        known = all(piece is not None for piece in pieces)
        return Rejected(BadAnswer.NOT_A_NUMBER) if known else DontKnow()
    if not names:
        return _unnamed(lifted, asked)
    pairs = list(zip(pieces[::2], pieces[1::2], strict=False))
    if not isinstance(pieces[0], str):
        pairs = [(name, value) for value, name in pairs]
    broken = any(not isinstance(name, str) or isinstance(value, str) for name, value in pairs)
    if len(pieces) % 2 or broken:
        return Rejected(BadAnswer.UNCLEAR)
    return _resolved([(str(name), value) for name, value in pairs if isinstance(value, _Lifted)], resolve)


def _unnamed(lifted: list[_Lifted], asked: str | None) -> MaxReading:
    if len(lifted) == 1:
        if asked is None:
            return Rejected(BadAnswer.WHICH_LIFT)
        return Maxes((TypedMax(asked, lifted[0].load, lifted[0].reps),))
    if len(lifted) != len(HABIT):
        return Rejected(BadAnswer.WHICH_LIFT)
    told = zip(HABIT, lifted, strict=True)
    return Maxes(tuple(TypedMax(name, each.load, each.reps) for name, each in told), by_habit=True)


def _resolved(pairs: list[tuple[str, _Lifted]], resolve: Callable[[str], str | None]) -> MaxReading:
    lifts: dict[str, TypedMax] = {}
    strangers: list[str] = []
    for name, each in pairs:
        exercise_id = resolve(name)
        if exercise_id is None:
            strangers.append(name)
        elif exercise_id in lifts:
            return Rejected(BadAnswer.UNCLEAR, name)
        else:
            lifts[exercise_id] = TypedMax(exercise_id, each.load, each.reps)
    if not lifts:
        return Rejected(BadAnswer.UNKNOWN_LIFT, strangers[0])
    return Maxes(tuple(lifts.values()), strangers=tuple(strangers))


def read_bodyweight(text: str, unit: Unit) -> Load | Rejected:
    """A body's weight from 20 to 400 kg: `82.4`, `82,4 kg`, `180 lb`."""
    try:
        lifted = [piece for piece in _pieces(_tokens(text), unit) if isinstance(piece, _Lifted)]
    except _Impossible as err:
        return err.rejected
    if len(lifted) != 1 or lifted[0].reps != 1:
        return Rejected(BadAnswer.NOT_A_NUMBER)
    load = lifted[0].load
    if load.g < LIGHTEST_BODY_G:
        return Rejected(BadAnswer.TOO_LIGHT)
    return load if load.g <= HEAVIEST_BODY_G else Rejected(BadAnswer.TOO_HEAVY)


def read_count(text: str, low: int, high: int) -> int | Rejected:
    """A whole number between `low` and `high`, words around it allowed: `3`, `3 days a week`."""
    try:
        tokens = _tokens(text)
    except _Impossible as err:
        return err.rejected
    numbers = [index for index, token in enumerate(tokens) if token.cut is Cut.NUMBER]
    if len(numbers) != 1 or any(token.sense is Sense.NO_NUMBER for token in tokens):
        return Rejected(BadAnswer.NOT_A_NUMBER)
    numeral = tokens[numbers[0]].numeral
    if numeral is None or numeral.value % 1 or not numeral.sure:
        return Rejected(BadAnswer.NOT_A_NUMBER)
    if numbers[0] and tokens[numbers[0] - 1].cut is Cut.MINUS:
        return Rejected(BadAnswer.NEGATIVE)
    count = int(numeral.value)
    return count if low <= count <= high else Rejected(BadAnswer.OUT_OF_RANGE)


def _tokens(text: str) -> list[Token]:
    folded = plain(text) if len(text) <= LONGEST else None
    if folded is None or UNREADABLE in folded:
        raise _Impossible(BadAnswer.NOT_A_NUMBER)
    return cut_tokens(folded)
