"""A load of one's own choice stays within one jump of the plan, in however many steps."""

from __future__ import annotations

from tests.dialogs.stage import Stage

STARTED = ("/plan lower", "[▶ Start]")


async def test_two_steps_do_not_pass_what_one_may_not(stage: Stage) -> None:
    await stage.hears(*STARTED, "+10")
    assert "✅ 122.5 kg × 10" in stage.labels(3)
    heard = await stage.hears("+2.5")
    assert "That's a big jump from 112.5 kg. 122.5 kg is the most for now." in heard
    assert "✅ 122.5 kg × 10" in stage.labels(3)
    stage.is_clean()


async def test_what_was_lifted_today_may_be_put_on_again(stage: Stage) -> None:
    await stage.hears(*STARTED, "130x6", "+2m", "130")
    assert "130 kg" in stage.newest
    assert "big jump" not in stage.newest
    stage.is_clean()
