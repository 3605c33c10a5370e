"""What was taken is free again: what was swapped away or put off goes on, with the sets that are left."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

ON_BENCH = ("/plan", "[▶ Start]", "80x10", "+61s")
SWAPPED = (*ON_BENCH, "[Swap]", "[Dumbbell bench press 30 kg]", "+2s")


@pytest.mark.parametrize(
    "says",
    ["bench is free again", "swap back", "free again", "the rack is free now", "swap back to bench",
     "ok it's free", "back to bench", "Bank ist wieder frei"],
)  # fmt: skip
async def test_what_was_swapped_away_goes_on_with_the_sets_left(stage: Stage, says: str) -> None:
    await stage.hears(*SWAPPED)
    assert stage.newest.startswith("Dumbbell bench press · set 1 of 3")
    await stage.hears(says, "+2s")
    assert stage.newest.startswith("Bench press · set 2 of 4 · 80 kg × 10")
    stage.is_clean()


async def test_sets_of_its_stand_in_are_kept_and_count(stage: Stage) -> None:
    await stage.hears(*SWAPPED, "30x10", "+2m", "bench is free again", "+2s")
    assert stage.newest.startswith("Bench press · set 2 of 3")
    assert await stage.sets() == ["80×10", "30×10"]
    await stage.hears("80x10", "+61s", "80x10", "+2s")
    assert stage.newest.startswith("Barbell row · set 1 of 4")
    stage.is_clean()


async def test_what_was_put_off_is_done_now(stage: Stage) -> None:
    await stage.hears(*ON_BENCH, "[Later]", "+2s")
    assert stage.newest.startswith("Barbell row · set 1 of 4")
    await stage.hears("the bench is free now", "+2s")
    assert stage.newest.startswith("Bench press · set 2 of 4")
    await stage.hears("[Later]", "+2s", "free again", "+2s")
    assert stage.newest.startswith("Bench press · set 2 of 4")
    stage.is_clean()


async def test_where_nothing_was_changed_the_next_set_is_told(stage: Stage) -> None:
    assert "Next: Bench press set 2 of 4, 80 kg × 10." in await stage.hears(*ON_BENCH, "the bench is free")


@pytest.mark.parametrize("says", ["bench is not free", "the bench isn't free", "no free bench"])
async def test_what_is_not_free_is_swapped(stage: Stage, says: str) -> None:
    assert "Instead of Bench press, for the same muscles:" in await stage.hears(*ON_BENCH, says)


async def test_what_hurt_does_not_come_back_so(stage: Stage) -> None:
    await stage.hears(*ON_BENCH, "my shoulder hurts", "[Joint, or sharp pain]", "#1", "+2s")
    before = stage.newest
    await stage.hears("swap back", "+2s")
    assert "Bench press · set" not in stage.newest
    assert before.split(" · ")[0] in stage.newest
    stage.is_clean()
