"""The bot's file as a walk reads it: one connection of its own, beside those of the bot."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from core.store.port import Tx
from core.store.queries import SqlTx, load_queries
from core.store.sqlite_file import open_reader

P = ParamSpec("P")
R = TypeVar("R")


class Reading:
    """Reads a database file; opened when it is asked first, and let go before the bot is stopped."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._queries = load_queries("sqlite3", "engine_sqlite.sql")
        self._opened: sqlite3.Connection | None = None

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """The rows of a query."""
        return self._connection().execute(sql, values).fetchall()

    def read(self, query: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What a function of the store reads, all of one moment."""
        connection = self._connection()
        connection.execute("begin")
        try:
            return query(SqlTx(connection, self._queries), *args, **kwargs)
        finally:
            connection.execute("rollback")

    def let_go(self) -> None:
        """Close the connection: the last one to close a file folds its log into it, and that is the bot's."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = open_reader(self._path)
        return self._opened
