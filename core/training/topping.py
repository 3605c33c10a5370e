"""A session brought back to the number of exercises its goal asks for, where the week's law leaves it thin.

What the law is stands in `shaping.py` and `lawful.py`, the number in `programme.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from core.model.exercise import Exercise, Pattern
from core.model.session import Prescription
from core.training.choosing import Choice
from core.training.filling import SPARE_SLOTS, Pick, day_slots, focus, prescribed
from core.training.fitting import Plan, least_sets
from core.training.programme import Role, Slot

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
    while 0 < len(plan) < fewest:
        grown = (lawful(one) for one in _grown(replace(choice, any_means=True), plan, day))
        fuller = next((one for one in grown if len(one) > len(plan)), None)
        if fuller is None:
            return plan
        plan = fuller
    return plan


def _grown(choice: Choice, plan: Plan, day: str) -> Iterator[Plan]:
    used = frozenset(one.exercise_id for one in plan)
    warm = {focus(choice.catalogue[name]) for name in used}
    spare = () if choice.heavy else (*_TRUNK, *_SMALL)
    for slot in dict.fromkeys((*day_slots(choice, day), *spare, *SPARE_SLOTS)):
        for exercise in islice(_for_slot(choice, slot, used), _TRIES):
            asked = prescribed(choice, [Pick(slot.role, exercise)], None, seen=warm)[0]
            if asked.exercise_id in used:
                continue  # its past asks for a variant that stands in the session already
            fewest = min(asked.sets, least_sets(asked, choice.athlete))
            (asked,) = prescribed(choice, [Pick(slot.role, exercise)], fewest, seen=warm)
            yield _behind_its_kind(plan, asked, choice)


def _for_slot(choice: Choice, slot: Slot, used: frozenset[str]) -> Iterator[Exercise]:
    while (exercise := choice.fill(slot, used)) is not None:
        yield exercise
        used |= {exercise.id}


def _behind_its_kind(plan: Plan, asked: Prescription, choice: Choice) -> Plan:
    """Compounds, then isolation, trunk last; never before what opens the session. Source: training.md 6.4."""
    rank = _rank(choice.catalogue[asked.exercise_id])
    ranks = [_rank(choice.catalogue[one.exercise_id]) for one in plan]
    at = next((at for at, other in enumerate(ranks) if at > 0 and other > rank), len(plan))
    return (*plan[:at], asked, *plan[at:])


def _rank(exercise: Exercise) -> int:
    if exercise.pattern in (Pattern.CORE, Pattern.CARRY):
        return 2
    return 0 if exercise.compound else 1
