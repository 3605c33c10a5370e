"""Questions between two sets change nothing and are answered; a wish for more rest is granted."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

RESTING = ("/plan", "[▶ Start]", "10", "+25s")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("is this too heavy?", "80 % of your one-rep max"),
        ("why so heavy?", "80 % of your one-rep max"),
        ("why 80?", "80 % of your one-rep max"),
        ("should I go heavier?", "80 % of your one-rep max"),
        ("ist das zu schwer?", "80 % of your one-rep max"),
        ("how much is on the bar?", "25+5 on each side of the 20 kg bar."),
        ("which weight?", "Next: Bench press set 2 of 4, 80 kg × 10."),
        ("when's next?", "The bell rings in 35 s."),
        ("show me the workout", "19 sets left"),
        ("can I skip?", "[1 Skip this set] [2 Later]"),
        ("failed", "it was 6 corrects the set just logged"),
        ("couldn't finish", "it was 6 corrects the set just logged"),
    ],
)
async def test_a_question_is_answered_and_changes_nothing(stage: Stage, words: str, answer: str) -> None:
    await stage.hears(*RESTING)
    before = await stage.workout()
    assert answer in await stage.hears(words)
    assert await stage.workout() == before
    stage.is_clean()


async def test_a_set_that_fell_short_is_asked_how_far_it_went(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "couldn't finish")
    assert "How many clean reps did you get? Send just the number, or fail 6." in heard
    await stage.hears("6")
    assert await stage.sets() == ["80×6"]
    await stage.hears("+5s", "failed", "it was 5")
    assert await stage.sets() == ["80×5"]
    stage.is_clean()


async def test_one_may_skip_by_a_tap(stage: Stage) -> None:
    await stage.hears(*RESTING, "can I skip this set?", "[Skip this set]")
    assert [one.set_number for one in (await stage.workout()).skipped] == [2]
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("more rest", "1 min 35 s"),
        ("I need more rest", "1 min 35 s"),
        ("give me 2 more minutes", "2 min 35 s"),
        ("30s longer", "1 min 5 s"),
        ("another minute", "1 min 35 s"),
        ("noch eine Minute", "1 min 35 s"),
        ("not ready yet", "1 min 35 s"),
    ],
)
async def test_more_rest_is_given_in_words(stage: Stage, words: str, left: str) -> None:
    heard = await stage.hears(*RESTING, words)
    assert f"next set in {left}" in heard
    stage.is_clean()


@pytest.mark.parametrize(("words", "left"), [("+30", "1 min 5 s"), ("\\+30 s", "1 min 5 s"), ("-30", "5 s")])
async def test_a_button_of_the_rest_may_be_typed(stage: Stage, words: str, left: str) -> None:
    heard = await stage.hears(*RESTING, words)
    assert f"next set in {left}" in heard
    assert "Next: 80 kg × 10, same plates" in heard
    stage.is_clean()


async def test_where_nobody_rests_it_is_a_weight(stage: Stage) -> None:
    assert "50 kg × 10" in await stage.hears("/plan", "[▶ Start]", "-30")
    stage.is_clean()


async def test_more_rest_after_the_bell_starts_another(stage: Stage) -> None:
    heard = await stage.hears(*RESTING, "+40s", "more rest")
    assert "The bell rings in 1 min." in heard
    stage.is_clean()


async def test_asking_for_a_lighter_bar_is_a_wish(stage: Stage) -> None:
    assert "Next: 77.5 kg × 10" in await stage.hears(*RESTING, "can I go lighter?")


async def test_reps_of_an_exercise_that_was_named_are_logged_there(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "+5s")
    assert "Barbell row, 60 kg: how many times?" in await stage.hears("row 60")
    await stage.hears("10")
    done = [(one.exercise_id, one.reps) for one in (await stage.workout()).sets]
    assert done == [("bench_press", 10), ("barbell_row", 10)]
    stage.is_clean()


async def test_reps_of_a_new_exercise_are_no_set_of_the_card(stage: Stage) -> None:
    await stage.hears("squat 100x5", "+3m", "bench 82.5", "8 reps")
    assert await stage.sets() == ["100×5", "82.5×8"]
    stage.is_clean()


async def test_a_set_in_between_is_the_end_of_the_question_for_reps(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10", "+5s", "row 60", "+70s", "80x9", "+70s", "8")
    assert await stage.sets() == ["80×10", "80×9", "77.5×8"]
