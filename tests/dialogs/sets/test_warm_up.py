"""Warm-ups: one tap each or one for all, short rests with one bell each; the first work set implies them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.model.athlete import Goal, Provenance
from tests.dialogs.stage import Stage, intermediate

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


async def test_warm_ups_typed_as_the_card_says_them_are_warm_ups(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]")
    heard = await stage.hears("bar × 8")
    assert "Warm-up first: 32.5 × 5 · 47.5 × 3 · 65 × 2" in heard
    heard = await stage.hears("32.5 x 5", "47.5x3", "65 x 2")
    assert "Which one" not in heard
    assert await stage.sets() == []
    await stage.hears("10")
    assert await stage.sets() == ["80×10"]
    assert [one.kind for one in (await stage.workout()).sets].count("warm_up") == 4
    stage.is_clean()


async def test_a_whole_warm_up_line_may_be_typed_at_once(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "bar x 8 32.5x5 47.5x3 65x2")
    assert "Next: 80 kg" not in heard
    assert await stage.sets() == []
    assert stage.labels(3)[0] == "✅ 80 kg × 10"
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "warm_up", "work"),
    [
        ("65x6", "65 kg × 6 warm-up", "65×6"),
        ("40x5", "40 kg × 5 warm-up", "40×5"),
        ("75x2", "75 kg × 2 warm-up", "75×2"),
        ("empty bar 10", "20 kg × 10 warm-up", "20×10"),
        ("10 with just the bar", "20 kg × 10 warm-up", "20×10"),
    ],
)
async def test_other_light_sets_before_the_work_are_asked_about(
    stage: Stage, words: str, warm_up: str, work: str
) -> None:
    """Who loads plate by plate types no `w`: a warm-up taken for set 1 would bring the whole plan down."""
    heard = await stage.hears("/plan", "[▶ Start]", words)
    assert "A warm-up or a work set?" in heard
    assert await stage.sets() == []
    await stage.hears(f"[{warm_up}]")
    assert await stage.sets() == []
    assert [done.kind for done in (await stage.workout()).sets] == ["warm_up"]
    await stage.hears("80x10")
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


async def test_a_light_set_may_be_the_work(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "65x6", "[65 kg × 6]", "65x6")
    assert await stage.sets() == ["65×6", "65×6"]
    stage.is_clean()


@pytest.mark.parametrize("words", ["65x6 @9", "75x8", "70x10", "60x10"])
async def test_what_is_surely_work_is_not_asked_about(stage: Stage, words: str) -> None:
    await stage.hears("/plan", "[▶ Start]", words)
    assert len(await stage.sets()) == 1
    stage.is_clean()


async def test_the_same_words_once_more_insist_on_the_set(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "40x5", "62.5x3")
    assert heard.count("A warm-up or a work set?") == 2  # the next one of a ramp is as unclear as the first
    await stage.hears("62.5x3")
    assert await stage.sets() == ["62.5×3"]
    stage.is_clean()


async def test_a_text_of_two_readings_keeps_both_in_the_question(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "8x3 60", "8x3 60")
    assert stage.labels() == ["3 sets: 60 kg × 8 warm-up", "3 sets: 60 kg × 8", "80 kg × 8, 8, 8, 60"]
    assert await stage.sets() == []


async def test_a_line_of_the_card_that_may_be_work_is_asked_about(stage: Stage) -> None:
    known = [replace(one, provenance=Provenance.ESTIMATED) for one in intermediate().one_rep_maxes]
    await stage.knows(replace(intermediate(wish=Goal.STRENGTH), one_rep_maxes=tuple(known)))
    heard = await stage.hears("/plan", "[▶ Start]")
    assert "52.5 × 3" in heard
    assert "A warm-up or a work set?" in await stage.hears("52.5x3")
    assert await stage.sets() == []


async def test_a_ramp_in_one_message_ends_in_its_work_set(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "40x5, 60x3, 75x1, 80x10")
    assert "A warm-up or a work set?" in heard
    await stage.hears("[40 kg × 5 warm-up · 60 kg × 3 warm-up · 75 kg × 1 warm-up · 80 kg × 10]")
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


async def test_a_warm_up_done_already_is_asked_about_when_typed_again(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "20 kg x 8", "20 kg x 8")
    assert "A warm-up or a work set?" in heard
    await stage.hears("[20 kg × 8]")
    assert await stage.sets() == ["20×8"]
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("32.5x5 w", "47.5 × 3 · 65 × 2"),
        ("w 47.5x3", "65 kg × 2"),
        ("32.5x6 warm-up", "47.5 × 3 · 65 × 2"),
        ("40x5 w", "47.5 × 3 · 65 × 2"),
    ],
)
async def test_a_set_called_a_warm_up_ticks_off_those_up_to_its_load(
    stage: Stage, words: str, left: str
) -> None:
    await stage.hears(*STARTED, words, "+5m")
    assert f"Warm-up first: {left}\n" in await stage.hears("/start")
    assert await stage.sets() == []
    stage.is_clean()


async def test_a_warm_up_weight_of_another_exercise_is_its_set(stage: Stage) -> None:
    """Only the exercise in hand shows a warm-up line; of any other the set is kept as it was typed."""
    await stage.hears("bench 80x8", "squat 40x5")
    assert await stage.sets() == ["80×8", "40×5"]
    await stage.hears("/finish", "/plan", "[▶ Start]", "row 37.5x3")
    assert await stage.sets() == ["37.5×3"]


async def test_fewer_reps_of_a_warm_up_are_kept_as_they_were_done(stage: Stage) -> None:
    """`20x7` where the line says bar × 8 is a warm-up of seven, and its line goes on behind it."""
    heard = await stage.hears("/plan", "[▶ Start]", "20x7", "+61s")
    assert "Warm-up first: 32.5 × 5" in heard
    kept = [(done.kind, done.reps) for done in (await stage.workout()).sets]
    assert kept == [("warm_up", 7)]


async def test_skipped_and_warmed_up_at_once_brings_the_next_card_at_once(stage: Stage) -> None:
    await stage.hears(*STARTED)
    for label in ("Skip", "Warm-up done"):
        stage.telegram.user_taps(stage.athlete, 3, label)
    await stage.settle()
    assert stage.newest.startswith("Bench press · set 2 of 4")
    assert "Warm-up first" not in stage.newest
    assert stage.message(3)["text"] == "Bench press set 1 skipped"
    assert "🔔" not in await stage.hears("+10m")
    stage.is_clean()


async def test_behind_a_typed_warm_up_comes_the_next_one(stage: Stage) -> None:
    heard = await stage.hears(*STARTED, "40x5 w")
    assert "Next: warm-up, 47.5 kg × 3" in heard
    await stage.hears("65x2 w")
    assert stage.labels(3)[0] == "✅ 80 kg × 10"


@pytest.mark.parametrize("words", ["warm ups done", "done with my warm-up", "I'm warmed up", "aufgewärmt"])
async def test_warmed_up_in_words(stage: Stage, words: str) -> None:
    await stage.hears(*STARTED, words)
    assert "Warm-up first" not in stage.newest
    assert "Bench press · set 1 of 4" in stage.newest
    await stage.hears("80x10")
    assert [done.kind for done in (await stage.workout()).sets][-1] == "work"
    stage.is_clean()


@pytest.mark.parametrize(("longer", "rests"), [("[+30 s]", "90 s"), ("more rest", "2 min")])
async def test_the_rest_after_a_typed_warm_up_is_longer_on_its_card(
    stage: Stage, longer: str, rests: str
) -> None:
    await stage.hears(*STARTED, "70x8 w")
    assert stage.labels(3) == ["Skip rest", "+30 s", "−30 s"]
    assert str(stage.message(3)["text"]).startswith("✓ 70 kg × 8 warm-up · rest 60 s")
    sent = len(stage.bot_messages)
    await stage.hears(longer)
    assert str(stage.message(3)["text"]).startswith(f"✓ 70 kg × 8 warm-up · rest {rests}")
    assert len(stage.bot_messages) == sent
    await stage.hears("[Skip rest]")
    assert stage.newest.startswith("Bench press · set 1 of 4")
    assert stage.message(3)["text"] == "Bench press set 1 ↓"
    stage.is_clean()


async def test_a_warm_up_said_behind_a_set_leaves_the_card_to_the_set(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10 70x8 w", "+90s")
    assert await stage.sets() == ["80×10"]
    assert stage.message(3)["text"] == "Bench press 1/4 ✓ 80 kg × 10"
    assert stage.newest.startswith("Bench press · set 2 of 4")
    await stage.hears(">3 80x9")
    assert await stage.sets() == ["80×9"]
    stage.is_clean()
