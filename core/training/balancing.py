"""A session's sets brought into the week's band: fewer where a muscle has plenty, more where it lacks.

The bands are `volume.py`'s, the time a session may take `fitting.py`'s and `planner.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.model.athlete import Athlete
from core.model.exercise import Exercise, Pattern
from core.model.session import Prescription, Reason
from core.training import plan_reason_codes as plan_codes
from core.training import reason_codes as codes
from core.training.fitting import Fitted, Plan, least_sets, most_sets, with_sets
from core.training.programme import PULL, PUSH
from core.training.volume import HELPER, PRIME, VolumeBand

_LEGS = frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE})
_TRUNK = frozenset({Pattern.CORE, Pattern.CARRY})
# Sessions after which no set is added: something was too much, or training has just been taken up again.
_ENOUGH = frozenset({
    codes.REPEAT_AFTER_MISS, codes.TARGET_EASED, codes.STEP_DOWN, codes.RESET_LOAD, codes.AFTER_PAIN,
    codes.FEWEST_SETS_ON_RETURN, codes.LOWERED_BY_RESERVE, codes.MAX_REESTIMATED,
})  # fmt: skip


def fit_volume(
    plan: Plan,
    done: Mapping[str, float],
    week: VolumeBand,
    athlete: Athlete,
    catalogue: Mapping[str, Exercise],
) -> Fitted:
    """The plan with sets taken off where the week would pass its cap, never below the band's fewest.

    `done` are the sets of the six days before: per exercise where the band counts lifts, else per
    muscle, of which each exercise answers for its first. Source: training.md 6.1.
    """
    totals = dict(done)
    kept, notices = [], []
    for asked in plan:
        exercise = catalogue[asked.exercise_id]
        counted = exercise.id if week.per_lift else exercise.primary[0]
        room = int(week.cap - totals.get(counted, 0.0))
        sets = min(asked.sets, max(room, least_sets(asked, athlete)))
        if sets < asked.sets and not week.per_lift:
            notices.append(Reason.of(plan_codes.VOLUME_AT_CAP, muscle=counted, cap=week.cap))
        _count(totals, exercise, sets, per_lift=week.per_lift)
        kept.append(asked if sets == asked.sets else replace(asked, sets=sets))
    return Fitted(tuple(kept), tuple(dict.fromkeys(notices)))


def balanced(
    plan: Plan,
    done: Mapping[str, float],
    week: VolumeBand,
    athlete: Athlete,
    catalogue: Mapping[str, Exercise],
) -> Plan:
    """The plan with a set less for legs that have their week's sets, and more for what lacks them.

    `done` are sets per muscle of the six days before, which with today make a week. Within the goal's
    band of sets; a push gets one only together with a pull (6.3). Nothing is
    added where the last session was too much. Source: training.md 6.1, the way of it ours.
    """
    totals = dict(done)
    for one in plan:
        _count(totals, catalogue[one.exercise_id], one.sets, per_lift=False)
    for at, asked in enumerate(plan):
        exercise = catalogue[asked.exercise_id]
        spare = int(totals[exercise.primary[0]] - week.high)
        if exercise.pattern in _LEGS and spare > 0:
            fewer = max(least_sets(asked, athlete), asked.sets - spare)
            plan = _changed(plan, at, fewer - asked.sets, totals, catalogue)
    for at, asked in enumerate(plan):
        exercise = catalogue[asked.exercise_id]
        muscle = exercise.primary[0]
        while exercise.pattern not in _TRUNK and totals[muscle] < week.low and _may_grow(plan[at], athlete):
            grown = _grown(plan, at, totals, athlete, catalogue)
            if grown is None:
                break
            plan = grown
    return plan


def _grown(
    plan: Plan, at: int, totals: dict[str, float], athlete: Athlete, catalogue: Mapping[str, Exercise]
) -> Plan | None:
    """The plan with a set more here, and for a push without a spare pull one there; None without a pull."""
    pushes, pulls = (_places(plan, kind, catalogue) for kind in (PUSH, PULL))
    level = at not in pushes or sum(plan[i].sets for i in pushes) < sum(plan[i].sets for i in pulls)
    if not level:
        pull = next((i for i in pulls if _may_grow(plan[i], athlete)), None)
        if pull is None:
            return None
        plan = _changed(plan, pull, 1, totals, catalogue)
    return _changed(plan, at, 1, totals, catalogue)


def _changed(
    plan: Plan, at: int, by: int, totals: dict[str, float], catalogue: Mapping[str, Exercise]
) -> Plan:
    _count(totals, catalogue[plan[at].exercise_id], by, per_lift=False)
    return with_sets(plan, at, plan[at].sets + by)


def _may_grow(asked: Prescription, athlete: Athlete) -> bool:
    told = {reason.code for reason in asked.reasons}
    return asked.sets < most_sets(asked, athlete) and not asked.deload and told.isdisjoint(_ENOUGH)


def _places(plan: Plan, patterns: frozenset[Pattern], catalogue: Mapping[str, Exercise]) -> list[int]:
    return [at for at, one in enumerate(plan) if catalogue[one.exercise_id].pattern in patterns]


def _count(totals: dict[str, float], exercise: Exercise, sets: int, *, per_lift: bool) -> None:
    if per_lift:
        totals[exercise.id] = totals.get(exercise.id, 0.0) + sets
        return
    for muscle in exercise.primary:
        totals[muscle] = totals.get(muscle, 0.0) + PRIME * sets
    for muscle in exercise.secondary:
        totals[muscle] = totals.get(muscle, 0.0) + HELPER * sets
