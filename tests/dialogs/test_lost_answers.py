"""Telegram's answer to a bell is lost: whether it came is seen in the chat, and it never comes twice."""

from __future__ import annotations

import pytest

from bot.callbacks import ShowPlan
from bot.terminal.faults import Lose
from bot.texts import say
from bot.views.view import Button, View
from tests.dialogs.stage import Stage

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
