from __future__ import annotations

from typing import Any

import pytest

from bot.terminal.people import Standing, User
from bot.terminal.server import Telegram
from tests.bot.terminal.conftest import Ask, Clock

DONE = {"text": "Done", "callback_data": "d"}
QUERY_TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly"
    " the same as a current content and reply markup of the message"
)


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def started(telegram: Telegram, lifter: User) -> int:
    return int(telegram.user_sends(lifter, "/start")["message_id"])


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"text": ""}, "400 Bad Request: message text is empty"),
        ({"text": " \n "}, "400 Bad Request: message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "400 Bad Request: message text is empty"),
        ({"text": "x" * 4097}, "400 Bad Request: message is too long"),
        ({"text": "💪" * 2049}, "400 Bad Request: message is too long"),
        ({"text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "html"}, "ok"),
        ({"text": "💪" * 2048}, "ok"),
        ({"text": "a", "parse_mode": "BBCode"}, "400 Bad Request: unsupported parse_mode"),
        (
            {"text": "<u", "parse_mode": "HTML"},
            "400 Bad Request: can't parse entities: Unclosed start tag at byte offset 0",
        ),
        (
            {"text": "a", "reply_parameters": {"message_id": 99}},
            "400 Bad Request: message to be replied not found",
        ),
        ({"text": "a", "reply_parameters": {"message_id": 99, "allow_sending_without_reply": True}}, "ok"),
        ({"text": "a", "chat_id": 5}, "400 Bad Request: chat not found"),
        ({"text": "a", "chat_id": "@nobody"}, "400 Bad Request: chat not found"),
        (
            {"text": "a", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
            "400 Bad Request: can't parse entities: entity beyond the end of the text at 0",
        ),
        ({"text": "a", "message_thread_id": 3}, "400 Bad Request: message thread not found"),
        ({"text": "<b>a</b> " * 100, "parse_mode": "HTML"}, "ok"),
        (
            {"text": "<b>a</b> " * 101, "parse_mode": "HTML"},
            "400 Bad Request: of more than 100 entities the rest would be dropped",
        ),
        (
            {"text": "<code>a <b>b</b></code>", "parse_mode": "HTML"},
            "400 Bad Request: an entity bold inside ['code'] would be dropped",
        ),
        (
            {"text": "<blockquote>a <b>b</b></blockquote> <code>c</code> <i>d</i>", "parse_mode": "HTML"},
            "ok",
        ),
        (
            {"text": "<blockquote>a <blockquote expandable>b</blockquote>", "parse_mode": "HTML"}
            | {"text": "<blockquote>a <blockquote expandable>b</blockquote></blockquote>"},
            "400 Bad Request: an entity expandable_blockquote inside ['blockquote'] would be dropped",
        ),
    ],
)
async def test_send_message(
    telegram: Telegram, lifter: User, ask: Ask, given: dict[str, Any], words: str
) -> None:
    started(telegram, lifter)
    assert await ask("sendMessage", **{"chat_id": lifter.id, **given}) == words
    assert len(telegram.chat(lifter.id).messages) == (2 if words == "ok" else 1)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (inline([{"text": "a", "callback_data": "x" * 65}]), "400 Bad Request: BUTTON_DATA_INVALID"),
        (inline([{"text": "a", "callback_data": "💪" * 17}]), "400 Bad Request: BUTTON_DATA_INVALID"),
        (inline([{"text": "a", "callback_data": ""}]), "400 Bad Request: BUTTON_DATA_INVALID"),
        (inline([{"text": "a", "callback_data": "💪" * 16}]), "ok"),
        (inline(*[[DONE] * 8] * 12, [DONE] * 4), "ok"),
        (inline(*[[DONE] * 8] * 12, [DONE] * 5), "400 Bad Request: reply markup is too long"),
        (inline([DONE] * 9), "400 Bad Request: a row of more than 8 buttons would be cut off"),
        (
            inline([{"text": "a"}]),
            "400 Bad Request: can't parse inline keyboard button: "
            "Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline([{"text": " ", "callback_data": "d"}]),
            "400 Bad Request: can't parse inline keyboard button: Text is empty",
        ),
        (
            inline([{**DONE, "url": "http://x.y"}]),
            "400 Bad Request: can't parse inline keyboard button: more than one action",
        ),
        (
            inline([{**DONE, "style": "green"}]),
            "400 Bad Request: can't parse inline keyboard button: invalid button style specified",
        ),
        (inline([{**DONE, "style": "success"}]), "ok"),
        (
            inline([{"text": "a", "url": "nonsense"}]),
            "400 Bad Request: inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL",
        ),
        (inline([{"text": "a", "copy_text": {"text": "💪" * 128}}]), "ok"),
        (
            inline([{"text": "a", "copy_text": {"text": "💪" * 129}}]),
            "400 Bad Request: BUTTON_COPY_TEXT_INVALID",
        ),
        ({"keyboard": [[]]}, "400 Bad Request: REPLY_MARKUP_INVALID"),
        ({"keyboard": [[{"text": " "}]]}, "400 Bad Request: keyboard button text must be non-empty"),
        (
            {"force_reply": True, "input_field_placeholder": "x" * 65},
            "400 Bad Request: REPLY_MARKUP_PLACEHOLDER_INVALID",
        ),
        ({"keyboard": [[{"text": "a"}]], "resize_keyboard": True}, "ok"),
        ({"remove_keyboard": True}, "ok"),
    ],
)
async def test_keyboards(
    telegram: Telegram, lifter: User, ask: Ask, markup: dict[str, Any], words: str
) -> None:
    started(telegram, lifter)
    assert await ask("sendMessage", chat_id=lifter.id, text="a", reply_markup=markup) == words


async def test_only_who_wrote_can_be_written_to(telegram: Telegram, lifter: User, ask: Ask) -> None:
    stranger = telegram.add_user(started=False)
    to = {"text": "a", "chat_id": stranger.id}
    assert await ask("sendMessage", **to) == "403 Forbidden: bot can't initiate conversation with a user"
    telegram.user_sends(stranger, "/start")
    assert await ask("sendMessage", **to) == "ok"
    telegram.user_blocks(stranger)
    assert await ask("sendMessage", **to) == "403 Forbidden: bot was blocked by the user"
    assert await ask("sendChatAction", chat_id=stranger.id, action="typing") != "ok"
    telegram.user_unblocks(stranger)
    assert await ask("sendMessage", **to) == "ok"
    telegram.user_leaves_telegram(stranger)
    assert await ask("sendMessage", **to) == "403 Forbidden: user is deactivated"


async def test_edits(telegram: Telegram, lifter: User, ask: Ask) -> None:
    own = started(telegram, lifter)
    keyboard = inline([DONE])
    assert await ask("sendMessage", chat_id=lifter.id, text="<b>a</b>", parse_mode="HTML") == "ok"
    to = {"chat_id": lifter.id, "message_id": 2}

    assert await ask("editMessageText", **to, text="<b>a</b>", parse_mode="HTML") == NOT_MODIFIED
    assert await ask("editMessageText", **to, text="a") == "ok"
    assert await ask("editMessageText", **to, text=" a ") == NOT_MODIFIED
    assert await ask("editMessageText", **to, text="a", reply_markup=keyboard) == "ok"
    assert await ask("editMessageReplyMarkup", **to, reply_markup=keyboard) == NOT_MODIFIED
    assert await ask("editMessageText", **to, text="b") == "ok"
    assert "reply_markup" not in telegram.chat(lifter.id).messages[2].body
    assert await ask("editMessageReplyMarkup", **to) == NOT_MODIFIED
    assert await ask("editMessageText", **to, text="") == "400 Bad Request: message text is empty"

    missing = "400 Bad Request: message to edit not found"
    assert await ask("editMessageText", chat_id=lifter.id, message_id=9, text="a") == missing
    not_its_own = "400 Bad Request: message can't be edited"
    assert await ask("editMessageText", chat_id=lifter.id, message_id=own, text="a") == not_its_own
    assert await ask("editMessageCaption", **to, caption="a") == (
        "400 Bad Request: there is no caption in the message to edit"
    )
    assert await ask("editMessageText", text="a") == "400 Bad Request: message identifier is not specified"


async def test_taps_are_answered_once_and_in_time(
    telegram: Telegram, lifter: User, clock: Clock, ask: Ask
) -> None:
    started(telegram, lifter)
    await ask("sendMessage", chat_id=lifter.id, text="a", reply_markup=inline([DONE]))
    first, second, late = (telegram.user_taps(lifter, 2, "Done") for _ in range(3))
    assert telegram.unanswered() == [first, second, late]
    assert await ask("answerCallbackQuery", callback_query_id=first.id) == "ok"
    assert await ask("answerCallbackQuery", callback_query_id=first.id) == QUERY_TOO_OLD
    assert await ask("answerCallbackQuery", callback_query_id="77") == QUERY_TOO_OLD
    too_long = {"callback_query_id": second.id, "text": "💪" * 101}
    assert await ask("answerCallbackQuery", **too_long) == "400 Bad Request: MESSAGE_TOO_LONG"
    assert await ask("answerCallbackQuery", callback_query_id=second.id, text="x" * 200) == "ok"
    clock.pass_(minutes=15, seconds=1)
    assert await ask("answerCallbackQuery", callback_query_id=late.id) == QUERY_TOO_OLD
    assert telegram.unanswered() == [late]


@pytest.mark.parametrize(
    ("emoji", "words"),
    [(emoji, "ok") for emoji in ("👍", "🏆", "👎", "🔥", "👌", "❤", "❤️")]
    + [(emoji, "400 Bad Request: REACTION_INVALID") for emoji in ("💪", "✅", "x", "")],
)
async def test_reactions(telegram: Telegram, lifter: User, ask: Ask, emoji: str, words: str) -> None:
    message = {"chat_id": lifter.id, "message_id": started(telegram, lifter)}
    assert await ask("setMessageReaction", **message, reaction=[{"type": "emoji", "emoji": emoji}]) == words


async def test_a_bot_has_one_reaction_and_can_take_it_back(
    telegram: Telegram, lifter: User, ask: Ask
) -> None:
    own = started(telegram, lifter)
    message = {"chat_id": lifter.id, "message_id": own}
    thumb = {"type": "emoji", "emoji": "👍"}
    two = await ask("setMessageReaction", **message, reaction=[thumb, thumb])
    assert two == "400 Bad Request: REACTIONS_TOO_MANY"
    assert await ask("setMessageReaction", **message, reaction=[thumb]) == "ok"
    assert telegram.chat(lifter.id).messages[own].reactions == {telegram.me.id: "👍"}
    assert await ask("setMessageReaction", **message) == "ok"
    assert telegram.chat(lifter.id).messages[own].reactions == {}
    gone = await ask("setMessageReaction", chat_id=lifter.id, message_id=9, reaction=[thumb])
    assert gone == "400 Bad Request: message to react not found"


async def test_deleting(telegram: Telegram, lifter: User, clock: Clock, ask: Ask) -> None:
    own = started(telegram, lifter)
    to = {"chat_id": lifter.id}
    assert await ask("deleteMessage", **to, message_id=9) == "400 Bad Request: message to delete not found"
    assert await ask("deleteMessage", **to, message_id=own) == "ok"
    await ask("sendMessage", **to, text="a")
    await ask("sendMessage", **to, text="b")
    assert await ask("deleteMessages", **to, message_ids=[2, 9]) == "ok"
    clock.pass_(hours=49)
    too_old = "400 Bad Request: message can't be deleted for everyone"
    assert await ask("deleteMessage", **to, message_id=3) == too_old
    assert list(telegram.chat(lifter.id).messages) == [3]


async def test_pins(telegram: Telegram, lifter: User, ask: Ask) -> None:
    started(telegram, lifter)
    to = {"chat_id": lifter.id}
    await ask("sendMessage", **to, text="a")
    assert await ask("pinChatMessage", **to, message_id=2) == "ok"
    assert telegram.chat(lifter.id).pinned == [2]
    notice = telegram.updates.pending()[-1]["message"]
    assert (notice["message_id"], notice["pinned_message"]["message_id"]) == (3, 2)
    assert await ask("editMessageText", **to, message_id=3, text="x") == (
        "400 Bad Request: message can't be edited"
    )
    assert await ask("unpinChatMessage", **to, message_id=2) == "ok"
    assert await ask("unpinChatMessage", **to) == "400 Bad Request: message to unpin not found"
    assert await ask("pinChatMessage", **to, message_id=8) == "400 Bad Request: message to pin not found"


async def test_groups(telegram: Telegram, lifter: User, ask: Ask) -> None:
    group = telegram.add_group("Gym", lifter)
    to = {"chat_id": group.id}
    message = telegram.user_sends(lifter, "hi", chat=group)["message_id"]
    assert await ask("deleteMessage", **to, message_id=message) == "400 Bad Request: message can't be deleted"
    assert await ask("pinChatMessage", **to, message_id=message) == (
        "400 Bad Request: not enough rights to manage pinned messages in the chat"
    )
    telegram.user_sets_bot(lifter, group, Standing.ADMINISTRATOR)
    assert await ask("deleteMessage", **to, message_id=message) == "ok"
    telegram.user_sets_bot(lifter, group, Standing.KICKED)
    assert (
        await ask("sendMessage", **to, text="a") == "403 Forbidden: bot was kicked from the supergroup chat"
    )


async def test_what_is_not_played_says_so(lifter: User, ask: Ask) -> None:
    words = "400 Bad Request: method sendDice is not played by this phone"
    assert await ask("sendDice", chat_id=lifter.id) == words
    assert await ask("sendNothing") == "404 Not Found"


async def test_the_ledger_knows_what_broke_a_rule(telegram: Telegram, lifter: User, ask: Ask) -> None:
    started(telegram, lifter)
    await ask("sendMessage", chat_id=lifter.id, text="a")
    await ask("sendMessage", chat_id=lifter.id, text="")
    telegram.faults.fail("sendMessage", 500)
    await ask("sendMessage", chat_id=lifter.id, text="b")
    assert [call.text for call in telegram.ledger.calls("sendMessage", lifter.id)] == ["a", "", "b"]
    assert [call.description for call in telegram.ledger.refused()] == ["Bad Request: message text is empty"]
    assert [call.applied for call in telegram.ledger] == [True, False, False]
