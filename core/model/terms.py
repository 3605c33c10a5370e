"""Words of the gym that Spotter uses and explains when it is asked.

How they are asked for is `core/coach/hearing/terms.py`, what they mean is said in
`bot/views/words/glossary.py`.
"""

from __future__ import annotations

from enum import StrEnum


class Term(StrEnum):
    """A word that Spotter uses and explains."""

    REP = "rep"
    SET = "set"
    ONE_REP_MAX = "one_rep_max"
    ESTIMATED = "estimated"
    RIR = "rir"
    RPE = "rpe"
    AMRAP = "amrap"
    FAILURE = "failure"
    WARM_UP = "warm_up"
    WORK_SET = "work_set"
    DROP = "drop"
    SUPERSET = "superset"
    REST_PAUSE = "rest_pause"
    A_SIDE = "a_side"
    CHANGED = "changed"
    SAFETY_PINS = "safety_pins"
    EACH_HAND = "each_hand"
    BODYWEIGHT = "bodyweight"
    DELOAD = "deload"
    VOLUME = "volume"
    SPLIT = "split"
    RECORD = "record"
    FOUNDATION = "foundation"
    SIZE = "size"
    STRENGTH = "strength"
    ENDURANCE = "endurance"
    POWER = "power"
    COMPOUND = "compound"
    TEMPO = "tempo"
    OVERLOAD = "overload"
    SPOTTER = "spotter"
    SWAP = "swap"
    LATER = "later"
