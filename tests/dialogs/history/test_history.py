"""The past in the chat: paged, corrected, added to, noted on, planned again, deleted and brought back."""

from __future__ import annotations

from pathlib import Path

from bot.callbacks import OpenPast, encode
from core.catalogue import catalogue
from core.store.plans import plan_of
from tests.dialogs.stage import Stage, intermediate

MONDAY = ("/plan upper a", "[▶ Start]", "80x10", "+2m", "80x8", "barbell row 60x10", "/finish")
WEDNESDAY = ("+2d", "/log squat 3x5x100", "pullup bw x 8", "/finish", "+1d")


async def test_a_set_of_last_week_is_put_right_by_taps_and_by_words(stage: Stage) -> None:
    await stage.hears(*MONDAY, *WEDNESDAY)
    await stage.plays("""
▸ /history
  19  Your 2 workouts

      Wed 4 Mar · Free training
      Size · 4 sets · 1,500 kg

      Mon 2 Mar · Upper body A
      Size · 3 sets · 2,040 kg · 2 min
      [1 Wed 4 Mar · Free training]
      [2 Mon 2 Mar · Upper body A]
▸ #2
  19  (edited) Mon 2 Mar · Upper body A
      Size · 3 sets · 2,040 kg · 2 min

      Bench press: 80 kg × 10, 8
      Barbell row: 60 kg × 10

      Tap an exercise to change its sets.
      [1 Bench press] [2 Barbell row]
      [3 ➕ Exercise] [4 📝 Add a note]
      [5 🔁 Plan it again]
      [6 Save as routine] [7 Delete]
      [8 ‹ History]
▸ #1
  19  (edited) Bench press
      Mon 2 Mar · Upper body A
      Tap a set to correct or delete it.
      [1 1. 80 kg × 10] [2 2. 80 kg × 8]
      [3 ➕ Add a set] [4 Progress]
      [5 ‹ Back]
▸ #2
  19  (edited) Bench press
      Mon 2 Mar · Upper body A
      Set 2: 80 kg × 8
      Wrong? Tap, or reply with what it was: 80 kg × 8
      [1 7 reps] [2 9 reps]
      [3 77.5 kg] [4 82.5 kg]
      [5 Delete this set] [6 ‹ Back]
▸ [9 reps]
      (toast: Corrected.)
  19  (edited) Bench press
      Mon 2 Mar · Upper body A
      Set 2: 80 kg × 9
…
▸ 82,5x7 @9
      👍 on 20
  19  (edited) Bench press
      Mon 2 Mar · Upper body A
      Set 2: 82.5 kg × 7 @9
…
▸ banana
  22  One set, please, as you'd log it: 80 x 8.
▸ 375x8
      👍 on 23
  19  (edited) That is far from the others. Was it so?
      [1 375 kg × 8]
      [2 ‹ Back]
▸ [‹ Back]
  19  (edited) Bench press
      Mon 2 Mar · Upper body A
      Set 2: 82.5 kg × 7 @9
…
""")
    progress = await stage.hears("/progress bench")
    assert "Heaviest set: 82.5 kg × 7 @9, 2 Mar 2026" in progress


async def test_a_set_is_added_and_deleted_and_comes_back(stage: Stage) -> None:
    await stage.hears(*MONDAY, "+9d", "/history", "[Mon 2 Mar · Upper body A]", "[Bench press]")
    await stage.plays("""
▸ [➕ Add a set]
      (toast: Added, like the one before.)
  13  (edited) Bench press
      Mon 2 Mar · Upper body A
      Set 3: 80 kg × 8
…
▸ [Delete this set]
      (toast: Deleted. Undo brings it back.)
  13  (edited) Mon 2 Mar · Upper body A
      Size · 3 sets · 2,040 kg · 2 min

      Bench press: 80 kg × 10, 8
      Barbell row: 60 kg × 10

      Tap an exercise to change its sets.
      [1 ↩ Undo: bring the set back]
…
▸ [↩ Undo: bring the set back]
      (toast: It's back.)
  13  (edited) Mon 2 Mar · Upper body A
      Size · 4 sets · 2,680 kg · 2 min

      Bench press: 80 kg × 10, 8, 8
…
▸ [➕ Exercise]
  13  (edited) Mon 2 Mar · Upper body A
      What did you do, too? Reply with the exercise and its sets: squat 3x5x100
      [1 ‹ Back]
▸ curl
  15  An exercise with its sets, please: squat 3x5x100.
▸ curl 3x12x14
      👍 on 16
  13  (edited) Mon 2 Mar · Upper body A
      Size · 7 sets · 3,688 kg · 2 min

      Bench press: 80 kg × 10, 8, 8
      Barbell row: 60 kg × 10
      Dumbbell curl: 14 kg × 12, 12, 12
…
""")


async def test_a_note_is_kept_as_written_and_taken_away(stage: Stage) -> None:
    await stage.hears(*MONDAY, "/history", "[Mon 2 Mar · Upper body A]")
    await stage.plays("""
▸ [📝 Add a note]
  13  (edited) Mon 2 Mar · Upper body A
      Reply with your note: how it went, what to do next time. Up to 300 characters.
      [1 ‹ Back]
▸ slept <badly> & bench 5 kg too heavy
      👍 on 14
  13  (edited) Mon 2 Mar · Upper body A
      Size · 3 sets · 2,040 kg · 2 min
      📝 slept <badly> & bench 5 kg too heavy

…
▸ [📝 Change note]
  13  (edited) Mon 2 Mar · Upper body A
      📝 slept <badly> & bench 5 kg too heavy
      Reply with your note: how it went, what to do next time. Up to 300 characters.
      [1 Delete the note]
      [2 ‹ Back]
▸ [Delete the note]
      (toast: The note is gone.)
  13  (edited) Mon 2 Mar · Upper body A
      Size · 3 sets · 2,040 kg · 2 min

      Bench press: 80 kg × 10, 8
…
""")


async def test_a_workout_is_deleted_after_one_question_and_comes_back(stage: Stage) -> None:
    await stage.hears(*MONDAY, "/history", "[Mon 2 Mar · Upper body A]")
    await stage.plays("""
▸ [Delete]
  13  (edited) Delete Mon 2 Mar · Upper body A with its 3 sets? Your records and next weights are reckoned…
      [1 Delete] [2 Keep it]
▸ [Delete]
      (toast: Deleted. Undo brings it back.)
  13  (edited) Mon 2 Mar · Upper body A is deleted.
      [1 ↩ Undo]
      [2 ‹ History]
  11  (edited) Mon 2 Mar · Upper body A is deleted.
▸ /history
  15  No set is logged yet. /plan shows your first session.
▸ #13.1
      (toast: It's back.)
  13  (edited) Mon 2 Mar · Upper body A
      Size · 3 sets · 2,040 kg · 2 min
…
""")


async def test_a_past_workout_is_planned_again_and_saved(stage: Stage) -> None:
    await stage.hears(*MONDAY, "+2d", "/history", "[Mon 2 Mar · Upper body A]")
    await stage.plays("""
▸ [🔁 Plan it again]
  14  Size · Upper body A · ≈ 32 min
…
      [1 ▶ Start]
…
""")
    plan = await stage.read(plan_of, stage.athlete.id)
    assert plan is not None
    assert [one.exercise_id for one in plan.session.prescriptions] == ["bench_press", "barbell_row"]
    assert "How shall this routine be called?" in await stage.hears("[Save as routine]")


async def test_pages_turn_in_place(stage: Stage) -> None:
    for _ in range(6):
        await stage.hears("/log bench 80x8", "/finish", "+1d")
    await stage.plays("""
▸ /history
  26  Your 6 workouts · page 1 of 2
…
      [6 ‹ Older]
▸ [‹ Older]
  26  (edited) Your 6 workouts · page 2 of 2

      Mon 2 Mar · Free training
      Size · 1 set · 640 kg
      [1 Mon 2 Mar · Free training]
      [2 Newer ›]
▸ #1
  26  (edited) Mon 2 Mar · Free training
…
▸ [‹ History]
  26  (edited) Your 6 workouts · page 2 of 2
…
▸ [Newer ›]
  26  (edited) Your 6 workouts · page 1 of 2
…
""")


async def test_sets_of_a_workout_that_runs_are_not_taken_for_the_past(stage: Stage) -> None:
    await stage.hears(*MONDAY, "+2d", "/plan", "[▶ Start]", "/history", "[Mon 2 Mar · Upper body A]")
    await stage.hears("[Bench press]", "[1. 80 kg × 10]", "140x5")
    assert await stage.sets() == ["140×5"]
    asked = next(one for one in stage.bot_messages if "Wrong?" in str(one.body["text"]))
    await stage.hears(f">{asked.id} 70x9")
    assert await stage.sets() == ["140×5"]
    assert "Bench press: 70 kg × 9 · 80 kg × 8" in await stage.hears("/history", "[Mon 2 Mar · Upper body A]")


async def test_anothers_workout_and_a_running_one_stay_closed(stage: Stage) -> None:
    await stage.hears(*MONDAY, "/history", "[Mon 2 Mar · Upper body A]", "[Bench press]")
    buttons = [
        str(button["callback_data"])
        for row in stage.bot_messages[-1].body["reply_markup"]["inline_keyboard"]
        for button in row
    ]
    mallory = stage.telegram.add_user("Mallory")
    await stage.introduces(mallory, intermediate())
    stage.telegram.user_sends(mallory, "/start")
    await stage.settle()
    theirs = next(iter(stage.telegram.chats[mallory.id].messages))
    before = await stage.workout()
    workout_id, set_id = before.id, before.sets[0].id
    forged = [f"1.ho.{workout_id}.", f"1.hs.{set_id}", f"1.hc.{set_id}.200000k.1.", f"1.hx.{set_id}.0"]
    forged += [f"1.hn.{workout_id}.clear", f"1.hd.{workout_id}.sure", f"1.hr.{workout_id}"]
    for data in (*buttons, *forged):
        stage.telegram.user_presses(mallory, theirs, data)
        await stage.settle()
    assert await stage.workout() == before
    told = [call for call in stage.telegram.ledger if call.method == "answerCallbackQuery"]
    toasts = [str(call.params.get("text")) for call in told]
    assert "That workout is gone. /history shows yours." in toasts
    assert "That set is gone. /history shows what stands." in toasts


async def test_the_first_workout_still_runs(stage: Stage) -> None:
    assert "No set is logged yet" in await stage.hears("/history")
    await stage.hears("/plan", "[▶ Start]", "80x10")
    assert "Your first workout still runs" in await stage.hears("/history")
    stage.is_clean()


async def test_a_day_of_any_length_can_be_opened_and_deleted(stage: Stage, tmp_path: Path) -> None:
    heading = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment"
    known = [one.name for one in catalogue().values() if one.takes_load]
    rows = [f"2026-02-05,{name},X,{40 + step},kgs,8,,,,slow {step}" for name in known for step in range(12)]
    rows += [f"2026-02-05,Push Up,X,,,{1 + reps % 90},,,," for reps in range(150)]
    file = tmp_path / "log.csv"
    file.write_text("\n".join([heading, *rows]) + "\n", "utf-8")
    await stage.hears(f"@{file}", "[Import]")
    heard = await stage.hears("/history", "#1")
    assert "… and 1 more exercise." in heard
    assert stage.labels()[16].startswith("page 2 of ")
    (pushed,) = [one for one in (await stage.workout()).sets if one.reps == 90 and one.load is None]
    await stage.hears(f"#4.{stage.labels().index(known[0]) + 1}")
    assert stage.labels()[0] == "1. 40 kg × 8"
    stage.telegram.user_presses(stage.athlete, 4, encode(OpenPast(pushed.workout_id, pushed.exercise_index)))
    await stage.settle()
    assert stage.labels()[14:18] == ["15. 15 reps", "16. 16 reps", "page 2 of 10 ›", "➕ Add a set"]
    await stage.hears("[page 2 of 10 ›]", "[page 3 of 10 ›]")
    assert stage.labels()[:3] == ["33. 33 reps", "34. 34 reps", "35. 35 reps"]
    await stage.hears("[34. 34 reps]", "[‹ Back]")
    assert stage.labels()[1] == "34. 34 reps"
    assert stage.labels()[16:18] == ["‹ page 2 of 10", "page 4 of 10 ›"]
    heard = await stage.hears("[‹ Back]")
    assert "Push-up: 1, 2, 3, 4" in heard
    assert len(stage.labels()) < 24
    await stage.hears("[Delete]", "[Delete]")
    assert "No set is logged yet." in await stage.hears("/history")


async def test_two_of_a_day_with_one_title_are_told_apart_by_their_time(stage: Stage, tmp_path: Path) -> None:
    heading = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,RPE"
    row = "2026-02-05 {at}:00,Upper,1h,Bench Press (Barbell),1,80,8,8"
    rows = [row.format(at="08:10"), row.format(at="18:00")]
    file = tmp_path / "log.csv"
    file.write_text("\n".join([heading, *rows, rows[0].replace("-05 ", "-06 ")]) + "\n", "utf-8")
    heard = await stage.hears(f"@{file}", "[Import]", "/history")
    assert stage.labels() == ["Fri 6 Feb · Upper", "Thu 5 Feb, 18:00 · Upper", "Thu 5 Feb, 08:10 · Upper"]
    assert "Thu 5 Feb, 18:00 · Upper\n" in heard
    assert "Thu 5 Feb, 08:10 · Upper\n" in await stage.hears("#3")
    assert "Delete Thu 5 Feb, 08:10 · Upper with its 1 set?" in await stage.hears("[Delete]")
    await stage.hears("[Delete]", "[‹ History]")
    assert stage.labels() == ["Fri 6 Feb · Upper", "Thu 5 Feb · Upper"]


async def test_a_set_added_in_the_place_of_a_deleted_one_is_told_on_its_card(stage: Stage) -> None:
    await stage.hears("/log squat 100x5", "+60s", "105x5", "+60s", "/finish", "+20s", "/history")
    await stage.hears("[Mon 2 Mar · Free training]", "[Back squat]", "[1. 100 kg × 5]", "[Delete this set]")
    assert stage.message(2)["text"] == "Back squat set 1 skipped"
    await stage.hears("/history", "[Mon 2 Mar · Free training]", "[Back squat]", "[➕ Add a set]", "+20s")
    assert sorted(await stage.sets()) == ["105×5", "105×5"]
    assert stage.message(2)["text"] == "Back squat ✓ 105 kg × 5"
    stage.is_clean()
