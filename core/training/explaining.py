"""Why a set in hand asks what it asks, whichever set was the cause; the target itself is `in_session.py`."""

from __future__ import annotations

from collections.abc import Sequence

from core.model.athlete import Athlete
from core.model.exercise import Exercise
from core.model.session import Measure, Prescription, Reason, SetTarget
from core.model.workout import LoggedSet
from core.training import reason_codes as codes
from core.training.loading import Ruler
from core.training.safety import proved_max


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
