"""A gym for a test to walk through by hand: closed in the end, also where the test fails."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.walks.lifter import Gym


@pytest.fixture
async def gym(tmp_path: Path) -> AsyncIterator[Gym]:
    """One lifter in a private chat."""
    opened = await Gym.open(tmp_path / "spotter.db", together=False)
    yield opened
    await opened.leaves()


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Gym]:
    """Two lifters in a group."""
    opened = await Gym.open(tmp_path / "spotter.db", together=True)
    yield opened
    await opened.leaves()
