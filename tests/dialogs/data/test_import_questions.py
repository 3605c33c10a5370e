"""What the preview of a file asks and warns of, before anything is taken."""

from __future__ import annotations

from pathlib import Path

from core.store.workouts import closed_workouts
from core.units import Load
from tests.core.imports.test_golden import GOLDEN
from tests.dialogs.stage import Stage

HEVY = GOLDEN / "hevy.csv"
FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment"


def fitnotes(folder: Path, *rows: str) -> Path:
    """A FitNotes log of (day, exercise, weight, reps)."""
    lines = []
    for row in rows:
        day, exercise, weight, reps = row.split("|")
        lines.append(f"{day},{exercise},Legs,{weight},kgs,{reps},,,,")
    file = folder / "log.csv"
    file.write_text("\n".join([FITNOTES, *lines]) + "\n", "utf-8")
    return file


async def days_of(stage: Stage) -> list[str]:
    return [each.trained_on.isoformat() for each in await stage.read(closed_workouts, stage.athlete.id)]


async def test_dates_that_can_be_read_both_ways_are_asked_about(stage: Stage, tmp_path: Path) -> None:
    heard = await stage.hears(f"@{fitnotes(tmp_path, '03/04/2025|Deadlift|140|5')}")
    assert "dates like 03/04/2025" in heard
    assert stage.labels() == ["Day first: 3 Apr 2025", "Month first: 4 Mar 2025"]
    assert "2025-03-04 to 2025-03-04" in await stage.hears("[Month first: 4 Mar 2025]")
    await stage.hears("[Import]")
    assert await days_of(stage) == ["2025-03-04"]


async def test_the_unit_that_was_told_is_kept_while_dates_are_asked(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    heading = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
    file.write_text(f"{heading}\n03/04/2025 18:00,Legs,48m,Squat (Barbell),1,225,5,0,0,8\n", "utf-8")
    assert "kilograms or pounds" in await stage.hears(f"@{file}")
    assert "dates like 03/04/2025 18:00" in await stage.hears("[lb]")
    await stage.hears("[Day first: 3 Apr 2025]", "[Import]")
    (workout,) = await stage.read(closed_workouts, stage.athlete.id)
    assert (workout.trained_on.isoformat(), workout.sets[0].load) == ("2025-04-03", Load.lb(225))
    assert stage.labels() == ["Undo the import"]


async def test_a_weight_far_above_the_others_is_suspicious_in_a_small_file(
    stage: Stage, tmp_path: Path
) -> None:
    rows = [f"2025-03-01|Cable Crunch|{weight}|10" for weight in (40, 42, 420)]
    heard = await stage.hears(f"@{fitnotes(tmp_path, *rows)}")
    assert "• line 4: 2025-03-01 Cable Crunch, 420 kg × 10" in heard
    assert heard.count("• line") == 1


async def test_a_weight_nobody_lifts_is_suspicious_alone(stage: Stage, tmp_path: Path) -> None:
    heard = await stage.hears(f"@{fitnotes(tmp_path, '2025-03-01|Front Squat|1400|1')}")
    assert "Suspicious" in heard
    assert "• line 2: 2025-03-01 Front Squat, 1400 kg × 1" in heard


async def test_a_set_far_above_the_known_max_is_suspicious(stage: Stage, tmp_path: Path) -> None:
    rows = [f"2025-03-01|Barbell Squat|{done}" for done in ("180|5", "150|5", "181|1")]
    heard = await stage.hears(f"@{fitnotes(tmp_path, *rows)}")
    assert "• line 2: 2025-03-01 Barbell Squat, 180 kg × 5" in heard
    assert heard.count("• line") == 1


async def test_an_even_log_is_not_suspicious(stage: Stage, tmp_path: Path) -> None:
    rows = [f"2025-03-{day:02}|Barbell Squat|{weight}|5" for day, weight in enumerate((60, 80, 100, 120), 1)]
    assert "Suspicious" not in await stage.hears(f"@{fitnotes(tmp_path, *rows)}")


async def test_many_suspicious_weights_are_counted(stage: Stage, tmp_path: Path) -> None:
    rows = [f"2025-03-{day:02}|Barbell Squat|900|5" for day in range(1, 9)]
    heard = await stage.hears(f"@{fitnotes(tmp_path, *rows)}")
    assert heard.count("• line") == 5
    assert "… and 3 more." in heard


async def test_a_second_file_says_that_the_first_one_waits_no_more(stage: Stage, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    rows = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps\n2025-03-0{},A,Deadlift,1,80,8\n"
    first.write_text(rows.format(1))
    second.write_text(rows.format(2))
    told = "I take one file at a time: this is the newest, the one before is not imported."
    assert told not in await stage.hears("+400d", f"@{first}")
    assert told in await stage.hears(f"@{second}")
    await stage.hears("[Import]")
    assert await days_of(stage) == ["2025-03-02"]
    assert told not in await stage.hears(f"@{first}")
    await stage.hears("[Import]")
    assert await days_of(stage) == ["2025-03-01", "2025-03-02"]


async def test_a_kind_of_set_nobody_knows_is_told_and_comes_in(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text(HEVY.read_text("utf-8").replace('"normal"', '"<i>left"'), "utf-8")
    assert "no kind of set I know (<i>left)" in await stage.hears("+100d", f"@{file}")
    file.write_text(HEVY.read_text("utf-8").replace('"normal"', '"Left"'), "utf-8")
    heard = await stage.hears(f"@{file}")
    assert "Kinds of sets I don't know: left (" in heard
    assert "I take them as working sets." in heard
    assert "Imported: 2 workouts" in await stage.hears("[Import]")
