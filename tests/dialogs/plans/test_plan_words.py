"""What is said with only a plan on show, before anything is lifted."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("too heavy", "Every weight moves by a tap"),
        ("that looks too light", "Every weight moves by a tap"),
        ("how do i do this exercise", "Which one?"),
        ("how do i do goblet squat", "Goblet squat\n"),
        ("how to do a barbell row", "Barbell row\n"),
        ("row form", "Barbell row\n"),
        ("wie geht Kreuzheben", "Deadlift\n"),
        ("make it shorter", "Size · Upper body A · ≈ 48 min"),
        ("too long", "Size · Upper body A · ≈ 48 min"),
        ("can you make it a bit longer", "Size · Upper body A · ≈ 66 min"),
        ("no bench today", "Instead of Bench press, for the same muscles:"),
        ("bench is taken", "Instead of Bench press, for the same muscles:"),
    ],
)
async def test_it_is_answered_or_done(stage: Stage, words: str, answer: str) -> None:
    await stage.hears("/plan upper", words)
    assert stage.newest.startswith(answer)
    stage.is_clean()


@pytest.mark.parametrize("words", ["swap row for machine row", "machine row instead of row"])
async def test_a_swap_by_names_is_done(stage: Stage, words: str) -> None:
    await stage.hears("/plan upper", words)
    assert "\n\nMachine row\n" in stage.newest
    assert "Barbell row" not in stage.newest
    await stage.hears("[▶ Start]")
    assert stage.newest.startswith("Bench press · set 1 of 4")
    stage.is_clean()


async def test_which_exercise_is_shown_by_its_name(stage: Stage) -> None:
    assert "Hinge to 45 degrees" in await stage.hears("/plan upper", "how", "row")
    stage.is_clean()


async def test_another_exercise_is_shown_in_the_middle_of_a_workout(stage: Stage) -> None:
    await stage.hears("/plan upper", "[▶ Start]", "80x10", "how do i do goblet squat")
    assert stage.newest.startswith("Goblet squat\n")
    assert "🔔 Bench press · set 2 of 4" in await stage.hears("+60s")
    stage.is_clean()
