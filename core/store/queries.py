"""The named queries of `core/store/sql/*.sql`, loaded once by aiosql, and the transaction that calls them.

Opening a database and beginning or ending a transaction is not here: see the engines (`sqlite.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import aiosql
from aiosql.types import QueryFn, SQLOperationType

from core.store.port import Row, Source

SQL_FOLDER = Path(__file__).with_name("sql")


@dataclass(frozen=True, slots=True)
class Queries:
    """Every query of one engine by name, sorted by what it gives back."""

    one: Mapping[str, QueryFn]
    many: Mapping[str, QueryFn]
    do: Mapping[str, QueryFn]


@cache
def load_queries(driver: str, engine_file: str) -> Queries:
    """All queries for an aiosql driver: the portable files, and of the engines' own ones only `engine_file`.

    Raises ValueError when a name is given twice or a query is of a kind that no Tx method calls.
    """
    by_kind: dict[SQLOperationType, dict[str, QueryFn]] = {
        SQLOperationType.SELECT_ONE: {},
        SQLOperationType.SELECT: {},
        SQLOperationType.INSERT_UPDATE_DELETE: {},
    }
    taken: set[str] = set()
    for path in sorted(SQL_FOLDER.glob("*.sql")):
        if path.name.startswith("engine_") and path.name != engine_file:
            continue
        loaded = aiosql.from_path(path, driver, mandatory_parameters=False)
        for name in loaded.available_queries:
            call = getattr(loaded, name)
            if name.endswith("_cursor") and name.removesuffix("_cursor") in loaded.available_queries:
                continue
            if name in taken or call.operation not in by_kind:
                raise ValueError(f"the query {name} in {path.name} is named twice or of a kind nobody calls")
            taken.add(name)
            by_kind[call.operation][name] = call
    return Queries(*by_kind.values())


class SqlTx:
    """A transaction on one connection; implements the port's `Tx`.

    A query called by the wrong method, or by a name nobody gave it, raises KeyError: `one` wants `name^`,
    `many` wants `name`, `do` wants `name!`.
    """

    __slots__ = ("_connection", "_queries", "repeat", "source")

    def __init__(self, connection: Any, queries: Queries, source: Source | None = None) -> None:
        self._connection = connection
        self._queries = queries
        self.source = source
        self.repeat = False

    def one(self, query: str, **values: object) -> Row | None:
        """The first row of a query, or None."""
        row: Row | None = self._queries.one[query](self._connection, **values)
        return row

    def many(self, query: str, **values: object) -> list[Row]:
        """All rows of a query."""
        return list(self._queries.many[query](self._connection, **values))

    def do(self, query: str, **values: object) -> int:
        """Run a writing query; returns how many rows it touched."""
        touched: int = self._queries.do[query](self._connection, **values)
        return touched
