"""The exercises a slot can be filled with on some gear, best first: reckoned once for each catalogue.

The order of preference stands in `preferences.py`; who may do which of them is `choosing.py`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from core.model.athlete import Gear
from core.model.exercise import Exercise, LoadMode, Pattern
from core.training.exercises import preferences
from core.training.week.programme import Role, Slot

NO_WEIGHTS = frozenset({Gear.BODYWEIGHT, Gear.BANDS})
# Who may fill a thin day with what needs no weights; a full gym has enough else.
HOME = NO_WEIGHTS | {Gear.BARBELL, Gear.DUMBBELLS, Gear.MACHINES}
_KINDS: Mapping[Gear, frozenset[str]] = {
    # a rack has a cross-bar to hang from
    Gear.BARBELL: frozenset({"barbell", "bodyweight", "pull-up bar"}),
    Gear.DUMBBELLS: frozenset({"dumbbell", "bodyweight"}),
    Gear.MACHINES: frozenset({"machine", "cable", "smith machine", "bodyweight"}),
    Gear.BODYWEIGHT: frozenset({"bodyweight"}),
    Gear.BANDS: frozenset({"band", "bodyweight"}),
}
# Done with the body alone, yet not without a bench made for it.
_NEEDS_BENCH = frozenset({"back_extension"})
_WITH_BENCH = frozenset({None, Gear.FULL_GYM, Gear.MACHINES})
_CATALOGUES = 64  # as many as `core/coach/exercises.py` keeps: one for each set of own exercises


def has_gear(exercise: Exercise, gear: Gear | None) -> bool:
    """Whether this gear holds what the exercise needs. Gear untold counts as a full gym."""
    if exercise.id in _NEEDS_BENCH and gear not in _WITH_BENCH:
        return False
    if gear is None or gear is Gear.FULL_GYM:
        return True
    if gear is Gear.BANDS and exercise.takes_load:
        # a band's pull or help is known in no unit, and nobody said that there is a bar to hang from
        return False
    return "landmine" not in exercise.equipment and not _KINDS[gear].isdisjoint(exercise.equipment)


@lru_cache(maxsize=_CATALOGUES)
def by_pattern(catalogue: Mapping[str, Exercise]) -> Mapping[Pattern, Sequence[Exercise]]:
    """A catalogue's exercises of each pattern, in its order."""
    groups: dict[Pattern, list[Exercise]] = {}
    for exercise in catalogue.values():
        groups.setdefault(exercise.pattern, []).append(exercise)
    return groups


@lru_cache(maxsize=_CATALOGUES)
def done_bare(catalogue: Mapping[str, Exercise]) -> tuple[tuple[Exercise, float], ...]:
    """A catalogue's exercises of the body alone, each with the share of body mass it lifts."""
    return tuple(
        (exercise, exercise.bodyweight_factor)
        for exercise in catalogue.values()
        if exercise.load_mode is LoadMode.REPS and exercise.bodyweight_factor is not None
    )


@lru_cache(maxsize=16 * _CATALOGUES)
def listed(
    catalogue: Mapping[str, Exercise], slot: Slot, gear: Gear | None
) -> tuple[tuple[int, Exercise], ...]:
    """What this gear has for a slot, each with its place among all: the preferred, then the catalogue's."""
    return tuple(
        (place, exercise)
        for place, exercise in enumerate(_in_order(catalogue, slot))
        if has_gear(exercise, gear)
    )


def _in_order(catalogue: Mapping[str, Exercise], slot: Slot) -> Iterator[Exercise]:
    """The slot's exercises, the preferred ones first, then the catalogue's others and one's own."""
    names = _names(slot)
    for name in names:
        if name in catalogue:
            yield catalogue[name]
    if slot.role is Role.POWER:
        return
    for exercise in by_pattern(catalogue).get(slot.pattern, ()):
        if exercise.id in names or "power" in exercise.tags:
            continue
        if slot.muscle is None or exercise.primary[0] == slot.muscle:
            yield exercise


def _names(slot: Slot) -> tuple[str, ...]:
    if slot.role is Role.POWER:
        upper = slot.pattern in (Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH)
        return preferences.POWER_UPPER if upper else preferences.POWER
    if slot.muscle is not None:
        return preferences.ISOLATION.get(slot.muscle, ())
    if slot.role is Role.TRUNK:
        return preferences.TRUNK[slot.pattern]
    lists = preferences.MAIN if slot.role is Role.MAIN else preferences.SECOND
    return lists.get(slot.pattern, preferences.SECOND.get(slot.pattern, ()))
