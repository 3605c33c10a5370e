"""Measures of the body as they are typed: `waist 84`, `waist 33 in`, `arm 38,5cm`, `fat 18 %`.

A body's weight alone is `max_notation.read_bodyweight`; what was lifted is `set_notation.py`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from core.model.measure import MeasureKind
from core.training.notation.numerals import LONGEST, UNREADABLE, plain, read_numeral

_FORM = re.compile(
    r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,2})\s*[:=]?\s*(?P<number>\d[\d.,]*)\s*(?P<unit>[^\W\d_]*|%|\"|″)"
)
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
# What a grown body can measure, generously: tenths of a millimetre, hundredths of a per cent, grams.
_LAWFUL = {"cm": (Decimal(10), Decimal(250)), "in": (Decimal(4), Decimal(98)), "%": (Decimal(2), Decimal(70))}
_LAWFUL_MASS = {"kg": (Decimal(20), Decimal(400)), "lb": (Decimal(44), Decimal(880))}


def read_kind(name: str) -> MeasureKind | None:
    """The kind of measure some words name, None for none."""
    folded = plain(name) if len(name) <= LONGEST else None
    return None if folded is None else _NAMES.get(folded.strip())


def read_measure(text: str, length_unit: str, mass_unit: str) -> tuple[MeasureKind, Decimal, str] | None:
    """Kind, number and unit of a typed measure; None when it is none, or nothing a body can measure.

    A number without a unit is in `length_unit` (cm or in), a weight in `mass_unit` (kg or lb).
    """
    folded = plain(text) if len(text) <= LONGEST else None
    if folded is None or UNREADABLE in folded:
        return None
    found = _FORM.fullmatch(folded.strip())
    kind = None if found is None else _NAMES.get(found["name"])
    if found is None or kind is None:
        return None
    numeral, told = read_numeral(found["number"]), _UNITS.get(found["unit"]) if found["unit"] else None
    if numeral is None or not numeral.sure or (found["unit"] and told is None):
        return None
    usual = {MeasureKind.WEIGHT: mass_unit, MeasureKind.BODY_FAT: "%"}.get(kind, length_unit)
    unit = told or usual
    limits = (_LAWFUL_MASS if kind is MeasureKind.WEIGHT else _LAWFUL).get(unit)
    if limits is None or (kind is MeasureKind.BODY_FAT) is not (unit == "%"):
        return None
    low, high = limits
    return (kind, numeral.value, unit) if low <= numeral.value <= high else None
