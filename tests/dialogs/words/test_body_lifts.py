"""The body's own lifts in words: runs of reps, help and weight on top, and `bw` where it says nothing."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage


@pytest.mark.parametrize("lift", ["pull-ups", "dips", "push-ups"])
async def test_a_run_of_reps_is_as_many_sets(stage: Stage, lift: str) -> None:
    await stage.hears(f"{lift} 8 8 7", "+5m", "9 8")
    assert await stage.sets() == ["8", "8", "7", "9", "8"]


async def test_help_and_weight_on_top_alone_go_on_the_card(stage: Stage) -> None:
    heard = await stage.hears("pull-ups 8", "+5m", "bw-20")
    assert "bw − 20 kg it is, how many reps did you do?" in heard
    await stage.hears("9", "+5m")
    assert "bw + 10 kg it is, how many reps did you do?" in await stage.hears("bw+10")
    await stage.hears("6")
    assert await stage.sets() == ["8", "-20×9", "10×6"]


@pytest.mark.parametrize("words", ["bw", "bw+10", "bw-20"])
async def test_the_body_says_nothing_at_a_barbell(stage: Stage, words: str) -> None:
    await stage.hears("/plan", "[▶ Start]", words)
    assert stage.newest.startswith("This one is loaded, so bodyweight says nothing here.")
    assert "Now: Bench press set 1, 80 kg × 10." in stage.newest
    await stage.hears("8")
    assert await stage.sets() == ["80×8"]


async def test_a_weight_at_push_ups_is_not_dropped_unsaid(stage: Stage) -> None:
    await stage.hears("push-ups 10", "10 kg x 8")
    assert stage.newest.startswith("I keep no weight with this one: send it without.")
    assert await stage.sets() == ["10"]


async def test_a_change_of_load_with_a_name_is_told_how_it_is_said(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "bench +2.5")
    assert stage.newest.startswith("To change the weight on the card, send +2.5 alone, without a name.")
