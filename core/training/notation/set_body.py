"""From clauses to readings: single sets, lists (`8 8 7`), one load for many (`80 kg 8 8 7`), several sets.

What stands around them (an exercise's name, a day, whole-message words) is read in `set_notation.py`.
"""

from __future__ import annotations

from dataclasses import replace

from core.model.workout import SetKind
from core.training.notation.set_bounds import Unlawful, load_of
from core.training.notation.set_choice import Choice, choose, choose_lone, is_far_above
from core.training.notation.set_order import Candidate, Field, order_clause
from core.training.notation.set_parts import Amount, Clause, Joint, Parts, Role
from core.training.notation.set_reading import (
    MOST_SETS,
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

_LOADS = (Role.LOAD, Role.BODY)
_COUNTS = (Role.BARE, Role.REPS, Role.SIDES, Role.SECONDS, Role.METRES)


def read_clauses(parts: Parts, asked: Asked, unit: Unit) -> Choice | Effort | Shift | NotASet:
    """What a text's clauses say; NotASet where there are none."""
    if parts.bad_effort:
        return Refused(Refusal.NOT_EFFORT)
    if parts.clumsy:
        return Refused(Refusal.UNCLEAR)
    if not any(clause.amounts for clause in parts.clauses):
        return _without_numbers(parts, asked)
    _hand_down(parts)
    clauses = _gathered(_carried(parts.clauses))
    if len(clauses) > MOST_SETS + 1:
        return Refused(Refusal.TOO_MANY_SETS)
    if len(clauses) == 1:
        return _one(clauses[0], asked, unit)
    if all(len(clause.amounts) == 1 and not clause.dangling for clause in clauses):
        return choose(_list(clauses, asked, unit), asked)
    if any(clause.dangling or (len(clause.amounts) < 2 and clause.at is None) for clause in clauses):
        return Refused(Refusal.UNCLEAR)
    return choose(_several(clauses, asked, unit), asked)


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


def _is_single(clause: Clause, *roles: Role) -> bool:
    return (
        len(clause.amounts) == 1
        and clause.at is None
        and not clause.dangling
        and clause.amounts[0].role in roles
    )


def _carried(clauses: list[Clause]) -> list[Clause]:
    """`80 kg × 10, 8, 8`: a marked load holds for the counts that follow its set."""
    carried: list[Clause] = []
    load: Amount | None = None
    for clause in clauses:
        if load is not None and _is_single(clause, *_COUNTS):
            carried.append(replace(clause, amounts=[load, *clause.amounts]))
            continue
        carried.append(clause)
        marked = [each for each in clause.amounts if each.role in _LOADS]
        load = marked[0] if marked and len(clause.amounts) > 1 else None
    return carried


def _gathered(clauses: list[Clause]) -> list[Clause]:
    """Clauses of one set joined to one: `3 sets 8x80`, `8 reps 80 kg`, `3x8 80kg`, `80kg 8`, `8 bw`."""
    for index, clause in enumerate(clauses):
        if _is_single(clause, Role.SETS) and len(clauses) > 1:
            rest = _gathered(clauses[:index] + clauses[index + 1 :])
            if len(rest) > 1:
                return clauses
            return [_with(rest[0], [clause.amounts[0], *rest[0].amounts], clause)]
    if len(clauses) == 2 and clauses[1].joint is Joint.NONE:
        first, second = clauses
        if _is_single(first, *_LOADS) and not any(each.role in _LOADS for each in second.amounts):
            return [_with(second, [*second.amounts, first.amounts[0]], first)]
        if _is_single(second, *_LOADS) and not any(each.role in _LOADS for each in first.amounts):
            return [_with(first, [*first.amounts, second.amounts[0]], second)]
    return clauses


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
        return _on_top(choose(order_clause(clause, asked, unit), asked), clause, asked)
    if amount.role is Role.LOAD and amount.sign and clause.kind is None and clause.rir is None:
        return _shift(amount, asked, unit)
    if amount.role in _LOADS:
        return _load_alone(amount, clause, asked, unit)
    if amount.role is Role.BARE:
        return choose_lone(amount, clause.kind, clause.rir, asked, unit)
    return choose(order_clause(clause, asked, unit), asked)


def _dangling(clause: Clause, asked: Asked, unit: Unit) -> Choice:
    """`100x` lacks its reps, `x8` its load."""
    if len(clause.amounts) != 1 or clause.at is not None:
        return Refused(Refusal.UNCLEAR)
    amount = clause.amounts[0]
    if amount.role in _LOADS:
        return _load_alone(amount, clause, asked, unit)
    if clause.joint is Joint.TIMES:
        amount.role = Role.REPS if amount.role is Role.BARE else amount.role
    if amount.role is Role.BARE:
        read = choose_lone(amount, clause.kind, clause.rir, asked, unit)
    else:
        read = choose(order_clause(clause, asked, unit), asked)
    return Incomplete(read.entries, Missing.LOAD) if isinstance(read, Sets) and asked.takes_load else read


def _load_alone(amount: Amount, clause: Clause, asked: Asked, unit: Unit) -> Choice:
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
        return Refused(Refusal.NEGATIVE if amount.sign < 0 else Refusal.NO_LOAD)
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


def _on_top(choice: Choice, clause: Clause, asked: Asked) -> Choice:
    """`+10x8` on a lift that isn't the body's: ten more than asked? It is asked back."""
    plus = any(each.sign > 0 for each in clause.amounts)
    if not plus or asked.bodyweight or not isinstance(choice, (Sets, Confirm)):
        return choice
    expected = asked.standing_load
    reading = choice if isinstance(choice, Sets) else choice.reading
    if expected is None or not isinstance(reading, Sets):
        return Refused(Refusal.NO_LOAD)
    raised = tuple(
        replace(entry, load=Load(expected.g + (entry.load.g if entry.load else 0), expected.unit))
        for entry in reading.entries
    )
    return Confirm(Sets(raised), Doubt.ON_TOP)


def _list(clauses: list[Clause], asked: Asked, unit: Unit) -> Field:
    """`8 8 7` is three sets, `80 8 8 7` three at 80, so is `8 8 7 80`; `100 5` may be one set or two."""
    found = Field([], [])
    loads = [clause for clause in clauses if clause.amounts[0].role in _LOADS]
    if not loads:
        _add_run(found, clauses, None, asked, unit)
    lead, rest = clauses[0], clauses[1:]
    bare = lead.amounts[0].role is Role.BARE and lead.kind is None and lead.rir is None
    if (loads == [lead] or (not loads and bare)) and lead.at is None and rest[0].joint is Joint.NONE:
        _add_run(found, rest, replace(lead.amounts[0], role=lead.amounts[0].role), asked, unit)
    if len(clauses) > 2 and clauses[-1].joint is Joint.NONE:
        _add_load_last(found, clauses, asked, unit)
    if len(clauses) == 2 and not loads and rest[0].joint is Joint.NONE and bare:
        last = rest[0]
        pair = replace(last, amounts=[lead.amounts[0], last.amounts[0]])
        joined = order_clause(pair, asked, unit)
        found.candidates += [each for each in joined.candidates if each.order == "RL"]
        found.refusals += joined.refusals
    if not found.candidates and not found.refusals:
        found.refusals.append(Refusal.TWO_LOADS if len(loads) > 1 else Refusal.UNCLEAR)
    return found


def _add_run(found: Field, clauses: list[Clause], lead: Amount | None, asked: Asked, unit: Unit) -> None:
    """One set for each count, all at the lead's load."""
    order = "R" if lead is None else "LR"
    runs: list[Candidate] = []
    for clause in clauses:
        if clause.amounts[0].role not in _COUNTS:
            return
        field = order_clause(clause, asked, unit, lead, only=order)
        found.refusals += field.refusals
        runs += [each for each in field.candidates if each.order == order][:1]
    if len(runs) == len(clauses):
        found.candidates.append(_run(runs, order * len(runs)))


def _add_load_last(found: Field, clauses: list[Clause], asked: Asked, unit: Unit) -> None:
    """`8 8 80 kg`, `8 8 80` where 80 is just what was asked, `5 5 190` where nothing else can be meant."""
    *counts, last = clauses
    marked = [clause for clause in clauses if clause.amounts[0].role in _LOADS]
    if last.kind is not None or last.rir is not None or marked not in ([], [last]):
        return
    alike, alone = Field([], []), not found.candidates
    _add_run(alike, counts, last.amounts[0], asked, unit)
    found.candidates += [each for each in alike.candidates if marked or alone or each.load_exact]


def _run(runs: list[Candidate], order: str) -> Candidate:
    return Candidate(
        order,
        tuple(entry for each in runs for entry in each.entries),
        max(each.strain for each in runs),
        all(each.load_exact for each in runs),
        all(each.reps_exact for each in runs),
        all(each.usual for each in runs),
        all(each.sure for each in runs),
    )


def _several(clauses: list[Clause], asked: Asked, unit: Unit) -> Field:
    """`80x8 80x7`: each clause a set of its own, all written in one order."""
    fields = [order_clause(clause, asked, unit) for clause in clauses]
    found = Field([], [why for field in fields for why in field.refusals])
    if any(not field.candidates for field in fields):
        return found
    marked = [{each.order for each in field.candidates} for field in fields]
    for order in sorted(set().union(*marked)):
        runs = [_in_order(field, order) for field in fields]
        if all(run is not None for run in runs):
            found.candidates.append(_run([run for run in runs if run is not None], order))
    return found


def _in_order(field: Field, order: str) -> Candidate | None:
    """A clause's best reading in this order; a clause that has only one reading keeps it."""
    fitting = [each for each in field.candidates if each.order == order]
    if len(field.candidates) == 1:
        return field.candidates[0]
    return min(fitting, key=lambda each: each.strain) if fitting else None
