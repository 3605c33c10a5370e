"""Clauses of several sets read together: `8 8 7`, `80x8 8 7`, `8 8 7 @ 80`, `5x5 100`, `80x8 8x70`.

Which clauses make one set is `set_body.py`; what one clause may say, `set_order.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from core.training.notation.set_order import Candidate, Field, order_clause
from core.training.notation.set_parts import Amount, Clause, Joint, Role
from core.training.notation.set_reading import Asked, Refusal
from core.units import Unit

LOADS = (Role.LOAD, Role.BODY)
_COUNTS = (Role.BARE, Role.REPS, Role.SIDES, Role.SECONDS, Role.METRES)
_MOST_HANDED_ON = 12  # sets among which a load said once is looked for: ten of ten, and some more (ours)
_ALIKE = Decimal("1.5")  # more than half as many again may be a weight on top: asked (ours)
_SURELY = Decimal(15)  # three times the counts beside it and as much as this, a number is their load (ours)
_MOST_SPREAD = 3  # numbers of a set with its load: more are none


def read_together(clauses: list[Clause], asked: Asked, unit: Unit) -> Field:
    """The readings of two or more clauses; a load said once holds for the counts beside it."""
    clauses = carried(_effort_ahead(clauses))
    alone = all(len(clause.amounts) == 1 and not clause.dangling for clause in clauses)
    if alone and not any(_load_at(clause) for clause in clauses[:-1]):
        return _list(clauses, asked, unit)
    found = Field([], [])
    if any(clause.dangling for clause in clauses):
        return Field([], [Refusal.UNCLEAR])
    straight: list[Field] = []
    for variant in _variants(clauses):
        fields = _fields(variant, asked, unit, found)
        if fields:
            _add_in_one_order(found, fields, variant)
        if fields and variant is clauses:
            straight = fields
    if straight and not any(each.plausible for each in found.candidates):
        _add_mixed(found, straight, clauses)
    if not found.candidates and not found.refusals:
        found.refusals.append(Refusal.UNCLEAR)
    return found


def _effort_ahead(clauses: list[Clause]) -> list[Clause]:
    """`5x5 100 @8`: the effort behind a load that was said last is of the sets before it."""
    *others, before, last = clauses
    alone = replace(last, at=None, rir=None)
    told = last.rir is not None or (last.at is not None and last.at.effort is not None)
    spread = len(before.amounts) == 2 and all(each.role is Role.BARE for each in before.amounts)
    if others or not told or not spread or before.at is not None or not is_single(alone, Role.BARE):
        return clauses
    counts = [each.numeral.value for each in before.amounts]
    if last.amounts[0].numeral.value < max(_SURELY, *(3 * count for count in counts)):
        return clauses
    return [replace(before, at=last.at, rir=last.rir), alone]


def is_single(clause: Clause, *roles: Role) -> bool:
    """Whether a clause is one number alone, marked as one of these."""
    alone = len(clause.amounts) == 1 and clause.at is None and not clause.dangling
    return alone and clause.amounts[0].role in roles


def _is_count(clause: Clause) -> bool:
    """`8`, `8 @9`: what takes on a load said beside it."""
    return is_single(replace(clause, at=None), *_COUNTS) and _load_at(clause) is None


def _load_at(clause: Clause) -> Amount | None:
    """The load after an `@`, None where there is none or it may be an effort."""
    at = clause.at
    if at is None or not (at.role is Role.LOAD or (at.role is Role.BARE and at.effort is None)):
        return None
    return replace(at, role=Role.LOAD)


def carried(clauses: list[Clause]) -> list[Clause]:
    """`80 kg × 10, 8, 8`: a marked load holds for the counts that follow its set."""
    kept: list[Clause] = []
    load: Amount | None = None
    for clause in clauses:
        if load is not None and _is_count(clause):
            kept.append(replace(clause, amounts=[load, *clause.amounts]))
            continue
        kept.append(clause)
        marked = [each for each in clause.amounts if each.role in LOADS]
        load = marked[0] if marked and len(clause.amounts) > 1 else _load_at(clause)
    return kept


def _variants(clauses: list[Clause]) -> Iterator[list[Clause]]:
    """The clauses as they are, and with a load handed on to the counts alone: `80x8 8 7`, `5x5 100`."""
    yield clauses
    if len(clauses) > _MOST_HANDED_ON:
        return
    if any(map(_is_count, clauses[1:])):
        for place in (0, 1):
            yield carried([_with_load(clause, place) for clause in clauses])
    lead, *rest = clauses
    if is_single(lead, Role.BARE) and lead.kind is None and len(rest) == 1 and rest[0].joint is Joint.NONE:
        spread = rest[0]
        sets, *counts = spread.amounts
        if len(counts) == 1 and sets.role is Role.BARE and counts[0].role in (Role.BARE, Role.SIDES):
            yield [replace(spread, amounts=[*spread.amounts, replace(lead.amounts[0], role=Role.LOAD)])]
    *others, last = clauses
    load = last.amounts[0] if is_single(last, Role.BARE) and last.joint is Joint.NONE else _load_at(last)
    counted = [*others, replace(last, at=None)] if last.at is not None else others
    bare = all(each.role not in LOADS for clause in counted for each in clause.amounts)
    short = all(len(clause.amounts) < _MOST_SPREAD and _load_at(clause) is None for clause in counted)
    if load is not None and last.kind is None and last.rir is None and bare and short:
        marked = replace(load, role=Role.LOAD)
        yield [replace(clause, amounts=[*clause.amounts, marked]) for clause in counted]


def _with_load(clause: Clause, place: int) -> Clause:
    """A clause of two unmarked numbers with one of them marked as the load."""
    if len(clause.amounts) != 2 or any(each.role is not Role.BARE for each in clause.amounts):
        return clause
    amounts = [*clause.amounts]
    amounts[place] = replace(amounts[place], role=Role.LOAD)
    return replace(clause, amounts=amounts)


def _list(clauses: list[Clause], asked: Asked, unit: Unit) -> Field:
    """`8 8 7` is three sets, `80 8 8 7` three at 80, so is `8 8 7 @ 80`; `100 5` may be one set or two."""
    found = Field([], [])
    if clauses[-1].at is not None:
        _add_at_last(found, clauses, asked, unit)
        if _load_at(clauses[-1]) is not None:
            return found
    loads = [clause for clause in clauses if clause.amounts[0].role in LOADS]
    if not loads:
        _add_run(found, clauses, None, asked, unit)
    lead, rest = clauses[0], clauses[1:]
    bare = lead.amounts[0].role is Role.BARE and lead.kind is None and lead.rir is None
    bare = bare and not _is_of_body(clauses, asked)
    spaced = rest[0].joint is Joint.NONE or (loads == [lead] and not lead.amounts[0].sign)  # `80 kg, 8, 8`
    if (loads == [lead] or (not loads and bare)) and lead.at is None and spaced:
        _add_run(found, rest, replace(lead.amounts[0], role=lead.amounts[0].role), asked, unit)
    if len(clauses) > 2 and (clauses[-1].joint is Joint.NONE or loads == clauses[-1:]):
        _add_load_last(found, clauses, asked, unit)
    counted = is_single(lead, Role.REPS) and is_single(rest[0], Role.BARE)  # `8 reps 80`
    if len(clauses) == 2 and bare and rest[0].joint is Joint.BREAK and not _any_plausible(found):
        _add_run(found, rest, lead.amounts[0], asked, unit)  # `80, 8`, where eighty reps can't be meant
    if len(clauses) == 2 and not loads and rest[0].joint is Joint.NONE and (bare or counted):
        last = rest[0]
        pair = replace(last, amounts=[lead.amounts[0], last.amounts[0]])
        joined = order_clause(pair, asked, unit)
        found.candidates += [each for each in joined.candidates if each.order == "RL"]
        found.refusals += joined.refusals
    if not found.candidates and not found.refusals:
        found.refusals.append(Refusal.TWO_LOADS if len(loads) > 1 else Refusal.UNCLEAR)
    return found


def _any_plausible(found: Field) -> bool:
    return any(each.plausible for each in found.candidates)


def _is_of_body(clauses: list[Clause], asked: Asked) -> bool:
    """Whether `8 8 7` can only be reps: of the body alone, the first about as many as the others."""
    on_body = asked.standing_load is not None and asked.standing_load.g != 0
    first, *others = (clause.amounts[0].numeral.value for clause in clauses)
    return asked.bodyweight and not on_body and first <= _ALIKE * max(others)


def _add_at_last(found: Field, clauses: list[Clause], asked: Asked, unit: Unit) -> None:
    """`8 8 7 @ 80`: the load after the last count belongs to all; an effort only to the last."""
    *counts, last = clauses
    alone = replace(last, at=None)
    sure = _load_at(last)
    load = sure or (replace(last.at, role=Role.LOAD) if last.at is not None else None)
    probe = order_clause(last, asked, unit, only="RL")  # whether it may be a load here at all
    if load is not None and (sure is not None or probe.candidates):
        _add_run(found, [*counts, alone], load, asked, unit)
    if sure is not None and not found.candidates:
        several = any(clause.amounts[0].role in LOADS for clause in clauses)
        found.refusals.append(Refusal.TWO_LOADS if several else Refusal.UNCLEAR)


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
    marked = [clause for clause in clauses if clause.amounts[0].role in LOADS]
    if last.kind is not None or last.rir is not None or last.at is not None or marked not in ([], [last]):
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


def _fields(clauses: list[Clause], asked: Asked, unit: Unit, found: Field) -> list[Field]:
    """What each clause may say, empty where one says nothing; the refusals go to `found`."""
    fields = []
    for clause in clauses:
        fields.append(order_clause(clause, asked, unit))
        found.refusals += fields[-1].refusals
        if not fields[-1].candidates:
            return []
    return fields


def _add_in_one_order(found: Field, fields: list[Field], clauses: list[Clause]) -> None:
    """`80x8 80x7`: each clause a set of its own, all written in one order; a count alone is as asked."""
    loadless = any(map(_is_count, clauses))
    if loadless and any(map(_load_at, clauses)):
        return
    for order in sorted({each.order for field in fields for each in field.candidates}):
        runs = [run for field in fields if (run := _in_order(field, order)) is not None]
        # a load holds for the counts behind it: they are not as asked
        beside = zip(runs, clauses[1:], strict=False)
        handed_on = any("L" in run.order and _is_count(after) for run, after in beside)
        if len(runs) == len(fields) and not (loadless and "L" in order) and not handed_on:
            found.candidates.append(_run(runs, order))


def _in_order(field: Field, order: str) -> Candidate | None:
    """A clause's best reading in this order; a clause that has only one reading keeps it."""
    fitting = [each for each in field.candidates if each.order == order]
    if len(field.candidates) == 1:
        return field.candidates[0]
    return min(fitting, key=lambda each: each.strain) if fitting else None


def _add_mixed(found: Field, fields: list[Field], clauses: list[Clause]) -> None:
    """`80x10 8x70`: the order may change, where nobody could have meant one order."""
    if not any(map(_is_count, clauses)):
        mixed = _run([min(each.candidates, key=lambda one: one.strain) for each in fields], "LR RL")
        found.candidates += [mixed] if mixed.plausible else []
