"""One file of every format, made up in its shape, and what is read of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.imports import Told, read_log
from core.model.imported import FileFault, ImportedLog, ImportedSet, NotRead
from core.model.session import Measure
from core.units import Unit

GOLDEN = Path(__file__).with_name("golden")
LAST_DAY = date(2026, 6, 1)
NO_UNIT = {"strong_a.csv": Unit.KG, "strong_a_short.csv": Unit.LB, "strong_a_miles.csv": Unit.LB}
FILES = sorted(path.name for path in GOLDEN.glob("*.csv"))
AMOUNTS = {Measure.REPS: "{}", Measure.SECONDS: "{} s", Measure.METRES: "{} m"}


def told(log: ImportedLog) -> str:
    """A log as the expected files show it."""
    lines = [str(log.format)]
    for workout in log.workouts:
        clock = "%Y-%m-%d %H:%M:%S" if workout.timed else "%Y-%m-%d"
        lines.append(f"{workout.started_at:{clock}} · {workout.name} · {workout.duration_s} s")
        lines += [f"  {one.exercise} · {told_set(one)}" for one in workout.sets]
        lines += [f"  | {line}" for line in workout.note.splitlines()]
    return "\n".join(lines) + "\n"


def told_set(one: ImportedSet) -> str:
    parts = [str(one.kind), *([str(one.load)] if one.load else []), AMOUNTS[one.measure].format(one.reps)]
    parts += [] if one.rir is None else [f"rir {one.rir:g}"]
    parts += [] if one.comfort is None else [str(one.comfort)]
    parts += [] if one.sides is None else [f"left {one.sides[0]}, right {one.sides[1]}"]
    parts += [] if one.superset is None else [f"superset {one.superset}"]
    return " · ".join(parts)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_as_its_expected_text_says(name: str) -> None:
    log = read_log((GOLDEN / name).read_bytes(), Told(NO_UNIT.get(name)), LAST_DAY)
    assert isinstance(log, ImportedLog), log
    assert told(log) == (GOLDEN / name).with_suffix(".expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(NO_UNIT))
def test_weights_without_a_unit_are_asked_about(name: str) -> None:
    assert read_log((GOLDEN / name).read_bytes(), Told(), LAST_DAY) == NotRead(FileFault.NO_UNIT)


def test_every_format_has_its_files() -> None:
    assert {name.split("_")[0].removesuffix(".csv") for name in FILES} == {
        "strong",
        "hevy",
        "fitnotes",
        "spotter",
    }
