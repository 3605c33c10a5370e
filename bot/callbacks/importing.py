"""The buttons of an import: its unit, its dates, a choice for each unsure name, yes, no, and undo."""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks.wire import Press, button
from core.units import Unit


@button("iu")
@dataclass(frozen=True, slots=True)
class ReadInUnit(Press):
    """Read the file with its bare weights in this unit."""

    import_id: int
    unit: Unit


@button("io")
@dataclass(frozen=True, slots=True)
class ReadInOrder(Press):
    """Read the file with the month or the day first in its dates, and its bare weights in this unit."""

    import_id: int
    month_first: bool
    unit: Unit | None


@button("ic")
@dataclass(frozen=True, slots=True)
class ChooseImported(Press):
    """Go to the next choice for one of the file's names."""

    import_id: int
    place: int


@button("ip")
@dataclass(frozen=True, slots=True)
class ShowImported(Press):
    """Show a page of the file's names that nobody is sure of."""

    import_id: int
    page: int


@button("iy")
@dataclass(frozen=True, slots=True)
class ImportLog(Press):
    """Take the file into the log."""

    import_id: int


@button("iz")
@dataclass(frozen=True, slots=True)
class UndoImport(Press):
    """Take the import out of the log again."""

    import_id: int


@button("it")
@dataclass(frozen=True, slots=True)
class SaveTitle(Press):
    """Keep a title of the import as a routine: the newest workout that is called so."""

    import_id: int
    workout_id: int
