"""A backup is put back: what Telegram hands out once more is known, nobody's set is doubled."""

from __future__ import annotations

from datetime import timedelta

from bot.callbacks import UndoSet, encode
from core.model.workout import WorkoutState
from core.store import backups
from tests.dialogs.group.test_group import NO_PIN, bot_messages, newest_toast, says, taps
from tests.dialogs.stage import Stage


async def test_what_comes_again_after_a_backup_was_put_back_doubles_nothing(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]")
    given: list[dict[str, object]] = []
    queue = stage.telegram.updates
    add_raw = queue.add_raw

    def noting(update: dict[str, object]) -> None:
        given.append(update)
        add_raw(update)

    queue.add_raw = noting  # type: ignore[method-assign]
    await stage.hears("80x10", "[Skip]", "80x9")
    copy = stage.path.with_name("copy.db")
    backups.make_backup(stage.path, copy)
    in_copy = len(given)
    await stage.hears("80x8")
    assert await stage.sets() == ["80×10", "80×9", "80×8"]
    await stage.chat.close()
    backups.restore(copy, stage.path)
    for update in list(given):  # the last one is not in the copy: it is logged, and once
        add_raw(update)
        add_raw(update)
    await stage.restart(after=timedelta(seconds=30))
    assert in_copy < len(given)
    assert await stage.sets() == ["80×10", "80×9", "80×8"]


async def test_a_set_taken_back_leaves_all_of_its_cards(stage: Stage) -> None:
    """It had two: put back it stands on the one that asked for it anew, and the first one points there."""
    await stage.hears("/plan", "[▶ Start]", "80x10", "+60s", "80x8", "/undo", "[Put it back]")
    first = next(one for one in stage.bot_messages if "set 2 stands again ↓" in str(one.body["text"]))
    await stage.hears("/undo")
    assert first.body["text"] == "Bench press set 2 ↓"
    assert not any("✓ 80 kg × 8" in str(one.body["text"]) for one in stage.bot_messages)
    stage.is_clean()


async def test_a_set_put_back_above_the_card_that_stands_is_one_line(stage: Stage) -> None:
    """The set before it is to do again: its own card is not the newest, and counted down nothing."""
    await stage.hears("/plan", "[▶ Start]", "[Skip]", "+5s", "80x10", "+5s", "/undo", "+5s", "/undo", "+5s")
    await stage.hears("[Put it back]")
    assert "Bench press 2/4 ✓ 80 kg × 10" in [one.body["text"] for one in stage.bot_messages]
    assert [one.id for one in stage.bot_messages if stage.labels(one.id)] == [stage.bot_messages[-1].id]
    await stage.hears("/undo", "+5s", "[Put it back]")
    assert "Bench press 2/4 ✓ 80 kg × 10" in [one.body["text"] for one in stage.bot_messages]
    assert [one.id for one in stage.bot_messages if stage.labels(one.id)] == [stage.bot_messages[-1].id]
    stage.is_clean()


async def test_one_put_back_by_words_above_the_card_that_stands_is_one_line(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[Skip]", "+5s", "80x10", "+5s", "/undo", "+5s", "/undo", "+5s")
    await stage.hears("put it back", "+5s")
    assert "Bench press 2/4 ✓ 80 kg × 10" in [one.body["text"] for one in stage.bot_messages]
    assert not any("Next: " in str(one.body["text"]) for one in stage.bot_messages)
    stage.is_clean()


async def test_take_it_back_tapped_twice_says_that_it_is(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "[Fix]")
    card = stage.bot_messages[-1].id
    for _ in range(2):
        stage.telegram.user_taps(stage.athlete, card, "Take it back")
    await stage.settle()
    assert newest_toast(stage) == "That set is taken back already."
    assert await stage.sets() == []
    stage.is_clean()


async def test_put_back_tapped_twice_says_that_the_set_stands(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "/undo")
    card = next(one.id for one in stage.bot_messages if "Put it back" in stage.labels(one.id))
    for _ in range(2):
        stage.telegram.user_taps(stage.athlete, card, "Put it back")
    await stage.settle()
    assert newest_toast(stage) == "That set stands again already."
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


async def test_a_set_of_the_workout_before_is_taken_back_while_another_runs(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "80x9")
    card = next(one.id for one in stage.bot_messages if "✓ 80 kg × 9" in str(one.body.get("text")))
    first = await stage.workout()
    await stage.hears("/finish")
    recap = stage.bot_messages[-1].id
    await stage.hears("+20h", "/log squat 100x5")
    running = await stage.workout()
    stage.telegram.user_presses(stage.athlete, card, encode(UndoSet(first.id, 0, 2)))
    await stage.settle()
    assert "2 sets" not in str(stage.message(recap)["text"])
    assert (await stage.workout()).id == running.id
    assert await stage.sets() == ["100×5"]
    stage.is_clean()


async def test_a_set_of_days_ago_is_taken_back_without_going_on(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "80x9")
    card = next(one.id for one in stage.bot_messages if "✓ 80 kg × 9" in str(one.body.get("text")))
    first = await stage.workout()
    await stage.hears("/finish", "+3d")
    before = len(stage.bot_messages)
    stage.telegram.user_presses(stage.athlete, card, encode(UndoSet(first.id, 0, 2)))
    await stage.settle()
    assert (await stage.workout()).state is WorkoutState.FINISHED
    assert await stage.sets() == ["80×10"]
    assert len(stage.bot_messages) == before
    stage.is_clean()


async def test_in_a_group_a_set_put_back_still_says_whose_it_is(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group, me = stage.telegram.add_group("Gym", stage.athlete), stage.athlete
    await says(stage, me, group, "/plan")
    await taps(stage, me, group, bot_messages(stage, group)[-1], "▶ Start")
    await taps(stage, me, group, bot_messages(stage, group)[-1], "✅ 80 kg × 10")
    await says(stage, me, group, "/undo")
    undone = next(one for one in bot_messages(stage, group) if "taken back" in str(one.body.get("text")))
    await taps(stage, me, group, undone, "Put it back")
    edits = stage.telegram.ledger.calls("editMessageText")
    assert [call.params["text"] for call in edits if me.first_name not in str(call.params["text"])] == []
    stage.is_clean()
