"""A set and what is said of it in one message: the set is never lost to the words beside it."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")


@pytest.mark.parametrize(
    ("words", "logged", "reserve"),
    [
        ("10 too easy", "80×10", 3),
        ("8 easy", "80×8", 3),
        ("8 too heavy", "80×8", 0),
        ("8, all I had", "80×8", 0),
        ("80x8, 2 left", "80×8", 2),
        ("8 · 1–2 left", "80×8", 1),
        ("bench 80x8 felt easy", "80×8", 3),
        ("8 felt heavy", "80×8", None),
        ("8 but ugly", "80×8", None),
        ("8 with bad form", "80×8", None),
        ("all 10", "80×10", None),
        ("10🔥", "80×10", None),
        ("zu leicht war es nicht, aber 8 knapp", "", None),
        ("8 war zu schwer", "80×8", 0),
    ],
)
async def test_a_remark_never_costs_the_set(
    stage: Stage, words: str, logged: str, reserve: int | None
) -> None:
    await stage.hears(*STARTED)
    heard = await stage.hears(words)
    assert await stage.sets() == ([logged] if logged else [])
    if logged:
        assert (await stage.workout()).sets[-1].rir == reserve
        assert "no exercise called" not in heard
    stage.is_clean()


async def test_a_remark_on_sets_outside_a_plan_opens_free_training(stage: Stage) -> None:
    await stage.hears("squat 100x5 felt easy")
    assert await stage.sets() == ["100×5"]
    stage.is_clean()


@pytest.mark.parametrize("words", ["8 but my knee hurts", "80x8, knee hurts", "8. my knee hurts a bit"])
async def test_a_set_told_with_a_pain_is_logged_and_the_pain_asked_about(stage: Stage, words: str) -> None:
    await stage.hears(*STARTED)
    heard = await stage.hears(words)
    assert "Your knee: what does it feel like?" in heard
    assert await stage.sets() == ["80×8"]
    stage.is_clean()


async def test_a_knee_is_not_asked_whether_it_burns(stage: Stage) -> None:
    await stage.hears(*STARTED, "my knee hurts")
    assert stage.labels()[0] == "Only the muscles around it"
    await stage.hears("my back hurts")
    assert stage.labels()[0] == "Muscle burn"


async def test_a_remark_alone_still_moves_the_weight(stage: Stage) -> None:
    heard = await stage.hears(*STARTED, "too heavy")
    assert "77.5 kg × 10" in heard
    assert await stage.sets() == []
