"""The parts of a set's text: `80 kg x 8 @8.5 f` is one clause of two amounts, an effort and a kind.

How they are read off the tokens is `set_parsing.py`; which unmarked amount is the load, `set_order.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto

from core.model.workout import SetKind
from core.training.notation.numerals import Numeral
from core.training.notation.set_words import Sense
from core.units import Unit

# What nobody means as reps left and right. Our choice
FRACTIONS = [(Decimal(part), Decimal(whole)) for part, whole in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4))]


class Role(Enum):
    """What a number is marked as; BARE where only the prescription can tell."""

    BARE = auto()
    LOAD = auto()
    BODY = auto()
    REPS = auto()
    SIDES = auto()
    SETS = auto()
    SECONDS = auto()
    METRES = auto()


ROLES = {
    Sense.KG: Role.LOAD,
    Sense.LB: Role.LOAD,
    Sense.REPS: Role.REPS,
    Sense.SETS: Role.SETS,
    Sense.SECONDS: Role.SECONDS,
    Sense.MINUTES: Role.SECONDS,
    Sense.METRES: Role.METRES,
}


class Joint(Enum):
    """What stands before an amount."""

    NONE = auto()
    BREAK = auto()
    TIMES = auto()
    AT = auto()


@dataclass(slots=True)
class Amount:
    """One number and its marks. `sign` 0: none typed. `effort` is the RIR it says after an `@`.

    `listed` are the two numbers that `10,8` may be. `on_body`: `bw+10`, on top of the body. `counts` is what
    left and right count where it was said: `45/40 s`.
    """

    numeral: Numeral
    role: Role = Role.BARE
    unit: Unit | None = None
    sign: int = 0
    sides: tuple[Decimal, Decimal] | None = None
    listed: tuple[Decimal, ...] = ()
    effort: float | None = None
    on_body: bool = False
    counts: Role | None = None


@dataclass(slots=True)
class Clause:
    """What is said of one set, or of several equal ones."""

    joint: Joint
    amounts: list[Amount] = field(default_factory=list)
    at: Amount | None = None
    rir: float | None = None
    kind: SetKind | None = None
    dangling: bool = False


@dataclass(slots=True)
class Parts:
    """All clauses of a text, and an effort or kind said before any. `bad_effort`: RPE 80, RIR 40.

    `kind_unsure`: a kind between two sets may belong to either; `all_warm`: one before several may be of all.
    """

    clauses: list[Clause] = field(default_factory=list)
    rir: float | None = None
    kind: SetKind | None = None
    bad_effort: bool = False
    clumsy: bool = False
    kind_unsure: bool = False
    all_warm: bool = False


def rir_of_rpe(rpe: Decimal) -> float | None:
    """Reps in reserve of an RPE from 1 to 10 in halves (10 − RPE); None for any other number.

    Source: Helms 2016, Zourdos 2016 (RPE as 10 less the reps in reserve).
    """
    return float(10 - rpe) if 1 <= rpe <= 10 and rpe * 2 % 1 == 0 else None


def rir_of(number: Decimal) -> float | None:
    """A typed RIR from 0 to 9 in halves; None for any other number."""
    return float(number) if 0 <= number <= 9 and number * 2 % 1 == 0 else None


def listed(word: str) -> tuple[Decimal, ...]:
    """The two numbers that `10,8` may be; empty for any other."""
    pieces = word.split(",")
    two = len(pieces) == 2 and all(each.isdecimal() for each in pieces)
    return tuple(map(Decimal, pieces)) if two else ()
