"""The empty bar as lifters and the warm-up line write it: `bar × 8`, `empty bar`, `10 with just the bar`."""

from __future__ import annotations

import re

from core.units import Load

_BAR = (
    r"(?:(?:just|only|nur|with|mit|at|@) )*(?:the |die |der )?(?:(?:empty|leere[nr]?) )?"
    r"(?:bar|barbell|stange)(?: only| alone| allein)?"
)
_FIRST = re.compile(rf"{_BAR}(?: ?(?:x|×|х|,|for|für) ?| )(?=[0-9])")
_LAST = re.compile(rf"(?P<reps>[0-9]{{1,3}})(?: reps?)?(?: ?(?:x|×|х|@|,) ?| ){_BAR}")


def with_bar(folded: str, bar: Load | None) -> str:
    """A text in `plain` spelling with the bar's weight in its name's place; `bar` None: there is none."""
    if bar is None:
        return folded
    weight = f"{bar.value:f} {bar.unit.value}"
    if re.fullmatch(_BAR, folded):
        return weight
    last = _LAST.fullmatch(folded)
    if last is not None:
        return f"{weight} x {last['reps']}"
    return _FIRST.sub(f"{weight} x ", folded, count=1) if _FIRST.match(folded) else folded
