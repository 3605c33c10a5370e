"""A band is named by its step; a bar too heavy even empty is told and swapped, never lifted anyway."""

from __future__ import annotations

import pytest

from core.model.athlete import Gear, Goal, Level, OneRepMax, Provenance
from core.units import Load
from tests.dialogs.stage import START, Stage, intermediate

FIT = "right if it makes 10 reps hard but clean, else the next one."


@pytest.mark.parametrize(("level", "band"), [(Level.INTERMEDIATE, "medium"), (Level.EXPERIENCED, "heavy")])
async def test_the_card_says_which_band_to_take(stage: Stage, level: Level, band: str) -> None:
    await stage.knows(intermediate(gear=Gear.BANDS, level=level, one_rep_maxes=(), wish=Goal.HYPERTROPHY))
    heard = await stage.hears("/plan upper a", "[▶ Start]")
    assert f"A {band} band to begin with: {FIT}" in heard
    assert "set 1" in heard
    stage.is_clean()


async def test_the_next_session_takes_the_same_band(stage: Stage) -> None:
    await stage.knows(intermediate(gear=Gear.BANDS, one_rep_maxes=()))
    await stage.hears("/plan upper a", "[▶ Start]", "3x10", "/finish", "+3d")
    heard = await stage.hears("/plan upper a", "[▶ Start]")
    assert "The same band as last time." in heard[heard.index("set 1") :]
    stage.is_clean()


async def test_a_bar_too_heavy_even_empty_is_told_and_a_lighter_exercise_offered(stage: Stage) -> None:
    light = OneRepMax("overhead_press", Load.kg(22), Provenance.TESTED, START)
    bench = OneRepMax("bench_press", Load.kg(60), Provenance.TESTED, START)
    await stage.knows(intermediate(one_rep_maxes=(light, bench)))
    await stage.hears("ohp 20 kg x 3", "bench 45x8", "/finish", "[Save as routine]", "Pressing", "+3d")
    await stage.hears("/plan pressing")
    told = "Even the lightest, 20 kg, is more than this asks: Swap offers a lighter one."
    assert told in stage.newest
    heard = await stage.hears("[▶ Start]")
    assert told in heard
    assert "without weight" not in heard
    assert stage.labels()[0] == "Something lighter"
    assert not any("✅" in label for label in stage.labels())  # no press-ups of air: nothing is done by a tap
    heard = await stage.hears("5")
    assert "With which weight?" in heard
    assert await stage.sets() == []
    await stage.hears("/finish", "/plan pressing", "[Lighter than Overhead press]")
    assert stage.newest.startswith("Instead of Overhead press")
    assert not any("barbell" in label.lower() for label in stage.labels())
    await stage.taps(stage.labels()[0])
    assert told not in stage.newest
    stage.is_clean()
