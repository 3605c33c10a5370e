"""One number with the signs and words that belong to it: `80 kg`, `1:30`, `8/7`, `1 min 30`, `8-9 rir`.

How numbers stand together to clauses is `set_parsing.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from core.training.notation.numerals import Numeral
from core.training.notation.set_parts import ROLES, Amount, Role
from core.training.notation.set_tokens import Cut, Token
from core.training.notation.set_words import Sense
from core.units import Unit

_WIDEST_RANGE = Decimal(2)  # of an effort: "RPE 6–9" says nothing
EFFORTS = (Sense.RPE, Sense.RIR)


@dataclass(slots=True)
class Cursor:
    """Where the reader stands: `at` is the token that comes next."""

    tokens: list[Token]
    at: int = 0

    def peek(self, ahead: int = 0) -> Token | None:
        """The token that comes next, or one behind it; None past the end."""
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else None

    def take(self) -> Token | None:
        """The next token, which is passed by; None at the end."""
        token = self.peek()
        self.at += token is not None
        return token


def read_clock(cursor: Cursor, amount: Amount, token: Token) -> bool:
    """`1:30` is 90 seconds."""
    colon, seconds = cursor.peek(), cursor.peek(1)
    if colon is None or colon.cut is not Cut.COLON or colon.start != token.end:
        return False
    if seconds is None or seconds.numeral is None or seconds.start != colon.end or len(seconds.text) != 2:
        return False
    if not (token.text.isdigit() and seconds.text.isdigit() and int(seconds.text) < 60):
        return False
    amount.numeral = Numeral((Decimal(int(token.text) * 60 + int(seconds.text)),))
    amount.role = Role.SECONDS
    cursor.at += 2
    return True


def read_sides(cursor: Cursor, amount: Amount) -> bool:
    """`8/7` is eight reps left, seven right."""
    slash, right = cursor.peek(), cursor.peek(1)
    if slash is None or slash.cut is not Cut.SLASH or right is None or right.numeral is None or amount.sign:
        return False
    amount.sides = (amount.numeral.value, right.numeral.value)
    amount.role = Role.SIDES
    cursor.at += 2
    return True


def read_range(cursor: Cursor, amount: Amount) -> None:
    """`2-3 rir` is the middle, 2.5; ranges of anything but efforts are none."""
    word = cursor.peek(2)
    if word is not None and word.sense in EFFORTS:
        read_upper(cursor, amount)


def read_upper(cursor: Cursor, amount: Amount) -> bool:
    """The 9 of `rpe 8-9`, at most two above; one that is none stays, and is refused like any sign."""
    minus, upper = cursor.peek(), cursor.peek(1)
    if minus is None or minus.cut is not Cut.MINUS or upper is None or upper.numeral is None:
        return False
    low, high = amount.numeral.value, upper.numeral.value
    within = low < high <= min(low + _WIDEST_RANGE, Decimal(10))
    if not within or amount.role is not Role.BARE or amount.sign:
        return False
    amount.numeral = Numeral((((low + high).to_integral_value(ROUND_HALF_EVEN) / 2),))
    cursor.at += 2
    return True


def read_unit(cursor: Cursor, amount: Amount, *, metres: bool) -> None:
    """The unit behind a number, if any; `metres` tells whether a lone `m` is metres or minutes."""
    following = cursor.peek()
    if following is None or following.sense is None or amount.role is Role.SECONDS:
        return
    sense = following.sense
    if sense is Sense.M:
        sense = Sense.METRES if metres else Sense.MINUTES
    role = ROLES.get(sense)
    of_sides = amount.role is Role.SIDES
    if role is None or (of_sides and role in (Role.LOAD, Role.SETS)) or (of_sides and sense is Sense.MINUTES):
        return
    cursor.at += 1
    if of_sides:
        amount.counts = role
    else:
        amount.role = role
    if role is Role.LOAD:
        amount.unit = Unit.KG if sense is Sense.KG else Unit.LB
    if sense is Sense.MINUTES:
        minutes = amount.numeral
        amount.numeral = Numeral(tuple(60 * each for each in minutes.readings), minutes.sure)
        _read_seconds(cursor, amount)


def _read_seconds(cursor: Cursor, amount: Amount) -> None:
    """The 30 of `1m30s`, `1 min 30`: one hold, not two."""
    seconds, unit = cursor.peek(), cursor.peek(1)
    if seconds is None or not seconds.text.isdigit() or int(seconds.text) >= 60:
        return
    if unit is not None and unit.sense is not Sense.SECONDS and unit.cut not in (Cut.BREAK, Cut.ORNAMENT):
        return
    total = amount.numeral.value + int(seconds.text)
    amount.numeral = Numeral((total,), amount.numeral.sure)
    cursor.at += 2 if unit is not None and unit.sense is Sense.SECONDS else 1
