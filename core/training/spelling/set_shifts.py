"""The coming load changed in words: `plus 5`, `5 kg more`, `5 more kg`, `+5 same reps` say what `+5` does."""

from __future__ import annotations

import re

_AMOUNT = r"(?P<amount>[0-9]{1,4}(?:[.,][0-9]{1,2})?(?: ?(?:kgs?|kilos?|k|lbs?|pounds?|pfund))?)"
_UP = r"plus|add|up|go up|put on|(?:increase|raise)(?: it)?(?: by)?|erhöhe um"
_DOWN = r"minus|down|go down|take off|(?:reduce|lower)(?: it)?(?: by)?|senke um"
_MORE, _LESS = "more|heavier|mehr|schwerer", "less|lighter|weniger|leichter"
_THEN = (
    r"(?:,? (?:(?:and|but|for|with|on|und|mit|beim|im) )?(?:the )?(?:same (?:reps?|sets?)|gleiche[nr]? "
    r"(?:wdh|wiederholungen)|next(?: (?:set|time|one|round))?|nächste[nrsm]? (?:satz|mal)|now|please|bitte))*"
)
_FORMS = (
    re.compile(rf"(?:(?P<up>\+|{_UP})|(?P<down>-|{_DOWN})) ?{_AMOUNT}(?: more| mehr)?{_THEN}"),
    re.compile(rf"{_AMOUNT} (?:(?P<up>{_MORE})|(?P<down>{_LESS})){_THEN}"),
    re.compile(
        r"(?:add |put on )?(?P<number>[0-9]{1,4}(?:[.,][0-9]{1,2})?) "
        r"(?:(?P<up>more|mehr|extra)|(?P<down>less|weniger)) "
        rf"(?P<unit>kgs?|kilos?|lbs?|pounds?|pfund){_THEN}"
    ),
)
_UNIT = re.compile(r"[a-z]\Z")


def with_sign(folded: str) -> str:
    """A text in `plain` spelling that only changes the coming load, as `+5 kg`; any other as it is.

    A number before its word needs a unit: `2 more` may be reps, or sets.
    """
    turned = _FORMS[2].fullmatch(folded)
    if turned is not None:
        return f"{'+' if turned['up'] else '-'}{turned['number']} {turned['unit']}"
    for form in _FORMS[:2]:
        told = form.fullmatch(folded)
        if told is not None and (form is _FORMS[0] or _UNIT.search(told["amount"])):
            return f"{'+' if told['up'] else '-'}{told['amount']}"
    return folded
