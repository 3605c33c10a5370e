"""How a bot writes and deletes: sendMessage, deleteMessage(s), sendChatAction, and the rules texts obey.

Changing what was written is in `play_edits.py`, pictures and documents in `play_files.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.terminal.formatting import (
    LONGEST_CAPTION,
    LONGEST_TEXT,
    check_entities,
    check_kept,
    cleaned,
    trimmed,
    utf16_length,
)
from bot.terminal.html import parse_html
from bot.terminal.keyboards import checked_markup
from bot.terminal.people import Chat, Message, Standing
from bot.terminal.wire import Json, bad_request
from bot.terminal.world import Seen, World

Play = Callable[[World, Json], object]

DELETABLE_FOR = timedelta(hours=48)
_ACTION_WORDS = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note"
)
_ACTIONS = frozenset(_ACTION_WORDS.split())
# Telegram knows these too; a bot on this phone has no business with them.
_UNPLAYED_SENDING = (
    "business_connection_id", "direct_messages_topic_id", "suggested_post_parameters",
)  # fmt: skip


def formatted(params: Json, name: str = "text") -> tuple[str, list[Json]]:
    """Plain text and entities of a text or caption, its HTML parsed, space around it gone."""
    source = cleaned(params.get(name, ""))
    mode = params.get("parse_mode", "")
    given = params.get("entities" if name == "text" else f"{name}_entities")
    if not mode:
        text, entities = trimmed(source, check_entities(source, given or ()))
        check_kept(entities)
        return text, entities
    if mode.lower() in ("markdown", "markdownv2"):
        raise bad_request(f"parse_mode {mode} is not played by this phone, only HTML is")
    if mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    text, entities = trimmed(*parse_html(source))
    check_kept(entities)
    return text, entities


def text_content(params: Json) -> Json:
    """The `text` and `entities` of a message. Refuses empty and overlong ones."""
    if not params.get("text"):
        raise bad_request("message text is empty")
    text, entities = formatted(params)
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def caption_content(params: Json) -> Json:
    """The `caption` and `caption_entities` of a message, empty without a caption. Refuses overlong ones."""
    text, entities = formatted(params, "caption")
    if utf16_length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, **({"caption_entities": entities} if entities else {})}


def send(world: World, params: Json, content: Json) -> Json:
    """Puts a message of the bot's into the chat its parameters name, as a reply if they say so."""
    for name in _UNPLAYED_SENDING:
        if name in params:
            raise bad_request(f'parameter "{name}" is not played by this phone')
    chat = world.chat_to_write(params["chat_id"])
    markup = checked_markup(params.get("reply_markup"), private=chat.private)
    content = {**content, **_in_topic(chat, params.get("message_thread_id"))}
    reply_to = _replied(chat, params.get("reply_parameters"))
    if markup is not None and "inline_keyboard" in markup:
        content = {**content, "reply_markup": markup}
    silent = bool(params.get("disable_notification", False))
    message = world.post(chat, world.me, content, reply_to=reply_to, silent=silent)
    message.keys = _labels(markup or {})
    return message.body


def _labels(markup: Json) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(key if isinstance(key, str) else key["text"] for key in row)
        for row in markup.get("keyboard", ())
    )


def _in_topic(chat: Chat, topic_id: int | None) -> Json:
    """Where in a forum a message stands; refuses a topic that is not there."""
    if topic_id is None:
        return {}
    if topic_id not in chat.topics:
        raise bad_request("message thread not found")
    return {"message_thread_id": topic_id, "is_topic_message": True}


def _replied(chat: Chat, reply: Json | None) -> Message | None:
    if reply is None:
        return None
    if reply.get("chat_id", chat.id) != chat.id:
        raise bad_request("a reply to another chat is not played by this phone")
    found = chat.messages.get(reply["message_id"])
    if found is None and not reply.get("allow_sending_without_reply", False):
        raise bad_request("message to be replied not found")
    return found


def _send_message(world: World, params: Json) -> Json:
    return send(world, params, text_content(params))


def _check_deletable(world: World, chat: Chat, message: Message) -> None:
    own = message.sender_id == world.me.id
    if not own and not chat.private and chat.bot is not Standing.ADMINISTRATOR:
        raise bad_request("message can't be deleted")
    if world.unix() - message.body["date"] > DELETABLE_FOR.total_seconds():
        raise bad_request("message can't be deleted for everyone")


def _delete_message(world: World, params: Json) -> bool:
    chat = world.chat_to_write(params["chat_id"])
    message = world.message(chat, params["message_id"], "delete")
    _check_deletable(world, chat, message)
    world.remove(chat, message)
    return True


def _delete_messages(world: World, params: Json) -> bool:
    if not 1 <= len(params["message_ids"]) <= 100:
        raise bad_request("message identifiers are not specified")
    chat = world.chat_to_write(params["chat_id"])
    found = [chat.messages[message_id] for message_id in params["message_ids"] if message_id in chat.messages]
    for message in found:
        _check_deletable(world, chat, message)
    for message in found:
        world.remove(chat, message)
    return True


def _send_chat_action(world: World, params: Json) -> bool:
    chat = world.chat_to_write(params["chat_id"])
    if params["action"] not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.show(Seen.ACTION, chat.id, user_id=world.me.id, text=params["action"])
    return True


PLAYED: Mapping[str, Play] = {
    "sendMessage": _send_message,
    "deleteMessage": _delete_message,
    "deleteMessages": _delete_messages,
    "sendChatAction": _send_chat_action,
}
