"""A typed message is edited: what it told of before is written anew, whatever came since, and never twice."""

from __future__ import annotations

import pytest

from core.units import Load
from tests.dialogs.stage import Stage

RESTED = ("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "+61s")


async def test_an_edited_reply_corrects_the_set_its_first_text_corrected(stage: Stage) -> None:
    await stage.hears(*RESTED, ">3 80x6")
    assert await stage.sets() == ["80×6"]
    edited = stage.bot_messages[-1].id + 1
    await stage.hears(f"~{edited} 80x7")
    assert await stage.sets() == ["80×7"]
    stage.is_clean()


async def test_an_edited_reply_is_about_its_set_when_the_card_shows_another(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[✅ 80 kg × 10]", ">3 80x6")
    reply = stage.bot_messages[-1].id + 1
    await stage.hears("+10s", "80x9")  # the same message is the card of set 2 by now
    assert await stage.sets() == ["80×6", "80×9"]
    await stage.hears(f"~{reply} 80x7")
    assert await stage.sets() == ["80×7", "80×9"]
    stage.is_clean()


async def test_an_edited_fix_in_words_stays_with_its_set(stage: Stage) -> None:
    await stage.hears(*RESTED, "last one was 7")
    fix = stage.bot_messages[-1].id + 1
    await stage.hears("80x8", f"~{fix} last one was 6")
    assert await stage.sets() == ["80×6", "80×8"]
    await stage.hears(f"~{fix} set 2 was 5")
    assert "An edit corrects the numbers" in stage.newest
    assert await stage.sets() == ["80×6", "80×8"]
    stage.is_clean()


async def test_an_edited_reply_that_said_nothing_before_is_a_reply_still(stage: Stage) -> None:
    await stage.hears(*RESTED, ">3 banana")
    reply = stage.bot_messages[-1].id - 1
    await stage.hears(f"~{reply} 80x7")
    assert await stage.sets() == ["80×7"]
    stage.is_clean()


async def test_the_card_of_an_exercise_done_in_between_keeps_its_name(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "row 60x10 60x9")
    typed, card = stage.bot_messages[-1].id - 1, stage.bot_messages[-1].id
    await stage.hears(f"~{typed} 60x10 60x8")
    told = str(stage.message(card)["text"])
    assert told.startswith("Barbell row ✓ 60 kg × 10 · ✓ 60 kg × 8 · rest 90 s")
    assert told.endswith("Next: Bench press, 80 kg × 10")
    stage.is_clean()


@pytest.mark.parametrize("logs", ["80x8", ">3 80x6"])
async def test_an_edit_of_what_was_taken_back_says_so(stage: Stage, logs: str) -> None:
    await stage.hears("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "+61s")
    message = stage.bot_messages[-1].id + 1
    await stage.hears(logs, "/undo")
    before = await stage.sets()
    await stage.hears(f"~{message} 80x7")
    assert stage.newest == "That set was taken back, so the edit changes nothing. Send it as a new message."
    assert await stage.sets() == before
    stage.is_clean()


@pytest.mark.parametrize(("typed", "becomes"), [("375x8", "375×8"), ("200x1", "200×1")])
async def test_an_edit_in_doubt_is_asked_back_as_a_new_message_is(
    stage: Stage, typed: str, becomes: str
) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8", f"~4 {typed}")
    assert await stage.sets() == ["80×8"]
    assert stage.labels()[0] == becomes.replace('×', ' kg × ')
    await stage.hears(f"[{stage.labels()[0]}]")
    assert await stage.sets() == [becomes]
    stage.is_clean()


async def test_two_sets_of_one_message_are_asked_back_together(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8 75x8", "~4 80x8 375x8")
    assert await stage.sets() == ["80×8", "75×8"]
    await stage.hears(f"[{stage.labels()[0]}]")
    assert await stage.sets() == ["80×8", "375×8"]
    stage.is_clean()


async def test_a_message_edited_to_fewer_sets_keeps_its_rest_on_the_card(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8 75x8", "+10s", "~4 80x7")
    assert await stage.sets() == ["80×7"]
    card = stage.message(3)
    assert "✓ 80 kg × 7 · rest 90 s, next set at" in str(card["text"])
    assert stage.labels(3)[0] == "Skip rest"
    await stage.hears("[Skip rest]")
    assert stage.newest.startswith("Bench press · set 2 of 4")
    assert "🔔" not in await stage.hears("+10m")
    stage.is_clean()


async def test_an_edit_of_a_set_made_a_warm_up_leaves_its_load(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "70x8", "~4 5 w")
    await stage.hears("~4 6 w")
    (warm_up,) = (await stage.workout()).sets
    assert warm_up.kind == "warm_up"
    assert (warm_up.load, warm_up.reps) == (Load.kg(70), 6)
    stage.is_clean()


async def test_an_edit_of_several_sets_is_told_on_each_of_their_cards(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", ">3 80x8 w", "+1s", "[Skip rest]", "+2m")
    await stage.hears(">3 80x10 80x10 80x9")
    typed = max(stage.telegram.chats[stage.athlete.id].messages)
    assert stage.message(3)["text"] == "Bench press 1/4 ✓ 80 kg × 10"
    await stage.hears(f"~{typed} 80x8 80x10 80x9")
    assert stage.message(3)["text"] == "Bench press 1/4 ✓ 80 kg × 8"
    stage.is_clean()
