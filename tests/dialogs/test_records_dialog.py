"""A record gets a line and a trophy, not confetti; never a first time; a correction takes it back."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

BEFORE = ("bench 80x10", "/finish", "+7d")


async def test_a_typed_record_gets_a_trophy_and_a_line(stage: Stage) -> None:
    await stage.hears(*BEFORE)
    heard = await stage.hears("bench 82.5x10")
    assert "🏆 on" in heard
    assert "🏆 Bench press: you could lift about 110 kg once (+3.3 kg)" in heard
    assert "🏆" not in await stage.hears("+2m", "bench 82.5x10")
    heard = await stage.hears("/finish")
    assert heard.count("🏆") == 1
    stage.is_clean()


async def test_a_tapped_record_gets_its_line(stage: Stage) -> None:
    await stage.hears("bench 60x10", "/finish", "+7d", "/plan", "[▶ Start]")
    assert "🏆 Bench press" in await stage.hears("[+2.5 kg]", "[✅ 62.5 kg × 10]")
    stage.is_clean()


async def test_a_correction_takes_it_back(stage: Stage) -> None:
    await stage.hears(*BEFORE, "bench 85x10")
    message = max(stage.telegram.chats[stage.athlete.id].messages) - 1
    heard = await stage.hears(f"~{message} 75x10")
    assert "75 kg × 10" in heard
    assert "🏆" not in heard
    assert "🏆" not in await stage.hears("/finish")


NONE = ("squat 100x5", "bench 80x10", "bench 80x9", "bench 70x10", "bench 90x10 w")


@pytest.mark.parametrize("typed", NONE)
async def test_what_is_none(stage: Stage, typed: str) -> None:
    await stage.hears(*BEFORE)
    assert "🏆" not in await stage.hears(typed)


async def test_more_reps_without_a_load(stage: Stage) -> None:
    await stage.hears("push-up 12", "/finish", "+7d")
    assert "🏆 Push-up: 14 reps, before 12 reps" in await stage.hears("push-up 14")
    stage.is_clean()
