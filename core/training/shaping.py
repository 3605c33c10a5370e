"""A day's prescriptions made lawful: the week's sets, pulls with pushes, the compounds' share, the length.

Filling the day is `filling.py`'s, a limit of minutes `fitting.py`'s, sets in the week `balancing.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.model.exercise import Exercise
from core.model.session import Prescription
from core.training.balancing import balanced, fit_volume
from core.training.choosing import Choice
from core.training.filling import Pick
from core.training.fitting import Fitted, compound_share, fit_time, last_trained, least_sets, level_pulls
from core.training.programme import Limits, Role, days_trained
from core.training.timing import minutes_of
from core.training.volume import band, recent_lift_sets, recent_sets

USUAL_MINUTES = 45  # training.md 6.2: what a session aims at while nobody sets a limit


def shaped(
    choice: Choice,
    plan: tuple[Prescription, ...],
    picks: Sequence[Pick],
    limits: Limits,
    minutes: int | None,
) -> Fitted:
    """The plan within the week's volume and of a lawful make-up, in `minutes` or about 45, and what to tell.

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
    capped = Fitted(plan) if choice.base else fit_volume(plan, done, week, athlete, catalogue)
    usual = _lawful(_usual_length(capped.plan, picks, limits, catalogue), choice, limits)
    if minutes is None:
        return Fitted(usual, capped.notices)
    newest = last_trained(choice.history, catalogue)
    whole = _lawful(capped.plan, choice, limits)
    timed = fit_time(whole, minutes, athlete, catalogue, newest, usual=usual)
    return Fitted(timed.plan, (*capped.notices, *timed.notices))


def _week_known(choice: Choice) -> bool:
    """Whether a first week of this training lies behind, so that the six days before can be judged."""
    athlete, workouts = choice.athlete, choice.history.workouts
    days = days_trained(athlete.days_per_week, athlete.level, choice.goal)
    return len(workouts) >= days and all(past.goal is choice.goal for past in workouts[-days:])


def _lawful(plan: tuple[Prescription, ...], choice: Choice, limits: Limits) -> tuple[Prescription, ...]:
    """Pulls level with pushes, and compounds at their share: trunk and isolation give way, the last first."""
    plan = level_pulls(plan, choice.athlete, choice.catalogue)
    while compound_share(plan, choice.catalogue) < limits.compound_share - 1e-9:
        last = max(at for at, one in enumerate(plan) if not choice.catalogue[one.exercise_id].compound)
        fewer, least = plan[last].sets - 1, least_sets(plan[last], choice.athlete)
        smaller = (replace(plan[last], sets=fewer),) if fewer >= least else ()
        plan = (*plan[:last], *smaller, *plan[last + 1 :])
    return plan


def _usual_length(
    plan: tuple[Prescription, ...], picks: Sequence[Pick], limits: Limits, catalogue: Mapping[str, Exercise]
) -> tuple[Prescription, ...]:
    """Accessories dropped, the least important first, while over 45 minutes and over the fewest."""
    accessories = [pick for pick in picks if pick.role not in (Role.MAIN, Role.POWER)]
    for pick in sorted(accessories, key=lambda pick: -pick.place):
        if len(plan) <= limits.fewest or minutes_of(plan, catalogue) <= USUAL_MINUTES:
            break
        plan = tuple(one for one in plan if one.exercise_id != pick.exercise.id)
    return plan
