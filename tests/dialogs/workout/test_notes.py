"""A note beside an exercise: kept, shown on its cards from then on, changed, taken away."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage


async def test_a_note_is_on_this_card_and_the_next_until_it_is_changed(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]")
    heard = await stage.hears("note: pins at 4 <b>& up")
    assert "👍 on 4" in heard
    assert "📝 pins at 4 <b>& up" in heard
    assert "📝 pins at 4" in await stage.hears("80x10", "+90s")
    assert "📝 pins at 5" in await stage.hears("note: pins at 5")
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


@pytest.mark.parametrize("nothing", ["note: -", "note:", "note bench: -"])
async def test_a_note_is_taken_away(stage: Stage, nothing: str) -> None:
    await stage.hears("/plan", "[▶ Start]", "note: seat 4")
    card = stage.bot_messages[-1].id
    assert "📝 seat 4" in str(stage.message(card)["text"])
    await stage.hears(nothing)
    assert "📝" not in str(stage.message(card)["text"])
    assert await stage.sets() == []
    stage.is_clean()


async def test_while_resting_the_note_waits_for_the_next_card(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "note: seat 4")
    assert "📝 seat 4" in await stage.hears("+60s")
    stage.is_clean()


async def test_without_a_workout_a_note_names_its_exercise(stage: Stage) -> None:
    assert "Beside which exercise?" in await stage.hears("note: seat 4")
    assert "Noted: Bench press shows “seat 4”" in await stage.hears("note bench: seat 4")
    assert "no exercise like “zzqx”" in await stage.hears("note zzqx: seat 4")
    assert "too long" in await stage.hears("note bench: " + "a" * 300)
    assert "📝 seat 4" in await stage.hears("/plan", "[▶ Start]")
    assert "is gone" in await stage.hears("/finish", "note bench:")
    stage.is_clean()
