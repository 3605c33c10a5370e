"""The week's law over a day: no muscle past its cap, and no push ahead of the pulls.

What is taken off goes from the end of the session, where the least important stands. The bands are
`week/volume.py`'s, moving sets towards what lacks them `balancing.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.model.athlete import Athlete
from core.model.exercise import Exercise
from core.training.session.fitting import Plan, least_sets
from core.training.session.set_counts import of_sets
from core.training.week.programme import PULL, PUSH
from core.training.week.volume import PRIME, VolumeBand, muscle_shares

# What no day may take past its cap: muscles with exercises of their own. The glutes are prime in every squat,
# lunge and hinge, and the back's others follow the lats, so their counts say little (ours).
CAPPED = frozenset(
    {"quads", "hamstrings", "chest", "lats", "front delts", "side delts", "triceps", "biceps", "calves"}
)


def within_caps(
    plan: Plan,
    done: Mapping[str, float],
    week: VolumeBand,
    athlete: Athlete,
    catalogue: Mapping[str, Exercise],
) -> Plan:
    """The plan with sets, then exercises taken off until the week passes no cap, its opening lift kept.

    `done` are the sets of the six days before: per exercise where the band counts lifts, else per muscle.
    Isolation gives way first, then what trains the full muscle before what helps it, the last before
    what opens the session. Source: training.md 6.1; the way of it is ours.
    """
    while len(plan) > 1 and (over := over_cap(plan, done, week, catalogue)):
        shares = {at: _share(one.exercise_id, over, week, catalogue) for at, one in enumerate(plan)}
        touching = [at for at, share in shares.items() if share]
        shrinking = [at for at in touching if plan[at].sets > least_sets(plan[at], athlete)]
        leaving = [at for at in touching if at > 0 or not catalogue[plan[at].exercise_id].compound]
        if not shrinking and not leaving:
            return plan
        at = max(shrinking or leaving, key=lambda at: _spared_least(plan, at, shares[at], catalogue))
        plan = _less(plan, at, gone=not shrinking)
    return plan


def _spared_least(
    plan: Plan, at: int, share: float, catalogue: Mapping[str, Exercise]
) -> tuple[bool, float, int]:
    return not catalogue[plan[at].exercise_id].compound, share, at


def pushes_behind(
    plan: Plan, done: tuple[int, int], athlete: Athlete, catalogue: Mapping[str, Exercise]
) -> Plan:
    """The plan with its pushes no further ahead of the week's pulls: `done` are both of the six days before.

    A session's first exercise stays. Source: training.md 6.3.
    """
    while True:
        pushes, pulls = (
            [at for at, one in enumerate(plan) if catalogue[one.exercise_id].pattern in kind]
            for kind in (PUSH, PULL)
        )
        pushed, pulled = (sum(plan[at].sets for at in places) for places in (pushes, pulls))
        if not pushes or done[0] + pushed <= done[1] + pulled:
            return plan
        at = next((at for at in reversed(pushes) if plan[at].sets > least_sets(plan[at], athlete)), None)
        if at is None and (pushes[-1] == 0 or len(plan) == 1):
            return plan
        plan = _less(plan, pushes[-1] if at is None else at, gone=at is None)


def over_cap(
    plan: Plan, done: Mapping[str, float], week: VolumeBand, catalogue: Mapping[str, Exercise]
) -> str | None:
    """What passes its cap by most, None when nothing does; `done` as in `within_caps`."""
    totals, trained = dict(done), set[str]()
    for one in plan:
        shares = _shares(one.exercise_id, week, catalogue)
        trained.update(shares)
        for name, share in shares.items():
            totals[name] = totals.get(name, 0.0) + share * one.sets
    over = [name for name in trained if totals[name] > week.cap and (week.per_lift or name in CAPPED)]
    return max(sorted(over), key=lambda name: totals[name]) if over else None


def _shares(exercise_id: str, week: VolumeBand, catalogue: Mapping[str, Exercise]) -> Mapping[str, float]:
    return {exercise_id: PRIME} if week.per_lift else muscle_shares(catalogue)[exercise_id]


def _share(exercise_id: str, name: str, week: VolumeBand, catalogue: Mapping[str, Exercise]) -> float:
    return _shares(exercise_id, week, catalogue).get(name, 0.0)


def _less(plan: Plan, at: int, *, gone: bool) -> Plan:
    kept = () if gone else (of_sets(plan[at], plan[at].sets - 1),)
    return (*plan[:at], *kept, *plan[at + 1 :])
