"""The ladder: six rungs a goal, from its example down to what an average lifter can surely do.

When a lifter moves on it is not here: see `progress/progression.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.model.athlete import Goal, OneRepMax, Provenance
from core.training.goals import (
    ENDURANCE,
    FOUNDATION,
    HYPERTROPHY,
    POWER,
    STRENGTH,
    STRENGTH_ENDURANCE,
    GoalRules,
)

LAST_RUNG = 5
CAUTIOUS_RUNG = {Goal.HYPERTROPHY: 2, Goal.STRENGTH: 3}  # training.md 4.3 (ours)
OLD_AFTER = timedelta(weeks=8)  # training.md 4.3


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: reps at a share of 1RM, seconds of rest, sets."""

    reps: int
    share: float
    rest_s: int
    sets: int


# Source: training.md 4.3 (ours, tried on simulated lifters).
_HYPERTROPHY = (
    Rung(10, 0.800, 60, 4),
    Rung(10, 0.775, 75, 4),
    Rung(10, 0.750, 90, 4),
    Rung(8, 0.750, 90, 4),
    Rung(6, 0.750, 90, 4),
    Rung(6, 0.750, 90, 3),
)
_STRENGTH = (
    Rung(5, 0.900, 180, 5),
    Rung(5, 0.875, 240, 5),
    Rung(4, 0.875, 300, 5),
    Rung(3, 0.875, 300, 5),
    Rung(3, 0.850, 300, 5),
    Rung(2, 0.850, 300, 4),
)


def _generic(rules: GoalRules) -> tuple[Rung, ...]:
    """Rest to the band's top, share down by 2.5 % to the floor, reps to the fewest, one set less."""
    rest_s, share = rules.rest_s[1], rules.default_share
    floor, fewest = rules.share[0], rules.reps[0]
    reps = rules.default_reps
    fewer = max(fewest, reps - rules.rep_step)
    return (
        Rung(reps, share, rules.default_rest_s, rules.default_sets),
        Rung(reps, max(floor, share - 0.025), rest_s, rules.default_sets),
        Rung(reps, max(floor, share - 0.05), rest_s, rules.default_sets),
        Rung(fewer, max(floor, share - 0.05), rest_s, rules.default_sets),
        Rung(fewest, max(floor, share - 0.05), rest_s, rules.default_sets),
        Rung(fewest, floor, rest_s, max(rules.sets[0], rules.default_sets - 1)),
    )


_LADDERS = {
    HYPERTROPHY.reps_to_share: _HYPERTROPHY,
    STRENGTH.reps_to_share: _STRENGTH,
    **{rules.reps_to_share: _generic(rules) for rules in (FOUNDATION, STRENGTH_ENDURANCE, ENDURANCE, POWER)},
}


def ladder_of(rules: GoalRules) -> tuple[Rung, ...]:
    """All six rungs of a goal, hardest first.

    Goals without a published ladder follow its generic form. Source: training.md 4.3.
    """
    return _LADDERS[rules.reps_to_share]


def rung_of(rules: GoalRules, rung: int) -> Rung:
    """The rung's reps, share, rest and sets; numbers outside 0 to 5 count as the nearest."""
    return ladder_of(rules)[min(max(rung, 0), LAST_RUNG)]


def start_rung(goal: Goal, best: OneRepMax | None, today: date) -> int:
    """The rung that the evidence for a maximum allows to start on.

    0 for one tested or stated in the last eight weeks; the cautious rung (2 size, 3 strength) for an
    estimate, a ratio, a guess, an old one, and for none. Source: training.md 4.3, 5.6 (ours).
    """
    cautious = CAUTIOUS_RUNG.get(goal, 0)
    if best is None or best.provenance in (Provenance.ESTIMATED, Provenance.RATIO):
        return cautious
    old = not best.is_recent or today - best.known_at.date() >= OLD_AFTER
    return cautious if old else 0


def rung_after_failures(rules: GoalRules, rung: int, second_set_reps: int) -> int:
    """The first lower rung whose reps the second set of the failed session reached, else the last.

    Straight there, not one rung at a time: that made an average lifter fail for five sessions.
    Source: training.md 4.3 (ours).
    """
    lower = range(min(rung + 1, LAST_RUNG), LAST_RUNG + 1)
    return next((at for at in lower if rung_of(rules, at).reps <= second_set_reps), LAST_RUNG)
