"""A workout left open: asked once after an hour, closed after four with everything kept; answers tidy up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.coach.words.left_open import StillThere, answer_said
from tests.dialogs.stage import Stage

ASKS = "Still training? 1 set is safe. I close the workout in three hours."
BEGUN = ("/plan", "[▶ Start]", "80x10", "+60s")


@pytest.mark.parametrize("answer", ["[Go on]", "80x9", "/start", "[Finish]", "/finish"])
async def test_an_answered_question_leaves_the_chat(stage: Stage, answer: str) -> None:
    await stage.hears(*BEGUN, "+61m")
    assert stage.newest == ASKS
    await stage.hears(answer, "+5m")
    texts = [str(message.body["text"]) for message in stage.bot_messages]
    assert not any(text.startswith("Still training?") for text in texts)
    assert texts[-1].startswith("Done" if "inish" in answer else "Bench press · set")
    assert "Still training?" not in await stage.hears("+50m")
    stage.is_clean()


def asked(stage: Stage) -> list[str]:
    texts = [str(message.body["text"]) for message in stage.bot_messages]
    return [text for text in texts if text.startswith("Still training?")]


@pytest.mark.parametrize("words", ["yes", "yes, still here", "Still training", "ok", "👍", "ja, noch da"])
async def test_yes_in_words_brings_the_card_and_logs_nothing(stage: Stage, words: str) -> None:
    await stage.hears(*BEGUN, "+61m", words)
    assert stage.newest.startswith("Bench press · set 2 of 4")
    assert asked(stage) == []
    assert await stage.sets() == ["80×10"]
    assert "Done" not in await stage.hears("+59m")
    assert stage.newest.startswith("Bench press · set 2 of 4")
    stage.is_clean()


@pytest.mark.parametrize("words", ["no", "nope, done", "finish", "I'm done", "that's it", "nein, vergessen"])
async def test_no_in_words_ends_it(stage: Stage, words: str) -> None:
    await stage.hears(*BEGUN, "+61m", words)
    assert stage.newest.startswith("Done · 1 min · 1 set")
    assert asked(stage) == []
    stage.is_clean()


async def test_done_may_be_the_set_or_the_workout(stage: Stage) -> None:
    await stage.hears(*BEGUN, "+61m", "done")
    assert stage.newest == "Finish now? 19 sets are left; what you did is kept either way."
    assert await stage.sets() == ["80×10"]
    await stage.hears("[No, go on]")
    assert stage.newest.startswith("Bench press · set 2 of 4")
    assert asked(stage) == []
    await stage.hears("done")
    assert await stage.sets() == ["80×10", "80×10"]
    stage.is_clean()


async def test_no_to_something_said_since_ends_nothing(stage: Stage) -> None:
    await stage.hears(*BEGUN, "+61m", "hello", "no")
    assert "tap its button" in stage.newest
    asks = next(one.id for one in stage.bot_messages if one.body["text"] == ASKS)
    await stage.hears(f">{asks} no")
    assert stage.newest.startswith("Done · 1 min · 1 set")
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "answer"), [("yes", "Bench press · set 2 of 4"), ("no", "Finish now? 19 sets are left")]
)
async def test_asked_before_a_restart_and_answered_after_it(stage: Stage, words: str, answer: str) -> None:
    await stage.hears(*BEGUN, "+61m")
    await stage.restart(after=timedelta(minutes=3))
    await stage.hears(words)
    assert stage.newest.startswith(answer)
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Yes!", StillThere.GO_ON),
        ("yeah yeah", StillThere.GO_ON),
        ("not done yet", StillThere.GO_ON),
        ("No, I went home", StillThere.FINISH),
        ("not any more", StillThere.FINISH),
        ("fertig", StillThere.UNSURE),
        ("no pain", None),
        ("no rack", None),
        ("ok 8", None),
        ("80x8", None),
        ("same", None),
        ("skip", None),
    ],
)
def test_what_words_answer(words: str, answer: StillThere | None) -> None:
    assert answer_said(words) is answer


async def test_asked_again_after_a_set_nobody_answered_it_stands_once(stage: Stage) -> None:
    await stage.hears(*BEGUN, "+61m", "80x9")
    await stage.restart(after=timedelta(minutes=70))
    assert asked(stage) == ["Still training? 2 sets are safe. I close the workout in three hours."]
    stage.is_clean()


async def test_a_rest_that_ended_while_away_takes_the_question_along(stage: Stage) -> None:
    await stage.hears(*BEGUN, "+61m", "80x9")
    await stage.restart(after=timedelta(minutes=20))
    assert asked(stage) == []
    stage.is_clean()


async def test_three_hours_without_the_bot_it_is_still_asked(stage: Stage) -> None:
    await stage.hears(*BEGUN)
    await stage.restart(after=timedelta(hours=3))
    assert asked(stage) == [ASKS]
    stage.is_clean()


async def test_after_four_hours_the_recap_takes_its_place_silently(stage: Stage) -> None:
    await stage.hears(*BEGUN)
    before = len(stage.bot_messages)
    heard = await stage.hears("+61m", "+3h")
    assert heard.count("Still training?") == 1
    assert "🔔" not in heard
    assert len(stage.bot_messages) == before + 1
    assert stage.newest.startswith("Done · 1 min · 1 set")
    assert "Four quiet hours, so I closed it. Every set is kept." in stage.newest
    assert await stage.sets() == ["80×10"]
    assert "Still training?" not in await stage.hears("+1d")
    stage.is_clean()


async def test_are_you_sure_leaves_the_chat_too(stage: Stage) -> None:
    await stage.hears(*BEGUN, "that's it")
    asked = stage.bot_messages[-1].id
    await stage.hears("[Finish]")
    assert asked not in [message.id for message in stage.bot_messages]
    assert stage.newest.startswith("Done")
    stage.is_clean()


async def test_a_workout_past_sunday_midnight_counts_in_the_week_it_began(stage: Stage) -> None:
    await stage.hears("/settings", "[Time zone]", "UTC", "+6d", "+5h", "/plan", "[▶ Start]", "80x10")
    assert (await stage.workout()).trained_on.isoweekday() == 7
    await stage.hears("+70m", "[Finish]")
    assert "Workout 1 of 4 this week." in stage.newest


@pytest.mark.parametrize("words", ["done", "same", "80x8", "+2.5", "fail 6"])
async def test_a_reply_to_a_card_logs_nothing_once_its_workout_is_over(stage: Stage, words: str) -> None:
    await stage.hears("/plan", "[▶ Start]", "/finish", "+5h")
    before = await stage.workout()
    await stage.hears(f">3 {words}")
    assert stage.newest == "That workout is over. /plan shows the next one."
    assert await stage.workout() == before
    assert "🔔" not in await stage.hears("+5m")
    stage.is_clean()
