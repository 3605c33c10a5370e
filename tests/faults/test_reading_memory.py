"""Files of ten megabytes in every shape that once took much room: what the reading process holds at most."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.reading_memory import MOST_MB, OTHERS, grown_mb


@pytest.mark.faults
@pytest.mark.parametrize("shape", OTHERS)
def test_a_file_of_any_shape_stays_within_fifty_megabytes(shape: str, tmp_path: Path) -> None:
    assert grown_mb(OTHERS[shape](), tmp_path) < MOST_MB
