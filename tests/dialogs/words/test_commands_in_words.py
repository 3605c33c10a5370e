"""A command said without its slash does the same, an unknown one is heard as its words."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("my records", "No set is logged yet"),
        ("/stats", "No set is logged yet"),
        ("what's my bench max?", "Bench press: 100 kg"),
        ("progress bench", "You haven't logged Bench press yet"),
        ("rest 90", "The bell rings in 1 min 30 s"),
        ("/timer 60", "The bell rings in 1 min"),
        ("use pounds", "Unit: kg"),
        ("/lang", "Language: English"),
        ("leg day", "Size · Legs A"),
        ("plan strength", "Strength · Upper body A"),
        ("when is my next workout?", "Your programme"),
        ("i weigh 82", "Bodyweight: 82 kg, kept."),
        ("weight 82.4", "Bodyweight: 82.4 kg, kept."),
        ("remind me monday 18:00", "Reminders: Mon 18:00"),
        ("turn off reminders", "Reminders: off"),
        ("don't remind me anymore", "Reminders: off"),
        ("no more reminders please", "Reminders: off"),
        ("erinnere mich nicht mehr", "Reminders: off"),
        ("change my goal to strength", "Make strength my goal"),
        ("my goal is endurance", "Make endurance my goal"),
        ("change my goal", "Goal, days, equipment, health"),
        ("delete my data", "Erase everything?"),
        ("forget it", "I didn't get that."),
        ("what a lovely day", "I didn't get that. /plan shows your next session, /help what I understand."),
        ("/foo", "I don't know that command."),
        ("/foo 5", "I don't know that command."),
        ("/bench", "Trains: chest"),
    ],
)
async def test_it_is_done_as_if_commanded(stage: Stage, words: str, answer: str) -> None:
    assert answer in await stage.hears(words)
    stage.is_clean()


async def test_sets_behind_an_exercise_as_a_command(stage: Stage) -> None:
    await stage.hears("/squat 100x5")
    assert await stage.sets() == ["100×5"]
    stage.is_clean()


async def test_skip_as_a_command_passes_the_set(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "/skip")
    assert [one.set_number for one in (await stage.workout()).skipped] == [1]
    heard = await stage.hears("/next", "/stop")
    assert "Finish now?" in heard
    stage.is_clean()


async def test_a_weight_between_sets_may_be_the_bars(stage: Stage) -> None:
    heard = await stage.hears("/plan", "[▶ Start]", "weight 82.5")
    assert "Bodyweight" not in heard
    assert await stage.sets() == []


async def test_a_menu_that_waits_for_words_gets_them(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "10", "/finish", "[Save as routine]")
    heard = await stage.hears("progress")
    assert "💾 Saved.\n      progress" in heard
    stage.is_clean()
