from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.store.sqlite import SqliteStore
from tests.blank import blank

NOW = datetime(2026, 3, 1, 10, tzinfo=UTC)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    store = await SqliteStore.open(blank(tmp_path / "spotter.db"), applied_now=lambda: NOW, durable=False)
    yield store
    await store.close()
