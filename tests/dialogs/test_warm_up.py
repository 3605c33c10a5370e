"""Warm-ups: one tap each or one for all, short rests with one bell each; the first work set implies them."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")


async def test_one_by_one(stage: Stage) -> None:
    await stage.hears(*STARTED)
    heard = await stage.hears("[bar × 8]")
    assert "Warm-up first: 32.5 × 5 · 47.5 × 3 · 65 × 2" in heard
    assert "⏱ Rest. The bell rings in 1 min." in heard
    assert "🔔" not in await stage.hears("+59s")
    assert "🔔 Bench press · set 1 of 4" in await stage.hears("+1s")
    assert "Warm-up first: 65 kg × 2" in await stage.hears("[47.5 × 3]")
    await stage.hears("+1m")
    heard = await stage.hears("[Warm-up done]")
    assert "Warm-up" not in heard.partition("(edited)")[2]
    assert "The bell rings in 2 min." in heard
    assert "🔔" not in await stage.hears("+119s")
    assert "🔔 Bench press · set 1 of 4" in await stage.hears("+1s")
    assert [done.reps for done in (await stage.workout()).sets] == [8, 5, 3, 2]
    assert await stage.sets() == []
    stage.is_clean()


async def test_all_at_once_twice_is_once(stage: Stage) -> None:
    await stage.hears(*STARTED)
    done = stage.telegram.button(stage.message(3), "Warm-up done")["callback_data"]
    for _ in range(2):
        stage.telegram.user_presses(stage.athlete, 3, done)
        await stage.settle()
    assert len((await stage.workout()).sets) == 4
    assert (await stage.hears("+10m")).count("🔔") == 1
    stage.is_clean()


@pytest.mark.parametrize("silencing", ["[✅ 80 kg × 10]", "80x10", "/finish"])
async def test_the_first_work_set_implies_them_and_silences_their_rest(stage: Stage, silencing: str) -> None:
    await stage.hears(*STARTED, "[bar × 8]", "+10s")
    heard = await stage.hears(silencing, "+20s")
    assert "Warm-up" not in heard
    assert "🔔" not in heard
    stage.is_clean()
