"""Another number of work sets for an exercise already prescribed, and its reasons told anew with it.

Who asks for it is `balancing.py` for the week, `fitting.py` for the minutes, `shaping.py` for both.
"""

from __future__ import annotations

from dataclasses import replace

from core.model.session import Prescription, Reason
from core.training import reason_codes as codes

MOST_SETS = 12  # of one exercise in one workout; ours

# Reasons that name the sets of this very prescription.
_NAMING = frozenset(
    {
        *(codes.FOUNDATION_BASE, codes.STRENGTH_ENDURANCE, codes.FEWEST_SETS_ON_RETURN),
        *(codes.DELOAD, codes.EASY_WEEK_FEWER_SETS),
    }
)


def of_sets(asked: Prescription, sets: int) -> Prescription:
    """The prescription with `sets` work sets: what names them says the new number, else why it is another.

    Given back the sets it had, it is what it was.
    """
    if sets == asked.sets:
        return asked
    fitted = next((told for told in asked.reasons if told.code == codes.SETS_FITTED), None)
    usual = asked.sets if fitted is None else dict(fitted.values)["usual"]
    kept = (told for told in asked.reasons if told is not fitted)
    reasons = tuple(_retold(told, sets) if told.code in _NAMING else told for told in kept)
    named = any(told.code in _NAMING for told in reasons)
    if not named and sets != usual:
        reasons = (*reasons, Reason.of(codes.SETS_FITTED, sets=sets, usual=usual))
    return replace(asked, sets=sets, reasons=reasons)


def _retold(told: Reason, sets: int) -> Reason:
    return Reason.of(told.code, **{**dict(told.values), "sets": sets})
