from __future__ import annotations

import json
from typing import Any

import pytest

from bot.terminal.validation import check_call, misfit
from bot.terminal.wire import Refused, Upload

DONE = {"text": "Done", "callback_data": "d"}


def refusal_of(method: str, **given: Any) -> str:
    with pytest.raises(Refused) as refused:
        check_call(method, given)
    return f"{refused.value.status} {refused.value.description}"


def test_a_form_is_decoded_to_the_types_of_the_specification() -> None:
    keyboard = {"inline_keyboard": [[DONE]]}
    method, params = check_call(
        "sendmessage",
        {
            "chat_id": "1001",
            "text": "12",
            "disable_notification": "true",
            "reply_markup": json.dumps(keyboard),
            "parse_mode": "",
        },
    )
    assert method.name == "sendMessage"
    assert params == {
        "chat_id": 1001,
        "text": "12",
        "disable_notification": True,
        "reply_markup": keyboard,
        "parse_mode": "",
    }


@pytest.mark.parametrize(
    ("method", "given", "words"),
    [
        ("sendNonsense", {}, "404 Not Found"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "a", "disable_webpage": 1},
            'has no parameter "disable_webpage"',
        ),
        ("sendMessage", {"text": "a"}, "400 Bad Request: chat_id is empty"),
        ("sendMessage", {"chat_id": "", "text": "a"}, "400 Bad Request: chat_id is empty"),
        ("deleteMessage", {"chat_id": 1}, '400 Bad Request: parameter "message_id" is required'),
        ("deleteMessage", {"chat_id": 1, "message_id": "x"}, "message_id must be of type Integer"),
        ("deleteMessage", {"chat_id": 1, "message_id": True}, "message_id must be of type Integer"),
        ("deleteMessage", {"chat_id": 1, "message_id": 1.5}, "message_id must be of type Integer"),
        ("deleteMessages", {"chat_id": 1, "message_ids": "[1,"}, "Array of Integer expected"),
        ("deleteMessages", {"chat_id": 1, "message_ids": '["1"]'}, "message_ids[0] must be of type Integer"),
        ("sendMessage", {"chat_id": 1, "text": 5}, "text must be of type String"),
        ("sendMessage", {"chat_id": 1, "text": "a", "disable_notification": "maybe"}, "Boolean"),
        (
            "sendLocation",
            {"chat_id": 1, "latitude": "north", "longitude": "1"},
            "latitude must be of type Float",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(method: str, given: dict[str, Any], words: str) -> None:
    assert words in refusal_of(method, **given)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ({"inline_keyboard": [[{**DONE, "colour": "red"}]]}, 'InlineKeyboardButton has no field "colour"'),
        ({"inline_keyboard": [[{"callback_data": "d"}]]}, 'InlineKeyboardButton must have a field "text"'),
        ({"inline_keyboard": [[{"text": "a", "callback_data": 5}]]}, "callback_data must be of type String"),
        ({"inline_keyboard": [DONE]}, "inline_keyboard[0] must be an array of InlineKeyboardButton"),
        ({"inline_keyboard": [[DONE]], "selective": True}, 'InlineKeyboardMarkup has no field "selective"'),
        ({"keyboard": [["a"]], "rezise": True}, 'ReplyKeyboardMarkup has no field "rezise"'),
        ({"remove_keyboard": "yes"}, "remove_keyboard must be of type Boolean"),
        ([], "must be a"),
    ],
)
def test_nested_objects_are_checked_to_the_bottom(markup: Any, words: str) -> None:
    given = {"chat_id": 1, "text": "a"}
    assert words in refusal_of("sendMessage", **given, reply_markup=json.dumps(markup))
    assert words in refusal_of("sendMessage", **given, reply_markup=markup)


def test_kinds_are_told_apart_by_their_fixed_word() -> None:
    assert "reaction" in refusal_of(
        "setMessageReaction", chat_id=1, message_id=2, reaction=[{"type": "emoji"}]
    )
    assert 'ReactionTypeEmoji must have a field "emoji"' in refusal_of(
        "setMessageReaction", chat_id=1, message_id=2, reaction=[{"type": "emoji"}]
    )
    method, _ = check_call(
        "setMessageReaction",
        {"chat_id": 1, "message_id": 2, "reaction": '[{"type": "custom_emoji", "custom_emoji_id": "5"}]'},
    )
    assert method.name == "setMessageReaction"


def test_a_file_may_stand_only_where_files_may() -> None:
    upload = Upload("a.csv", b"1")
    _, params = check_call("sendDocument", {"chat_id": "1"}, {"document": upload})
    assert params["document"] is upload
    with pytest.raises(Refused, match="text\" can't be a file"):
        check_call("sendMessage", {"chat_id": "1"}, {"text": upload})


def test_depth_bombs_are_refused() -> None:
    assert "Bad Request" in refusal_of("sendMessage", chat_id=1, text="a", reply_markup="[" * 100_000)


def test_misfit_explains_what_is_wrong_with_an_object() -> None:
    chat = {"id": 1, "type": "private"}
    assert misfit("Message", {"message_id": 1, "date": 2, "chat": chat}) is None
    assert misfit("Message", {"message_id": 1, "date": 2}) == 'Message must have a field "chat"'
