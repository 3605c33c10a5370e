"""What stands for a whole workout stays: its overview and its recap become nothing else by an old button."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

PLAN = 2


async def test_the_next_session_comes_below_the_recap(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "/finish")
    recap = stage.bot_messages[-1].id
    told = stage.newest
    await stage.hears("[Next session]")
    assert stage.message(recap)["text"] == told
    assert stage.labels(recap) == []
    assert "▶ Start" in stage.labels()
    stage.is_clean()


@pytest.mark.parametrize("label", ["Why?", "Shorter", "▶ Start"])
async def test_a_plans_button_on_the_overview_of_an_ended_workout_is_refused(
    stage: Stage, label: str
) -> None:
    await stage.hears("/plan")
    data = str(stage.telegram.button(stage.message(PLAN), label)["callback_data"])
    await stage.hears("[▶ Start]", "/finish", "+20s")
    told = stage.message(PLAN)["text"]
    stage.telegram.user_presses(stage.athlete, PLAN, data)
    await stage.settle()
    assert "(toast: That plan has changed." in await stage.hears("+1s")
    assert stage.message(PLAN)["text"] == told
