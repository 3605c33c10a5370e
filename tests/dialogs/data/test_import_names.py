"""Names that nobody knows, and names that are hardly names, in the preview of a file."""

from __future__ import annotations

from pathlib import Path

from core.store.workouts import closed_workouts
from tests.core.imports.test_golden import GOLDEN
from tests.dialogs.stage import Stage

STRONG = GOLDEN / "strong_c.csv"

HEADING = "Date;Workout Name;Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes"


def log(folder: Path, *names: str) -> str:
    rows = [f'2025-11-03 18:00:00;"Legs";"{name}";1;40;8;;;;' for name in names]
    file = folder / "log.csv"
    file.write_text("\n".join([HEADING, *rows]) + "\n", "utf-8")
    return f"@{file}"


async def exercises_of(stage: Stage) -> list[str]:
    found = await stage.read(closed_workouts, stage.athlete.id)
    return [one.exercise_id for workout in found for one in workout.sets]


async def test_a_slip_of_the_finger_is_proposed_as_what_it_is_like(stage: Stage, tmp_path: Path) -> None:
    heard = await stage.hears("+100d", log(tmp_path, "Bench Pres (Barbel)"))
    assert "• Bench Pres (Barbel) (1 set) → Bench press" in heard
    await stage.hears("[Import]")
    assert await exercises_of(stage) == ["bench_press"]


async def test_every_name_has_a_button(stage: Stage, tmp_path: Path) -> None:
    names = ("<b>Zork</b>", "=1+1", "../../etc/passwd", "Zercher Wobble Press")
    heard = await stage.hears("+100d", log(tmp_path, *names))
    assert "• <b>Zork</b> (1 set) → your own exercise “BZork/b” (Something else)" in heard
    assert "• Zercher Wobble Press (1 set) → your own exercise (Push: chest)" in heard
    assert stage.labels()[:4] == [
        "<b>Zork</b> → your own exercise",
        "=1+1 → your own exercise",
        "../../etc/passwd → your own exercise",
        "Zercher Wobble Pre → your own exercise",
    ]
    await stage.hears("[<b>Zork</b> → your own]", "[Import]")
    assert len(await exercises_of(stage)) == 3
    assert "Imported exercise" in await stage.hears("/exercises imported")


async def test_many_names_are_turned_page_by_page(stage: Stage, tmp_path: Path) -> None:
    names = [f"Wobble Press {sign * 3}" for sign in "abcdefghij"]
    heard = await stage.hears("+100d", log(tmp_path, *names))
    assert "… and 2 on the other pages." in heard
    heard = await stage.hears("[More ›]")
    assert "• Wobble Press jjj (1 set) → your own exercise" in heard
    heard = await stage.hears("[Wobble Press jjj → your own]")
    assert "• Wobble Press jjj (1 set) → left out" in heard
    assert stage.labels()[0].startswith("Wobble Press iii")
    await stage.hears("[‹ Back]", "[Import]")
    assert len(await exercises_of(stage)) == 9


async def test_what_is_no_lifting_is_left_out_until_it_is_wanted(stage: Stage, tmp_path: Path) -> None:
    rows = ("Kayak;1;0;0;;5000;1800;", "Zorked;1;0;0;;;60;", "Plank Wobble;1;0;0;;;60;", "Zorks;1;0;12;;;;")
    file = tmp_path / "log.csv"
    file.write_text("\n".join([HEADING, *(f'2025-11-03 18:00:00;"Legs";{row}' for row in rows)]), "utf-8")
    heard = await stage.hears("+100d", f"@{file}")
    assert "• Kayak (1 set) → left out" in heard
    assert "• Zorked (1 set) → left out" in heard
    assert "• Plank Wobble (1 set) → your own exercise (Abs, trunk)" in heard
    assert "• Zorks (1 set) → your own exercise (Something else)" in heard


async def test_what_nobody_told_counts_for_no_muscle(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text("\n".join([HEADING, '2026-03-02 08:00:00;"Odd";Zorks;1;40;8;;;;']), "utf-8")
    await stage.hears(f"@{file}", "[Import]")
    assert "Sets this week · 1 of 4 workouts" in await stage.hears("/volume")
    assert "Abs" not in stage.newest
    assert "abs 1" not in stage.newest
    assert "Zorks" in await stage.hears("/progress zorks")


async def test_more_new_names_than_there_is_room_for_are_told(stage: Stage, tmp_path: Path) -> None:
    names = [f"Wobble Press {first}{second}{first}" for first in "abcdefghij" for second in "klmnop"]
    heard = await stage.hears("+100d", log(tmp_path, *names))
    assert "There is no room for 10 of them as exercises of your own: the rarest are left out." in heard
    await stage.hears("[Import]")
    assert len(await exercises_of(stage)) == 50


async def test_a_name_that_cannot_be_typed_is_told_as_it_will_be_called(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text(STRONG.read_text("utf-8").replace("Bench Press (Barbell)", "Wobble <Press> 5x5"), "utf-8")
    heard = await stage.hears("+100d", f"@{file}")
    assert "• Wobble <Press> 5x5 (1 set) → your own exercise “Wobble Press" in heard
    called = heard.split("“")[1].split("”")[0]
    await stage.hears("[Import]")
    assert called in await stage.hears("/exercises wobble")
