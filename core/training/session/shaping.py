"""A day's prescriptions made lawful: the week's sets, pulls with pushes, the compounds' share, the length.

Filling the day is `filling.py`'s, a limit of minutes `fitting.py`'s, sets in the week `balancing.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.model.session import Prescription, Reason
from core.training.exercises.choosing import Choice
from core.training.session.balancing import balanced, fit_volume
from core.training.session.filling import Pick
from core.training.session.fitting import (
    Fitted,
    Plan,
    compound_share,
    fit_time,
    last_trained,
    least_sets,
    level_pulls,
)  # fmt: skip
from core.training.session.lawful import within_caps
from core.training.session.quick_pulls import pulls_turn, with_a_pull
from core.training.session.reaching import main_lifts, reached, short_of_band
from core.training.session.set_counts import of_sets
from core.training.session.timing import minutes_of
from core.training.session.topping import topped_up
from core.training.session.usual_length import matched, most_minutes, usual_length
from core.training.session.week_room import Room
from core.training.week.programme import MOST_BASE_DAYS, PULL, PUSH, UPPER, Limits
from core.training.week.volume import VolumeBand, band, recent_lift_sets, recent_sets


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
    if not choice.base and not week.per_lift and choice.week.known():
        plan = balanced(plan, done, week, athlete, catalogue)
    capped = Fitted(plan) if choice.base else fit_volume(plan, done, week, athlete, catalogue, limits.fewest)
    held = capped.plan if choice.base else within_caps(capped.plan, done, week, athlete, catalogue)
    if not choice.base and not week.per_lift and _leaves_half(held, choice):
        held = within_caps(held, {}, replace(week, cap=week.cap // 2), athlete, catalogue)
    room = _room(choice, done, week, picks, limits)
    usual = _full(usual_length(held, picks, limits, choice), day, room)
    if minutes is None:
        return Fitted(usual, (*capped.notices, *_shortfall(usual, room)))
    newest = last_trained(choice.history, catalogue)
    whole = _full(held, day, room)
    timed = fit_time(whole, minutes, athlete, catalogue, newest, usual=usual)
    plan = with_a_pull(timed.plan, whole, minutes, choice)
    if pulls_turn(plan, whole, room.presses, choice):
        unpushed = tuple(one for one in whole if catalogue[one.exercise_id].pattern not in PUSH)
        turned = fit_time(unpushed, minutes, athlete, catalogue, newest, usual=usual)
        if any(catalogue[one.exercise_id].pattern in PULL for one in turned.plan):
            plan, timed = turned.plan, turned
    return Fitted(plan, (*capped.notices, *timed.notices))


def _room(
    choice: Choice, done: Mapping[str, float], week: VolumeBand, picks: Sequence[Pick], limits: Limits
) -> Room:
    """What the week holds before this day; where the split's days change from week to week, two weeks."""
    weeks, told = choice.week.weeks, done
    if weeks > 1:
        told = (
            recent_lift_sets(choice.history, choice.today, weeks)
            if week.per_lift
            else recent_sets(choice.history, choice.catalogue, choice.today, weeks)
        )
    longest_s = 60 * most_minutes(choice)
    return Room(choice, week, limits, done, told, weeks, choice.week.presses, main_lifts(picks), longest_s)


def _full(plan: Plan, day: str, room: Room) -> Plan:
    """The plan in law, with as many exercises as the goal asks for and what its week lacks, time allowing."""
    choice, limits = room.choice, room.limits
    plan = _in_law(plan, room.done, room.band, choice, limits)
    longest = max(room.longest_s / 60, minutes_of(plan, choice.catalogue))

    def lawful(grown: Plan) -> Plan:
        fits = minutes_of(grown, choice.catalogue) <= longest
        return _in_law(grown, room.done, room.band, choice, limits) if fits else plan

    plan = topped_up(choice, plan, day, limits.fewest, lawful)
    return reached(plan, room) if choice.week.whole(room.weeks) else plan


def _leaves_half(plan: Plan, choice: Choice) -> bool:
    """Whether it is a day of legs in a first week that has two: no past tells yet what the other needs.

    Squats, lunges and hinges fill the same few muscles, up to the whole week's on one day. Ours.
    """
    presses = any(choice.catalogue[one.exercise_id].pattern in UPPER for one in plan)
    return choice.week.days > MOST_BASE_DAYS and not presses and not choice.week.known()


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
        changed = _compound_enough(matched(changed, choice), choice, limits)
        if changed == plan:
            break
        plan = changed
    return plan


def _shortfall(plan: Plan, room: Room) -> tuple[Reason, ...]:
    """What whole weeks of these days leave short."""
    week = room.choice.week
    return short_of_band(plan, room, week.days) if week.whole(room.weeks) else ()
