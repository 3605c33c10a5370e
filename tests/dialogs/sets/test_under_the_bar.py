"""A load lighter than the exercise's bare bar can't be on it: it is asked, and counts once confirmed."""

from __future__ import annotations

import pytest

from core.units import Unit
from tests.dialogs.stage import Stage, intermediate

STARTED = ("/plan", "[▶ Start]")
TOO_LIGHT = "That's lighter than the bar alone. Is it right?"


@pytest.mark.parametrize(
    ("unit", "words", "button", "logged"),
    [
        (Unit.KG, "37.5 lb x 8", "[37.5 lb × 8]", ["37.5×8"]),
        (Unit.KG, "15 kg x 8", "[15 kg × 8]", ["15×8"]),
        (Unit.LB, "37.5x8", "[37.5 lb × 8]", ["37.5×8"]),
        (Unit.KG, "37.5 lb x 8", "[No, I'll send it again]", []),
    ],
)
async def test_what_the_bar_alone_outweighs_is_asked(
    stage: Stage, unit: Unit, words: str, button: str, logged: list[str]
) -> None:
    await stage.knows(intermediate(unit=unit))
    await stage.hears(*STARTED, words)
    assert stage.newest == TOO_LIGHT
    assert await stage.sets() == []
    heard = await stage.hears(button)
    assert await stage.sets() == logged
    assert "as you did" not in heard
    if logged:  # there is such a bar, so it is asked no second time
        await stage.hears("+3m", words)
        assert await stage.sets() == logged * 2
    stage.is_clean()


@pytest.mark.parametrize("words", ["20 kg x 8", "44 lb x 8", "45 lb x 8"])
async def test_the_bar_alone_is_no_doubt(stage: Stage, words: str) -> None:
    assert TOO_LIGHT not in await stage.hears(*STARTED, words)
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("37.5 lb x 8", "[37.5 lb × 8]"), "20 kg next, the nearest I know to what you did."),
        (("[Warm-up done]", "61 kg x 8"), "60 kg next, the nearest I know to what you did."),
        (("[Warm-up done]", "60 kg x 8"), "I go on with 60 kg, as you did."),
    ],
)
async def test_the_load_that_comes_is_called_theirs_only_where_it_is(
    stage: Stage, words: tuple[str, ...], told: str
) -> None:
    assert told in await stage.hears(*STARTED, *words)
    stage.is_clean()
