"""docs/training-rules.md names a function and a test for every sentence: each of them must be there."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.rules.source import ROOT

PAGE = ROOT / "docs" / "training-rules.md"
ROW = re.compile(
    r"^\| (?!Sentence|Sentences)(?P<sentence>[^|-][^|]*) \| (?P<function>[^|]*) \| (?P<tests>[^|]*) \|$"
)
QUOTED = re.compile(r"`([^`]+)`")


def rows() -> list[tuple[str, list[str], list[str]]]:
    """Every sentence with its functions and its tests."""
    found = map(ROW.match, PAGE.read_text(encoding="utf-8").splitlines())
    return [
        (row["sentence"], QUOTED.findall(row["function"]), QUOTED.findall(row["tests"]))
        for row in found
        if row is not None
    ]


def home_of(named: str, room: str) -> str:
    """Where a file stands: by its whole path, or by its name alone below the room, where only one has it."""
    if "/" in named:
        return named
    (home,) = (ROOT / room).rglob(named)
    return home.relative_to(ROOT).as_posix()


@cache
def defined(path: str) -> frozenset[str]:
    """What a module of the project defines on its outermost level; nothing where there is no such module."""
    module = ROOT / path
    if not module.is_file():
        return frozenset()
    body = ast.parse(module.read_text(encoding="utf-8")).body
    return frozenset(one.name for one in body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef))


def test_the_page_has_rows_in_every_section_it_opens() -> None:
    sections = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.M)[1:]
    assert len(sections) >= 23
    for section in sections:
        assert any(ROW.match(line) for line in section.splitlines()), section.split("\n")[0]


@pytest.mark.parametrize(("sentence", "functions", "tests"), rows(), ids=[row[0] for row in rows()])
def test_every_sentence_has_its_function_and_its_test(
    sentence: str, functions: list[str], tests: list[str]
) -> None:
    assert functions, sentence
    assert tests, sentence
    for function in functions:
        module, _, name = function.rpartition(".")
        assert name in defined(home_of(f"{module}.py", "core/training")), function
    for test in tests:
        path, _, name = test.partition("::")
        assert name.startswith("test_"), test
        assert name in defined(home_of(path, "tests/core/training")), test
