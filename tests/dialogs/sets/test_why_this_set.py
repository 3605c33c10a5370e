"""Why? explains the number on its card, whichever set or choice it came of."""

from __future__ import annotations

from tests.dialogs.stage import Stage

STARTED = ("/plan lower", "[▶ Start]")


async def test_a_load_taken_down_two_sets_ago_is_still_explained(stage: Stage) -> None:
    await stage.hears(*STARTED, "112.5x7", "+91s", "[✅", "+91s", "why")
    title, *lines = stage.newest.split("\n")
    assert "105 kg" in title or "105 kg" in "\n".join(lines[:2])
    planned = lines.index("Planned: 112.5 kg × 10")
    assert "• 3 reps short, so a little lighter: 105 kg." in lines[:planned]
    assert "• 105 kg is 75 % of your one-rep max (140 kg)." in lines[:planned]
    assert "• 10 reps at 80 % of your one-rep max (140 kg)." in lines[planned:]


async def test_a_load_of_ones_own_choice_is_explained_as_such(stage: Stage) -> None:
    await stage.hears(*STARTED, "+2.5", "why")
    lines = stage.newest.split("\n")
    assert "• 115 kg, as you chose." in lines
    assert "Planned: 112.5 kg × 10" in lines
    await stage.hears("115x10", "+61s", "why")
    assert "• 115 kg, as you chose." in stage.newest


async def test_a_set_as_planned_is_explained_by_the_plan_alone(stage: Stage) -> None:
    await stage.hears(*STARTED, "[✅", "+61s", "why")
    assert "Planned:" not in stage.newest
    assert "10 reps at 80 %" in stage.newest


async def test_asked_in_words_the_set_on_the_card_is_explained(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "should i go heavier?")
    assert "Bench press · set 1 of 4\n" in heard
    stage.is_clean()
