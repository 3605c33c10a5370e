"""What lifters say between two sets, no notation in mind: it has its effect, or one helpful line."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")


@pytest.mark.parametrize(
    ("words", "logged"),
    [
        ("got 8", "80×8"),
        ("only 6", "80×6"),
        ("only got 6", "80×6"),
        ("I did 8", "80×8"),
        ("6 reps", "80×6"),
        ("failed at 6", "80×6"),
        ("got 8 reps at 77.5", "77.5×8"),
        ("done", "80×10"),
        ("8 @ 80", "80×8"),
        ("８０×８", "80×8"),
        ("८० × ८", "80×8"),
        ("8️⃣0️⃣x8️⃣", "80×8"),
    ],
)
async def test_a_set_in_plain_words(stage: Stage, words: str, logged: str) -> None:
    await stage.hears(*STARTED, words)
    assert await stage.sets() == [logged]
    stage.is_clean()


@pytest.mark.parametrize(
    "words", ["25 minutes left", "I have 20 min", "only 15 minutes", "half an hour to go"]
)
async def test_minutes_that_are_left_cut_the_workout(stage: Stage, words: str) -> None:
    await stage.hears(*STARTED)
    before = await stage.workout()
    heard = await stage.hears(words)
    assert "min" in heard
    after = await stage.workout()
    assert (after.session, after.skipped) != (before.session, before.skipped)
    assert after.sets == ()
    stage.is_clean()


async def test_no_time_without_a_number_is_asked_how_much(stage: Stage) -> None:
    await stage.hears(*STARTED, "short on time")
    assert any("min" in label for label in stage.labels())
    assert "5 to 180" in await stage.hears("2 minutes left")
    stage.is_clean()


@pytest.mark.parametrize("words", ["skip this", "skip it", "skip"])
async def test_a_set_is_passed_over_by_words(stage: Stage, words: str) -> None:
    await stage.hears(*STARTED, words)
    workout = await stage.workout()
    assert [(one.exercise_index, one.set_number) for one in workout.skipped] == [(0, 1)]
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "load"), [("that was easy", "82.5"), ("felt too heavy", "77.5"), ("too heavy", "77.5")]
)
async def test_how_it_felt_moves_the_coming_set(stage: Stage, words: str, load: str) -> None:
    await stage.hears(*STARTED, words)
    assert f"✅ {load} kg × 10" in [label for one in stage.bot_messages for label in stage.labels(one.id)]
    assert await stage.sets() == []
    stage.is_clean()
