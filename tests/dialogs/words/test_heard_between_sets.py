"""Short words between two sets: done, answered in a line or asked back; nothing is logged by guess."""

from __future__ import annotations

import pytest

from core.model.workout import SetKind
from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")
RESTING = (*STARTED, "10", "+25s")


@pytest.mark.parametrize("words", ["x8", "X 8", "×8", "8x", "8 x", "8*", "8×"])
async def test_reps_with_a_times_sign_have_the_load_of_the_card(stage: Stage, words: str) -> None:
    await stage.hears(*STARTED, words)
    assert await stage.sets() == ["80×8"]
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "answer"), [("80x", "80 kg it is, how many reps"), ("x3", "far fewer reps than planned")]
)
async def test_what_such_a_sign_leaves_open_is_asked(stage: Stage, words: str, answer: str) -> None:
    assert answer in await stage.hears(*STARTED, words)
    assert await stage.sets() == []
    stage.is_clean()


@pytest.mark.parametrize("words", ["no wait 8", "no, wait, 8", "oh no wait it was 8"])
async def test_a_second_thought_corrects_the_set_just_logged(stage: Stage, words: str) -> None:
    await stage.hears(*RESTING, words)
    assert await stage.sets() == ["80×8"]
    stage.is_clean()


@pytest.mark.parametrize("words", ["okay that was eight reps", "ok that was 8", "alright, that was 8"])
@pytest.mark.parametrize(
    ("button", "logged"), [("[Set 1 was 8]", ["80×8"]), ("[Set 2: 8]", ["80×10", "80×8"])]
)
async def test_what_that_was_is_asked_once_a_set_stands(
    stage: Stage, words: str, button: str, logged: list[str]
) -> None:
    await stage.hears(*RESTING, words)
    assert stage.newest == "You just logged a set. Which one is this?"
    assert await stage.sets() == ["80×10"]
    await stage.hears(button)
    assert await stage.sets() == logged
    stage.is_clean()


async def test_what_that_was_is_the_first_set_where_none_stands(stage: Stage) -> None:
    await stage.hears(*STARTED, "okay that was eight reps")
    assert await stage.sets() == ["80×8"]
    stage.is_clean()


@pytest.mark.parametrize(
    "words", ["got 7, failed the 8th", "7 reps, missed the 8th rep", "80x7 failed on the 8th"]
)
async def test_the_rep_that_failed_is_none_of_the_set(stage: Stage, words: str) -> None:
    await stage.hears(*STARTED, words)
    assert await stage.sets() == ["80×7"]
    assert [one.kind for one in (await stage.workout()).sets] == [SetKind.FAILURE]
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("failed the 8th", "How many clean reps did you get?"),
        ("got 7, failed the 5th", "How many clean reps did you get?"),
        ("7, failed the last rep", "How many clean reps did you get?"),
        ("5 more", "5 more? +5 puts weight on"),
        ("do 2 more", "2 more? +2 puts weight on"),
        ("one less", "1 less? -1 takes weight off"),
        ("2 reps less", "2 less? -2 takes weight off"),
        ("2 weniger", "2 less? -2 takes weight off"),
        ("i can do two more", "2 more? +2 puts weight on"),
        ("5 more reps", "5 more? +5 puts weight on"),
        ("less rest", "No rest is running"),
        ("one more then done", "send it or tap the green button"),
        ("last one then i'm done", "send it or tap the green button"),
        ("what means rpe", "RPE: how hard a set was"),
        ("i feel sick", "what you logged is kept"),
        ("i'm going to throw up", "what you logged is kept"),
        ("mir ist schlecht", "what you logged is kept"),
        ("i no can do more", "Take the time you need"),
        ("i can't do any more", "Take the time you need"),
        ("whats my top set", "No set of Bench press yet today"),
        ("same as last time", "I know no such set of last time"),
    ],
)
async def test_it_is_answered_and_logs_nothing(stage: Stage, words: str, answer: str) -> None:
    await stage.hears(*STARTED)
    before = await stage.workout()
    assert answer in await stage.hears(words)
    assert await stage.workout() == before
    stage.is_clean()


@pytest.mark.parametrize("words", ["i feel sick", "one more then done", "i no can do more"])
async def test_who_may_want_to_stop_can_by_a_tap(stage: Stage, words: str) -> None:
    await stage.hears(*RESTING, words)
    assert any("Finish" in label for label in stage.labels())
    stage.is_clean()


async def test_dizziness_is_no_mere_sickness(stage: Stage) -> None:
    assert "call your emergency number" in await stage.hears(*RESTING, "feeling dizzy")
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "load"), [("5 more lbs", "82.5"), ("5 more kg", "85"), ("5 less kg", "75")]
)
async def test_a_load_more_moves_the_coming_set(stage: Stage, words: str, load: str) -> None:
    await stage.hears(*STARTED, words)
    assert f"✅ {load} kg × 10" in [label for one in stage.bot_messages for label in stage.labels(one.id)]
    assert await stage.sets() == []
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "sets"), [("2 more sets", 6), ("do two more sets", 6), ("one more set", 5)]
)
async def test_as_many_sets_come_on_top_as_were_said(stage: Stage, words: str, sets: int) -> None:
    assert f"set 1 of {sets}" in await stage.hears(*STARTED, words)
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("i am tired give me 2 minutes", "2 min"),
        ("give me 2 minutes", "2 min"),
        ("I need two minutes", "2 min"),
        ("less rest", "5 s"),
        ("shorter rest please", "5 s"),
        ("20 seconds less rest", "15 s"),
    ],
)
async def test_the_rest_is_as_long_as_was_said(stage: Stage, words: str, left: str) -> None:
    await stage.hears(*RESTING, words)
    assert await stage.sets() == ["80×10"]
    assert f"The bell rings in {left}." in await stage.hears("when's next?")
    stage.is_clean()


async def test_a_rest_cut_to_nothing_is_over(stage: Stage) -> None:
    await stage.hears(*RESTING, "less rest", "less rest")
    assert "set 2 of 4" in stage.newest
    stage.is_clean()


@pytest.mark.parametrize("words", ["nvm", "never mind", "nevermind", "schon gut"])
async def test_never_mind_is_nodded_at(stage: Stage, words: str) -> None:
    await stage.hears(*RESTING)
    sent = len(stage.bot_messages)
    assert "👌" in await stage.hears(words)
    assert len(stage.bot_messages) == sent
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


async def test_same_as_last_time_is_the_set_of_last_time(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x9", "80x8", "/finish", "+1w", "/plan upper a", "[▶ Start]")
    await stage.hears("same as last time")
    assert await stage.sets() == ["80×9"]
    await stage.hears("+3m", "same as last week")
    assert "Which one do you mean?" in stage.newest
    assert await stage.sets() == ["80×9"]
    await stage.hears("[80 kg × 8]")
    assert await stage.sets() == ["80×9", "80×8"]
    stage.is_clean()


async def test_the_top_set_of_today_is_told(stage: Stage) -> None:
    await stage.hears(*STARTED, "75x10", "80x8")
    assert "Bench press, top set today: 80 kg × 8" in await stage.hears("what's my top set?")
    stage.is_clean()
