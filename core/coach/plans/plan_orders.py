"""Orders about a plan that has not begun: an exercise first, last, left out, or with more sets.

Swaps and additions are `plan_editing.py`'s; which order some words are is `words/orders.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from core.coach.hearing.phrases import Phrase
from core.coach.local_time import local_date
from core.coach.plans.plan_editing import edited
from core.coach.plans.planning import shown
from core.model.outcomes import Planned, Unlogged
from core.model.session import Prescription
from core.store.athletes import load_athlete
from core.store.plans import plan_of
from core.store.port import Tx
from core.training.session.set_counts import MOST_SETS, of_sets

_RANK: Mapping[Phrase, int] = MappingProxyType({Phrase.DO_NOW: -1, Phrase.DO_NEXT: -1, Phrase.DO_LAST: 1})


def order_plan(
    tx: Tx, athlete_id: int, phrase: Phrase, exercise_id: str, count: int, now: datetime
) -> Planned | Unlogged:
    """The plan that stands with one exercise of it moved, left out, or given `count` sets more.

    A pair stays together, and of one whose other half goes the rest stands alone. `stale` where no plan
    stands or it has no such exercise, `last_in_plan` for the only one, `sets_full` past twelve sets.
    """
    athlete, standing = load_athlete(tx, athlete_id), plan_of(tx, athlete_id)
    if athlete is None or standing is None:
        return Unlogged.of("stale")
    if tx.repeat:
        return shown(tx, athlete, standing, local_date(athlete, now))
    session = standing.session
    asked = [session.prescriptions[place] for place in session.running_order]
    meant = next((one for one in asked if one.exercise_id == exercise_id), None)
    if meant is None:
        return Unlogged.of("stale")
    if phrase is Phrase.MORE_SETS and meant.sets + count > MOST_SETS:
        return Unlogged.of("sets_full")
    if phrase is Phrase.LEAVE_OUT and len(asked) == 1:
        return Unlogged.of("last_in_plan")
    plan = replace(standing, session=replace(session, order=()))
    return edited(tx, athlete, plan, tuple(_ordered(asked, phrase, meant, count)), now)


def _ordered(
    asked: list[Prescription], phrase: Phrase, meant: Prescription, count: int
) -> list[Prescription]:
    if phrase is Phrase.MORE_SETS:
        return [of_sets(one, one.sets + count) if one is meant else one for one in asked]
    together = [one for one in asked if one is meant or (meant.superset is not None and _paired(one, meant))]
    if phrase is Phrase.LEAVE_OUT:
        left = [one for one in asked if one is not meant]
        return [replace(one, superset=None) if one in together else one for one in left]
    others = [one for one in asked if one not in together]
    return together + others if _RANK[phrase] < 0 else others + together


def _paired(one: Prescription, other: Prescription) -> bool:
    return one.superset == other.superset
