"""An import goes in small pieces, so that others' sets go between; what it was staged as is swept away."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.importing.desk import KEPT_AT_ONCE, pieces
from core.coach.data import importing
from core.model.importing import Shown
from core.store import erasing
from tests.dialogs.data.test_json_round_trip import exported
from tests.dialogs.stage import Stage

HEADING = "Date;Workout Name;Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes"
STAGING = ("import_workout", "workout", "logged_set")


def long_log(stage: Stage, folder: Path, workouts: int, sets: int) -> Path:
    days = [stage.clock.now() - timedelta(days=ago) for ago in range(1, workouts + 1)]
    rows = [
        f'{day:%Y-%m-%d} 07:00:00;"Legs";"Squat (Barbell)";{number};100;8;;;;'
        for day in days
        for number in range(1, sets + 1)
    ]
    file = folder / "long.csv"
    file.write_text("\n".join([HEADING, *rows]) + "\n", "utf-8")
    return file


async def left(stage: Stage) -> list[int]:
    counts = await stage.read(erasing.row_counts)
    return [counts[table] for table in STAGING]


@pytest.mark.parametrize(("workouts", "sets"), [(20, 10), (70, 1), (3, 90)])
async def test_no_piece_stages_much_more_than_sixty_sets(
    stage: Stage, tmp_path: Path, workouts: int, sets: int
) -> None:
    await stage.hears(f"@{long_log(stage, tmp_path, workouts, sets)}")
    athlete_id, run = stage.athlete.id, stage.room.store.run
    await run(importing.begin_staging, athlete_id, 1, stage.clock.now())
    place: int | None = 0
    before = 0
    while place is not None:
        place = await run(importing.stage_some, athlete_id, 1, place)
        staged = (await left(stage))[2]
        assert staged - before < importing.SETS_AT_ONCE + sets
        before = staged
    assert before == workouts * sets


async def test_what_a_dead_bot_left_behind_goes_with_the_next_press(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(f"@{long_log(stage, tmp_path, 80, 10)}")
    athlete_id, now = stage.athlete.id, stage.clock.now()
    run = stage.room.store.run
    assert not await run(importing.sweep, athlete_id, 1)
    await run(importing.begin_staging, athlete_id, 1, now)
    place: int | None = 0
    while place is not None:
        place = await run(importing.stage_some, athlete_id, 1, place)
    assert not await run(importing.sweep, athlete_id, 1)
    shown = await run(importing.show, athlete_id, 1, now)
    assert isinstance(shown, Shown)
    assert (shown.workouts, shown.sets) == (80, 800)
    assert await run(importing.sweep, athlete_id, 1)
    assert await left(stage) == [60, 80, 800]
    await stage.restart()
    assert "Imported: 80 workouts, 800 sets" in await stage.hears("[Import]")
    assert await left(stage) == [0, 80, 800]


async def stage_all(stage: Stage) -> None:
    """Everything of import 1 but the step that shows it, after which a bot may end."""
    athlete_id, run = stage.athlete.id, stage.room.store.run
    await run(importing.begin_staging, athlete_id, 1, stage.clock.now())
    place: int | None = 0
    while place is not None:
        place = await run(importing.stage_some, athlete_id, 1, place)


LOOKS = (
    "/history", "/records", "/records squat", "/max", "/progress squat", "/volume", "/calendar", "/programme",
    "/exercises squat", "/privacy", "/plan", "/log squat 80x5", "/undo", "/finish",
)  # fmt: skip


async def looks(stage: Stage) -> list[str]:
    """What is answered, without the numbers of messages."""
    heard = [await stage.hears(command) for command in LOOKS]
    return [re.sub(r"^ *\d+[ ·]+(✎ )?|on \d+$", "", one, flags=re.MULTILINE) for one in heard]


async def test_nothing_that_is_staged_is_seen_before_all_is_shown(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("/log squat 60x5", "/finish", "+2d", f"@{long_log(stage, tmp_path, 3, 4)}")
    await looks(stage)
    before, given = await looks(stage), (await exported(stage))["workouts"]
    await stage_all(stage)
    assert await left(stage) == [3, 6, 15]  # each look has logged a set and taken it back
    assert await looks(stage) == before
    assert (await exported(stage))["workouts"] == given
    await stage.room.store.run(importing.show, stage.athlete.id, 1, stage.clock.now())
    assert await looks(stage) != before


async def test_what_is_staged_is_erased_by_forgetting(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("/log squat 60x5", "/finish", f"@{long_log(stage, tmp_path, 3, 4)}")
    await stage_all(stage)
    await stage.hears("/forget", "[Erase everything]")
    counts = await stage.read(erasing.row_counts)
    kept = ("import", "import_workout", "imported_workout", "workout", "logged_set", "skipped_set")
    assert [counts[table] for table in kept] == [0] * len(kept)


async def test_an_undo_takes_all_out_at_once_and_sweeps_in_small_pieces(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("/log squat 60x5", "/finish", f"@{long_log(stage, tmp_path, 80, 10)}", "[Import]")
    athlete_id, run = stage.athlete.id, stage.room.store.run
    undone = await run(importing.undo, athlete_id, 1, stage.clock.now())
    assert isinstance(undone, Shown)
    assert (undone.workouts, undone.sets) == (80, 800)
    assert len((await exported(stage))["workouts"]) == 1
    before = (await left(stage))[2]
    assert before == 801
    while await run(importing.sweep, athlete_id, 1):
        after = (await left(stage))[2]
        assert before - after <= importing.SWEPT_AT_ONCE
        before = after
    assert await left(stage) == [0, 1, 1]


async def test_what_a_dead_bot_left_of_an_undo_goes_with_the_next_file(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(f"@{long_log(stage, tmp_path, 30, 2)}", "[Import]")
    await stage.room.store.run(importing.undo, stage.athlete.id, 1, stage.clock.now())
    await stage.restart()
    heard = await stage.hears(f"@{long_log(stage, tmp_path, 4, 2)}")
    assert "already" not in heard
    assert await left(stage) == [4, 0, 0]


async def test_what_is_left_of_one_file_is_never_part_of_the_next(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(f"@{long_log(stage, tmp_path, 4, 3)}")
    athlete_id, now = stage.athlete.id, stage.clock.now()
    await stage.room.store.run(importing.begin_staging, athlete_id, 1, now)
    await stage.room.store.run(importing.stage_some, athlete_id, 1, 0)
    await stage.room.store.run(importing.show, athlete_id, 1, now)
    heard = await stage.hears(f"@{long_log(stage, tmp_path, 5, 3)}")
    assert "4 of them are in your log already" in heard
    assert "Imported: 1 workout, 3 sets" in await stage.hears("[Import]")


def test_read_workouts_are_kept_a_few_at_a_time() -> None:
    bodies = [b"a" * 9_000, b"b" * 9_000, b"c" * 9_000, b"d" * 90_000, b"e"]
    found = list(pieces(bodies))
    assert [first for first, _ in found] == [0, 2, 3, 4]
    assert b"".join(body.encode() for _, some in found for body in some) == b"".join(bodies)
    assert all(len(some) == 1 or sum(map(len, some)) <= KEPT_AT_ONCE for _, some in found)
    assert list(pieces([])) == []
