"""A stranger's file takes little more room than its text; the long list is in `tests/faults`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.reading_memory import MOST_MB, WORST, grown_mb


@pytest.mark.parametrize("shape", WORST)
def test_the_worst_shapes_stay_within_fifty_megabytes(shape: str, tmp_path: Path) -> None:
    assert grown_mb(WORST[shape](), tmp_path) < MOST_MB
