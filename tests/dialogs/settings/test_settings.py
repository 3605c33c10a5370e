"""/settings: each tap or typed line is kept, and plans, cards and buttons follow at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.model.athlete import Gear, Goal, Rack
from core.model.gym import Bar, Gym
from core.units import Load, Unit
from tests.dialogs.stage import Stage, intermediate

GOAL = "Goal, days, equipment, health"
BENCH = ("/plan upper", "[▶ Start]")


async def test_plates_by_pairs_reach_the_card_the_plan_and_the_buttons(stage: Stage) -> None:
    await stage.plays("""
▸ /settings
   2  Settings
      Unit: kg
      Language: English, as Telegram says
      Bar: 20 kg, plates: a full set
      Dumbbells: a gym's row in kg
      Machines and cables: 2.5 kg steps
      Other bars: as in most gyms
      Rest: as your goal asks
      I ask how it felt (RPE): after an exercise's last set
      Time for a session: no limit
      Reminders: off
      My week: off
      Quiet hours: none
      Time zone: not told yet
      [1 Unit] [2 Language]
      [3 Bar and plates] [4 Dumbbells]
      [5 Machines] [6 Other bars]
      [7 Rest] [8 How it felt]
      [9 Time] [10 Reminders]
      [11 My week] [12 Quiet hours]
      [13 Time zone] [14 Privacy]
      [15 Goal, days, equipment, health]
▸ [Bar and plates]
   2  (edited) Bar: 20 kg, plates: a full set
      Own plates? Send them as pairs: 2x20 2x10 4x5
      Another bar? bar 18. Say lb or kg where they are stamped so.
      [1 • 20 kg] [2 15 kg] [3 45 lb] [4 35 lb]
      [5 • Full set] [6 Home set]
      [7 ‹ Back]
▸ 2x20 1x10 1x5
      👍 on 3
   2  (edited) Bar: 20 kg, plates: 2×20 · 1×10 · 1×5 kg
      All of it on the bar: 130 kg
…
▸ banana
   5  I take pairs of plates, like 2x20 2x10 4x5, or bar 18.
▸ /plan upper
   7  Size · Upper body A · ≈ 57 min

      Bench press
      4 × 10 @ 80 kg (80 %) · rest 60 s
…
▸ [▶ Start]
   7  (edited) ▶ Size · Upper body A
   8· Bench press · set 1 of 4 · 80 kg × 10
      20+10 a side · exercise 1 of 5
…
      [7 9] [8 8] [9 −10 kg] [10 +10 kg]
…
""")
    told = await stage.profile()
    assert told.rack == Rack(Load.kg(20), ((2000, 2), (1000, 1), (500, 1)), told=True)


async def test_a_change_in_a_workout_brings_its_card_anew(stage: Stage) -> None:
    await stage.hears(*BENCH, "/settings", "[Bar and plates]")
    heard = await stage.hears("1x20 1x5")
    assert "Bench press · set 1 of 4 · 70 kg × 10" in heard
    assert "20+5 a side" in heard
    await stage.hears("8")
    assert await stage.sets() == ["70×8"]
    stage.is_clean()


async def test_a_set_in_a_workout_is_no_answer_to_an_old_menu(stage: Stage) -> None:
    await stage.hears("/settings", "[Dumbbells]", *BENCH, "80 x 8")
    assert await stage.sets() == ["80×8"]
    assert (await stage.profile()).gym == Gym()


async def test_words_that_are_rather_a_set_are_logged(stage: Stage) -> None:
    await stage.hears(*BENCH, "/settings", "[Machines]", "80 x 8")
    assert await stage.sets() == ["80×8"]
    await stage.hears("/finish", "/settings", "[Rest]", "squat 100x5")
    assert await stage.sets() == ["100×5"]
    stage.is_clean()


async def test_a_menu_waits_no_longer_than_ten_minutes(stage: Stage) -> None:
    await stage.hears("/settings", "[Rest]", "+11m")
    heard = await stage.hears("75")
    assert "👍" not in heard
    assert (await stage.profile()).rests == ()
    settings = stage.bot_messages[0].id
    heard = await stage.hears(f">{settings} 75")
    assert "👍" in heard
    assert (await stage.profile()).rests == ((Goal.HYPERTROPHY, 75),)


async def test_a_kg_bar_beside_a_lb_stack(stage: Stage) -> None:
    await stage.hears("/settings", "[Machines]", "[10 lb]", "[‹ Back]", "[Dumbbells]", "[Gym's row, lb]")
    athlete = await stage.profile()
    assert athlete.gym.stack_step == Load.lb(10)
    assert athlete.gym.dumbbells[0] == Load.lb("2.5")
    await stage.hears("/plan upper")
    assert "4 × 10 @ 80 kg (80 %)" in stage.newest
    assert "lb in each hand" in stage.newest


async def test_ones_own_dumbbells_are_the_ones_planned(stage: Stage) -> None:
    await stage.hears("/settings", "[Dumbbells]", "5-25 by 5")
    assert "Dumbbells: 5–25 kg by 5" in stage.newest
    await stage.hears("+22")
    assert "5 · 10 · 15 · 20 · 22 · 25 kg" in stage.newest
    await stage.hears("/plan upper")
    assert "@ 25 kg in each hand" in stage.newest


async def test_pounds_from_now_on_but_ones_own_bar_stays(stage: Stage) -> None:
    await stage.hears("/settings", "[Unit]", "[lb]", "/plan upper")
    assert "4 × 10 @ 175 lb" in stage.newest
    await stage.hears("/settings", "[Bar and plates]", "[20 kg]", "/plan upper")
    assert "4 × 10 @ 80 kg" in stage.newest
    athlete = await stage.profile()
    assert (athlete.unit, athlete.rack) == (Unit.LB, replace(Rack.standard(Unit.KG), told=True))


async def test_other_bars_are_asked_once(stage: Stage) -> None:
    await stage.hears("/settings", "[Other bars]", "[EZ bar]", "[7 kg]", "trap 30 smith 0")
    assert "Other bars: EZ bar 7 kg · trap bar 30 kg · Smith machine 0 kg" in stage.newest
    told = ((Bar.EZ, Load.kg(7)), (Bar.TRAP, Load.kg(30)), (Bar.SMITH, Load.kg(0)))
    assert (await stage.profile()).gym.bars == told


async def test_a_rest_of_ones_own_is_planned_and_explained(stage: Stage) -> None:
    await stage.hears("/settings", "[Rest]", "120")
    assert "⚠ For size the rules say 60 s to 90 s. I keep to yours." in stage.newest
    await stage.hears("[75 s]")
    assert "⚠" not in stage.newest
    await stage.hears("[Strength]", "4 min", "/plan upper")
    assert "4 × 10 @ 80 kg (80 %) · rest 75 s" in stage.newest
    assert (await stage.profile()).rests == ((Goal.HYPERTROPHY, 75), (Goal.STRENGTH, 240))
    await stage.hears("[Why?]")
    assert "75 s of rest, as you set it." in stage.newest


async def test_switched_off_no_set_asks_how_it_felt(stage: Stage) -> None:
    await stage.hears("/settings", "[How it felt]", "[Off]")
    assert "Off, only more reps than asked, or what you type, bring more weight." in stage.newest
    await stage.hears(*BENCH, *("80x10", "+3m") * 3)
    assert "set 4 of 4" in stage.newest
    assert "Tap how it felt." not in stage.newest
    assert stage.labels()[:5] == ["✅ 80 kg × 10", "9", "8", "+1", "+2"]
    await stage.hears("[✅ 80 kg × 10]")
    assert await stage.sets() == ["80×10"] * 4


async def test_every_set_asks_how_it_felt_where_one_wants_it(stage: Stage) -> None:
    await stage.hears("/settings", "[How it felt]", "[After every set]", *BENCH)
    assert [label for label in stage.labels() if label.startswith("✅")] == [
        "✅ 10 · easy (3+ left)", "✅ 10 · 1–2 left", "✅ 10 · all I had",
    ]  # fmt: skip
    assert "Tap how it felt." in stage.newest
    await stage.hears("[✅ 10 · 1–2 left]")
    (done,) = (await stage.workout()).sets
    assert done.comfort == "right"
    stage.is_clean()


async def test_time_for_a_session_is_kept_to(stage: Stage) -> None:
    await stage.hears("/plan upper")
    whole = stage.newest
    await stage.hears("/settings", "[Time]", "[30]", "/plan upper")
    assert stage.newest != whole
    assert int(stage.newest.split("≈ ")[1].split(" min")[0]) <= 30
    await stage.hears("/settings", "[Time]", "1h")
    assert "Time for a session: 60 min" in stage.newest
    await stage.hears("5000")
    assert stage.newest == "I take 15 to 120 minutes, like 45."
    assert (await stage.profile()).session_minutes == 60


async def test_privacy_and_the_answers_are_a_tap_away_and_back(stage: Stage) -> None:
    await stage.hears("/settings", "[Privacy]")
    assert "/forget erases everything at once;" in stage.newest
    await stage.hears("[‹ Back]", f"[{GOAL}]", "[Days]", "[3]")
    assert "Days a week: 3" in stage.newest
    await stage.hears("[My programme]")
    assert "3 days a week" in stage.newest
    await stage.hears("/start", "[Settings]")
    assert stage.newest.startswith("Settings\nUnit: kg")
    stage.is_clean()


async def test_only_what_one_trains_with_can_be_set(newcomer: Stage) -> None:
    await newcomer.knows(intermediate(gear=Gear.BODYWEIGHT, rack=None))
    await newcomer.hears("/settings")
    assert newcomer.labels() == [
        "Unit", "Language", "Rest", "How it felt", "Time", "Reminders", "My week", "Quiet hours", "Time zone",
        "Privacy",
        GOAL,
    ]  # fmt: skip


async def test_back_and_a_restart_lose_nothing(stage: Stage) -> None:
    await stage.hears("/settings", "[Bar and plates]", "[Home set]", "[‹ Back]")
    assert "plates: 1×20 · 1×15 · 1×10 · 2×5 · 1×2.5 · 1×1.25 kg" in stage.newest
    await stage.hears("[Bar and plates]")
    await stage.restart()
    await stage.hears("2x25")
    assert (await stage.profile()).rack == Rack(Load.kg(20), ((2500, 2),), told=True)


async def test_cancel_takes_the_next_words_away_from_the_menu(stage: Stage) -> None:
    await stage.hears("/settings", "[Rest]", "/cancel")
    heard = await stage.hears("75")
    assert "👍" not in heard
    assert (await stage.profile()).rests == ()


@pytest.mark.parametrize("words", ["<b>2x20</b>", "%s", "{bar}", "2x20 " * 500, "\u200f2x20x", "💪" * 300])
async def test_hostile_words_are_refused_in_a_line(stage: Stage, words: str) -> None:
    await stage.hears("/settings", "[Bar and plates]", words)
    assert stage.newest == "I take pairs of plates, like 2x20 2x10 4x5, or bar 18."
    stage.is_clean()


async def test_a_strangers_settings_are_answered(newcomer: Stage) -> None:
    await newcomer.hears("/settings")
    assert newcomer.newest == "We haven't met yet: /start takes a minute."
