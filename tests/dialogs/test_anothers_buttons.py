"""In a group, whatever somebody else taps of one's own refuses with a toast, and changes nothing."""

from __future__ import annotations

from bot.terminal.keyboards import buttons
from bot.terminal.people import Chat, User
from tests.dialogs.stage import Stage, intermediate
from tests.dialogs.test_group import NO_PIN, bot_messages, newest_toast, says, taps

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
