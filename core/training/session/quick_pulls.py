"""A pull beside the pushes of a session so short that its own pull did not fit.

What a limit of minutes takes off is `fitting.py`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.model.exercise import Exercise, Pattern
from core.training.exercises.choosing import Choice
from core.training.exercises.slot_lists import listed
from core.training.session.filling import Pick, focus, prescribed
from core.training.session.fitting import Plan, least_sets
from core.training.session.timing import seconds_of
from core.training.week.programme import PULL, PUSH, Role, Slot

_PULLS = (Slot(Role.SECOND, Pattern.HORIZONTAL_PULL), Slot(Role.SECOND, Pattern.VERTICAL_PULL))


def with_a_pull(plan: Plan, whole: Plan, minutes: int, choice: Choice) -> Plan:
    """The plan with a pull where the limit took all those of the `whole` and `minutes` hold one; or itself.

    All get the fewest sets of their band, and the pull is the most preferred one that is set up and
    warmed up for in time. Source: training.md 6.3 asks for as many pulls as pushes; the way is ours.
    """
    if not _lost_its_pulls(plan, whole, choice):
        return plan
    lean = tuple(replace(one, sets=least_sets(one, choice.athlete)) for one in plan)
    pushed = sum(one.sets for one in lean if choice.catalogue[one.exercise_id].pattern in PUSH)
    warm = {focus(choice.catalogue[one.exercise_id]) for one in plan}
    for exercise in _pulls(choice):
        (asked,) = prescribed(choice, [Pick(Role.SECOND, exercise)], None, seen=warm)
        grown = (*lean, replace(asked, sets=least_sets(asked, choice.athlete)))
        if grown[-1].sets >= pushed and seconds_of(grown, choice.catalogue) <= 60 * minutes:
            return grown
    return plan


def pulls_turn(plan: Plan, whole: Plan, before: tuple[int, int], choice: Choice) -> bool:
    """Whether a pull should have the place of the pushes of a plan that holds no pull beside them.

    So it is when the pushes are ahead: `before` are the push and pull sets of the week without this day.
    Sessions too short for both take turns, a press whose maximum was told first. Source: 6.3 (ours).
    """
    return before[0] > before[1] and _lost_its_pulls(plan, whole, choice)


def _lost_its_pulls(plan: Plan, whole: Plan, choice: Choice) -> bool:
    patterns, meant = ({choice.catalogue[one.exercise_id].pattern for one in each} for each in (plan, whole))
    return bool(patterns & PUSH and not patterns & PULL and meant & PULL)


def _pulls(choice: Choice) -> Iterator[Exercise]:
    for slot in _PULLS:
        for _, exercise in listed(choice.catalogue, slot, choice.athlete.gear):
            if choice.allows(exercise) and not choice.too_heavy(exercise):
                yield exercise
