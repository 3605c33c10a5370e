"""Stores to play with, one an engine; what every engine must do is in `test_contract.py`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.store.port import Store
from core.store.sqlite import SqliteStore
from tests.blank import blank

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


async def _open_sqlite(folder: Path) -> Store:
    return await SqliteStore.open(blank(folder / "spotter.db"), applied_now=lambda: NOW, durable=False)


ENGINES: dict[str, Callable[[Path], Awaitable[Store]]] = {"sqlite": _open_sqlite}


@pytest.fixture(params=list(ENGINES))
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    opened = await ENGINES[request.param](tmp_path)
    yield opened
    await opened.close()
