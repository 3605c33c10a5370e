"""Choosing between readings: the one plausible one is taken, two are asked, what lies far off is confirmed.

How readings are found and weighed is `set_order.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.model.session import Measure
from core.model.workout import SetKind
from core.training.notation.numerals import Numeral
from core.training.notation.set_bounds import Unlawful, count_of, load_of
from core.training.notation.set_order import (
    CLEARLY,
    PLAUSIBLE,
    Candidate,
    Field,
    load_strain,
    order_clause,
)
from core.training.notation.set_parts import Amount, Clause, Joint
from core.training.notation.set_reading import (
    MOST_SETS,
    Ambiguous,
    Asked,
    Confirm,
    Doubt,
    Entry,
    Incomplete,
    Missing,
    Refusal,
    Refused,
    Sets,
)
from core.units import Load, Unit

_MANY_REPS = 30
# Of the best: at 80 % even runners press 20 times on average with their legs, all others far less (RICHENS14,
# NUZZO24 in training.md 3.2).
_HEAVY, _MANY_HEAVY = 0.8, 20
_FEW_OF = 3  # our choice: a third of what was asked is rarer than a slip
_NEARER = 0.25
_USUAL_SETS = 5
_SMALL_STEP_G = 20_000

Choice = Sets | Incomplete | Ambiguous | Confirm | Refused


def choose(found: Field, asked: Asked) -> Choice:
    """The reading of the lawful candidates that the prescription points to, or the question to ask."""
    candidates = _distinct(found.candidates)
    if not candidates:
        return Refused(found.refusals[0] if found.refusals else Refusal.UNCLEAR)
    candidates.sort(key=lambda each: each.strain)
    best = candidates[0]
    if not best.sure:
        same_order = [each for each in candidates if each.order == best.order]
        if len(same_order) > 1:
            return _ask(same_order[0], same_order[1], asked)
        return _settled(best, asked, Doubt.THOUSANDS)
    chosen = _chosen(candidates, asked)
    if chosen is None:
        return _ask(candidates[0], candidates[1], asked)
    return _settled(chosen, asked)


def _distinct(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate for each outcome, the least strained."""
    kept: dict[tuple[Entry, ...], Candidate] = {}
    for each in candidates:
        if each.entries not in kept or each.strain < kept[each.entries].strain:
            kept[each.entries] = each
    return list(kept.values())


def _chosen(candidates: list[Candidate], asked: Asked) -> Candidate | None:
    """The one reading to take, or None when two must be asked. Candidates come least strained first."""
    if len(candidates) == 1:
        return candidates[0]
    plausible = [each for each in candidates if each.plausible]
    if len(plausible) == 1:
        return plausible[0]
    if not plausible:
        clear = candidates[1].strain - candidates[0].strain >= CLEARLY
        return candidates[0] if clear else None
    if not all("L" in each.order for each in plausible):
        return None
    whole = [each for each in plausible if each.load_exact and each.reps_exact]
    half = [each for each in plausible if each.load_exact or each.reps_exact]
    for exact in (whole, half):
        if len(exact) == 1 and exact[0].usual:
            tells = exact[0].load_exact or asked.standing_load is None
            others = [each.strain for each in plausible if each is not exact[0]]
            nearer = exact is whole or min(others) - exact[0].strain >= _NEARER
            return exact[0] if tells and nearer else None
    return None


def _ask(first: Candidate, second: Candidate, asked: Asked) -> Ambiguous | Refused:
    if any(len(each.entries) > MOST_SETS for each in (first, second)):
        return Refused(Refusal.TOO_MANY_SETS)
    return Ambiguous((_complete(first.entries, asked), _complete(second.entries, asked)))


def _complete(entries: tuple[Entry, ...], asked: Asked) -> Sets | Incomplete:
    if any(entry.load is None for entry in entries) and needs_load(asked):
        return Incomplete(entries, Missing.LOAD)
    return Sets(entries)


def needs_load(asked: Asked) -> bool:
    """Whether a set said without a load lacks it: a loaded lift with no load asked or lifted today."""
    return asked.takes_load and not asked.bodyweight and asked.standing_load is None


def _settled(chosen: Candidate, asked: Asked, doubt: Doubt | None = None) -> Choice:
    if len(chosen.entries) > MOST_SETS:
        return Refused(Refusal.TOO_MANY_SETS)
    doubts = [doubt] if doubt else _doubts(chosen.entries, asked)
    if not doubts and not chosen.plausible and len(chosen.entries) > 1 and set(chosen.order) == {"R"}:
        doubts = [Doubt.LIST]  # `2 20 10`: hardly three sets where eight were asked
    if len(doubts) > 1 and not chosen.plausible:
        return Refused(Refusal.TOO_MANY_REPS)
    if doubts and "S" in chosen.order and not chosen.plausible and doubts != [Doubt.MANY_SETS]:
        return Refused(Refusal.UNCLEAR)
    reading = _complete(chosen.entries, asked)
    if doubts and isinstance(reading, Sets):
        return Confirm(reading, doubts[0])
    return reading


def _doubts(entries: tuple[Entry, ...], asked: Asked) -> list[Doubt]:
    doubts = []
    if any(entry.load is not None and is_far_above(entry.load, asked) for entry in entries):
        doubts.append(Doubt.FAR_ABOVE)
    if any(_is_many(entry, asked) for entry in entries):
        doubts.append(Doubt.MANY_REPS)
    if not doubts and asked.sets_left and len(entries) > max(asked.sets_left, _USUAL_SETS):
        doubts.append(Doubt.MANY_SETS)
    return doubts


def is_far_above(load: Load, asked: Asked) -> bool:
    """Whether a load is over twice what was asked or lifted last, or over twice the best known."""
    known = [each.g for each in (asked.standing_load, asked.best) if each is not None and each.g > 0]
    slack = _SMALL_STEP_G if asked.bodyweight else 0
    return any(load.g > 2 * each and load.g > each + slack for each in known)


def _is_many(entry: Entry, asked: Asked) -> bool:
    if entry.measure is not Measure.REPS or entry.reps is None:
        return False
    load, best = entry.load or asked.standing_load, asked.best
    if load is not None and best is not None and not asked.bodyweight and 0 < _HEAVY * best.g <= load.g:
        return max(entry.sides or (entry.reps,)) > max(_MANY_HEAVY, asked.reps or 0)
    return max(entry.sides or (entry.reps,)) > max(_MANY_REPS, 3 * (asked.reps or 0))


def choose_lone(amount: Amount, kind: SetKind | None, rir: float | None, asked: Asked, unit: Unit) -> Choice:
    """What a single bare number says: reps, where they are to be expected; a load, which lacks its reps.

    `8` is eight reps as asked; `80` where eight were asked is 80 kg × how many?
    """
    value = amount.numeral.value
    if not asked.takes_load or asked.measure is not Measure.REPS:
        return _lone_count(amount, kind, rir, asked)
    reps = None
    refusals: list[Refusal] = []
    try:
        reps = _lone_reps(count_of(value), kind, rir)
    except Unlawful as err:
        refusals.append(err.why)
    loads: list[Incomplete] = []
    for reading in amount.numeral.readings:
        try:
            entry = Entry(load_of(reading, unit), None, rir, kind or SetKind.WORK)
            loads.append(Incomplete((entry,), Missing.REPS))
        except Unlawful as err:
            refusals.append(err.why)
    load = loads[0] if loads else None
    if len(loads) == 2:
        return Ambiguous((loads[0], loads[1]))
    pair = _listed_pair(amount, kind, rir, asked, unit)
    if pair is not None:
        return Ambiguous((pair, load)) if load is not None and reps is None else Confirm(pair, Doubt.LIST)
    if not amount.numeral.sure:
        return load or Refused(Refusal.UNCLEAR)
    if reps is None and load is not None and _is_part_of_a_rep(value, load, asked):
        return Refused(Refusal.NOT_WHOLE)
    if reps is None or load is None:
        return _complete(reps, asked) if reps else load or Refused(refusals[-1])
    read = _lone_either(reps, load, asked)
    return _doubt_few(read, asked) if kind is None and rir is None and isinstance(read, Sets) else read


def _listed_pair(
    amount: Amount, kind: SetKind | None, rir: float | None, asked: Asked, unit: Unit
) -> Sets | None:
    """`80,8`, which no plates weigh: a load and its reps, where that is plausible."""
    if not amount.listed or amount.numeral.value * 4 % 1 == 0 or asked.standing_load is None:
        return None
    numbers = [Amount(Numeral((number,))) for number in amount.listed]
    found = order_clause(Clause(Joint.NONE, numbers, rir=rir, kind=kind), asked, unit).candidates
    with_load = (each for each in found if each.order in ("LR", "RL") and each.plausible)
    return next((Sets(each.entries) for each in with_load), None)


def _is_part_of_a_rep(value: Decimal, load: Incomplete, asked: Asked) -> bool:
    """`7.5` where 80 kg × 8 were asked: no load, but reps that are none."""
    if value % 1 == 0 or not asked.reps or asked.standing_load is None:
        return False
    return value <= 2 * asked.reps and load_strain(load.entries[0].load, asked) > PLAUSIBLE


def _doubt_few(read: Sets, asked: Asked) -> Sets | Confirm:
    """A bare 1 where ten were asked may have chosen from a list just shown, or be a slip: it is asked."""
    count = read.entries[0].reps or 0
    return Confirm(read, Doubt.FEW_REPS) if 0 < _FEW_OF * count < (asked.reps or 0) else read


def _lone_reps(count: int, kind: SetKind | None, rir: float | None) -> tuple[Entry, ...]:
    return (Entry(None, count, rir, (kind or SetKind.WORK) if count else SetKind.FAILURE),)


def _lone_either(reps: tuple[Entry, ...], load: Incomplete, asked: Asked) -> Choice:
    count, weight = reps[0].reps or 0, load.entries[0].load
    usual = asked.reps or 8
    expected_reps = count <= max(2 * usual, usual + 5)
    known = asked.standing_load is not None or asked.best is not None
    off = load_strain(weight, asked) if known and count else 3.0
    if reps[0].kind in (SetKind.FAILURE, SetKind.AMRAP) and (expected_reps or off > 0.7):
        return _complete(reps, asked)
    if expected_reps and (off > 0.1 or abs(count - usual) <= max(2, usual // 4)):
        return _complete(reps, asked)
    if not expected_reps and (off <= 0.7 or not known):
        return load
    return Ambiguous((_complete(reps, asked), load))


def _lone_count(amount: Amount, kind: SetKind | None, rir: float | None, asked: Asked) -> Choice:
    """Reps, seconds or metres of an exercise without a load; `10,8` may be two sets, which is asked."""
    try:
        if amount.listed and asked.measure is Measure.REPS:
            first, second = (count_of(number) for number in amount.listed)
            entries = _lone_reps(first, kind, rir) + _lone_reps(second, kind, rir)
            return Confirm(Sets(entries), Doubt.LIST)
        count = count_of(amount.numeral.value, asked.measure)
    except Unlawful as err:
        return Refused(err.why)
    entries = _lone_reps(count, kind, rir)
    entry = Entry(None, count, rir, entries[0].kind, measure=asked.measure)
    if _is_many(entry, asked):
        return Confirm(Sets((entry,)), Doubt.MANY_REPS)
    if kind is None and rir is None and asked.measure is Measure.REPS:
        return _doubt_few(Sets((entry,)), asked)
    return Sets((entry,))
