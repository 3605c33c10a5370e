"""The grammar's page tells what the reader does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.model.session import Measure
from core.training.notation.set_reading import Asked
from core.training.set_notation import read_set
from core.units import Load, Unit
from tests.core.training.notation.set_saying import told

PAGE = Path(__file__).parents[4] / "docs" / "set-notation.md"
ASKED = {
    "80 kg × 8": Asked(Load.kg(80), 8, sets_left=4),
    "10 kg × 8": Asked(Load.kg(10), 8, sets_left=4),
    "bodyweight lift × 8": Asked(None, 8, bodyweight=True),
    "45 s": Asked(None, 45, takes_load=False, measure=Measure.SECONDS),
}


def _rows() -> list[tuple[str, str, str]]:
    rows, asked = [], ""
    for line in PAGE.read_text("utf-8").splitlines() if PAGE.exists() else ():
        head = re.fullmatch(r"\| typed, asked (.+) \| read \|", line)
        row = re.fullmatch(r"\| `(.+)` \| (.+) \|", line)
        if head:
            asked = head.group(1)
        elif row:
            rows.append((asked, row.group(1), row.group(2)))
    return rows


@pytest.mark.parametrize(("asked", "typed", "read"), _rows())
def test_the_page_tells_the_truth(asked: str, typed: str, read: str) -> None:
    assert told(read_set(typed, ASKED[asked], Unit.KG)) == read


def test_the_page_has_every_chapter() -> None:
    assert len(_rows()) > 80
