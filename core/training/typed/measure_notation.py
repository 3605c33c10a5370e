"""Measures of the body as they are typed: `waist 84`, `waist 33 in, arm 38,5cm`, `weight 12 st 4`.

A body's weight alone is `max_notation.read_bodyweight`; what was lifted is `core/training/set_notation.py`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from core.model.measure import MeasureKind
from core.model.measure_names import NOTHING_LIFTED, UNITS, is_lawful, kind_named
from core.training.notation.numerals import LONGEST, UNREADABLE, plain, read_numeral
from core.training.typed.stones import in_pounds

Told = tuple[MeasureKind, Decimal, str]

_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_ONE = re.compile(
    r"(?:my |mein[e]? )?(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,2}?)(?: is| ist)?\s*[:=]?\s*"
    rf"(?P<number>\d+(?:[.,]\d+)*)(?:\s*(?P<unit>{_UNIT})(?![^\W\d_]))?(?:\s*(?:[,;&\n]|and\b|und\b)\s*|\s+|$)"
)
_OF_LENGTH = re.compile(r"\d\s*(?:cm|centimet|zentimet|inch|in\b|\"|″)")


def read_kind(name: str) -> MeasureKind | None:
    """The kind of measure some words name, None for none."""
    folded = plain(name) if len(name) <= LONGEST else None
    return None if folded is None else kind_named(folded)


def is_measures(text: str) -> bool:
    """Whether words that no command stands before tell of the body's measures and of nothing else."""
    read = read_measures(text, "cm", "kg") or read_measures(text, "in", "lb")
    if not read:
        return False
    return read[0][0] in NOTHING_LIFTED or _OF_LENGTH.search(text.casefold()) is not None


def read_measures(text: str, length_unit: str, mass_unit: str) -> tuple[Told, ...]:
    """Kind, number and unit of each typed measure; empty when some is none, or nothing a body can measure.

    A number without a unit is in `length_unit` (cm or in), a weight in `mass_unit` (kg or lb).
    """
    folded = plain(text) if len(text) <= LONGEST else None
    if folded is None or UNREADABLE in folded:
        return ()
    spelt, at = in_pounds(folded).strip(" .!\n"), 0
    told: dict[MeasureKind, Told] = {}
    while at < len(spelt):
        found = _ONE.match(spelt, at)
        read = None if found is None else _read_one(found, length_unit, mass_unit)
        if found is None or read is None or read[0] in told:
            return ()
        told[read[0]], at = read, found.end()
    return tuple(told.values())


def _read_one(found: re.Match[str], length_unit: str, mass_unit: str) -> Told | None:
    kind, numeral = kind_named(found["name"]), read_numeral(found["number"])
    told = UNITS[found["unit"]] if found["unit"] else None
    if kind is None or numeral is None or not numeral.sure:
        return None
    usual = {MeasureKind.WEIGHT: mass_unit, MeasureKind.BODY_FAT: "%"}.get(kind, length_unit)
    unit = told or usual
    return (kind, numeral.value, unit) if is_lawful(kind, numeral.value, unit) else None
