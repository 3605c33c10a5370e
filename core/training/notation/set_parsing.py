"""Tokens put together to clauses, in one pass; signs that no set has end it.

The clauses themselves are `set_parts.py`; which unmarked amount is the load is `set_order.py`.
"""

from __future__ import annotations

from decimal import Decimal

from core.model.workout import SetKind
from core.training.notation.numerals import Numeral
from core.training.notation.set_parts import (
    FRACTIONS,
    ROLES,
    Amount,
    Clause,
    Joint,
    Parts,
    Role,
    listed,
    rir_of,
    rir_of_rpe,
)
from core.training.notation.set_tokens import Cut, Token
from core.training.notation.set_words import Sense
from core.units import Unit

_KINDS = {
    Sense.WARM_UP: SetKind.WARM_UP,
    Sense.DROP: SetKind.DROP,
    Sense.FAILURE: SetKind.FAILURE,
    Sense.AMRAP: SetKind.AMRAP,
}
_BODY = Numeral((Decimal(0),))
_WIDEST_RANGE = Decimal(2)  # of an effort: "RPE 6–9" says nothing


class PartsReader:
    """Goes through the tokens once; `metres` tells whether a lone `m` is metres or minutes."""

    def __init__(self, tokens: list[Token], *, metres: bool) -> None:
        self._tokens = tokens
        self._at = 0
        self._metres = metres
        self._parts = Parts()
        self._joint = Joint.NONE
        self._sign = 0

    def read(self) -> Parts | None:
        """The clauses, or None where signs stand that no set has."""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if not self._take(token):
                return None
        if self._sign:
            return None
        if self._joint in (Joint.TIMES, Joint.AT):
            self._clause(Joint.NONE).dangling = True
        return self._parts

    def _take(self, token: Token) -> bool:
        if token.cut in (Cut.PLUS, Cut.MINUS):
            return self._take_sign(token)
        if self._sign and token.cut is not Cut.NUMBER:
            return False
        if token.cut is Cut.NUMBER:
            return self._take_number(token)
        if token.cut is Cut.SENSE:
            return self._take_sense(token)
        if token.cut is Cut.BREAK and self._joint is Joint.NONE:
            self._joint = Joint.BREAK
        return token.cut in (Cut.BREAK, Cut.ORNAMENT)

    def _take_sign(self, token: Token) -> bool:
        before = self._tokens[self._at - 2] if self._at > 1 else None
        if self._sign or (before is not None and before.cut is Cut.NUMBER and before.end == token.start):
            return False
        self._sign = 1 if token.cut is Cut.PLUS else -1
        return True

    def _take_number(self, token: Token) -> bool:
        assert token.numeral is not None
        amount = Amount(token.numeral, sign=self._sign, listed=listed(token.text))
        self._sign = 0
        self._read_clock(amount, token) or self._read_sides(amount)
        if self._joint is Joint.AT and self._read_upper(amount):
            return self._keep_effort(amount, Sense.RPE)  # `@8-9`
        self._read_range(amount)
        following = self._peek()
        if following is not None and following.sense in (Sense.RPE, Sense.RIR) and not self._effort_follows():
            return self._take_effort_before(amount, following)
        self._read_unit(amount)
        if amount.sign and amount.role is Role.BARE:
            amount.role = Role.LOAD
        return self._place(amount)

    def _read_clock(self, amount: Amount, token: Token) -> bool:
        """`1:30` is 90 seconds."""
        colon, seconds = self._peek(), self._peek(1)
        if colon is None or colon.cut is not Cut.COLON or colon.start != token.end:
            return False
        if seconds is None or seconds.numeral is None or seconds.start != colon.end or len(seconds.text) != 2:
            return False
        if not (token.text.isdigit() and seconds.text.isdigit() and int(seconds.text) < 60):
            return False
        amount.numeral = Numeral((Decimal(int(token.text) * 60 + int(seconds.text)),))
        amount.role = Role.SECONDS
        self._at += 2
        return True

    def _read_sides(self, amount: Amount) -> bool:
        """`8/7` is eight reps left, seven right."""
        slash, right = self._peek(), self._peek(1)
        if slash is None or slash.cut is not Cut.SLASH or right is None or right.numeral is None:
            return False
        if amount.sign:
            return False
        amount.sides = (amount.numeral.value, right.numeral.value)
        if self._joint is Joint.NONE and self._parts.clauses and amount.sides in FRACTIONS:
            self._parts.clumsy = True  # `8 1/2`: half a rep, hardly one left and two right
        amount.role = Role.SIDES
        self._at += 2
        return True

    def _read_range(self, amount: Amount) -> None:
        """`2-3 rir` is the middle, 2.5; ranges of anything but efforts are none."""
        word = self._peek(2)
        if word is not None and word.sense in (Sense.RPE, Sense.RIR):
            self._read_upper(amount)

    def _read_upper(self, amount: Amount) -> bool:
        """The 9 of `rpe 8-9`, at most two above; one that is none stays, and is refused like any sign."""
        minus, upper = self._peek(), self._peek(1)
        if minus is None or minus.cut is not Cut.MINUS or upper is None or upper.numeral is None:
            return False
        low, high = amount.numeral.value, upper.numeral.value
        if (
            not low < high <= min(low + _WIDEST_RANGE, Decimal(10))
            or amount.role is not Role.BARE
            or amount.sign
        ):
            return False
        amount.numeral = Numeral(((low + high) / 2,))
        self._at += 2
        return True

    def _read_unit(self, amount: Amount) -> None:
        following = self._peek()
        if following is None or following.sense is None or amount.role is Role.SECONDS:
            return
        sense = following.sense
        if sense is Sense.M:
            sense = Sense.METRES if self._metres else Sense.MINUTES
        role = ROLES.get(sense)
        if role is None or (amount.role is Role.SIDES and role is not Role.REPS):
            return
        self._at += 1
        if amount.role is not Role.SIDES:
            amount.role = role
        if role is Role.LOAD:
            amount.unit = Unit.KG if sense is Sense.KG else Unit.LB
        if sense is Sense.MINUTES:
            minutes = amount.numeral
            amount.numeral = Numeral(tuple(60 * each for each in minutes.readings), minutes.sure)
            self._read_seconds(amount)

    def _read_seconds(self, amount: Amount) -> None:
        """The 30 of `1m30s`, `1 min 30`: one hold, not two."""
        seconds, unit = self._peek(), self._peek(1)
        if seconds is None or not seconds.text.isdigit() or int(seconds.text) >= 60:
            return
        if unit is not None and unit.sense is not Sense.SECONDS and unit.cut not in (Cut.BREAK, Cut.ORNAMENT):
            return
        total = amount.numeral.value + int(seconds.text)
        amount.numeral = Numeral((total,), amount.numeral.sure)
        self._at += 2 if unit is not None and unit.sense is Sense.SECONDS else 1

    def _effort_follows(self) -> bool:
        """In `8 rpe 9` the 9 is the RPE, in `8 2rir` the 2 is the RIR."""
        word, number = self._peek(), self._peek(1)
        if number is not None and number.cut is Cut.COLON:
            number = self._peek(2)
        glued = word is not None and self._tokens[self._at - 1].end == word.start
        if glued or number is None or number.numeral is None or word is None:
            return False
        return word.sense is Sense.RPE or rir_of(number.numeral.value) is not None

    def _take_effort_before(self, amount: Amount, word: Token) -> bool:
        self._at += 1
        return self._keep_effort(amount, word.sense)

    def _take_effort_after(self, sense: Sense) -> bool:
        """`rpe 8`, `RPE: 8`, `rpe 8-9`."""
        colon = self._peek()
        self._at += colon is not None and colon.cut is Cut.COLON
        number = self._peek()
        if number is None or number.numeral is None:
            return False
        self._at += 1
        effort = Amount(number.numeral)
        self._read_upper(effort)
        return self._keep_effort(effort, sense)

    def _keep_effort(self, amount: Amount, sense: Sense | None) -> bool:
        read = rir_of_rpe if sense is Sense.RPE else rir_of
        rir = read(amount.numeral.value)
        if self._joint in (Joint.AT, Joint.TIMES):
            self._joint = Joint.NONE
        if rir is None or amount.sign or amount.role is not Role.BARE:
            self._parts.bad_effort = True
        elif self._parts.clauses and self._parts.clauses[-1].rir is None:
            self._parts.clauses[-1].rir = rir
        elif not self._parts.clauses and self._parts.rir is None:
            self._parts.rir = rir
        else:
            self._parts.clumsy = True
        return True

    def _take_sense(self, token: Token) -> bool:
        sense = token.sense
        if sense in (Sense.RPE, Sense.RIR):
            return self._take_effort_after(sense)
        if sense in _KINDS:
            return self._keep_kind(_KINDS[sense])
        if sense is Sense.BODY:
            return self._place(Amount(_BODY, Role.BODY))
        if sense in (Sense.TIMES, Sense.FOR):
            return self._join(sense)
        if sense is Sense.AT:
            self._joint = Joint.AT
            return True
        return sense in (Sense.FILLER, Sense.DONE)

    def _keep_kind(self, kind: SetKind) -> bool:
        if self._joint is Joint.TIMES:
            return False
        holder: Clause | Parts = self._parts.clauses[-1] if self._parts.clauses else self._parts
        if holder.kind is not None:
            return False
        holder.kind = kind
        return True

    def _join(self, sense: Sense) -> bool:
        if self._joint in (Joint.TIMES, Joint.AT):
            return False
        clause = self._clause(self._joint)
        if sense is Sense.FOR and len(clause.amounts) == 1 and clause.amounts[0].role is Role.BARE:
            clause.amounts[0].role = Role.LOAD
        if not clause.amounts:
            clause.dangling = True
        self._joint = Joint.TIMES
        return True

    def _clause(self, joint: Joint) -> Clause:
        if not self._parts.clauses:
            self._parts.clauses.append(Clause(joint))
        return self._parts.clauses[-1]

    def _place(self, amount: Amount) -> bool:
        joint, self._joint = self._joint, Joint.NONE
        clauses = self._parts.clauses
        if joint is Joint.AT and clauses:
            return self._place_at(amount, clauses[-1])
        if joint is Joint.AT and amount.role is Role.BARE and self._parts.kind is None:
            return self._place_leading(amount)
        if joint is Joint.TIMES:
            self._clause(joint).amounts.append(amount)
            return True
        if clauses and amount.role is Role.LOAD and amount.sign and clauses[-1].amounts:
            last = clauses[-1].amounts[-1]
            if last.role is Role.BODY and not last.sign:
                amount.on_body = True
                clauses[-1].amounts[-1] = amount
                return True
        clauses.append(Clause(joint, [amount]))
        return True

    def _place_at(self, amount: Amount, clause: Clause) -> bool:
        if clause.at is not None:
            self._parts.clumsy = True
            return True
        if amount.role is Role.BARE and amount.numeral.sure:
            amount.effort = rir_of_rpe(amount.numeral.value)
        clause.at = amount
        return True

    def _place_leading(self, amount: Amount) -> bool:
        """`@8` alone is an effort, `@80 x 8` begins with a load."""
        following = self._peek()
        effort = rir_of_rpe(amount.numeral.value) if amount.numeral.sure else None
        if effort is not None and (following is None or following.sense is not Sense.TIMES):
            return self._keep_effort(amount, Sense.RPE)
        amount.role = Role.LOAD
        self._parts.clauses.append(Clause(Joint.NONE, [amount]))
        return True

    def _peek(self, ahead: int = 0) -> Token | None:
        index = self._at + ahead
        return self._tokens[index] if index < len(self._tokens) else None
