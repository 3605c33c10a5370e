"""Answers of the onboarding: one-repetition maxima (`squat 140 bench 100`), bodyweight, days a week.

What a recent set says about a maximum is not here (`past/one_rep_max.py`), nor which exercise a name means:
the caller brings `resolve`. Sets of a workout are `core/training/set_notation.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from core.training.notation.numerals import LONGEST, UNREADABLE, plain
from core.training.notation.set_tokens import Cut, Token, cut_tokens
from core.training.notation.set_words import Sense
from core.training.typed.max_pieces import Impossible, Lifted, Piece, pieces_of
from core.training.typed.max_reading import BadAnswer, DontKnow, Maxes, MaxReading, Rejected, TypedMax
from core.training.typed.max_spelling import respelt
from core.training.typed.max_words import DONT_KNOW
from core.training.typed.stones import in_pounds
from core.units import Load, Unit

HABIT = ("back_squat", "bench_press", "deadlift")
LIGHTEST_BODY_G = 20_000
HEAVIEST_BODY_G = 400_000
_ONE_REP_MAX = re.compile(r"\b1 ?(?:rep ?max|rm)\b")


def read_maxes(
    text: str, unit: Unit, resolve: Callable[[str], str | None], asked: str | None = None
) -> MaxReading:
    """The maxima a text tells of: `squat 140 bench 100 dead 180`, `140/100/180`, `bench: 100x5`, "no idea".

    `pull-up bw+20` is 20 on the body, `bwx8` a set with the body alone. Numbers without a unit are in
    `unit`. `resolve` gives the exercise id of a name, None for a stranger. `asked` is the lift asked for
    alone, to which a bare `140 kg` belongs. Never raises.
    """
    folded = plain(text)
    if folded is None or UNREADABLE in folded:
        return Rejected(BadAnswer.NOT_A_NUMBER)
    spelt = respelt(_ONE_REP_MAX.sub(" ", folded).strip(), unit)
    if spelt is None:
        return Rejected(BadAnswer.UNCLEAR)
    folded = spelt
    if folded.strip(" .!?") in DONT_KNOW or folded == "?":
        return DontKnow()
    for phrase in DONT_KNOW:
        if " " in phrase:
            folded = folded.replace(phrase, "idk")
    try:
        return _paired(pieces_of(cut_tokens(folded), unit), resolve, asked)
    except Impossible as err:
        return err.rejected


def _paired(pieces: list[Piece], resolve: Callable[[str], str | None], asked: str | None) -> MaxReading:
    """Names joined with their lifts, whichever comes first."""
    names = [piece for piece in pieces if isinstance(piece, str)]
    lifted = [piece for piece in pieces if isinstance(piece, Lifted)]
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
    return _resolved([(str(name), value) for name, value in pairs if isinstance(value, Lifted)], resolve)


def _unnamed(lifted: list[Lifted], asked: str | None) -> MaxReading:
    if any(each.on_body for each in lifted):
        return Rejected(BadAnswer.UNCLEAR)
    if len(lifted) == 1:
        if asked is None:
            return Rejected(BadAnswer.WHICH_LIFT)
        return Maxes((_typed(asked, lifted[0]),))
    if len(lifted) != len(HABIT):
        return Rejected(BadAnswer.WHICH_LIFT)
    told = zip(HABIT, lifted, strict=True)
    return Maxes(tuple(_typed(name, each) for name, each in told), by_habit=True)


def _typed(exercise_id: str, told: Lifted) -> TypedMax:
    return TypedMax(exercise_id, told.load, told.reps, told.on_body)


def _resolved(pairs: list[tuple[str, Lifted]], resolve: Callable[[str], str | None]) -> MaxReading:
    lifts: dict[str, TypedMax] = {}
    strangers: list[str] = []
    for name, each in pairs:
        exercise_id = resolve(name)
        if exercise_id is None:
            strangers.append(name)
        elif exercise_id in lifts:
            return Rejected(BadAnswer.UNCLEAR, name)
        else:
            lifts[exercise_id] = _typed(exercise_id, each)
    if not lifts:
        return Rejected(BadAnswer.UNKNOWN_LIFT, strangers[0])
    return Maxes(tuple(lifts.values()), strangers=tuple(strangers))


def read_bodyweight(text: str, unit: Unit) -> Load | Rejected:
    """A body's weight from 20 to 400 kg: `82.4`, `82,4 kg`, `180 lb`, `12 st 4`."""
    folded = plain(text)
    try:
        tokens = _tokens(text if folded is None else in_pounds(folded))
        lifted = [piece for piece in pieces_of(tokens, unit) if isinstance(piece, Lifted)]
    except Impossible as err:
        return err.rejected
    if len(lifted) != 1 or lifted[0].reps != 1 or lifted[0].on_body:
        return Rejected(BadAnswer.NOT_A_NUMBER)
    load = lifted[0].load
    if load.g < LIGHTEST_BODY_G:
        return Rejected(BadAnswer.TOO_LIGHT)
    return load if load.g <= HEAVIEST_BODY_G else Rejected(BadAnswer.TOO_HEAVY)


def read_count(text: str, low: int, high: int) -> int | Rejected:
    """A whole number between `low` and `high`, words around it allowed: `3`, `3 days a week`."""
    try:
        tokens = _tokens(text)
    except Impossible as err:
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
        raise Impossible(BadAnswer.NOT_A_NUMBER)
    return cut_tokens(folded)
