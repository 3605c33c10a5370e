"""What measures of the body and their units are called, and what a body can measure."""

from __future__ import annotations

from decimal import Decimal

from core.model.measure import MeasureKind

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
UNITS = {
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
# Without a command they are heard only where nothing lifted is called so: `chest 100` may be a set.
NOTHING_LIFTED = {
    MeasureKind.WAIST,
    MeasureKind.HIPS,
    MeasureKind.NECK,
    MeasureKind.BODY_FAT,
    MeasureKind.WEIGHT,
}
# What a grown body can measure, generously: tenths of a millimetre, hundredths of a per cent, grams.
_REST = {"cm": (Decimal(10), Decimal(250)), "in": (Decimal(4), Decimal(98)), "%": (Decimal(2), Decimal(70))}
_MASS = {"kg": (Decimal(20), Decimal(400)), "lb": (Decimal(44), Decimal(880))}


def kind_named(name: str) -> MeasureKind | None:
    """The kind of measure a name means, None for none."""
    return _NAMES.get(name.strip().casefold())


def is_of_body(name: str) -> bool:
    """Whether a name is a measure's and no exercise's: `weight`, `waist`; `chest` may be either."""
    return kind_named(name) in NOTHING_LIFTED


def is_lawful(kind: MeasureKind, value: Decimal, unit: str) -> bool:
    """Whether the unit is one of this kind's, and the number one that a grown body can measure."""
    limits = (_MASS if kind is MeasureKind.WEIGHT else _REST).get(unit)
    if limits is None or (kind is MeasureKind.BODY_FAT) is not (unit == "%"):
        return False
    low, high = limits
    return low <= value <= high
