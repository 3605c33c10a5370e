"""A day's prescriptions made lawful: the week's sets, pulls with pushes, the compounds' share, the length.

Filling the day is `filling.py`'s, a limit of minutes `fitting.py`'s, sets in the week `balancing.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from core.model.athlete import Goal, Level
from core.model.session import Prescription, Reason
from core.training.balancing import balanced, fit_volume, short_of_band
from core.training.choosing import Choice
from core.training.filling import Pick
from core.training.fitting import (
    Fitted,
    Plan,
    compound_share,
    fit_time,
    last_trained,
    least_sets,
    level_pulls,
    with_sets,
)
from core.training.lawful import pushes_behind, within_caps
from core.training.programme import LEAST_DAYS, MOST_BASE_DAYS, PULL, PUSH, UPPER, Limits, Role, days_trained
from core.training.quick_pulls import with_a_pull
from core.training.set_counts import of_sets
from core.training.timing import minutes_of
from core.training.topping import topped_up
from core.training.volume import (
    VolumeBand,
    band,
    recent_lift_sets,
    recent_presses,
    recent_sets,
    recent_workouts,
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
# Training.md 6.2: a beginner's session; past foundation, strength takes the time of its rests (decision 105).
NOVICE_MINUTES, NOVICE_STRENGTH_MINUTES = 45, 65
_TOLERANCE = 1.1  # a session a tenth over its aim is left alone (ours)


def shaped(
    choice: Choice,
    plan: tuple[Prescription, ...],
    picks: Sequence[Pick],
    day: str,
    limits: Limits,
    minutes: int | None,
) -> Fitted:
    """The plan within the week's volume and of a lawful make-up, in `minutes` or the usual, and what to tell.

    `picks` are what the plan was made of, with their importance. Source: S17, training.md 6.1-6.5.
    """
    athlete, catalogue = choice.athlete, choice.catalogue
    week = band(choice.goal, athlete.level)
    done: Mapping[str, float] = (
        recent_lift_sets(choice.history, choice.today)
        if week.per_lift
        else recent_sets(choice.history, catalogue, choice.today)
    )
    # foundation progresses by its sets, three at most: they are left as they are
    if not choice.base and not week.per_lift and _week_known(choice):
        plan = balanced(plan, done, week, athlete, catalogue)
    capped = Fitted(plan) if choice.base else fit_volume(plan, done, week, athlete, catalogue, limits.fewest)
    held = capped.plan if choice.base else within_caps(capped.plan, done, week, athlete, catalogue)
    usual = _full(_usual_length(held, picks, limits, choice), day, done, week, choice, limits)
    if minutes is None:
        return Fitted(usual, (*capped.notices, *_shortfall(usual, done, week, choice)))
    newest = last_trained(choice.history, catalogue)
    whole = _full(held, day, done, week, choice, limits)
    timed = fit_time(whole, minutes, athlete, catalogue, newest, usual=usual)
    return Fitted(with_a_pull(timed.plan, whole, minutes, choice), (*capped.notices, *timed.notices))


def _full(
    plan: Plan, day: str, done: Mapping[str, float], week: VolumeBand, choice: Choice, limits: Limits
) -> Plan:
    """The plan in law, with as many exercises as the goal asks for where the week and the time allow."""
    plan = _in_law(plan, done, week, choice, limits)
    novice = choice.athlete.level in (None, Level.BEGINNER)
    aim = _novice_minutes(choice.goal) if novice else USUAL_MINUTES[choice.goal] * _TOLERANCE
    longest = max(aim, minutes_of(plan, choice.catalogue))

    def lawful(grown: Plan) -> Plan:
        fits = minutes_of(grown, choice.catalogue) <= longest
        return _in_law(grown, done, week, choice, limits) if fits else plan

    return topped_up(choice, plan, day, limits.fewest, lawful)


def _week_known(choice: Choice) -> bool:
    """Whether a first week of this training lies behind, so that the six days before can be judged."""
    athlete, workouts = choice.athlete, choice.history.workouts
    days = days_trained(athlete.days_per_week, athlete.level, choice.goal)
    return len(workouts) >= days and all(past.goal is choice.goal for past in workouts[-days:])


def _lawful(plan: tuple[Prescription, ...], choice: Choice, limits: Limits) -> tuple[Prescription, ...]:
    """Pulls level with pushes, and compounds at their share: trunk and isolation give way, the last first."""
    return _compound_enough(level_pulls(plan, choice.athlete, choice.catalogue), choice, limits)


def _compound_enough(plan: Plan, choice: Choice, limits: Limits) -> Plan:
    while compound_share(plan, choice.catalogue) < limits.compound_share - 1e-9:
        last = max(at for at, one in enumerate(plan) if not choice.catalogue[one.exercise_id].compound)
        fewer, least = plan[last].sets - 1, least_sets(plan[last], choice.athlete)
        smaller = (of_sets(plan[last], fewer),) if fewer >= least else ()
        plan = (*plan[:last], *smaller, *plan[last + 1 :])
    return plan


def _in_law(plan: Plan, done: Mapping[str, float], week: VolumeBand, choice: Choice, limits: Limits) -> Plan:
    """The plan of a lawful make-up that the week holds: what one rule takes off, the others hold after it."""
    plan = _lawful(plan, choice, limits)
    while not choice.base:
        changed = within_caps(plan, done, week, choice.athlete, choice.catalogue)
        changed = _compound_enough(_pulled(changed, choice), choice, limits)
        if changed == plan:
            break
        plan = changed
    return plan


def _pulled(plan: Plan, choice: Choice) -> Plan:
    """The plan without pushes that its own pulls do not match, or the week's where it holds none."""
    catalogue = choice.catalogue
    if any(catalogue[one.exercise_id].pattern in PULL for one in plan):
        return pushes_behind(plan, (0, 0), choice.athlete, catalogue)
    if not _week_known(choice):
        return plan
    before = recent_presses(choice.history, catalogue, choice.today)
    return pushes_behind(plan, before, choice.athlete, catalogue)


def _usual_length(
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
    longest = _novice_minutes(choice.goal) if novice else USUAL_MINUTES[choice.goal]
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
    accessories = [pick for pick in picks if pick.role not in (Role.MAIN, Role.POWER)]
    for pick in sorted(accessories, key=lambda pick: -pick.place):
        if len(plan) <= limits.fewest or minutes_of(plan, catalogue) <= longest:
            break
        plan = tuple(one for one in plan if one.exercise_id != pick.exercise.id)
    if minutes_of(plan, catalogue) <= (longest if novice else USUAL_MINUTES[choice.goal] * _TOLERANCE):
        return plan
    return _cut(plan, longest if novice else int(USUAL_MINUTES[choice.goal] * _TOLERANCE), choice)


def _cut(plan: Plan, minutes: int, choice: Choice) -> Plan:
    """The plan cut to `minutes`; where only a push of press and pull would be left, without its pushes."""
    catalogue = choice.catalogue
    everyone = frozenset(one.exercise_id for one in plan)
    newest = last_trained(choice.history, catalogue)
    cut = fit_time(plan, minutes, choice.athlete, catalogue, newest, alone=everyone).plan
    if len(_pulled(cut, choice)) == len(cut):
        return cut
    others = tuple(one for one in plan if catalogue[one.exercise_id].pattern not in PUSH)
    return (
        fit_time(others, minutes, choice.athlete, catalogue, newest, alone=everyone).plan if others else cut
    )


def _shortfall(
    plan: tuple[Prescription, ...], done: Mapping[str, float], week: VolumeBand, choice: Choice
) -> tuple[Reason, ...]:
    """What a whole week of these days leaves short; nothing after a week in which a session was left out."""
    athlete = choice.athlete
    days = days_trained(athlete.days_per_week, athlete.level, choice.goal)
    trained = len(recent_workouts(choice.history, choice.today)) + 1
    if choice.base or trained < days or not _week_known(choice):
        return ()
    return short_of_band(plan, done, week, days, choice.catalogue)


def _novice_minutes(goal: Goal) -> int:
    return NOVICE_STRENGTH_MINUTES if goal in (Goal.STRENGTH, Goal.POWER) else NOVICE_MINUTES
