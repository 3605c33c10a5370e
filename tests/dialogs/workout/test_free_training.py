"""Training without a plan, and what an edit, /start and /plan make of it."""

from __future__ import annotations

import sys
from datetime import datetime

import pytest

from core.coach.words.talk import Message
from core.coach.words.wording import take_words
from core.model.outcomes import SetLogged
from core.store.port import Tx
from tests.dialogs.stage import Stage


async def test_free_training_goes_on_through_start_and_ends_by_finish(stage: Stage) -> None:
    await stage.plays("""
▸ /log bench 100x5
      👍 on 1
   2· Bench press ✓ 100 kg × 5…
…
▸ /start
   4· Bench press ✓ 100 kg × 5 · rest 60 s…
…
▸ 5
…
""")
    assert await stage.sets() == ["100×5", "100×5"]
    await stage.hears("/finish")
    assert stage.newest.startswith("Done")
    stage.is_clean()


async def test_add_a_set_after_it_ended_adds_one_like_the_last_and_takes_words(stage: Stage) -> None:
    await stage.hears("squat 100x5", "/finish")
    recap = stage.bot_messages[-1].id
    heard = await stage.hears("[Add 100 kg × 5]", "[6 reps]", "100x7")
    assert "Set 2: 100 kg × 5" in heard
    assert "Set 2: 100 kg × 6" in heard
    assert await stage.sets() == ["100×5", "100×7"]
    assert str(stage.message(recap)["text"]).startswith("Done · 1 min · 2 sets · 1,200 kg lifted")
    await stage.hears("+5h")
    assert [str(one.body["text"]) for one in stage.bot_messages if "Done · " in str(one.body["text"])] == [
        str(stage.message(recap)["text"])
    ]


async def test_one_more_set_said_after_free_training_needs_its_numbers(stage: Stage) -> None:
    await stage.hears("pull-ups 8", "/finish", "one more set")
    assert stage.newest == (
        "One more? Tap the first button under the recap, or send the set with its exercise, like squat 100x5."
    )
    assert len(await stage.sets()) == 1
    assert "No workout is running" in await stage.hears("+5h", "one more set")
    stage.is_clean()


@pytest.mark.parametrize("words", ["add a set", "one more set"])
async def test_one_more_set_said_after_a_planned_workout_has_its_card(stage: Stage, words: str) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "/finish", "+30s", words)
    assert stage.newest.startswith("Bench press · set 2 of 2 · 80 kg × 10")
    await stage.hears("80x9")
    assert await stage.sets() == ["80×10", "80×9"]
    assert stage.newest.startswith("Done · 1 min · 2 sets")
    assert "No workout is running" in await stage.hears("+5h", words)
    stage.is_clean()


async def test_add_a_set_tapped_twice_adds_one_and_says_so_once(stage: Stage) -> None:
    await stage.hears("squat 100x5", "/finish")
    recap = stage.bot_messages[-1].id
    add = stage.message(recap)["reply_markup"]["inline_keyboard"][0][0]["callback_data"]  # type: ignore[index]
    for _ in range(2):
        stage.telegram.user_presses(stage.athlete, recap, str(add))
    await stage.settle()
    assert await stage.sets() == ["100×5", "100×5"]
    assert len(stage.bot_messages) == 3
    await stage.taps("Add 100 kg × 5", recap)  # the recap tells both by now, and its button adds a third
    assert await stage.sets() == ["100×5", "100×5", "100×5"]
    stage.is_clean()


async def test_undo_and_redo_are_heard_behind_an_added_set(stage: Stage) -> None:
    """The message of the added set waits for what it was; second thoughts are none of its answers."""
    await stage.hears("squat 100x5", "+3m", "/finish", "+5s", "[Add 100 kg × 5]", "+5s")
    heard = await stage.hears("undo", "+5s")
    assert "One set, please" not in heard
    assert await stage.sets() == ["100×5"]
    await stage.hears("redo")
    assert await stage.sets() == ["100×5", "100×5"]
    stage.is_clean()


async def test_a_set_to_add_names_its_exercise_where_there_are_several(stage: Stage) -> None:
    await stage.hears("squat 100x5", "bench 80x8", "/finish", "+5s")
    recap = next(one.id for one in reversed(stage.bot_messages) if "Done · " in str(one.body["text"]))
    assert stage.labels(recap)[:2] == ["Add 80 kg × 8 · Bench press", "Next session"]
    await stage.hears("[Add 80 kg × 8 · Bench press]")
    assert await stage.sets() == ["100×5", "80×8", "80×8"]
    stage.is_clean()


async def test_one_more_set_while_it_runs_keeps_the_rest_and_says_how(stage: Stage) -> None:
    await stage.hears("squat 100x5", "one more set")
    assert stage.newest == "Your free workout is open: send the next set, or /finish."
    assert "🔔" in await stage.hears("+60s")


async def test_a_load_nobody_lifts_is_named_as_the_fault(stage: Stage) -> None:
    assert "more than anyone lifts" in await stage.hears("/log bench 9999x5")
    assert "No workout is running" in await stage.hears("/finish")
    stage.is_clean()


async def test_a_typo_that_is_edited_logs_its_set(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "8o")
    assert await stage.sets() == []
    await stage.hears("~4 80x8")
    assert await stage.sets() == ["80×8"]
    await stage.hears("~4 80x7")
    assert await stage.sets() == ["80×7"]
    stage.is_clean()


async def test_a_plan_in_a_workout_is_the_one_after_it(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "/plan")
    assert stage.newest.startswith("Your workout is still running.")
    assert "last time" not in stage.newest
    assert stage.labels() == ["▶ Go on with your workout", "Why?"]
    stage.is_clean()


async def test_the_bell_is_tested_in_its_own_words(stage: Stage) -> None:
    await stage.hears("/start", "[🔔 Test the bell]")
    assert "Unmute this chat" in await stage.hears("+10s")
    stage.is_clean()


async def test_the_eightieth_set_costs_a_little_more_than_the_twentieth(stage: Stage) -> None:
    """Counted in calls of Python, not by a clock: each set is read again, and no more than read."""
    await stage.hears("squat 100x5")
    costs = {}
    for number in range(2, 81):
        message = Message("100x5", stage.athlete.id, 1000 + number)
        costs[number] = await stage.room.store.run(calls_of, stage.athlete.id, message, stage.clock.now())
    assert costs[80] < 3 * costs[20]


def calls_of(tx: Tx, athlete_id: int, message: Message, now: datetime) -> int:
    """How many functions are called to log what a message says."""
    called: list[str] = []
    sys.setprofile(lambda _frame, event, _arg: called.append(event) if event == "call" else None)
    try:
        outcome = take_words(tx, athlete_id, message, now)
    finally:
        sys.setprofile(None)
    assert isinstance(outcome, SetLogged)
    return len(called)


async def test_a_set_taken_back_and_typed_again_is_of_the_same_exercise(stage: Stage) -> None:
    await stage.hears("bench 80x8", "+100s", "row 60x8", "/undo", "7")
    assert await stage.sets() == ["80×8", "60×7"]
    assert [one.exercise_index for one in (await stage.workout()).sets] == [0, 1]
    await stage.hears("/undo", "+1s", "/undo", "6")
    assert await stage.sets() == ["80×6"]
    stage.is_clean()


async def test_words_are_about_the_exercise_that_was_trained_last(stage: Stage) -> None:
    await stage.hears("bench 80x8", "+100s", "row 60x8", "+100s", "rack is taken")
    assert stage.newest == "Instead of Barbell row, for the same muscles:"
    stage.is_clean()


async def test_a_number_behind_a_name_is_a_set_and_no_slip_in_the_name(stage: Stage) -> None:
    await stage.hears("pull-up 8", "pull-ups 7", "dips 9")
    assert [done.reps for done in (await stage.workout()).sets] == [8, 7, 9]


@pytest.mark.parametrize("words", ["90s", "80x90s", "1m30s", "squat 90s", "20 m"])
async def test_reps_are_not_told_in_seconds(stage: Stage, words: str) -> None:
    await stage.hears("squat 100x5", words)
    assert stage.newest.startswith("This exercise isn't counted like that.")
    assert await stage.sets() == ["100×5"]
    stage.is_clean()


async def test_what_replaced_an_exercise_without_a_set_may_be_swapped_again(stage: Stage) -> None:
    await stage.hears("/log squat 100x5", "[Fix]", "[Take it back]", "+5s", "[Swap]", "[Leg press 167.5 kg]")
    heard = await stage.hears("+5s", "[Swap]", "[Smith machine squat 95 kg]")
    assert "Smith machine squat · set 1" in heard
    stage.is_clean()
