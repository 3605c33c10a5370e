"""Ways of telling a maximum that lifters have beside a name and a number, brought into that spelling.

`s405 b315 d495`, `two plate bench`, `100kg bench for 5`, `bench 3x5 225`, `benched 100ish`. Bounded patterns;
what fits none of them stays as it is.
"""

from __future__ import annotations

import re

from core.units import Unit

_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PLATES = re.compile(
    r"\b(?P<count>[1-6]|a|one|two|three|four|five|six)[ -]?plates?(?: (?:a|per|each|on each) side|/side)?\b"
    r"(?: ?(?:and|plus|\+|&|with) ?(?:a |an )?(?P<more>[0-9]{1,2}(?:[.,]5)?)(?! ?(?:kg|lb|x|×|reps?)))?"
)
# What may hang beside full plates, on each side.
_SMALLER = {Unit.KG: ("1.25", "2.5", "5", "10", "15"), Unit.LB: ("2.5", "5", "10", "25", "35")}
_LETTER = re.compile(r"\b(?P<lift>[sbd])[ :=-]{0,2}(?=[0-9]{2})")
_LETTERS = {"s": "squat ", "b": "bench ", "d": "deadlift "}
_NUMBER = r"[0-9]{1,4}(?:[.,][0-9]{1,2})?(?: ?(?:kgs?|kilos?|lbs?|pounds?))?"
_RESPELT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"(?<=[0-9])ish\b", ""),
        (r"\bs ?/ ?b ?/ ?d\b|\bsbd\b", ""),
        (r"\bbenched\b|\bbenching\b", "bench"),
        (r"\bsquatt?ed\b|\bsquatting\b", "squat"),
        (r"\bdeadlifted\b|\bdeadlifting\b", "deadlift"),
        (r"\b(?:last (?:week|month|time)|yesterday|recently|lately|right now|at the moment)\b", ""),
        (rf"({_NUMBER}) ([0-9]{{1,2}}) ?reps?\b", r"\1 x \2"),
        (rf"({_NUMBER}) ([0-9]{{1,2}})x(?![0-9])", r"\1 x \2"),
        (rf"\b[0-9] ?[x×] ?([0-9]{{1,2}}) (?:@ ?|at |with )?({_NUMBER})(?! ?[x×])", r"\2 x \1"),
        (rf"^({_NUMBER}) ([a-z][a-z -]{{2,30}}) (?:for|x|×) ([0-9]{{1,2}})(?: reps?)?$", r"\2 \1 x \3"),
    )
)


def respelt(folded: str, unit: Unit) -> str | None:
    """The text in plain spelling with such ways spelt out, loads of plates in `unit`; None for odd plates."""
    plates = [_plates(told, unit) for told in _PLATES.finditer(folded)]
    if None in plates:
        return None
    loads = iter(plates)
    text = _PLATES.sub(lambda _: f"{next(loads)} {unit.value}", folded)
    if len(set(_LETTER.findall(text))) > 1:
        text = _LETTER.sub(lambda told: _LETTERS[told["lift"]], text)
    for pattern, spelling in _RESPELT:
        text = pattern.sub(spelling, text)
    return text.strip()


def _plates(told: re.Match[str], unit: Unit) -> str | None:
    """What "two plates" a side weigh with the bar: 225 lb, or 100 kg; "and a 25" hangs on each side, too.

    Source: our choice, as lifters say it: the plate of 45 lb or 20 kg on a bar of the same weight.
    """
    count, more = told["count"], (told["more"] or "0").replace(",", ".")
    if told["more"] and more not in _SMALLER[unit]:
        return None
    bar = 45 if unit is Unit.LB else 20
    plates = _COUNTS.get(count) or int(count)
    return f"{bar + 2 * plates * bar + 2 * float(more):g}"
