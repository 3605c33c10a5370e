"""/export's JSON sent back: the history that was taken away stands again, and nothing that was not in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.store import erasing
from tests.dialogs.data.test_export import files
from tests.dialogs.stage import Stage

TRAINED = (
    "/plan", "[▶ Start]", "80x10 @8", "+3m", "note: pins at 4", "80x9", "+3m", "skip", "skip", "/finish",
    "[Save as routine]", "[Save as Upper body A]", "/plan upper body a", "[▶ Start]", "80x8", "/finish",
    "+1d", "/exercises floor press", "[⭐ Favourite]",
    "/log squat 3x5x100", "/finish", "+1d",
    "/log split squat 20x8/7", "/finish", "+1d",
    "zercher wobble 20x10", "[➕ Add it]", "[Push: chest]", "[Barbell]", "/finish", "+1d",
    "/max deadlift 150", "/weight 82.4", "+1d", "/weight 82", "/measure waist 84",
    "my left knee hurts", "[Joint, or sharp pain]",
)  # fmt: skip
ASKED = ("/history", "/records", "/max", "/routines", "/measure")


async def exported(stage: Stage) -> dict[str, Any]:
    """The JSON of /export as it is now."""
    await stage.hears("/export")
    name = max(name for name in files(stage) if name.endswith(".json"))
    whole: dict[str, Any] = json.loads(files(stage)[name])
    return whole


def sent_back(folder: Path, whole: dict[str, Any]) -> str:
    """The file as it is sent, under a name that says nothing."""
    file = folder / "whatever.txt"
    file.write_text(json.dumps(whole), "utf-8")
    return f"@{file}"


def comparable(whole: dict[str, Any]) -> dict[str, Any]:
    """What must be equal: all but the moment, the profile, ids, and why a load was asked."""
    whole = json.loads(json.dumps(whole))
    names = {own["exercise_id"]: own["name"] for own in whole["own_exercises"]}
    for left in ("exported_at", "athlete"):
        whole.pop(left)
    for workout in whole["workouts"]:
        workout["session"] |= {"notices": [], "routine_id": workout["session"]["routine_id"] is not None}
        for asked in workout["session"]["prescriptions"]:
            asked["reasons"] = []
    text = json.dumps(whole)
    for own_id, name in names.items():
        text = text.replace(f'"{own_id}"', json.dumps(name))
    found: dict[str, Any] = json.loads(text)
    return found


async def told(stage: Stage) -> list[str]:
    """What each command shows now."""
    shown = []
    for command in ASKED:
        await stage.hears(command)
        shown.append(stage.newest)
    return shown


async def forgotten(stage: Stage) -> None:
    """Everything is erased, and the same person begins again."""
    await stage.hears("/forget", "[Erase everything]", "+1m", "/start")


async def test_what_was_exported_comes_back_after_all_was_erased(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(*TRAINED)
    before = await exported(stage)
    assert len(before["workouts"]) == 5
    assert any(one["skipped"] for one in before["workouts"])
    for beside in ("maxima", "own_exercises", "notes", "measures", "routines", "preferences", "sore_parts"):
        assert before[beside], beside
    shown = await told(stage)
    await forgotten(stage)
    heard = await stage.hears(sent_back(tmp_path, before))
    assert "5 workouts" in heard
    assert "Your answers and settings are not taken from it" in heard
    assert "Imported: 5 workouts" in await stage.hears("[Import]")
    after = await exported(stage)
    assert comparable(after) == comparable(before)
    assert await told(stage) == shown
    assert after["athlete"]["health"] == "unasked"
    stage.is_clean()


async def test_the_same_json_twice_adds_nothing(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(*TRAINED)
    before = await exported(stage)
    heard = await stage.hears(sent_back(tmp_path, before))
    assert "5 of them are in your log already" in heard
    assert "Nothing new" in await stage.hears("[Import]")
    assert comparable(await exported(stage)) == comparable(before)


async def test_undo_takes_back_what_came_and_leaves_what_was_changed_since(
    stage: Stage, tmp_path: Path
) -> None:
    await stage.hears(*TRAINED)
    before = await exported(stage)
    await forgotten(stage)
    await stage.hears(sent_back(tmp_path, before), "[Import]", "+1h", "/max deadlift 160", "+1h")
    heard = await stage.hears("[Undo the import]")
    assert "Taken back: 5 workouts" in heard
    after = await exported(stage)
    assert [best["exercise_id"] for best in after["maxima"]] == ["deadlift"]
    assert after["workouts"] == after["measures"] == after["notes"] == after["routines"] == []
    counts = await stage.read(erasing.row_counts)
    left = ("workout", "logged_set", "skipped_set", "import_addition", "import_workout")
    left = (*left, "sore_part")
    assert [counts[table] for table in left] == [0] * len(left)


async def test_what_stands_already_stays_as_it_is(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(*TRAINED)
    before = await exported(stage)
    await forgotten(stage)
    await stage.hears("/max deadlift 170", "/measure waist 80", sent_back(tmp_path, before), "[Import]")
    after = await exported(stage)
    assert {best["exercise_id"]: best["load"]["g"] for best in after["maxima"]}["deadlift"] == 170_000
    assert [one["amount"] for one in after["measures"] if one["kind"] == "waist"] == [8_000]


async def test_a_newcomer_is_asked_to_start_first(newcomer: Stage, tmp_path: Path) -> None:
    whole = {"format": "spotter-export", "version": 1, "workouts": []}
    assert "/start" in await newcomer.hears(sent_back(tmp_path, whole))
    assert (await newcomer.read(erasing.row_counts))["import"] == 0


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({"version": 2}, "another version"),
        ({"format": "other"}, "I don't know that file"),
        ({"workouts": [{}]}, "workouts[0].started_at"),
        ({"aches": ["own_99"]}, "aches[0]"),
        ({"notes": [{"exercise_id": "back_squat", "note": "\ud800"}]}, "notes[0].note"),
    ],
)
async def test_a_wrong_value_is_told_by_its_place_and_nothing_is_kept(
    stage: Stage, tmp_path: Path, changed: dict[str, Any], answer: str
) -> None:
    whole = {"format": "spotter-export", "version": 1, "workouts": []} | changed
    assert answer in await stage.hears(sent_back(tmp_path, whole))
    assert (await stage.read(erasing.row_counts))["import"] == 0
    stage.is_clean()


async def test_a_json_that_was_staged_is_erased_by_forgetting(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(*TRAINED)
    await stage.hears(sent_back(tmp_path, await exported(stage)), "/forget", "[Erase everything]")
    counts = await stage.read(erasing.row_counts)
    assert [counts[name] for name in ("import", "import_workout", "import_addition", "measure")] == [0] * 4


async def test_a_workout_that_ended_before_it_began_is_refused(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(*TRAINED)
    whole = await exported(stage)
    whole["workouts"][0]["finished_at"] = "2026-03-01T08:00:00+00:00"
    assert "workouts[0].finished_at" in await stage.hears(sent_back(tmp_path, whole))
