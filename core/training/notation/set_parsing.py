"""Tokens put together to clauses, in one pass; signs that no set has end it. Numbers are `set_amounts.py`.

The clauses themselves are `set_parts.py`; which unmarked amount is the load is `set_order.py`.
"""

from __future__ import annotations

from decimal import Decimal

from core.model.workout import SetKind
from core.training.notation.numerals import Numeral
from core.training.notation.set_amounts import (
    EFFORTS,
    Cursor,
    read_clock,
    read_range,
    read_sides,
    read_unit,
    read_upper,
)
from core.training.notation.set_parts import (
    FRACTIONS,
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

_KINDS = {
    Sense.WARM_UP: SetKind.WARM_UP,
    Sense.DROP: SetKind.DROP,
    Sense.FAILURE: SetKind.FAILURE,
    Sense.AMRAP: SetKind.AMRAP,
}
_BEGINNINGS = (Cut.NUMBER, Cut.PLUS, Cut.MINUS)
_HEADS = (Sense.KG, Sense.LB, Sense.SETS)
_LONGEST_MARK = 2  # `w` and `wu` are of one set
_BODY = Numeral((Decimal(0),))


class PartsReader:
    """Goes through the tokens once; `metres` tells whether a lone `m` is metres or minutes.

    `ahead` tells whether a kind that stands between two sets is the second's; None: where it surely is.
    """

    def __init__(self, tokens: list[Token], *, metres: bool, ahead: bool | None = None) -> None:
        self._cursor = Cursor(tokens)
        self._metres = metres
        self._ahead = ahead
        self._parts = Parts()
        self._joint = Joint.NONE
        self._sign = 0
        self._kind_ahead: SetKind | None = None

    def read(self) -> Parts | None:
        """The clauses, or None where signs stand that no set has."""
        while (token := self._cursor.take()) is not None:
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
        return token.cut in (Cut.BREAK, Cut.ORNAMENT) or (token.cut is Cut.COLON and self._is_headed())

    def _is_headed(self) -> bool:
        """Whether a colon stands behind what may be a heading: `80 kg: 8, 8, 7`, `warm-up: 40x8`."""
        before = self._cursor.peek(-2) if self._cursor.at > 1 else None
        return before is not None and (before.sense in _KINDS or before.sense in _HEADS)

    def _take_sign(self, token: Token) -> bool:
        before = self._cursor.peek(-2) if self._cursor.at > 1 else None
        if self._sign or (before is not None and before.cut is Cut.NUMBER and before.end == token.start):
            return False
        self._sign = 1 if token.cut is Cut.PLUS else -1
        return True

    def _take_number(self, token: Token) -> bool:
        assert token.numeral is not None
        amount = Amount(token.numeral, sign=self._sign, listed=listed(token.text))
        self._sign = 0
        if not read_clock(self._cursor, amount, token) and read_sides(self._cursor, amount):
            self._doubt_fraction(amount)
        if self._joint is Joint.AT and read_upper(self._cursor, amount):
            return self._keep_effort(amount, Sense.RPE)  # `@8-9`
        read_range(self._cursor, amount)
        following = self._cursor.peek()
        if following is not None and following.sense in EFFORTS and not self._effort_follows():
            return self._take_effort_before(amount, following)
        read_unit(self._cursor, amount, metres=self._metres)
        if amount.sign and amount.role is Role.BARE:
            amount.role = Role.LOAD
        return self._place(amount)

    def _doubt_fraction(self, amount: Amount) -> None:
        """`8 1/2`: half a rep, hardly one left and two right."""
        if self._joint is Joint.NONE and self._parts.clauses and amount.sides in FRACTIONS:
            self._parts.clumsy = True

    def _effort_follows(self) -> bool:
        """In `8 rpe 9` the 9 is the RPE, in `8 2rir` the 2 is the RIR."""
        word, number = self._cursor.peek(), self._cursor.peek(1)
        if number is not None and number.cut is Cut.COLON:
            number = self._cursor.peek(2)
        before = self._cursor.peek(-1)
        glued = word is not None and before is not None and before.end == word.start
        if glued or number is None or number.numeral is None or word is None:
            return False
        return word.sense is Sense.RPE or rir_of(number.numeral.value) is not None

    def _take_effort_before(self, amount: Amount, word: Token) -> bool:
        self._cursor.at += 1
        return self._keep_effort(amount, word.sense)

    def _take_effort_after(self, sense: Sense) -> bool:
        """`rpe 8`, `RPE: 8`, `rpe 8-9`."""
        colon = self._cursor.peek()
        self._cursor.at += colon is not None and colon.cut is Cut.COLON
        number = self._cursor.peek()
        if number is None or number.numeral is None:
            return False
        self._cursor.at += 1
        effort = Amount(number.numeral)
        read_upper(self._cursor, effort)
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
        if sense in EFFORTS:
            return self._take_effort_after(sense)
        if sense in _KINDS:
            return self._keep_kind(_KINDS[sense], token)
        if sense is Sense.BODY:
            return self._place(Amount(_BODY, Role.BODY))
        if sense in (Sense.TIMES, Sense.FOR):
            return self._join(sense)
        if sense is Sense.AT:
            self._joint = Joint.AT
            return True
        return sense in (Sense.FILLER, Sense.DONE)

    def _keep_kind(self, kind: SetKind, token: Token) -> bool:
        if self._joint is Joint.TIMES and kind is not SetKind.AMRAP:  # `80 x amrap 12` is one
            return False
        if self._joint is not Joint.TIMES and self._parts.clauses and self._is_of_next(kind, token):
            self._kind_ahead = kind
            return True
        if not self._parts.clauses and kind is SetKind.WARM_UP:
            self._parts.all_warm = len(token.text) > _LONGEST_MARK
        holder: Clause | Parts = self._parts.clauses[-1] if self._parts.clauses else self._parts
        if holder.kind is not None:
            return False
        holder.kind = kind
        return True

    def _is_of_next(self, kind: SetKind, token: Token) -> bool:
        """`8, 8, fail 6` and `80x8 drop 60x8` tell the second's kind, `60x5 w 80x8` the first's."""
        before, following = self._cursor.peek(-2), self._cursor.peek()
        if following is not None and following.cut is Cut.COLON:
            following = self._cursor.peek(1)
        if before is None or following is None or following.cut not in _BEGINNINGS:
            return False
        if before.cut in (Cut.BREAK, Cut.ORNAMENT) or self._joint is Joint.BREAK:
            return True
        if before.end == token.start or following.start == token.end:
            return before.end != token.start
        if kind is SetKind.WARM_UP or len(token.text) == 1:
            return False
        first = len(self._parts.clauses) == 1 and self._parts.clauses[0].kind is None
        if self._ahead is None and kind is SetKind.DROP and first:
            return True  # nobody drops before the first set
        self._parts.kind_unsure = True
        return self._ahead is True

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
        clauses.append(Clause(joint, [amount], kind=self._kind_ahead))
        self._kind_ahead = None
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
        following = self._cursor.peek()
        effort = rir_of_rpe(amount.numeral.value) if amount.numeral.sure else None
        if effort is not None and (following is None or following.sense is not Sense.TIMES):
            return self._keep_effort(amount, Sense.RPE)
        amount.role = Role.LOAD
        self._parts.clauses.append(Clause(Joint.NONE, [amount]))
        return True
