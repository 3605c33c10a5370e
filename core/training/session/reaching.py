"""What a week lacks: given to the day that has time for it, set by set, and told where no day has.

The bands are `week/volume.py`'s, caps and pulls `lawful.py`'s. Moving sets between muscles is
`balancing.py`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from core.model.exercise import Exercise, Pattern
from core.model.session import Measure, Prescription, Reason
from core.training import plan_reason_codes as plan_codes
from core.training import reason_codes as codes
from core.training.goals import rules_for
from core.training.session.balancing import may_grow
from core.training.session.filling import Pick
from core.training.session.fitting import Plan, least_sets, with_sets
from core.training.session.timing import SET_UP_S, rep_s, seconds_of
from core.training.session.topping import as_fewest, behind_its_kind, for_slot
from core.training.session.week_room import PULLS, Room, presses
from core.training.week.programme import PULL, PUSH, Role, Slot
from core.training.week.volume import JUDGED, judged

_LEGS = frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE})
_TRIES = 2  # exercises looked at for each slot (ours)
_MAIN_PATTERNS = frozenset({Pattern.SQUAT, Pattern.HINGE, Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH})


def _second(*patterns: Pattern) -> tuple[Slot, ...]:
    return tuple(Slot(Role.SECOND, pattern) for pattern in patterns)


def _alone(muscle: str) -> Slot:
    return Slot(Role.ISOLATION, Pattern.ISOLATION, muscle)


_SLOTS: Mapping[str, tuple[Slot, ...]] = {
    "chest": (*_second(Pattern.HORIZONTAL_PUSH), _alone("chest")),
    "quads": (*_second(Pattern.LUNGE, Pattern.SQUAT), _alone("quads")),
    "hamstrings": (*_second(Pattern.HINGE), _alone("hamstrings")),
    "lats": _second(Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL),
    PULLS: _second(Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL),
}


def reached(plan: Plan, room: Room) -> Plan:
    """The plan with what its week lacks most, while time, caps and pulls allow: sets, then an exercise.

    Small muscles give way to the judged ones. Nothing is added in the first week back from time off.
    Source: training.md 6.1; the way is ours (decision 105).
    """
    if any(told.code == codes.FEWEST_SETS_ON_RETURN for one in plan[:1] for told in one.reasons):
        return plan
    given_up = set[str]()
    while (name := room.lacking(plan, given_up)) is not None:
        now = room.sets_of(plan, name)
        better = (one for one in _ways(plan, name, room) if room.sets_of(one, name) > now)
        found = next((one for one in better if room.holds(one, plan)), None)
        if found is None:
            given_up.add(name)
        else:
            plan = found
    return plan


def _ways(plan: Plan, name: str, room: Room) -> Iterator[Plan]:
    leaner = [plan]
    for lean in (
        _fewest_of_small(plan, name, room),
        _without_small(plan, name, room),
        _without_plenty(plan, name, room),
    ):
        if lean not in leaner:
            leaner.append(lean)
    for base in leaner:
        yield from _one_set_more(base, name, room)
    for base in leaner:
        yield from _one_exercise_more(base, name, room)


def _trains(exercise: Exercise, name: str, room: Room) -> bool:
    if name == PULLS:
        return exercise.pattern in PULL
    return exercise.id == name if room.band.per_lift else name in exercise.primary


def _places(plan: Plan, patterns: Collection[Pattern], room: Room) -> list[int]:
    catalogue = room.choice.catalogue
    return [at for at, one in enumerate(plan) if catalogue[one.exercise_id].pattern in patterns]


def _one_set_more(plan: Plan, name: str, room: Room) -> Iterator[Plan]:
    """A set more here; for a push with a pull's set more, or in the place of another push's."""
    choice = room.choice
    mine = [at for at, one in enumerate(plan) if _trains(choice.catalogue[one.exercise_id], name, room)]
    for at in sorted(mine, key=lambda at: plan[at].sets):
        if not may_grow(plan[at], choice.athlete):
            continue
        grown = with_sets(plan, at, plan[at].sets + 1)
        yield grown
        if room.pulls_enough(grown):
            continue
        for pull in _places(plan, PULL, room):
            if may_grow(plan[pull], choice.athlete):
                yield with_sets(grown, pull, plan[pull].sets + 1)
        for push in _places(plan, PUSH, room):
            if push not in mine and plan[push].sets > least_sets(plan[push], choice.athlete):
                yield with_sets(grown, push, plan[push].sets - 1)


def _one_exercise_more(plan: Plan, name: str, room: Room) -> Iterator[Plan]:
    if len(plan) >= room.limits.most:
        return
    rules = rules_for(room.choice.goal, room.choice.athlete)
    fewest = rules.sets[0]
    shortest = SET_UP_S + fewest * rules.reps[0] * rep_s(rules.tempo) + (fewest - 1) * rules.rest_s[0]
    if seconds_of(plan, room.choice.catalogue) + shortest > room.longest_s:
        return
    for slot, exercise in _others(plan, name, room):
        asked = as_fewest(room.choice, plan, slot, exercise)
        if asked is None:
            continue
        grown = behind_its_kind(plan, asked, room.choice)
        yield grown
        if exercise.pattern in PUSH and not room.pulls_enough(grown):
            yield from _with_pulls(grown, room)


def _with_pulls(plan: Plan, room: Room) -> Iterator[Plan]:
    """The plan with its pulls' sets raised to its pushes', or one pull more."""
    pushed, pulled = presses(plan, room.choice)
    raised = plan
    for at in _places(plan, PULL, room):
        while pulled < pushed and may_grow(raised[at], room.choice.athlete):
            raised, pulled = with_sets(raised, at, raised[at].sets + 1), pulled + 1
    if pulled >= pushed:
        yield raised
    if len(plan) < room.limits.most:
        for slot, exercise in _others(plan, PULLS, room):
            asked = as_fewest(room.choice, plan, slot, exercise)
            if asked is not None:
                yield behind_its_kind(plan, asked, room.choice)


def _others(plan: Plan, name: str, room: Room) -> Iterator[tuple[Slot, Exercise]]:
    choice, used = room.choice, frozenset(one.exercise_id for one in plan)
    if name in choice.catalogue:
        exercise = choice.catalogue[name]
        if name not in used and choice.allows(exercise):
            yield Slot(Role.MAIN, exercise.pattern), exercise
        return
    for slot in _SLOTS[name]:
        if choice.heavy and slot.role is Role.ISOLATION:
            continue
        for exercise in islice(for_slot(choice, slot, used), _TRIES):
            if _trains(exercise, name, room) and not choice.is_makeshift(exercise):
                yield slot, exercise


def _is_small(one: Prescription, name: str, room: Room) -> bool:
    exercise = room.choice.catalogue[one.exercise_id]
    return exercise.pattern is Pattern.ISOLATION and not {name, *JUDGED} & set(exercise.primary)


def _fewest_of_small(plan: Plan, name: str, room: Room) -> Plan:
    """The plan with the fewest sets of what trains arms, shoulders and calves alone."""
    for at, one in enumerate(plan):
        if at and _is_small(one, name, room) and one.measure is Measure.REPS:
            plan = with_sets(plan, at, least_sets(one, room.choice.athlete))
    return plan


def _without_small(plan: Plan, name: str, room: Room) -> Plan:
    """The plan without the last of what trains arms, shoulders and calves alone."""
    small = [at for at, one in enumerate(plan) if at and _is_small(one, name, room)]
    return (*plan[: small[-1]], *plan[small[-1] + 1 :]) if small else plan


def _without_plenty(plan: Plan, name: str, room: Room) -> Plan:
    """The plan without the last accessory for the legs whose muscles have more than the lacking one still."""
    if room.band.per_lift:
        return plan
    enough = min(room.band.low, room.sets_of(plan, name) + 1) if name != PULLS else room.band.low
    for at in range(len(plan) - 1, 1, -1):
        exercise = room.choice.catalogue[plan[at].exercise_id]
        if exercise.pattern not in _LEGS or _trains(exercise, name, room):
            continue
        rest = (*plan[:at], *plan[at + 1 :])
        if all(room.sets_of(rest, muscle) >= enough for muscle in judged(exercise)):
            return rest
    return plan


def short_of_band(plan: Plan, room: Room, days: int) -> tuple[Reason, ...]:
    """What stays below the band's start in the week that ends with this plan: the furthest, then the others.

    `days` are the training days a week. Source: training.md 6.1.
    """
    sets = {name: room.sets_of(plan, name) for name in room.names}
    start = room.band.low
    # a set is within what rounding costs
    short = sorted((name for name in sets if sets[name] < start - 1), key=lambda name: sets[name])
    if not short:
        return ()
    values = {"days": days, "sets": int(sets[short[0]]), "start": start}
    if room.band.per_lift:
        worst = Reason.of(plan_codes.LIFT_SHORT, exercise=short[0], **values)
    else:
        worst = Reason.of(plan_codes.MUSCLE_SHORT, muscle=short[0], **values)
    others = (Reason.of(plan_codes.ALSO_SHORT, others=", ".join(short[1:])),) if short[1:] else ()
    return (worst, *others)


def main_lifts(picks: Collection[Pick]) -> tuple[str, ...]:
    """The day's main lifts, which a band that counts lifts is meant for."""
    mains = (pick.exercise for pick in picks if pick.role is Role.MAIN)
    return tuple(exercise.id for exercise in mains if exercise.pattern in _MAIN_PATTERNS)
