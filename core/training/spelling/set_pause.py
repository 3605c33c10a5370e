"""`8+2`: eight reps, a breath, two more, in one set or two; `8 or 9`. Nobody can tell, so it is asked."""

from __future__ import annotations

import re

_REPS = r"[0-9]{1,2}(?:\+[0-9]{1,2}){1,5}|[0-9]{1,2}(?: \+ [0-9]{1,2}){1,5}"
_CALLED = r"rest[ -]?paused?|rp|myo(?:[ -]?reps)?|clusters?|with an? (?:short |little )?(?:pause|break)"
_PAUSED = re.compile(
    rf"(?P<head>(?:.*[^0-9.,+\-/])?)(?P<reps>{_REPS})(?: ?reps?)?(?:[ ,(]*(?:{_CALLED})\)?)?", re.DOTALL
)
_ON_BODY = re.compile(r"(?:bw|bodyweight|körpergewicht) ?\Z")


_EITHER = re.compile(
    r"(?P<head>(?:.*[^0-9.,+\-/])?)(?P<one>[0-9]{1,2})(?:ish|,)? ?"
    r"(?:or(?: maybe)?|maybe|oder(?: vielleicht)?|-) ?"
    r"(?P<other>[0-9]{1,2})(?:ish)?(?: ?(?:reps?|wdh))?",
    re.DOTALL,
)
_BRACED = re.compile(
    r"(?P<set>[0-9]+(?:[.,][0-9]+)?(?: ?(?:kgs?|lbs?))? ?[x×] ?[0-9]+) ?\((?P<number>[0-9]{1,2})\)"
)
_AS_NEAR = 3  # reps that one may have miscounted by (ours)


def either(folded: str) -> tuple[str, str] | None:
    """The two texts that `8 or 9`, `8-9` and `80x8 (3)` may be; None where reps are not told so."""
    braced = _BRACED.fullmatch(folded)
    if braced is not None:
        return f"{braced['set']} {braced['number']} sets", f"{braced['set']}, {braced['number']}"
    found = _EITHER.fullmatch(folded)
    if found is None or not 0 < abs(int(found["one"]) - int(found["other"])) <= _AS_NEAR:
        return None
    return f"{found['head']}{found['one']}", f"{found['head']}{found['other']}"


def paused(folded: str) -> tuple[str, str] | None:
    """The two texts that `8+2` may be, `10` and `8, 2`; None where no reps are told like that."""
    found = _PAUSED.fullmatch(folded)
    if found is None or _ON_BODY.search(found["head"]):
        return None
    reps = [int(part) for part in found["reps"].replace(" ", "").split("+")]
    return f"{found['head']}{sum(reps)}", found["head"] + ", ".join(map(str, reps))
