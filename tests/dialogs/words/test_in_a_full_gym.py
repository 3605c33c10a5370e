"""A full gym, a strange gym, a first time: what somebody says there gets an answer that helps."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")


@pytest.mark.parametrize(
    "words",
    [
        "gym too full",
        "the gym is too full",
        "it's packed today",
        "too crowded",
        "someone is on my bench",
        "somebody's using it",
        "zu voll hier",
        "jemand ist an meiner Bank",
    ],
)
async def test_where_others_train_other_exercises_are_offered(stage: Stage, words: str) -> None:
    assert "Instead of Bench press" in await stage.hears(*STARTED, words)
    assert await stage.sets() == []
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("we don't have a leg press", "Instead of Leg press"),
        ("there is no leg press here", "Instead of Leg press"),
        ("i don't have this machine", "Instead of Leg press"),
        ("my gym doesn't have that", "Instead of Leg press"),
        ("i can't find the machine", "Instead of Leg press"),
        ("my gym doesn't have a row", "Instead of Seated cable row"),
        ("i have a bad back", "Your back: what does it feel like?"),
        ("my knee clicks", "Your knee: what does it feel like?"),
        ("i can't do this", "No weight is chosen yet: take the lightest on the card"),
        ("i can't do 15", "No weight is chosen yet: take the lightest on the card"),
        ("am i doing it right", "Keep hips and lower back flat on the pad"),
        ("is this safe?", "Keep hips and lower back flat on the pad"),
        ("I'm a bit nervous", "Keep hips and lower back flat on the pad"),
        ("I'm afraid of getting hurt", "A trainer's eye, or a video of the exercise"),
        ("I don't want to hurt myself", "Keep hips and lower back flat on the pad"),
        ("I'm scared, my knee hurts", "Your knee: what does it feel like?"),
        ("I'm afraid I hurt myself", "Stop the set. What does it feel like?"),
        ("what does 2 x 15 mean", "4 × 10: four sets of ten reps."),
        ("we don't have much time", "How many minutes are left?"),
        ("wir haben keine Beinpresse", "Instead of Leg press"),
        ("ich will mich nicht verletzen", "Keep hips and lower back flat on the pad"),
        ("mein linkes Knie knackt", "Your left knee: what does it feel like?"),
        ("schlechter Rücken", "Your back: what does it feel like?"),
    ],
)
async def test_a_beginner_in_a_strange_gym(first_timer: Stage, words: str, answer: str) -> None:
    assert answer in await first_timer.hears(*STARTED, words)
    assert await first_timer.sets() == []
    first_timer.is_clean()


@pytest.mark.parametrize("words", ["i'll do full body next time", "i can't find the plan", "full range now"])
async def test_words_that_sound_alike_swap_nothing(stage: Stage, words: str) -> None:
    assert "Instead of" not in await stage.hears(*STARTED, words)
    assert await stage.sets() == []
    stage.is_clean()


@pytest.mark.parametrize("words", ["i don't have a bad back", "no stiff neck today", "no pain today"])
async def test_a_sound_body_is_asked_for_no_pain(stage: Stage, words: str) -> None:
    assert "what does it feel like?" not in (await stage.hears(*STARTED, words)).lower()
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("what next", "Next: Bench press set 2 of 4"),
        ("that's enough", "Finish now?"),
        ("fix", "Bench press set 1 was logged as 80 kg × 10."),
        ("i skip the row", "Barbell row is left out today."),
        ("we have 25 minutes", "✂ 25 min: without"),
        ("half an hour", "[1 Yes, cut it to 30 min]"),
    ],
)
async def test_short_words_between_two_sets(stage: Stage, words: str, answer: str) -> None:
    assert answer in await stage.hears(*STARTED, "10", "+60s", words)
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


async def test_a_day_at_half_the_weight_is_told_as_that(stage: Stage) -> None:
    """The card follows the second such set, and the recap does not say that none was done."""
    await stage.hears(*STARTED, "[Warm-up done]", "40x10", "+60s")
    assert stage.newest.startswith("Bench press · set 2 of 4 · 80 kg × 10")
    assert "I go on with 40 kg, as you did." in await stage.hears("40x10")
    heard = await stage.hears("/finish")
    assert "Same again: 40 kg last time was far lighter than planned." in heard
    assert "0 of 4" not in heard
    stage.is_clean()


async def test_i_did_nine_actually_corrects_the_set(stage: Stage) -> None:
    await stage.hears(*STARTED, "10", "+60s", "i did 9 actually")
    assert await stage.sets() == ["80×9"]
    stage.is_clean()


async def test_later_in_free_training_says_what_runs(stage: Stage) -> None:
    heard = await stage.hears("bench 80x8", "+60s", "later")
    assert "Your free workout is open" in heard
    stage.is_clean()
