"""Every bad log that people send, in the chat: what is said, with line numbers, and that nothing is kept."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from core.imports import LARGEST_BYTES, MOST_ROWS
from core.store import erasing
from core.store.workouts import closed_workouts
from tests.dialogs.stage import Stage

HEADING = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds"
)
GOOD = "2025-03-01 18:02:11;Push;Bench Press (Barbell);1;80;kg;8;8,5;;;0"
TOOK_NOTHING = "Some lines can't be right, so I took nothing:"
KEPT = ("import", "import_workout", "staged_growth", "staged_set", "imported_workout", "workout")


def log_of(*rows: str) -> bytes:
    return "\n".join((HEADING, GOOD, *rows, "")).encode()


def zipped(inside: str) -> bytes:
    box = BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr(inside, log_of())
    return box.getvalue()


async def sent(stage: Stage, content: bytes, name: str = "strong.csv") -> str:
    """What the bot says to a file."""
    stage.telegram.user_sends_file(stage.athlete, name, content)
    await stage.settle()
    return stage.newest


async def is_untouched(stage: Stage) -> bool:
    counts = await stage.read(erasing.row_counts)
    return [counts[table] for table in KEPT] == [0] * len(KEPT)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped("strong.csv"), ["That is no CSV, whatever its name"]),
        (zipped("xl/workbook.xml"), ["That is no CSV, whatever its name"]),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), ["That is no CSV, whatever its name"]),
        (b"\xff\xd8\xff\xe0" + bytes(500), ["That is no CSV, whatever its name"]),
        (b"GIF89a" + bytes(500), ["That is no CSV, whatever its name"]),
        (b"", ["That file is empty."]),
        (log_of() + b"x" * LARGEST_BYTES, ["10 MB are the most I read"]),
        (log_of(*[GOOD] * MOST_ROWS), ["50,000 rows are the most I read at once"]),
        (log_of(GOOD.replace("Push", '"' + "x" * 5_000_000)), [TOOK_NOTHING, "• line 3: a cell longer than"]),
        (log_of("Drücken;Übung") + b"\xc3\n", ["letters are broken", "• line 4: broken letters"]),
        (log_of().decode().encode("utf-16")[:-1], ["letters are broken", "• line"]),
        (log_of("\0\0"), ["That is no CSV", "• line 3: broken letters"]),
        (
            log_of(GOOD.replace("2025-03-01", "0001-01-01"), GOOD, GOOD.replace("2025-03-01", "9999-12-31")),
            [TOOK_NOTHING, "• line 3: no date that can be (0001-", "• line 5: no date that can be (9999-"],
        ),
        (log_of(GOOD.replace(";80;", ";=40+40;")), ["• line 3: no weight that can be (=40+40)"]),
        (log_of(GOOD.replace(";8;", ";<b>8</b>;")), ["• line 3: no number of reps (<b>8</b>)"]),
        (log_of(f"{GOOD};../../etc/passwd"), ["• line 3: not as many columns as the heading"]),
        (log_of(*[GOOD.replace(";80;", ";NaN;")] * 12), ["• line 12: no weight", "… and 2 more."]),
    ],
    ids=[
        "zip", "xlsx", "png", "jpg", "gif", "empty", "over 10 MB", "over 50,000 rows", "a cell of 5 MB",
        "cut UTF-8", "cut UTF-16", "NUL", "0001 and 9999", "formula", "HTML", "a cell more", "twelve lines",
    ],
)  # fmt: skip
async def test_a_bad_file_is_refused_and_leaves_nothing(
    stage: Stage, content: bytes, said: list[str]
) -> None:
    heard = await sent(stage, content)
    assert [words for words in said if words not in heard] == []
    assert stage.labels() == []
    assert await is_untouched(stage)
    stage.is_clean()


@pytest.mark.parametrize("name", ["../../etc/passwd", "<b>log</b>.csv", "=1+1.csv", "log.xlsx", "a" * 200])
async def test_a_files_own_name_does_not_matter(stage: Stage, name: str) -> None:
    assert "Your Strong log" in await sent(stage, log_of(), name)
    stage.is_clean()


@pytest.mark.parametrize("name", ["<b>Bench</b> press", "../../etc/bench press", "=1+1 bench press"])
async def test_names_of_exercises_are_only_text(stage: Stage, name: str) -> None:
    heard = await sent(stage, log_of(GOOD.replace("Bench Press (Barbell)", name)))
    assert f"• {name} (1 set) →" in heard
    await stage.hears("[Import]", "/history", "/export")
    (workout,) = await stage.read(closed_workouts, stage.athlete.id)
    assert 1 <= len(workout.sets) <= 2
    stage.is_clean()
