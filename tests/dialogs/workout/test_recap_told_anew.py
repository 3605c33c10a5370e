"""A set corrected after the recap: the recap that stands is edited, and what follows is reckoned again."""

from __future__ import annotations

from tests.dialogs.stage import Stage

DONE = ("/plan", "[▶ Start]", "80x10", "+90s", "80x9", "/finish")


async def test_a_reply_after_the_recap_edits_it(stage: Stage) -> None:
    await stage.hears(*DONE)
    recap = stage.bot_messages[-1].id
    assert "1,520 kg lifted" in stage.newest
    await stage.plays("""
▸ >3 80x8
      👍 on 10
   3  (edited) Bench press 1/4 ✓ 80 kg × 8
   6  (edited) Bench press ✓ 80 kg × 8, 9
   9  (edited) Done · 2 min · 2 sets · 1,360 kg lifted
      Bench press: 80 kg × 8, 9
…
""")
    assert await stage.sets() == ["80×8", "80×9"]
    assert stage.bot_messages[-1].id == recap
    stage.is_clean()


async def test_an_edited_message_after_the_recap_edits_it(stage: Stage) -> None:
    await stage.hears(*DONE)
    heard = await stage.hears("~4 82.5x10")
    assert "(edited) Done · 2 min · 2 sets · 1,545 kg lifted" in heard
    stage.is_clean()


async def test_a_record_that_was_a_typo_leaves_the_recap(stage: Stage) -> None:
    await stage.hears(*DONE, "+24h", "/log bench 90x8", "/finish")
    assert "🏆" in stage.newest
    heard = await stage.hears(f"~{stage_message(stage, 'bench 90x8')} /log bench 60x10")
    assert "600 kg lifted" in heard
    assert "🏆" not in stage.newest
    stage.is_clean()


async def test_undo_says_that_the_workout_goes_on_and_the_next_recap_is_new(stage: Stage) -> None:
    await stage.hears(*DONE)
    old = stage.bot_messages[-1].id
    await stage.hears("/undo")
    assert stage.message(old)["text"] == "This workout goes on below."
    assert stage.labels(old) == []
    await stage.hears("[Put it back]", "/finish")
    new = stage.bot_messages[-1].id
    assert "1,520 kg lifted" in stage.newest
    heard = await stage.hears(">3 80x8")
    assert f"{new}  (edited) Done" in heard
    assert stage.message(old)["text"] == "This workout goes on below."
    stage.is_clean()


async def test_an_older_workouts_card_corrects_its_own_recap_alone(stage: Stage) -> None:
    await stage.hears(*DONE)
    recap = stage.bot_messages[-1].id
    await stage.hears("+24h", "/plan", "[▶ Start]")
    before = await stage.workout()
    heard = await stage.hears(">3 80x6")
    assert f"{recap}  (edited) Done · 2 min · 2 sets · 1,200 kg lifted" in heard
    assert await stage.workout() == before
    stage.is_clean()


async def test_what_is_put_right_in_the_history_is_put_right_in_the_recap(stage: Stage) -> None:
    await stage.hears(*DONE)
    recap = stage.bot_messages[-1].id
    await stage.hears("/history", "[Mon 2 Mar]", "[Bench press]", "[2.]", "[8 reps]")
    assert "1,440 kg lifted" in str(stage.message(recap)["text"])
    await stage.hears("[Delete this set]")
    assert "1 set · 800 kg lifted" in str(stage.message(recap)["text"])
    await stage.hears("[↩ Undo: bring the set back]")
    assert "2 sets · 1,440 kg lifted" in str(stage.message(recap)["text"])


async def test_what_is_put_right_in_the_history_is_put_right_on_its_card_and_in_the_overview(
    stage: Stage,
) -> None:
    await stage.hears(*DONE, "+1m")
    overview, card = stage.bot_messages[0].id, 6
    assert stage.message(card)["text"] == "Bench press ✓ 80 kg × 10, 9"
    assert "✓✓–– Bench press 80 kg × 10, 9" in str(stage.message(overview)["text"])
    await stage.hears("/history", "[Mon 2 Mar]", "[Bench press]", "[2.]", "[8 reps]")
    assert stage.message(card)["text"] == "Bench press ✓ 80 kg × 10, 8"
    assert "✓✓–– Bench press 80 kg × 10, 8" in str(stage.message(overview)["text"])
    await stage.hears("[Delete this set]", "+1m")
    assert stage.message(card)["text"] == "Bench press ✓ 80 kg × 10"
    assert "✓ Size · Upper body A · 1 set" in str(stage.message(overview)["text"])
    assert overview not in stage.telegram.chats[stage.athlete.id].pinned
    stage.is_clean()


async def test_what_is_put_right_in_the_history_is_put_right_on_the_cards_above(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "+60s", "80x9", "/finish")
    assert stage.message(3)["text"] == "Bench press 1/4 ✓ 80 kg × 10"
    await stage.hears("/history", "[Mon 2 Mar]", "[Bench press]", "[1.]", "[11 reps]")
    assert stage.message(3)["text"] == "Bench press 1/4 ✓ 80 kg × 11"
    await stage.hears("80x12")
    assert stage.message(3)["text"] == "Bench press 1/4 ✓ 80 kg × 12"
    await stage.hears("[Delete this set]")
    assert stage.message(3)["text"] == "Bench press set 1 skipped"
    await stage.hears("[↩ Undo: bring the set back]")
    assert stage.message(3)["text"] == "Bench press 1/4 ✓ 80 kg × 12"
    stage.is_clean()


async def test_the_recap_is_told_anew_after_a_restart(stage: Stage) -> None:
    await stage.hears(*DONE)
    recap = stage.bot_messages[-1].id
    await stage.restart()
    await stage.hears(">3 80x7")
    assert "1,280 kg lifted" in str(stage.message(recap)["text"])
    stage.is_clean()


def stage_message(stage: Stage, words: str) -> int:
    """The number of the athlete's message with these words."""
    messages = stage.telegram.chats[stage.athlete.id].messages.values()
    return next(one.id for one in messages if words in str(one.body.get("text")))
