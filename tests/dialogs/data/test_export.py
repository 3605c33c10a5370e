"""/export as an athlete gets it: a table that our own reader takes back exactly, and everything as JSON."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from bot.handlers import exporting
from core.coach.data import exporting as pages
from core.imports import Told, read_log
from core.model.imported import ImportedLog, LogFormat
from core.units import Load
from tests.dialogs.group.test_group import bot_messages, says
from tests.dialogs.stage import START, Stage


def files(stage: Stage) -> dict[str, bytes]:
    """The documents the bot has sent, by name."""
    sent = [message.body["document"] for message in stage.bot_messages if "document" in message.body]
    return {one["file_name"]: stage.telegram.files.find(one["file_id"]).content for one in sent}


async def test_a_log_comes_as_a_table_and_as_json(stage: Stage) -> None:
    await stage.hears("/log squat 100x5 @8", "+3m", "100x4 fail", "+2m")
    await stage.hears("/log bench press 82.5 8 8", "/finish")
    await stage.hears("=cmd wave 20x10", "[➕ Add it]", "[Push: chest]", "[Barbell]", "/finish")
    heard = await stage.hears("/export")
    assert "That is all of it: 2 workouts, 5 sets. Yours to keep." in heard
    found = files(stage)
    assert sorted(found) == ["spotter-2026-03-02.csv", "spotter-2026-03-02.json"]
    rows = list(csv.DictReader(StringIO(found["spotter-2026-03-02.csv"].decode())))
    assert [row["Exercise Name"] for row in rows].count("'=cmd wave") == 1
    wanted = ("Date", "Notes", "Workout Notes", "Seconds", "Workout Duration")
    assert all(row[name] for row in rows for name in wanted)
    whole = json.loads(found["spotter-2026-03-02.json"])
    assert (whole["format"], whole["version"], len(whole["workouts"])) == ("spotter-export", 1, 2)
    first = whole["workouts"][0]["sets"][0]
    assert (first["exercise"], first["load"], first["rir"]) == ("Back squat", {"g": 100000, "unit": "kg"}, 2)
    assert str(stage.athlete.id) not in found["spotter-2026-03-02.json"].decode()
    stage.is_clean()


async def test_the_table_is_read_back_set_by_set(stage: Stage) -> None:
    await stage.hears("/log squat 100x5 @8", "+3m", "82.5x7", "/finish", "+1d", "/log pull-ups 8", "/finish")
    await stage.hears("/export")
    log = read_log(files(stage)["spotter-2026-03-03.csv"], Told(), START.date().replace(day=4))
    assert isinstance(log, ImportedLog)
    assert log.format is LogFormat.SPOTTER
    told = [[(one.exercise, one.load, one.reps, one.rir) for one in each.sets] for each in log.workouts]
    assert told == [
        [("Back squat", Load.kg(100), 5, 2.0), ("Back squat", Load.kg("82.5"), 7, None)],
        [("Pull-up", None, 8, None)],
    ]


async def test_notes_beside_exercises_come_along(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "note: pins at 4", "/finish", "/export")
    assert json.loads(files(stage)["spotter-2026-03-02.json"])["notes"] == [
        {"exercise_id": "bench_press", "note": "pins at 4"}
    ]


async def test_without_a_workout_there_is_the_profile_alone(stage: Stage) -> None:
    heard = await stage.hears("/export")
    assert "Your workouts will be in it, too" in heard
    assert [name.rsplit(".")[-1] for name in files(stage)] == ["json"]


async def test_an_open_workout_waits_until_it_is_finished(stage: Stage) -> None:
    await stage.hears("/log squat 100x5", "/export")
    assert json.loads(files(stage)["spotter-2026-03-02.json"])["workouts"] == []


async def test_more_than_telegram_takes_comes_in_parts(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "LARGEST_BYTES", 1_000)
    monkeypatch.setattr(pages, "WORKOUTS_A_PAGE", 1)
    await stage.hears("/log squat 100x5", "/finish", "+1d", "/log squat 105x5", "/finish")
    assert "2 workouts, 2 sets" in await stage.hears("/export")
    found = files(stage)
    assert sorted(found) == [f"spotter-2026-03-03-{n}.{end}" for n in (1, 2) for end in ("csv", "json")]
    whole = [json.loads(found[f"spotter-2026-03-03-{n}.json"]) for n in (1, 2)]
    assert [each["workouts"][0]["sets"][0]["load"]["g"] for each in whole] == [100_000, 105_000]


async def test_in_a_group_it_is_only_offered_in_private(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/export")
    assert "in our private chat" in str(bot_messages(stage, group)[-1].body["text"])


async def test_a_stranger_has_nothing_to_take(newcomer: Stage) -> None:
    heard = await newcomer.hears("/export")
    assert "/start" in heard
    assert files(newcomer) == {}


async def test_what_was_noted_on_a_workout_comes_along(stage: Stage) -> None:
    await stage.hears("squat 100x5", "/finish", "/history", "#1", "[📝 Add a note]")
    await stage.hears(f">{stage.bot_messages[-1].id} slept badly", "/export")
    (workout,) = json.loads(files(stage)["spotter-2026-03-02.json"])["workouts"]
    assert workout["note"] == "slept badly"


async def test_a_note_and_a_long_hold_stand_in_the_table(stage: Stage) -> None:
    await stage.hears("/log plank 600 s", "/finish", "/history", "[Mon 2 Mar · Free training]")
    await stage.hears("[📝 Add a note]", '=felt, like "lead"', "/export")
    assert "1 set · 10 min" in await stage.hears("/history")
    (row,) = csv.DictReader(StringIO(files(stage)["spotter-2026-03-02.csv"].decode()))
    assert (row["Workout Notes"], row["Workout Duration"]) == ("'=felt, like \"lead\"", "10m")


async def test_sets_are_counted_whatever_notes_stand_beside_them(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    heading = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Workout Notes"
    rows = [f'2026-02-05 18:00:00,A,Deadlift,{number},100,5,"one\ntwo\nthree"' for number in (1, 2)]
    file.write_text("\n".join([heading, *rows]) + "\n", "utf-8")
    await stage.hears(f"@{file}", "[Import]")
    assert "That is all of it: 1 workout, 2 sets. Yours to keep." in await stage.hears("/export")
