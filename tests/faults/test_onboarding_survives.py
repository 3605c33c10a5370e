from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.faults.phone import ONBOARDING, Phone, any_reached, labels, text
from tests.faults.process import BotProcess

MOST_TIMES = 4  # two questions are number 4, and each may be repeated once
Act = Callable[[], object]
Die = Callable[[BotProcess, Phone, Act, str], Awaitable[None]]


async def once_handled(bot_process: BotProcess, phone: Phone, act: Act, asks: str) -> None:
    """Killed once the next question stands in the chat."""
    act()
    await phone.until_shown(asks)
    await bot_process.kill()


async def while_queued(bot_process: BotProcess, phone: Phone, act: Act, asks: str) -> None:
    """Killed while the answer still lies in Telegram's queue."""
    act()
    await bot_process.kill()
    assert len(phone.telegram.updates.pending()) == 1


async def before_asking(bot_process: BotProcess, phone: Phone, act: Act, asks: str) -> None:
    """Killed with the answer committed, and the next question held on its way out."""
    held = [phone.telegram.faults.pause(method) for method in ("sendMessage", "editMessageText")]
    act()
    await any_reached(*held)
    await bot_process.kill()
    phone.telegram.faults.clear()
    assert not any(asks in text(message) for message in phone.messages)


@pytest.mark.parametrize(
    ("die", "by_button"),
    [
        (once_handled, True),
        (while_queued, True),
        pytest.param(once_handled, False, marks=pytest.mark.faults),
        pytest.param(before_asking, True, marks=pytest.mark.faults),
    ],
)
async def test_a_kill_between_any_two_steps_loses_no_answer(
    bot_process: BotProcess, phone: Phone, die: Die, by_button: bool
) -> None:
    await bot_process.start()
    await die(bot_process, phone, lambda: phone.say("/start"), "1/7")
    asked = "1/7"
    for words, label, asks in ONBOARDING:
        await bot_process.start()
        await phone.until_shown(asked)
        step = (words, label if by_button else "")
        await die(bot_process, phone, lambda step=step: phone.answer(*step), asks)
        asked = asks
    await bot_process.start()
    profile = text(await phone.until_shown("All set"))
    for kept in ("Goal: size", "Unit: kg", "Bench press 100 kg", "Equipment: Full gym", "Days a week: 4"):
        assert kept in profile
    assert bot_process.starts == len(ONBOARDING) + 2
    for _, _, asks in ONBOARDING:
        calls = [call for call in phone.telegram.ledger if asks in call.text and call.answered]
        shown = [call for call in calls if not call.text.endswith("↓")]  # a folded one asks nothing
        assert len(shown) <= MOST_TIMES, f"{asks} was asked {len(shown)} times"

    phone.say("/plan hypertrophy")
    await phone.until(lambda: "▶ Start" in labels(phone.newest), "the plan")
    assert "4 × 10 @ 80 kg" in text(phone.newest)
