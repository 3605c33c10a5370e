"""What Spotter's own CSV says in its notes, where Strong's form has no column.

`Spotter` alone, or `Spotter: felt right, superset 1`. The note marks a row as ours, so that assistance may be
a negative weight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.model.workout import Comfort, SetKind

MARK = "Spotter"
UNTOLD_S = 60  # the length a workout is written with where nobody knows it: Hevy wants one
_FELT = re.compile(r"felt (easy|right|all_out)")
_SIDES = re.compile(r"left (\d{1,5}), right (\d{1,5})", re.ASCII)
_SUPERSET = re.compile(r"superset (\d{1,3})", re.ASCII)


@dataclass(frozen=True, slots=True)
class SpotterNote:
    """What a note says beside being ours."""

    comfort: Comfort | None = None
    kind: SetKind | None = None
    superset: int | None = None
    sides: tuple[int, int] | None = None


def write_note(note: SpotterNote) -> str:
    """The note of one set, never empty: Hevy's importer wants something in every note."""
    told = [
        *([f"felt {note.comfort.value}"] if note.comfort else []),
        *(["as many as possible"] if note.kind is SetKind.AMRAP else []),
        *([f"left {note.sides[0]}, right {note.sides[1]}"] if note.sides else []),
        *([f"superset {note.superset}"] if note.superset is not None else []),
    ]
    return f"{MARK}: {', '.join(told)}" if told else MARK


def read_note(cell: str) -> SpotterNote | None:
    """What `write_note` wrote; None for any other note."""
    if cell == MARK:
        return SpotterNote()
    if not cell.startswith(f"{MARK}: "):
        return None
    felt, superset, sides = _FELT.search(cell), _SUPERSET.search(cell), _SIDES.search(cell)
    return SpotterNote(
        comfort=Comfort(felt[1]) if felt else None,
        kind=SetKind.AMRAP if "as many as possible" in cell else None,
        superset=int(superset[1]) if superset else None,
        sides=(int(sides[1]), int(sides[2])) if sides else None,
    )
