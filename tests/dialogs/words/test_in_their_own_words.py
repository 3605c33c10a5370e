"""What lifters type between two sets in words of their own; the first set is logged."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

DONE = ("/plan upper", "[▶ Start]", "80x10")


@pytest.mark.parametrize(
    ("said", "sets"),
    [
        ("my last set was 6 actually", ["80×6"]),
        ("last set i did was 7 my bad", ["80×7"]),
        ("last one was 82.5", ["82.5×10"]),
        ("got 5 again @9", ["80×10", "80×5"]),
        ("1) 80x8 2) 80x7", ["80×10", "80×8", "80×7"]),
        ("1. 80x8\n2. 80x7", ["80×10", "80×8", "80×7"]),
        ("set 1 80x8 set 2 80x7", ["80×10", "80×8", "80×7"]),
        ("same weight 7", ["80×10", "80×7"]),
        ("um eight", ["80×10", "80×8"]),
        ("eight at eighty two point five", ["80×10", "82.5×8"]),
    ],
)
async def test_sets_and_corrections(stage: Stage, said: str, sets: list[str]) -> None:
    await stage.hears(*DONE, said)
    assert await stage.sets() == sets


@pytest.mark.parametrize(
    "said", ["rest 2 min", "2 minute rest", "/rest 2:00", "120 sec rest", "set a timer for 2 min"]
)
async def test_a_rest_of_so_long_counts_from_now(stage: Stage, said: str) -> None:
    heard = await stage.hears(*DONE, said)
    assert "rest 2 min, next set in 2 min" in heard
    assert "🔔" not in await stage.hears("+110s")
    assert "🔔" in await stage.hears("+15s")


async def test_who_is_ready_rests_no_longer(stage: Stage) -> None:
    await stage.hears(*DONE, "i'm ready")
    assert stage.newest.startswith("Bench press · set 2 of 4")
    assert "🔔" not in await stage.hears("+5m")


@pytest.mark.parametrize(
    "said", ["i need to go in 20 min", "gotta leave in 20", "only 20 min today", "gym closes in 20 minutes"]
)
async def test_little_time_cuts_what_is_left(stage: Stage, said: str) -> None:
    await stage.hears(*DONE, said)
    assert stage.newest.startswith("✂ 20 min")
    assert await stage.sets() == ["80×10"]


@pytest.mark.parametrize("said", ["running late", "need to leave soon", "hurry up"])
async def test_no_time_without_a_number_is_asked_about(stage: Stage, said: str) -> None:
    await stage.hears(*DONE, said)
    assert stage.newest.startswith("How many minutes are left?")


@pytest.mark.parametrize("said", ["thanks bye", "ok thanks coach", "good job"])
async def test_small_words_get_small_words(stage: Stage, said: str) -> None:
    await stage.hears(*DONE, said)
    assert stage.newest.startswith("Any time.")
    assert await stage.sets() == ["80×10"]


@pytest.mark.parametrize("said", ["brb", "phone call", "one sec", "water break"])
async def test_a_pause_is_granted(stage: Stage, said: str) -> None:
    await stage.hears(*DONE, said)
    assert stage.newest.startswith("Take the time you need")


async def test_words_of_the_gym_are_told(stage: Stage) -> None:
    await stage.hears(*DONE, "what does reps and sets mean")
    for word in ("Superset", "AMRAP", "Warm-up", "a side", "RIR"):
        assert word in stage.newest
