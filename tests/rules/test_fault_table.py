"""docs/faults.md names, for every fault, a test that exists, or says why there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAST = {"A": 16, "B": 16, "C": 13, "D": 15, "E": 8, "F": 8, "G": 10, "H": 10}
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "faults.md").read_text("utf-8").splitlines()
    if re.match(r"\| [A-H]\d+ \|", line)
]


def test_every_row_is_there_once_and_in_its_place() -> None:
    assert [row[0] for row in ROWS] == [f"{part}{n + 1}" for part, last in LAST.items() for n in range(last)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_its_tests_exist_or_it_says_why_not(row: list[str]) -> None:
    _, fault, tests, not_held = row
    named = re.findall(r"`([^`]+)::(test_\w+)`", tests)
    assert fault
    assert len(named) == tests.count("`") // 2
    assert named or not_held
    for file, name in named:
        assert re.search(rf"^(async )?def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE), name


LONG = re.compile(r"^@pytest\.mark\.faults\n(?:@.*\n)*(?:async )?def (test_\w+)", re.MULTILINE)


def test_make_faults_names_every_file_with_long_tests() -> None:
    (target,) = re.findall(r"^faults:.*\n\t.*\n\t(.*)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = tuple(re.findall(r"tests/\S+", target))
    holding = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if LONG.search(path.read_text("utf-8"))
    ]
    assert holding
    assert [path for path in holding if not path.startswith(named)] == []
