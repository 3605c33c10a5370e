"""`.env.example` against the settings themselves: complete, explained, and its values are the defaults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import ACCEPTED, FROM_FILE, Settings, load_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
LINES = EXAMPLE.read_text("utf-8").splitlines()
NAMES = [line.split("=")[0] for line in LINES if re.match(r"[A-Z_]+=", line)]


def test_every_setting_stands_in_the_example_once() -> None:
    assert sorted(NAMES) == sorted(name.upper() for name in Settings.model_fields)


def test_every_setting_has_its_refusal_worded() -> None:
    assert sorted(ACCEPTED) == sorted(NAMES)


def test_every_setting_is_explained_right_above() -> None:
    for number, line in enumerate(LINES):
        if re.match(r"[A-Z_]+=", line):
            assert LINES[number - 1].startswith("# "), f"{line} has no word of explanation above it"


def test_every_secret_file_is_named() -> None:
    text = EXAMPLE.read_text("utf-8")
    assert all(f"{name.upper()}_FILE" in text for name in FROM_FILE)


def test_the_example_as_it_stands_is_the_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    assert load_settings(EXAMPLE) == load_settings(tmp_path / "none")
