"""Telegram's answer to a bell is lost: whether it came is seen in the chat, and it never comes twice."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.callbacks import ShowPlan
from bot.terminal.faults import Lose
from bot.terminal.people import Message
from bot.texts import say
from bot.views.view import Button, View
from tests.dialogs.group.test_group import NO_PIN, bot_messages, says, taps
from tests.dialogs.stage import Stage, intermediate

SET_ONE = ("/plan", "[▶ Start]", "[✅ 80 kg × 10]")
SAME = (
    "editMessageReplyMarkup: Bad Request: message is not modified: specified new message content and reply"
    " markup are exactly the same as a current content and reply markup of the message"
)
NONE = "editMessageReplyMarkup: Bad Request: message to edit not found"
THEIRS = "editMessageReplyMarkup: Bad Request: message can't be edited"


@pytest.mark.parametrize("lose", list(Lose))
async def test_a_bell_whose_answer_was_lost_comes_once(stage: Stage, lose: Lose) -> None:
    stage.unavoidable = {SAME, NONE}
    await stage.hears(*SET_ONE)
    stage.telegram.faults.fail("sendMessage", lose=lose)
    await stage.hears("+60s")
    assert bells(stage) == 1
    card = stage.bot_messages[-1].id
    await stage.hears("+10m", f">{card} 80x9")
    assert await stage.sets() == ["80×10", "80×9"]


async def test_a_bell_behind_others_messages_is_found(stage: Stage) -> None:
    """Private chats share one sequence of numbers: what others write, and the athlete, lies in between."""
    stage.unavoidable = {SAME, NONE, THEIRS}
    await stage.hears(*SET_ONE)
    sam = stage.telegram.add_user("Sam")
    for writer in (sam, stage.athlete, sam):  # written, but not heard of yet
        stage.telegram.post(stage.telegram.chats[writer.id], writer, {"text": "hello"})
    stage.telegram.faults.fail("sendMessage", lose=Lose.RESET_DONE)
    await stage.hears("+60s")
    assert bells(stage) == 1


async def test_a_message_that_takes_the_buttons_on_loses_them_again(stage: Stage) -> None:
    stage.unavoidable = {NONE, THEIRS}
    await stage.hears(*SET_ONE)
    sender = stage.room.sender
    newest = sender.newest.of(stage.athlete.id)
    await stage.hears("/help")
    buttons = View(say("a card"), ((Button("8", ShowPlan()),),))
    assert await sender.find(stage.athlete.id, newest, buttons) is None
    assert "8" not in stage.labels()
    assert "/undo" in stage.newest


def bells(stage: Stage) -> int:
    """How many messages ask for the second set."""
    return sum("set 2 of 4" in str(message.body["text"]) for message in stage.bot_messages)


async def test_a_bell_that_was_cut_off_again_and_again_comes_in_the_end(stage: Stage) -> None:
    """Twice cut off, twice not there: it never arrived, and the next set has no card."""
    stage.unavoidable = {NONE, THEIRS}
    await stage.hears(*SET_ONE, "+2s")
    stage.telegram.faults.fail("sendMessage", lose=Lose.RESET_UNDONE, times=5)
    await stage.hears("+58s")
    assert bells(stage) == 0
    await stage.hears("+30s")
    assert bells(stage) == 1
    assert stage.labels(3) == []


async def test_a_bell_whose_answers_are_lost_over_and_over_comes_once(stage: Stage) -> None:
    stage.unavoidable = {SAME, NONE, THEIRS}
    await stage.hears(*SET_ONE, "+2s")
    stage.telegram.faults.fail("sendMessage", lose=Lose.TIME_OUT_DONE, times=None)
    stage.telegram.faults.fail("editMessageReplyMarkup", lose=Lose.TIME_OUT_UNDONE, times=4)
    await stage.hears("+58s", "+2m")
    assert bells(stage) == 1


async def test_a_bell_without_buttons_whose_answers_are_lost_comes_twice_at_most(stage: Stage) -> None:
    await stage.hears("/rest 60")
    stage.telegram.faults.fail("sendMessage", lose=Lose.TIME_OUT_DONE, times=None)
    await stage.hears("+60s", "+5m")
    assert sum("Rest is over" in str(message.body["text"]) for message in stage.bot_messages) == 2
    stage.warned = {"nobody knows whether a bell arrived"}


async def test_the_one_that_is_found_at_once_costs_one_refusal(stage: Stage) -> None:
    stage.unavoidable = {SAME}
    await stage.hears(*SET_ONE)
    stage.telegram.faults.fail("sendMessage", lose=Lose.TIME_OUT_DONE)
    await stage.hears("+60s")
    assert [call.method for call in stage.telegram.ledger.refused()] == ["editMessageReplyMarkup"]


async def test_looking_for_a_bell_leaves_the_card_of_somebody_else_alone(stage: Stage) -> None:
    """Two rest in a group, both bells at once: looking for the one must not take the other's buttons."""
    stage.unavoidable = {SAME, NONE, THEIRS, NO_PIN}
    robin = stage.telegram.add_user("Robin")
    await stage.introduces(robin, intermediate())
    group = stage.telegram.add_group("Gym", stage.athlete, robin)
    for lifter in (stage.athlete, robin):
        await says(stage, lifter, group, "/plan")
        await taps(stage, lifter, group, bot_messages(stage, group)[-1], "▶ Start")
        await taps(stage, lifter, group, bot_messages(stage, group)[-1], "✅ 80 kg × 10")

    def asked() -> list[Message]:
        return [one for one in bot_messages(stage, group) if "set 2 of 4" in str(one.body["text"])]

    await stage.hears("+2s")
    held = stage.telegram.faults.pause("sendMessage", chat_id=group.id)
    resting = asyncio.create_task(stage.advance(timedelta(seconds=58)))
    await held.reached()
    await stage.telegram.until(lambda: len(asked()) == 1)
    stage.telegram.faults.fail("sendMessage", lose=Lose.TIME_OUT_UNDONE, chat_id=group.id)
    held.release()
    await resting
    assert [bool(one.body.get("reply_markup")) for one in asked()] == [True, True]


@pytest.mark.parametrize("lose", [Lose.TIME_OUT_DONE, Lose.HALF_DONE])
async def test_an_answer_with_buttons_comes_once_though_its_own_answer_was_lost(
    stage: Stage, lose: Lose
) -> None:
    stage.unavoidable = {SAME}
    stage.telegram.faults.fail("sendMessage", lose=lose)
    await stage.hears("/plan")
    assert len(stage.bot_messages) == 1
    await stage.hears("[▶ Start]", "80x10")
    assert await stage.sets() == ["80×10"]
