"""A workout that was begun in a group and goes on in the private chat, or the other way round."""

from __future__ import annotations

from datetime import timedelta

from tests.dialogs.group.test_group import NO_PIN, bot_messages, says, taps
from tests.dialogs.stage import Stage


async def test_a_workout_goes_on_in_the_chat_where_that_was_asked(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    group.last_message_id = 500  # a group counts its messages by itself, and may be far ahead
    await says(stage, stage.athlete, group, "/plan")
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "▶ Start")
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "✅ 80 kg × 10")
    said_in_group = len(bot_messages(stage, group))
    await stage.hears("/plan")
    await stage.taps("▶ Go on with your workout")
    assert "✓ 80 kg × 10" in stage.newest
    await stage.advance(timedelta(seconds=60))
    assert stage.newest.startswith("Bench press · set 2 of 4")
    await stage.taps("✅ 80 kg × 10")
    assert stage.newest.startswith("✓ 80 kg × 10")
    await stage.hears("/finish")
    assert len(bot_messages(stage, group)) == said_in_group
    stage.is_clean()


async def test_between_sets_it_goes_on_there_too(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/plan")
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "▶ Start")
    await stage.hears("/plan")
    await stage.taps("▶ Go on with your workout")
    assert stage.newest.startswith("Bench press · set 1 of 4")
    await stage.hears("80x8")
    assert stage.newest.startswith("✓ 80 kg × 8")
    stage.is_clean()


async def test_what_is_logged_in_another_chat_is_shown_there(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    group.last_message_id = 500
    await says(stage, stage.athlete, group, "/log bench 80x8")
    await stage.hears("/log squat 100x5")
    await stage.taps("+30 s")
    await stage.hears("/undo")
    await says(stage, stage.athlete, group, "/log bench 80x7")
    assert "80 kg × 7" in str(bot_messages(stage, group)[-1].body["text"])
    stage.is_clean()


async def test_sets_typed_in_another_chat_go_on_there_each_under_its_own_name(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/log bench 80x8")
    in_group = bot_messages(stage, group)[-1]
    await stage.hears("80x7")
    assert stage.newest.startswith("Bench press ✓ 80 kg × 7")
    assert str(group.messages[in_group.id].body["text"]).startswith("Alex: Bench press ✓")
    await stage.advance(timedelta(minutes=3))
    assert stage.newest.startswith("Bench press · set 3")
    await says(stage, stage.athlete, group, "/finish")
    assert not any(str(message.body["text"]).startswith("Alex:") for message in stage.bot_messages)
    stage.is_clean()


async def test_a_card_that_waited_in_the_other_chat_is_folded_once(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    await stage.hears("/log bench 80x8", "+3m")
    assert stage.newest.startswith("Bench press · set 2")
    await says(stage, stage.athlete, group, "/log bench 80x7 80x6")
    assert stage.newest == "Bench press ✓ 80 kg × 7"
    stage.is_clean()
