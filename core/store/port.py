"""The port every use case is run through: one function, one transaction, one hop to the database thread.

What the tables hold is not here (the typed queries beside this file), nor how SQLite is opened
(`core/store/sqlite.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class StoreUnavailable(Exception):
    """The database could not be written or read: full, locked for too long, read-only or broken.

    Nothing of the use case was kept; the same call may be made again.
    """


class StoreCorrupt(StoreUnavailable):
    """The file is no sound database; starting again will not help, a backup will."""


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """`trouble` is one sentence while the database does not answer, None while it does.

    `since_write_s` are the seconds since the last write that was kept, the opening counted as one.
    """

    trouble: str | None
    since_write_s: float


class Row(Protocol):
    """One row of an answer, read by column name."""

    def __getitem__(self, name: str, /) -> Any: ...


@dataclass(frozen=True, slots=True)
class Source:
    """The update a write comes from; unique in the database, so that handled twice is written once.

    `message` is a keyed hash of the message it brought (its chat, number and second), None for a tap or an
    edit: the same message under another update id is a repeat, too. `goes_on` marks a further step of an
    update that is being handled for the first time: it is no repeat, though a step before it was applied.
    """

    update_id: int
    chat_id: int
    message: str | None = None
    goes_on: bool = False


class Tx(Protocol):
    """One transaction. Queries are named in `core/store/sql/*.sql` and take named values.

    `source` is the update being handled, None for what nobody sent (rings, tests). `repeat` says
    that this very update was applied before: write nothing, answer from what stands.
    """

    source: Source | None
    repeat: bool

    def one(self, query: str, **values: object) -> Row | None:
        """The first row of a query, or None."""
        ...

    def many(self, query: str, **values: object) -> list[Row]:
        """All rows of a query."""
        ...

    def do(self, query: str, **values: object) -> int:
        """Run a writing query; returns how many rows it touched."""
        ...


class Store(Protocol):
    """Where everything is kept. Every method raises StoreUnavailable when the database does not answer."""

    async def run(self, use_case: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a use case whole inside one writing transaction; any exception rolls all of it back."""
        ...

    async def apply(
        self, source: Source, use_case: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """`run` for what an update asked for: its inbox row becomes *applied* in the same transaction."""
        ...

    async def read(self, query: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a function that only reads, on a read-only connection, beside any writer."""
        ...

    async def study(self, query: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """`read` for what goes through a whole history: no `read` waits for one."""
        ...

    def health(self) -> StoreHealth:
        """How the database is, at once and without asking it: for /readyz and the like."""
        ...

    async def scrub(self, *, at_any_size: bool = False) -> bool:
        """When somebody was erased: leave nothing of them between what stands, nor in the log.

        False when that is still owed: another program stood in the way, or the file is so large that it
        would keep everybody waiting (`at_any_size` does it all the same).
        """
        ...

    async def close(self) -> None:
        """Finish what is queued and close the file."""
        ...
