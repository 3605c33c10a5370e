"""What a table of the exercises' files may say, and how it becomes an `Exercise`.

A wrong word is told with the exercise and the key it stands in. Reading the file is `loader.py`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

from core.model.athlete import Level
from core.model.exercise import Exercise, Laterality, LoadMode, Pattern

MUSCLES = (
    "quads", "hamstrings", "glutes", "adductors", "abductors", "hip flexors", "calves",
    "lower back", "abs", "obliques", "chest", "front delts", "side delts", "rear delts",
    "triceps", "biceps", "forearms", "lats", "mid back", "traps",
)  # fmt: skip
EQUIPMENT = frozenset({
    "barbell", "specialty bar", "trap bar", "ez bar", "t-bar", "landmine", "smith machine",
    "dumbbell", "kettlebell", "machine", "cable", "band", "bodyweight", "pull-up bar", "dip bars",
    "box", "sled", "ab wheel",
})  # fmt: skip
TAGS = frozenset({"main", "foundation", "power", "improvised"})
RATIO_BASES = frozenset("MRDCHN")
CUE_LENGTH, MISTAKE_LENGTH = 60, 70

_REQUIRED = frozenset(
    {"name", "pattern", "primary", "equipment", "level", "load_mode", "ratio_basis", "cues", "mistake"}
)
_OPTIONAL = frozenset(
    {"aliases", "compound", "secondary", "laterality", "reference", "bodyweight_factor", "tags"}
)
_KEYS = _REQUIRED | _OPTIONAL
_Word = TypeVar("_Word", bound=StrEnum)


class CatalogueError(ValueError):
    """The catalogue contradicts its schema; the text names the exercise and the key."""


def exercise_of(exercise_id: str, table: Mapping[str, object], file: str) -> Exercise:
    """The exercise one table of `file` describes. Raises CatalogueError that names what is wrong."""
    return _Table(exercise_id, table, file).exercise()


class _Table:
    """One table being read; every complaint carries the exercise's id."""

    def __init__(self, exercise_id: str, table: Mapping[str, object], file: str) -> None:
        self._id = exercise_id
        self._file = file
        self._table = table
        if not isinstance(table, dict):
            raise self._wrong("is no table")
        if unknown := table.keys() - _KEYS:
            raise self._wrong(f"unknown key {', '.join(sorted(unknown))}")
        if missing := _REQUIRED - table.keys():
            raise self._wrong(f"{', '.join(sorted(missing))} is missing")

    def exercise(self) -> Exercise:
        """The exercise, every key checked."""
        primary = self._words("primary", MUSCLES)
        if not primary:
            raise self._wrong("primary names no muscle")
        lift, ratio, low, high = self._reference()
        return Exercise(
            id=self._id,
            name=self._text("name"),
            pattern=self._one_of("pattern", Pattern),
            compound=self._flag("compound"),
            primary=primary,
            secondary=self._words("secondary", MUSCLES),
            equipment=self._words("equipment", EQUIPMENT),
            laterality=self._one_of("laterality", Laterality),
            level=self._one_of("level", Level),
            load_mode=self._one_of("load_mode", LoadMode),
            aliases=self._words("aliases", None),
            ref_lift=lift,
            ratio=ratio,
            ratio_low=low,
            ratio_high=high,
            ratio_basis=self._basis(),
            bodyweight_factor=self._share("bodyweight_factor"),
            tags=frozenset(self._words("tags", TAGS)),
            cues=self._cues(),
            mistake=self._line("mistake", self._text("mistake"), MISTAKE_LENGTH),
        )

    def _wrong(self, complaint: str) -> CatalogueError:
        return CatalogueError(f"{self._file}: [{self._id}] {complaint}")

    def _text(self, key: str) -> str:
        value = self._table[key]
        if not isinstance(value, str) or not value.strip() or value != value.strip():
            raise self._wrong(f"{key} must be a text without spaces around it")
        return value

    def _line(self, key: str, text: str, longest: int) -> str:
        if not 0 < len(text) <= longest:
            raise self._wrong(f"{key} must have 1 to {longest} characters, this has {len(text)}: {text!r}")
        return text

    def _words(self, key: str, known: Collection[str] | None) -> tuple[str, ...]:
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            raise self._wrong(f"{key} must be a list of texts")
        if known is not None and (strange := [word for word in value if word not in known]):
            raise self._wrong(f"{key}: {strange[0]!r} is not one of {', '.join(sorted(known))}")
        return tuple(value)

    def _one_of(self, key: str, words: type[_Word]) -> _Word:
        value = self._table.get(key, Laterality.BILATERAL.value)
        try:
            return words(str(value))
        except ValueError:
            raise self._wrong(f"{key}: {value!r} is not one of {', '.join(words)}") from None

    def _flag(self, key: str) -> bool:
        value = self._table.get(key, True)
        if not isinstance(value, bool):
            raise self._wrong(f"{key} must be true or false")
        return value

    def _share(self, key: str) -> float | None:
        value = self._table.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= 1:
            raise self._wrong(f"{key} must be a number above 0, at most 1")
        return float(value)

    def _basis(self) -> str:
        value = self._text("ratio_basis")
        if value not in RATIO_BASES:
            raise self._wrong(f"ratio_basis: {value!r} is not one of {', '.join(sorted(RATIO_BASES))}")
        return value

    def _cues(self) -> tuple[str, str]:
        lines = self._words("cues", None)
        if len(lines) != 2:
            raise self._wrong(f"cues must be two lines, these are {len(lines)}")
        first, second = (self._line("cues", line, CUE_LENGTH) for line in lines)
        return first, second

    def _reference(self) -> tuple[str | None, float | None, float | None, float | None]:
        value = self._table.get("reference")
        if value is None:
            return None, None, None, None
        if not isinstance(value, dict) or value.keys() != {"lift", "ratio", "low", "high"}:
            raise self._wrong("reference must have lift, ratio, low and high")
        lift, numbers = value["lift"], [value["low"], value["ratio"], value["high"]]
        if not isinstance(lift, str) or any(
            isinstance(number, bool) or not isinstance(number, (int, float)) for number in numbers
        ):
            raise self._wrong("reference must be a lift's id and three numbers")
        low, ratio, high = (float(number) for number in numbers)
        if not 0 <= low <= ratio <= high or ratio == 0:
            raise self._wrong(f"reference: {low} ≤ {ratio} ≤ {high} does not hold")
        return lift, ratio, low, high
