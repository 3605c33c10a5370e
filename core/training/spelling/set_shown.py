"""What stands around sets where the bot shows them: `Bench press 1/4 ✓ 80 kg × 10 · rest 60 s`.

Cut away, so that a line copied out of the chat means the sets it shows.
"""

from __future__ import annotations

import re

_MARKED = re.compile("[✓–]|sides in turn|seiten im wechsel")
_OVERVIEW = re.compile(r"\A[✓·-]+ (?=[^\W\d_])")
_PLACE = re.compile(r"(?:\b(?:set|satz) )?(?<![\w/])[0-9]{1,2}(?:(?:, |-)[0-9]{1,2})*(?:/[0-9]{1,2})? (?=✓)")
_REST = re.compile(r" · (?:rest|pause) [0-9].*\Z", re.DOTALL)
_IN_TURN = re.compile(r" (?:in all, sides in turn|insgesamt, seiten im wechsel)\b")


def as_set(folded: str) -> str:
    """A line of a card, the overview or the recap in `plain` spelling, without its places, marks and rest."""
    if _MARKED.search(folded) is None:
        return folded
    text = _IN_TURN.sub("", _REST.sub("", folded))
    return _PLACE.sub("", _OVERVIEW.sub("", text)).replace(" ✓ ", " ") if "✓" in text else text
