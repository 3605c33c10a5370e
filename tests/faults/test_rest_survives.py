from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from bot.terminal.world import Tap
from tests.faults.moments import seen
from tests.faults.phone import Phone, any_reached, asked_slots
from tests.faults.process import BotProcess

REST = timedelta(seconds=60)
NEXT = (0, 2)
RINGING = "select count(*) from timer where state = 'ringing'"


async def resting(bot_process: BotProcess, phone: Phone, speed: str = "20") -> Tap:
    """A workout whose first set is logged; its rest of a minute runs."""
    bot_process.settings["CLOCK_SPEED"] = speed
    await bot_process.start()
    card = await phone.train_now()
    tap = phone.tap("✅", card)
    await phone.until_logged((0, 1))
    assert phone.cards(NEXT) == []
    return tap


async def test_a_rest_armed_before_a_kill_rings_after_it_once(bot_process: BotProcess, phone: Phone) -> None:
    tap = await resting(bot_process, phone)
    await bot_process.kill()
    passed = timedelta(seconds=20)
    bot_process.let_pass(passed)
    await bot_process.start()
    await phone.until_card(NEXT)
    await phone.until_idle()
    (bell,) = phone.cards(NEXT)
    assert bell in phone.sends(loud=True)
    assert bell.at >= tap.at + bot_process.real_span(REST - passed), "a bell is never early"
    await bot_process.restart()
    await bot_process.restart()
    assert "1 set" in await phone.finish()
    assert phone.cards(NEXT) == [bell], "a bell rings once, however often the bot is started"


async def test_a_rest_that_ended_while_the_bot_was_down_rings_late_and_says_so(
    bot_process: BotProcess, phone: Phone
) -> None:
    await resting(bot_process, phone)
    await bot_process.kill()
    bot_process.let_pass(timedelta(minutes=6))
    polls = len(phone.telegram.ledger.calls("getUpdates"))
    await bot_process.start()
    await phone.until_card(NEXT)
    await phone.until_idle()
    (bell,) = phone.cards(NEXT)
    assert bell in phone.sends(loud=True)
    assert "min late" in bell.text
    first_poll = phone.telegram.ledger.calls("getUpdates")[polls]
    assert bell.at - first_poll.at < timedelta(seconds=5)
    await bot_process.restart()
    assert "1 set" in await phone.finish()
    assert phone.cards(NEXT) == [bell]


async def test_a_rest_that_ended_long_ago_is_not_rung_and_its_card_says_so(
    bot_process: BotProcess, phone: Phone
) -> None:
    await resting(bot_process, phone)
    await bot_process.kill()
    bot_process.let_pass(timedelta(minutes=21))
    await bot_process.start()
    told = await phone.until_shown("The rest ended 2")
    assert NEXT in asked_slots(told.body)
    await phone.until_idle()
    await bot_process.restart()
    await phone.until_answered(phone.tap("✅", told))
    assert phone.cards(NEXT) == []
    assert "2 sets" in await phone.finish()


async def test_a_kill_between_the_bell_and_its_mark_repeats_nothing(
    bot_process: BotProcess, phone: Phone
) -> None:
    """The next process finds the bell in the chat by its number, and a reply to it finds its set."""
    await resting(bot_process, phone, speed="60")
    rung = phone.telegram.faults.pause("sendMessage", applied=True)
    await any_reached(rung)
    await bot_process.kill()
    phone.telegram.faults.clear()
    (bell,) = [message for message in phone.messages if NEXT in asked_slots(message.body)]
    for name in ("Sam", "Kim"):  # others write meanwhile: their messages take numbers
        phone.telegram.user_sends(phone.telegram.add_user(name), "hello")
    await bot_process.start()
    await phone.until_idle()
    phone.say("11", reply_to=bell)
    recap = await phone.finish()
    assert "2 sets" in recap
    assert "6, 11" in recap
    assert len(phone.cards(NEXT)) == 1


async def test_a_kill_with_the_bell_on_its_way_loses_nothing(bot_process: BotProcess, phone: Phone) -> None:
    """Marked, and never arrived: it is looked for, not found, and rung."""
    await resting(bot_process, phone, speed="60")
    leaving = phone.telegram.faults.pause("sendMessage")
    await any_reached(leaving)
    await bot_process.kill()
    phone.telegram.faults.clear()
    assert phone.cards(NEXT) == []
    await bot_process.start()
    card = await phone.until_card(NEXT)
    await phone.until_answered(phone.tap("✅", card))
    assert "2 sets" in await phone.finish()
    assert len(phone.cards(NEXT)) == 1


async def test_a_skipped_rest_stays_silent_after_a_kill(bot_process: BotProcess, phone: Phone) -> None:
    await resting(bot_process, phone, speed="1")
    await phone.until_answered(phone.tap("Skip rest"))
    await phone.until_card(NEXT)
    await phone.until_idle()
    await bot_process.kill()
    bot_process.settings["CLOCK_SPEED"] = "1000"
    await bot_process.start()
    assert "1 set" in await phone.finish()
    (card,) = phone.cards(NEXT)
    assert card not in phone.sends(loud=True)


@pytest.mark.parametrize("how", ["the next set is logged", "/finish", "/forget"])
async def test_a_rest_that_was_over_before_a_kill_rings_for_nobody_after_it(
    bot_process: BotProcess, phone: Phone, how: str
) -> None:
    """Its moment passes while the bot is down, and what it was for is past already."""
    await resting(bot_process, phone, speed="2")
    if how == "/forget":
        phone.say("/forget")
        await phone.until_button("Erase")
        await phone.until_answered(phone.tap("Erase"))
        await phone.until_shown("erased")
    elif how == "/finish":
        await phone.finish()
    else:
        phone.say("11")
        await phone.until_button("Set 2: 11")
        await phone.until_answered(phone.tap("Set 2: 11"))
    await seen(lambda: asked(bot_process, "select count(*) from inbox where state <> 'done'") == [0], 10)
    await bot_process.kill()
    before = len(phone.sends())
    bot_process.let_pass(timedelta(minutes=5))
    await bot_process.start()
    if how == "the next set is logged":  # whose own rest is over, too
        await phone.until_shown("Machine chest press · set 1")
    phone.say("/help")
    await phone.until_shown("/undo")
    assert phone.cards(NEXT) == []
    assert len(phone.sends()) - before == (2 if how == "the next set is logged" else 1)


@pytest.mark.faults  # which edit is the first of a start depends on how busy the machine is
async def test_a_kill_while_an_old_rest_is_spoken_of_loses_neither_card_nor_set(
    bot_process: BotProcess, phone: Phone
) -> None:
    """The old card turns into the next set's: from then on a reply to it means the next set."""
    await resting(bot_process, phone)
    await phone.until_idle()
    await bot_process.kill()
    bot_process.let_pass(timedelta(minutes=21))
    for applied, which in ((False, 2), (True, 1)):  # the overview is edited first
        held = phone.telegram.faults.pause("editMessageText", which, applied=applied)
        await bot_process.start()
        await any_reached(held)
        await bot_process.kill()
        phone.telegram.faults.clear()
    (card,) = [message for message in phone.messages if NEXT in asked_slots(message.body)]
    phone.say("11", reply_to=card)
    await bot_process.start()
    await phone.until_idle()
    recap = await phone.finish()
    assert "2 sets" in recap
    assert "6, 11" in recap


async def test_a_kill_between_closing_by_silence_and_its_recap_loses_no_recap(
    bot_process: BotProcess, phone: Phone
) -> None:
    """Closed and the recap owed are one transaction: the next process still tells it, once."""
    await resting(bot_process, phone)
    for hours, told, state in ((1.1, "Still training?", "open"), (3.1, "so I closed it", "finished")):
        await bot_process.kill()
        bot_process.let_pass(timedelta(hours=hours))
        leaving = phone.telegram.faults.pause("sendMessage")
        await bot_process.start()
        await any_reached(leaving)
        await bot_process.kill()
        phone.telegram.faults.clear()
        assert asked(bot_process, "select state from workout") == [state]
        assert all(told not in sent.text for sent in phone.sends())
        await bot_process.start()
        await phone.until_shown(told)
        assert await seen(lambda: asked(bot_process, RINGING) == [0], 10), "else it is the next thing held"
    await phone.until_idle()
    await bot_process.restart()
    await phone.until_idle()
    (recap,) = [sent for sent in phone.sends() if "so I closed it" in sent.text]
    assert "1 set" in recap.text


def asked(bot_process: BotProcess, query: str) -> list[object]:
    with closing(sqlite3.connect(bot_process.database)) as connection:
        return [value for (value,) in connection.execute(query)]
