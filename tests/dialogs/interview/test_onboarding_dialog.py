from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.store.athletes import load_athlete
from tests.dialogs.interview.onboarding_stage import Stage, open_stage


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path, monkeypatch) as opened:
        yield opened


async def test_all_by_buttons_is_one_message(stage: Stage) -> None:
    assert "Spotter" in await stage.say("/start")
    assert "2/7" in await stage.tap("Strength: lift more")
    assert "3/7" in await stage.tap("For years, and I know my numbers")
    assert "4/7" in await stage.tap("kg")
    assert "5/7" in await stage.tap("Skip: I don't know")
    assert "6/7" in await stage.tap("Full gym")
    assert "7/7" in await stage.tap("4")
    assert "All set" in await stage.tap("None of these")
    assert stage.labels == ["▶ Plan my first session", "🔔 Test the bell", "Change an answer"]
    assert len(stage.bot_messages) == 1


async def test_a_maximum_beyond_anyone_is_asked_about(stage: Stage) -> None:
    """Typing it again replaces it, for only a lifter knows what was meant."""
    for words in ("/start", "strength", "yes", "kg"):
        await stage.say(words)
    asked = await stage.say("bench 500 squat 140")
    assert "Bench press 500 kg is more than anyone has lifted: left out. A slip?" in asked
    assert "Back squat 140 kg is more" not in asked
    mended = await stage.say("bench 50")
    assert "more than anyone" not in mended
    assert "Bench press 50 kg" in mended


@pytest.mark.parametrize("answer", ["Last 8 weeks", "Skip"])
async def test_nothing_is_planned_with_a_maximum_beyond_anyone(stage: Stage, answer: str) -> None:
    for words in ("/start", "strength", "yes", "kg", "bench 500 squat 140"):
        await stage.say(words)
    assert "5/7" in await stage.tap(answer)
    for words in ("full gym", "3"):
        await stage.say(words)
    told = await stage.tap("None of these")
    assert "Back squat 140 kg" in told
    assert "500" not in told
    athlete = await stage.store.read(load_athlete, stage.lifter.id)
    assert athlete is not None
    assert [best.exercise_id for best in athlete.one_rep_maxes] == ["back_squat"]


async def test_told_alone_it_is_asked_for_once_more(stage: Stage) -> None:
    for words in ("/start", "strength", "yes", "kg", "bench 500"):
        await stage.say(words)
    assert "What is the most you can lift once?" in await stage.tap("A guess")


async def test_what_is_told_along_is_not_asked_again(stage: Stage) -> None:
    """Nor is the unit that the lifts were told in."""
    await stage.say("/start")
    said = "I'm 34, bench 100kg squat 140kg, 3 days a week, full gym and I want to get bigger"
    asked = await stage.say(said)
    assert "2/7" in asked
    assert asked.startswith("Noted. Days a week: 3 · Equipment: Full gym · Unit: kg")
    assert "How recent" in await stage.say("yes")
    assert "7/7" in await stage.say("recent")
    done = await stage.say("none")
    for line in ("Goal: size", "Bench press 100 kg", "Back squat 140 kg", "Full gym", "Days a week: 3"):
        assert line in done


async def test_lifts_without_a_unit_are_read_once_it_is_told(stage: Stage) -> None:
    """A guess would load a bar twice as heavy."""
    await stage.say("/start")
    asked = await stage.say("bench 225 squat 315, 4x a week, get bigger")
    assert "Kept until I know kg or lb: bench 225 squat 315" in asked
    await stage.restart()
    await stage.say("yes")
    recent = await stage.tap("lb")
    assert "How recent" in recent
    assert "Bench press 225 lb" in recent
    assert "Back squat 315 lb" in recent
    await stage.say("recent")
    assert "7/7" in await stage.say("garage gym")


@pytest.mark.parametrize("said", ["bench 82,5kg, get bigger", "get bigger; bench 82,5 kg"])
async def test_a_decimal_comma_parts_no_answers(stage: Stage, said: str) -> None:
    await stage.say("/start")
    await stage.say(said)
    assert "Bench press 82.5 kg" in await stage.say("yes")


async def test_a_unit_told_with_one_lift_holds_for_all_of_a_text(stage: Stage) -> None:
    await stage.say("/start")
    await stage.say("strength; squat 315, bench 225, deadlift 405 lbs")
    recent = await stage.say("yes")
    for lift in ("Back squat 315 lb", "Bench press 225 lb", "Deadlift 405 lb"):
        assert lift in recent


async def test_all_in_words_leaves_a_readable_chat(stage: Stage) -> None:
    await stage.say("/start")
    for words, place in (
        ("get stronger", "2/7"),
        ("advanced", "3/7"),
        ("pounds", "4/7"),
        ("squat 405 bench 275 dead 500", "How recent"),
        ("recent", "5/7"),
        ("garage gym", "6/7"),
        ("4 days", "7/7"),
        ("none", "All set"),
    ):
        assert place in await stage.say(words)
        assert stage.keyboards == 1
    folded = [str(message.body["text"]) for message in stage.bot_messages[:3]]
    assert folded == ["Goal: strength", "Experience: experienced", "Unit: lb"]
    assert "500 lb" in stage.newest


async def test_a_restart_at_every_question_goes_on_with_the_answer(stage: Stage) -> None:
    await stage.say("/start")
    for words, place in (
        ("size", "2/7"),
        ("no", "Foundation comes first"),
        ("insist", "3/6"),
        ("kg", "4/6"),
        ("bands", "5/6"),
        ("2", "6/6"),
        ("yes", "Which of them"),
        ("bad knee", "10 easy squats"),
        ("not yet", "All set"),
    ):
        await stage.restart()
        assert place in await stage.say(words)
    await stage.restart()
    athlete = await stage.store.read(load_athlete, stage.lifter.id)
    assert athlete is not None
    assert (athlete.health, athlete.can_squat, athlete.insists) == ("foundation_only", False, True)


async def test_ticks_stay_in_one_message(stage: Stage) -> None:
    await stage.say("/start")
    await stage.tap("Train now")
    await stage.tap("Yes")
    await stage.tap("☐ Chest pain")
    await stage.tap("☐ Joint injury")
    assert "☑ Chest pain" in stage.labels
    assert "doctor" in await stage.tap("Done")
    assert "PLAN own" in await stage.tap("A doctor cleared me")
    assert len(stage.bot_messages) == 1


@pytest.mark.parametrize("kind", ["sticker", "photo", "voice", "location"])
async def test_what_is_no_text_leaves_the_question(stage: Stage, kind: str) -> None:
    await stage.say("/start")
    question = stage.bot_messages[-1].id
    assert "only read text" in await stage.send(kind)
    assert stage.keyboards == 1
    await stage.tap("Strength: lift more", question)
    assert "2/7" in stage.text_of(question)


@pytest.mark.parametrize("bad", ["-5", "abc", "5000 kg", "NaN", "1e309", "💪", "x" * 4096, "<b>squat</b> 1"])
async def test_impossible_maxima_are_answered_and_nothing_is_lost(stage: Stage, bad: str) -> None:
    await stage.say("/start")
    for words in ("strength", "years", "kg"):
        await stage.say(words)
    told = await stage.say(bad)
    assert len(told) < 130
    assert stage.keyboards == 1
    assert "How recent" in await stage.say("squat 140")


async def test_a_lone_weight_is_asked_back_and_taken_by_a_tap(stage: Stage) -> None:
    await stage.say("/start")
    for words in ("strength", "years", "kg"):
        await stage.say(words)
    assert "140 kg: of which lift?" in await stage.say("140 kg")
    told = await stage.tap("Deadlift")
    assert "Deadlift 140 kg" in told


async def test_the_next_answer_at_a_card_that_only_tells_agrees_to_it(stage: Stage) -> None:
    await stage.say("/start")
    await stage.say("strength")
    assert "Foundation comes first" in await stage.say("not really, just started")
    assert "4/6" in await stage.say("pounds")
    await stage.say("/cancel")
    assert "4/6" in await stage.say("/start")


async def test_words_that_answer_nothing_at_that_card_leave_it(stage: Stage) -> None:
    await stage.say("/start")
    for words in ("strength", "no"):
        await stage.say(words)
    assert await stage.say("banana") == "I didn't get that. Tap a button, or type ok."
    told = await stage.say("banana")
    assert "A tap is enough, or Skip." in told
    assert "Foundation comes first" in told


async def test_cancel_takes_the_buttons_and_start_goes_on(stage: Stage) -> None:
    await stage.say("/start")
    await stage.tap("Size: bigger muscles")
    question = stage.bot_messages[-1].id
    assert "kept" in await stage.say("/cancel")
    assert stage.keyboards == 0
    assert "2/7" in await stage.say("/start")
    assert stage.bot_messages[-1].id != question


async def test_commands_in_the_middle_work_and_keep_the_question(stage: Stage) -> None:
    await stage.say("/start")
    await stage.say("size")
    assert await stage.say("/help") == "HELP"
    assert "3/7" in await stage.say("yes")
    assert "3/7" in await stage.say("/plan")
    assert stage.keyboards == 1
    for words in ("kg", "idk", "gym", "3"):
        await stage.say(words)
    assert await stage.say("none") == "PLAN own"
    assert await stage.say("/plan") == "PLAN own"


async def test_plan_in_a_group_before_the_end_leads_to_the_private_chat(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.lifter)
    stage.telegram.user_sends(stage.lifter, "/plan", chat=group)
    await stage.handle()
    told = [message for message in group.messages.values() if message.sender_id != stage.lifter.id]
    assert "https://t.me/" in str(told[0].body["reply_markup"])
    assert await stage.store.read(load_athlete, stage.lifter.id) is None


async def test_an_old_button_is_answered_with_the_question_that_stands(stage: Stage) -> None:
    await stage.say("/start")
    first = stage.bot_messages[-1].id
    await stage.say("size")
    await stage.say("yes")
    assert "3/7" in await stage.press_again(stage.bot_messages[-1].id, "1.an.health.none")
    await stage.press_again(first, "1.an.goal.strength")
    athlete = await stage.store.read(load_athlete, stage.lifter.id)
    assert athlete is not None
    assert athlete.wish == "strength"
    assert stage.keyboards == 1


@pytest.mark.parametrize(
    "callback",
    ["1.an.nosuch.x", "1.bk.nosuch", "1.an.goal.", "1.ch.nosuch", "1.bk.squats", "1.an.maxes.x=1k1"],
)
async def test_forged_buttons_spin_for_nobody(stage: Stage, callback: str) -> None:
    await stage.say("/start")
    message = stage.bot_messages[-1].id
    await stage.press_again(message, callback)
    assert stage.keyboards == 1


async def test_a_button_of_someone_forgotten_says_how_to_begin(stage: Stage) -> None:
    other = stage.telegram.add_user("Other")
    message = await stage.app.bot.send_message(other.id, "An old question")
    stage.telegram.user_presses(other, message.message_id, "1.tn")
    await stage.handle()
    assert "/start begins" in stage.telegram.chats[other.id].messages[message.message_id].body["text"]


async def test_a_deep_link_lands_on_its_plan(stage: Stage) -> None:
    assert "2/7" in await stage.say("/start plan_hypertrophy")
    for words in ("experienced", "kg", "idk", "gym", "3"):
        await stage.say(words)
    assert await stage.say("none") == "PLAN hypertrophy"
    assert stage.keyboards == 0
    assert await stage.say("/start plan_strength") == "PLAN strength"
    assert "Your answers" in await stage.say("/start plan_nonsense")


async def test_one_answer_is_changed_from_the_profile(stage: Stage) -> None:
    await stage.say("/start")
    await stage.tap("Train now")
    await stage.tap("None of these")
    assert "Your answers" in await stage.say("/start")
    assert "days a week" in await stage.tap("Days")
    assert "1/" not in stage.newest
    told = await stage.tap("3")
    assert "Changed" in told
    assert "Days a week: 3" in told
    await stage.tap("Equipment")
    assert "Your answers" in await stage.tap("Keep as it is")


async def test_a_group_is_led_to_the_private_chat(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.lifter)
    stage.telegram.user_sends(stage.lifter, "/start", chat=group)
    await stage.handle()
    told = [message for message in group.messages.values() if message.sender_id != stage.lifter.id]
    assert len(told) == 1
    button = told[0].body["reply_markup"]["inline_keyboard"][0][0]
    assert button["url"] == f"https://t.me/{stage.telegram.me.username}?start=hello"
    assert stage.bot_messages == []
