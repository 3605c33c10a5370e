"""Drop sets, failure, AMRAP and warm-ups are told as what they are, and what is told can be sent back."""

from __future__ import annotations

import pytest

from core.model.workout import SetKind
from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")


@pytest.mark.parametrize(
    ("typed", "shown", "kind"),
    [
        ("80x6 f", "80 kg × 6 failure", SetKind.FAILURE),
        ("80x8 amrap", "80 kg × 8 AMRAP", SetKind.AMRAP),
        ("60x8 d", "60 kg × 8 drop", SetKind.DROP),
    ],
)
async def test_the_kind_stands_behind_the_set_everywhere(
    stage: Stage, typed: str, shown: str, kind: SetKind
) -> None:
    await stage.hears(*STARTED)
    heard = await stage.hears(typed)
    assert f"✓ {shown}" in heard
    await stage.hears("+5m", shown)
    assert [one.kind for one in (await stage.workout()).sets] == [kind, kind]
    heard = await stage.hears("/finish", "/history", "[Mon 2 Mar · Upper body A]")
    assert shown in heard
    stage.is_clean()


async def test_the_same_in_german(stage: Stage) -> None:
    await stage.hears("%de", "/language de", *STARTED[:1], "[▶ Los]")
    assert "✓ 80 kg × 6 Versagen" in await stage.hears("80x6 f")
    await stage.hears("+5m", "60 kg × 8 Dropsatz")
    assert [one.kind for one in (await stage.workout()).sets] == [SetKind.FAILURE, SetKind.DROP]
    stage.is_clean()


async def test_whose_kind_stands_between_two_sets_is_asked(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "10 fail 8")
    assert stage.labels() == ["80 kg × 10, 8 failure", "80 kg × 10 failure, 8"]
    assert await stage.sets() == []
    await stage.hears("[80 kg × 10, 8 failure]")
    assert [one.kind for one in (await stage.workout()).sets] == [SetKind.WORK, SetKind.FAILURE]
    stage.is_clean()


async def test_an_edit_that_may_be_one_set_or_two_asks_about_the_one(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "~4 80x8+2")
    assert stage.labels() == ["80 kg × 10", "No, I'll send it again"]
    await stage.hears("~4 6+3")
    await stage.hears("[80 kg × 9]")
    assert await stage.sets() == ["80×9"]
    stage.is_clean()


async def test_a_hold_keeps_no_weight_and_says_so(stage: Stage) -> None:
    heard = await stage.hears("plank 45s", "+65s", "10kg 40s")
    assert "I keep no weight with this one: send it without." in heard
    assert await stage.sets() == ["45"]


async def test_seconds_left_and_right_are_sent_back_as_they_are_shown(stage: Stage) -> None:
    heard = await stage.hears("side plank 45/40")
    assert "✓ 45/40 s" in heard
    await stage.hears(">2 40/35 s")
    assert (await stage.workout()).sets[0].sides == (40, 35)
    stage.is_clean()


@pytest.mark.parametrize("words", ["80x8 (3)", "8 8 fail 6", "80x8 80x7"])
async def test_an_edit_into_several_sets_says_that_it_adds_none(stage: Stage, words: str) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "80x10", f"~4 {words}")
    assert "An edit corrects what it logged, and adds no sets." in heard
    assert await stage.sets() == ["80×10"]


@pytest.mark.parametrize("words", ["should i do 5?", "bench 80x8?"])
async def test_a_question_with_a_number_is_no_set(stage: Stage, words: str) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", words)
    assert "no number" not in heard
    assert "no exercise called" not in heard
    assert await stage.sets() == []
