"""The first conversation with people who never saw it: what they type is heard, whatever is being asked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.model.athlete import Athlete
from core.store.athletes import load_athlete
from tests.dialogs.interview.onboarding_stage import Stage, open_stage


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path, monkeypatch) as opened:
        yield opened


async def athlete_of(stage: Stage) -> Athlete:
    found = await stage.store.read(load_athlete, stage.lifter.id)
    assert found is not None
    return found


async def at(stage: Stage, *words: str) -> None:
    await stage.say("/start")
    for said in words:
        await stage.say(said)


@pytest.mark.parametrize(
    ("said", "noted", "place"),
    [
        ("hi", "", "1/7"),
        ("what is this?", "", "1/7"),
        ("strength pls", "Goal: strength", "2/7"),
        ("I want to get bigger!", "Goal: size", "2/7"),
        ("i want to get bigger and stronger", "", "1/7"),
        ("not strong", "", "1/7"),
        ("home gym with rack, 4 days a week", "Days a week: 4 · Equipment: Barbell at home", "1/7"),
        ("been lifting since 2019", "Experience: experienced", "1/7"),
        ("315 bench, squat 405", "Kept until I know kg or lb: 315 bench, squat 405", "1/7"),
        ("begin", "", "1/7"),
        ("max 3 days", "Days a week: 3", "1/7"),
        ("i hate cardio", "", "1/7"),
        ("hey can you help me get stronger?", "Goal: strength", "2/7"),
        (
            "i train mon wed fri in a garage gym",
            "Days a week: 3 · Equipment: Barbell at home",
            "1/7",
        ),
        ("Ich will Muskeln aufbauen", "Goal: size", "2/7"),
        ("bench 100kg", "Unit: kg · Bench press 100 kg", "1/7"),
        ("stärker werden, 3 Tage", "Days a week: 3 · Goal: strength", "2/7"),
    ],
)
async def test_a_strangers_first_words_begin_the_questions(
    stage: Stage, said: str, noted: str, place: str
) -> None:
    told = await stage.say(said)
    assert told.startswith("I'm Spotter")
    assert (f"Noted. {noted}" in told) if noted else ("Noted" not in told)
    assert f"\n{place} · " in told
    assert len(stage.bot_messages) == 1


@pytest.mark.parametrize("said", ["help", "thanks", "ok", "bye", "privacy"])
async def test_what_needs_no_profile_begins_nothing(stage: Stage, said: str) -> None:
    stage.telegram.user_sends(stage.lifter, said)
    await stage.handle()
    assert await stage.store.read(load_athlete, stage.lifter.id) is None


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("lbs", "Unit: lb"),
        ("in pounds please", "Unit: lb"),
        ("3 days", "Days a week: 3"),
        ("mon wed fri", "Days a week: 3"),
        ("just dumbbells", "Equipment: Dumbbells"),
        ("i have a rack and barbell at home, and dumbbells", "Equipment: Barbell at home"),
        ("bench 225 lbs for 5", "Unit: lb · Bench press ≈ 262 lb"),
        ("I weigh 82 kg", "Bodyweight: 82 kg"),
        ("I weigh 12 st 4", "Bodyweight: 172 lb"),
        ("lbs, 4x a week and planet fitness", "Days a week: 4 · Unit: lb · Equipment: Machines"),
    ],
)
async def test_an_answer_to_another_question_is_kept(stage: Stage, said: str, noted: str) -> None:
    await at(stage, "strength")
    told = await stage.say(said)
    assert told.startswith(f"Noted. {noted}")
    assert "2/7 · Have you lifted" in told
    assert "neither too easy" not in told
    assert stage.keyboards == 1


@pytest.mark.parametrize(
    "said",
    ["3", "huh", "34", "what's next", "my gym buddy says hi", "bigly", "3 workouts",
     "1e309", "-5", "no gym", "I'm not strong", "look at this"],
)  # fmt: skip
async def test_nothing_is_noted_that_was_not_said(stage: Stage, said: str) -> None:
    await at(stage, "strength")
    before = await athlete_of(stage)
    told = await stage.say(said)
    assert "Noted" not in told or said == "3 workouts"
    after = await athlete_of(stage)
    assert (after.wish, after.level, after.unit, after.gear) == (before.wish, None, None, None)
    assert after.one_rep_maxes == ()


async def test_a_miss_is_one_line_and_a_second_one_brings_the_buttons_down(stage: Stage) -> None:
    await at(stage, "strength", "yes", "kg", "idk")
    question = stage.bot_messages[-1].id
    assert await stage.say("finish") == (
        "I didn't get that. Tap one, or type it: gym, barbell, dumbbells, nothing."
    )
    assert stage.keyboards == 1
    assert await stage.say("what's next") == (
        "I still don't get it. A tap is enough, or Skip.\n\n5/7 · What do you train with?"
    )
    assert stage.keyboards == 1
    assert stage.bot_messages[-1].id != question
    assert "\n" not in await stage.say("erm")
    moved = stage.bot_messages[-2].id
    await stage.tap("Full gym", moved)
    assert "6/7" in stage.text_of(moved)


async def test_words_between_bring_the_question_down_at_the_first_miss(stage: Stage) -> None:
    await at(stage, "strength")
    await stage.say("/help")
    assert "2/7 · Have you lifted" in await stage.say("huh")


async def test_on_and_off_is_asked_about_and_not_guessed(stage: Stage) -> None:
    await at(stage, "strength")
    assert "Most weeks twice or more" in await stage.say("yeah on and off")
    assert (await athlete_of(stage)).level is None
    assert "3/7" in await stage.say("sure")


async def test_three_bare_numbers_are_read_in_the_usual_order_and_said_so(stage: Stage) -> None:
    await at(stage, "strength", "3 yrs", "lbs")
    told = await stage.say("405 315 495")
    assert told.startswith("Read as squat, bench, deadlift")
    for lift in ("Back squat 405 lb", "Bench press 315 lb", "Deadlift 495 lb"):
        assert lift in told
    assert "Bench press 225 lb" in await stage.say("two plate bench")


@pytest.mark.parametrize("said", ["why", "help", "what?"])
async def test_asking_back_passes_over_no_question(stage: Stage, said: str) -> None:
    await at(stage, "size", "no")
    assert "Tap a button" in await stage.say(said)
    await stage.say("ok")
    assert "Tap one, or type kg or lb." in await stage.say(said)


async def test_of_a_range_of_days_the_lower_is_planned_and_said(stage: Stage) -> None:
    await at(stage, "strength", "3 yrs", "kg", "idk", "gym")
    assert (await stage.say("every other day")).startswith("I plan 3; a day more is welcome.")
    assert (await athlete_of(stage)).days_per_week == 3


async def test_what_hurts_brings_the_whole_health_card_at_once(stage: Stage) -> None:
    """So that nothing on the card is passed over; afterwards the questions go on where they stood."""
    await at(stage, "strength")
    asked = await stage.say("left shoulder hurts sometimes, 4 days")
    assert asked.startswith("Noted. Days a week: 4")
    assert "☑ Joint injury" in stage.labels
    assert "2/7" in await stage.tap("Done")
    for words in ("yes", "kg", "idk"):
        await stage.say(words)
    assert "Health: light training only" in await stage.say("gym")


async def test_an_age_under_eighteen_is_heard_anywhere(stage: Stage) -> None:
    await at(stage)
    await stage.say("I'm 16, strength")
    assert "☑ Under 18" in stage.labels


async def test_one_changes_ones_mind_at_a_later_question(stage: Stage) -> None:
    await at(stage, "strength", "3 years", "kg", "idk")
    told = await stage.say("pounds actually")
    assert told.startswith("Noted. Unit: lb")
    assert "5/7" in told


async def test_a_bare_number_taps_where_it_can_mean_nothing_else(stage: Stage) -> None:
    await at(stage)
    assert "2/7" in await stage.say("2")
    assert (await athlete_of(stage)).wish == "strength"
    assert "say how long" in await stage.say("3")
    assert "3/7" in await stage.say("3 yrs")


async def test_several_answers_at_any_question_all_count(stage: Stage) -> None:
    await at(stage)
    told = await stage.say("get stronger, been lifting 3 yrs, lbs, home gym with rack, mon wed fri")
    assert "4/7" in told
    athlete = await athlete_of(stage)
    assert (athlete.level, athlete.unit, athlete.gear, athlete.days_per_week) == (
        "experienced",
        "lb",
        "barbell",
        3,
    )


async def test_lifts_that_the_next_question_shows_are_not_said_back_as_nothing(newcomer: Stage) -> None:
    await newcomer.hears("strength pls", "been lifting 3 yrs", "lbs", "315 bench, squat 405, deadlift 495")
    assert newcomer.newest.startswith("4/7 · How recent is that?")


async def test_a_question_that_lifts_answer_folds_to_a_line(newcomer: Stage) -> None:
    """The lifts stand in the next question: the one above says them no second time, and stays no question."""
    await newcomer.hears("/start", "size", "yes", "kg", "my bench is 100 and I dont know the rest")
    await newcomer.hears("squat 60x5, thats it", "/start")
    told = [str(message.body["text"]) for message in newcomer.bot_messages]
    assert told[:3] == ["Goal: size", "Experience: lifting for some months", "Unit: kg"]
    assert told[3:-1] == ["4/7 ↓"] * 3
    assert told[-1].startswith("4/7 · How recent is that?")


async def test_a_unit_told_after_the_lifts_is_said_where_it_was_asked(newcomer: Stage) -> None:
    await newcomer.hears("/start", "squat 140", "size", "yes", "kg")
    assert [str(message.body["text"]) for message in newcomer.bot_messages][-2] == "Unit: kg"
