from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Bot, Update

from bot.terminal.message_kinds import KINDS
from bot.terminal.people import Standing, User
from bot.terminal.request import InProcessRequest
from bot.terminal.server import Telegram
from bot.terminal.validation import misfit
from bot.terminal.world import Event, Seen
from tests.bot.terminal.conftest import Ask

DONE = {
    "inline_keyboard": [[{"text": "✅ Done", "callback_data": "d"}, {"text": "Site", "url": "https://x.y"}]]
}


def newest(telegram: Telegram) -> dict[str, Any]:
    return telegram.updates.pending()[-1]


def understood(telegram: Telegram) -> Update:
    """The newest update, held against the specification and read by python-telegram-bot."""
    update = newest(telegram)
    assert misfit("Update", update) is None
    read = Update.de_json(update, Bot(telegram.token, request=InProcessRequest(telegram)))
    assert read is not None
    return read


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_message_is_valid(telegram: Telegram, lifter: User, kind: str) -> None:
    telegram.user_sends_kind(lifter, kind)
    update = understood(telegram)
    assert update.message is not None
    assert update.message.from_user is not None
    assert update.message.from_user.id == lifter.id


def test_a_text_has_its_commands_marked(telegram: Telegram, lifter: User) -> None:
    telegram.user_sends(lifter, "💪 /plan@spotter_coach_bot and /max, not a/b or 8/7 @somebody")
    message = understood(telegram).message
    assert message is not None
    assert list(message.parse_entities().values()) == ["/plan@spotter_coach_bot", "/max", "@somebody"]


def test_a_reply_and_an_edit(telegram: Telegram, lifter: User) -> None:
    first = telegram.user_sends(lifter, "a")
    telegram.user_sends(lifter, "b", reply_to=first)
    reply = understood(telegram).message
    assert reply is not None
    assert reply.reply_to_message is not None
    assert (reply.message_id, reply.reply_to_message.message_id) == (2, 1)
    telegram.user_edits(lifter, first, "/c")
    edited = understood(telegram).edited_message
    assert edited is not None
    assert (edited.text, edited.message_id) == ("/c", 1)
    assert edited.edit_date is not None


def test_a_file_can_be_fetched(telegram: Telegram, lifter: User) -> None:
    telegram.user_sends_file(lifter, "log.csv", b"a,b", "mine")
    message = understood(telegram).message
    assert message is not None
    assert message.document is not None
    assert (message.document.file_name, message.document.mime_type) == ("log.csv", "text/csv")
    assert message.caption == "mine"


async def test_taps(telegram: Telegram, lifter: User, ask: Ask) -> None:
    telegram.user_sends(lifter, "/start")
    await ask("sendMessage", chat_id=lifter.id, text="card", reply_markup=DONE)
    for button in (1, "✅ Done", "d"):
        telegram.user_taps(lifter, 2, button)
        query = understood(telegram).callback_query
        assert query is not None
        assert query.data == "d"
        assert query.message is not None
        assert query.message.message_id == 2
    with pytest.raises(ValueError, match="sends nothing to the bot"):
        telegram.user_taps(lifter, 2, "Site")
    with pytest.raises(ValueError, match=r"no button 9 on message 2: it has 2 \(✅ Done, Site\)"):
        telegram.user_taps(lifter, 2, 9)


def test_a_press_on_a_message_that_is_gone(telegram: Telegram, lifter: User) -> None:
    telegram.user_presses(lifter, 77, "forged")
    query = understood(telegram).callback_query
    assert query is not None
    assert query.message is not None
    assert not query.message.is_accessible
    assert query.data == "forged"


def test_blocking_and_writing_again(telegram: Telegram, lifter: User) -> None:
    telegram.user_blocks(lifter)
    change = understood(telegram).my_chat_member
    assert change is not None
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("member", "kicked")
    telegram.user_sends(lifter, "back")
    assert [sorted(update)[0] for update in telegram.updates.pending()] == [
        "my_chat_member",
        "my_chat_member",
        "message",
    ]
    assert telegram.chat(lifter.id).bot is Standing.MEMBER


def test_a_bot_in_a_group_sees_what_is_meant_for_it(telegram: Telegram, lifter: User) -> None:
    group = telegram.add_group("Gym", lifter)
    bots_own = telegram.post(group, telegram.me, {"text": "card"})
    for text in ("80x8", "8 /plan", "/plan@another_bot", "mail me@spotter_coach_bot.com"):
        telegram.user_sends(lifter, text, chat=group)
    assert telegram.updates.pending() == []
    telegram.user_sends(lifter, "80x8", reply_to=bots_own.body, chat=group)
    telegram.user_sends(lifter, "/plan", chat=group)
    telegram.user_sends(lifter, "/plan@Spotter_Coach_Bot", chat=group)
    telegram.user_sends(lifter, "hi @spotter_coach_bot", chat=group)
    assert len(telegram.updates) == 4
    telegram.user_sets_bot(lifter, group, Standing.ADMINISTRATOR)
    understood(telegram)
    telegram.user_sends(lifter, "80x8", chat=group)
    assert len(telegram.updates) == 6


def test_coming_and_going(telegram: Telegram, lifter: User) -> None:
    group = telegram.add_group("Gym")
    with pytest.raises(ValueError, match="not in this chat"):
        telegram.user_sends(lifter, "hi", chat=group)
    telegram.user_joins(lifter, group)
    assert understood(telegram).message is not None
    telegram.user_leaves(lifter, group)
    assert understood(telegram).message is not None
    with pytest.raises(ValueError, match="not in this chat"):
        telegram.user_sends(lifter, "hi", chat=group)


def test_what_telegram_does_not_carry_is_a_mistake_of_the_test(telegram: Telegram, lifter: User) -> None:
    for text in (" ", "x" * 4097):
        with pytest.raises(ValueError, match="1 to 4096"):
            telegram.user_sends(lifter, text)
    with pytest.raises(ValueError, match="no message 5"):
        telegram.user_sends(lifter, "a", reply_to=5)
    bots_own = telegram.post(telegram.chat(lifter.id), telegram.me, {"text": "card"})
    with pytest.raises(ValueError, match="not Lifter's to edit"):
        telegram.user_edits(lifter, bots_own.id, "mine")


def test_private_chats_count_their_messages_together_and_a_group_by_itself(
    telegram: Telegram, lifter: User
) -> None:
    other = telegram.add_user("Other")
    assert telegram.user_sends(lifter, "a")["message_id"] == 1
    assert telegram.user_sends(other, "a")["message_id"] == 2
    group = telegram.add_group("Gym", lifter, other)
    assert telegram.user_sends(lifter, "/a", chat=group.id)["message_id"] == 1
    assert telegram.user_sends(lifter, "a")["message_id"] == 3
    assert newest(telegram)["message"]["date"] == int(datetime(2026, 3, 2, 18, tzinfo=UTC).timestamp())


def test_watchers_see_everything_until_they_stop(telegram: Telegram, lifter: User) -> None:
    seen: list[Event] = []
    stop = telegram.watch(seen.append)
    message = telegram.user_sends(lifter, "a")
    telegram.user_edits(lifter, message, "b")
    telegram.user_reacts(lifter, message, "👍")
    telegram.user_deletes(lifter, message)
    stop()
    telegram.user_sends(lifter, "c")
    assert [event.seen for event in seen] == [Seen.MESSAGE, Seen.EDITED, Seen.REACTION, Seen.DELETED]
