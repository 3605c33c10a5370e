"""A log brought along feeds the maxima at once, whatever was told before; what is told after it stays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.dialogs.data.test_export import files
from tests.dialogs.stage import Stage, intermediate

HEADING = "Date;Workout Name;Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes"


def recent_log(stage: Stage, folder: Path, kg: float, *days_ago: int) -> Path:
    """A Strong log without efforts: three squats of eight on each day."""
    days = [stage.clock.now() - timedelta(days=ago) for ago in days_ago]
    rows = [
        f'{day:%Y-%m-%d} 07:00:00;"Legs";"Squat (Barbell)";{number};{kg};8;;;;'
        for day in days
        for number in (1, 2, 3)
    ]
    file = folder / "recent.csv"
    file.write_text("\n".join([HEADING, *rows]) + "\n", "utf-8")
    return file


async def test_a_heavier_recent_log_raises_what_was_told_at_the_start(stage: Stage, tmp_path: Path) -> None:
    assert "Back squat: 140 kg" in await stage.hears("/max")
    await stage.hears(f"@{recent_log(stage, tmp_path, 130, 9, 6, 3)}", "[Import]")
    assert "Back squat: 164.5 kg (148–181 kg), estimated from your sets" in await stage.hears("/max")
    assert "about 164.5 kg" in await stage.hears("/records squat")


async def test_undo_takes_the_raise_back(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(f"@{recent_log(stage, tmp_path, 130, 9, 6, 3)}", "[Import]", "[Undo the import]")
    assert "Back squat: 140 kg" in await stage.hears("/max")


async def test_what_is_told_knowing_the_log_stays(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(f"@{recent_log(stage, tmp_path, 130, 9, 6, 3)}", "[Import]")
    await stage.hears("/max squat 145")
    assert "Back squat: 145 kg (139–151 kg), as you told me" in await stage.hears("/max")


async def test_a_log_that_comes_after_a_maximum_was_told_raises_it(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("/max squat 145")
    log = recent_log(stage, tmp_path, 130, 9, 6, 3)
    await stage.hears("+1m", f"@{log}", "[Import]")
    assert "Back squat: 164.5 kg (148–181 kg), estimated from your sets" in await stage.hears("/max")
    await stage.hears("/max squat 150")
    assert "Back squat: 150 kg (144–156 kg), as you told me" in await stage.hears("/max")
    await stage.hears("+1h", f"@{log}", "[Import]")
    assert "Back squat: 150 kg (144–156 kg), as you told me" in await stage.hears("/max")


async def test_undo_leaves_what_was_told_before_the_log(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("/max squat 145", "+1m", f"@{recent_log(stage, tmp_path, 130, 9, 6, 3)}", "[Import]")
    await stage.hears("[Undo the import]")
    assert "Back squat: 145 kg (139–151 kg), as you told me" in await stage.hears("/max")


async def test_a_lighter_log_that_comes_after_lowers_nothing(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("/max squat 145", "+1m", f"@{recent_log(stage, tmp_path, 80, 9, 6, 3)}", "[Import]")
    assert "Back squat: 145 kg (139–151 kg), as you told me" in await stage.hears("/max")


async def test_our_own_copy_put_back_moves_no_maximum(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(f"@{recent_log(stage, tmp_path, 130, 9, 6, 3)}", "[Import]")
    await stage.hears("/max squat 145", "/export")
    copy = next(content for name, content in files(stage).items() if name.endswith(".json"))
    (tmp_path / "mine.json").write_bytes(copy)
    await stage.hears("+1h", "/forget", "[Erase everything]")
    await stage.knows(intermediate(one_rep_maxes=()))
    await stage.hears("+1h", f"@{tmp_path / 'mine.json'}", "[Import]")
    assert "Back squat: 145 kg (139–151 kg), as you told me" in await stage.hears("/max")


async def test_a_recap_compares_with_the_past_that_stands(stage: Stage, tmp_path: Path) -> None:
    log = recent_log(stage, tmp_path, 60, 9, 6)
    await stage.hears(f"@{log}", "[Import]", "/log squat 100x5 @8", "+2m", "105x5 @8", "/finish")
    recap = stage.bot_messages[-1].id
    assert "🏆 Back squat: 105 kg for 5 reps (+45 kg)" in str(stage.message(recap)["text"])
    await stage.hears("[Undo the import]", "+1m")
    assert "🏆" not in str(stage.message(recap)["text"])
    await stage.hears("+1h", f"@{log}", "[Import]", "+1m")
    assert "🏆 Back squat: 105 kg for 5 reps (+45 kg)" in str(stage.message(recap)["text"])
    stage.is_clean()
