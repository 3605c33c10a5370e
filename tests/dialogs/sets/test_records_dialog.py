"""A record gets a line and a trophy, not confetti; never a first time; a correction takes it back."""

from __future__ import annotations

from datetime import date

import pytest

from core.model.workout import LoggedSet
from core.store import progress
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


async def test_of_sets_that_tell_the_same_the_first_is_read(stage: Stage) -> None:
    for _ in range(2):
        await stage.hears("/log bench 2x8x80", "+1m", "/finish", "+2d")
    athlete_id = stage.athlete.id
    every = await stage.read(progress.sets_by_day, athlete_id, "bench_press")
    first = await stage.read(progress.first_sets_by_day, athlete_id, "bench_press")
    assert len(every) > len(first)
    new = [not any(_same(one, other) for other in every[:at]) for at, one in enumerate(every)]
    assert first == [one for one, is_new in zip(every, new, strict=True) if is_new]


def _same(one: tuple[date, LoggedSet], other: tuple[date, LoggedSet]) -> bool:
    return (one[1].load, one[1].reps, one[1].rir) == (other[1].load, other[1].reps, other[1].rir)
