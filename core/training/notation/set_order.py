"""Which number is the load: every lawful reading of a clause, with its strain against what was asked.

Marks decide first (units, `reps`, signs), then nearness to the prescription. Choosing between the
readings, and asking, is `set_choice.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from math import log

from core.model.session import Measure
from core.model.workout import SetKind
from core.training.notation.set_bounds import Unlawful, count_of, load_of, sets_of
from core.training.notation.set_parts import Amount, Clause, Role
from core.training.notation.set_reading import Asked, Entry, Refusal
from core.units import Load, Unit

PLAUSIBLE = 1.2  # three fifths of the load with twice the reps still passes; our choice
CLEARLY = 1.1
USUAL_REPS = 20
_LIKELY_SHARE = 0.75  # of the best, where no load was asked; our choice
_UNUSUAL = 1.3
_SMALLEST_STEP = {Unit.KG: 125, Unit.LB: 250}  # hundredths: what is hung on a belt weighs a multiple of it
_WORDY = {Role.REPS, Role.SIDES, Role.SECONDS, Role.METRES}
_COUNTED = (Role.BARE, *_WORDY)
_LETTERS = {Role.LOAD: "L", Role.BODY: "L", Role.SETS: "S", **dict.fromkeys(_WORDY, "R")}
_FEW_SETS = 5
_MEASURES = {Role.SECONDS: Measure.SECONDS, Role.METRES: Measure.METRES, Role.REPS: Measure.REPS}
_ORDERS: dict[int, tuple[tuple[str, float], ...]] = {
    1: (("R", 0.0),),
    2: (("LR", 0.0), ("RL", 0.0), ("SR", 0.0), ("RS", 0.6)),
    3: (("SRL", 0.0), ("LRS", _UNUSUAL), ("RLS", _UNUSUAL), ("SLR", _UNUSUAL)),
}
_MARKED_ORDERS = (
    *((order, 0.0) for order in ("SRL", "LRS", "RLS", "SLR")),
    *((order, _UNUSUAL) for order in ("LSR", "RSL")),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One lawful reading of a clause. `strain` 0 is just as asked; `exact` counts load and reps that are."""

    order: str
    entries: tuple[Entry, ...]
    strain: float
    load_exact: bool = False
    reps_exact: bool = False
    usual: bool = True
    sure: bool = True

    @property
    def plausible(self) -> bool:
        """Whether an athlete asked for this much may have done that."""
        return self.strain <= PLAUSIBLE or (self.load_exact and self.reps_exact)


@dataclass(slots=True)
class Field:
    """The lawful readings found so far, and why others were not."""

    candidates: list[Candidate]
    refusals: list[Refusal]


def load_strain(load: Load | None, asked: Asked) -> float:
    """How far a load lies from what is to be expected, in natural logarithms; 0 where nothing is known."""
    if load is None:
        return 0.0
    strain = _UNUSUAL if asked.lightest is not None and load < asked.lightest else 0.0
    expected = asked.standing_load
    reference = expected.g if expected is not None else 0
    if reference == 0 and asked.best is not None:
        reference = int(asked.best.g * _LIKELY_SHARE)
    if reference == 0:
        if not asked.bodyweight:
            return strain
        odd = _UNUSUAL if load.hundredths % _SMALLEST_STEP[load.unit] else 0.0  # `3x12` of dips is no 3 kg
        return strain + abs(load.g) / 40_000 + odd
    if load.g == 0 or (load.g < 0) != (reference < 0):
        return strain + 3.0
    return strain + abs(log(load.g / reference))


def reps_strain(reps: int, asked: Asked) -> float:
    """How far reps lie from those asked, in natural logarithms; unasked, from the usual 1–20."""
    if asked.reps:
        return abs(log(max(reps, 0.5) / asked.reps))
    if reps <= USUAL_REPS or asked.measure is not Measure.REPS:
        return 0.0
    return 1.3 + log(reps / USUAL_REPS)


def order_clause(
    clause: Clause, asked: Asked, unit: Unit, given: Amount | None = None, only: str | None = None
) -> Field:
    """Every lawful reading of one clause; `given` is a load said elsewhere (`80 kg 8 8 7`).

    `only` is the one order that is wanted. A number after `@` is an effort, a load, or either (`8 @ 8` where
    8 kg were asked).
    """
    found = Field([], [])
    for rir, amounts in _after_at(clause, asked, given, found):
        if sum(each.role in (Role.LOAD, Role.BODY) for each in amounts) > 1:
            found.refusals.append(Refusal.TWO_LOADS)
            continue
        for numbers in product(*(each.numeral.readings for each in amounts)):
            for order, bias in _orders(amounts):
                if only is None or order == only:
                    _try(order, bias, amounts, numbers, clause, asked, unit, rir, found)
            if only is None and _are_two_hands(amounts, asked):
                _try("LR", 0.0, amounts[1:], numbers[1:], clause, asked, unit, rir, found)
    if only is None and given is None and not any(each.plausible for each in found.candidates):
        _add_unit_last(found, clause, asked, unit)
    if not found.candidates and not found.refusals:
        found.refusals.append(Refusal.UNCLEAR)
    return found


def _add_unit_last(found: Field, clause: Clause, asked: Asked, unit: Unit) -> None:
    """`225x5 lbs`, where five pounds are not to be expected: the unit may be the first number's."""
    first, last = clause.amounts if len(clause.amounts) == 2 else (None, None)
    if first is None or last is None or first.role is not Role.BARE or last.unit is None or last.sign:
        return
    turned = [replace(first, role=Role.LOAD, unit=last.unit), replace(last, role=Role.REPS, unit=None)]
    other = order_clause(replace(clause, amounts=turned), asked, unit)
    found.candidates += [each for each in other.candidates if each.plausible or not found.candidates]


def _orders(amounts: list[Amount]) -> tuple[tuple[str, float], ...]:
    """The orders to try, with what speaks against each: `3x8x80` is usual, `8x80x3` is not."""
    if len(amounts) == 3 and any(each.role in (Role.LOAD, Role.BODY) for each in amounts):
        return _MARKED_ORDERS
    return _ORDERS.get(len(amounts), ())


def _are_two_hands(amounts: list[Amount], asked: Asked) -> bool:
    """`2x20x10` where a load but no bar is known: two sets of 20 reps, or a 20 in each hand."""
    by_hand = asked.takes_load and asked.bar is None and asked.standing_load is not None
    if len(amounts) != 3 or not by_hand:
        return False
    hands, load, count = amounts
    fitting = load.role in (Role.BARE, Role.LOAD) and count.role in _COUNTED
    return hands.role is Role.BARE and hands.numeral.value == 2 and fitting and not load.sign


def _after_at(
    clause: Clause, asked: Asked, given: Amount | None, found: Field
) -> Iterator[tuple[float | None, list[Amount]]]:
    amounts = [*clause.amounts] if given is None else [given, *clause.amounts]
    if (at := clause.at) is None:
        yield clause.rir, amounts
        return
    has_load = any(each.role in (Role.LOAD, Role.BODY) for each in amounts)
    as_load = replace(at, role=Role.LOAD)
    if at.effort is None or clause.rir is not None:
        if has_load or at.role not in (Role.BARE, Role.LOAD):
            found.refusals.append(Refusal.TWO_LOADS if at.role is Role.LOAD else Refusal.NOT_EFFORT)
        elif asked.takes_load or at.role is Role.LOAD:
            yield clause.rir, [*amounts, as_load]
        else:
            found.refusals.append(Refusal.NOT_EFFORT)
        return
    yield at.effort, amounts
    if not has_load and len(amounts) == 1 and asked.takes_load and _may_be_load(at, asked):
        yield None, [*amounts, as_load]


def _may_be_load(at: Amount, asked: Asked) -> bool:
    """Whether what could be an RPE could be the load as well: near the asked one, or low and none asked."""
    expected = asked.standing_load
    if expected is None or expected.g <= 0:
        return at.numeral.value < 5 and not asked.bodyweight
    return abs(log(float(at.numeral.value) / float(expected.value))) <= 0.5


def _try(
    order: str,
    bias: float,
    amounts: list[Amount],
    numbers: tuple[Decimal, ...],
    clause: Clause,
    asked: Asked,
    unit: Unit,
    rir: float | None,
    found: Field,
) -> None:
    roles = _fitting(order, amounts, asked)
    if roles is None:
        return
    try:
        found.candidates.extend(_read(roles, bias, amounts, numbers, clause, asked, unit, rir))
    except Unlawful as err:
        found.refusals.append(err.why)


def _fitting(order: str, amounts: list[Amount], asked: Asked) -> str | None:
    """The order as far as the marks allow it: each amount's role as a letter, or None."""
    marked = [_LETTERS.get(each.role) for each in amounts]
    if None not in marked and len(set(marked)) == len(marked) and "R" in marked:
        # Everything is marked: any order of marks is lawful, and it is tried once.
        first = _ORDERS[len(amounts)][0][0]
        return "".join(each or "" for each in marked) if order == first else None
    if any(mark is not None and mark != letter for mark, letter in zip(marked, order, strict=True)):
        return None
    if "L" in order and "L" not in marked and not asked.takes_load:
        return None
    return order


def _read(
    order: str,
    bias: float,
    amounts: list[Amount],
    numbers: tuple[Decimal, ...],
    clause: Clause,
    asked: Asked,
    unit: Unit,
    rir: float | None,
) -> Iterator[Candidate]:
    part = {letter: (amount, number) for letter, amount, number in zip(order, amounts, numbers, strict=True)}
    if any(not amount.numeral.sure for letter, (amount, _) in part.items() if letter != "L"):
        raise Unlawful(Refusal.UNCLEAR)
    amount, number = part["R"]
    measure = _measure(amount, asked)
    reps, sides = _reps(amount, number, measure)
    times = sets_of(part["S"][1]) if "S" in part else 1
    if "S" in part and part["S"][0].role is Role.BARE:
        bias += _sets_strain(order, times, reps, asked)
    kind = SetKind.FAILURE if reps == 0 else clause.kind or SetKind.WORK
    strain = bias + reps_strain(max(sides) if sides else reps, asked)
    for load in _loads(part.get("L"), asked, unit):
        entry = Entry(load, reps, rir, kind, sides, measure)
        said = "L" in part
        yield Candidate(
            order,
            (entry,) * times,
            bias if _warms_up(kind, load, reps, asked) else strain + load_strain(load, asked),
            load_exact=said and load is not None and _is_as_asked(load, asked),
            reps_exact=said and reps == asked.reps,
            usual=bias == 0,
            sure=all(each.numeral.sure for each in amounts),
        )


def _warms_up(kind: SetKind, load: Load | None, reps: int, asked: Asked) -> bool:
    """A set that is called a warm-up may be as light as it likes."""
    expected = asked.standing_load
    lighter = load is not None and expected is not None and 0 < load.g <= expected.g
    return kind is SetKind.WARM_UP and lighter and reps <= USUAL_REPS


def _loads(said: tuple[Amount, Decimal] | None, asked: Asked, unit: Unit) -> list[Load | None]:
    """The load said; on a lift done with assistance an unsigned number may be assistance too."""
    if said is None:
        return [None]
    amount, number = said
    load = load_of(number, amount.unit or unit, amount.sign)
    expected = asked.standing_load
    if load.g and not asked.takes_load and (asked.measured or asked.measure is Measure.REPS):
        raise Unlawful(Refusal.NO_LOAD)
    if amount.sign < 0 and not asked.bodyweight:
        raise Unlawful(Refusal.NEGATIVE)
    if asked.bodyweight and expected is not None and expected.g < 0 < load.g and not amount.sign:
        return [load, Load(-load.g, load.unit)]
    return [load]


def _is_as_asked(load: Load, asked: Asked) -> bool:
    expected = asked.standing_load
    return expected is not None and (load == expected or abs(load.g - expected.g) <= 5)


def _measure(amount: Amount, asked: Asked) -> Measure:
    said = _MEASURES.get(amount.counts or amount.role)
    if said is None or said is asked.measure:
        return asked.measure
    if asked.reps is None and not asked.measured:
        return said
    raise Unlawful(Refusal.WRONG_MEASURE)


def _reps(amount: Amount, number: Decimal, measure: Measure) -> tuple[int, tuple[int, int] | None]:
    if amount.sides is None:
        return count_of(number, measure), None
    left, right = (count_of(side, measure) for side in amount.sides)
    return min(left, right), (left, right)


def _sets_strain(order: str, times: int, reps: int, asked: Asked) -> float:
    """What speaks against an unmarked number of sets: over five are rare, `14x5` with two left is a load."""
    once = order == "RS" and times == 1 and reps > USUAL_REPS  # `100x1` is a single, not a hundred reps once
    if reps == 0 or once or (order == "RS" and times > _FEW_SETS):
        raise Unlawful(Refusal.UNCLEAR)
    left = asked.sets_left if order == "RS" and asked.takes_load and not asked.bodyweight else 0
    return _UNUSUAL if times > (left or _FEW_SETS) else 0.0
