"""Corrections in words: what they deny must stand, and which set they are said of must be plain."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

RESTING = ("/plan", "[▶ Start]", "80x10")
NEXT_CARD = (*RESTING, "+70s")
REPLYING = (*NEXT_CARD, "80x9", "+100s")


@pytest.mark.parametrize("words", ["oops 75 not 90", "75 not 90", "last one was 75, not 90", "75 statt 90"])
@pytest.mark.parametrize("before", [RESTING, NEXT_CARD])
async def test_what_is_denied_must_stand_or_it_is_asked(
    stage: Stage, before: tuple[str, ...], words: str
) -> None:
    await stage.hears(*before, words)
    assert stage.newest == "Set 1 is logged as 80 kg × 10. Change it?"
    assert stage.labels() == ["75 kg × 10", "No, I'll send it again"]
    assert await stage.sets() == ["80×10"]
    await stage.hears("[75 kg × 10]")
    assert await stage.sets() == ["75×10"]
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "sets"),
    [
        ("oops 75 not 80", ["75×10"]),
        ("75 not 80", ["75×10"]),
        ("8 not 10", ["80×8"]),
        ("last one was 8 not 10", ["80×8"]),
        ("75x8 statt 80x10", ["75×8"]),
        ("that was 85x8", ["85×8"]),
        ("okay that was 85x8", ["85×8"]),
    ],
)
async def test_what_stands_is_put_right_while_resting(stage: Stage, words: str, sets: list[str]) -> None:
    await stage.hears(*RESTING, words)
    assert await stage.sets() == sets
    stage.is_clean()


async def test_a_set_that_stands_as_it_is_told_is_told_so(stage: Stage) -> None:
    heard = await stage.hears(*RESTING, "oops 80 not 90")
    assert "Already logged: 80 kg × 10." in heard
    assert await stage.sets() == ["80×10"]


@pytest.mark.parametrize("words", ["okay that was 85x8", "that was 85x8", "das war 85x8"])
@pytest.mark.parametrize(
    ("button", "sets"),
    [("[Set 1 was 85 kg × 8]", ["85×8"]), ("[Set 2: 85 kg × 8]", ["80×10", "85×8"])],
)
async def test_which_set_that_was_is_asked_once_the_next_card_stands(
    stage: Stage, words: str, button: str, sets: list[str]
) -> None:
    await stage.hears(*NEXT_CARD, words)
    assert stage.newest == "Which set was that?"
    assert await stage.sets() == ["80×10"]
    await stage.hears(button)
    assert await stage.sets() == sets
    stage.is_clean()


@pytest.mark.parametrize("words", ["okay that was 85x8", "no, 85x8", "85x8 not 80x10", "it was 85x8 not 80"])
async def test_a_reply_in_words_corrects_the_set_of_its_card(stage: Stage, words: str) -> None:
    await stage.hears(*REPLYING, f">3 {words}")
    assert await stage.sets() == ["85×8", "80×9"]
    stage.is_clean()


async def test_a_reply_may_say_only_the_load(stage: Stage) -> None:
    await stage.hears(*REPLYING, ">3 75 not 80")
    assert await stage.sets() == ["75×10", "80×9"]
    await stage.hears(">3 70 not 90")
    assert stage.newest == "Set 1 is logged as 75 kg × 10. Change it?"
    stage.is_clean()


async def test_a_denial_before_any_set_is_of_the_set_on_the_card(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "75 not 80")
    assert "75 kg it is, how many reps did you do?" in heard
    assert await stage.sets() == []


@pytest.mark.parametrize(
    ("words", "sets"),
    [
        ("it was 4", ["100×5", "110×4"]),
        ("oh wait, that was 4", ["100×5", "110×4"]),
        ("last set was 105x5", ["100×5", "105×5"]),
        ("set 1 was 6", ["100×6", "110×5"]),
    ],
)
async def test_a_workout_that_just_ended_is_put_right_too(stage: Stage, words: str, sets: list[str]) -> None:
    await stage.hears("squat 100x5 110x5", "+3m", "/finish", "+1m", words)
    assert await stage.sets() == sets
    assert str(stage.newest).startswith("Done")
    stage.is_clean()


async def test_long_after_it_nothing_is_put_right(stage: Stage) -> None:
    heard = await stage.hears("squat 100x5", "/finish", "+6h", "it was 4")
    assert "That set isn't logged, so there's nothing to fix." in heard
    assert await stage.sets() == ["100×5"]


@pytest.mark.parametrize("words", ["that was @9", "last set was rpe 9", "oh wait that was @9"])
async def test_the_effort_of_the_last_set_is_said_like_its_numbers(stage: Stage, words: str) -> None:
    await stage.hears("squat 100x5 @7", words)
    assert (await stage.workout()).sets[-1].rir == 1
    assert await stage.sets() == ["100×5"]
    stage.is_clean()


@pytest.mark.parametrize("words", ["fix", "wrong", "oops", "that was wrong"])
async def test_a_slip_seen_once_the_workout_has_ended_is_asked_about(stage: Stage, words: str) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "+60s", "/finish", "+30s")
    assert "Bench press set 1 was logged as 80 kg × 10." in await stage.hears(words)
    await stage.hears("[8]")
    assert await stage.sets() == ["80×8"]
    assert any("Done · 1 min · 1 set · 640 kg" in str(one.body.get("text")) for one in stage.bot_messages)
    stage.is_clean()


async def test_a_weight_on_top_of_the_body_is_put_right(stage: Stage) -> None:
    await stage.hears("pull-up +10x5", "it was +15x4")
    assert await stage.sets() == ["15×4"]
    stage.is_clean()
