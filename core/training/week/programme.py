"""The weeks of training: which days a split has, which day comes next, and the slots each day fills.

Which exercise fills a slot is chosen in `exercises/choosing.py`; sets and loads come from
`prescription/prescribing.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import lcm
from types import MappingProxyType

from core.model.athlete import Goal, Level
from core.model.exercise import Pattern
from core.model.history import History

MOST_DAYS = 6  # training.md 6.3: seven is refused, one day of rest stays
MOST_BASE_DAYS = 3  # training.md 6.3: a beginner trains at most three days, foundation two or three
DAYS_UNTOLD = 2  # our choice, for an athlete who skipped the question: the least that S25 advises
LEAST_DAYS = 2  # S25, the American Heart Association's advice


class Role(StrEnum):
    """What a slot is for; the order of a session follows these. Source: training.md 6.4 [ACSM09]."""

    POWER = "power"
    MAIN = "main"
    SECOND = "second"
    ISOLATION = "isolation"
    TRUNK = "trunk"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a day: a movement pattern, or for isolation the muscle it is for."""

    role: Role
    pattern: Pattern
    muscle: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How many exercises a session has, and which share of its work sets is compound. Source: 6.2, S17."""

    fewest: int
    most: int
    compound_share: float


LIMITS: Mapping[Goal, Limits] = MappingProxyType(
    {
        Goal.FOUNDATION: Limits(5, 6, 0.60),
        Goal.HYPERTROPHY: Limits(4, 6, 0.60),
        Goal.STRENGTH: Limits(2, 4, 0.75),
        Goal.ENDURANCE: Limits(4, 6, 0.60),  # ours, as for size
        Goal.POWER: Limits(2, 4, 0.75),  # ours, as for strength: low volume [ACSM26]
    }
)
FIRST_WORKOUT = Limits(4, 4, 0.60)  # training.md 6.2: a beginner's first workout
FIRST_WORKOUT_SETS = 2

PUSH = frozenset({Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH})
PULL = frozenset({Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL})
UPPER = PUSH | PULL

_H_PUSH, _V_PUSH = Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH
_H_PULL, _V_PULL = Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL


def _main(pattern: Pattern) -> Slot:
    return Slot(Role.MAIN, pattern)


def _second(pattern: Pattern) -> Slot:
    return Slot(Role.SECOND, pattern)


def _for(muscle: str) -> Slot:
    return Slot(Role.ISOLATION, Pattern.ISOLATION, muscle)


_CORE, _CARRY = Slot(Role.TRUNK, Pattern.CORE), Slot(Role.TRUNK, Pattern.CARRY)
_LOWER_A = (
    _main(Pattern.SQUAT), _second(Pattern.HINGE), _second(Pattern.LUNGE), _for("calves"),
    _CORE, _for("hamstrings"), _second(Pattern.SQUAT),
)  # fmt: skip
# The lunge parts the deadlift from what follows: never heavy back to back (6.4).
_LOWER_B = (
    _main(Pattern.HINGE), _second(Pattern.LUNGE), _second(Pattern.HINGE), _for("calves"), _CARRY,
    _for("hamstrings"), _second(Pattern.SQUAT),
)  # fmt: skip

# A day's slots, the most important first: what a short session keeps. Source: training.md 6.3 (ours).
DAYS: Mapping[str, tuple[Slot, ...]] = MappingProxyType(
    {
        "full_a": (
            _main(Pattern.SQUAT), _main(_H_PUSH), _main(_H_PULL), _second(Pattern.HINGE), _CORE,
            _for("biceps"), _second(Pattern.LUNGE), _second(_V_PULL),
        ),
        "full_b": (
            _main(Pattern.HINGE), _main(_V_PUSH), _main(_V_PULL), _second(Pattern.LUNGE), _CARRY,
            _for("triceps"), _second(Pattern.SQUAT), _second(_H_PULL),
        ),
        "full_c": (
            _second(Pattern.SQUAT), _second(_H_PUSH), _second(_H_PULL), _second(Pattern.HINGE), _CORE,
            _for("side delts"), _second(Pattern.LUNGE), _second(_V_PULL),
        ),
        "upper_a": (
            _main(_H_PUSH), _main(_H_PULL), _second(_V_PUSH), _second(_V_PULL), _for("biceps"),
            _for("triceps"),
        ),
        "upper_b": (
            _main(_V_PUSH), _main(_V_PULL), _second(_H_PUSH), _second(_H_PULL), _for("side delts"),
            _for("rear delts"),
        ),
        "lower_a": _LOWER_A,
        "lower_b": _LOWER_B,
        "push_a": (
            _main(_H_PUSH), _second(_V_PUSH), _second(_H_PUSH), _for("side delts"), _for("triceps"), _CORE,
        ),
        "push_b": (
            _main(_V_PUSH), _second(_H_PUSH), _second(_V_PUSH), _for("triceps"), _for("chest"), _CORE,
        ),
        "pull_a": (
            _main(_H_PULL), _second(_V_PULL), _second(_H_PULL), _for("rear delts"), _for("biceps"), _CARRY,
        ),
        "pull_b": (
            _main(_V_PULL), _second(_H_PULL), _second(_V_PULL), _for("biceps"), _for("rear delts"), _CARRY,
        ),
        "legs_a": _LOWER_A,
        "legs_b": _LOWER_B,
    }
)  # fmt: skip

# Days that a goal fills in its own way, their order and names staying what the split is (ours, decision 105).
# Strength: every main lift comes twice a week, a press and a pull on each upper day; the lunge parts squat
# and deadlift for those who may not do both heavy back to back (6.4).
_HEAVY_LOWER_A = (_main(Pattern.SQUAT), _main(Pattern.HINGE), _second(Pattern.LUNGE))
_HEAVY_LOWER_B = (_main(Pattern.HINGE), _main(Pattern.SQUAT), _second(Pattern.LUNGE))
STRENGTH_DAYS: Mapping[str, tuple[Slot, ...]] = MappingProxyType(
    {
        "upper_a": (_main(_H_PUSH), _main(_H_PULL), _main(_V_PUSH), _second(_V_PULL)),
        "upper_b": (_main(_H_PUSH), _main(_V_PULL), _main(_V_PUSH), _second(_H_PULL)),
        "push_a": (_main(_H_PUSH), _main(_V_PUSH)),
        "push_b": (_main(_V_PUSH), _main(_H_PUSH)),
        "lower_a": _HEAVY_LOWER_A, "lower_b": _HEAVY_LOWER_B,
        "legs_a": _HEAVY_LOWER_A, "legs_b": _HEAVY_LOWER_B,
    }
)  # fmt: skip
# Power is of low volume: the push press that opens a day of presses takes the place of one, so that the
# week's pulls keep up (6.3).
POWER_DAYS: Mapping[str, tuple[Slot, ...]] = MappingProxyType(
    {
        "upper_a": (_main(_H_PUSH), _main(_H_PULL), _second(_V_PULL)),
        "upper_b": (_main(_H_PUSH), _main(_V_PULL), _second(_H_PULL)),
        "push_a": (_main(_H_PUSH),),
        "push_b": (_main(_V_PUSH), _second(_H_PUSH)),
    }
)  # fmt: skip
# Two days of strength squat and pull heavy on both.
STRENGTH_TWO_DAYS: Mapping[str, tuple[Slot, ...]] = MappingProxyType(
    {
        "full_a": (_main(Pattern.SQUAT), _main(_H_PUSH), _main(_H_PULL), _main(Pattern.HINGE)),
        "full_b": (_main(Pattern.HINGE), _main(_V_PUSH), _main(_V_PULL), _main(Pattern.SQUAT)),
    }
)
# Size: on few days the whole body presses flat on day B as well, with a row beside it (6.3).
SIZE_FEW_DAYS: Mapping[str, tuple[Slot, ...]] = MappingProxyType(
    {
        "full_b": (
            _main(Pattern.HINGE), _main(_V_PUSH), _main(_V_PULL), _second(_H_PUSH), _second(_H_PULL),
            _second(Pattern.LUNGE),
        ),
    }
)  # fmt: skip
# The experienced need a third exercise for the thighs on each of two days.
SIZE_TWO_DAYS: Mapping[str, tuple[Slot, ...]] = MappingProxyType(
    {
        "full_a": (
            _main(Pattern.SQUAT), _main(_H_PUSH), _main(_H_PULL), _second(Pattern.LUNGE),
            _second(Pattern.HINGE), _CORE,
        ),
        "full_b": (
            _main(Pattern.HINGE), _main(_V_PUSH), _main(_V_PULL), _second(_H_PUSH), _second(_H_PULL),
            _second(Pattern.SQUAT),
        ),
    }
)  # fmt: skip
# Rows and pulldowns both train the lats: the intermediate, whose cap is lower, pull and press twice a day.
SIZE_PUSH_PULL: Mapping[str, tuple[Slot, ...]] = MappingProxyType(
    {
        "push_a": (_main(_H_PUSH), _second(_V_PUSH), _for("side delts"), _CARRY, _for("triceps"), _CORE),
        "push_b": (_main(_V_PUSH), _second(_H_PUSH), _for("chest"), _CARRY, _for("triceps"), _CORE),
        "pull_a": (_main(_H_PULL), _second(_V_PULL), _for("rear delts"), _CARRY, _for("biceps"), _CORE),
        "pull_b": (_main(_V_PULL), _second(_H_PULL), _for("biceps"), _CARRY, _for("rear delts"), _CORE),
    }
)
# Six days press overhead on day B, so that day A has the sets the chest needs.
SIZE_SIX_DAYS: Mapping[str, tuple[Slot, ...]] = MappingProxyType(
    {"push_a": (_main(_H_PUSH), _second(_H_PUSH), _for("side delts"), _CARRY, _for("triceps"), _CORE)}
)


def slots_of(day: str, goal: Goal, level: Level | None, days: int = MOST_BASE_DAYS) -> tuple[Slot, ...]:
    """A day's slots as this goal and level fill them with so many `days` a week. KeyError if unknown."""
    own: list[Mapping[str, tuple[Slot, ...]]] = []
    if goal is Goal.STRENGTH:
        own = [STRENGTH_TWO_DAYS, STRENGTH_DAYS] if days <= LEAST_DAYS else [STRENGTH_DAYS]
    elif goal is Goal.POWER:
        own = [POWER_DAYS]
    elif goal is Goal.HYPERTROPHY:
        own = _size_days(level, days)
    return next((table[day] for table in own if day in table), DAYS[day])


def _size_days(level: Level | None, days: int) -> list[Mapping[str, tuple[Slot, ...]]]:
    if level is not Level.EXPERIENCED:
        if days <= LEAST_DAYS:
            return [SIZE_FEW_DAYS]
        return [SIZE_SIX_DAYS, SIZE_PUSH_PULL] if days == MOST_DAYS else [SIZE_PUSH_PULL]
    if days <= LEAST_DAYS:
        return [SIZE_TWO_DAYS]
    return [SIZE_FEW_DAYS] if days == MOST_BASE_DAYS else []


_FULL = ("full_a", "full_b")
_SPLITS: Mapping[int, tuple[str, ...]] = MappingProxyType(
    {
        1: _FULL,
        2: _FULL,
        3: ("full_a", "full_b", "full_c"),
        4: ("upper_a", "lower_a", "upper_b", "lower_b"),
        5: ("upper_a", "lower_a", "push_a", "pull_a", "legs_b"),
        6: ("push_a", "pull_a", "legs_a", "push_b", "pull_b", "legs_b"),
    }
)


def days_trained(days_per_week: int | None, level: Level | None, goal: Goal | None = None) -> int:
    """The training days a week that are planned, 1 to 6, at most 3 for beginners and in foundation.

    None, the question skipped, counts as 2. Source: training.md 6.3 (ours).
    """
    days = min(max(DAYS_UNTOLD if days_per_week is None else days_per_week, 1), MOST_DAYS)
    base = level in (None, Level.BEGINNER) or goal is Goal.FOUNDATION
    return min(days, MOST_BASE_DAYS) if base else days


def split(days_per_week: int | None, level: Level | None, goal: Goal | None = None) -> tuple[str, ...]:
    """The days of training in the order they come round, again from the first after the last.

    Up to three days full bodies: A and B in turn for beginners, in foundation and for strength, whose
    main lifts come twice a week; A, B, C else. Source: training.md 6.3.
    """
    days = days_trained(days_per_week, level, goal)
    base = level in (None, Level.BEGINNER) or goal is Goal.FOUNDATION
    if days == 3 and (base or goal in (Goal.STRENGTH, Goal.POWER)):
        return _FULL
    return _SPLITS[days]


def weeks_of_round(days_per_week: int | None, level: Level | None, goal: Goal | None = None) -> int:
    """After how many weeks the split's days fall on the same days again: two for three days of A and B."""
    days = days_trained(days_per_week, level, goal)
    return lcm(len(split(days_per_week, level, goal)), days) // days


def day_after(
    history: History, days_per_week: int | None, level: Level | None, *, goal: Goal | None = None
) -> str:
    """The day of the split that comes next; the first one without a past in this split.

    Free workouts and other plans' days are passed over.
    """
    days = split(days_per_week, level, goal)
    for workout in reversed(history.workouts):
        if workout.planned and workout.day in days:
            return days[(days.index(workout.day) + 1) % len(days)]
    return days[0]
