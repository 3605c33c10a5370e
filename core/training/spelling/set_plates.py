"""A bar told by its plates: `2 plates a side x 5`, `a plate and a 10`, `25+5 a side x 8`.

What they weigh together nobody typed, so a set told like that is asked back before it counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from core.training.notation.numerals import read_numeral
from core.units import Load, Unit

# The plate that "a plate" means, the biggest that every gym has; our choice
_PLATE = {Unit.KG: Decimal(20), Unit.LB: Decimal(45)}
_COUNT = r"(?:[1-8]|an?|eine?) "
_BIG = rf"{_COUNT}(?:full |big |große )?(?:plates?|scheiben?)"
_SMALL = r"(?:an? )?[0-9]{1,3}(?:[.,][0-9]{1,2})?(?:'?s)?(?: ?(?:kgs?|lbs?))?"
_PIECE = rf"(?:{_BIG}|{_SMALL})"
_AND = r"(?: ?\+ ?| and | plus | und )"
_SIDE = r" ?,? (?:(?:on )?(?:a|per|each|every|either)|pro|je|jede) (?:side|seite)"
_TOLD = re.compile(
    rf"(?<![\w.,+-])(?:(?:with|mit|at) )?(?:(?P<plates>{_BIG}(?:{_AND}{_PIECE})*)(?:{_SIDE})?|"
    rf"(?P<loose>{_SMALL}(?:{_AND}{_PIECE})*){_SIDE}(?= ?(?:x|×|for|für) ?[0-9]|\Z))(?![\w+])"
)
_ONE_PLATE = re.compile(r"\A(?=(?:plate|scheibe) ?(?:x|×|for|für) ?[0-9])")
_EACH = re.compile(rf"{_BIG}|{_SMALL}")
_IS_BIG = re.compile(r"plate|scheibe")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A text with the whole weight in its plates' place; `told` is what stood there and behind it."""

    text: str
    told: str


def with_plates(folded: str, bar: Load, unit: Unit) -> Loaded | None:
    """A text in `plain` spelling with plates told as weight; None where no plates are told."""
    found = _TOLD.search(folded := _ONE_PLATE.sub("a ", folded))
    if found is None:
        return None
    pieces = _EACH.findall(found["plates"] or found["loose"])
    whole = (bar.to(unit).value + 2 * sum(_weight(piece, unit) for piece in pieces)).normalize()
    before, behind = folded[: found.start()], folded[found.end() :]
    return Loaded(f"{before}{whole:f} {unit.value}{behind}", folded[found.start() :])


def _weight(piece: str, unit: Unit) -> Decimal:
    """What one kind of plates on one side weighs: `2 plates`, `a 10`, `2.5 kg`."""
    number = _NUMBER.search(piece)
    if _IS_BIG.search(piece) is not None:
        return int(number.group() if number else 1) * _PLATE[unit]
    numeral = read_numeral(number.group()) if number is not None else None
    said = Unit.KG if "kg" in piece else Unit.LB if "lb" in piece else unit
    return Load.of(numeral.value, said).to(unit).value if numeral is not None else Decimal(0)
