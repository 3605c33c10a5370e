"""The one loader of the exercises: both files read once, checked whole, kept for the life of the process.

What each table may say is `schema.py`'s; finding an exercise by what people type is `search.py`'s.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from core.catalogue.schema import MUSCLES, CatalogueError, exercise_of
from core.model.exercise import Exercise

# The gathered 118 lead; what this project wrote for those without weights stands behind them.
_FILES = ("exercises.toml", "without_weights.toml")


class Catalogue(dict[str, Exercise]):
    """Exercises by id, in the file's order; never changed once it is made, and read as a Mapping.

    A dict, because a plan looks into it hundreds of times. Compared and hashed as itself, so that rules can
    keep indices of it.
    """

    __slots__ = ()

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        """Raises CatalogueError where an id, name or alias stands twice or a reference leads nowhere."""
        super().__init__()
        for exercise in exercises:
            if exercise.id in self:
                raise CatalogueError(f"[{exercise.id}] stands twice in the catalogue")
            self[exercise.id] = exercise
        _check_names(self)
        _check_references(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none: this one never changes
        return id(self)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Every exercise, in the file's order, an athlete's own ones last."""
        return tuple(self.values())

    @property
    def muscles(self) -> tuple[str, ...]:
        """The twenty muscles volume is counted in, from the legs up."""
        return MUSCLES

    def by_id(self, exercise_id: str) -> Exercise:
        """One exercise. Raises KeyError for an unknown id; `get` gives None instead."""
        return self[exercise_id]

    def with_own(self, own: Iterable[Exercise]) -> Catalogue:
        """This catalogue and an athlete's own exercises behind it; itself when there are none.

        Raises CatalogueError when an own exercise takes an id, name or alias that is already in use.
        """
        extra = tuple(own)
        return Catalogue((*self.values(), *extra)) if extra else self


@cache
def catalogue() -> Catalogue:
    """The catalogue of both files, read at the first call. Raises CatalogueError with a clear line."""
    here = Path(__file__).parent
    return Catalogue(one for name in _FILES for one in _read((here / name).read_text(encoding="utf-8"), name))


def parse(text: str) -> Catalogue:
    """The catalogue a TOML text describes, one table an exercise. Raises CatalogueError."""
    return Catalogue(_read(text, _FILES[0]))


def _read(text: str, file: str) -> list[Exercise]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as err:
        raise CatalogueError(f"{file}: {err}") from err
    return [exercise_of(exercise_id, table, file) for exercise_id, table in tables.items()]


def _check_names(by_id: Mapping[str, Exercise]) -> None:
    taken: dict[str, str] = {}
    for exercise in by_id.values():
        for name in (exercise.name, *exercise.aliases):
            owner = taken.setdefault(name.casefold(), exercise.id)
            if owner != exercise.id:
                raise CatalogueError(f"[{exercise.id}] the name {name!r} is already taken by [{owner}]")
        if len({name.casefold() for name in (exercise.name, *exercise.aliases)}) <= len(exercise.aliases):
            raise CatalogueError(f"[{exercise.id}] says one of its names twice")


def _check_references(by_id: Mapping[str, Exercise]) -> None:
    for exercise in by_id.values():
        lift = exercise.ref_lift
        if lift is not None and (lift == exercise.id or lift not in by_id):
            raise CatalogueError(f"[{exercise.id}] its reference {lift!r} is no other exercise")
