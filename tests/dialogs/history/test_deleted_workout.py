"""A workout that was deleted: what was told of it says so, and nothing pressed or typed there logs a set."""

from __future__ import annotations

import pytest

from core.store.workouts import load_deleted_too, trained_on
from tests.dialogs.stage import Stage
from tests.dialogs.workout.test_late_tap import press_of

GONE = "That button is from before. /start shows where you are."


async def trained(stage: Stage) -> tuple[int, str]:
    """Two sets and /finish; the card of the third set and what its button sent."""
    await stage.hears("/plan", "[▶ Start]", "80x10", "+60s", "[✅ 80 kg × 10]", "+60s")
    card = stage.bot_messages[-1].id
    late = press_of(stage, card, "✅ 80 kg × 10")
    await stage.hears("/finish")
    return card, late


async def presses(stage: Stage, message_id: int, data: str) -> str:
    stage.telegram.user_presses(stage.athlete, message_id, data)
    await stage.settle()
    return str(stage.telegram.ledger.calls("answerCallbackQuery")[-1].params.get("text"))


async def nothing_stands(stage: Stage) -> bool:
    return "No set is logged yet." in await stage.hears("/history")


async def test_a_tap_on_its_card_is_answered_and_logs_nothing(stage: Stage) -> None:
    card, late = await trained(stage)
    await stage.hears("/history", "#1", "[Delete]", "[Delete]")
    before = stage.message(card)["text"]
    assert await presses(stage, card, late) == GONE
    assert stage.message(card)["text"] == before
    assert stage.labels(card) == []
    assert await nothing_stands(stage)
    stage.is_clean()


async def test_its_recap_says_so_until_it_is_back(stage: Stage) -> None:
    await trained(stage)
    recap = stage.bot_messages[-1].id
    told = stage.message(recap)["text"]
    sent = {label: press_of(stage, recap, label) for label in stage.labels(recap)}
    await stage.hears("/history", "#1", "[Delete]", "[Delete]")
    assert stage.message(recap)["text"] == "Mon 2 Mar · Upper body A is deleted."
    assert stage.labels(recap) == []
    for label in ("Add a set", "Save as routine", "🔗 Share"):
        assert await presses(stage, recap, sent[label]) == GONE, label
    assert await nothing_stands(stage)
    await stage.hears("[↩ Undo]")
    assert stage.message(recap)["text"] == told
    assert stage.labels(recap) == list(sent)
    stage.is_clean()


async def test_its_overview_says_so_until_it_is_back(stage: Stage) -> None:
    await trained(stage)
    await stage.hears("+20s")
    overview = stage.bot_messages[0]
    told = overview.body["text"]
    assert str(told).startswith("✓ Size · Upper body A · 2 sets")
    await stage.hears("/history", "#1", "[Delete]", "[Delete]")
    assert overview.body["text"] == "Mon 2 Mar · Upper body A is deleted."
    await stage.hears("[↩ Undo]")
    assert overview.body["text"] == told
    stage.is_clean()


async def test_words_to_its_card_log_nothing(stage: Stage) -> None:
    card, _ = await trained(stage)
    await stage.hears("/history", "#1", "[Delete]", "[Delete]")
    assert "That workout is gone. /history shows yours." in await stage.hears(f">{card} 80x9")
    assert "There's no set to take back." in await stage.hears("/undo")
    assert await nothing_stands(stage)


@pytest.mark.parametrize("words", ["yesterday: squat 100x5", "/log squat 100x5"])
async def test_what_is_logged_on_its_day_is_another_workout(stage: Stage, words: str) -> None:
    await trained(stage)
    deleted = (await stage.workout()).id
    await stage.hears("/history", "#1", "[Delete]", "[Delete]", *(["+1d"] if words[0] == "y" else []), words)
    new = await stage.workout()
    assert new.id != deleted
    assert len(new.sets) == 1
    gone = await stage.read(load_deleted_too, stage.athlete.id, deleted)
    assert gone is not None
    assert gone.sets == ()


async def test_a_day_whose_workout_was_deleted_is_reminded(stage: Stage) -> None:
    await trained(stage)
    day = stage.clock.now().date()
    assert await stage.read(trained_on, stage.athlete.id, day)
    await stage.hears("/history", "#1", "[Delete]", "[Delete]")
    assert not await stage.read(trained_on, stage.athlete.id, day)
