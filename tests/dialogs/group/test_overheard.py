"""A bot that may pin is an administrator and reads all that a group says: it answers what is said to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.settings import Settings
from bot.terminal.message_kinds import KINDS
from bot.terminal.people import Chat, Standing
from tests.dialogs.group.test_group import bot_messages, says
from tests.dialogs.stage import Stage

TALK = (
    "good morning",
    "done",
    "ok",
    "8",
    "see you at 8",
    "skip",
    "lol 3 reps",
    "room 12x4 please",
    "that was heavy, my back hurts",
    "my records",
)


def where_it_reads_all(stage: Stage) -> Chat:
    return stage.telegram.add_group("Gym", stage.athlete, bot=Standing.ADMINISTRATOR)


@pytest.mark.parametrize("said", TALK)
async def test_what_friends_say_to_each_other_is_not_answered(stage: Stage, said: str) -> None:
    group = where_it_reads_all(stage)
    await says(stage, stage.athlete, group, "/log bench 80x8")
    sent, logged = len(bot_messages(stage, group)), await stage.sets()
    await says(stage, stage.athlete, group, said)
    words = stage.telegram.user_sends(stage.athlete, "hello", chat=group)
    stage.telegram.user_edits(stage.athlete, words, said, group)
    await stage.settle()
    assert (len(bot_messages(stage, group)), await stage.sets()) == (sent, logged)
    stage.is_clean()


@pytest.mark.parametrize("said", ["82.5x8", "bench 82.5x8", "82.5 kg x 8 felt great"])
async def test_a_whole_set_is_heard_from_whoever_trains_there(stage: Stage, said: str) -> None:
    group = where_it_reads_all(stage)
    await says(stage, stage.athlete, group, said)
    assert bot_messages(stage, group) == []
    await says(stage, stage.athlete, group, "/log bench 80x8")
    typed = stage.telegram.user_sends(stage.athlete, said, chat=group)
    await stage.settle()
    assert await stage.sets() == ["80×8", "82.5×8"]
    stage.telegram.user_edits(stage.athlete, typed, "82.5x7", group)
    await stage.settle()
    assert await stage.sets() == ["80×8", "82.5×7"]
    stage.is_clean()


async def test_a_set_in_reply_to_a_friend_or_forwarded_is_talk(stage: Stage) -> None:
    group, robin = where_it_reads_all(stage), stage.telegram.add_user("Robin")
    stage.telegram.user_joins(robin, group)
    await says(stage, stage.athlete, group, "/log bench 80x8")
    sent = len(bot_messages(stage, group))
    asked = stage.telegram.user_sends(robin, "how much did you do?", chat=group)
    await says(stage, stage.athlete, group, "90x8", reply_to=asked["message_id"])
    for kind in ("forward", "via_bot"):
        stage.telegram.user_sends_kind(stage.athlete, kind, chat=group)
        await stage.settle()
    assert (len(bot_messages(stage, group)), await stage.sets()) == (sent, ["80×8"])
    stage.is_clean()


async def test_no_kind_of_message_is_answered(stage: Stage) -> None:
    group = where_it_reads_all(stage)
    await says(stage, stage.athlete, group, "/log bench 80x8")
    sent = len(bot_messages(stage, group))
    for kind in KINDS:
        if kind not in ("photo_with_caption", "quote"):  # both say 80x8
            stage.telegram.user_sends_kind(stage.athlete, kind, chat=group)
    casey = stage.telegram.add_user("Casey", started=False)
    stage.telegram.user_joins(casey, group)
    stage.telegram.user_sends_file(casey, "budget.csv", b"a,b\n1,2\n", chat=group)
    await stage.settle()
    assert (len(bot_messages(stage, group)), await stage.sets()) == (sent, ["80×8"])
    stage.is_clean()


@pytest.mark.parametrize("said", ["good morning", "80x8", "/ban", "/start@other_bot"])
async def test_who_never_spoke_to_the_bot_is_not_spoken_to(stage: Stage, said: str) -> None:
    group, casey = where_it_reads_all(stage), stage.telegram.add_user("Casey", started=False)
    stage.telegram.user_joins(casey, group)
    await says(stage, casey, group, said)
    content = {"text": said, "sender_chat": group.described()}
    stage.telegram.user_sends_content(stage.athlete, content, chat=group)
    await stage.settle()
    assert bot_messages(stage, group) == []
    stage.is_clean()


async def test_a_private_club_is_no_nuisance_to_the_group_it_is_in(stage: Stage) -> None:
    settings = Settings(allowed_ids=frozenset({stage.athlete.id}))
    stage.chat.spotter.application.bot_data["room"] = replace(stage.room, settings=settings)
    group, casey = where_it_reads_all(stage), stage.telegram.add_user("Casey")
    stage.telegram.user_joins(casey, group)
    for said in ("good morning", "80x8", "/ban"):
        await says(stage, casey, group, said)
    assert bot_messages(stage, group) == []
    await says(stage, casey, group, "/plan")
    assert "This is a private Spotter." in str(bot_messages(stage, group)[-1].body["text"])
    stage.is_clean()
