"""An old log of another app: it brings sets, and takes nothing from what its owner told."""

from __future__ import annotations

from pathlib import Path

from tests.core.imports.test_body import FITNOTES
from tests.dialogs.stage import Stage

HEADING = "Date;Workout Name;Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes"


def old_log(folder: Path, *days: str) -> Path:
    """A Strong log with a squat on each day."""
    rows = [f'{day} 18:00:00;"Legs";"Squat (Barbell)";1;100;5;;;;' for day in days]
    file = folder / "old.csv"
    file.write_text("\n".join([HEADING, *rows]) + "\n", "utf-8")
    return file


async def test_an_old_log_sends_nobody_back_to_foundation(stage: Stage, tmp_path: Path) -> None:
    before = await stage.hears("+100d", "/programme")
    assert "size" in before.casefold()
    assert "foundation" not in before.casefold()
    await stage.hears(f"@{old_log(tmp_path, '2024-01-08', '2024-09-02', '2025-01-06')}", "[Import]")
    after = await stage.hears("/programme", "/plan")
    assert "foundation" not in after.casefold()


async def test_an_old_log_of_lighter_sets_lowers_no_maximum(stage: Stage, tmp_path: Path) -> None:
    days = [f"2025-0{month}-{day}" for month in range(1, 7) for day in ("08", "15", "22")]
    await stage.hears(f"@{old_log(tmp_path, *days)}", "[Import]")
    assert "Back squat: 140 kg" in await stage.hears("/max")


async def test_time_off_after_training_here_still_counts(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("/log squat 100x5", "/finish", "+100d")
    await stage.hears(f"@{old_log(tmp_path, '2024-01-08')}", "[Import]")
    assert "After 100 days off" in await stage.hears("/plan", "[Why?]")


async def test_measures_of_another_app_come_in_and_go_again(stage: Stage) -> None:
    await stage.hears("/measure waist 90")
    heard = await stage.hears(f"@{FITNOTES}")
    assert "Your FitNotes log" in heard
    assert "2026-01-05 to 2026-02-05" in heard
    assert "5 measurements" in heard
    assert "Left out, for I keep no such measure: Height (1)" in heard
    assert "Imported: 5 measurements. /weight and /measure show them." in await stage.hears("[Import]")
    assert "Bodyweight: 182 lb, 5 Feb" in await stage.hears("/weight")
    assert "Waist: 90 cm" in await stage.hears("/measure waist")
    assert "Taken back: 5 measurements." in await stage.hears("[Undo the import]")
    assert "Arm" not in await stage.hears("/measure")
