from __future__ import annotations

from datetime import timedelta

from tests.faults.phone import Phone, labels, text
from tests.faults.process import BotProcess


async def test_a_first_workout_from_start_to_recap(bot_process: BotProcess, phone: Phone) -> None:
    bot_process.nursery = None  # the command itself, as a host types it
    await bot_process.start()
    await phone.onboard()
    card = await phone.begin_workout()
    assert "80 kg × 10" in text(card)
    began = phone.telegram.now()

    tap = phone.tap("✅ 80 kg × 10", card)
    await phone.until_answered(tap)
    assert "✓ 80 kg × 10" in text(await phone.until_logged((0, 1)))
    second = await phone.until_card((0, 2))
    (bell,) = phone.cards((0, 2))
    assert bell in phone.sends(loud=True)
    assert bell.at >= tap.at + bot_process.real_span(timedelta(seconds=60)), "a bell is never early"

    reply = phone.say("8", reply_to=second)
    rested_from = phone.telegram.now()
    assert "✓ 80 kg × 8" in text(await phone.until_logged((0, 2)))
    chat = phone.telegram.chats[phone.user.id]
    await phone.until(lambda: "👍" in chat.messages[reply].reactions.values(), "a thumb")

    wrong = phone.say("eight and a half pancakes", reply_to=second)
    told = await phone.until_shown("I didn't get that")
    assert wrong < told.id

    third = await phone.until_card((0, 3))
    (bell,) = phone.cards((0, 3))
    assert bell in phone.sends(loud=True)
    assert bell.at >= rested_from + bot_process.real_span(timedelta(seconds=89))
    assert "75 kg × 10" in text(third)

    phone.say("/undo")
    await phone.until_shown("taken back: 80 kg × 8")
    again = await phone.until_card((0, 2), count=2)
    phone.say("9", reply_to=again)
    assert "✓ 80 kg × 9" in text(await phone.until_logged((0, 2)))
    await phone.until_card((0, 3), count=2)

    phone.say("/finish")
    recap = text(await phone.until_shown("Done · "))
    minutes = (phone.telegram.now() - began) * 60 / timedelta(minutes=1)
    head, bench = recap.splitlines()[:2]
    assert head.startswith("Done · ")
    assert head.endswith(" · 2 sets · 1,520 kg lifted")
    assert 1 <= int(head.split()[2]) <= minutes
    assert bench == "Bench press: 80 kg × 10, 9"
    assert "Workout 1 of 4 this week" in recap

    phone.say("/plan")
    await phone.until(lambda: "▶ Start" in labels(phone.newest), "the next session")
    assert await bot_process.terminate() == 0
