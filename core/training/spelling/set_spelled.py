"""What stands around numbers as people write and dictate: `1) 80x8 2) 80x7`, `eight at eighty`, `80/8`.

Each is put as the rest of the grammar reads it; a text that is nothing of it comes back as it is.
"""

from __future__ import annotations

import re

from core.model.session import Measure
from core.training.notation.set_reading import Asked
from core.training.spelling.number_words import in_digits
from core.training.spelling.set_pairs import in_a_row, with_load_last, with_sides, with_times
from core.training.spelling.set_phrases import (
    as_same,
    in_seconds,
    on_body,
    told_apart,
    without_beginning,
)
from core.units import Unit

_LABEL = re.compile(
    r"(?:(?<=[\s,;:])|\A)(?:(?:set|satz) #?(?P<set>[0-9]{1,2})(?: ?[:.)-])? ?|"
    r"(?P<item>[0-9]{1,2})(?:\) ?|\. )|(?P<line>[0-9]{1,2}): )(?=\S)"
)
_ORDINALS = {
    word: number
    for number, words in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th"), 1)
    for word in words.split()
}
_NTH_SET = re.compile(rf"\b(?:the )?(?P<nth>{'|'.join(_ORDINALS)}) set(?: was|:)? (?=[0-9a-z])")
_AGAIN = re.compile(r"(?<=[0-9]) (?:again|nochmal|noch mal|wieder)\b")
_SAME_LOAD = re.compile(r"(?:(?:the )?same (?:weight|load)|(?:das )?gleiches? gewicht)[, ]+(?=[0-9])")
_EACH_HAND = r"(?:in |pro |je )?(?:each|per|every|both|a|jede|hand)(?: hands?| arms?| dumbbell| db)?"
_BY_HAND = re.compile(
    r"(?<![\w.,])(?:(?:with|the|used|using|pair of|two|2) )*"
    r"(?P<load>[0-9]{1,3}(?:[.,]5)?)(?P<unit> ?(?:kgs?|lbs?))?"
    rf"(?P<hand>(?:(?<=[0-9])'?s)?(?: (?:dumbbells?|dbs?|kettlebells?|kbs?|kurzhanteln?|hanteln?))?"
    rf"(?: {_EACH_HAND})?)"
    r"(?=,? ?(?:x|×|for|by|for|für)? ?[0-9])"
)
_OF_ONE_SIDE = re.compile(
    r"(?P<reps>(?<![\w.,+])(?P<count>[0-9]{1,2})(?: ?reps?| ?wdh|(?P<held> ?s(?:ec|ek)?))?)"
    r"(?: (?:on |for )?(?:a|per|each|every|pro|je|jedes?) | ?/ ?)(?P<part>side|leg|arm|hand|seite|bein)s?\b"
    r"(?! ?(?:x|×|for|für) ?[0-9])"
)
_SURELY_PLATES = 15  # fewer are reps (ours)
_SO_OFTEN = re.compile(
    r"(?P<before>\D*[0-9]+(?:[.,][0-9]+)?(?P<unit> ?(?:kgs?|kilos?|k|lbs?|pounds?|pfund))?,? |)"
    r"(?P<many>[0-9]{1,3}) ?(?P<times>times?|mal|fois|veces|volte|vezes|kere|[xх×])[.!]*"
)
_SETS_OF = re.compile(r"(?<=[0-9]) ?(?:sets|sätze) (?:a|à|zu|je|mit|with|x) (?=[0-9])")
_HALF = re.compile(r"(?<![\w.,])(?P<whole>[0-9]{1,4}) and a half\b")


def as_notation(folded: str, asked: Asked, unit: Unit) -> str:
    """A text in `plain` spelling without list numbers, with spelled numbers as digits.

    Whether two numbers may be a load and its reps, and `20s` a pair of dumbbells, `asked` tells.
    """
    text = _SAME_LOAD.sub("", _AGAIN.sub("", as_same(folded)))
    text = told_apart(without_beginning(_unnumbered(in_digits(_unnumbered(text)))), unit)
    text = _SETS_OF.sub(" sets of ", text)
    text = _so_often(_HALF.sub(r"\g<whole>.5", in_a_row(with_sides(text))))
    text = _OF_ONE_SIDE.sub(_reps_of_one_side, text)
    if asked.measure is Measure.SECONDS:
        text = in_seconds(text)
    if not asked.takes_load:
        return text
    known = asked.reps is not None or asked.standing_load is not None  # `30s x 3` of a plank are no kilos
    if asked.measure is Measure.REPS and known and asked.bar is None:
        text = _BY_HAND.sub(lambda told: _of_one_hand(told, unit), text)
    return with_times(on_body(text) if asked.bodyweight else with_load_last(text))


def _of_one_hand(told: re.Match[str], unit: Unit) -> str:
    """`20s`, `20 kg dumbbells`, `20 each hand` as `20 kg`."""
    return f"{told['load']}{told['unit'] or f' {unit.value}'}" if told["hand"] else told.group()


def _reps_of_one_side(told: re.Match[str]) -> str:
    """`12 a side`, `10 per leg` as `12`; 20 a side may be plates."""
    plates = told["part"] in ("side", "seite") and int(told["count"]) >= _SURELY_PLATES and not told["held"]
    return told.group() if plates else told["reps"]


def _so_often(text: str) -> str:
    """`80 kg 8 times`, `80 kg 8x` as `80 kg 8 reps`; `100x` alone lacks its reps."""
    often = _SO_OFTEN.fullmatch(text)
    if often is None or (often["unit"] is None and often["times"] in "xх×"):
        return text
    return f"{often['before']}{often['many']} reps"


def _unnumbered(text: str) -> str:
    """`1) 80x8 2) 80x7` without its list numbers, which count up from one; each item a line of its own."""
    text = _NTH_SET.sub(lambda told: f"set {_ORDINALS[told['nth']]} ", text) if " set" in text else text
    labels = list(_LABEL.finditer(text))
    numbers = [int(label["set"] or label["item"] or label["line"]) for label in labels]
    if len(labels) < 2 or numbers != list(range(1, len(labels) + 1)):
        return text
    if any(sign.isdigit() for sign in text[: labels[0].start()]):
        return text
    ends = [*(label.start() for label in labels[1:]), len(text)]
    items = [text[label.end() : end].strip(" ,;\n") for label, end in zip(labels, ends, strict=True)]
    if not all(any(sign.isdigit() for sign in item) for item in items):
        return text
    return (text[: labels[0].start()] + "\n".join(items)).strip()
