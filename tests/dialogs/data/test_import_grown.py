"""A workout that was exported again with more in it: only what is new comes in, and only that goes again."""

from __future__ import annotations

from pathlib import Path

from core.coach.history import rewriting
from core.model.workout import LoggedSet
from core.store import erasing
from core.store.port import Tx
from core.store.workouts import closed_workouts
from tests.dialogs.data.test_export import files
from tests.dialogs.data.test_json_round_trip import comparable, exported, sent_back
from tests.dialogs.stage import Stage

HEADING = "Date;Workout Name;Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes"
FIRST = ("Squat (Barbell);W;60;5", "Squat (Barbell);1;100;5", "Squat (Barbell);2;100;5")
MORE = ("Squat (Barbell);3;100;4", "Bench Press (Barbell);1;80;8")


def log(folder: Path, *sets: str, title: str = "Legs", name: str = "log.csv") -> str:
    rows = [f'2025-11-03 18:00:00;"{title}";{one};;;;' for one in sets]
    file = folder / name
    file.write_text("\n".join([HEADING, *rows]) + "\n", "utf-8")
    return f"@{file}"


async def sets_of(stage: Stage) -> list[list[str]]:
    """What stands of each workout: exercise, weight, reps, its place and its number."""
    found = await stage.read(closed_workouts, stage.athlete.id)
    return [[_shown(one) for one in each.sets] for each in found]


def _shown(one: LoggedSet) -> str:
    return f"{one.exercise_id} {one.load} {one.reps} {one.exercise_index}.{one.set_number}"


GROWN = [
    "back_squat 60 kg 5 0.0",
    "back_squat 100 kg 5 0.1",
    "back_squat 100 kg 5 0.2",
    "back_squat 100 kg 4 0.3",
    "bench_press 80 kg 8 1.1",
]


async def test_only_the_new_sets_of_a_grown_workout_come_in(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("+100d", log(tmp_path, *FIRST), "[Import]")
    assert await sets_of(stage) == [GROWN[:3]]
    heard = await stage.hears(log(tmp_path, *FIRST, *MORE))
    assert "1 in your log already has grown since: only its new sets come in." in heard
    assert "Imported: 2 sets, 1 workout has grown." in await stage.hears("[Import]")
    assert await sets_of(stage) == [GROWN]
    heard = await stage.hears(log(tmp_path, *FIRST, *MORE), "[Import]")
    assert "1 of them is in your log already" in heard
    assert "Nothing new" in heard
    assert await sets_of(stage) == [GROWN]


async def test_undo_takes_just_the_new_sets_back(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("+100d", log(tmp_path, *FIRST), "[Import]")
    (before,) = await stage.read(closed_workouts, stage.athlete.id)
    await stage.hears(log(tmp_path, *FIRST, *MORE), "[Import]")
    assert "Taken back: 2 sets." in await stage.hears("[Undo the import]")
    (after,) = await stage.read(closed_workouts, stage.athlete.id)
    assert after == before
    left = await stage.read(erasing.row_counts)
    assert [left[table] for table in ("staged_growth", "grown_workout", "grown_set")] == [0, 0, 0]


async def test_what_was_corrected_or_deleted_here_is_not_brought_back(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("+100d", log(tmp_path, *FIRST), "[Import]")
    (workout,) = await stage.read(closed_workouts, stage.athlete.id)
    _, first, second = workout.sets

    def put_right(tx: Tx) -> None:
        now = stage.room.clock.now()
        rewriting.correct(tx, stage.athlete.id, first.id, first.load, 6, None, now)
        rewriting.delete(tx, stage.athlete.id, second.id, now)

    await stage.room.store.run(put_right)
    await stage.hears(log(tmp_path, *FIRST), "[Import]")
    assert await sets_of(stage) == [["back_squat 60 kg 5 0.0", "back_squat 100 kg 6 0.1"]]
    await stage.hears(log(tmp_path, *FIRST, *MORE), "[Import]")
    assert (await sets_of(stage))[0][2:] == ["back_squat 100 kg 4 0.3", "bench_press 80 kg 8 1.1"]


async def test_a_name_that_was_left_out_is_left_out_again(stage: Stage, tmp_path: Path) -> None:
    odd = "Zercher Wobble Press;1;40;8"
    await stage.hears("+100d", log(tmp_path, *FIRST, odd))
    await stage.hears("[Zercher Wobble Pre → your own]", "[Import]")
    heard = await stage.hears(log(tmp_path, *FIRST, odd))
    assert "• Zercher Wobble Press (1 set) → left out" in heard
    assert "Nothing new" in await stage.hears("[Import]")
    await stage.hears(log(tmp_path, *FIRST, odd), "[Zercher Wobble Pre → ]", "[Import]")
    assert [len(sets) for sets in await sets_of(stage)] == [4]


async def test_another_choice_for_a_name_adds_nothing_twice(stage: Stage, tmp_path: Path) -> None:
    odd = "Squat Wobble;1;40;8"
    await stage.hears("+100d", log(tmp_path, *FIRST, odd), "[Import]")
    assert [len(sets) for sets in await sets_of(stage)] == [4]
    await stage.hears(log(tmp_path, *FIRST, "Squat Wobbly;1;40;8"), "[Import]")
    assert [len(sets) for sets in await sets_of(stage)] == [4]


async def test_two_workouts_of_one_second_stay_two(stage: Stage, tmp_path: Path) -> None:
    both = log(tmp_path, *FIRST)
    text = (tmp_path / "log.csv").read_text("utf-8")
    arms = '2025-11-03 18:00:00;"Arms";Hammer Curl (Dumbbell);1;14;12;;;;'
    (tmp_path / "log.csv").write_text(f"{text}{arms}\n", "utf-8")
    await stage.hears("+100d", both, "[Import]")
    assert [len(sets) for sets in await sets_of(stage)] == [3, 1]
    assert "Nothing new" in await stage.hears(both, "[Import]")
    assert [len(sets) for sets in await sets_of(stage)] == [3, 1]


async def test_another_app_may_hold_another_workout_of_that_second(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("+100d", log(tmp_path, *FIRST), "[Import]")
    other = log(tmp_path, "Bench Press (Barbell);1;80;8", "Deadlift (Barbell);1;140;5", title="Upper")
    heard = await stage.hears(other)
    assert "has grown since" not in heard
    assert "Imported: 1 workout, 2 sets." in await stage.hears("[Import]")
    assert await sets_of(stage) == [GROWN[:3], ["bench_press 80 kg 8 0.1", "deadlift 140 kg 5 1.1"]]


async def test_a_workout_logged_here_is_not_doubled_by_its_own_export(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("/log squat 100x5 @8", "+3m", "82.5x7", "/finish", "/export")
    table = next(content for name, content in files(stage).items() if name.endswith(".csv"))
    (tmp_path / "mine.csv").write_bytes(table)
    before = await sets_of(stage)
    assert "Nothing new" in await stage.hears("+1d", f"@{tmp_path / 'mine.csv'}", "[Import]")
    assert await sets_of(stage) == before


async def test_our_own_json_brings_the_sets_that_are_missing(stage: Stage, tmp_path: Path) -> None:
    await stage.hears("/log squat 3x5x100", "bench 80x8", "/finish")
    whole = await exported(stage)
    (workout,) = whole["workouts"]
    less = {**whole, "workouts": [{**workout, "sets": workout["sets"][:2]}]}
    await stage.hears("/forget", "[Erase everything]", "+1m", "/start", sent_back(tmp_path, less), "[Import]")
    assert "1 in your log already has grown since" in await stage.hears(sent_back(tmp_path, whole))
    assert "Imported: 2 sets, 1 workout has grown." in await stage.hears("[Import]")
    assert comparable(await exported(stage))["workouts"] == comparable(whole)["workouts"]
    await stage.hears("[Undo the import]")
    assert comparable(await exported(stage))["workouts"] == comparable(less)["workouts"]


async def test_a_log_saved_without_its_seconds_is_the_same_log(stage: Stage, tmp_path: Path) -> None:
    log(tmp_path, *FIRST)
    file = tmp_path / "log.csv"
    seconds, minutes = file.read_text().replace("18:00:00", "18:00:11"), tmp_path / "saved.csv"
    file.write_text(seconds)
    minutes.write_text(seconds.replace("2025-11-03 18:00:11", "03.11.2025 18:00"))
    await stage.hears("+100d", f"@{file}", "[Import]")
    assert "1 of them is in your log already" in await stage.hears(f"@{minutes}")
    assert "Nothing new" in await stage.hears("[Import]")
    assert await sets_of(stage) == [GROWN[:3]]
    another = tmp_path / "another.csv"
    another.write_text(seconds.replace("18:00:11", "18:00:40"))
    assert "in your log already" not in await stage.hears(f"@{another}")
