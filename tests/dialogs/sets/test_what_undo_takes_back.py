"""/undo takes back what was done last: a set, the warm-ups of one tap, or a set passed over."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")
ALL_FOUR = "Warm-up first: bar × 8 · 32.5 × 5 · 47.5 × 3 · 65 × 2"


async def test_warm_ups_of_one_tap_come_back_on_the_card_and_their_rest_ends(stage: Stage) -> None:
    await stage.hears(*STARTED, "[bar × 8]", "+5s", "[Warm-up done]")
    sent = len(stage.bot_messages)
    heard = await stage.hears("/undo")
    assert "👍" in heard
    assert "Warm-up first: 32.5 × 5 · 47.5 × 3 · 65 × 2" in heard
    assert "⏱" not in heard
    assert ALL_FOUR in await stage.hears("undo")
    assert len(stage.bot_messages) == sent
    assert "🔔" not in await stage.hears("+5m")
    assert (await stage.workout()).sets == ()
    assert "There's no set to take back." in await stage.hears("/undo")
    stage.is_clean()


async def test_a_typed_warm_up_is_taken_back_and_its_set_asked_for_again(stage: Stage) -> None:
    await stage.hears(*STARTED)
    assert "✓ 40 kg × 5 warm-up" in await stage.hears("40x5 warm-up")
    heard = await stage.hears("/undo")
    assert "Bench press · set 1 of 4 · 80 kg × 10" in heard
    assert ALL_FOUR in heard
    assert "🔔" not in await stage.hears("+5m")
    stage.is_clean()


async def test_a_set_comes_before_the_warm_ups_under_it(stage: Stage) -> None:
    await stage.hears(*STARTED, "[Warm-up done]", "+10s", "80x10")
    assert "Bench press set 1 taken back: 80 kg × 10" in await stage.hears("/undo")
    assert ALL_FOUR in await stage.hears("/undo")
    stage.is_clean()


@pytest.mark.parametrize("says", ["/undo", "unskip", "I'll do it after all", "i didn't mean to skip it"])
async def test_a_set_passed_over_comes_after_all(stage: Stage, says: str) -> None:
    await stage.hears(*STARTED, "80x10", "+61s", "[Skip]")
    skipped = next(one.id for one in stage.bot_messages if "set 2 skipped" in str(one.body["text"]))
    heard = await stage.hears("+10s", says)
    assert "Bench press · set 2 of 4 · 80 kg × 10" in heard
    assert stage.message(skipped)["text"] == "Bench press set 2 ↓"
    assert await stage.sets() == ["80×10"]
    assert "set 1 taken back" in await stage.hears("/undo")
    stage.is_clean()


async def test_a_whole_exercise_passed_over_comes_after_all(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "+61s", "[More]", "[Skip exercise]")
    assert stage.newest.startswith("Barbell row · set 1 of 4")
    over = next(one.id for one in stage.bot_messages if one.body["text"] == "Bench press ✓ 80 kg × 10")
    await stage.hears("/undo")
    assert stage.newest.startswith("Bench press · set 2 of 4")
    assert stage.message(over)["text"] == "Bench press set 2 ↓"
    stage.is_clean()


async def test_a_workout_that_a_skip_ended_goes_on(stage: Stage) -> None:
    await stage.hears("/plan 10min", "[▶ Start]", "80x10")
    while "Done ·" not in stage.newest:
        await stage.hears("+3m", "skip exercise")
    await stage.hears("/undo", "+2s")
    assert (await stage.workout()).state == "open"
    assert " · set " in stage.newest
    stage.is_clean()


async def test_after_the_finish_the_last_set_is_taken_back_not_an_older_skip(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "+10s", "skip exercise", "+10s", "/finish", "+2s")
    assert "Bench press set 1 taken back: 80 kg × 10" in await stage.hears("/undo")
    stage.is_clean()


async def test_a_set_logged_since_is_taken_back_before_the_skip(stage: Stage) -> None:
    await stage.hears(*STARTED, "[Skip]", "+10s", "80x9")
    assert "set 2 taken back: 80 kg × 9" in await stage.hears("/undo")
    await stage.hears("/undo")
    assert stage.newest.startswith("Bench press · set 1 of 4")
    stage.is_clean()


async def test_what_was_put_back_in_words_is_told_once(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "+61s", "/undo", "+5s", "redo", "+5s")
    told = [str(one.body["text"]) for one in stage.bot_messages]
    assert not any("taken back" in text for text in told)
    assert "Bench press set 1 ↓" in told
    assert sum("✓ 80 kg × 10" in text for text in told) == 1
    stage.is_clean()


@pytest.mark.parametrize("says", ["undo", "take it back", "delete it"])
async def test_in_reply_to_a_card_its_own_set_is_taken_back(stage: Stage, says: str) -> None:
    await stage.hears(*STARTED, "80x10", "+70s", "80x9", "+5s", f">3 {says}")
    assert await stage.sets() == ["80×9"]
    assert "set 1 taken back" in str(stage.message(3)["text"])
    stage.is_clean()
