"""The pinned overview: the whole workout at a glance, told anew silently, seldom, and unpinned in the end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.dialogs.stage import Stage

PLAN = 2  # the plan card becomes the overview


async def test_it_shows_what_is_done_and_what_comes(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
   2  (edited) ▶ Size · Upper body A
…
▸ +1s
▸ !
   2 📌 ▶ Size · Upper body A · 0 of 20 sets
      ···· Bench press 80 kg × 10
      ···· Barbell row 62.5 kg × 10
      ···· Incline dumbbell press 26 kg × 9
      ···· Lat pulldown
      ···· Dumbbell curl 14 kg × 10
▸ [✅ 80 kg × 10]
…
▸ +60s
…
▸ 80x8
…
▸ skip
…
▸ +10s
▸ !
   2 📌 ▶ Size · Upper body A · 2 of 19 sets
      ✓✓–· Bench press 75 kg × 10
      ···· Barbell row 62.5 kg × 10
      ···· Incline dumbbell press 26 kg × 9
      ···· Lat pulldown
      ···· Dumbbell curl 14 kg × 10
▸ /finish
…
▸ +10s
▸ !
      ! nothing is pinned
""")
    told = str(stage.message(PLAN)["text"])
    assert told == "✓ Size · Upper body A · 2 sets\n✓✓–– Bench press 80 kg × 10, 8"
    stage.is_clean()


async def test_it_is_told_anew_at_most_every_ten_seconds_and_makes_no_sound(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "+1s")
    before = len(edits(stage))
    for line in ("80x10", "80x10", "80x10", *["skip"] * 9):
        await stage.hears(line, "+1s")
    assert len(edits(stage)) - before == 1
    await stage.hears("+10s")
    assert len(edits(stage)) - before == 2
    (pin,) = stage.telegram.ledger.calls("pinChatMessage")
    assert pin.params["disable_notification"] is True
    assert "pinned_message" not in str([message.body for message in stage.bot_messages])
    stage.is_clean()


async def test_it_follows_a_correction_and_a_workout_that_opens_again(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8", "/finish", "+10s", ">3 80x7", "+10s")
    assert str(stage.message(PLAN)["text"]).endswith("Bench press 80 kg × 7")
    assert stage.telegram.chats[stage.athlete.id].pinned == []
    await stage.hears("/undo", "+10s")
    assert stage.telegram.chats[stage.athlete.id].pinned == [PLAN]
    assert "0 of 20 sets" in str(stage.message(PLAN)["text"])
    stage.is_clean()


async def test_it_follows_a_load_chosen_on_the_card(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "+1s", "[−2.5 kg]", "+10s")
    assert "···· Bench press 77.5 kg × 10" in str(stage.message(PLAN)["text"])
    stage.is_clean()


async def test_it_outlives_a_restart(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10")
    await stage.restart(after=timedelta(minutes=1))
    assert str(stage.message(PLAN)["text"]).startswith("▶ Size · Upper body A · 1 of 20 sets\n✓··· Bench")
    await stage.hears("80x9")
    await stage.restart()
    await stage.hears("+10s")
    assert "2 of 20 sets" in str(stage.message(PLAN)["text"])
    stage.is_clean()


async def test_one_begun_right_after_another_ended_gets_its_own(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "+20s", "/finish", "/plan", "[▶ Start]")
    second = next(one.id for one in stage.bot_messages if str(one.body["text"]).startswith("▶ Size · Lower"))
    await stage.hears("+15s")
    assert str(stage.message(PLAN)["text"]).startswith("✓ Size · Upper body A · 1 set")
    assert str(stage.message(second)["text"]).startswith("▶ Size · Lower body A · 0 of 14 sets")
    assert stage.telegram.chats[stage.athlete.id].pinned == [second]
    stage.is_clean()


async def test_one_begun_and_ended_right_after_another_says_so(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "+15s", "[✅ 80 kg × 10]", "/finish", "/plan", "[▶ Start]")
    second = max(one.id for one in stage.bot_messages if str(one.body["text"]).startswith("▶"))
    assert stage.message(second)["text"] == "▶ Size · Lower body A"
    await stage.hears("/finish", "+30s")
    assert stage.message(second)["text"] == "✓ Size · Lower body A · 0 sets"
    assert stage.telegram.chats[stage.athlete.id].pinned == []
    stage.is_clean()


async def test_a_single_set_without_a_plan_needs_none(stage: Stage) -> None:
    await stage.hears("squat 100x5", "+1m", "/finish", "+1m")
    assert stage.telegram.ledger.calls("pinChatMessage") == []
    stage.is_clean()


async def test_free_training_gets_one_with_its_second_set(stage: Stage) -> None:
    await stage.plays("""
▸ bench 80x8
      👍 on 1
   2· Bench press ✓ 80 kg × 8…
…
▸ 8/7
…
▸ +1s
   4· ▶ Free training · 2 sets
      ✓✓ Bench press 80 kg × 8, 8/7
▸ squat 100x5
…
▸ +10s
…
▸ !
   4 📌 ▶ Free training · 3 sets
      ✓✓ Bench press 80 kg × 8, 8/7
      ✓ Back squat 100 kg × 5
▸ /undo
…
▸ +10s
…
▸ !
   4 📌 ▶ Free training · 2 sets
      ✓✓ Bench press 80 kg × 8, 8/7
▸ /finish
…
▸ +10s
…
▸ !
      ! nothing is pinned
""")
    assert stage.message(4)["text"] == "✓ Free training · 2 sets\n✓✓ Bench press 80 kg × 8, 8/7"
    stage.is_clean()


@pytest.mark.parametrize("begun", ["start", "bench 80x10"])
async def test_a_plan_begun_by_words_gets_one_with_its_second_set(stage: Stage, begun: str) -> None:
    await stage.hears("/plan", begun, "80x10", "80x9", "+10s", "80x8", "+10s")
    shown = next(one for one in stage.bot_messages if str(one.body["text"]).startswith("▶ Size"))
    assert "of 20 sets\n✓✓✓" in str(shown.body["text"])
    assert stage.telegram.chats[stage.athlete.id].pinned == [shown.id]
    stage.is_clean()


async def test_what_is_only_asked_about_is_no_set_of_it(stage: Stage) -> None:
    await stage.hears("bench 80x8", "80x8", "squat 100x5", "curl 12x10", "+11s")
    shown = next(one for one in stage.bot_messages if "Free training" in str(one.body["text"]))
    assert "skipped" not in str(shown.body["text"])
    assert "· 3 sets" in str(shown.body["text"])
    stage.is_clean()


def edits(stage: Stage) -> list[object]:
    calls = stage.telegram.ledger.calls("editMessageText")
    return [call for call in calls if call.params["message_id"] == PLAN]


async def test_a_button_of_the_plan_it_was_is_one_from_before(stage: Stage) -> None:
    """Pressed again by a phone that had not seen the change yet."""
    await stage.hears("/plan")
    plan = stage.bot_messages[-1]
    old = [
        button["callback_data"]
        for row in plan.body["reply_markup"]["inline_keyboard"]
        for button in row
        if button["text"] in ("Swap", "Add exercise", "Shorter", "Why?")
    ]
    await stage.hears("[▶ Start]")
    shown = dict(plan.body)
    assert len(old) == 4
    for callback in old:
        stage.telegram.user_presses(stage.athlete, plan.id, callback)
        await stage.settle()
    assert plan.body == shown
    stage.is_clean()


async def test_another_unit_amid_a_rest_is_told_there_too(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8", "+5s", "/settings", "[Unit]", "[lb]", "+20s")
    assert "Barbell row 135 lb × 10" in str(stage.message(2)["text"])
    stage.is_clean()
