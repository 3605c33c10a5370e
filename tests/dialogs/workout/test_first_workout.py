"""The workout that the README shows is the one that `make chat` plays, line by line."""

from __future__ import annotations

from pathlib import Path

from tests.transcripts import record


async def test_the_first_workout(tmp_path: Path) -> None:
    assert await record.played(tmp_path) == record.EXPECTED.read_text()


def test_it_is_in_the_readme() -> None:
    assert record.shown_in(record.README.read_text()) == record.code_block(record.EXPECTED.read_text())


def test_it_has_what_was_promised() -> None:
    """A set by button, one by reply, one wrong reply, a bell, undo, finish, and a recap that counts."""
    told = record.EXPECTED.read_text()
    steps = [line for line in told.splitlines() if line.startswith("▸ ")]
    assert steps == [f"▸ {line}" for line in record.SCRIPT.read_text().splitlines()]
    assert told.count("🔔 Bench press · set") == 2
    assert "👍 on" in told
    assert "taken back: 80 kg × 8" in told
    recap = told.rpartition("▸ /finish")[2]
    assert "Done · 1 min · 1 set · 800 kg lifted" in recap
    assert "Bench press: 80 kg × 10\n" in recap
