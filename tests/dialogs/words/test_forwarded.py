"""What somebody else wrote is no set of one's own: it is asked about first (faults.md D13)."""

from __future__ import annotations

import pytest

from bot.terminal.message_kinds import KINDS
from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")
NOT_WRITTEN = ("forward", "forward_of_channel", "forward_of_hidden", "via_bot")


@pytest.mark.parametrize("kind", NOT_WRITTEN)
async def test_a_forwarded_set_is_asked_about_and_logged_once_it_is_ones_own(stage: Stage, kind: str) -> None:
    assert kind in KINDS
    await stage.hears(*STARTED)
    stage.telegram.user_sends_kind(stage.athlete, kind)
    await stage.settle()
    assert stage.newest == "That's a forwarded message, so I logged nothing. Is it your own set?"
    assert await stage.sets() == []
    asked = stage.bot_messages[-1].id
    await stage.taps("Log it as mine", asked)
    assert stage.message(asked)["text"] == "👍 Logged as yours: 80 kg × 8"
    assert await stage.sets() == ["80×8"]
    assert "🔔 Bench press · set 2" in await stage.hears("+90s")
    stage.is_clean()


async def test_no_leaves_nothing(stage: Stage) -> None:
    await stage.hears(*STARTED)
    stage.telegram.user_sends_kind(stage.athlete, "forward")
    await stage.settle()
    await stage.taps("No")
    assert await stage.sets() == []
    stage.is_clean()


async def test_two_taps_at_once_log_one_set(stage: Stage) -> None:
    await stage.hears(*STARTED)
    stage.telegram.user_sends_kind(stage.athlete, "forward")
    await stage.settle()
    asked = stage.bot_messages[-1].id
    for _ in range(3):
        stage.telegram.user_taps(stage.athlete, asked, "Log it as mine")
    await stage.settle()
    assert await stage.sets() == ["80×8"]
    stage.is_clean()


async def test_a_question_is_not_answered_by_what_somebody_else_wrote(newcomer: Stage) -> None:
    await newcomer.hears("/start", "size", "yes", "kg")
    asked = newcomer.newest
    newcomer.telegram.user_sends_kind(newcomer.athlete, "forward")
    await newcomer.settle()
    assert newcomer.newest == "That's a forwarded message: I only take what you type yourself."
    assert asked.startswith("4/7")
    await newcomer.hears("squat 140 bench 100 dead 180")
    assert {best.load.value for best in (await newcomer.profile()).one_rep_maxes} == {140, 100, 180}
    newcomer.is_clean()
