"""Rows E1 to E5 of `docs/faults.md`: what may be wrong with a tap, and what the lifter is told."""

from __future__ import annotations

import pytest

from bot.callbacks import LogSet, encode
from core.units import Load
from tests.dialogs.group.test_group import newest_toast
from tests.dialogs.stage import Stage, intermediate

STARTED = ("/plan", "[▶ Start]")
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
UNCHANGED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the"
    " same as a current content and reply markup of the message"
)


FORGED = ("1.ls.-1.0.1.80000k.8.", "1.ls.1.0.1.99999999999999999999k.8.", "0.lg.1", "☃" * 16)


@pytest.mark.parametrize("data", FORGED)
async def test_e1_a_forged_button_gets_one_toast_and_changes_nothing(stage: Stage, data: str) -> None:
    await stage.hears(*STARTED)
    before = await stage.workout()
    stage.telegram.user_presses(stage.athlete, 3, data)
    await stage.settle()
    assert "button" in newest_toast(stage)
    assert await stage.workout() == before
    assert len(stage.bot_messages) == 2
    stage.is_clean()


async def test_e2_somebody_elses_button_gets_one_toast_and_logs_for_nobody(stage: Stage) -> None:
    await stage.hears(*STARTED)
    mine = await stage.workout()
    robin = stage.telegram.add_user("Robin")
    await stage.introduces(robin, intermediate())
    stage.telegram.user_presses(robin, 3, encode(LogSet(mine.id, 0, 1, Load.kg(80), 10)))
    await stage.settle()
    assert newest_toast(stage) == "That button is from before. /start shows where you are."
    assert await stage.workout() == mine
    stage.is_clean()


async def test_e3_a_button_of_a_workout_and_a_message_that_are_gone_gets_one_toast(stage: Stage) -> None:
    await stage.hears(*STARTED, "/finish")
    mine = await stage.workout()
    stage.telegram.user_deletes(stage.athlete, 3)
    stage.telegram.user_presses(stage.athlete, 3, encode(LogSet(mine.id, 0, 1, Load.kg(80), 10)))
    await stage.settle()
    assert newest_toast(stage) == "That workout is over. /plan shows the next one."
    assert await stage.workout() == mine
    stage.is_clean()


async def test_e4_thirty_taps_at_once_log_one_set_and_each_is_answered(stage: Stage) -> None:
    await stage.hears(*STARTED)
    taps = [stage.telegram.user_taps(stage.athlete, 3, "✅ 80 kg × 10") for _ in range(30)]
    await stage.settle()
    assert await stage.sets() == ["80×10"]
    assert all(tap.answered for tap in taps)


@pytest.mark.parametrize(
    ("method", "refused"),
    [
        ("answerCallbackQuery", TOO_OLD),
        ("editMessageText", UNCHANGED),
        ("editMessageText", "Bad Request: message to edit not found"),
    ],
)
async def test_e5_a_refusal_of_every_day_costs_no_word(stage: Stage, method: str, refused: str) -> None:
    await stage.hears(*STARTED)
    stage.telegram.faults.fail(method, status=400, description=refused)
    stage.telegram.user_taps(stage.athlete, 3, "✅ 80 kg × 10")
    await stage.settle()
    assert await stage.sets() == ["80×10"]
    assert len(stage.bot_messages) == 2
    stage.unavoidable = {f"{method}: {refused}"}
    stage.telegram.taps.clear()  # the one whose answer was refused is answered no second time
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+60s")


async def test_where_no_reaction_is_allowed_the_card_tells_that_a_set_was_taken(stage: Stage) -> None:
    refused = "Bad Request: REACTION_INVALID"
    await stage.hears(*STARTED)
    stage.telegram.faults.fail("setMessageReaction", status=400, description=refused, times=None)
    heard = await stage.hears("80x10")
    assert "3  (edited) ✓ 80 kg × 10 · rest 60 s, next set in 1 min" in heard
    await stage.hears("+60s", "skip", "/undo", "/finish", "+1m")
    assert not any("my fault" in str(message.body["text"]) for message in stage.bot_messages)


@pytest.mark.parametrize("why", ["not enough rights to pin a message", "CHAT_NOT_MODIFIED"])
async def test_where_nothing_may_be_pinned_the_overview_is_told_all_the_same(
    stage: Stage, why: str
) -> None:
    await stage.hears(*STARTED)
    stage.telegram.faults.fail("pinChatMessage", status=400, description=f"Bad Request: {why}", times=None)
    assert "1 of 20 sets" in await stage.hears("80x10", "+2s")
    stage.telegram.faults.fail("unpinChatMessage", status=400, description=f"Bad Request: {why}")
    assert "✓ Size · Upper body A · 1 set" in await stage.hears("/finish", "+20s")
