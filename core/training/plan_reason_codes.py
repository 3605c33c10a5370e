"""The notices a planned session can carry, with the values of each; the texts word every one of them.

Reasons of a single exercise's numbers stand in `reason_codes.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

AHA_TWO_DAYS = "aha_two_days"
REST_DAY_STAYS = "rest_day_stays"
BEGINNER_DAYS = "beginner_days"
FIRST_WORKOUT = "first_workout"
TIME_CUT = "time_cut"
TIME_SHORT = "time_short"
SUPERSETS = "supersets"
VOLUME_AT_CAP = "volume_at_cap"
MUSCLE_SHORT = "muscle_short"
LIFT_SHORT = "lift_short"
ALSO_SHORT = "also_short"
NOTHING_LEFT = "nothing_left"
PAIRS_APART = "pairs_apart"
SHARED_SWAPPED = "shared_swapped"

PLAN_CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        AHA_TWO_DAYS: ("days",),  # S25: fewer than two days a week; offer `days`
        REST_DAY_STAYS: ("asked", "days"),  # seven asked, six planned
        BEGINNER_DAYS: ("asked", "days"),  # more than three asked by a beginner or in foundation
        FIRST_WORKOUT: ("exercises", "sets"),  # a beginner's first: kept short
        TIME_CUT: ("dropped", "minutes", "sets"),  # exercises and sets left out for the limit
        TIME_SHORT: ("minutes", "needed"),  # even the shortest session takes longer
        SUPERSETS: ("pairs",),  # exercises done in turn to save time
        VOLUME_AT_CAP: ("cap", "muscle"),  # sets left out because the week is full for a muscle
        PAIRS_APART: (),  # a routine's supersets, where the goal rests too long for them
        SHARED_SWAPPED: ("exercise", "other"),  # what a shared session holds, and what suits better
        MUSCLE_SHORT: ("days", "muscle", "sets", "start"),  # these days hold fewer sets than the band's start
        LIFT_SHORT: ("days", "exercise", "sets", "start"),  # the same of a main lift
        ALSO_SHORT: ("others",),  # the other muscles or lifts of which that is so, parted by commas
        NOTHING_LEFT: (),  # nothing can be planned with what is left out
    }
)
