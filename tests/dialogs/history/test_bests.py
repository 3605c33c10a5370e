"""Records and the most an athlete can lift once: seen, told, taken back."""

from __future__ import annotations

from bot.callbacks import KeepMax, ShowRecordsOf, encode
from core.model.athlete import Provenance
from core.units import Load, Unit
from tests.dialogs.stage import Stage

LOGGED = ("/log bench 90x5", "85x8", "80x8", "90x4", "/finish", "+7d", "/log bench 95x3", "60x20", "/finish")


async def test_records_are_the_sets_that_none_beats(stage: Stage) -> None:
    await stage.hears(*LOGGED, "/log row 60x10", "/finish")
    await stage.plays("""
▸ /records bench
  18  Bench press
      One-rep max, the most you could lift once: about 107.5 kg (± 10 %), by 85 kg × 8.
      95 kg × 3 · 9 Mar 2026
      90 kg × 5 · 2 Mar 2026
      85 kg × 8 · 2 Mar 2026
      60 kg × 20 · 9 Mar 2026
      [1 Over time] [2 🔗 Share ↗]
      [3 ‹ All records]
▸ #3
  18  (edited) Your records
      Bench press: 85 kg × 8, 2 Mar 2026
      Barbell row: 60 kg × 10, 9 Mar 2026
      [1 Bench press] [2 Barbell row]
""")


async def test_a_set_taken_back_is_no_record(stage: Stage) -> None:
    await stage.hears("/log bench 80x5", "100x5", "/undo")
    assert "100 kg" not in await stage.hears("/records bench")
    stage.is_clean()


async def test_many_exercises_come_in_pages(stage: Stage) -> None:
    names = ("bench", "row", "squat", "deadlift", "ohp", "curl", "leg press", "hip thrust")
    await stage.hears(*(f"/log {name} 40x5" for name in names), "/finish", "/records")
    assert stage.newest.startswith("Your records · page 1 of 2")
    assert stage.newest.count("40 kg × 5") == 6
    await stage.hears("[More ›]")
    assert stage.newest.startswith("Your records · page 2 of 2")
    assert stage.newest.count("40 kg × 5") == 2
    stage.is_clean()


async def test_maxima_say_where_they_are_known_from(stage: Stage) -> None:
    await stage.plays("""
▸ /max
   2  One-rep maxes, the most you can lift once. Your weights come from them.
      Deadlift: 180 kg (173–187 kg), as you told me, 2 Mar
      Back squat: 140 kg (134–146 kg), as you told me, 2 Mar
      Bench press: 100 kg (96–104 kg), as you told me, 2 Mar
      Tell me one: /max squat 150, or a recent set: /max squat 100x5.
      [1 ✕ Forget Deadlift]
      [2 ✕ Forget Back squat]
      [3 ✕ Forget Bench press]
▸ /max squat 150
   4  One-rep maxes, the most you can lift once. Your weights come from them.
      Deadlift: 180 kg (173–187 kg), as you told me, 2 Mar
      Back squat: 150 kg (144–156 kg), as you told me, 2 Mar
…
""")


async def test_a_tested_one_and_one_from_a_set(stage: Stage) -> None:
    heard = await stage.hears("/max bench 105 tested")
    assert "Bench press: 105 kg (101–109 kg), tested, 2 Mar" in heard
    heard = await stage.hears("/max ohp 50x5")
    assert "Overhead press: 58.5 kg (52–64 kg), estimated from your sets, 2 Mar" in heard
    stage.is_clean()


async def test_one_far_off_is_asked_about(stage: Stage) -> None:
    await stage.plays("""
▸ /max squat 240
   2  Back squat 240 kg? Up to now it was about 140 kg. Your weights would change with it.
      [1 Yes, 240 kg] [2 No, a slip]
▸ #2
   2  (edited) Nothing changed.
▸ /max squat 240
   4  Back squat 240 kg? Up to now it was about 140 kg. Your weights would change with it.
      [1 Yes, 240 kg] [2 No, a slip]
▸ #1
   4  (edited) One-rep maxes, the most you can lift once. Your weights come from them.
      Back squat: 240 kg (230–250 kg), as you told me, 2 Mar
…
""")
    stage.is_clean()


async def test_a_pull_up_is_told_by_what_it_adds(stage: Stage) -> None:
    await stage.plays("""
▸ /max pull-up bw+20
   2  That one moves your own weight: tell me that first, like /weight 80.
""")
    await stage.hears("/weight 80")
    for words in ("pull-up 20", "pull-up +20", "pull-up bw+20", "pull-ups bw+20 kg"):
        heard = await stage.hears(f"/max {words}")
        assert "Pull-up: 100 kg, your own weight included (96–104 kg), as you told me, 2 Mar" in heard
        assert "Pull-ups and dips: what you add, like /max pull-up bw+20." in heard
        await stage.hears("[✕ Forget Pull-up]")
    assert "Pull-up: 88 kg, your own weight included" in await stage.hears("/max pull-up bwx3")
    assert "Chest dip: 105 kg, your own weight included" in await stage.hears("/max dips 30")
    helped = await stage.hears("/max assisted pull-up 20")
    assert "Assisted pull-up: 60 kg, your own weight included" in helped
    stage.is_clean()


async def test_a_pull_up_told_is_planned_by_its_share(stage: Stage) -> None:
    await stage.hears("/weight 80", "/max pull-up +20", "/plan size pull b")
    assert "Pull-up\n4 × 10 @ bodyweight (80 %)" in stage.newest
    stage.is_clean()


async def test_a_maximum_beyond_anyone_is_not_planned_with(stage: Stage) -> None:
    for words in ("bench 500", "bench 300x10", "squat 1200 lb"):
        assert "more than anyone has lifted" in await stage.hears(f"/max {words}")
    assert "500" not in await stage.hears("/max")


async def test_a_set_too_long_and_an_exercise_without_load_say_why(stage: Stage) -> None:
    assert "Sets above 12 reps say little" in await stage.hears("/max bench 60x15")
    assert "Sets above 12 reps say little" in await stage.hears("/max bench 60x25")
    assert "That one takes no weight" in await stage.hears("/max plank 60")
    stage.is_clean()


async def test_one_taken_back_is_gone_unless_sets_show_it(stage: Stage) -> None:
    await stage.hears("/max", "[✕ Forget Deadlift]")
    assert "Deadlift" not in stage.newest
    stage.is_clean()


async def test_one_exercise_alone_is_asked_for(stage: Stage) -> None:
    heard = await stage.hears("/max squat")
    assert "Back squat: 140 kg (134–146 kg), as you told me, 2 Mar" in heard
    assert "Bench press" not in heard
    assert "Bench press: 100 kg" in await stage.hears("what's my bench max?")
    assert "I know no one-rep max of yours for Barbell row." in await stage.hears("/max row")
    assert "That one takes no weight" in await stage.hears("/max plank")


async def test_what_is_not_known_is_named_in_ones_own_language(stage: Stage) -> None:
    heard = await stage.hears("%de", "/max rudern", "/progress kniebeuge")
    assert "Für Langhantelrudern kenne ich kein Maximum von dir." in heard
    assert "Kniebeuge hast du noch nicht eingetragen" in heard


async def test_bad_maxima_get_one_line(stage: Stage) -> None:
    for words in ("squat -5", "squat 5000 kg", "squat nan", "banana 100", "squat 1e309", "x" * 4000):
        assert "An exercise and its weight, please" in await stage.hears(f"/max {words}")
    assert "Back squat: 140 kg" in await stage.hears("/max")
    stage.is_clean()


async def test_forged_buttons_keep_nothing(stage: Stage) -> None:
    await stage.hears("/max")
    message = stage.bot_messages[-1]
    for press in (
        KeepMax("back_squat", Load.kg(5000), Provenance.TESTED),
        KeepMax("back_squat", Load(-1, Unit.KG)),
        KeepMax("nobody", Load.kg(100)),
        ShowRecordsOf("nobody", 0),
    ):
        stage.telegram.user_presses(stage.athlete, message.id, encode(press))
        await stage.settle()
    assert "Back squat: 140 kg" in await stage.hears("/max")
    stage.is_clean()
