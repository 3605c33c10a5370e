"""Why a set in hand asks what it asks, whichever set was the cause; the target itself is `in_session.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from core.model.athlete import Athlete, Goal
from core.model.exercise import Exercise
from core.model.session import Measure, Prescription, Reason, SetTarget, WarmUp
from core.model.workout import LoggedSet
from core.training import reason_codes as codes
from core.training.goals import GOALS
from core.training.loads.loading import Ruler
from core.training.loads.safety import proved_max

_RESTS: Mapping[Goal, str] = MappingProxyType(
    {
        Goal.FOUNDATION: codes.REST_OF_FOUNDATION,
        Goal.HYPERTROPHY: codes.REST_OF_HYPERTROPHY,
        Goal.STRENGTH: codes.REST_OF_STRENGTH,
        Goal.ENDURANCE: codes.REST_OF_ENDURANCE,
        Goal.POWER: codes.REST_OF_POWER,
    }
)


def of_goal(prescription: Prescription) -> tuple[Reason, ...]:
    """Why its sets and its rest are what they are where no reason of its own says so: the goal asks them.

    Made when somebody asks, so that no plan carries what is always the same. Source: S4, S5, S8, S9;
    foundation, endurance and power as in `core/training/goals.py`.
    """
    rules, told = GOALS[prescription.goal], [dict(reason.values) for reason in prescription.reasons]
    low, high = rules.sets
    found = []
    if low <= prescription.sets <= high and not any("sets" in values for values in told):
        values = {"goal": prescription.goal.value, "high": high, "low": low, "sets": prescription.sets}
        found.append(Reason.of(codes.SETS_OF_GOAL, **values))
    low, high = rules.rest_s
    if low <= prescription.rest_s <= high and not any("rest_s" in values for values in told):
        found.append(Reason.of(_RESTS[prescription.goal], rest_s=prescription.rest_s))
    return tuple(found)


def of_a_set(
    prescription: Prescription, target: SetTarget, warm_ups: Sequence[WarmUp]
) -> tuple[Reason, ...]:
    """The same of a set in hand, with the warm-ups still before it; a rest of its own is told apart.

    Source: training.md 7.1.
    """
    usual = of_goal(prescription) if target.rest_s in (0, prescription.rest_s) else ()
    return (*usual, Reason.of(codes.WARM_UP_RAMP)) if warm_ups else usual


def standing(
    prescription: Prescription, target: SetTarget, before: tuple[Reason, ...], new: tuple[Reason, ...]
) -> tuple[Reason, ...]:
    """What still explains a target: the newest reason each for load, reps and rest that are off the plan."""
    if not before and not new:
        return ()
    newest = {_about(told): told for told in (*before, *new)}
    off = {
        "load": target.load != prescription.load or target.reps != prescription.reps,
        "reps": target.reps != prescription.reps,
        "rest": target.rest_s != prescription.rest_s,
    }
    return tuple(told for about, told in newest.items() if told in new or off[about])


def _about(told: Reason) -> str:
    return {codes.REST_LENGTHENED: "rest", codes.TARGET_LOWERED: "reps"}.get(told.code, "load")


def share_told(
    who: tuple[Exercise, Athlete], prescription: Prescription, target: SetTarget, done: Sequence[LoggedSet]
) -> tuple[Reason, ...]:
    """Which share of the maximum another load than planned is; nothing where none is known."""
    if target.load is None or target.load == prescription.load or prescription.measure is not Measure.REPS:
        return ()
    maximum = proved_max(*who, prescription, done)
    if maximum is None:
        return ()
    share = Ruler.of(*who, maximum).share(target.load)
    return (Reason.of(codes.SHARE_NOW, load=target.load, max=maximum, share=share),)


def of_own_choice(
    changes: tuple[Reason, ...],
    who: tuple[Exercise, Athlete],
    prescription: Prescription,
    target: SetTarget,
    done: Sequence[LoggedSet],
) -> tuple[Reason, ...]:
    """The same where the athlete put the target's load on: that choice is what explains it."""
    kept = tuple(told for told in changes if _about(told) != "load")
    if target.load is None or target.load == prescription.load:
        return kept
    own = Reason.of(codes.OWN_LOAD, load=target.load)
    return (*kept, own, *share_told(who, prescription, target, done))
