"""Buttons about the gym may be forged: what no gym has is refused, and plans go on being made."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.views.settings import gym_settings as gym_views
from core.coach.settings import gym_settings
from core.model.gym import Bar
from core.model.outcomes import Unlogged
from core.store.athletes import load_athlete
from core.units import Load
from tests.core.coach.gym import ME, Gym


@pytest.fixture
async def gym(tmp_path: Path) -> AsyncIterator[Gym]:
    gym = await Gym.open(tmp_path)
    yield gym
    await gym.store.close()


@pytest.mark.parametrize("kg", [-20, 0, 99_999_999])
async def test_what_no_gym_has_is_refused(gym: Gym, kg: int) -> None:
    before = await gym.reads(load_athlete, ME)
    forged = Load.kg(kg)
    outcomes = [
        await gym.does(gym_settings.choose_pin, ME, forged, gym.now),
        await gym.does(gym_settings.choose_bar, ME, forged, gym.now),
        await gym.does(gym_settings.choose_other_bar, ME, Bar.EZ, forged, gym.now),
    ]
    assert outcomes == [Unlogged.of("misread", why="out_of_range")] * 3
    assert await gym.reads(load_athlete, ME) == before


async def test_every_weight_on_the_buttons_is_taken(gym: Gym) -> None:
    for bar in gym_views.BARS:
        assert not isinstance(await gym.does(gym_settings.choose_bar, ME, bar, gym.now), Unlogged)
    for pin in gym_views.PINS:
        assert not isinstance(await gym.does(gym_settings.choose_pin, ME, pin, gym.now), Unlogged)
