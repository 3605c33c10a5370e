"""A corrected set may need another rest: card, reason and bell agree, whichever way it was corrected."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

RESTING = ("/plan", "[▶ Start]", "[✅ 80 kg × 10]", "+10s")


@pytest.mark.parametrize("corrected", [">3 80x5", "last one was 5"])
async def test_a_set_corrected_to_short_rests_longer_from_when_it_was_logged(
    stage: Stage, corrected: str
) -> None:
    heard = await stage.hears(*RESTING, corrected)
    assert "✓ 80 kg × 5 · rest 90 s, next set in 1 min 20 s" in heard
    assert "Longer rest now: 90 s" in heard
    assert "🔔" not in await stage.hears("+79s")
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+1s")
    stage.is_clean()


async def test_corrected_back_it_rests_as_planned(stage: Stage) -> None:
    heard = await stage.hears(*RESTING, ">3 80x5", "+10s", ">3 80x10")
    assert "✓ 80 kg × 10 · rest 60 s, next set in 40 s" in heard
    assert "🔔" not in await stage.hears("+39s")
    assert "🔔 Bench press · set 2 of 4 · 80 kg × 10" in await stage.hears("+1s")


async def test_a_rest_is_never_over_in_the_past(stage: Stage) -> None:
    await stage.hears(*RESTING, ">3 80x5", "+70s", ">3 80x10")
    assert "🔔" not in await stage.hears("+4s")
    assert "🔔 Bench press · set 2 of 4 · 80 kg × 10" in await stage.hears("+1s")
    stage.is_clean()


async def test_what_was_added_by_hand_stays(stage: Stage) -> None:
    heard = await stage.hears(*RESTING, "[+30 s]", ">3 80x5")
    assert "rest 2 min, next set in 1 min 50 s" in heard


async def test_fix_moves_the_rest_too(stage: Stage) -> None:
    heard = await stage.hears(*RESTING, "[Fix]", "[8]")
    assert "✓ 80 kg × 8 · rest 90 s, next set in 1 min 20 s" in heard
    assert "🔔" not in await stage.hears("+79s")
    assert "🔔" in await stage.hears("+1s")


async def test_a_set_of_yesterday_in_the_same_place_leaves_todays_rest_alone(stage: Stage) -> None:
    await stage.hears(*RESTING, "+50s", "[✅ 80 kg × 10]", "yesterday: squat 100x5 90x5")
    typed = stage.bot_messages[-1].id - 1
    await stage.hears(f"~{typed} yesterday: squat 100x5")
    assert "🔔 Bench press · set 3 of 4 · 80 kg × 10" in await stage.hears("+60s")
    stage.is_clean()
