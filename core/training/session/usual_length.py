"""How long a session of each goal is when nobody sets a limit, and what it leaves out for that.

A limit of minutes that was asked for is `fitting.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from core.model.athlete import Goal, Level
from core.model.session import Prescription
from core.training.exercises.choosing import Choice
from core.training.session.filling import Pick
from core.training.session.fitting import Plan, fit_time, last_trained, least_sets, with_sets
from core.training.session.lawful import pushes_behind
from core.training.session.set_counts import of_sets
from core.training.session.timing import minutes_of
from core.training.week.programme import (
    LEAST_DAYS,
    MOST_BASE_DAYS,
    PULL,
    PUSH,
    UPPER,
    Limits,
    Role,
    days_trained,
)

# What a session aims at while nobody sets a limit. Training.md 6.2 says 45 of foundation; size and strength
# are limited by their exercises there, and need the time for the band's sets and rests (decision 105, ours).
USUAL_MINUTES: Mapping[Goal, int] = MappingProxyType(
    {
        Goal.FOUNDATION: 45,
        Goal.HYPERTROPHY: 60,
        Goal.STRENGTH: 80,
        Goal.ENDURANCE: 45,
        Goal.POWER: 60,  # rests as long as in strength
    }
)
# Training.md 6.2: a beginner's session; past foundation, strength takes the time of three lifts with five
# minutes of rest and their warm-ups (decision 105).
NOVICE_MINUTES, NOVICE_STRENGTH_MINUTES = 45, 70
_TOLERANCE = 1.1  # a session a tenth over its aim is left alone (ours)


def usual_minutes(choice: Choice) -> int:
    """What a session of the goal aims at; a beginner's is shorter."""
    if choice.athlete.level not in (None, Level.BEGINNER):
        return USUAL_MINUTES[choice.goal]
    return NOVICE_STRENGTH_MINUTES if choice.goal in (Goal.STRENGTH, Goal.POWER) else NOVICE_MINUTES


def most_minutes(choice: Choice) -> int:
    """What a session takes at most: a tenth over its aim, in foundation its aim. Source: 6.2 (ours)."""
    return int(usual_minutes(choice) * (1 if choice.base else _TOLERANCE))


def usual_length(
    plan: tuple[Prescription, ...], picks: Sequence[Pick], limits: Limits, choice: Choice
) -> tuple[Prescription, ...]:
    """The plan within about the goal's usual minutes: accessories go, the least important first.

    Sets go before where strength has its lifts twice a week and on few days of size. What
    is still too long is cut by the rule of training.md 6.5, without pairs that nobody asked for.
    """
    catalogue, athlete = choice.catalogue, choice.athlete
    days = days_trained(athlete.days_per_week, athlete.level, choice.goal)
    few = days <= LEAST_DAYS
    novice = athlete.level in (None, Level.BEGINNER)
    longest = usual_minutes(choice)
    if few and choice.goal is Goal.HYPERTROPHY and not novice:
        longest = int(longest * _TOLERANCE)  # few days have much to hold
    if novice and not choice.base and minutes_of(plan, catalogue) > longest:
        # more exercises of fewer sets: a beginner's week has room for little of each (ours)
        plan = tuple(of_sets(one, least_sets(one, athlete)) for one in plan)
    heavy = choice.goal is Goal.STRENGTH
    if (heavy and days != MOST_BASE_DAYS) or (few and choice.goal is Goal.HYPERTROPHY):
        for at in reversed(range(len(plan))):
            # on two days each press and pull of strength comes once
            once = heavy and few and catalogue[plan[at].exercise_id].pattern in UPPER
            least = plan[at].sets if once else least_sets(plan[at], athlete)
            while minutes_of(plan, catalogue) > longest and plan[at].sets > least:
                plan = with_sets(plan, at, plan[at].sets - 1)
    twice = heavy and few
    spare = [
        pick
        for pick in picks
        if pick.role not in (Role.MAIN, Role.POWER) or (twice and _opens_the_other(pick))
    ]
    most = most_minutes(choice)
    for pick in sorted(spare, key=lambda pick: -pick.place):
        # the pull beside a press stays as long as it can: without it the press would go, too
        needed = heavy and (pick.role is Role.MAIN or pick.exercise.pattern in PULL)
        if len(plan) <= limits.fewest or minutes_of(plan, catalogue) <= (most if needed else longest):
            break
        plan = tuple(one for one in plan if one.exercise_id != pick.exercise.id)
    return plan if minutes_of(plan, catalogue) <= most else _cut(plan, most, choice)


def _opens_the_other(pick: Pick) -> bool:
    """Whether it is the squat or hinge that the other of two days of strength opens with.

    Where the rests leave no time for it, it goes before what comes once: each week covers all patterns (6.3).
    """
    return pick.role is Role.MAIN and pick.place > 0 and pick.exercise.pattern not in UPPER


def _cut(plan: Plan, minutes: int, choice: Choice) -> Plan:
    """The plan cut to `minutes`; where only a push of press and pull would be left, without its pushes."""
    catalogue = choice.catalogue
    everyone = frozenset(one.exercise_id for one in plan)
    newest = last_trained(choice.history, catalogue)
    cut = fit_time(plan, minutes, choice.athlete, catalogue, newest, alone=everyone).plan
    if len(matched(cut, choice)) == len(cut):
        return cut
    others = tuple(one for one in plan if catalogue[one.exercise_id].pattern not in PUSH)
    return (
        fit_time(others, minutes, choice.athlete, catalogue, newest, alone=everyone).plan if others else cut
    )


def matched(plan: Plan, choice: Choice) -> Plan:
    """The plan without pushes that its own pulls do not match, or the week's where it holds none."""
    catalogue = choice.catalogue
    if any(catalogue[one.exercise_id].pattern in PULL for one in plan):
        return pushes_behind(plan, (0, 0), choice.athlete, catalogue)
    if not choice.week.known():
        return plan
    return pushes_behind(plan, choice.week.presses, choice.athlete, catalogue)
