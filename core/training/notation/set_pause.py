"""`8+2`: eight reps, a breath, two more. One set of ten or two sets, nobody can tell, so it is asked."""

from __future__ import annotations

import re

_REPS = r"[0-9]{1,2}(?:\+[0-9]{1,2}){1,5}|[0-9]{1,2}(?: \+ [0-9]{1,2}){1,5}"
_CALLED = r"rest[ -]?paused?|rp|myo(?:[ -]?reps)?|clusters?|with an? (?:short |little )?(?:pause|break)"
_PAUSED = re.compile(
    rf"(?P<head>(?:.*[^0-9.,+\-/])?)(?P<reps>{_REPS})(?: ?reps?)?(?:[ ,(]*(?:{_CALLED})\)?)?", re.DOTALL
)
_ON_BODY = re.compile(r"(?:bw|bodyweight|körpergewicht) ?\Z")


def paused(folded: str) -> tuple[str, str] | None:
    """The two texts that `8+2` may be, `10` and `8, 2`; None where no reps are told like that."""
    found = _PAUSED.fullmatch(folded)
    if found is None or _ON_BODY.search(found["head"]):
        return None
    reps = [int(part) for part in found["reps"].replace(" ", "").split("+")]
    return f"{found['head']}{sum(reps)}", found["head"] + ", ".join(map(str, reps))
