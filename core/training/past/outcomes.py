"""How one past exercise went: done, missed or failed, how much was left, and at what load.

What follows from it is not here: see `progress/progression.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core.model.athlete import Goal
from core.model.workout import LoggedSet, PastExercise, SetKind
from core.training.goals import GoalRules
from core.units import Load

FAR_LIGHTER = 0.75  # of what was asked: a slip of the thumb or a set of one's own, no session's load (ours)
_WARM_UP, _DROP = SetKind.WARM_UP, SetKind.DROP  # no work; a loop over years of sets reads these names
_BY_SHORTFALL = frozenset({Goal.STRENGTH, Goal.POWER})


class Outcome(NamedTuple):
    """One exercise of one session, judged. Reps are of its work sets; `reserve` as its last set told.

    `failed` by the ladder's rule, `missed` when any set was short of what was asked, `done` when
    every asked set was done in full. `load` is what the session is reckoned to have been done with.
    """

    line: PastExercise
    load: Load | None
    failed: bool
    missed: bool
    done: bool
    reserve: float | None
    sets: int
    worst: int
    first: int
    second: int
    last: int

    @property
    def over(self) -> int:
        """Reps of the last set above what was asked."""
        return self.last - self.line.asked_reps


def judge(line: PastExercise, rules: GoalRules) -> Outcome | None:
    """The outcome of a past exercise under its goal's rules, None when no work set was done.

    Failed: size, a set under the band; strength and power, a set 3 or more reps short or under the
    band; all else, a set under the band. Source: training.md 4.3 (ours).
    """
    sets: Sequence[LoggedSet] = line.sets
    reps = [done.reps for done in sets if done.kind is not _WARM_UP and done.kind is not _DROP]
    if not reps:
        return None
    if len(reps) < len(sets):
        sets = [done for done in sets if done.kind is not _WARM_UP and done.kind is not _DROP]
    asked, worst, light = line.asked_reps, min(reps), _far_lighter(line, sets)
    missed, counted = worst < asked, len(reps) - light
    failed = missed and _failed(line, rules, sets, worst)
    done = not missed and counted >= line.asked_sets and not line.pained
    load, second = _reckoned(line, sets, light), reps[1] if len(reps) > 1 else reps[0]
    # in the order of the fields: names would cost as much as the tuple
    return Outcome(
        line, load, failed, missed, done, sets[-1].reserve, counted, worst, reps[0], second, reps[-1]
    )


def has_failed(line: PastExercise, rules: GoalRules) -> bool:
    """`judge`'s `failed` alone, for those who ask it of a whole past."""
    asked = line.asked_reps
    if all(done.reps >= asked for done in line.sets):
        return False  # as most sessions went
    sets = [done for done in line.sets if done.kind is not _WARM_UP and done.kind is not _DROP]
    worst = min((done.reps for done in sets), default=asked)
    return worst < asked and _failed(line, rules, sets, worst)


def _failed(line: PastExercise, rules: GoalRules, sets: Sequence[LoggedSet], worst: int) -> bool:
    by_shortfall = line.goal in _BY_SHORTFALL and _most_short(sets, line.asked_reps) >= 3
    return worst < rules.reps[0] or by_shortfall


def _most_short(sets: Sequence[LoggedSet], asked: int) -> int:
    return max((done.target.reps if done.target else asked) - done.reps for done in sets)


def _reckoned(line: PastExercise, sets: Sequence[LoggedSet], light: int) -> Load | None:
    """The first set's load, `light` ones left out: later ones may have been taken down on the way.

    Far off what was asked it counts as a slip of the thumb, and what was asked counts. An exercise
    whose load was still being found counts what it ended with.
    """
    if line.asked_load is None:
        return next((done.load for done in reversed(sets) if done.load is not None), None)
    if light == len(sets):
        return line.asked_load
    first = sets[light].load
    if first is None or (line.asked_load.g > 0 and first.g > 1.5 * line.asked_load.g):
        return line.asked_load
    return first


def _far_lighter(line: PastExercise, sets: Sequence[LoggedSet]) -> int:
    """Opening sets done in full at under three quarters of what was asked: they tell nothing (ours)."""
    asked = line.asked_load
    if asked is None or asked.g <= 0:
        return 0
    count, least_g = 0, FAR_LIGHTER * asked.g
    first = sets[0].load
    if first is not None and first.g >= least_g:
        return 0
    for done in sets:
        if done.load is None or done.load.g >= least_g or done.reps < line.asked_reps:
            break
        count += 1
    return count


def reserve_reckoned(outcomes: Sequence[Outcome], *, beginner: bool) -> float | None:
    """Reps in reserve after the newest of `outcomes` (oldest first), None when unknown.

    Unsaid in two full sessions counts as 1 from intermediate up; a beginner is asked, see `untold_set`.
    Source: training.md 5.1.
    """
    newest = outcomes[-1]
    if newest.reserve is not None or beginner:
        return newest.reserve
    return 1.0 if len(outcomes) > 1 and outcomes[-2].reserve is None else None


def untold_set(line: PastExercise, rules: GoalRules) -> LoggedSet | None:
    """The last work set of a past exercise that was done in full, when nobody told how it felt; else None.

    A beginner is asked about it at the next start. Source: training.md 5.1.
    """
    outcome = judge(line, rules)
    if outcome is None or not outcome.done or outcome.reserve is not None:
        return None
    last = next(done for done in reversed(line.sets) if done.kind not in (_WARM_UP, _DROP))
    return None if last.kind is SetKind.FAILURE else last
