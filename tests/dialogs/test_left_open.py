"""A workout left open: asked once after an hour, closed after four with everything kept; answers tidy up."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

BEGUN = ("/plan", "[▶ Start]", "80x10", "+60s")


@pytest.mark.parametrize("answer", ["[Go on]", "80x9", "/start", "[Finish]", "/finish"])
async def test_an_answered_question_leaves_the_chat(stage: Stage, answer: str) -> None:
    await stage.hears(*BEGUN, "+61m")
    assert stage.newest == "Still training? 1 set is safe. I close the workout in three hours."
    await stage.hears(answer, "+5m")
    texts = [str(message.body["text"]) for message in stage.bot_messages]
    assert not any(text.startswith("Still training?") for text in texts)
    assert texts[-1].startswith("Done" if "inish" in answer else "Bench press · set")
    assert "Still training?" not in await stage.hears("+50m")
    stage.is_clean()


async def test_after_four_hours_the_recap_takes_its_place_silently(stage: Stage) -> None:
    await stage.hears(*BEGUN)
    before = len(stage.bot_messages)
    heard = await stage.hears("+61m", "+3h")
    assert heard.count("Still training?") == 1
    assert "🔔" not in heard
    assert len(stage.bot_messages) == before + 1
    assert stage.newest.startswith("Done · 1 min · 1 set")
    assert "Four quiet hours, so I closed it. Every set is kept." in stage.newest
    assert await stage.sets() == ["80×10"]
    assert "Still training?" not in await stage.hears("+1d")
    stage.is_clean()


async def test_are_you_sure_leaves_the_chat_too(stage: Stage) -> None:
    await stage.hears(*BEGUN, "that's it")
    asked = stage.bot_messages[-1].id
    await stage.hears("[Finish]")
    assert asked not in [message.id for message in stage.bot_messages]
    assert stage.newest.startswith("Done")
    stage.is_clean()


async def test_a_workout_past_sunday_midnight_counts_in_the_week_it_began(stage: Stage) -> None:
    await stage.hears("/settings", "[Time zone]", "UTC", "+6d", "+5h", "/plan", "[▶ Start]", "80x10")
    assert (await stage.workout()).trained_on.isoweekday() == 7
    await stage.hears("+70m", "[Finish]")
    assert "Workout 1 of 4 this week." in stage.newest


@pytest.mark.parametrize("words", ["done", "same", "80x8", "+2.5", "fail 6"])
async def test_a_reply_to_a_card_logs_nothing_once_its_workout_is_over(stage: Stage, words: str) -> None:
    await stage.hears("/plan", "[▶ Start]", "/finish", "+5h")
    before = await stage.workout()
    await stage.hears(f">3 {words}")
    assert stage.newest == "That workout is over. /plan shows the next one."
    assert await stage.workout() == before
    assert "🔔" not in await stage.hears("+5m")
    stage.is_clean()
