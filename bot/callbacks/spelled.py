"""Sets spelled into a button: `80000k8,8,7` is three at 80 kg; `8/7@15` is left 8, right 7, RIR 1.5."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.model.workout import Entry, SetKind
from core.units import Load, Unit

MOST_SPELLED = 10
_LETTERS = {
    SetKind.WARM_UP: "w",
    SetKind.WORK: "",
    SetKind.DROP: "d",
    SetKind.FAILURE: "f",
    SetKind.AMRAP: "a",
}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}
_UNITS = {"k": Unit.KG, "l": Unit.LB}
_SET = re.compile(
    r"(?:(?P<load>-?[0-9]{1,8})(?P<unit>[kl])|(?P<body>b))?(?P<reps>[0-9]{1,4})(?:/(?P<right>[0-9]{1,4}))?"
    r"(?:@(?P<rir>[0-9]{1,3}))?(?P<kind>[wdfa]?)"
)


def spell(entries: Sequence[Entry]) -> str:
    """Sets as short as can be: a load is written where it changes, `b` is the body alone after a load."""
    spelled, load = [], None
    for entry in entries:
        sign = "" if entry.load == load else "b" if entry.load is None else _load(entry.load)
        count = "/".join(map(str, entry.sides)) if entry.sides else str(entry.reps)
        effort = "" if entry.rir is None else f"@{round(entry.rir * 10)}"
        spelled.append(f"{sign}{count}{effort}{_LETTERS[entry.kind]}")
        load = entry.load
    return ",".join(spelled)


def unspell(text: str) -> tuple[Entry, ...]:
    """The sets that were spelled. Raises ValueError for anything `spell` did not write."""
    entries: list[Entry] = []
    load: Load | None = None
    for part in text.split(","):
        found = _SET.fullmatch(part)
        if found is None or len(entries) == MOST_SPELLED:
            raise ValueError(text)
        if found["load"]:
            load = Load(int(found["load"]), _UNITS[found["unit"]])
        elif found["body"]:
            load = None
        left, right = int(found["reps"]), found["right"]
        sides = (left, int(right)) if right else None
        rir = int(found["rir"]) / 10 if found["rir"] else None
        entries.append(Entry(load, min(sides or (left,)), rir, None, _KINDS[found["kind"]], sides))
    return tuple(entries)


def _load(load: Load) -> str:
    return f"{load.g}{load.unit.value[0]}"
