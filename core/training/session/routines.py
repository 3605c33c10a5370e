"""The session of a saved routine: its own exercises in its own order, every number by the same rules.

What its owner wants of sets and reps moves along the goal's map, so that progress goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.model.athlete import Athlete, Goal
from core.model.exercise import Exercise, Pattern
from core.model.history import History
from core.model.routine import Routine, RoutineExercise
from core.model.session import Measure, Prescription, Reason, Session, routine_day
from core.model.workout import PastExercise
from core.training import plan_reason_codes as plan_codes
from core.training import reason_codes as codes
from core.training.exercises.choosing import Choice
from core.training.goals import GoalRules, rules_for
from core.training.loads.loading import Ruler, fit
from core.training.loads.warm_up import warm_ups
from core.training.prescription.writing import TRUNK_SETS
from core.training.session.filling import Pick, prescribed
from core.training.session.fitting import fit_time
from core.training.session.timing import minutes_of
from core.training.week.deload import deloaded
from core.training.week.programme import Role

PAIRED_GOALS = frozenset(
    {Goal.FOUNDATION, Goal.HYPERTROPHY, Goal.ENDURANCE}
)  # training.md 6.5; the last is ours
_TRUNK = frozenset({Pattern.CORE, Pattern.CARRY})


def plan_routine(
    routine: Routine,
    athlete: Athlete,
    goal: Goal,
    history: History,
    catalogue: Mapping[str, Exercise],
    today: date,
    *,
    minutes: int | None = None,
    hurting: frozenset[str] = frozenset(),
    deload: bool = False,
) -> Session:
    """A routine's session for the goal that is trained. `minutes` limits the time as in any plan.

    Exercises the catalogue does not know are left out, and so are those that hurt. Supersets stay
    together where the goal allows any; a notice says where it does not.
    """
    choice = Choice(athlete, goal, goal is Goal.FOUNDATION, history, catalogue, today)
    wanted = [
        one for one in routine.exercises if one.exercise_id in catalogue and one.exercise_id not in hurting
    ]
    picks = [Pick(Role.MAIN, catalogue[one.exercise_id]) for one in wanted]
    plan = tuple(
        _as_wanted(asked, own, choice)
        for asked, own in zip(prescribed(choice, picks, None), wanted, strict=True)
    )
    notices: list[Reason] = []
    if minutes is not None:
        fitted = fit_time(plan, minutes, athlete, catalogue)
        plan, notices = fitted.plan, list(fitted.notices)
    pairs = {own.exercise_id: own.pair for own in wanted if own.pair is not None}
    if pairs and goal in PAIRED_GOALS:
        plan = _paired(plan, pairs)
    elif pairs:
        notices.append(Reason.of(plan_codes.PAIRS_APART))
    if deload:
        plan = tuple(deloaded(one, catalogue[one.exercise_id], athlete) for one in plan)
    if not plan:
        notices.append(Reason.of(plan_codes.NOTHING_LEFT))
    day, length = routine_day(routine.name), minutes_of(plan, catalogue)
    return Session(goal, day, plan, length, tuple(notices), routine_id=routine.id)


def _paired(plan: tuple[Prescription, ...], pairs: Mapping[str, int]) -> tuple[Prescription, ...]:
    """Neighbours of one pair share a superset's number; one whose partner is left out stands alone."""
    told = list(plan)
    number = max((one.superset for one in plan if one.superset is not None), default=-1) + 1
    for at in range(1, len(told)):
        before, one = told[at - 1], told[at]
        together = pairs.get(before.exercise_id, -1) == pairs.get(one.exercise_id, -2)
        if together and before.superset is None and one.superset is None:
            told[at - 1 : at + 1] = [replace(each, superset=number) for each in (before, one)]
            number += 1
    return tuple(told)


def _as_wanted(asked: Prescription, own: RoutineExercise, choice: Choice) -> Prescription:
    """A prescription with its owner's sets and reps, inside what the goal allows, and the reason told."""
    exercise, rules = choice.catalogue[asked.exercise_id], rules_for(asked.goal, choice.athlete)
    wished = (own.sets, own.reps if asked.measure is Measure.REPS else None)
    if wished == (None, None):
        return asked
    low, high = rules.sets
    if exercise.pattern in _TRUNK:
        low, high = min(low, TRUNK_SETS), min(high, TRUNK_SETS)
    sets = asked.sets if own.sets is None else min(max(own.sets, low), high)
    reps = asked.reps if wished[1] is None else min(max(wished[1], rules.reps[0]), rules.reps[1])
    held = sets != (own.sets or sets) or reps != (wished[1] or reps)
    told = Reason.of(codes.OWN_TARGET_IN_BAND if held else codes.OWN_TARGET, sets=sets, reps=reps)
    moved = replace(asked, sets=sets)
    if reps != asked.reps:
        past = choice.history.of_exercise(asked.exercise_id)
        moved = _at_reps(
            moved, reps, exercise, choice.athlete, rules, missed=bool(past) and _missed(past[-1])
        )
    return replace(moved, reasons=(*asked.reasons, told))


def _missed(past: PastExercise) -> bool:
    return any(done.reps < past.asked_reps for done in past.sets)


def _at_reps(
    asked: Prescription, reps: int, exercise: Exercise, athlete: Athlete, rules: GoalRules, *, missed: bool
) -> Prescription:
    """The same effort at other reps: the share of 1RM moves as the goal's map does (S13).

    After a miss the load never rises (S27). Without a load or a maximum only the reps change.
    """
    if asked.load is None or asked.one_rep_max is None or asked.share is None:
        return replace(asked, reps=reps)
    wanted = asked.share * rules.share_at(reps) / rules.share_at(asked.reps)
    ruler = Ruler.of(exercise, athlete, asked.one_rep_max)
    low, high = rules.share[0], rules.nominal_top
    found = fit(ruler, rules, min(max(wanted, low), high), reps)
    load = found.load
    if load is None or (missed and load.g > asked.load.g):
        return replace(asked, reps=reps)
    share = ruler.share(load)
    whole_ramp = len(asked.warm_ups) > 1
    rising = warm_ups(exercise, athlete, load, share, whole_ramp, asked.goal) if asked.warm_ups else ()
    return replace(
        asked,
        reps=min(reps, found.reps),
        load=load,
        share=share,
        warm_ups=rising,
        out_of_band=found.out_of_band,
    )
