"""A set typed in an unusual way is logged as it was meant, or asked back; nothing is logged by guess."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")
PLATES = "The bar with those plates on both sides. Is it right?"


@pytest.mark.parametrize(
    ("typed", "logged"),
    [
        ("80/8", ["80×8"]),
        ("80-8", ["80×8"]),
        ("8 reps 80", ["80×8"]),
        ("80 Kilo 8 mal", ["80×8"]),
        ("💪 80 🔥 x 8 🎉", ["80×8"]),
        ("80 x amrap 12", ["80×12"]),
        ("8l 7r", ["80×7"]),
        ("8 (last one ugly)", ["80×8"]),
        ("8 but my grip gave out", ["80×8"]),
        ("10 clean", ["80×10"]),
        ("I did ten repetitions. It was very hard.", ["80×10"]),
        ("80 3x8", ["80×8", "80×8", "80×8"]),
        ("dreimal acht mit 80", ["80×8", "80×8", "80×8"]),
    ],
)
async def test_it_is_logged(stage: Stage, typed: str, logged: list[str]) -> None:
    await stage.hears(*STARTED, typed)
    assert await stage.sets() == logged
    stage.is_clean()


@pytest.mark.parametrize(
    ("typed", "asked", "button", "logged"),
    [
        ("8+2", "Which one do you mean?", "[80 kg × 10]", ["80×10"]),
        ("8+2", "Which one do you mean?", "[80 kg × 8, 2]", ["80×8", "80×2"]),
        ("2 plates a side x 5", PLATES, "[100 kg × 5]", ["100×5"]),
        ("8 or 9", "Which one do you mean?", "[80 kg × 9]", ["80×9"]),
        ("missed 100x1", "Which one do you mean?", "[100 kg × 0 failure]", ["100×0"]),
        ("failed 100", "Not one clean rep with that weight?", "[100 kg × 0 failure]", ["100×0"]),
        ("80x25", "That's a lot of reps. Is it right?", "[80 kg × 25]", ["80×25"]),
    ],
)
async def test_it_is_asked_back(stage: Stage, typed: str, asked: str, button: str, logged: list[str]) -> None:
    await stage.hears(*STARTED, typed)
    assert stage.newest == asked
    assert await stage.sets() == []
    await stage.hears(button)
    assert await stage.sets() == logged
    stage.is_clean()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("7 and a half", "Reps are whole numbers."),
        ("a plate and a 10", "80 kg it is, how many reps did you do?"),
        ("5 kg more", "Bench press · set 1 of 4 · 85 kg × 10"),
        ("+5 same reps", "Bench press · set 1 of 4 · 85 kg × 10"),
        ("what plates", "25+5 on each side of the 20 kg bar."),
    ],
)
async def test_it_is_answered_and_nothing_is_logged(stage: Stage, typed: str, answer: str) -> None:
    assert answer in await stage.hears(*STARTED, typed)
    assert await stage.sets() == []
    stage.is_clean()


async def test_plates_say_nothing_without_a_bar(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "dumbbell bench 2 plates x 5")
    assert "I don't know what that weighs all together." in heard
    assert await stage.sets() == []


@pytest.mark.parametrize(
    "typed", ["not a single one", "Couldn't get one", "couldnt do one", "zero reps", "keine einzige"]
)
async def test_a_set_without_a_rep_is_said_in_words(stage: Stage, typed: str) -> None:
    await stage.hears("/plan", "[▶ Start]", typed)
    assert await stage.sets() == ["80×0"]
    stage.is_clean()


@pytest.mark.parametrize("typed", ["no", "no one", "couldn't get one more", "not one more"])
async def test_what_only_sounds_like_no_rep_logs_nothing(stage: Stage, typed: str) -> None:
    await stage.hears("/plan", "[▶ Start]", typed)
    assert await stage.sets() == []
