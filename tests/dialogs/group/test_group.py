"""In a group: commands work, everybody has their own workout, personal questions move to the private chat."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.terminal.people import Chat, Message, Standing, User
from bot.views.in_private import LINES as PERSONAL
from core.model.measure import MeasureKind
from core.store.progress import measures_of
from core.store.workouts import newest_workout
from tests.dialogs.stage import Stage, intermediate, open_stage


async def test_start_leads_to_the_private_chat(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/start")
    (told,) = bot_messages(stage, group)
    assert told.body["reply_markup"]["inline_keyboard"][0][0]["url"].startswith("https://t.me/")
    assert stage.bot_messages == []
    stage.is_clean()


async def test_plan_of_somebody_unknown_leads_there_too(newcomer: Stage) -> None:
    group = newcomer.telegram.add_group("Gym", newcomer.athlete)
    await says(newcomer, newcomer.athlete, group, "/plan")
    (told,) = bot_messages(newcomer, group)
    assert "https://t.me/" in str(told.body["reply_markup"])
    newcomer.is_clean()


@pytest.mark.parametrize("command", PERSONAL)
async def test_what_is_personal_moves_to_the_private_chat_by_a_link(stage: Stage, command: str) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, f"/{command}@{stage.telegram.me.username} 82")
    told = bot_messages(stage, group)[-1]
    (button,) = told.body["reply_markup"]["inline_keyboard"][0]
    assert button["url"] == f"https://t.me/{stage.telegram.me.username}?start={command}"
    assert stage.bot_messages == []
    by_link = await stage.hears(f"/start {command}")
    typed = await stage.hears(f"/{command}")
    assert without_numbers(by_link) == without_numbers(typed)
    stage.is_clean()


async def test_a_link_is_no_word_of_the_athletes(stage: Stage) -> None:
    await stage.hears("/start weight")
    assert await stage.read(measures_of, stage.athlete.id, MeasureKind.WEIGHT) == ()


async def test_the_same_number_in_the_same_second_of_two_groups_is_two_messages(stage: Stage) -> None:
    one, other = (stage.telegram.add_group(name, stage.athlete) for name in ("Gym", "Garage"))
    other.last_message_id = one.last_message_id
    first = stage.telegram.user_sends(stage.athlete, "/log squat 100x5", chat=one)
    second = stage.telegram.user_sends(stage.athlete, "/undo", chat=other)
    assert (first["message_id"], first["date"]) == (second["message_id"], second["date"])
    await stage.settle()
    assert await stage.sets() == []


NO_PIN = "pinChatMessage: Bad Request: not enough rights to manage pinned messages in the chat"


async def test_a_workout_in_a_group(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}  # only administrators pin there: it is tried once, and no harm is done
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/plan")
    plan = bot_messages(stage, group)[-1]
    await taps(stage, stage.athlete, group, plan, "▶ Start")
    card = bot_messages(stage, group)[-1]
    await taps(stage, stage.athlete, group, card, "✅ 80 kg × 10")
    await stage.advance(timedelta(seconds=60))
    bell = bot_messages(stage, group)[-1]
    assert str(bell.body["text"]).startswith("Alex: Bench press · set 2 of 4")
    assert mentioned(bell) == [stage.athlete.id]
    await says(stage, stage.athlete, group, "80x8", reply_to=bell.id)
    assert await stage.sets() == ["80×10", "80×8"]
    await says(stage, stage.athlete, group, "80x8")  # a bot doesn't see plain messages in a group
    assert await stage.sets() == ["80×10", "80×8"]
    await says(stage, stage.athlete, group, "/finish")
    assert str(bot_messages(stage, group)[-1].body["text"]).startswith("Alex: Done")
    assert stage.bot_messages == []
    stage.is_clean()


async def test_where_nobody_else_may_pin_it_is_tried_once(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    for _ in range(2):
        await says(stage, stage.athlete, group, "/plan")
        await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "▶ Start")
        await says(stage, stage.athlete, group, "/log bench 80x8")
        await stage.advance(timedelta(seconds=20))
        await says(stage, stage.athlete, group, "/finish")
        await stage.advance(timedelta(seconds=20))
    assert [call.method for call in stage.telegram.ledger.refused()] == ["pinChatMessage"]
    stage.is_clean()


async def test_free_training_in_a_group_has_its_next_set(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/log bench 80x8")
    await stage.advance(timedelta(seconds=60))
    bell = bot_messages(stage, group)[-1]
    assert str(bell.body["text"]).startswith("Alex: Bench press · set 2 · 80 kg × 8")
    robin = stage.telegram.add_user("Robin")
    stage.telegram.user_joins(robin, group)
    await taps(stage, robin, group, bell, "✅ 80 kg × 8")
    assert newest_toast(stage)
    await taps(stage, stage.athlete, group, bell, "✅ 80 kg × 8")
    assert await stage.sets() == ["80×8", "80×8"]
    stage.is_clean()


async def test_others_buttons_refuse_and_others_replies_are_theirs(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    robin = stage.telegram.add_user("Robin")
    stage.telegram.user_joins(robin, group)
    await says(stage, stage.athlete, group, "/plan")
    plan = bot_messages(stage, group)[-1]
    await taps(stage, robin, group, plan, "▶ Start")
    assert newest_toast(stage)
    await taps(stage, stage.athlete, group, plan, "▶ Start")
    card = bot_messages(stage, group)[-1]
    before = str(card.body["text"])
    for label in ("✅ 80 kg × 10", "Skip", "−2.5 kg", "More"):
        await taps(stage, robin, group, card, label)
        assert newest_toast(stage), label
    assert bot_messages(stage, group)[-1].body["text"] == before
    await says(stage, robin, group, "80x8", reply_to=card.id)
    assert await stage.sets() == []
    assert await stage.read(newest_workout, robin.id) is None
    stage.is_clean()


async def test_a_reply_to_anothers_card_is_told_whose_it_is(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    robin = stage.telegram.add_user("Robin")
    stage.telegram.user_joins(robin, group)
    await stage.introduces(robin, intermediate())
    await says(stage, stage.athlete, group, "/log bench 80x8")
    theirs = bot_messages(stage, group)[-1]
    await says(stage, robin, group, "/log bench 80x8")
    await says(stage, robin, group, "80x5", reply_to=theirs.id)
    told = str(bot_messages(stage, group)[-1].body["text"])
    assert told.startswith("Robin: That's no card of yours. Reply to your own, or send /log 80 x 8.")
    stage.is_clean()


@pytest.mark.parametrize("said", ["@{bot} 80x8", "@{bot}: 80x8", "80x8 @{bot}"])
async def test_a_set_said_to_the_bot_by_its_name(stage: Stage, said: str) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/log bench 80x8")
    await says(stage, stage.athlete, group, said.format(bot=stage.telegram.me.username))
    assert await stage.sets() == ["80×8", "80×8"]
    await says(stage, stage.athlete, group, f"@{stage.telegram.me.username}")
    assert "Bench press" in str(bot_messages(stage, group)[-1].body["text"])
    stage.is_clean()


async def test_two_lifters_at_once_each_with_their_own_workout(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    robin = stage.telegram.add_user("Robin")
    stage.telegram.user_joins(robin, group)
    await stage.introduces(robin, intermediate())
    for lifter in (stage.athlete, robin):
        await says(stage, lifter, group, "/plan")
        await taps(stage, lifter, group, bot_messages(stage, group)[-1], "▶ Start")
        await taps(stage, lifter, group, bot_messages(stage, group)[-1], "✅ 80 kg × 10")
    mine, theirs = [await stage.read(newest_workout, one.id) for one in (stage.athlete, robin)]
    assert mine is not None
    assert theirs is not None
    assert (len(mine.sets), len(theirs.sets)) == (1, 1)
    assert mine.id != theirs.id
    stage.is_clean()


async def test_anothers_start_refuses_also_while_ones_own_workout_runs(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    robin = stage.telegram.add_user("Robin")
    stage.telegram.user_joins(robin, group)
    await stage.introduces(robin, intermediate())
    await says(stage, stage.athlete, group, "/plan")
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "▶ Start")
    await says(stage, robin, group, "/plan")
    plan = bot_messages(stage, group)[-1]
    start = plan.body["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    told = plan.body["text"]
    await taps(stage, stage.athlete, group, plan, "▶ Start")
    assert newest_toast(stage).startswith("That one is for Robin.")
    assert plan.body["text"] == told
    await taps(stage, robin, group, plan, "▶ Start")
    await stage.advance(timedelta(seconds=15))
    told, sent = plan.body["text"], len(bot_messages(stage, group))
    stage.telegram.user_presses(stage.athlete, plan.id, start, group.id)
    await stage.settle()
    assert newest_toast(stage).startswith("That one is for Robin.")
    assert plan.body["text"] == told
    assert len(bot_messages(stage, group)) == sent
    stage.is_clean()


async def test_who_writes_as_the_group_is_asked_to_write_as_themselves(stage: Stage) -> None:
    """An anonymous administrator is nobody: all of them would share one notebook."""
    group = stage.telegram.add_group("Gym", stage.athlete)
    command = [{"type": "bot_command", "offset": 0, "length": 5}]
    content = {"text": "/plan", "entities": command, "sender_chat": group.described()}
    stage.telegram.user_sends_content(stage.athlete, content, chat=group)
    await stage.settle()
    (told,) = bot_messages(stage, group)
    assert "Write as yourself" in str(told.body["text"])
    content = {"text": "good morning", "sender_chat": group.described()}
    stage.telegram.user_sends_content(stage.athlete, content, chat=group)
    await stage.settle()
    assert len(bot_messages(stage, group)) == 1
    content = {"text": "80x8", "sender_chat": group.described()}
    stage.telegram.user_sends_content(stage.athlete, content, told.id, group)
    await stage.settle()
    assert "Write as yourself" in str(bot_messages(stage, group)[-1].body["text"])
    assert len(bot_messages(stage, group)) == 2
    stage.is_clean()


async def test_a_strangers_tap_on_lets_start_is_answered(newcomer: Stage) -> None:
    group = newcomer.telegram.add_group("Gym", newcomer.athlete)
    await says(newcomer, newcomer.athlete, group, "/log bench 80x8")
    asked = bot_messages(newcomer, group)[-1]
    await taps(newcomer, newcomer.athlete, group, asked, "Let's start")
    assert len(newcomer.telegram.ledger.calls("answerCallbackQuery")) == 1
    assert "https://t.me/" in str(bot_messages(newcomer, group)[-1].body["reply_markup"])
    newcomer.is_clean()


@pytest.mark.parametrize("said", ["/plan", "/start", "/log bench 80x8"])
async def test_another_bot_is_not_answered(stage: Stage, said: str) -> None:
    """Two bots that answer each other would never end, and none of them lifts."""
    group = stage.telegram.add_group("Gym", stage.athlete)
    other = {"id": 99, "is_bot": True, "first_name": "Chatty", "username": "chatty_bot"}
    command = [{"type": "bot_command", "offset": 0, "length": len(said.split(maxsplit=1)[0])}]
    content = {"text": said, "entities": command, "from": other}
    stage.telegram.user_sends_content(stage.athlete, content, chat=group)
    await stage.settle()
    assert bot_messages(stage, group) == []
    assert await stage.read(newest_workout, stage.athlete.id) is None
    stage.is_clean()


@pytest.mark.parametrize("said", ["/plan", "80x8"])
async def test_a_message_of_nobody_is_no_fault(stage: Stage, said: str) -> None:
    """The sender of a message may be left out: then nobody has sets to log, and nothing has failed."""
    group = stage.telegram.add_group("Gym", stage.athlete)
    command = [{"type": "bot_command", "offset": 0, "length": 5}] if said == "/plan" else []
    stage.telegram.user_sends_content(stage.athlete, {"text": "8"}, chat=group)
    body = {**next(iter(group.messages.values())).body, "text": said, "entities": command}
    del body["from"]
    stage.telegram.updates.add("message", body)
    await stage.settle()
    told = [str(one.body["text"]) for one in bot_messages(stage, group)]
    assert all(line.startswith("I can't tell who you are") for line in told)
    assert len(told) == len(command)
    stage.is_clean()


async def test_each_card_says_whose_it_is_also_the_ones_that_come_by_themselves(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    robin = stage.telegram.add_user("<b>Robin")
    stage.telegram.user_joins(robin, group)
    await stage.introduces(robin, intermediate())
    for lifter in (stage.athlete, robin):
        await says(stage, lifter, group, "/plan")
        await taps(stage, lifter, group, bot_messages(stage, group)[-1], "▶ Start")
        await taps(stage, lifter, group, bot_messages(stage, group)[-1], "✅ 80 kg × 10")
    await stage.advance(timedelta(seconds=90))
    told = [str(message.body["text"]) for message in bot_messages(stage, group)]
    names = [text.partition(":")[0] for text in told]
    assert names == ["Alex", "Alex", "<b>Robin", "<b>Robin", "Alex", "<b>Robin"]
    assert told[-1].startswith("<b>Robin: Bench press · set 2 of 4")
    stage.is_clean()


async def test_shown_out_of_the_group_nothing_rings_and_every_set_is_kept(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/plan")
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "▶ Start")
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "✅ 80 kg × 10")
    stage.telegram.user_sets_bot(stage.athlete, group, Standing.KICKED)
    await stage.settle()
    calls = len(stage.telegram.ledger)
    await stage.advance(timedelta(hours=5))
    assert not [call for call in list(stage.telegram.ledger)[calls:] if call.chat_id == group.id]
    assert await stage.sets() == ["80×10"]
    assert (await stage.workout()).state == "finished"
    await stage.hears("/plan")
    assert "▶ Start" in stage.labels()
    stage.is_clean()


def without_numbers(heard: str) -> list[str]:
    """What the bot says, without the message numbers of the phone."""
    return [re.sub(r"^ *\d*·? *", "", line) for line in heard.split("\n")[1:]]


def mentioned(message: Message) -> list[int]:
    entities = message.body.get("entities", [])
    return [entity["user"]["id"] for entity in entities if entity["type"] == "text_mention"]


async def says(stage: Stage, user: User, group: Chat, text: str, reply_to: int | None = None) -> None:
    stage.telegram.user_sends(user, text, chat=group, reply_to=reply_to)
    await stage.settle()


async def taps(stage: Stage, user: User, group: Chat, message: Message, label: str) -> None:
    stage.telegram.user_taps(user, message.id, label, group)
    await stage.settle()


def newest_toast(stage: Stage) -> str:
    return str(stage.telegram.ledger.calls("answerCallbackQuery")[-1].params.get("text", ""))


def bot_messages(stage: Stage, group: Chat) -> list[Message]:
    me = stage.telegram.me.id
    return [message for message in group.messages.values() if message.sender_id == me]


@pytest.mark.parametrize("addressed", ["", "@spotter_coach_bot"])
async def test_words_as_a_command_are_heard_in_a_workout_here(stage: Stage, addressed: str) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/plan")
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "▶ Start")
    await says(stage, stage.athlete, group, f"/done{addressed}")
    assert await stage.sets() == ["80×10"]
    await stage.advance(timedelta(seconds=60))
    await says(stage, stage.athlete, group, f"/skip{addressed}")
    assert "Bench press · set 3 of 4" in str(bot_messages(stage, group)[-1].body["text"])
    stage.is_clean()


async def test_what_may_be_another_bots_is_nobodys_to_answer(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    for words in ("/done", "/skip", "/bench 80x8", "/poll", "/done@other_bot", "/skip@other_bot"):
        await says(stage, stage.athlete, group, words)
    assert bot_messages(stage, group) == []
    await says(stage, stage.athlete, group, "/poll@spotter_coach_bot")
    assert "I don't know that command." in str(bot_messages(stage, group)[-1].body["text"])
    stage.is_clean()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("my records", "Alex: Your records"),
        ("show me my history", "Alex: Your workout"),
        ("plan my session", "Alex: Done for today."),
        ("settings", "Alex: Settings are between us"),
        ("weight 82", "Alex: Your weight is between us"),
    ],
)
async def test_a_command_in_words_is_heard_by_the_bots_name(stage: Stage, said: str, told: str) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    for words in ("/log bench 80x8", "/finish", f"@{stage.telegram.me.username} {said}"):
        await says(stage, stage.athlete, group, words)
    assert str(bot_messages(stage, group)[-1].body["text"]).startswith(told)
    stage.is_clean()


async def test_where_no_pictures_are_taken_the_words_come_alone(tmp_path: Path) -> None:
    """The group is not lost by that: the next bell rings."""
    async with open_stage(tmp_path, pictures=True) as stage:
        await stage.knows(intermediate())
        no_photos = "Bad Request: not enough rights to send photos to the chat"
        stage.unavoidable = {NO_PIN, f"sendPhoto: {no_photos}", f"editMessageMedia: {no_photos}"}
        group = stage.telegram.add_group("Gym", stage.athlete)
        group.takes_photos = False
        for words in ("/log bench 80x8", "/finish", "/log squat 100x5", "/progress bench"):
            await says(stage, stage.athlete, group, words)
        await stage.advance(timedelta(minutes=2))
        told = [str(message.body["text"]) for message in bot_messages(stage, group)]
        assert any(text.startswith("Alex: Bench press\nOne-rep max") for text in told)
        assert any(text.startswith("Alex: Back squat · set 2") for text in told)
        stage.is_clean()


@pytest.mark.parametrize("said", ["lol nice", "👏", "ok", "well done!", "skip"])
async def test_what_is_said_to_a_friends_card_is_said_to_the_friend(stage: Stage, said: str) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    robin, casey = stage.telegram.add_user("Robin"), stage.telegram.add_user("Casey")
    for friend in (robin, casey):
        stage.telegram.user_joins(friend, group)
    await stage.introduces(robin, intermediate())
    await says(stage, stage.athlete, group, "/log bench 80x8")
    (card,) = bot_messages(stage, group)
    for friend in (robin, casey):
        await says(stage, friend, group, said, reply_to=card.id)
    assert bot_messages(stage, group) == [card]
    await says(stage, robin, group, f"@{stage.telegram.me.username} hi", reply_to=card.id)
    assert str(bot_messages(stage, group)[-1].body["text"]).startswith("Robin: Hi!")
    stage.is_clean()


@pytest.mark.parametrize("label", ["Goal", "Days", "Equipment", "Time"])
async def test_answers_are_changed_in_the_private_chat(stage: Stage, label: str) -> None:
    """After the change all of them were shown, maxima and health as well, for the group to read."""
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/programme")
    page = bot_messages(stage, group)[-1]
    before = page.body["text"]
    await taps(stage, stage.athlete, group, page, label)
    told = bot_messages(stage, group)[-1]
    assert "https://t.me/" in str(told.body["reply_markup"])
    assert (page.body["text"], len(bot_messages(stage, group))) == (before, 2)
    assert stage.telegram.unanswered() == []
    stage.is_clean()
