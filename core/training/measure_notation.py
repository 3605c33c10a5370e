"""Measures of the body as they are typed: `waist 84`, `waist 33 in, arm 38,5cm`, `weight 12 st 4`.

A body's weight alone is `max_notation.read_bodyweight`; what was lifted is `set_notation.py`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from core.model.measure import MeasureKind
from core.training.notation.numerals import LONGEST, UNREADABLE, plain, read_numeral
from core.training.notation.stones import in_pounds

Told = tuple[MeasureKind, Decimal, str]

_NAMES = {
    "weight": MeasureKind.WEIGHT,
    "bodyweight": MeasureKind.WEIGHT,
    "waist": MeasureKind.WAIST,
    "belly": MeasureKind.WAIST,
    "stomach": MeasureKind.WAIST,
    "hip": MeasureKind.HIPS,
    "hips": MeasureKind.HIPS,
    "chest": MeasureKind.CHEST,
    "shoulder": MeasureKind.SHOULDERS,
    "shoulders": MeasureKind.SHOULDERS,
    "neck": MeasureKind.NECK,
    "arm": MeasureKind.ARM,
    "arms": MeasureKind.ARM,
    "biceps": MeasureKind.ARM,
    "bicep": MeasureKind.ARM,
    "upper arm": MeasureKind.ARM,
    "forearm": MeasureKind.FOREARM,
    "forearms": MeasureKind.FOREARM,
    "thigh": MeasureKind.THIGH,
    "thighs": MeasureKind.THIGH,
    "leg": MeasureKind.THIGH,
    "calf": MeasureKind.CALF,
    "calves": MeasureKind.CALF,
    "fat": MeasureKind.BODY_FAT,
    "body fat": MeasureKind.BODY_FAT,
    "bodyfat": MeasureKind.BODY_FAT,
    "bf": MeasureKind.BODY_FAT,
    "gewicht": MeasureKind.WEIGHT,
    "körpergewicht": MeasureKind.WEIGHT,
    "taille": MeasureKind.WAIST,
    "bauch": MeasureKind.WAIST,
    "hüfte": MeasureKind.HIPS,
    "hüften": MeasureKind.HIPS,
    "brust": MeasureKind.CHEST,
    "schulter": MeasureKind.SHOULDERS,
    "schultern": MeasureKind.SHOULDERS,
    "hals": MeasureKind.NECK,
    "arme": MeasureKind.ARM,
    "oberarm": MeasureKind.ARM,
    "oberarme": MeasureKind.ARM,
    "unterarm": MeasureKind.FOREARM,
    "unterarme": MeasureKind.FOREARM,
    "oberschenkel": MeasureKind.THIGH,
    "wade": MeasureKind.CALF,
    "waden": MeasureKind.CALF,
    "fett": MeasureKind.BODY_FAT,
    "körperfett": MeasureKind.BODY_FAT,
    "kfa": MeasureKind.BODY_FAT,
}
_UNITS = {
    "cm": "cm",
    "centimeter": "cm",
    "centimeters": "cm",
    "centimetre": "cm",
    "centimetres": "cm",
    "in": "in",
    "inch": "in",
    "inches": "in",
    '"': "in",
    "″": "in",
    "kg": "kg",
    "kgs": "kg",
    "lb": "lb",
    "lbs": "lb",
    "%": "%",
    "percent": "%",
    "zentimeter": "cm",
    "prozent": "%",
}
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_ONE = re.compile(
    r"(?:my |mein[e]? )?(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,2}?)(?: is| ist)?\s*[:=]?\s*"
    rf"(?P<number>\d+(?:[.,]\d+)*)(?:\s*(?P<unit>{_UNIT})(?![^\W\d_]))?(?:\s*(?:[,;&\n]|and\b|und\b)\s*|\s+|$)"
)
# Without a command they are heard only where nothing lifted is called so: `chest 100` may be a set.
_NOTHING_LIFTED = {
    MeasureKind.WAIST,
    MeasureKind.HIPS,
    MeasureKind.NECK,
    MeasureKind.BODY_FAT,
    MeasureKind.WEIGHT,
}
_OF_LENGTH = re.compile(r"\d\s*(?:cm|centimet|zentimet|inch|in\b|\"|″)")
# What a grown body can measure, generously: tenths of a millimetre, hundredths of a per cent, grams.
_LAWFUL = {"cm": (Decimal(10), Decimal(250)), "in": (Decimal(4), Decimal(98)), "%": (Decimal(2), Decimal(70))}
_LAWFUL_MASS = {"kg": (Decimal(20), Decimal(400)), "lb": (Decimal(44), Decimal(880))}


def read_kind(name: str) -> MeasureKind | None:
    """The kind of measure some words name, None for none."""
    folded = plain(name) if len(name) <= LONGEST else None
    return None if folded is None else _NAMES.get(folded.strip())


def is_of_body(name: str) -> bool:
    """Whether a name is a measure's and no exercise's: `weight`, `waist`; `chest` may be either."""
    return read_kind(name) in _NOTHING_LIFTED


def is_measures(text: str) -> bool:
    """Whether words that no command stands before tell of the body's measures and of nothing else."""
    read = read_measures(text, "cm", "kg") or read_measures(text, "in", "lb")
    if not read:
        return False
    return read[0][0] in _NOTHING_LIFTED or _OF_LENGTH.search(text.casefold()) is not None


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
    kind, numeral = _NAMES.get(found["name"]), read_numeral(found["number"])
    told = _UNITS[found["unit"]] if found["unit"] else None
    if kind is None or numeral is None or not numeral.sure:
        return None
    usual = {MeasureKind.WEIGHT: mass_unit, MeasureKind.BODY_FAT: "%"}.get(kind, length_unit)
    unit = told or usual
    limits = (_LAWFUL_MASS if kind is MeasureKind.WEIGHT else _LAWFUL).get(unit)
    if limits is None or (kind is MeasureKind.BODY_FAT) is not (unit == "%"):
        return None
    low, high = limits
    return (kind, numeral.value, unit) if low <= numeral.value <= high else None
