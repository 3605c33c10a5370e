"""What a bell leaves to do behind it is done, whatever Telegram answers and whenever the bot dies."""

from __future__ import annotations

from datetime import timedelta

from bot.terminal.faults import Lose
from tests.dialogs.stage import Stage

SET_ONE = ("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "+2s")


async def test_a_card_that_could_not_be_folded_folds_when_telegram_takes_it(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    stage.telegram.faults.fail("editMessageText", retry_after_s=45)
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+58s")
    assert stage.labels(3) == ["Skip rest", "+30 s", "−30 s", "Fix"]
    assert "3  (edited) Bench press 1/4 ✓ 80 kg × 10" in await stage.hears("+10s")
    assert stage.labels(3) == []
    stage.warned = {"an old card was not folded yet"}


async def test_sets_of_a_card_that_was_not_folded_are_told_as_they_stand_by_then(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    stage.telegram.faults.fail("editMessageText", lose=Lose.RESET_UNDONE, times=5)
    await stage.hears("+58s", "set 1 was 9", "+10s")
    assert stage.message(3)["text"] == "Bench press 1/4 ✓ 80 kg × 9"
    stage.warned = {"an old card was not folded yet"}


async def test_a_bot_that_dies_behind_a_bell_folds_the_card_above_once_it_runs_again(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    stage.telegram.faults.fail("editMessageText", retry_after_s=45)
    await stage.hears("+58s")
    assert stage.labels(3)
    await stage.restart(after=timedelta(seconds=15))
    await stage.hears("+0s")
    assert stage.message(3)["text"] == "Bench press 1/4 ✓ 80 kg × 10"
    assert stage.labels(3) == []
    stage.warned = {"an old card was not folded yet"}


async def test_a_card_asked_again_after_a_warm_up_leaves_though_later(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[Warm-up done]", "+3s")
    stage.telegram.faults.fail("deleteMessage", retry_after_s=45)
    assert "🔔 Bench press · set 1 of 4" in await stage.hears("+2m")
    await stage.hears("+10s")
    asked = [message.id for message in stage.bot_messages if "set 1 of 4" in str(message.body["text"])]
    assert asked == [stage.bot_messages[-1].id]
    stage.warned = {"an old card was not folded yet"}


async def test_an_overview_that_could_not_be_unpinned_at_once_is_in_the_end(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    assert stage.telegram.chats[stage.athlete.id].pinned == [2]
    stage.telegram.faults.fail("unpinChatMessage", retry_after_s=45)
    await stage.hears("/finish", "+2m")
    assert stage.telegram.chats[stage.athlete.id].pinned == []


async def test_an_overview_that_could_not_be_pinned_at_once_is_soon(stage: Stage) -> None:
    await stage.hears("bench 80x8")
    stage.telegram.faults.fail("pinChatMessage", retry_after_s=45)
    await stage.hears("8", "+2m")
    (pinned,) = stage.telegram.chats[stage.athlete.id].pinned
    assert "80 kg × 8, 8" in str(stage.message(pinned)["text"])


async def test_a_question_that_could_not_be_taken_away_is_at_the_next_bell(stage: Stage) -> None:
    await stage.hears(*SET_ONE, "+70m")
    asked = stage.bot_messages[-1].id
    assert "Still training?" in str(stage.message(asked)["text"])
    stage.telegram.faults.fail("deleteMessage", retry_after_s=45)
    await stage.hears("80x9", "+3m")
    stage.warned = {"an answered question was not taken away"}
    await stage.hears("80x8", "+3m")
    assert asked not in stage.telegram.chats[stage.athlete.id].messages


async def test_an_undo_whose_answer_did_not_leave_is_told_when_it_does(stage: Stage) -> None:
    await stage.hears(*SET_ONE, "+58s")
    stage.telegram.faults.fail("editMessageText", retry_after_s=45)
    heard = await stage.hears("/undo", "+3s")
    assert "3  (edited) ↩ Bench press set 1 taken back: 80 kg × 10" in heard
    assert "already" not in heard
    assert await stage.sets() == []
    stage.warned = {"an update is tried again"}
