"""The same things said by somebody who writes whole sentences, who dictates, or who types as in any chat."""

from __future__ import annotations

import pytest

from tests.dialogs.stage import Stage

CARD = ("/plan upper", "[▶ Start]", "80x10", "+70s")


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("I would like to skip this exercise, please.", "Barbell row · set 1 of 4"),
        ("nah skip this one", "Barbell row · set 1 of 4"),
        ("I am finished with the bench press.", "Barbell row · set 1 of 4"),
        ("lets switch to rows", "Barbell row · set 1 of 4"),
        ("okay next exercise please", "Barbell row · set 1 of 4"),
        ("can we do smth else", "Instead of Bench press"),
        ("please change the exercise", "Instead of Bench press"),
        ("can you swap the barbell row for something with dumbbells", "Instead of Barbell row"),
        ("idk how to do this", "Bench press\n"),
        ("I do not understand.", "Bench press\n"),
        ("Would you show me how this exercise is done?", "Bench press\n"),
        ("what was i doing", "Next: Bench press set 2 of 4"),
        ("how much kilo now", "Next: Bench press set 2 of 4"),
        ("How many sets do I still have to do?", "19 sets left"),
        ("I could not manage the last repetition.", "How many clean reps did you get?"),
        ("I need to finish in fifteen minutes.", "✂ 15 min"),
        ("That is all for today, thank you.", "Finish now?"),
        ("i want stop", "Finish now?"),
        ("i go now", "Finish now?"),
    ],
)
async def test_it_is_answered_or_done(stage: Stage, words: str, begins: str) -> None:
    await stage.hears(*CARD, words)
    assert stage.newest.startswith(begins)
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("bruh thats heavy af", "77.5 kg × 10"),
        ("that was ez", "82.5 kg × 10"),
        ("gimme another set", "set 2 of 5"),
        ("wait im not rdy", "The bell rings in 1 min."),
        ("Could I please have a little more time before the next set?", "The bell rings in 1 min."),
        ("start the timer for two minutes", "The bell rings in 2 min."),
    ],
)
async def test_the_card_shows_it(stage: Stage, words: str, shown: str) -> None:
    assert shown in (await stage.hears(*CARD, words)).split(f"▸ {words}")[1]
    assert await stage.sets() == ["80×10"]
    stage.is_clean()


@pytest.mark.parametrize(
    ("words", "sets"),
    [
        ("actually make that seven", ["80×7"]),
        ("no sorry it was seven reps", ["80×7"]),
        ("last one was eight not ten", ["80×8"]),
        ("Please remove the last set that I entered.", []),
    ],
)
async def test_a_set_is_put_right(stage: Stage, words: str, sets: list[str]) -> None:
    await stage.hears(*CARD, words)
    assert await stage.sets() == sets
    stage.is_clean()


@pytest.mark.parametrize("words", ["no spotter today", "belt on"])
async def test_nothing_is_logged_by_what_is_no_set(stage: Stage, words: str) -> None:
    await stage.hears(*CARD, "thanks", words)
    assert await stage.sets() == ["80×10"]
