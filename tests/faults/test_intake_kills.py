from __future__ import annotations

import copy
from collections.abc import Awaitable, Callable

import pytest

from bot.terminal.wire import Json
from bot.terminal.world import Tap
from tests.faults.phone import Phone, Slot, any_reached, asked_slots, text
from tests.faults.process import BotProcess

Die = Callable[[BotProcess, Phone, Callable[[], Tap]], Awaitable[None]]


async def in_the_queue(bot_process: BotProcess, phone: Phone, act: Callable[[], Tap]) -> None:
    """Killed before Telegram gave the update out."""
    act()
    await bot_process.kill()


async def given_but_not_kept(bot_process: BotProcess, phone: Phone, act: Callable[[], Tap]) -> None:
    """Killed while the answer to getUpdates is on its way."""
    given = phone.telegram.faults.pause("getUpdates", applied=True)
    polls = len(phone.telegram.ledger.calls("getUpdates"))
    phone.say("/help")  # ends the poll that waits already
    await phone.telegram.until(lambda: len(phone.telegram.ledger.calls("getUpdates")) > polls)
    act()
    await any_reached(given)
    await bot_process.kill()


async def kept_but_not_acknowledged(bot_process: BotProcess, phone: Phone, act: Callable[[], Tap]) -> None:
    """Killed before the next getUpdates tells Telegram to forget the update."""
    asked = phone.telegram.faults.pause("getUpdates")
    act()
    await any_reached(asked)
    await bot_process.kill()
    assert phone.telegram.updates.pending()


async def acknowledged_but_not_handled(bot_process: BotProcess, phone: Phone, act: Callable[[], Tap]) -> None:
    """Killed while the update waits for the one before it: nobody but the inbox has it any more."""
    held = phone.telegram.faults.pause("sendMessage")
    phone.say("/help")
    await any_reached(held)
    act()
    await phone.telegram.until(
        lambda: phone.telegram.updates.polled and not phone.telegram.updates.pending()
    )
    await bot_process.kill()


async def handled_but_not_answered(bot_process: BotProcess, phone: Phone, act: Callable[[], Tap]) -> None:
    """Killed with the set committed and nothing said about it."""
    await phone.until_idle()
    held = [phone.telegram.faults.pause(method) for method in ("editMessageText", "answerCallbackQuery")]
    act()
    for barrier in held:
        await any_reached(barrier)
    await bot_process.kill()


async def answered_but_not_settled(bot_process: BotProcess, phone: Phone, act: Callable[[], Tap]) -> None:
    """Killed with everything shown, before the bot heard that it was."""
    await phone.until_idle()
    held = phone.telegram.faults.pause("editMessageText", applied=True)
    act()
    await any_reached(held)
    await bot_process.kill()


KILLS: dict[Slot, Die] = {
    (0, 1): in_the_queue,
    (0, 2): given_but_not_kept,
    (0, 3): kept_but_not_acknowledged,
    (0, 4): acknowledged_but_not_handled,
    (1, 1): handled_but_not_answered,
    (1, 2): answered_but_not_settled,
}


async def test_a_set_by_button_stands_once_wherever_the_bot_was_killed(
    bot_process: BotProcess, phone: Phone
) -> None:
    bot_process.settings["CLOCK_SPEED"] = "120"
    await bot_process.start()
    await phone.onboard()
    await phone.begin_workout()
    for slot, die in KILLS.items():
        card = await phone.until_card(slot)
        await die(bot_process, phone, lambda card=card: phone.tap("✅", card))
        phone.telegram.faults.clear()
        await bot_process.start()
        await phone.until(
            lambda card=card: "✓" in text(phone.telegram.chats[phone.user.id].messages[card.id]),
            f"the result of {slot}",
        )
    recap = await phone.finish()
    assert " 6 sets " in recap.splitlines()[0]
    assert recap.splitlines()[1].count("10") == 4
    assert recap.splitlines()[2].count("10") == 2


def deliver_again(phone: Phone, update: Json) -> None:
    """Queue an update once more, under the id it has, and go on with ids that nobody had."""
    updates = phone.telegram.updates
    updates.jump(700_000_000 + 1000 * len(phone.telegram.ledger))
    updates.add_raw(copy.deepcopy(update))
    updates.jump(700_000_500 + 1000 * len(phone.telegram.ledger))


@pytest.mark.parametrize("again", ["the same id", "a new id"])
async def test_an_update_that_comes_twice_is_one_set(
    bot_process: BotProcess, phone: Phone, again: str
) -> None:
    await bot_process.start()
    card = await phone.train_now()
    phone.say("11", reply_to=card)
    (typed,) = copy.deepcopy(phone.telegram.updates.pending())
    if again == "a new id":
        del typed["update_id"]
    deliver_again(phone, typed)
    await phone.until_logged((0, 1))
    deliver_again(phone, typed)
    await phone.until_idle()
    await bot_process.restart()
    deliver_again(phone, typed)
    await phone.until_idle()
    recap = await phone.finish()
    assert " 1 set" in recap.splitlines()[0]
    assert recap.splitlines()[1].endswith((": 11", ": 11 reps"))


@pytest.mark.parametrize("typed", [True, False], ids=["typed", "tapped"])
async def test_a_set_taken_back_stays_taken_back(bot_process: BotProcess, phone: Phone, typed: bool) -> None:
    await bot_process.start()
    card = await phone.train_now()
    first = phone.tap("✅", card)
    await phone.until_answered(first)
    card = await phone.until_card((0, 2))
    held = phone.telegram.faults.pause("setMessageReaction", k=2 if typed else 1)
    if typed:
        phone.say("9", reply_to=card)
    else:
        phone.tap("✅", card)
    phone.say("/undo")
    await any_reached(held)
    await bot_process.kill()
    phone.telegram.faults.clear()
    await bot_process.start()
    await phone.until_idle()
    recap = await phone.finish()
    assert " 1 set" in recap.splitlines()[0]


async def test_a_set_skipped_in_words_skips_no_second_one(bot_process: BotProcess, phone: Phone) -> None:
    await bot_process.start()
    await phone.train_now()
    held = phone.telegram.faults.pause("setMessageReaction")
    phone.say("skip")
    await any_reached(held)
    await bot_process.kill()
    phone.telegram.faults.clear()
    await bot_process.start()
    await phone.until_idle()
    card = await phone.until_card((0, 2))
    await phone.until_answered(phone.tap("✅", card))
    assert " 1 set" in (await phone.finish()).splitlines()[0]


async def test_a_finish_told_again_still_says_finished(bot_process: BotProcess, phone: Phone) -> None:
    await bot_process.start()
    await phone.until_answered(phone.tap("✅", await phone.train_now()))
    held = phone.telegram.faults.pause("setMessageReaction")
    phone.say("/finish")
    await any_reached(held)
    await bot_process.kill()
    phone.telegram.faults.clear()
    await bot_process.start()
    await phone.until_shown("Done · ")
    await phone.until_idle()
    assert not [message for message in phone.messages if "No workout is running" in text(message)]


@pytest.mark.parametrize("which", [0, -1], ids=["the first", "the last"])
async def test_a_card_that_left_before_a_kill_comes_twice_at_most_and_a_reply_to_either_finds_its_set(
    bot_process: BotProcess, phone: Phone, which: int
) -> None:
    """Killed with the message at Telegram and its number nowhere."""
    await bot_process.start()
    await phone.onboard()
    phone.say("/plan hypertrophy")
    await phone.until_shown("4 × 10 @ 80 kg")
    await phone.until_idle()
    held = phone.telegram.faults.pause("sendMessage", applied=True)
    phone.tap("▶ Start")
    await any_reached(held)
    await bot_process.kill()
    phone.telegram.faults.clear()
    await bot_process.start()
    await phone.until_idle()
    copies = [message for message in phone.messages if (0, 1) in asked_slots(message.body)]
    assert 1 <= len(copies) <= 2
    phone.say("11", reply_to=copies[which])
    await phone.until_idle()
    recap = await phone.finish()
    assert " 1 set" in recap.splitlines()[0]
    assert recap.splitlines()[1].endswith(": 80 kg × 11")


async def test_what_ends_the_process_at_every_start_is_set_aside(
    bot_process: BotProcess, phone: Phone
) -> None:
    await bot_process.start()
    await phone.train_now()
    held = phone.telegram.faults.pause("sendMessage")
    phone.say("/help")
    await any_reached(held)
    await bot_process.kill()
    for _ in range(3):
        held = phone.telegram.faults.pause("sendMessage")
        await bot_process.launch()
        await any_reached(held)
        await bot_process.kill()
    phone.telegram.faults.clear()
    await bot_process.start()
    await phone.until_shown("Sorry, that didn't work")
    assert not [message for message in phone.messages if "/undo" in text(message)]
    await phone.until_idle()
