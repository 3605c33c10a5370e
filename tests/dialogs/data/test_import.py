"""A file of another app's log, sent on the phone: previewed, taken in, taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.terminal.people import Standing
from core.coach.data import importing
from core.imports import Told, read_log
from core.model.imported import ImportedLog
from core.model.importing import Shown
from core.store import erasing
from core.store.routines import routines_of
from core.store.workouts import closed_workouts
from core.units import Load
from tests.core.imports.test_golden import GOLDEN
from tests.dialogs.data.test_export import files
from tests.dialogs.group.test_group import bot_messages
from tests.dialogs.stage import Stage

STRONG = GOLDEN / "strong_c.csv"
BENCH = "Bench Press (Barbell)"
HEVY = GOLDEN / "hevy.csv"
STAGING = ("import_workout", "staged_growth", "staged_set")


async def sent(stage: Stage, file: Path) -> str:
    return await stage.hears("+100d", f"@{file}")


async def log_of(stage: Stage) -> list[tuple[str, str, list[tuple[str, Load | None, int]]]]:
    """Every ended workout: day, title, sets."""
    found = await stage.read(closed_workouts, stage.athlete.id)
    return [
        (
            each.trained_on.isoformat(),
            each.session.title,
            [(one.exercise_id, one.load, one.reps) for one in each.sets],
        )
        for each in found
    ]


async def test_a_strong_log_is_previewed_and_taken_in(stage: Stage) -> None:
    heard = await sent(stage, STRONG)
    assert "Your Strong log" in heard
    assert "2 workouts, 3 sets" in heard
    assert "2026-05-18 to 2026-05-20" in heard
    assert "3 exercises recognised" in heard
    assert await log_of(stage) == []
    heard = await stage.hears("[Import]")
    assert "Imported: 2 workouts, 3 sets." in heard
    assert await log_of(stage) == [
        ("2026-05-18", "Pull", [("deadlift", Load.kg(140), 5)]),
        ("2026-05-20", "Push", [("bench_press", Load.kg(80), 8), ("farmers_carry", Load.kg(32), 40)]),
    ]
    left = await stage.read(erasing.row_counts)
    assert [left[table] for table in STAGING] == [0, 0, 0]
    heard = await stage.hears("/exercises bench press", "/plan")
    assert "Last time: 80 kg × 8" in heard
    assert "One-rep max: 101.6 kg, estimated from your sets" in heard
    assert "last time 80 kg × 8" in heard


async def test_the_same_file_twice_adds_nothing(stage: Stage) -> None:
    await sent(stage, STRONG)
    await stage.hears("[Import]")
    before = await log_of(stage)
    heard = await sent(stage, STRONG)
    assert "2 of them are in your log already" in heard
    assert "Nothing new" in await stage.hears("[Import]")
    assert await log_of(stage) == before


async def test_a_second_press_says_the_same_and_adds_nothing(stage: Stage) -> None:
    await sent(stage, STRONG)
    await stage.hears("[Import]")
    before = await log_of(stage)
    now = stage.room.clock.now()
    again = await stage.room.store.run(importing.show, stage.athlete.id, 1, now)
    assert isinstance(again, Shown)
    assert (again.workouts, again.sets) == (2, 3)
    assert await log_of(stage) == before


async def test_an_import_is_taken_back_within_a_day(stage: Stage) -> None:
    await stage.hears("/log squat 100x5", "/finish")
    before = await log_of(stage)
    await sent(stage, HEVY)
    await stage.hears("[Import]")
    assert len(await log_of(stage)) == 3
    heard = await stage.hears("+23h", "[Undo the import]")
    assert "Taken back: 2 workouts." in heard
    assert await log_of(stage) == before
    assert (await stage.read(erasing.row_counts))["imported_workout"] == 0


async def test_after_a_day_an_import_stays(stage: Stage) -> None:
    await sent(stage, STRONG)
    await stage.hears("[Import]")
    heard = await stage.hears("+25h", "[Undo the import]")
    assert "that time is over" in heard
    assert len(await log_of(stage)) == 2


async def test_a_weight_without_a_unit_is_asked_about(stage: Stage) -> None:
    heard = await sent(stage, GOLDEN / "strong_a_short.csv")
    assert "kilograms or pounds" in heard
    assert "Your Strong log" in await stage.hears("[lb]")
    await stage.hears("[Import]")
    assert (await log_of(stage))[0][2][0] == ("back_squat", Load.lb(225), 5)


async def test_a_name_nobody_knows_is_chosen_by_tapping(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text(STRONG.read_text(encoding="utf-8").replace(BENCH, "Zercher Wobble Press"))
    heard = await sent(stage, file)
    assert "• Zercher Wobble Press (1 set) → your own exercise" in heard
    heard = await stage.hears("[Zercher Wobble Pre → your own]")
    assert "• Zercher Wobble Press (1 set) → left out" in heard
    await stage.hears("[Import]")
    assert [len(sets) for _, _, sets in await log_of(stage)] == [1, 1]


async def test_a_new_exercise_of_ones_own_comes_with_its_sets(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text(STRONG.read_text(encoding="utf-8").replace(BENCH, "Zercher Wobble Press"))
    await sent(stage, file)
    await stage.hears("[Import]")
    assert [len(sets) for _, _, sets in await log_of(stage)] == [1, 2]
    assert "Zercher Wobble Press" in await stage.hears("/exercises wobble")


@pytest.mark.parametrize(
    ("name", "content", "answer"),
    [
        ("log.csv", b"PK\x03\x04zip", "That is no CSV"),
        ("log.csv", b"hello,there\n1,2\n", "I don't know that file."),
        ("../../etc/log.csv", b"Date,Workout Name\n", "I don't know that file."),
    ],
)
async def test_a_wrong_file_is_refused_kindly(stage: Stage, name: str, content: bytes, answer: str) -> None:
    stage.telegram.user_sends_file(stage.athlete, name, content)
    await stage.settle()
    assert answer in stage.newest


async def test_broken_lines_are_told_and_nothing_is_taken(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text(STRONG.read_text(encoding="utf-8").replace('"140"', '"<b>NaN"'))
    heard = await sent(stage, file)
    assert "• line 6: no weight that can be (<b>NaN)" in heard
    assert (await stage.read(erasing.row_counts))["import"] == 0


async def test_a_bot_that_dies_between_stages_shows_nothing_and_goes_on(stage: Stage) -> None:
    await sent(stage, HEVY)
    athlete_id, now = stage.athlete.id, stage.room.clock.now()
    await stage.room.store.run(importing.begin_staging, athlete_id, 1, now)
    await stage.room.store.run(importing.stage_some, athlete_id, 1, 0)
    assert (await stage.read(erasing.row_counts))["workout"] == 2
    await stage.restart()
    assert await log_of(stage) == []
    await stage.taps("Import")
    assert [len(sets) for _, _, sets in await log_of(stage)] == [3, 4]


async def test_export_forget_import_gives_the_same_sets(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("/log squat 100x5 @8", "+3m", "82.5x7", "/finish", "+1d", "/log pull-ups 8", "/finish")
    before = [(day, sets) for day, _, sets in await log_of(stage)]
    await stage.hears("/export")
    table = next(content for name, content in files(stage).items() if name.endswith(".csv"))
    (tmp_path / "mine.csv").write_bytes(table)
    await stage.hears("+1h", "/forget", "[Erase everything]", "+1m", "/start")
    assert await log_of(stage) == []
    await stage.hears(f"@{tmp_path / 'mine.csv'}", "[Import]")
    assert [(day, sets) for day, _, sets in await log_of(stage)] == before


async def test_a_stranger_is_asked_to_start_first(newcomer: Stage) -> None:
    assert "/start" in await newcomer.hears(f"@{STRONG}")


async def test_a_gif_is_no_training_log(stage: Stage) -> None:
    stage.telegram.user_sends_kind(stage.athlete, "animation")
    await stage.settle()
    assert stage.newest.startswith("Nice, but I only read text and buttons.")
    stage.is_clean()


TITLES = ("Push A", "Legs", "Push A", "legs", "Once")
NEWEST_PUSH = 3


def titled_log(folder: Path) -> Path:
    """A Strong log of five workouts: two titles come twice, one once; the newest Push A has two exercises."""
    lines = [STRONG.read_text("utf-8").splitlines()[0]]
    for day, title in enumerate(TITLES, start=1):
        names = [BENCH, "Squat (Barbell)"] if day == NEWEST_PUSH else [BENCH]
        lines += [
            f'"{day}";"2026-05-0{day} 07:00:00";"{title}";"3600";"{name}";"1";"80";"8";"";"";"";"";""'
            for name in names
        ]
    file = folder / "titles.csv"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


async def test_titles_that_came_again_are_offered_as_routines(stage: Stage, tmp_path: Path) -> None:
    await sent(stage, titled_log(tmp_path))
    heard = await stage.hears("[Import]")
    assert "Workouts you did again and again. Save one as a routine?" in heard
    assert stage.labels() == ["legs · 2 ×", "Push A · 2 ×"]
    heard = await stage.hears("[Push A · 2 ×]")
    assert "💾 Push A is a routine now." in heard
    assert stage.labels() == ["Open Push A", "legs · 2 ×"]
    (kept,) = await stage.read(routines_of, stage.athlete.id)
    assert kept.name == "Push A"
    assert [one.exercise_id for one in kept.exercises] == ["bench_press", "back_squat"]


async def test_undoing_the_import_leaves_the_routine_and_says_so(stage: Stage, tmp_path: Path) -> None:
    await sent(stage, titled_log(tmp_path))
    await stage.hears("[Import]", "[Push A · 2 ×]")
    heard = await stage.hears("[Undo the import]")
    assert "Exercises and routines you made from it stay yours" in heard
    assert len(await stage.read(routines_of, stage.athlete.id)) == 1
    heard = await stage.hears("[legs · 2 ×]")
    assert "That button is from before" in heard


async def test_a_log_in_a_group_is_asked_for_in_private(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete, bot=Standing.ADMINISTRATOR)
    stage.telegram.user_sends_file(stage.athlete, "log.csv", STRONG.read_bytes(), chat=group)
    await stage.settle()
    (told,) = bot_messages(stage, group)
    assert "Training logs are between us" in str(told.body["text"])
    assert stage.bot_messages == []


async def test_title_length_and_notes_of_another_app_are_kept_shown_and_given_back(stage: Stage) -> None:
    await sent(stage, HEVY)
    await stage.hears("[Import]")
    heard = await stage.hears("/history", "[Thu 5 Mar · Upper]")
    assert "Size · 3 sets · 1,426 kg · 70 min" in heard
    assert stage.newest.startswith("Thu 5 Mar · Upper\n")
    assert "📝 Slept well.\nShort on time\nBench Press (Barbell): Pause\nat the chest" in stage.newest
    await stage.hears("[Save as routine]")
    assert "Upper" in stage.labels()[0]
    await stage.hears("/export")
    table = next(content for name, content in files(stage).items() if name.endswith(".csv"))
    log = read_log(table, Told(), date(2026, 12, 1))
    assert isinstance(log, ImportedLog)
    assert [(each.name, each.duration_s) for each in log.workouts] == [("Lower", 3300), ("Upper", 4200)]
    assert log.workouts[1].note == "Slept well.\nShort on time\nBench Press (Barbell): Pause\nat the chest"


async def test_a_note_of_another_app_is_bounded_and_only_text(stage: Stage, tmp_path: Path) -> None:
    noted = f"<b>=1+1</b> \x07{'long ' * 400}"
    heading, *rows = HEVY.read_text().splitlines()
    file = tmp_path / "noted.csv"
    file.write_text("\n".join([heading, *(row.replace("Slept well.", noted) for row in rows)]))
    await sent(stage, file)
    await stage.hears("[Import]", "/history", "[Thu 5 Mar · Upper]")
    note = stage.newest.split("📝 ")[1].split("\n\n")[0]
    assert note.startswith("<b>=1+1</b> long long")
    assert len(note) <= 1000
    stage.is_clean()
