"""The list of reasons is whole: every code has its values, and no code is told that is not listed."""

from __future__ import annotations

import re
from pathlib import Path

from core.training import reason_codes

NAMES = {
    name: value for name, value in vars(reason_codes).items() if name.isupper() and isinstance(value, str)
}


def test_every_code_is_listed_once_with_sorted_values():
    assert sorted(NAMES.values()) == sorted(reason_codes.CODES)
    assert all(list(values) == sorted(values) for values in reason_codes.CODES.values())
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", code) for code in reason_codes.CODES)


def test_every_code_is_told_somewhere():
    source = "".join(
        file.read_text()
        for file in Path(reason_codes.__file__).parent.rglob("*.py")
        if file.stem != "reason_codes"
    )
    assert [name for name in NAMES if f"codes.{name}" not in source] == []
