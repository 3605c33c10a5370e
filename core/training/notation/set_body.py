"""From clauses to readings: which clauses make one set, and what a set or a part of one says.

Several sets are `set_lists.py`'s; what stands around them (a name, a day, whole-message words) is read in
`core/training/set_notation.py`.
"""

from __future__ import annotations

from dataclasses import replace

from core.model.workout import SetKind
from core.training.notation.numerals import Numeral
from core.training.notation.set_bounds import Unlawful, load_of
from core.training.notation.set_choice import Choice, choose, choose_lone, is_far_above, needs_load
from core.training.notation.set_lists import LOADS, carried, is_single, read_together
from core.training.notation.set_order import Field, order_clause
from core.training.notation.set_parts import Amount, Clause, Joint, Parts, Role
from core.training.notation.set_reading import (
    MOST_SETS,
    Ambiguous,
    Asked,
    Confirm,
    Doubt,
    Effort,
    Entry,
    Incomplete,
    Missing,
    NotASet,
    Refusal,
    Refused,
    Sets,
    Shift,
)
from core.units import Load, Unit

_MARKED = (Role.REPS, Role.SECONDS, Role.METRES)


def read_clauses(parts: Parts, asked: Asked, unit: Unit) -> Choice | Effort | Shift | NotASet:
    """What a text's clauses say; NotASet where there are none."""
    if parts.bad_effort:
        return Refused(Refusal.NOT_EFFORT)
    if parts.clumsy:
        return Refused(Refusal.UNCLEAR)
    if not any(clause.amounts for clause in parts.clauses):
        return _without_numbers(parts, asked)
    _hand_down(parts)
    told, sets = _counted(_in_hands(parts.clauses))
    clauses = _gathered(carried(told))
    if len(clauses) > MOST_SETS + 1:
        return Refused(Refusal.TOO_MANY_SETS)
    if len(clauses) == 1:
        return _missed(_one(clauses[0], asked, unit), parts)
    read = choose(read_together(clauses, asked, unit), asked)
    if sets and isinstance(read, Sets) and len(read.entries) != sets:
        return Refused(Refusal.UNCLEAR)
    return _warmed(read, parts)


def _counted(clauses: list[Clause]) -> tuple[list[Clause], int]:
    """`3 sets 8 8 7` without the number of sets, which are told one by one, and that number; else 0."""
    first, *others = clauses
    if len(others) < 2 or not is_single(first, Role.SETS):
        return clauses, 0
    if not all(is_single(one, Role.BARE) for one in others):
        return clauses, 0
    number = first.amounts[0].numeral.value
    return (others, len(others)) if number == len(others) else (clauses, 0)


def _warmed(read: Choice, parts: Parts) -> Choice:
    """`warm-up 40x8 60x5` may be two warm-ups, or one and a set: asked."""
    if not parts.all_warm or not isinstance(read, Sets):
        return read
    if any(entry.kind is not SetKind.WORK for entry in read.entries[1:]):
        return read
    return Ambiguous((Sets(tuple(replace(entry, kind=SetKind.WARM_UP) for entry in read.entries)), read))


def _missed(read: Choice | Shift, parts: Parts) -> Choice | Shift:
    """`missed 235x1` is hardly one clean rep, and `failed 225` hardly a load for the card: both are asked."""
    if parts.kind is not SetKind.FAILURE or not isinstance(read, Sets | Incomplete) or len(read.entries) > 1:
        return read
    entry = read.entries[0]
    none = Sets((replace(entry, reps=0, kind=SetKind.FAILURE),))
    if entry.load is None:
        return read
    if isinstance(read, Incomplete):
        return Confirm(none, Doubt.MISSED) if read.missing is Missing.REPS else read
    return Ambiguous((none, read)) if entry.reps == 1 else read


def _without_numbers(parts: Parts, asked: Asked) -> Choice | Effort | NotASet:
    if parts.kind in (SetKind.FAILURE, SetKind.AMRAP):
        return Incomplete((Entry(None, None, parts.rir, parts.kind),), Missing.REPS)
    if parts.rir is not None and parts.kind is None:
        return Effort(parts.rir, asked.resting)
    return NotASet()


def _hand_down(parts: Parts) -> None:
    """A kind or effort said first belongs to the first set: `fail 6`, `w 60x5`."""
    first = parts.clauses[0]
    first.kind = first.kind or parts.kind
    first.rir = parts.rir if first.rir is None else first.rir


def _gathered(clauses: list[Clause]) -> list[Clause]:
    """Clauses of one set joined to one: `3 sets 8x80`, `8 reps 80 kg`, `3x8 80kg`, `80kg 8`, `8 bw`."""
    for index, clause in enumerate(clauses):
        if is_single(replace(clause, at=None), Role.SETS) and len(clauses) > 1:
            rest = clauses[:index] + clauses[index + 1 :]
            rest = _gathered([replace(each, joint=Joint.NONE) for each in rest] if len(rest) == 2 else rest)
            if len(rest) > 1 or (clause.at is not None and rest[0].at is not None):
                return clauses
            whole = rest[0] if clause.at is None else replace(rest[0], at=clause.at)
            return [_with(whole, [clause.amounts[0], *whole.amounts], clause)]
    if len(clauses) == 2 and (clauses[1].joint is Joint.NONE or _makes_one(*clauses)):
        first, second = clauses
        if is_single(first, *LOADS) and not any(each.role in LOADS for each in second.amounts):
            return [_with(second, [*second.amounts, first.amounts[0]], first)]
        felt = second.at is not None and second.at.effort is not None and first.at is None
        alone = replace(second, at=None) if felt else second  # `3x5 135 lb @8`
        if is_single(alone, *LOADS) and not any(each.role in LOADS for each in first.amounts):
            first = replace(first, at=second.at) if felt else first
            return [_with(first, [*first.amounts, second.amounts[0]], second)]
    return clauses


def _in_hands(clauses: list[Clause]) -> list[Clause]:
    """`2x32kg 40m` as the one set, or the two, that it is."""
    first, second = clauses if len(clauses) == 2 else (None, None)
    if first is None or second is None or second.joint is not Joint.NONE or not is_single(second, *_MARKED):
        return clauses
    if [each.role for each in first.amounts] != [Role.BARE, Role.LOAD] or first.at is not None:
        return clauses
    return [_with(second, [*first.amounts, *second.amounts], first)]


def _makes_one(first: Clause, second: Clause) -> bool:
    """`80 kilos, 8 reps`, `8 reps, 80 kg`, `80 kg, 8`: two parts of one set, said with a comma."""
    if second.joint is not Joint.BREAK or first.kind is not None or first.rir is not None:
        return False
    if is_single(first, Role.LOAD) and not first.amounts[0].sign:
        return is_single(second, Role.BARE, *_MARKED)
    return is_single(first, Role.REPS) and is_single(second, Role.LOAD)


def _with(clause: Clause, amounts: list[Amount], other: Clause) -> Clause:
    rir = other.rir if clause.rir is None else clause.rir
    return replace(clause, amounts=amounts, rir=rir, kind=clause.kind or other.kind)


def _one(clause: Clause, asked: Asked, unit: Unit) -> Choice | Shift:
    if clause.dangling:
        return _dangling(clause, asked, unit)
    amount = clause.amounts[0]
    if clause.at is not None or len(clause.amounts) > 1:
        if len(clause.amounts) > 3:
            return Refused(Refusal.UNCLEAR)
        found = order_clause(clause, asked, unit)
        told = _load_at_effort(found, clause, asked, unit)
        return told or _beside_sides(_on_top(choose(found, asked), clause, asked), found, clause)
    shifts = amount.role is Role.LOAD and amount.sign and not amount.on_body
    if shifts and clause.kind is None and clause.rir is None:
        return _shift(amount, asked, unit)
    if amount.role in LOADS:
        return _load_alone(amount, clause, asked, unit)
    if amount.role is Role.BARE:
        return choose_lone(amount, clause.kind, clause.rir, asked, unit)
    found = order_clause(clause, asked, unit)
    if amount.sides and _may_begin_with_load(amount, asked):
        pair = replace(clause, amounts=[Amount(Numeral((side,))) for side in amount.sides])
        found.candidates += order_clause(pair, asked, unit, only="LR").candidates
    return choose(found, asked)


def _load_at_effort(found: Field, clause: Clause, asked: Asked, unit: Unit) -> Choice | None:
    """`80 @ 8`, where eighty reps are not to be expected: a load and its reps, or a load that felt like 8."""
    at, (amount, *others) = clause.at, clause.amounts
    if at is None or at.effort is None or others or amount.role is not Role.BARE or not amount.numeral.sure:
        return None
    if any(each.plausible for each in found.candidates) or not asked.takes_load:
        return None
    turned = [replace(amount, role=Role.LOAD), replace(at, role=Role.REPS, effort=None)]
    pairs = order_clause(replace(clause, amounts=turned, at=None), asked, unit).candidates
    try:
        load = load_of(amount.numeral.value, amount.unit or unit)
    except Unlawful:
        return None
    alone = Incomplete((Entry(load, None, at.effort),), Missing.REPS)
    whole = next((Sets(each.entries) for each in pairs if each.plausible), None)
    return alone if whole is None else Ambiguous((whole, alone))


def _beside_sides(read: Choice, found: Field, clause: Clause) -> Choice:
    """`24/24 x 10` is hardly ten kilos, where twenty-four were asked."""
    roles = [each.role for each in clause.amounts]
    unlikely = not any(each.plausible for each in found.candidates)
    doubtful = Role.SIDES in roles and Role.BARE in roles and unlikely
    return Confirm(read, Doubt.LIST) if doubtful and isinstance(read, Sets) else read


def _may_begin_with_load(amount: Amount, asked: Asked) -> bool:
    """`20/15` where 20 kg were asked: left and right, or the load and its reps."""
    expected = asked.standing_load
    first = amount.sides[0] if amount.sides else None
    return asked.takes_load and expected is not None and first == expected.value


def _dangling(clause: Clause, asked: Asked, unit: Unit) -> Choice:
    """`100x` lacks its reps; `x8` and `8x` are reps with the load asked, or lack theirs where none is."""
    if len(clause.amounts) != 1:
        return Refused(Refusal.UNCLEAR)
    amount = clause.amounts[0]
    if clause.at is not None:  # `x8 @8`, `x8 @ 80`
        counted = [replace(amount, role=Role.REPS if amount.role is Role.BARE else amount.role)]
        read = choose(order_clause(replace(clause, amounts=counted, dangling=False), asked, unit), asked)
        lacks = isinstance(read, Sets) and read.entries[0].load is None and needs_load(asked)
        return Incomplete(read.entries, Missing.LOAD) if lacks and isinstance(read, Sets) else read
    if amount.role in LOADS:
        return _load_alone(amount, clause, asked, unit)
    if clause.joint is Joint.TIMES:
        amount.role = Role.REPS if amount.role is Role.BARE else amount.role
    if amount.role is Role.BARE:
        read = choose_lone(amount, clause.kind, clause.rir, asked, unit)
    else:
        read = choose(order_clause(clause, asked, unit), asked)
    return Incomplete(read.entries, Missing.LOAD) if isinstance(read, Sets) and needs_load(asked) else read


def _load_alone(amount: Amount, clause: Clause, asked: Asked, unit: Unit) -> Choice:
    if (amount.on_body or amount.role is Role.BODY) and asked.lightest is not None and not asked.bodyweight:
        return Refused(Refusal.NOT_BY_BODY)
    if amount.sign < 0 and not asked.bodyweight:
        return Refused(Refusal.NEGATIVE)
    try:
        load = load_of(amount.numeral.value, amount.unit or unit, amount.sign)
    except Unlawful as err:
        return Refused(err.why)
    return Incomplete((Entry(load, None, clause.rir, clause.kind or SetKind.WORK),), Missing.REPS)


def _shift(amount: Amount, asked: Asked, unit: Unit) -> Choice | Shift:
    """`+2.5`, `-5`: the coming card's load."""
    expected = asked.standing_load
    if expected is None and not asked.bodyweight:
        return Refused(Refusal.NEGATIVE if amount.sign < 0 else _nothing_to_shift(asked))
    try:
        change = load_of(amount.numeral.value, amount.unit or unit, amount.sign)
    except Unlawful as err:
        return Refused(err.why)
    coming = Load((expected.g if expected else 0) + change.g, change.unit)
    if change.g == 0 or not amount.numeral.sure:
        return Refused(Refusal.UNCLEAR)
    if coming.g < 0 and not asked.bodyweight:
        return Refused(Refusal.NEGATIVE)
    return Confirm(Shift(change), Doubt.FAR_ABOVE) if is_far_above(coming, asked) else Shift(change)


def _nothing_to_shift(asked: Asked) -> Refusal:
    return Refusal.NO_SHIFT if asked.takes_load else Refusal.NO_LOAD


def _on_top(choice: Choice, clause: Clause, asked: Asked) -> Choice:
    """`+10x8` on a lift that isn't the body's: ten more than asked? It is asked back."""
    plus = any(each.sign > 0 for each in clause.amounts)
    if not plus or asked.bodyweight or not isinstance(choice, (Sets, Confirm)):
        return choice
    expected = asked.standing_load
    reading = choice if isinstance(choice, Sets) else choice.reading
    if expected is None or not isinstance(reading, Sets):
        return Refused(_nothing_to_shift(asked))
    raised = tuple(
        replace(entry, load=Load(expected.g + (entry.load.g if entry.load else 0), expected.unit))
        for entry in reading.entries
    )
    return Confirm(Sets(raised), Doubt.ON_TOP)
