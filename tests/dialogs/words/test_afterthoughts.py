"""What is said of the set just logged, in words: a slip, an effort, help on the last rep, ready again."""

from __future__ import annotations

import pytest

from core.model.workout import LoggedSet
from tests.dialogs.stage import Stage

RESTING = ("/plan upper", "[▶ Start]", "80x10", "+10s")
TWO = ("/plan upper", "[▶ Start]", "80x10", "+70s", "80x9", "+10s")


async def last_of(stage: Stage) -> LoggedSet:
    return (await stage.workout()).sets[-1]


@pytest.mark.parametrize(
    ("words", "sets"),
    [
        ("delete set 2", ["80×10"]),
        ("delete set 1", ["80×9"]),
        ("remove the first set please", ["80×9"]),
        ("delete the last set", ["80×10"]),
        ("remove that", ["80×10"]),
        ("scratch that", ["80×10"]),
        ("i didn't do that", ["80×10"]),
        ("that one doesn't count", ["80×10"]),
        ("lösche Satz 1", ["80×9"]),
        ("delete set 4", ["80×10", "80×9"]),
    ],
)
async def test_a_set_is_taken_back(stage: Stage, words: str, sets: list[str]) -> None:
    await stage.hears(*TWO, words)
    assert await stage.sets() == sets
    stage.is_clean()


@pytest.mark.parametrize("words", ["redo", "put it back", "undo the undo", "restore it", "bring that back"])
async def test_and_put_back(stage: Stage, words: str) -> None:
    await stage.hears(*TWO, "undo", words)
    assert await stage.sets() == ["80×10", "80×9"]
    await stage.hears("+3s", words)
    assert stage.newest.startswith("Nothing was taken back.")
    stage.is_clean()


async def test_put_back_opens_no_second_time_what_was_done_anew(stage: Stage) -> None:
    await stage.hears(*TWO, "undo", "80x7", "redo")
    assert await stage.sets() == ["80×10", "80×7"]
    assert stage.newest.startswith("Nothing was taken back.")


@pytest.mark.parametrize(
    "words",
    ["wrong", "no wait", "that's wrong", "oops", "i hit the wrong button", "typo", "fix that", "falsch"],
)
async def test_a_slip_is_asked_about(stage: Stage, words: str) -> None:
    await stage.hears(*TWO, words)
    assert stage.newest.startswith("Bench press set 2 was logged as 80 kg × 9.")
    assert await stage.sets() == ["80×10", "80×9"]
    stage.is_clean()


@pytest.mark.parametrize(
    ("answer", "sets"),
    [
        ("8", ["80×10", "80×8"]),
        ("6", ["80×10", "80×6"]),
        ("82.5x9", ["80×10", "82.5×9"]),
        ("take it back", ["80×10"]),
        ("never mind", ["80×10", "80×9"]),
    ],
)
async def test_what_it_was_is_answered_in_words(stage: Stage, answer: str, sets: list[str]) -> None:
    await stage.hears(*TWO, "wrong", answer)
    assert await stage.sets() == sets
    stage.is_clean()


async def test_a_reply_says_which_one_is_wrong(stage: Stage) -> None:
    await stage.hears(*TWO, ">3 wrong")
    assert stage.newest.startswith("Bench press set 1 was logged as 80 kg × 10.")


@pytest.mark.parametrize(
    "words",
    ["all I had", "that was all i had", "nothing left", "couldn't do another one", "phew, that was my max"],
)
async def test_all_i_had_is_kept_with_the_set(stage: Stage, words: str) -> None:
    await stage.hears(*RESTING, words)
    assert (await last_of(stage)).rir == 0
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


@pytest.mark.parametrize("words", ["all I had", "grindy"])
async def test_long_after_the_last_set_it_may_be_the_one_on_the_card(stage: Stage, words: str) -> None:
    await stage.hears(*RESTING, "+5m", words)
    assert "@10" in stage.newest
    assert (await last_of(stage)).rir is None
    assert await stage.sets() == ["80×10"]


@pytest.mark.parametrize(("answer", "rir"), [("[1–2 left]", 1), ("all i had", 0), ("3", 3)])
async def test_a_grind_is_asked_how_hard_it_was(stage: Stage, answer: str, rir: float) -> None:
    await stage.hears(*RESTING, "that was a grind")
    assert "how many more could you have done?" in stage.newest
    await stage.hears(answer)
    assert (await last_of(stage)).rir == rir
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


@pytest.mark.parametrize(
    "words",
    [
        "form broke down",
        "my form got ugly at the end",
        "got stuck on the last rep",
        "spotter helped on the last one",
        "my friend had to help me",
        "last rep was ugly",
    ],
)
async def test_only_clean_reps_count_and_a_tap_tells_how_many(stage: Stage, words: str) -> None:
    await stage.hears(*RESTING, words)
    assert stage.newest.startswith("Only clean reps")
    assert await stage.sets() == ["80×10"]
    await stage.hears("[9]")
    assert await stage.sets() == ["80×9"]
    stage.is_clean()


async def test_before_the_set_is_logged_its_clean_reps_are_asked(stage: Stage) -> None:
    await stage.hears(*RESTING, "+5m", "my spotter helped")
    assert stage.newest.startswith("How many clean reps did you get?")


@pytest.mark.parametrize("words", ["ready", "go", "im ready now", "let's go", "rested enough"])
async def test_who_is_ready_ends_the_rest(stage: Stage, words: str) -> None:
    await stage.hears(*RESTING, words)
    assert stage.newest.startswith("Bench press · set 2 of 4")
    assert "🔔" not in await stage.hears("+5m")


async def test_how_long_left_tells_the_rest_too(stage: Stage) -> None:
    await stage.hears(*RESTING, "how long left")
    assert stage.newest.startswith("The bell rings in 50 s.\n19 sets left")
