"""A list was just shown, and what is typed chooses from it: by number, by place, by name, or none of it."""

from __future__ import annotations

import pytest

from core.model.athlete import Health
from tests.dialogs.stage import Stage

STARTED = ("/plan upper", "[▶ Start]")


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("1", "Dumbbell bench press"),
        ("the first one", "Dumbbell bench press"),
        ("dumbbell bench", "Dumbbell bench press"),
        ("i'll take the dumbell one please", "Dumbbell bench press"),
        ("second", "Machine chest press"),
        ("2.", "Machine chest press"),
        ("number 2", "Machine chest press"),
        ("machine", "Machine chest press"),
        ("the last", "Smith machine bench press"),
        ("3rd", "Smith machine bench press"),
        ("smith", "Smith machine bench press"),
        ("die dritte", "Smith machine bench press"),
    ],
)
async def test_one_of_three_swaps(stage: Stage, words: str, chosen: str) -> None:
    heard = await stage.hears(*STARTED, "bench is taken", words)
    assert f"⇄ {chosen} it is." in heard
    assert stage.newest.startswith(f"{chosen} · set 1 of")
    assert await stage.sets() == []
    stage.is_clean()


@pytest.mark.parametrize("words", ["none", "no thanks", "never mind", "neither", "nein danke"])
async def test_none_of_them(stage: Stage, words: str) -> None:
    heard = await stage.hears(*STARTED, "bench is taken", words)
    assert "👍" in heard
    await stage.hears("1")
    assert stage.newest == "That's far fewer reps than planned. Is it right?"


async def test_reps_that_are_plausible_are_asked_about(stage: Stage) -> None:
    await stage.hears("/plan strength upper", "[▶ Start]", "[Swap]", "2")
    assert stage.newest == "Which one do you mean?"
    assert len(stage.labels()) == 2
    assert await stage.sets() == []
    await stage.taps(stage.labels()[1])
    assert [one.split("×")[1] for one in await stage.sets()] == ["2"]
    stage.is_clean()


@pytest.mark.parametrize("words", ["80x8", "8 easy", "same"])
async def test_a_set_stays_a_set(stage: Stage, words: str) -> None:
    await stage.hears(*STARTED, "80x8", "+2m", "row is taken", "+1s", words)
    assert len(await stage.sets()) == 2
    await stage.hears("+2m", "1")
    assert stage.newest == "That's far fewer reps than planned. Is it right?"


async def test_the_exercise_in_hand_is_no_choice(stage: Stage) -> None:
    await stage.hears(*STARTED, "bench is taken", "bench press")
    assert stage.newest.startswith("Next: Bench press set 1 of 4")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("1", "That's the muscle working"),
        ("burn", "That's the muscle working"),
        ("joint", "Stopped Bench press"),
        ("sharp", "Stopped Bench press"),
        ("second one", "Stopped Bench press"),
    ],
)
async def test_what_sort_of_pain(stage: Stage, words: str, answer: str) -> None:
    assert answer in await stage.hears(*STARTED, "my elbow hurts", words)
    stage.is_clean()


async def test_chest_pain_in_one_word_ends_the_workout(stage: Stage) -> None:
    assert "Stop now" in await stage.hears(*STARTED, "my elbow hurts", "chest")
    assert (await stage.profile()).health is Health.DOCTOR_FIRST


@pytest.mark.parametrize(
    ("asking", "words", "answer"),
    [
        ("finish", "yes", "Done · 1 min · 1 set"),
        ("finish", "no", "set 2 of 4"),
        ("running late", "25", "✂ 25 min"),
        ("running late", "15 min", "✂ 15 min"),
        ("row", "yes please", "Barbell row · set 1 of 4"),
        ("no curls", "only today", "✂ Dumbbell curl is left out today."),
        ("i hate squats", "yes", "Never planned, as you wish"),
    ],
)
async def test_yes_no_and_numbers_of_their_own(stage: Stage, asking: str, words: str, answer: str) -> None:
    heard = await stage.hears(*STARTED, "80x10", "+70s", asking, words)
    assert answer in heard.split(f"▸ {words}")[1]
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


async def test_an_unknown_name_is_chosen_by_number(stage: Stage) -> None:
    await stage.hears(*STARTED, "froblings 70x10", "1")
    assert await stage.sets() == ["70×10"]
    stage.is_clean()


async def test_the_plans_swap_is_chosen_by_words(stage: Stage) -> None:
    await stage.hears("/plan upper", "[Swap]", "row", "the second one")
    assert "One-arm dumbbell row" in str(stage.message(2)["text"])
    assert "Barbell row" not in str(stage.message(2)["text"])
    stage.is_clean()


async def test_a_command_in_words_stays_one(stage: Stage) -> None:
    assert "Your programme" in await stage.hears(*STARTED, "bench is taken", "when is my next workout?")


async def test_a_restart_keeps_the_list(stage: Stage) -> None:
    await stage.hears(*STARTED, "bench is taken")
    await stage.restart()
    assert "⇄ Machine chest press it is." in await stage.hears("2")
    stage.is_clean()


async def test_a_number_chooses_no_set_that_begins_with_it(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x8", "+2m", "45 at 80")
    assert stage.newest == "That's a lot of reps. Is it right?"
    await stage.hears("80")
    assert await stage.sets() == ["80×8"]
    stage.is_clean()
