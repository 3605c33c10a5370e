"""Nobody knows the load yet: five weights to choose from, never a number before the tap, and how it felt."""

from __future__ import annotations

import pytest

from core.model.athlete import Gear
from tests.dialogs.stage import Stage, intermediate


async def test_a_tap_fills_the_card_and_feeling_moves_the_next_set(first_timer: Stage) -> None:
    await first_timer.plays("""
▸ /plan
   2  Foundation · Full body A · …
…
▸ [▶ Start]
   2  (edited) ▶ Foundation · Full body A
   3· Leg press · set 1 of 2
…
      [1 20 kg] [2 25 kg] [3 30 kg]
      [4 40 kg] [5 50 kg]
      [6 Skip] [7 Later] [8 Swap] [9 Why?] [10 More]
▸ [30 kg]
   3  (edited) Leg press · set 1 of 2 · 30 kg × 15
…
▸ [✅ 30 kg × 15]
   3  (edited) ✓ 30 kg × 15 · rest 60 s, next set in 1 min
…
      [1 Too light] [2 Right] [3 Too heavy]
      [4 Skip rest] [5 +30 s] [6 −30 s] [7 Fix]
▸ [Too heavy]
…
   3  (edited) ✓ 30 kg × 15 · rest 60 s, next set in 1 min
      Next: 25 kg × 15…
…
▸ +60s
   5 🔔 Leg press · set 2 of 2 · 25 kg × 15
…
   3  (edited) Leg press 1/2 ✓ 30 kg × 15
""")
    assert await first_timer.sets() == ["30×15"]


@pytest.mark.parametrize(("feel", "moves"), [("Too light", 1), ("Right", 0), ("Too heavy", -1)])
async def test_how_a_weight_felt(first_timer: Stage, feel: str, moves: int) -> None:
    await first_timer.hears("/plan", "[▶ Start]", "30 kg x 15", f"[{feel}]", "+60s")
    asked = first_timer.newest.split("\n")[0].removeprefix("Leg press · set 2 of 2 · ").split(" kg × ")
    assert (float(asked[0]) > 30) - (float(asked[0]) < 30) == moves
    first_timer.is_clean()


async def test_no_number_stands_before_the_tap(first_timer: Stage) -> None:
    await first_timer.hears("/plan", "[▶ Start]")
    assert not any(label.startswith("✅") for label in first_timer.labels())
    heard = await first_timer.hears("done")
    assert "weight" in heard
    heard = await first_timer.hears("15")
    assert "weight" in heard
    assert await first_timer.sets() == []
    await first_timer.hears("30x15")
    assert await first_timer.sets() == ["30×15"]


async def test_a_bodyweight_swap_needs_no_weight(first_timer: Stage) -> None:
    await first_timer.hears("/plan", "[▶ Start]", "[More]", "[Skip exercise]", "[Swap]", "[Push-up]", "8")
    assert await first_timer.sets() == ["8"]
    first_timer.is_clean()


async def test_feeling_is_about_the_newest_set_only(first_timer: Stage) -> None:
    await first_timer.hears("/plan", "[▶ Start]", "30x15")
    light = first_timer.telegram.button(first_timer.message(3), "Too light")["callback_data"]
    await first_timer.hears("+60s", "30x15")
    first_timer.telegram.user_presses(first_timer.athlete, 3, light)
    await first_timer.settle()
    assert "moved on" in await first_timer.hears("+1s")
    first_timer.is_clean()


@pytest.mark.parametrize("lost", ["what weight should i use?", "i don't know", "no clue", "huh?"])
async def test_who_does_not_know_which_weight_is_told_how_to_find_it(first_timer: Stage, lost: str) -> None:
    await first_timer.hears("/plan", "[▶ Start]", lost)
    assert "you could lift about 18 times, and do 15 reps." in first_timer.newest
    assert "Not sure? Tap the lightest on the card." in first_timer.newest


async def test_reps_without_a_weight_are_logged_with_one_by_a_tap(first_timer: Stage) -> None:
    await first_timer.hears("/plan", "[▶ Start]", "12")
    assert first_timer.newest.startswith("With which weight?")
    assert first_timer.labels() == [f"{load} kg × 12" for load in (20, 25, 30, 40, 50)]
    await first_timer.hears("[30 kg × 12]")
    assert await first_timer.sets() == ["30×12"]
    first_timer.is_clean()


async def test_no_green_button_is_spoken_of_before_there_is_one(first_timer: Stage) -> None:
    await first_timer.hears("/plan", "[▶ Start]", "do i do it now?")
    assert first_timer.newest.startswith("I didn't get that. Tap a weight on the card, or")


@pytest.mark.parametrize("says", ["+5", "too easy"])
async def test_a_lift_without_weight_has_none_to_change(stage: Stage, says: str) -> None:
    await stage.knows(intermediate(gear=Gear.BODYWEIGHT, one_rep_maxes=()))
    await stage.hears("/plan", "[▶ Start]", says)
    assert stage.newest.startswith("This one takes no weight")


@pytest.mark.parametrize(("weight", "logged"), [("30 kg", "30×12"), ("30", "30×12"), ("35 kg", "35×12")])
async def test_a_typed_weight_answers_with_the_reps_told(
    first_timer: Stage, weight: str, logged: str
) -> None:
    await first_timer.hears("/plan", "[▶ Start]", "12", weight)
    assert await first_timer.sets() == [logged]
    first_timer.is_clean()


async def test_a_number_that_is_no_weight_to_choose_is_reps(first_timer: Stage) -> None:
    await first_timer.hears("/plan", "[▶ Start]", "12", "11")
    assert first_timer.newest.startswith("With which weight?")
    assert await first_timer.sets() == []


@pytest.mark.parametrize("feel", ["Too light", "Right", "Too heavy"])
async def test_how_it_felt_is_asked_once_whatever_is_tapped_then(first_timer: Stage, feel: str) -> None:
    await first_timer.hears("/plan", "[▶ Start]", "[30 kg]", "[✅ 30 kg × 15]", "[+30 s]")
    assert "How was the weight?" in str(first_timer.message(3)["text"])
    await first_timer.hears(f"[{feel}]")
    for taps in (("[+30 s]",), ("[Fix]", "[It's right]"), ("[Fix]", "[14]")):
        await first_timer.hears(*taps)
        assert "How was the weight?" not in str(first_timer.message(3)["text"]), taps
    await first_timer.hears("/undo", "[✅]")
    assert "How was the weight?" in first_timer.newest
    first_timer.is_clean()


@pytest.mark.parametrize("words", ["15", "banana"])
async def test_what_to_send_is_what_the_card_asks(first_timer: Stage, words: str) -> None:
    heard = await first_timer.hears("/plan", "[▶ Start]", words)
    assert "30 kg x 15." in heard.split(f"▸ {words}")[1]
    assert "40 x 10" not in heard
    first_timer.is_clean()
