"""/privacy and /forget as an athlete meets them, and what is left of them on the disk."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import timedelta

from core.coach.history import retelling
from core.store import erasing, timers
from tests.dialogs.group.test_group import bot_messages, says
from tests.dialogs.stage import Stage, intermediate

CANARY = "zercher wobble press"


def remains(stage: Stage, *wanted: bytes) -> list[bytes]:
    """What of some bytes stands in the database, its log or its index."""
    files = stage.path.parent.glob(f"{stage.path.name}*")
    held = b"".join(found.read_bytes() for found in files).lower()
    return [each for each in wanted if each.lower() in held]


async def trains(stage: Stage) -> None:
    """An exercise of one's own, a workout with a logged set, and a rest that runs."""
    await stage.hears(f"{CANARY} 20x10", "[➕ Add it]", "[Push: chest]", "[Barbell]", "/finish")
    await stage.hears("/plan size", "[▶ Start]", "[Warm-up done]", "[✅ 80 kg × 10]")


async def test_everything_goes_in_one_go_and_start_begins_afresh(stage: Stage) -> None:
    other = stage.telegram.add_user("Sam")
    await stage.introduces(other, intermediate())
    await trains(stage)
    mine = str(stage.athlete.id).encode()
    assert remains(stage, CANARY.encode(), mine) == [CANARY.encode(), mine]
    heard = await stage.hears("/forget")
    assert "Erase everything? 2 workouts, 6 sets, your profile, plan, timers and all else I know" in heard
    heard = await stage.hears("[Erase everything]")
    assert "Erased: 2 workouts, 6 sets, your profile, your best lifts" in heard
    assert remains(stage, CANARY.encode(), mine, b"back_squat", b"bench_press") == [
        b"back_squat",  # the other one's best lifts stand
        b"bench_press",
    ]
    left = await stage.read(erasing.row_counts)
    assert (left["athlete"], left["one_rep_max"], left["workout"], left["forgotten"]) == (1, 3, 0, 1)
    assert await stage.read(timers.next_due) is None
    heard = await stage.hears("+90s", "/start")
    assert "🔔" not in heard
    assert "1/7 · What do you train for?" in heard
    stage.is_clean()


async def test_what_was_sent_before_comes_late_and_brings_nothing_back(stage: Stage) -> None:
    await trains(stage)
    card = next(each for each in reversed(stage.bot_messages) if "Skip rest" in stage.labels(each.id))
    sent_at = int(stage.clock.now().timestamp())
    await stage.hears("+2s", "/forget", "[Erase everything]", "+2s")
    shown = len(stage.bot_messages)
    for words in ("80x8", "hello"):
        stage.telegram.user_sends_content(stage.athlete, {"text": words, "date": sent_at})
    command = [{"type": "bot_command", "offset": 0, "length": 6}]
    content = {"text": "/start", "entities": command, "date": sent_at}
    stage.telegram.user_sends_content(stage.athlete, content)
    tap = stage.telegram.user_taps(stage.athlete, card.id, "Skip rest")
    await stage.settle()
    assert tap.answered
    said = stage.telegram.ledger.calls("answerCallbackQuery")[-1]
    assert "no longer valid" in str(said.params["text"])
    assert len(stage.bot_messages) == shown
    left = await stage.read(erasing.row_counts)
    assert [table for table in ("athlete", "workout", "timer", "card", "plan") if left[table]] == []
    assert "1/7" in await stage.hears("/start")


async def test_who_blocks_the_bot_after_it_leaves_no_id_behind(stage: Stage) -> None:
    await trains(stage)
    await stage.hears("/forget", "[Erase everything]", "+2s")
    stage.telegram.user_blocks(stage.athlete)
    await stage.settle()
    before = len(stage.telegram.ledger)
    await stage.restart(after=timedelta(hours=5))
    assert rows_with(stage, stage.athlete.id) == []
    assert [call for call in stage.telegram.ledger if call.number > before and call.chat_id] == []


async def test_a_picture_drawn_while_its_athlete_is_forgotten_is_not_remembered(stage: Stage) -> None:
    """It is drawn beside everything else, and may take seconds."""
    await trains(stage)
    await stage.hears("/finish")
    drawn = stage.athlete.id, (await stage.workout()).id, "recap", "digest", "file id", stage.clock.now()
    await stage.room.store.run(retelling.recap_pictured, *drawn)
    assert (await stage.read(erasing.row_counts))["picture"] == 1
    await stage.hears("/forget", "[Erase everything]", "+2s")
    await stage.room.store.run(retelling.recap_pictured, *drawn)
    assert rows_with(stage, stage.athlete.id) == []


def rows_with(stage: Stage, athlete_id: int) -> list[str]:
    """The tables where an id stands, as a number or in a text."""
    with closing(sqlite3.connect(f"file:{stage.path}?mode=ro", uri=True)) as connection:
        tables = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
        return [
            table
            for (table,) in tables
            for row in connection.execute(f"select * from {table}")  # noqa: S608  # our own names
            if re.search(rf"\b{athlete_id}\b", str(row))
        ]


async def test_a_slip_of_the_thumb_later_erases_nothing(stage: Stage) -> None:
    await trains(stage)
    await stage.hears("/forget", "+16m")
    heard = await stage.hears("[Erase everything]")
    assert "alert: That was asked a while ago. Send /forget again." in heard
    assert (await stage.read(erasing.row_counts))["workout"] == 2
    heard = await stage.hears("/forget", "[Keep it]")
    assert "Nothing was erased. Everything you logged is still here." in heard


async def test_in_a_group_it_is_asked_in_private(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/forget")
    newest = bot_messages(stage, group)[-1]
    assert "What you did here goes, too" in str(newest.body["text"])


async def test_a_stranger_has_nothing_to_erase(newcomer: Stage) -> None:
    assert "I keep nothing about you" in await newcomer.hears("/forget")
