"""What each goal asks for: sets, reps, intensity, rest and tempo, one row a goal, each number sourced.

How a lifter moves inside a row is not here: see `ladder.py` and `progress/progression.py`.
Source marks: article S1-S31; NASM OPT phases (6th/7th ed.); ACSM09; ACSM26; "ours" = no study behind it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from core.model.athlete import Athlete, Goal, Health, Level

Band = tuple[int, int]
Rirs = Mapping[Level, Band]


@dataclass(frozen=True)
class GoalRules:
    """One goal's numbers. Bands are (lowest, highest), both lawful; `share` is load / 1RM.

    `reps_to_share` holds (reps, share) columns, reps rising and share strictly falling (S13).
    `nominal_top` is the heaviest share a work set is planned at.
    """

    goal: Goal
    sets: Band
    reps: Band
    share: tuple[float, float]
    rest_s: Band
    default_sets: int
    default_reps: int
    default_rest_s: int
    tempo: str
    reps_to_share: tuple[tuple[int, float], ...]
    rir: Rirs
    nominal_top: float
    rep_step: int = 1

    @cached_property
    def _shares(self) -> Mapping[int, float]:
        low, high = self.reps
        return {reps: self._interpolate(reps) for reps in range(low, high + 1)}

    def _interpolate(self, reps: int) -> float:
        columns = self.reps_to_share
        at = bisect_left(columns, reps, key=lambda column: column[0])
        if columns[at][0] == reps:
            return columns[at][1]
        (left, left_share), (right, right_share) = columns[at - 1], columns[at]
        return left_share + (right_share - left_share) * (reps - left) / (right - left)

    def share_at(self, reps: int) -> float:
        """The share of 1RM the map gives for `reps`; reps outside the band count as its nearest edge.

        Source: training.md 4.2.
        """
        low, high = self.reps
        return self._shares[min(max(reps, low), high)]

    def reps_at(self, share: float) -> int:
        """The most reps the map allows at `share` of 1RM, at least the band's fewest. Source: 4.2, 4.5."""
        low, high = self.reps
        return next((reps for reps in range(high, low, -1) if self._shares[reps] >= share - 1e-9), low)

    @property
    def default_share(self) -> float:
        """The share the default reps are asked at."""
        return self.share_at(self.default_reps)


def _rir(beginner: Band, intermediate: Band, experienced: Band) -> Rirs:
    return MappingProxyType(
        {Level.BEGINNER: beginner, Level.INTERMEDIATE: intermediate, Level.EXPERIENCED: experienced}
    )


FOUNDATION = GoalRules(
    goal=Goal.FOUNDATION,
    sets=(1, 3),  # NASM phase 1
    reps=(12, 20),  # NASM phase 1
    share=(0.50, 0.70),  # NASM phase 1
    rest_s=(0, 90),  # NASM phase 1
    default_sets=2,  # training.md 2.2
    default_reps=15,  # training.md 2.2
    default_rest_s=60,  # training.md 2.2
    tempo="4/2/1",  # NASM phase 1
    reps_to_share=((12, 0.66), (15, 0.60), (20, 0.50)),  # ours, through 15 at 60 % of 2.2
    rir=_rir((3, 4), (3, 4), (3, 4)),  # training.md 3.5
    nominal_top=0.70,
)

STRENGTH_ENDURANCE = GoalRules(
    goal=Goal.FOUNDATION,
    sets=(2, 3),  # training.md 7.5
    reps=(10, 12),  # NASM phase 2 has 8-12; 7.5 starts at 12, the bridge of 2.2 ends at 10
    share=(0.65, 0.7499),  # below 75 % by 7.5; the floor is ours, so that light bars have a step inside
    rest_s=(0, 60),  # NASM phase 2
    default_sets=2,
    default_reps=12,
    default_rest_s=60,
    tempo="2/0/2",  # NASM phase 2, the strength move
    reps_to_share=((10, 0.74), (12, 0.70)),  # training.md 2.2 and 7.5
    rir=_rir((2, 4), (2, 4), (2, 4)),  # ours: between foundation and hypertrophy
    nominal_top=0.7499,
)

HYPERTROPHY = GoalRules(
    goal=Goal.HYPERTROPHY,
    sets=(3, 5),  # S5
    reps=(6, 12),  # S3
    share=(0.75, 0.85),  # S2
    rest_s=(60, 90),  # S4
    default_sets=4,  # S11
    default_reps=10,  # S11
    default_rest_s=60,  # S11
    tempo="2/0/2",  # NASM phase 3
    reps_to_share=(  # training.md 4.2, through S11's 10 reps at 80 %
        (6, 0.825),
        (7, 0.82),
        (8, 0.815),
        (9, 0.81),
        (10, 0.80),
        (11, 0.775),
        (12, 0.75),
    ),
    rir=_rir((1, 3), (1, 3), (0, 1)),  # training.md 3.5
    nominal_top=0.85,
    rep_step=2,
)

STRENGTH = GoalRules(
    goal=Goal.STRENGTH,
    sets=(4, 6),  # S9
    reps=(1, 5),  # S7
    share=(0.85, 1.00),  # S6
    rest_s=(180, 300),  # S8
    default_sets=5,  # S12
    default_reps=5,  # S12
    default_rest_s=180,  # S12
    tempo="X",  # S10: as fast as safely possible
    reps_to_share=((1, 0.97), (2, 0.94), (3, 0.92), (4, 0.91), (5, 0.90)),  # 4.2, through S12's 5 at 90 %
    rir=_rir((1, 3), (1, 3), (1, 3)),  # training.md 3.5
    nominal_top=0.97,  # training.md 4.5: more only as a 1RM test
)

ENDURANCE = GoalRules(
    goal=Goal.ENDURANCE,
    sets=(2, 3),  # NSCA
    reps=(16, 25),  # ACSM09: more than 15; the upper end is ours
    share=(0.40, 0.60),  # ACSM09
    rest_s=(30, 85),  # ACSM09: under 90 s
    default_sets=3,
    default_reps=20,
    default_rest_s=60,
    tempo="2/0/2",
    reps_to_share=((16, 0.58), (20, 0.50), (25, 0.42)),  # ours, inside the band
    rir=_rir((2, 4), (1, 3), (1, 3)),  # ours
    nominal_top=0.60,
    rep_step=2,
)

POWER = GoalRules(
    goal=Goal.POWER,
    sets=(3, 5),  # ACSM09
    reps=(3, 6),  # ACSM09
    share=(0.30, 0.60),  # ACSM09; ACSM26 allows 70 % and asks for low volume
    rest_s=(180, 300),  # ACSM09
    default_sets=3,
    default_reps=5,
    default_rest_s=180,
    tempo="X",  # NASM phase 5
    reps_to_share=((3, 0.60), (4, 0.55), (5, 0.50), (6, 0.40)),  # ours, inside the band
    rir=_rir((3, 5), (3, 5), (3, 5)),  # ours: a slow rep trains no speed
    nominal_top=0.60,
)

GOALS: Mapping[Goal, GoalRules] = MappingProxyType(
    {rules.goal: rules for rules in (FOUNDATION, HYPERTROPHY, STRENGTH, ENDURANCE, POWER)}
)


def rules_for(goal: Goal, athlete: Athlete) -> GoalRules:
    """The row that `goal` means for this athlete.

    A beginner who insists on size trains foundation's phase 2, strength endurance, while the gate
    is shut and no health answer is open. Source: training.md 7.5.
    """
    insisting = athlete.insists and athlete.wish is Goal.HYPERTROPHY and athlete.health is Health.CLEAR
    if goal is Goal.FOUNDATION and insisting and athlete.level in (None, Level.BEGINNER):
        return STRENGTH_ENDURANCE
    return GOALS[goal]
