"""/programme: weeks, split, days ahead, what opens or eases next, the week so far, what can be changed."""

from __future__ import annotations

from datetime import timedelta

from core.model.athlete import Goal, Health, Level
from core.model.routine import RoutineExercise
from core.store.routines import add_routine
from tests.dialogs.stage import START, Stage, beginner, intermediate

BENCH_DAY = ("/plan upper a", "[▶ Start]", "80x10", "80x10", "barbell row 60x10", "/finish")


async def test_before_the_first_workout_it_shows_what_comes(stage: Stage) -> None:
    await stage.plays("""
▸ /programme
   2  Your programme
      Goal: size · 4 days a week · full gym
      Split: Upper body A → Lower body A → Upper body B → Lower body B
      Coming: today Upper body A · Tue Lower body A · Thu Upper body B · Sat Lower body B

      This week: 0 of 4 workouts
      [1 ▶ Plan today's session]
      [2 Goal] [3 Days] [4 Equipment]
      [5 Time] [6 My routines]
""")


async def test_after_a_workout_it_tells_the_week_in_words(stage: Stage) -> None:
    await stage.hears(*BENCH_DAY)
    await stage.plays("""
▸ /programme
  11  Your programme · week 1
      Goal: size · 4 days a week · full gym
      Split: Upper body A → Lower body A → Upper body B → Lower body B
      Today: done ✓
      Coming: Tue Lower body A · Wed Upper body B · Fri Lower body B · Sun Upper body A

      This week: 1 of 4 workouts
      Sets a muscle, 8 to 14 a week:
      • a few so far: chest 2, wide back muscles 1, biceps 0.5, triceps 1
      • none yet: side shoulders, thighs, hamstrings, glutes, calves
      [1 ▶ Plan the next session]
      [2 Goal] [3 Days] [4 Equipment]
      [5 Time] [6 My routines]
""")


async def test_each_change_is_a_tap_away(stage: Stage) -> None:
    await stage.hears("/programme", "[Days]", "[3]", "/programme")
    assert "3 days a week" in stage.newest
    assert "Split: Full body A → Full body B → Full body C" in stage.newest
    await stage.hears("[Equipment]", "[Dumbbells]", "/programme", "[Goal]", "[Strength", "/programme")
    assert stage.newest.split("\n")[1] == "Goal: strength · 3 days a week · dumbbells"
    await stage.hears("[Time]", "[45]", "/programme")
    assert stage.newest.split("\n")[1] == "Goal: strength · 3 days a week · dumbbells · 45 min"
    stage.is_clean()


async def test_a_beginner_sees_the_gate(newcomer: Stage) -> None:
    await newcomer.knows(beginner(wish=Goal.HYPERTROPHY))
    await newcomer.hears("/programme")
    assert "Goal: size · 2 days a week" in newcomer.newest
    assert "Foundation: 0 of 8 workouts · week 1 of 4" in newcomer.newest
    assert "Split: Full body A → Full body B" in newcomer.newest


async def test_the_experienced_see_the_easy_week_ahead(newcomer: Stage) -> None:
    await newcomer.knows(intermediate(level=Level.EXPERIENCED))
    await newcomer.hears(*BENCH_DAY, "+2d", "/programme")
    assert "An easy week is due in 6 weeks." in newcomer.newest


async def test_a_lift_that_hurts_brings_an_easy_week_on_offer(stage: Stage) -> None:
    await stage.hears("/plan upper", "[▶ Start]", "80x10", "it hurts", "[Joint, or sharp pain]", "[Finish]")
    await stage.hears("/programme")
    assert "/plan offers an easy week." in stage.newest
    await stage.hears("/plan", "[Take an easy week]", "[▶ Start]", "[Warm-up done]", "50x10", "/finish")
    await stage.hears("+1d", "/programme")
    assert "An easy week is on: half the sets, a little lighter." in stage.newest


async def test_strength_counts_lifts(newcomer: Stage) -> None:
    await newcomer.knows(intermediate(wish=Goal.STRENGTH))
    await newcomer.hears("/plan upper", "[▶ Start]", "90x5", "90x5", "/finish", "/programme")
    assert "Sets of each lift, 8 to 10 a week:\n• a few so far: Bench press 2" in newcomer.newest


async def test_a_routine_that_stands_is_told(stage: Stage) -> None:
    held = (RoutineExercise("bench_press"),)
    await stage.room.store.run(add_routine, stage.athlete.id, "<Push>", held, stage.clock.now())
    await stage.hears("/plan <push>", "/programme")
    assert "Coming: today <Push> · Tue Lower body A" in stage.newest
    await stage.hears("[▶ Plan today's session]")
    assert "· <Push> · ≈" in stage.newest


async def test_its_button_plans(stage: Stage) -> None:
    await stage.hears("/programme", "[▶ Plan today's session]")
    assert stage.newest.startswith("Size · Upper body A")


async def test_weeks_count_from_monday(stage: Stage) -> None:
    await stage.hears(*BENCH_DAY, "+6d", "/programme")  # a Sunday
    assert stage.newest.startswith("Your programme · week 1")
    await stage.hears("+1d", "/programme")
    assert stage.newest.startswith("Your programme · week 2")
    assert "This week: 0 of 4 workouts" in stage.newest


async def test_whoever_may_not_train_and_strangers_are_answered(newcomer: Stage) -> None:
    await newcomer.hears("/programme")
    assert newcomer.newest == "We haven't met yet: /start takes a minute."
    await newcomer.knows(intermediate(health=Health.DOCTOR_FIRST))
    await newcomer.hears("/programme")
    assert newcomer.newest.startswith("You told me of chest pain or fainting.")
    assert newcomer.clock.now() - START < timedelta(minutes=1)
