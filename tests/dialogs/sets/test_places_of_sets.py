"""Which set of its exercise a typed one becomes, beside skipped sets, warm-ups and sets that stand."""

from __future__ import annotations

from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")


async def numbers(stage: Stage) -> list[int]:
    """The places of the work sets that stand, in the order they were logged."""
    return [one.set_number for one in (await stage.workout()).sets if one.kind != "warm_up"]


async def test_a_set_told_under_another_name_is_one_more_after_one_was_skipped(stage: Stage) -> None:
    await stage.hears(*STARTED, "[Skip]", "80x8", "wobbling 70x9")
    assert "no exercise called" in stage.newest
    await stage.hears("[Bench press]")
    assert await stage.sets() == ["80×8", "70×9"]
    assert await numbers(stage) == [2, 3]
    stage.is_clean()


async def test_a_warm_up_after_all_sets_asks_for_no_further_one(stage: Stage) -> None:
    await stage.hears(*STARTED, "8 8 8 8", "/finish", "[Add a set]")
    await stage.hears("80x8 80x8 w")
    assert await numbers(stage) == [1, 2, 3, 4, 5]
    assert "Bench press: 80 kg × 8, 8, 8, 8, 8" in stage.newest
    stage.is_clean()


async def test_a_warm_up_of_an_exercise_that_is_over_asks_for_no_further_set(stage: Stage) -> None:
    heard = await stage.hears(*STARTED, "8 8 8 8", "bench 60x5 w")
    assert "Next: Barbell row" in heard
    assert await numbers(stage) == [1, 2, 3, 4]
    stage.is_clean()


async def test_a_warm_up_told_along_takes_no_place(stage: Stage) -> None:
    await stage.hears(*STARTED, "70x3 w 80x8 80x7")
    assert await numbers(stage) == [1, 2]
    stage.is_clean()


async def test_sets_told_together_leave_the_one_that_stands_between(stage: Stage) -> None:
    await stage.hears(*STARTED, "8", "8", "+60s")
    stage.telegram.user_presses(stage.athlete, 3, "1.un.1.0.1")
    await stage.settle()
    assert await numbers(stage) == [2]
    await stage.hears("70x9 70x8")
    assert await numbers(stage) == [2, 1, 3]
    stage.is_clean()
