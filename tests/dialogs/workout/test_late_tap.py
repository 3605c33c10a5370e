"""A tap that came after the workout had ended, for the signal was late: offered, never logged by itself."""

from __future__ import annotations

import pytest

from bot.callbacks import AddLate, encode
from core.units import Load
from tests.dialogs.stage import Stage


def press_of(stage: Stage, message_id: int, label: str) -> str:
    """The data of a button that stands now, to press it when the phone of nobody shows it any more."""
    rows = stage.message(message_id)["reply_markup"]["inline_keyboard"]  # type: ignore[index]
    return next(button["callback_data"] for row in rows for button in row if button["text"] == label)


async def late_tap(stage: Stage, *between: str) -> int:
    """Two sets; the third one is tapped once the workout is over. The message that was tapped."""
    await stage.hears("/plan", "[▶ Start]", "80x10", "+60s", "[✅ 80 kg × 10]", "+60s")
    card = stage.bot_messages[-1].id
    late = press_of(stage, card, "✅ 80 kg × 10")
    await stage.hears("/finish", *between)
    stage.telegram.user_presses(stage.athlete, card, late)
    await stage.settle()
    return card


async def test_it_is_offered_and_one_more_tap_adds_it(stage: Stage) -> None:
    card = await late_tap(stage)
    assert stage.message(card)["text"] == (
        "Bench press set 3: the workout had ended before your tap came, so it isn't logged."
    )
    assert await stage.sets() == ["80×10", "80×10"]
    await stage.plays("""
…
▸ [Add 80 kg × 10]
   9  (edited) Done · 2 min · 3 sets · 2,400 kg lifted
      Bench press: 80 kg × 10, 10, 10
…
   7  (edited) Bench press ✓ 80 kg × 10, 10, 10
""")
    workout = await stage.workout()
    assert (len(workout.sets), workout.state) == (3, "finished")
    assert workout.sets[-1].logged_at == workout.finished_at
    await stage.hears(f">{card} 80x9")
    assert await stage.sets() == ["80×10", "80×10", "80×9"]
    stage.is_clean()


async def test_tapped_twice_it_is_added_once(stage: Stage) -> None:
    card = await late_tap(stage)
    for _ in range(2):
        stage.telegram.user_taps(stage.athlete, card, "Add 80 kg × 10")
    await stage.settle()
    assert await stage.sets() == ["80×10"] * 3
    stage.is_clean()


async def test_after_four_hours_it_is_a_button_from_before(stage: Stage) -> None:
    card = await late_tap(stage, "+4h", "+1m")
    assert await stage.sets() == ["80×10", "80×10"]
    assert stage.labels(card) == []
    assert "is over" in str(stage.telegram.ledger.calls("answerCallbackQuery")[-1].params["text"])
    stage.is_clean()


async def test_how_a_last_set_felt_is_kept_after_the_end_too(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10")
    card = stage.bot_messages[-1].id
    await stage.hears("+60s", "80x10", "+60s", "80x10", "+60s", "80x8")
    card = next(one.id for one in stage.bot_messages if "How was the last set?" in str(one.body["text"]))
    felt = press_of(stage, card, stage.labels(card)[1])
    await stage.hears("/finish")
    stage.telegram.user_presses(stage.athlete, card, felt)
    await stage.settle()
    assert (await stage.workout()).sets[-1].comfort == "right"
    stage.is_clean()


@pytest.mark.parametrize("place", [(0, 9), (7, 1), (-1, 1)])
async def test_a_forged_one_adds_nothing(stage: Stage, place: tuple[int, int]) -> None:
    card = await late_tap(stage)
    workout = await stage.workout()
    stage.telegram.user_presses(stage.athlete, card, encode(AddLate(workout.id, *place, Load.kg(80), 10)))
    robin = stage.telegram.add_user("Robin")
    stage.telegram.user_presses(robin, card, encode(AddLate(workout.id, 0, 3, Load.kg(80), 10)))
    await stage.settle()
    assert await stage.workout() == workout
    stage.is_clean()


async def test_a_set_typed_after_the_end_is_offered_and_added_by_one_tap(stage: Stage) -> None:
    await stage.plays("""
▸ /plan
…
▸ [▶ Start]
…
▸ [✅ 80 kg × 10]
…
▸ /finish
…
▸ 80x9
   7  No workout is running. Is this one more set of the last one, Bench press?
      [1 Add 80 kg × 9]
▸ yes
…
   7  (edited) Bench press ✓ 80 kg × 10, 9
""")
    assert await stage.sets() == ["80×10", "80×9"]
    stage.is_clean()


async def test_a_set_typed_after_the_last_one_of_its_exercise_is_one_on_top(stage: Stage) -> None:
    await stage.hears("squat 100x5", "/finish", "100x4", "[Add 100 kg × 4]")
    assert await stage.sets() == ["100×5", "100×4"]
    await stage.hears("/plan upper a", "[▶ Start]", *("80x10", "+2m") * 4, "/finish")
    await stage.hears("80x7", "[Add 80 kg × 7]")
    assert await stage.sets() == ["80×10"] * 4 + ["80×7"]


@pytest.mark.parametrize("typed", ["80", "80x9 80x8", "x", "0"])
async def test_what_is_no_whole_set_is_not_offered_after_the_end(stage: Stage, typed: str) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "/finish", typed)
    assert "Is this one more set" not in stage.newest
    assert await stage.sets() == ["80×10"]


async def test_four_hours_after_the_end_no_typed_set_is_offered_to_it(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "/finish", "+4h", "+1m", "80x9")
    assert stage.newest.startswith("No workout is running. Which exercise is that of?")


@pytest.mark.parametrize("passed", ["[Skip]", "skip this exercise"])
async def test_add_a_set_asks_for_one_beyond_those_passed_over(stage: Stage, passed: str) -> None:
    await stage.hears("/plan 40 minutes", "[▶ Start]", "80x10", "+70s", "[Skip]", "+5s", passed, "+5s")
    await stage.hears("/finish", "+5s", "[Add a set]", "+2s")
    assert stage.newest.startswith("Bench press · set ")
    await stage.hears("80x8", "+5s")
    assert await stage.sets() == ["80×10", "80×8"]
    assert (await stage.workout()).state == "finished"
    stage.is_clean()


async def test_a_card_that_told_all_sets_tells_its_own_once_one_is_added(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10 80x10 80x10", "+70s", "[Skip]", "+5s", "[Later]", "+5s")
    whole = "Bench press ✓ 80 kg × 10, 10, 10"
    told = next(one.id for one in stage.bot_messages if one.body.get("text") == whole)
    await stage.hears("/finish", "+5s", "[Add a set]", "+2s")
    await stage.hears("80x8", "+5s")
    assert stage.message(told)["text"] == "Bench press set 4 skipped"
    stage.is_clean()


async def test_a_set_added_late_is_told_by_one_card_and_none_above_goes_stale(stage: Stage) -> None:
    await stage.hears("squat 100x5", "+3m", "/finish", "+2s")
    assert stage.message(3)["text"] == "Back squat ✓ 100 kg × 5"
    await stage.hears("80x8", "yes", "+2s")
    assert stage.message(3)["text"] == "Back squat set 2 ↓"
    stage.is_clean()


async def test_warm_ups_are_no_exercise_done_last(stage: Stage) -> None:
    await stage.hears("/plan 40 minutes", "[▶ Start]", "80x10", "+5s", "skip exercise", "+5s")
    await stage.hears("[Warm-up done]", "+5s", "/finish", "+5s")
    assert "one more set of the last one, Bench press?" in await stage.hears("70x10")
    await stage.hears("[Add a set]", "+2s")
    assert stage.newest.startswith("Bench press · set ")


async def test_a_set_tapped_before_the_swap_came_stands_in_the_overview(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]")
    card = stage.bot_messages[-1].id
    late = press_of(stage, card, "✅ 80 kg × 10")
    await stage.hears("[Swap]", "[Dumbbell bench press 30 kg]")
    stage.telegram.user_presses(stage.athlete, card, late)
    await stage.settle()
    await stage.hears("+2s")
    told = str(stage.message(2)["text"]).splitlines()
    assert told[:3] == [
        "▶ Size · Upper body A · 1 of 21 sets",
        "✓ Bench press 80 kg × 10",
        "···· Dumbbell bench press 30 kg × 10",
    ]
    assert stage.newest.startswith("Dumbbell bench press · set 1 of 4")
    await stage.hears("/finish", "+2s")
    assert "✓ Bench press 80 kg × 10" in str(stage.message(2)["text"])
    stage.is_clean()
