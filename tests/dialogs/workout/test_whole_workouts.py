"""Two whole workouts: one by replies alone, and one in which everything goes otherwise than planned."""

from __future__ import annotations

from tests.dialogs.stage import Stage


async def test_by_replies_alone(stage: Stage) -> None:
    """Every set is a reply to its card; a set costs one message of the bot, and the recap comes by itself."""
    await stage.plays("""
▸ /plan 20min
…
▸ [▶ Start]
   2  (edited) ▶ Size · Upper body A
   3· Bench press · set 1 of 4 · 80 kg × 10
…
▸ >3 8
      👍 on 4
   3  (edited) ✓ 80 kg × 8 · rest 90 s, next set in 1 min 30 s
…
▸ +90s
   6 🔔 Bench press · set 2 of 4 · 75 kg × 10
…
   3  (edited) Bench press 1/4 ✓ 80 kg × 8
▸ >6 75x8
      👍 on 7
   6  (edited) ✓ 75 kg × 8 · rest 90 s, next set in 1 min 30 s
…
▸ +90s
   8 🔔 Bench press · set 3 of 4 · 75 kg × 8
…
▸ >8 same
      👍 on 9
   8  (edited) ✓ 75 kg × 8 · rest 90 s, next set in 1 min 30 s
…
▸ +90s
  10 🔔 Bench press · set 4 of 4 · 75 kg × 8
…
▸ >10 8 @9
      👍 on 11
  10  (edited) Bench press ✓ 80 kg × 8 · 75 kg × 8, 8, 8
  12· Done · 4 min · 4 sets · 2,440 kg lifted
      Bench press: 80 kg × 8 · 75 kg × 8, 8, 8
…
""")
    assert await stage.sets() == ["80×8", "75×8", "75×8", "75×8"]
    assert len(stage.bot_messages) <= 4 + 6


async def test_in_a_day_when_everything_goes_otherwise(stage: Stage) -> None:
    """The rack is taken, the bot restarts, sets are taken back and put back, skipped, corrected late."""
    await stage.plays("""
▸ /plan 20min
…
▸ [▶ Start]
…
▸ rack is taken
   5  Instead of Bench press, for the same muscles:
      [1 Dumbbell bench press 30 kg]
…
▸ #1
   5  (edited) ⇄ Dumbbell bench press it is.
   6· Dumbbell bench press · set 1 of 4 · 30 kg × 10
…
   3  (edited) ⇄ Dumbbell bench press it is.
""")
    await stage.restart()
    await stage.plays("""
▸ 8
      👍 on 7
   6  (edited) ✓ 30 kg × 8 · rest 90 s, next set in 1 min 30 s
…
▸ /undo
      👍 on 8
   6  (edited) ↩ Dumbbell bench press set 1 taken back: 30 kg × 8
      [1 Put it back]
   9· Dumbbell bench press · set 1 of 4 · 30 kg × 10
…
▸ [Put it back]
   6  (edited) Dumbbell bench press set 1 stands again ↓
  10· Dumbbell bench press · set 2 of 4 · 30 kg × 8
…
   9  (edited) Dumbbell bench press 1/4 ✓ 30 kg × 8
      Still 30 kg: lighter would be under the 75 % this goal asks for. …
▸ skip
      👍 on 11
  12· Dumbbell bench press · set 3 of 4 · 30 kg × 8
…
▸ 30x9
      👍 on 13
  12  (edited) ✓ 30 kg × 9 · rest 90 s, next set in 1 min 30 s
…
▸ >6 26x8
      👍 on 14
   9  (edited) Dumbbell bench press 1/4 ✓ 26 kg × 8
…
▸ ~13 30x7
      👍 on 13
  12  (edited) ✓ 30 kg × 7 · rest 90 s, next set in 1 min 30 s
…
""")
    await stage.restart()
    await stage.plays("""
▸ +90s
  16 🔔 Dumbbell bench press · set 4 of 4 · 26 kg × 7
…
▸ ok
      👍 on 17
  16  (edited) Dumbbell bench press ✓ 26 kg × 8 · 30 kg × 7 · 26 kg × 7
…
  18· Done · 2 min · 3 sets · 1,200 kg lifted
…
▸ >9 24x8
      👍 on 19
   9  (edited) Dumbbell bench press 1/4 ✓ 24 kg × 8
  16  (edited) Dumbbell bench press ✓ 24 kg × 8 · 30 kg × 7 · 26 kg × 7
  18  (edited) Done · 2 min · 3 sets · 1,168 kg lifted
…
""")
    assert await stage.sets() == ["24×8", "30×7", "26×7"]
