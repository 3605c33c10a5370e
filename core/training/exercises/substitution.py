"""What to do instead when a machine is taken, an exercise hurts or does not suit, loads worked out.

What an athlete can do at all is judged in `choosing.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from core.model.athlete import Athlete, Gear, Goal
from core.model.exercise import Exercise, Pattern
from core.model.history import History
from core.model.session import Prescription
from core.training.exercises import preferences
from core.training.exercises.choosing import Choice
from core.training.prescription.prescribing import next_prescription

_BODY = frozenset({"bodyweight"})
_SHARED_GEAR = frozenset({None, Gear.FULL_GYM, Gear.MACHINES})  # at home nobody takes the bench
_GUIDED = frozenset({"machine", "cable", "smith machine"})
_LEGS = frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE})
_LEG_MUSCLES = frozenset({"quads", "hamstrings", "glutes", "adductors", "abductors", "calves", "lower back"})
_FAR_OFF = 4  # the first rank of `_relief` that trains something else
_UNLISTED = 99


def alternatives(
    exercise: Exercise,
    athlete: Athlete,
    goal: Goal,
    history: History,
    catalogue: Mapping[str, Exercise],
    today: date,
    *,
    excluded: frozenset[str] = frozenset(),
    hurting: frozenset[str] = frozenset(),
    after_pain: bool = False,
    part_known: bool = False,
    taken: bool = False,
    limit: int = 3,
) -> tuple[Prescription, ...]:
    """At most `limit` exercises that keep the plan's intent, the nearest first, each prescribed.

    The same pattern, for isolation the same prime muscle, the next best pattern when that runs dry;
    then by muscles shared. Other equipment than the taken one comes first, and different kinds of it;
    `taken` says that it really is, wherever one trains. `after_pain` asks for what spares the joint
    instead: guided movements and single muscles, then another region, never a near variant; with
    `part_known` all that loads the sore part is `excluded`, so the same muscles may work otherwise.
    `hurting` are ids, patterns or muscles to spare, near variants with them.
    """
    hurts = hurting | {exercise.id} if after_pain else hurting
    choice = Choice(athlete, goal, goal is Goal.FOUNDATION, history, catalogue, today, excluded, hurts)
    distance = (_relief_of_part if part_known else _relief) if after_pain else _distance
    ranked = sorted(
        (key, place, other)
        for place, other in enumerate(catalogue.values())
        if other.id != exercise.id and (key := distance(exercise, other, choice)) and choice.allows(other)
    )
    if after_pain:
        chosen = _one_each([(key[0], other) for key, _, other in ranked], limit)
    else:
        shared = taken or athlete.gear in _SHARED_GEAR
        busy = set(exercise.equipment) - _BODY if shared else set[str]()
        chosen = _spread([(key[:3], other) for key, _, other in ranked], busy, limit)
    return tuple(next_prescription(other, athlete, goal, history, catalogue, today) for other in chosen)


def _relief(exercise: Exercise, other: Exercise, choice: Choice) -> tuple[float, ...]:
    """How well `other` spares a joint that hurt in `exercise`, best first; empty for what loads it alike.

    Guided on a machine or cable, then single muscles of its own, then lighter free weights, then other
    regions. All ours: no study ranks them.
    """
    if "power" in other.tags or other.pattern in (Pattern.CORE, Pattern.CARRY):
        return ()
    guided = not _GUIDED.isdisjoint(other.equipment)
    patterns = (exercise.pattern, *preferences.NEXT_BEST.get(exercise.pattern, ()))
    own = set(exercise.primary)
    shared = len(own & set(other.primary))
    if other.pattern is Pattern.ISOLATION:
        near = own | set(exercise.secondary) if exercise.compound else own
        if other.primary[0] not in near or (exercise.pattern is Pattern.ISOLATION and not guided):
            return ()
        kind = 1 if guided else 3
    elif other.pattern in patterns:
        if other.uses_bar:
            return ()
        kind = 0 if guided and shared else 2
    else:
        same_region = (other.pattern in _LEGS) == (not own.isdisjoint(_LEG_MUSCLES))
        if same_region and (other.uses_bar or own & {*other.primary, *other.secondary}):
            return ()
        kind = 5 if same_region else 4
    return kind, choice.base_rank(other), not guided, -shared, _preference(other)


def _relief_of_part(exercise: Exercise, other: Exercise, choice: Choice) -> tuple[float, ...]:
    """As `_relief` where it is known what hurts: what trains the region another way comes before others."""
    found = _relief(exercise, other, choice)
    if found or "power" in other.tags or other.pattern in (Pattern.CORE, Pattern.CARRY):
        return found
    shared = len(set(exercise.primary) & {*other.primary, *other.secondary})
    guided = not _GUIDED.isdisjoint(other.equipment)
    return (3, choice.base_rank(other), not guided, -shared, _preference(other)) if shared else ()


def _one_each(ranked: Sequence[tuple[float, Exercise]], limit: int) -> list[Exercise]:
    """One guided movement, then single muscles, then the rest in their order; no muscle twice at first."""
    chosen: list[Exercise] = []
    for kind, other in ranked:
        alike = any(other.primary[0] == one.primary[0] and other.pattern is one.pattern for one in chosen)
        if not alike and kind < _FAR_OFF and len(chosen) < limit:
            chosen.append(other)
    rest = [other for _, other in ranked if other not in chosen]
    return [*chosen, *rest][:limit]


def _distance(exercise: Exercise, other: Exercise, choice: Choice) -> tuple[float, ...]:
    """How far `other` is from what `exercise` trains, nearest first; empty when it trains something else."""
    if ("power" in other.tags) != ("power" in exercise.tags):
        return ()
    if exercise.pattern is Pattern.ISOLATION or other.pattern is Pattern.ISOLATION:
        if other.pattern is not exercise.pattern or other.primary[0] not in exercise.primary:
            return ()
        further = 0
    else:
        patterns = (exercise.pattern, *preferences.NEXT_BEST.get(exercise.pattern, ()))
        if other.pattern not in patterns:
            return ()
        further = patterns.index(other.pattern)
    mine, theirs = set(exercise.primary), set(other.primary)
    return (
        further,
        choice.base_rank(other),
        other.takes_load is not exercise.takes_load,
        -len(mine & theirs) / len(mine | theirs),
        _preference(other),
    )


def _preference(exercise: Exercise) -> int:
    """The place in a coach's order of accessories. Source: `preferences.py` (ours)."""
    lists = (
        preferences.SECOND.get(exercise.pattern, ()),
        preferences.TRUNK.get(exercise.pattern, ()),
        preferences.ISOLATION.get(exercise.primary[0], ()),
    )
    return next((names.index(exercise.id) for names in lists if exercise.id in names), _UNLISTED)


def _spread(
    ranked: Sequence[tuple[tuple[float, ...], Exercise]], busy: set[str], limit: int
) -> list[Exercise]:
    """The nearest ones, class by class: each on different equipment, then on any that is not `busy`.

    When nothing else is left, the busy equipment serves as well.
    """
    classes = sorted({rank for rank, _ in ranked})
    passes = [(rank, strict) for rank in classes for strict in (True, False)]
    chosen: list[Exercise] = []
    for rank, strict in (*passes, *((rank, None) for rank in classes)):
        for other_rank, other in ranked:
            if len(chosen) == limit:
                return chosen
            used = {kind for one in chosen for kind in one.equipment} if strict and busy else set()
            taken = set() if strict is None else busy | used
            if other_rank == rank and other not in chosen and taken.isdisjoint(other.equipment):
                chosen.append(other)
    return chosen
