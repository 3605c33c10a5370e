"""What was logged is corrected, taken back or asked about: reply, edit, Fix, /undo; chat and file agree."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.dialogs.stage import Stage

TWO_SETS = ("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "+60s", "[✅ 80 kg × 10]", "+60s")


async def test_undo_takes_the_newest_set_back(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
…
▸ [✅ 80 kg × 10]
…
▸ +60s
   5 🔔 Bench press · set 2 of 4 · 80 kg × 10
…
▸ /undo
      👍 on 6
   3  (edited) ↩ Bench press set 1 taken back: 80 kg × 10
      [1 Put it back]
   7· Bench press · set 1 of 4 · 80 kg × 10
…
   5  (edited) Bench press set 2 ↓
▸ /undo
   9  There's no set to take back.
""")
    assert await stage.sets() == []


async def test_undo_while_resting_silences_the_bell(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8", "/undo")
    assert "🔔" not in await stage.hears("+5m")
    assert stage.newest.startswith(("Bench press · set 1", "Warm-up"))
    stage.is_clean()


async def test_undo_opens_a_workout_that_has_just_ended(stage: Stage) -> None:
    await stage.hears(*TWO_SETS, "/finish")
    assert stage.newest.startswith("Done · 1 min · 2 sets")
    await stage.hears("/undo")
    assert (await stage.workout()).state == "open"
    assert await stage.sets() == ["80×10"]
    await stage.hears("80x7", "/finish")
    assert stage.newest.startswith("Done · 2 min · 2 sets · 1,360 kg lifted")
    stage.is_clean()


async def test_undo_leaves_a_workout_of_yesterday_alone(stage: Stage) -> None:
    await stage.hears(*TWO_SETS, "/finish", "+5h", "/undo")
    assert stage.newest == "There's no set to take back."
    assert len(await stage.sets()) == 2


async def test_a_reply_to_an_older_card_corrects_that_set(stage: Stage) -> None:
    await stage.hears(*TWO_SETS)
    await stage.plays("""
▸ >3 80x7
      👍 on 7
   3  (edited) Bench press 1/4 ✓ 80 kg × 7
""")
    assert await stage.sets() == ["80×7", "80×10"]
    await stage.hears("[✅ 80 kg × 10]", "/finish", ">5 82.5x6")
    assert await stage.sets() == ["80×7", "82.5×6", "80×10"]
    stage.is_clean()


@pytest.mark.parametrize("wrong", ["banana", "NaN", "80", "3x8x80", "<b>", "100000x5"])
async def test_a_wrong_reply_changes_nothing(stage: Stage, wrong: str) -> None:
    await stage.hears(*TWO_SETS)
    heard = await stage.hears(f">3 {wrong}")
    assert "👍" not in heard
    assert len(heard.split("\n")) > 1
    assert await stage.sets() == ["80×10", "80×10"]
    stage.is_clean()


async def test_a_reply_to_something_else_is_explained(stage: Stage) -> None:
    await stage.hears("/help")
    help_id = stage.bot_messages[-1].id
    await stage.hears(*TWO_SETS)
    assert "set card" in await stage.hears(f">{help_id} 80x7")
    assert "set card" in await stage.hears(">1 80x7")
    assert await stage.sets() == ["80×10", "80×10"]
    stage.is_clean()


async def test_an_edited_message_corrects_its_sets(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8", "+90s", "8 7")
    assert await stage.sets() == ["80×8", "75×8", "75×7"]
    await stage.hears("~4 80x9")
    await stage.hears("~7 9 6")
    assert await stage.sets() == ["80×9", "75×9", "75×6"]
    stage.is_clean()


async def test_an_edit_of_an_edit_and_one_nobody_can_read(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8", "~4 80x9", "~4 80x7", "~4 hm")
    assert "so 80 kg × 7 stays" in stage.newest
    assert await stage.sets() == ["80×7"]
    await stage.hears("+90s", "ouch no", "~9 80x3")
    assert await stage.sets() == ["80×7"]
    stage.is_clean()


async def test_an_edit_after_the_end_still_corrects(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8", "/finish", "~4 80x9")
    assert await stage.sets() == ["80×9"]
    assert (await stage.workout()).state == "finished"
    stage.is_clean()


async def test_the_fix_menu(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
…
▸ [✅ 80 kg × 10]
…
▸ [Fix]
   3  (edited) Bench press set 1 was logged as 80 kg × 10.
…
▸ [It's right]
   3  (edited) ✓ 80 kg × 10 · rest 60 s, next set in 1 min
…
▸ [Fix]
…
▸ [8]
   3  (edited) ✓ 80 kg × 8 · rest 90 s, next set in 1 min 30 s
…
""")
    assert await stage.sets() == ["80×8"]


async def test_fix_takes_a_set_back_and_only_once(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "[Fix]")
    undo = stage.telegram.button(stage.message(3), "Take it back")["callback_data"]
    await stage.taps("Take it back", 3)
    assert await stage.sets() == []
    stage.telegram.user_presses(stage.athlete, 3, undo)
    await stage.settle()
    heard = await stage.hears("+1s")
    assert "That set is taken back already." in heard
    assert "🔔" not in await stage.hears("+5m")
    stage.is_clean()


async def test_a_correction_moves_what_is_asked_next(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[✅ 80 kg × 10]", ">3 80x7")
    heard = await stage.hears("+2m")
    assert "Bench press · set 2 of 4 · 75 kg" in heard
    stage.is_clean()


async def test_add_a_set_after_the_recap(stage: Stage) -> None:
    await stage.hears(*TWO_SETS, "/finish", "[Add a set]")
    assert stage.newest.startswith("Bench press · set 3 of")
    assert (await stage.workout()).state == "open"
    await stage.hears("80x5", "/finish")
    assert await stage.sets() == ["80×10", "80×10", "80×5"]
    stage.is_clean()


async def test_the_recap_follows_a_correction(stage: Stage) -> None:
    await stage.hears(*TWO_SETS, "/finish", ">3 80x5", "/undo", "80x10", "/finish")
    assert "1,200 kg lifted" in stage.newest
    assert await stage.sets() == ["80×5", "80×10"]


async def test_late_replies_to_a_deleted_card_are_no_trouble(stage: Stage) -> None:
    await stage.hears(*TWO_SETS)
    stage.unavoidable = {"editMessageText: Bad Request: message to edit not found"}
    stage.telegram.user_deletes(stage.athlete, 5)
    await stage.hears("80x8", "+2m")
    assert await stage.sets() == ["80×10", "80×10", "80×8"]
    stage.telegram.user_deletes(stage.athlete, stage.bot_messages[-1].id)
    await stage.hears("80x8", "/undo", "/finish")
    assert stage.newest.startswith("Done")
    assert stage.telegram.unanswered() == []


async def test_four_hours_are_the_limit_for_second_thoughts(stage: Stage) -> None:
    await stage.hears(*TWO_SETS, "/finish")
    await stage.advance(timedelta(hours=3, minutes=59))
    await stage.hears("/undo")
    assert len(await stage.sets()) == 1


async def test_a_set_taken_back_is_put_back(stage: Stage) -> None:
    await stage.hears(*TWO_SETS, "/undo")
    assert await stage.sets() == ["80×10"]
    heard = await stage.hears("[Put it back]")
    assert "✓ 80 kg × 10" in heard
    assert "Bench press · set 3 of 4" in stage.newest
    assert await stage.sets() == ["80×10", "80×10"]
    stage.is_clean()


async def test_undo_twice_across_exercises_and_both_put_back(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10 80x10 80x10 80x9", "row 70x10", "/undo", "/undo")
    assert await stage.sets() == ["80×10", "80×10", "80×10"]
    backs = [one.id for one in stage.bot_messages if "Put it back" in stage.labels(one.id)]
    for message_id in reversed(backs):
        await stage.taps("Put it back", message_id)
    assert await stage.sets() == ["80×10", "80×10", "80×10", "80×9", "70×10"]
    stage.is_clean()


async def test_a_new_set_in_its_place_is_not_pushed_out(stage: Stage) -> None:
    await stage.hears(*TWO_SETS, "/undo")
    back = next(one.id for one in stage.bot_messages if "Put it back" in stage.labels(one.id))
    await stage.hears("80x6")
    await stage.taps("Put it back", back)
    assert await stage.sets() == ["80×10", "80×6"]
    assert stage.telegram.unanswered() == []


async def test_an_edit_to_fewer_sets_takes_the_last_one_back(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "8 8 7")
    assert await stage.sets() == ["80×8", "80×8", "80×7"]
    await stage.hears("~4 8 8")
    assert await stage.sets() == ["80×8", "80×8"]
    await stage.hears("~4 9 8")
    assert await stage.sets() == ["80×9", "80×8"]
    assert "adds no sets" in await stage.hears("~4 9 8 7")
    assert "can't read that edit" in await stage.hears("~4 banana")
    assert await stage.sets() == ["80×9", "80×8"]
    stage.is_clean()


async def test_the_last_one_was_another(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x8", "last one was 7 not 8")
    assert await stage.sets() == ["80×7"]
    await stage.hears("that was 82.5x6")
    assert await stage.sets() == ["82.5×6"]
    stage.is_clean()


async def test_the_next_set_chosen_by_a_button_is_what_its_card_stands_for(stage: Stage) -> None:
    """Asked back while another set rests, it is the next; a reply to the card corrects what it shows."""
    await stage.hears("/plan", "[▶ Start]", "80x10", "200x8")
    await stage.taps(stage.labels()[0])
    assert await stage.sets() == ["80×10", "200×8"]
    await stage.hears(">3 80x11")
    assert await stage.sets() == ["80×10", "80×11"]
    assert str(stage.message(3)["text"]).startswith("✓ 80 kg × 10 · ✓ 80 kg × 11")
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "sets"),
    [
        ("no, 7", ["80×10", "80×7"]),
        ("sorry 7", ["80×10", "80×7"]),
        ("oops, 7", ["80×10", "80×7"]),
        ("7 actually", ["80×10", "80×7"]),
        ("I meant 75x8", ["80×10", "75×8"]),
        ("make that 7", ["80×10", "80×7"]),
        ("set 1 was 75x8", ["75×8", "80×10"]),
        ("first set was 9", ["80×9", "80×10"]),
        ("set 1: 9", ["80×9", "80×10"]),
        ("the one before was 9", ["80×9", "80×10"]),
        ("nein, 7", ["80×10", "80×7"]),
        ("der erste Satz war 9", ["80×9", "80×10"]),
    ],
)
async def test_a_set_is_corrected_in_words(stage: Stage, words: str, sets: list[str]) -> None:
    await stage.hears("/plan", "[▶ Start]", "10", "+70s", "10", "+30s", words)
    assert await stage.sets() == sets
    stage.is_clean()


async def test_a_correction_of_a_set_that_is_not_logged_says_so(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "10", "+70s", "set 4 was 9")
    assert "That set isn't logged" in heard
    assert await stage.sets() == ["80×10"]


async def test_a_pain_behind_a_correction_is_heard(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "10", "+70s", "that was 8 and now my knee hurts")
    assert "Your knee" in heard


async def test_words_nobody_knows_may_be_said_of_the_exercise_in_hand(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "8 gruesome")
    assert stage.labels()[0] == "Bench press"
    await stage.hears("[Bench press]")
    assert await stage.sets() == ["80×8"]
    stage.is_clean()


async def test_one_more_set_leaves_the_card_that_told_all_its_own(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10 80x10 80x10 80x9", "/finish", "[Add a set]")
    assert stage.newest.startswith("Bench press · set 5 of 5")
    assert stage.message(3)["text"] == "Bench press 1–4/5 ✓ 80 kg × 10, 10, 10, 9"
    stage.is_clean()


async def test_other_reps_leave_the_load_a_set_was_done_with(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "85x8", ">3 7")
    assert await stage.sets() == ["85×7"]
    await stage.hears("last one was 6")
    assert await stage.sets() == ["85×6"]
    stage.is_clean()


async def test_other_reps_in_free_training_leave_each_set_its_load(stage: Stage) -> None:
    await stage.hears("squat 100x5", "+65s", "110x3", "+65s", "[+2.5 kg]", ">2 7")
    assert stage.message(2)["text"] == "Back squat ✓ 100 kg × 7"
    await stage.hears("~1 6")
    assert await stage.sets() == ["100×6", "110×3"]
    stage.is_clean()


async def test_a_set_that_was_skipped_is_logged_by_a_reply_and_no_card_says_otherwise(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "+60s", "[Skip]")
    heard = await stage.hears(">5 9")
    assert "5  (edited) Bench press set 2 ↓" in heard
    assert [one.set_number for one in (await stage.workout()).sets] == [1, 2]
    stage.is_clean()


async def test_a_card_names_the_sets_it_tells_and_none_that_was_skipped(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "10 10", "/undo", "[Skip]", "10")
    assert "Bench press 1, 3/4 ✓ 80 kg × 10, 10" in await stage.hears("+60s")


async def test_that_fewer_is_no_failure_is_said_once(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "80x6")
    assert "Enough for now: 8 reps. Fewer is information, not failure." in heard
    heard = await stage.hears("+90s", "7")
    assert "Enough for now: 7 reps.\n" in heard
    assert "not failure" not in heard


@pytest.mark.parametrize("words", ["+2.5", "too light", "note: seat 4", "32.5x5"])
async def test_a_card_that_was_deleted_comes_anew_when_it_changes(stage: Stage, words: str) -> None:
    stage.unavoidable = {"editMessageText: Bad Request: message to edit not found"}
    await stage.hears("/plan", "[▶ Start]")
    stage.telegram.user_deletes(stage.athlete, 3)
    assert "· Bench press · set 1 of 4" in await stage.hears(words)
    await stage.hears("[✅]")
    assert len(await stage.sets()) == 1
    stage.is_clean()


@pytest.mark.parametrize("words", ["80x8", "done"])
async def test_a_set_typed_below_a_deleted_card_stands_on_a_new_one(stage: Stage, words: str) -> None:
    stage.unavoidable = {"editMessageText: Bad Request: message to edit not found"}
    await stage.hears("/plan", "[▶ Start]")
    stage.telegram.user_deletes(stage.athlete, 3)
    await stage.hears(words)
    assert stage.newest.startswith("✓ 80 kg × ")
    assert stage.labels() == ["Skip rest", "+30 s", "−30 s", "Fix"]
    assert len(stage.telegram.ledger.refused()) == 1
    await stage.hears("+2m", "/finish")
    stage.is_clean()


async def test_a_correction_of_a_deleted_card_brings_it_anew(stage: Stage) -> None:
    """Else a thumb alone told of it, and what comes next stood nowhere."""
    await stage.hears("/log squat 100x5")
    stage.unavoidable.add("editMessageText: Bad Request: message to edit not found")
    stage.telegram.user_deletes(stage.athlete, 2)
    await stage.hears("~1 80x8")
    assert stage.newest.startswith("Back squat ✓ 80 kg × 8 · rest 60 s")
    stage.is_clean()
