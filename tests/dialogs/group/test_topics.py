"""In a forum everything stays in the topic where it was asked, also what comes by itself."""

from __future__ import annotations

from datetime import timedelta

from bot.terminal.people import Chat, Message, Standing
from tests.dialogs.group.test_group import NO_PIN, bot_messages, taps
from tests.dialogs.stage import Stage


async def test_a_workout_stays_in_its_topic(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN, f"un{NO_PIN}"}
    group, topic = forum(stage)
    await says(stage, group, "/plan", topic)
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "▶ Start")
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "✅ 80 kg × 10")
    await stage.advance(timedelta(seconds=60))
    assert str(bot_messages(stage, group)[-1].body["text"]).startswith("Alex: Bench press · set 2 of 4")
    await says(stage, group, "/finish", topic)
    await stage.advance(timedelta(minutes=1))
    assert {where(message) for message in bot_messages(stage, group)} == {topic}
    stage.is_clean()


async def test_a_bell_rings_in_its_topic_also_after_a_restart(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group, topic = forum(stage)
    await says(stage, group, "/log bench 80x8", topic)
    await stage.restart(after=timedelta(seconds=70))
    assert [where(message) for message in bot_messages(stage, group)] == [topic, topic]
    stage.is_clean()


async def test_what_is_asked_in_the_first_topic_is_answered_there(stage: Stage) -> None:
    group, topic = forum(stage)
    await says(stage, group, "/log bench 80x8", topic)
    await says(stage, group, "/undo")
    await stage.advance(timedelta(seconds=90))
    first, *others = bot_messages(stage, group)
    assert where(first) == topic
    assert {where(message) for message in others} == {None}


async def test_the_bell_of_a_deleted_topic_rings_in_the_first_one(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN, "sendMessage: Bad Request: message thread not found"}
    group, topic = forum(stage)
    await says(stage, group, "/log bench 80x8", topic)
    group.topics.remove(topic)
    await stage.advance(timedelta(seconds=60))
    bell = bot_messages(stage, group)[-1]
    assert str(bell.body["text"]).startswith("Alex: Bench press · set 2")
    assert where(bell) is None


async def test_no_message_of_a_topic_is_a_reply_to_the_one_that_opened_it(stage: Stage) -> None:
    """Telegram gives each of them as one; only an answer that somebody chose to give is a reply."""
    group, topic = forum(stage)
    await says(stage, group, "/log bench 80x8", topic)
    await says(stage, group, f"@{stage.telegram.me.username} 82.5x8", topic)
    assert await stage.sets() == ["80×8", "82.5×8"]
    stage.telegram.user_sets_bot(stage.athlete, group, Standing.ADMINISTRATOR)
    for said in ("85x8", "see you"):
        await says(stage, group, said, topic)
    assert await stage.sets() == ["80×8", "82.5×8", "85×8"]
    assert {where(message) for message in bot_messages(stage, group)} == {topic}
    stage.is_clean()


async def test_who_sends_too_fast_is_told_by_name_in_their_topic(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group, topic = forum(stage)
    there = {"message_thread_id": topic, "is_topic_message": True}
    for _ in range(40):
        stage.telegram.user_sends(stage.athlete, "/rest off", chat=group, **there)
    await stage.settle()
    told = [message for message in bot_messages(stage, group) if "Slow down" in str(message.body["text"])]
    assert [(str(one.body["text"])[:16], where(one)) for one in told] == [("Alex: Slow down,", topic)]
    stage.warned = {"a user sends faster than we handle; the rest is left out"}


def forum(stage: Stage) -> tuple[Chat, int]:
    group = stage.telegram.add_group("Gym", stage.athlete)
    return group, stage.telegram.user_opens_topic(stage.athlete, group, "Tuesdays")


async def says(stage: Stage, group: Chat, text: str, topic: int | None = None) -> None:
    there = {} if topic is None else {"message_thread_id": topic, "is_topic_message": True}
    stage.telegram.user_sends(stage.athlete, text, chat=group, **there)
    await stage.settle()


def where(message: Message) -> object:
    return message.body.get("message_thread_id")
