"""A tap's answer that Telegram doesn't take: the set stands, nothing is done again, and the button stops."""

from __future__ import annotations

import pytest

from bot.terminal.faults import Lose
from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")


def answers(stage: Stage) -> list[bool]:
    """Whether each call that answers a tap was carried out, oldest first."""
    return [call.applied for call in stage.telegram.ledger.calls("answerCallbackQuery")]


@pytest.mark.parametrize("retry_after_s", [2, 20, 45])
async def test_it_is_said_again_after_the_pause_and_the_set_waits_for_nothing(
    stage: Stage, retry_after_s: int
) -> None:
    await stage.hears(*STARTED)
    stage.telegram.faults.fail("answerCallbackQuery", retry_after_s=retry_after_s)
    await stage.hears("[✅ 80 kg × 10]")
    assert answers(stage) == [True, False, True]
    assert await stage.sets() == ["80×10"]


@pytest.mark.parametrize("lose", [None, Lose.RESET_UNDONE, Lose.TIME_OUT_UNDONE])
async def test_telegram_may_fail_for_half_a_minute(stage: Stage, lose: Lose | None) -> None:
    await stage.hears(*STARTED)
    stage.telegram.faults.fail("answerCallbackQuery", status=502, lose=lose, times=4)
    heard = await stage.hears("[✅ 80 kg × 10]")
    assert "3  (edited) ✓ 80 kg × 10 · rest 60 s, next set in 1 min" in heard
    assert answers(stage) == [True, False, False, False, False, True]


async def test_one_that_never_gets_through_is_given_up(stage: Stage) -> None:
    await stage.hears(*STARTED)
    stage.telegram.faults.fail("answerCallbackQuery", status=502, times=None)
    await stage.hears("[✅ 80 kg × 10]", "+60s", "80x9")
    assert await stage.sets() == ["80×10", "80×9"]
    assert answers(stage) == [True] + [False] * 6
    stage.telegram.taps.clear()  # it spins until the phone gives up


async def test_a_tap_that_was_answered_is_answered_no_second_time_when_its_card_is_tried_again(
    stage: Stage,
) -> None:
    await stage.hears(*STARTED)
    stage.telegram.faults.fail("editMessageText", retry_after_s=45)
    heard = await stage.hears("[✅ 80 kg × 10]")
    assert "3  (edited) ✓ 80 kg × 10 · rest 60 s, next set in 1 min" in heard
    assert answers(stage) == [True, True]
    stage.warned = {"an update is tried again"}
