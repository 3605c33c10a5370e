"""In a group, whatever somebody else taps of one's own refuses with a toast, and changes nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.terminal.keyboards import buttons
from bot.terminal.people import Chat, User
from tests.dialogs.group.test_group import NO_PIN, bot_messages, newest_toast, says, taps
from tests.dialogs.stage import Stage, intermediate, open_stage

OF_A_TOAST = ("answerCallbackQuery", "getUpdates")


async def refuses(stage: Stage, robin: User, group: Chat) -> list[str]:
    """What Robin's taps on everything that can be tapped brought about beside toasts."""
    wrong = []
    for message in bot_messages(stage, group):
        for button in list(buttons(message.body)):
            seen = len(stage.telegram.ledger)
            stage.telegram.user_presses(robin, message.id, button["callback_data"], group.id)
            await stage.settle()
            calls = list(stage.telegram.ledger)[seen:]
            others = [call.method for call in calls if call.method not in OF_A_TOAST]
            if others or not newest_toast(stage):
                wrong.append(f"{button['text']} ({button['callback_data']}): {others}")
    return wrong


async def test_every_button_of_a_workout(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    robin = stage.telegram.add_user("Robin")
    stage.telegram.user_joins(robin, group)
    await stage.introduces(robin, intermediate())
    await says(stage, stage.athlete, group, "/plan")
    wrong = await refuses(stage, robin, group)
    for label in (
        "Swap", "‹ Back", "Why?", "‹ Back", "Add exercise", "‹ Back", "▶ Start",
        "More", "Short of time", "‹ Back", "More", "Something hurts", "Nothing hurts, go on",
        "Swap", "‹ Back", "Why?", "‹ Back",
        "✅ 80 kg × 10", "Fix", "It's right", "Fix", "Take it back", "Put it back",
    ):  # fmt: skip
        shown = reversed(bot_messages(stage, group))
        card = next(one for one in shown if label in [button["text"] for button in buttons(one.body)])
        await taps(stage, stage.athlete, group, card, label)
        wrong += [f"after {label}: {line}" for line in await refuses(stage, robin, group)]
    await says(stage, stage.athlete, group, "/finish")
    wrong += [f"after the end: {line}" for line in await refuses(stage, robin, group)]
    assert wrong == []
    stage.is_clean()


@pytest.mark.parametrize(
    "asked",
    ["/exercises bench", "/history", "/records", "/programme", "/plan banana", "/log foobar 80x8"],
)
async def test_every_list_and_page_stays_who_asked_for_it(stage: Stage, asked: str) -> None:
    """A friend's tap turned them into the friend's."""
    group = stage.telegram.add_group("Gym", stage.athlete)
    robin = stage.telegram.add_user("Robin")
    stage.telegram.user_joins(robin, group)
    await stage.introduces(robin, intermediate())
    for said in ("/log bench 80x8", "/finish", asked):
        await says(stage, stage.athlete, group, said)
    assert list(buttons(bot_messages(stage, group)[-1].body)) != []
    assert await refuses(stage, robin, group) == []
    assert newest_toast(stage) == "That one is for Alex. Send /plan or /log for your own."
    stage.is_clean()


async def test_a_picture_in_a_group_says_whose_it_is_and_turns_for_nobody_else(tmp_path: Path) -> None:
    async with open_stage(tmp_path, pictures=True) as stage:
        await stage.knows(intermediate())
        await a_calendar_in_a_group(stage)


async def a_calendar_in_a_group(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    robin = stage.telegram.add_user("Robin")
    stage.telegram.user_joins(robin, group)
    await stage.introduces(robin, intermediate())
    for said in ("/log bench 80x8", "/finish", "/calendar"):
        await says(stage, stage.athlete, group, said)
    stage.clock.advance(timedelta(days=40))
    await says(stage, stage.athlete, group, "/calendar")
    month = bot_messages(stage, group)[-1]
    assert str(month.body["caption"]).startswith("Alex: ")
    assert await refuses(stage, robin, group) == []
    await taps(stage, stage.athlete, group, month, "‹ Earlier")
    assert str(month.body["caption"]).startswith("Alex: March 2026")
    stage.is_clean()
