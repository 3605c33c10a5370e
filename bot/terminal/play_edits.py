"""How a bot changes what it wrote: editMessageText, -Caption, -Media and -ReplyMarkup.

Texts obey the rules of `play_messages.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.terminal.keyboards import checked_markup
from bot.terminal.people import Message
from bot.terminal.play_files import check_takes_photos, document_content, photo_content
from bot.terminal.play_messages import Play, caption_content, text_content
from bot.terminal.wire import Json, bad_request
from bot.terminal.world import Seen, World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a"
    " current content and reply markup of the message"
)
_TEXT = ("text", "entities")
_CAPTION = ("caption", "caption_entities")
_MEDIA = ("photo", "document", *_CAPTION)


def _edited(world: World, params: Json) -> Message:
    """The bot's own message that is to be changed."""
    if "inline_message_id" in params:
        raise bad_request("inline messages are not played by this phone")
    if "business_connection_id" in params:
        raise bad_request('parameter "business_connection_id" is not played by this phone')
    if "chat_id" not in params or "message_id" not in params:
        raise bad_request("message identifier is not specified")
    chat = world.chat_to_write(params["chat_id"])
    message = world.message(chat, params["message_id"], "edit")
    if message.sender_id != world.me.id or "pinned_message" in message.body:
        raise bad_request("message can't be edited")
    return message


def _change(world: World, message: Message, params: Json, parts: tuple[str, ...], content: Json) -> Json:
    """Exchanges some parts of a message and its keyboard. A keyboard that isn't given is taken away."""
    markup = checked_markup(
        params.get("reply_markup"), private=message.body["chat"]["type"] == "private", inline_only=True
    )
    kept = {
        key: part for key, part in message.body.items() if key not in (*parts, "reply_markup", "edit_date")
    }
    changed = {**kept, **content, **({"reply_markup": markup} if markup else {})}
    if changed == {key: part for key, part in message.body.items() if key != "edit_date"}:
        raise bad_request(_NOT_MODIFIED)
    message.body = {**changed, "edit_date": world.unix()}
    world.show(Seen.EDITED, message.body["chat"]["id"], message.id, user_id=world.me.id)
    return message.body


def _edit_text(world: World, params: Json) -> Json:
    if "rich_message" in params:
        raise bad_request('parameter "rich_message" is not played by this phone')
    content = text_content(params)
    message = _edited(world, params)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _change(world, message, params, _TEXT, content)


def _edit_caption(world: World, params: Json) -> Json:
    content = caption_content(params)
    message = _edited(world, params)
    if "photo" not in message.body and "document" not in message.body:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, message, params, _CAPTION, content)


def _edit_media(world: World, params: Json) -> Json:
    media: Json = params["media"]
    message = _edited(world, params)
    if media["type"] not in ("photo", "document"):
        raise bad_request(f"media of type {media['type']} is not played by this phone")
    if media["type"] == "photo":
        check_takes_photos(world.chat(message.body["chat"]["id"]))
    make = photo_content if media["type"] == "photo" else document_content
    content = {**make(world.files, media["media"]), **caption_content(media)}
    # The specification: a text message may be replaced with a picture.
    return _change(world, message, params, (*_TEXT, *_MEDIA), content)


def _edit_markup(world: World, params: Json) -> Json:
    return _change(world, _edited(world, params), params, (), {})


PLAYED: Mapping[str, Play] = {
    "editMessageText": _edit_text,
    "editMessageCaption": _edit_caption,
    "editMessageMedia": _edit_media,
    "editMessageReplyMarkup": _edit_markup,
}
