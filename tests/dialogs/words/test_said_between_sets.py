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
    ("words", "load"),
    [
        *(("that was easy", "82.5"), ("felt too heavy", "77.5"), ("too heavy", "77.5")),
        *(("heavier", "82.5"), ("more weight", "82.5"), ("lighter", "77.5"), ("less weight", "77.5")),
    ],
)
async def test_how_it_felt_moves_the_coming_set(stage: Stage, words: str, load: str) -> None:
    await stage.hears(*STARTED, words)
    assert f"✅ {load} kg × 10" in [label for one in stage.bot_messages for label in stage.labels(one.id)]
    assert await stage.sets() == []
    stage.is_clean()


@pytest.mark.parametrize("words", ["how much rest", "how long do I rest?", "when is my next set"])
async def test_how_long_the_rest_is_is_answered(stage: Stage, words: str) -> None:
    await stage.hears(*STARTED)
    assert "After this set: 60 s." in await stage.hears(words)
    await stage.hears("8", "+30s")
    assert "The bell rings" in await stage.hears(words)
    assert await stage.sets() == ["80×8"]
    stage.is_clean()


async def test_last_time_is_told_when_asked(stage: Stage) -> None:
    await stage.hears(*STARTED)
    assert "Bench press is new" in await stage.hears("last time?")
    await stage.hears("8", "8", "/finish", "+1w", "/plan upper a", "[▶ Start]")
    assert "Bench press, last time: 80 kg × 8 · 75 kg × 8" in await stage.hears("what did I do last time")
    stage.is_clean()


async def test_the_plates_are_told_when_asked(stage: Stage) -> None:
    await stage.hears(*STARTED)
    assert "25+5 on each side of the 20 kg bar." in await stage.hears("which plates?")
    stage.is_clean()


async def test_one_more_set_is_added_by_words(stage: Stage) -> None:
    await stage.hears(*STARTED, "8 8 8 8", "one more set")
    assert "set 5 of 5" in stage.newest
    stage.is_clean()


@pytest.mark.parametrize("words", ["my elbow feels weird", "something feels off", "my hand goes numb"])
async def test_a_joint_that_feels_wrong_is_asked_about(stage: Stage, words: str) -> None:
    await stage.hears(*STARTED, words)
    assert "Joint, or sharp pain" in " ".join(stage.labels())
    stage.is_clean()
