"""A session's sets brought into the week's band: fewer where a muscle has plenty, more where it lacks.

The bands are `week/volume.py`'s, the time a session may take `fitting.py`'s and `planner.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.model.athlete import Athlete
from core.model.exercise import Exercise, Pattern
from core.model.session import Prescription, Reason
from core.training import plan_reason_codes as plan_codes
from core.training import reason_codes as codes
from core.training.session.fitting import Fitted, Plan, least_sets, level_pulls, most_sets, with_sets
from core.training.session.set_counts import of_sets
from core.training.week.programme import PULL, PUSH
from core.training.week.volume import HELPER, JUDGED, PRIME, VolumeBand, judged

_LEGS = frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE})
_TRUNK = frozenset({Pattern.CORE, Pattern.CARRY})
# Sessions after which no set is added: something was too much, or training has just been taken up again.
_ENOUGH = frozenset({
    codes.REPEAT_AFTER_MISS, codes.TARGET_EASED, codes.STEP_DOWN, codes.RESET_LOAD, codes.AFTER_PAIN,
    codes.FEWEST_SETS_ON_RETURN, codes.LOWERED_BY_RESERVE, codes.MAX_REESTIMATED, codes.MAX_TAKEN_DOWN,
    codes.SHARE_NOW,
})  # fmt: skip


def fit_volume(
    plan: Plan,
    done: Mapping[str, float],
    week: VolumeBand,
    athlete: Athlete,
    catalogue: Mapping[str, Exercise],
    fewest: int | None = None,
) -> Fitted:
    """The plan with sets taken off where the week would pass its cap, never below the band's fewest.

    `done` are the sets of the six days before: per exercise where the band counts lifts, else per
    muscle. Where even the fewest sets pass the cap, a third exercise of the muscle goes, down to
    `fewest` exercises; None keeps all. Source: training.md 6.1.
    """
    totals = dict(done)
    for asked in () if week.per_lift else plan:
        # what helps later in the session has its place in the week, too
        for muscle in catalogue[asked.exercise_id].secondary:
            totals[muscle] = totals.get(muscle, 0.0) + HELPER * least_sets(asked, athlete)
    kept, notices, gone = [], [], 0
    for at, asked in enumerate(plan):
        exercise = catalogue[asked.exercise_id]
        answers = (exercise.id,) if week.per_lift else judged(exercise)
        counted = max(answers, key=lambda name: totals.get(name, 0.0))
        room = int(week.cap - totals.get(counted, 0.0))
        least = least_sets(asked, athlete)
        sets = min(asked.sets, max(room, least))
        if sets < asked.sets and not week.per_lift:
            notices.append(Reason.of(plan_codes.VOLUME_AT_CAP, muscle=counted, cap=week.cap))
        if fewest is not None and room < least and len(plan) - gone > fewest and _spare(plan, at, catalogue):
            gone += 1
            continue
        for name in answers if week.per_lift else exercise.primary:
            totals[name] = totals.get(name, 0.0) + PRIME * sets
        kept.append(of_sets(asked, sets))
    return Fitted(tuple(kept), tuple(dict.fromkeys(notices)))


def _spare(plan: Plan, at: int, catalogue: Mapping[str, Exercise]) -> bool:
    """Whether enough before it trains its judged muscle, and no push needs it as its pull. Ours.

    A day's second pull stays: a row and a pulldown are two patterns.
    """
    exercise = catalogue[plan[at].exercise_id]
    mine = set(judged(exercise))
    earlier = sum(not mine.isdisjoint(catalogue[one.exercise_id].primary) for one in plan[:at])
    if exercise.pattern in PULL and _places(plan, PUSH, catalogue):
        return False
    return not mine.isdisjoint(JUDGED) and earlier > (exercise.pattern in PULL)


def balanced(
    plan: Plan,
    done: Mapping[str, float],
    week: VolumeBand,
    athlete: Athlete,
    catalogue: Mapping[str, Exercise],
) -> Plan:
    """The plan with a set less for legs and pulls that have their week's sets, and more for what lacks them.

    `done` are sets per muscle of the six days before, which with today make a week. Within the goal's
    band of sets; a push gets one only together with a pull (6.3). Nothing is
    added where the last session was too much. Source: training.md 6.1, the way of it ours.
    """
    totals = dict(done)
    for one in plan:
        _count(totals, catalogue[one.exercise_id], one.sets, per_lift=False)
    plan = level_pulls(_less(plan, totals, week, athlete, catalogue), athlete, catalogue)
    totals = dict(done)
    for one in plan:
        _count(totals, catalogue[one.exercise_id], one.sets, per_lift=False)
    for at, asked in enumerate(plan):
        exercise = catalogue[asked.exercise_id]
        if exercise.pattern in _TRUNK:
            continue
        while min(totals[muscle] for muscle in judged(exercise)) < week.low and may_grow(plan[at], athlete):
            grown = _grown(plan, at, totals, athlete, catalogue)
            if grown is None:
                break
            plan = grown
    return plan


def _less(
    plan: Plan,
    totals: dict[str, float],
    week: VolumeBand,
    athlete: Athlete,
    catalogue: Mapping[str, Exercise],
) -> Plan:
    """The plan with sets off legs and lone pushes past the band's start, and pulls half-way to its cap."""
    alone = not _places(plan, PULL, catalogue)
    for at, asked in enumerate(plan):
        exercise = catalogue[asked.exercise_id]
        most = (week.high + week.cap) / 2 if exercise.pattern in PULL else week.high
        spare = int(min(totals[muscle] for muscle in judged(exercise)) - most)
        eases = exercise.pattern in _LEGS or exercise.pattern in PULL or (alone and exercise.pattern in PUSH)
        if eases and spare > 0:
            fewer = max(least_sets(asked, athlete), asked.sets - spare)
            plan = _changed(plan, at, fewer - asked.sets, totals, catalogue)
    return plan


def _grown(
    plan: Plan, at: int, totals: dict[str, float], athlete: Athlete, catalogue: Mapping[str, Exercise]
) -> Plan | None:
    """The plan with a set more here, and for a push without a spare pull one there; None without a pull."""
    pushes, pulls = (_places(plan, kind, catalogue) for kind in (PUSH, PULL))
    level = at not in pushes or sum(plan[i].sets for i in pushes) < sum(plan[i].sets for i in pulls)
    if not level:
        pull = next((i for i in pulls if may_grow(plan[i], athlete)), None)
        if pull is None:
            return None
        plan = _changed(plan, pull, 1, totals, catalogue)
    return _changed(plan, at, 1, totals, catalogue)


def _changed(
    plan: Plan, at: int, by: int, totals: dict[str, float], catalogue: Mapping[str, Exercise]
) -> Plan:
    _count(totals, catalogue[plan[at].exercise_id], by, per_lift=False)
    return with_sets(plan, at, plan[at].sets + by)


def may_grow(asked: Prescription, athlete: Athlete) -> bool:
    """Whether a set may be added: its goal allows it and the last session was not too much."""
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
