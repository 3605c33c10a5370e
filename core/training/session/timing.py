"""How long a session takes, from its prescriptions. Fitting it into a limit is `fitting.py`'s.

Source: training.md 6.5 (ours); seconds a rep are the tempo's sum, S 3, H 4, F 7.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from core.model.exercise import Exercise, Laterality
from core.model.session import Measure, Prescription

GENERAL_MIN = 5
GENERAL_S = GENERAL_MIN * 60
SET_UP_S = 75
WARM_UP_SET_S = 75
_FAST_REP_S = 3


@cache
def rep_s(tempo: str) -> int:
    """Seconds a rep of a tempo takes: the sum of "4/2/1", 3 for "X", as fast as safely possible."""
    parts = tempo.split("/")
    return sum(map(int, parts)) if all(part.isdigit() for part in parts) else _FAST_REP_S


def set_s(prescription: Prescription, exercise: Exercise) -> int:
    """Seconds of one work set, both sides of a one-sided exercise counted. A metre walked takes a second."""
    each = rep_s(prescription.tempo) if prescription.measure is Measure.REPS else 1
    sides = 2 if exercise.laterality is Laterality.UNILATERAL else 1
    return prescription.reps * each * sides


def exercise_s(prescription: Prescription, exercise: Exercise) -> int:
    """Seconds of one exercise on its own: set-up, warm-up sets, work sets and the rests between them."""
    return _begun_s(prescription) + prescription.sets * set_s(prescription, exercise) + _rests_s(prescription)


def seconds_of(prescriptions: Iterable[Prescription], catalogue: Mapping[str, Exercise]) -> int:
    """Seconds of a session with its general warm-up. Exercises of one superset share their rests."""
    total = GENERAL_S
    pairs: dict[int, list[Prescription]] = {}
    for prescription in prescriptions:
        if prescription.superset is None:
            total += exercise_s(prescription, catalogue[prescription.exercise_id])
        else:
            pairs.setdefault(prescription.superset, []).append(prescription)
    return total + sum(_pair_s(pair, catalogue) for pair in pairs.values())


def minutes_of(prescriptions: Iterable[Prescription], catalogue: Mapping[str, Exercise]) -> int:
    """Whole minutes of a session, rounded up; 0 when nothing is planned."""
    planned = tuple(prescriptions)
    return math.ceil(seconds_of(planned, catalogue) / 60) if planned else 0


def minutes_left(prescriptions: Iterable[Prescription], catalogue: Mapping[str, Exercise]) -> int:
    """Whole minutes of what is still to do of a session, its general warm-up behind; at least 1."""
    return max(minutes_of(prescriptions, catalogue) - GENERAL_MIN, 1)


def _begun_s(prescription: Prescription) -> int:
    return SET_UP_S + WARM_UP_SET_S * len(prescription.warm_ups)


def _rests_s(prescription: Prescription) -> int:
    return max(prescription.sets - 1, 0) * prescription.rest_s


def _pair_s(pair: Sequence[Prescription], catalogue: Mapping[str, Exercise]) -> int:
    """Seconds of exercises done in turn: one rest after each round."""
    begun = sum(_begun_s(one) for one in pair)
    work = sum(one.sets * set_s(one, catalogue[one.exercise_id]) for one in pair)
    rounds = max(one.sets for one in pair)
    return begun + work + max(rounds - 1, 0) * max(one.rest_s for one in pair)
