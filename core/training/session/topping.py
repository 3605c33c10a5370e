"""A session brought back to the number of exercises its goal asks for, where the week's law leaves it thin.

What the law is stands in `shaping.py` and `lawful.py`, the number in `week/programme.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from core.model.exercise import Exercise, Pattern
from core.model.session import Prescription
from core.training.exercises.choosing import Choice
from core.training.session.filling import SPARE_SLOTS, Pick, day_slots, focus, prescribed
from core.training.session.fitting import Plan, least_sets
from core.training.session.set_counts import of_sets
from core.training.week.programme import Role, Slot

_TRIES = 4  # exercises looked at for each slot (ours)
_TRUNK = (Slot(Role.TRUNK, Pattern.CARRY), Slot(Role.TRUNK, Pattern.CORE))
_SMALL = tuple(
    Slot(Role.ISOLATION, Pattern.ISOLATION, muscle)
    for muscle in ("calves", "rear delts", "side delts", "biceps", "triceps")
)


def topped_up(
    choice: Choice, plan: Plan, day: str, fewest: int, lawful: Callable[[Plan], Plan]
) -> tuple[Prescription, ...]:
    """The plan with exercises of the goal's fewest sets until it holds `fewest`, or nothing more is lawful.

    `lawful` gives a plan as the law leaves it. The day's own slots come first, then what tires little,
    then any movement. The exercise that opens the day stays first. Source: training.md 6.2 (the way ours).
    """
    any_means = replace(choice, any_means=True) if len(plan) < fewest else choice
    while 0 < len(plan) < fewest:
        grown = (lawful(one) for one in _grown(any_means, plan, day))
        fuller = next((one for one in grown if len(one) > len(plan)), None)
        if fuller is None:
            return plan
        plan = fuller
    return plan


def _grown(choice: Choice, plan: Plan, day: str) -> Iterator[Plan]:
    used = frozenset(one.exercise_id for one in plan)
    there = {choice.catalogue[name].pattern for name in used}
    slots = sorted(day_slots(choice, day), key=lambda slot: slot.pattern in there)
    alone = [slot for slot in slots if slot.role is Role.ISOLATION]
    own = [slot for slot in slots if slot.role is not Role.ISOLATION]
    spare = () if choice.heavy else (*_TRUNK, *alone, *_SMALL)
    for slot in dict.fromkeys((*own, *spare, *SPARE_SLOTS)):
        for exercise in islice(for_slot(choice, slot, used), _TRIES):
            asked = as_fewest(choice, plan, slot, exercise)
            if asked is not None:
                yield behind_its_kind(plan, asked, choice)


def as_fewest(choice: Choice, plan: Plan, slot: Slot, exercise: Exercise) -> Prescription | None:
    """The exercise prescribed after `plan` with its goal's fewest sets.

    None where its past asks for a variant that stands in the plan already.
    """
    warm = {focus(choice.catalogue[one.exercise_id]) for one in plan}
    asked = prescribed(choice, [Pick(slot.role, exercise)], None, seen=warm)[0]
    if any(one.exercise_id == asked.exercise_id for one in plan):
        return None
    return of_sets(asked, min(asked.sets, least_sets(asked, choice.athlete)))


def for_slot(choice: Choice, slot: Slot, used: frozenset[str]) -> Iterator[Exercise]:
    """What fills the slot and is not `used`, the preferred first."""
    while (exercise := choice.fill(slot, used)) is not None:
        yield exercise
        used |= {exercise.id}


def behind_its_kind(plan: Plan, asked: Prescription, choice: Choice) -> Plan:
    """Compounds, then isolation, trunk last; never before what opens the session. Source: training.md 6.4."""
    rank = _rank(choice.catalogue[asked.exercise_id])
    ranks = [_rank(choice.catalogue[one.exercise_id]) for one in plan]
    at = next((at for at, other in enumerate(ranks) if at > 0 and other > rank), len(plan))
    return (*plan[:at], asked, *plan[at:])


def _rank(exercise: Exercise) -> int:
    if exercise.pattern in (Pattern.CORE, Pattern.CARRY):
        return 2
    return 0 if exercise.compound else 1
