"""A session made to fit: into a time limit, and pulls held level with pushes. Rest is never cut.

The week's volume is `balancing.py`'s, choosing exercises `exercises/choosing.py`'s, reckoning time
`timing.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from core.model.athlete import Athlete, Goal, Provenance
from core.model.exercise import Exercise, Pattern
from core.model.history import History
from core.model.session import Measure, Prescription, Reason
from core.training import plan_reason_codes as codes
from core.training.goals import rules_for
from core.training.session.set_counts import of_sets
from core.training.session.timing import minutes_of, seconds_of
from core.training.week.programme import PULL, PUSH

Plan = tuple[Prescription, ...]
_LOOKED_BACK = 12  # workouts, enough to have met every kind
_WEEK = 7  # days after which a kind is overdue: each week covers all patterns (6.3)
ASKED_LIFTS = frozenset({"back_squat", "bench_press", "deadlift", "overhead_press"})
_TRUNK = frozenset({Pattern.CORE, Pattern.CARRY})
_PAIRED_GOALS = frozenset({Goal.FOUNDATION, Goal.HYPERTROPHY, Goal.ENDURANCE})


@dataclass(frozen=True, slots=True)
class Fitted:
    """A plan after fitting, and what to tell of it."""

    plan: Plan
    notices: tuple[Reason, ...] = ()


def fit_time(
    plan: Plan,
    minutes: int,
    athlete: Athlete,
    catalogue: Mapping[str, Exercise],
    newest: Mapping[str, date] = MappingProxyType({}),
    *,
    usual: Plan | None = None,
    alone: frozenset[str] = frozenset(),
) -> Fitted:
    """The plan shortened to `minutes` by the rule, saying what it cost against `usual` (itself if None).

    Isolation goes first, then trunk work, then sets down to the band's fewest, then exercises are
    paired (not for strength and power). Last, compounds go: accessories and guessed maxima before the
    lifts whose maximum was told, then those whose kind was trained most lately: `newest` is each kind's
    last date, so that short sessions take turns. What fits again then gets its sets back. Exercises
    `alone` are never paired, for they have begun.
    Source: training.md 6.4, 6.5; the last steps are ours.
    """
    fitting = plan
    for step in (_without_isolation, _without_trunk, _fewest_sets(athlete), _paired(alone)):
        if not _fits(fitting, minutes, catalogue):
            fitting = step(fitting, minutes, catalogue)
    while len(fitting) > 1 and not _fits(fitting, minutes, catalogue):
        fitting = _without_latest(fitting, athlete, catalogue, newest)
    fitting = _regrown(fitting, plan, minutes, catalogue)
    notices = []
    kept = {one.exercise_id: one.sets for one in fitting}
    compared = plan if usual is None else usual
    dropped = sum(one.exercise_id not in kept for one in compared)
    sets = sum(max(one.sets - kept.get(one.exercise_id, one.sets), 0) for one in compared)
    short = not _fits(fitting, minutes, catalogue)
    if (dropped or sets) and not short:
        notices.append(Reason.of(codes.TIME_CUT, minutes=minutes, dropped=dropped, sets=sets))
    pairs = len({one.superset for one in fitting} - {None})
    if pairs:
        notices.append(Reason.of(codes.SUPERSETS, pairs=pairs))
    if short:
        needed = minutes_of(fitting, catalogue)
        notices.append(Reason.of(codes.TIME_SHORT, minutes=minutes, needed=needed))
    return Fitted(fitting, tuple(notices))


def level_pulls(plan: Plan, athlete: Athlete, catalogue: Mapping[str, Exercise]) -> Plan:
    """The plan with at least as many pull as push sets, where it holds both. Source: training.md 6.3.

    A push without its pull goes, then pushes get fewer sets within their band, then pulls more; in
    foundation pulls get more at once, because taking a set away there takes the progress away.
    """
    while True:
        pushes, pulls = _of(plan, PUSH, catalogue), _of(plan, PULL, catalogue)
        if not pulls or sum(plan[at].sets for at in pushes) <= sum(plan[at].sets for at in pulls):
            return plan
        fewer = next((at for at in reversed(pushes) if plan[at].sets > least_sets(plan[at], athlete)), None)
        more = next((at for at in pulls if plan[at].sets < most_sets(plan[at], athlete)), None)
        if len(pushes) > max(len(pulls), 1):
            plan = (*plan[: pushes[-1]], *plan[pushes[-1] + 1 :])
        elif more is not None and (fewer is None or plan[more].goal is Goal.FOUNDATION):
            plan = with_sets(plan, more, plan[more].sets + 1)
        elif fewer is not None:
            plan = with_sets(plan, fewer, plan[fewer].sets - 1)
        else:
            return plan


def compound_share(plan: Sequence[Prescription], catalogue: Mapping[str, Exercise]) -> float:
    """The share of work sets that are compound; 1 for an empty plan. Source: S17."""
    total = sum(one.sets for one in plan)
    compound = sum(one.sets for one in plan if catalogue[one.exercise_id].compound)
    return compound / total if total else 1.0


def _fits(plan: Plan, minutes: int, catalogue: Mapping[str, Exercise]) -> bool:
    return seconds_of(plan, catalogue) <= 60 * minutes


def _without(
    plan: Plan, minutes: int, catalogue: Mapping[str, Exercise], patterns: frozenset[Pattern]
) -> Plan:
    for place in range(len(plan) - 1, 0, -1):
        if _fits(plan, minutes, catalogue):
            break
        if catalogue[plan[place].exercise_id].pattern in patterns:
            plan = (*plan[:place], *plan[place + 1 :])
    return plan


def _without_isolation(plan: Plan, minutes: int, catalogue: Mapping[str, Exercise]) -> Plan:
    return _without(plan, minutes, catalogue, frozenset({Pattern.ISOLATION}))


def _without_trunk(plan: Plan, minutes: int, catalogue: Mapping[str, Exercise]) -> Plan:
    return _without(plan, minutes, catalogue, _TRUNK)


def _fewest_sets(athlete: Athlete) -> Callable[[Plan, int, Mapping[str, Exercise]], Plan]:
    def cut(plan: Plan, minutes: int, catalogue: Mapping[str, Exercise]) -> Plan:
        for place in range(len(plan) - 1, -1, -1):
            while plan[place].sets > least_sets(plan[place], athlete):
                if _fits(plan, minutes, catalogue):
                    return level_pulls(plan, athlete, catalogue)
                plan = with_sets(plan, place, plan[place].sets - 1)
        return plan

    return cut


def _paired(alone: frozenset[str]) -> Callable[[Plan, int, Mapping[str, Exercise]], Plan]:
    def pair(plan: Plan, minutes: int, catalogue: Mapping[str, Exercise]) -> Plan:
        """Exercises of different muscles done in turn, neighbours first, until the time is kept."""
        waiting, number = list(plan), 0
        paired: list[Prescription] = []
        while waiting:
            first = waiting.pop(0)
            free = [one for one in waiting if one.exercise_id not in alone]
            fits = first.exercise_id in alone or _fits((*paired, first, *waiting), minutes, catalogue)
            partner = None if fits else _partner(first, free, catalogue)
            if partner is None:
                paired.append(first)
                continue
            waiting.remove(partner)
            paired += [replace(first, superset=number), replace(partner, superset=number)]
            number += 1
        return tuple(paired)

    return pair


def _partner(
    first: Prescription, waiting: Sequence[Prescription], catalogue: Mapping[str, Exercise]
) -> Prescription | None:
    if first.goal not in _PAIRED_GOALS:
        return None
    one = catalogue[first.exercise_id]
    used = {*one.primary, *one.secondary}
    # isolation and trunk work keep their places behind the compounds (6.4)
    order = [other for other in waiting if catalogue[other.exercise_id].compound] or waiting
    for other in order:
        exercise = catalogue[other.exercise_id]
        apart = not (used & set(exercise.primary)) and not set(one.primary) & set(exercise.secondary)
        if apart and other.goal in _PAIRED_GOALS:
            return other
    return None


def last_trained(history: History, catalogue: Mapping[str, Exercise]) -> dict[str, date]:
    """The last day on which each kind of movement was trained: push, pull, squat, hinge, and the rest."""
    newest: dict[str, date] = {}
    for workout in history.workouts[-_LOOKED_BACK:]:
        for past in workout.exercises:
            if past.exercise_id in catalogue:
                newest[_kind(catalogue[past.exercise_id])] = workout.trained_on
    return newest


def _kind(exercise: Exercise) -> str:
    if exercise.pattern in PUSH or exercise.pattern in PULL:
        return "push" if exercise.pattern in PUSH else "pull"
    return Pattern.SQUAT if exercise.pattern is Pattern.LUNGE else exercise.pattern


def _regrown(plan: Plan, whole: Plan, minutes: int, catalogue: Mapping[str, Exercise]) -> Plan:
    """The plan with sets that had been cut given back, the first exercise first, while the time is kept."""
    asked = {one.exercise_id: one.sets for one in whole}
    grown = True
    while grown:
        grown = False
        for place, one in enumerate(plan):
            more = with_sets(plan, place, one.sets + 1)
            if (
                one.sets < asked[one.exercise_id]
                and _fits(more, minutes, catalogue)
                and _level(more, catalogue)
            ):
                plan, grown = more, True
    return plan


def _level(plan: Plan, catalogue: Mapping[str, Exercise]) -> bool:
    pushes, pulls = (sum(plan[at].sets for at in _of(plan, kind, catalogue)) for kind in (PUSH, PULL))
    return not pulls or pushes <= pulls


def _without_latest(
    plan: Plan, athlete: Athlete, catalogue: Mapping[str, Exercise], newest: Mapping[str, date]
) -> Plan:
    """The plan without what is missed least.

    No compound, doubled in its kind, not a week overdue, no lift whose maximum was told, trained lately.
    """
    kinds = [_kind(catalogue[one.exercise_id]) for one in plan]
    today = max(newest.values(), default=date.min)
    overdue = {kind for kind in kinds if newest and (today - newest.get(kind, date.min)).days >= _WEEK}

    def missed_least(at: int) -> tuple[bool, bool, bool, bool, date, int]:
        kind, compound = kinds[at], catalogue[plan[at].exercise_id].compound
        told = is_told(athlete, plan[at].exercise_id)
        return (
            not compound,
            kinds.count(kind) > 1,
            kind not in overdue,
            not told,
            newest.get(kind, date.min),
            at,
        )

    gone = max(range(len(plan)), key=missed_least)
    return _unpaired((*plan[:gone], *plan[gone + 1 :]))


def is_told(athlete: Athlete, exercise_id: str) -> bool:
    """Whether it is a lift of the athlete's own: its maximum was tested or told, not guessed by ratio.

    The lifts one is asked about at the start stay one's own when sets have moved their maximum since.
    """
    best = athlete.one_rep_max(exercise_id)
    if best is None or best.provenance is Provenance.RATIO:
        return False
    return best.provenance is not Provenance.ESTIMATED or exercise_id in ASKED_LIFTS


def _unpaired(plan: Plan) -> Plan:
    """The plan without pairs that lost their partner."""
    numbers = [one.superset for one in plan]
    return tuple(
        replace(one, superset=None) if one.superset is not None and numbers.count(one.superset) == 1 else one
        for one in plan
    )


def _of(plan: Plan, patterns: frozenset[Pattern], catalogue: Mapping[str, Exercise]) -> list[int]:
    return [at for at, one in enumerate(plan) if catalogue[one.exercise_id].pattern in patterns]


def with_sets(plan: Plan, place: int, sets: int) -> Plan:
    """The plan with so many work sets of the exercise at `place`."""
    return (*plan[:place], of_sets(plan[place], sets), *plan[place + 1 :])


def least_sets(asked: Prescription, athlete: Athlete) -> int:
    """The fewest work sets its goal allows, or what it asks now where that is less."""
    return min(rules_for(asked.goal, athlete).sets[0], asked.sets)


def most_sets(asked: Prescription, athlete: Athlete) -> int:
    """The most work sets its goal allows; those of a deload, a hold and a carry stay as they are."""
    return (
        asked.sets
        if asked.deload or asked.measure is not Measure.REPS
        else rules_for(asked.goal, athlete).sets[1]
    )
