"""The bot is stopped in the middle and started again: nothing is lost, a bell rings once or not at all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.dialogs.stage import Stage

SET_ONE = ("/plan", "[▶ Start]", "[✅ 80 kg × 10]")


async def test_a_rest_over_a_restart_rings_on_time(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    await stage.restart(after=timedelta(seconds=20))
    assert "🔔" not in await stage.hears("+39s")
    heard = await stage.hears("+1s")
    assert "5 🔔 Bench press · set 2 of 4" in heard
    assert "This bell" not in heard
    await stage.restart()
    assert "🔔" not in await stage.hears("+10m")
    stage.is_clean()


async def test_a_bell_due_while_away_rings_at_once_and_says_it_is_late(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    await stage.restart(after=timedelta(minutes=5))
    heard = await stage.hears("+0s")
    assert "5 🔔 (This bell is 4 min late.)" in heard
    assert "3  (edited) Bench press 1/4 ✓ 80 kg × 10" in heard
    await stage.restart()
    assert "🔔" not in await stage.hears("+10m")
    assert await stage.hears("[✅ 80 kg × 10]")
    assert await stage.sets() == ["80×10", "80×10"]
    stage.is_clean()


async def test_a_bell_only_some_seconds_late_says_nothing_of_it(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    await stage.restart(after=timedelta(seconds=80))
    heard = await stage.hears("+0s")
    assert "5 🔔 Bench press · set 2 of 4" in heard
    assert "This bell" not in heard


async def test_a_bell_too_late_does_not_ring_but_its_card_goes_on(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    await stage.restart(after=timedelta(minutes=20))
    heard = await stage.hears("+0s")
    assert "🔔" not in heard
    assert "3  (edited) (The rest ended 19 min ago, while I was away.)" in heard
    assert len(stage.bot_messages) == 2
    await stage.hears("[✅ 80 kg × 10]")
    assert await stage.sets() == ["80×10", "80×10"]
    assert "🔔 Bench press · set 3 of 4" in await stage.hears("+60s")
    stage.is_clean()


async def test_a_rest_that_ended_while_telegram_was_away_goes_on_with_its_card(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    stage.telegram.faults.fail(status=502, times=None)
    await stage.advance(timedelta(minutes=31))
    stage.telegram.faults.clear()
    heard = await stage.hears("+2m")
    assert "🔔" not in heard
    assert "3  (edited) (The rest ended 31 min ago, while I was away.)" in heard
    await stage.hears("[✅ 80 kg × 10]")
    assert await stage.sets() == ["80×10", "80×10"]
    assert "🔔 Bench press · set 3 of 4" in await stage.hears("+60s")


async def test_the_answer_to_a_set_waits_for_telegram_half_an_hour(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]")
    stage.telegram.faults.fail("editMessageText", status=502, times=200)  # five a try
    heard = await stage.hears("80x10")
    assert "3  (edited) ✓ 80 kg × 10 · rest 60 s, next set in 1 min" in heard
    assert await stage.sets() == ["80×10"]
    stage.warned = {"an update is tried again"}


async def test_every_step_of_a_workout_survives_a_restart(stage: Stage) -> None:
    begun, goes_on = ("/plan", "[▶ Start]", "[Warm-up done]"), ("+60s", "[Skip]", "+9s", "80x8", "+90s")
    for line in (*begun, "[✅ 80 kg × 10]", *goes_on):
        await stage.hears(line)
        await stage.restart()
    await stage.hears("/undo")
    await stage.restart()
    assert await stage.sets() == ["80×10"]
    await stage.hears("/finish")
    await stage.restart()
    assert stage.newest.startswith("Done · 1 min · 1 set")
    assert len([told for told in stage.bot_messages if "Done ·" in str(told.body["text"])]) == 1
    stage.is_clean()


async def test_what_came_while_away_is_answered_in_its_order(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]")
    await stage.restart(meanwhile=("80x10", "80x9", "80x8"))
    assert await stage.sets() == ["80×10", "80×9", "80×8"]
    stage.is_clean()


async def test_three_hours_later_start_or_any_word_finds_the_workout(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    await stage.restart(after=timedelta(hours=3))
    await stage.hears("hello")
    assert "You're at Bench press 2/4" in stage.newest
    await stage.hears("80x9")
    assert await stage.sets() == ["80×10", "80×9"]
    stage.is_clean()


async def test_a_bell_hours_late_is_told_in_hours(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    await stage.restart(after=timedelta(hours=3, minutes=20))
    assert str(stage.message(3)["text"]).startswith("(The rest ended 3 h ago, while I was away.)")


@pytest.mark.parametrize("hours", [4, 9, 30])
async def test_after_four_hours_without_the_bot_too_it_is_closed_and_not_asked(
    stage: Stage, hours: int
) -> None:
    await stage.hears(*SET_ONE, "+60s")
    await stage.restart(after=timedelta(hours=hours, minutes=1))
    assert "Still training?" not in "".join(str(one.body["text"]) for one in stage.bot_messages)
    await stage.hears("+5m")
    assert stage.newest.startswith("Done · 1 min · 1 set")
    assert "Four quiet hours, so I closed it. Every set is kept." in stage.newest
    stage.is_clean()


async def test_what_was_written_while_away_still_counts_before_it_closes(stage: Stage) -> None:
    await stage.hears(*SET_ONE, "+60s")
    await stage.restart(after=timedelta(minutes=1), meanwhile=["80x9"])
    assert await stage.sets() == ["80×10", "80×9"]
    await stage.restart(after=timedelta(hours=20), meanwhile=["80x8"])
    assert await stage.sets() == ["80×10", "80×9", "80×8"]
    stage.is_clean()


@pytest.mark.parametrize("nod", ["ok", "👍", "Okay!"])
async def test_ok_after_a_restart_logs_nothing_before_the_card_is_the_last_word(
    stage: Stage, nod: str
) -> None:
    await stage.hears(*SET_ONE, "+60s", "how many sets left")
    await stage.restart(after=timedelta(minutes=1))
    await stage.hears(nod)
    assert await stage.sets() == ["80×10"]
    assert stage.newest.startswith("Bench press · set 2 of 4")
    await stage.hears(nod)
    assert await stage.sets() == ["80×10", "80×10"]
    stage.is_clean()
