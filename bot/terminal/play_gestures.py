"""What a bot does besides writing: it answers taps, reacts to messages and pins them.

Taps themselves are made in `player.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.terminal.formatting import LONGEST_TOAST, utf16_length
from bot.terminal.people import Chat, Standing
from bot.terminal.play_messages import Play
from bot.terminal.wire import Json, bad_request
from bot.terminal.world import Seen, World, without_reply

ANSWERABLE_FOR = timedelta(minutes=15)
# The emoji that Telegram lets everybody react with, without the invisible variation selector.
_FREE_REACTIONS = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ "
    "🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 "
    "🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)
REACTIONS = frozenset(_FREE_REACTIONS.split())


def reaction(emoji: str) -> str:
    """The emoji as Telegram keeps it; refuses one that nobody can react with."""
    plain = emoji.replace("\ufe0f", "")
    if plain not in REACTIONS:
        raise bad_request("REACTION_INVALID")
    return plain


def _answer_callback_query(world: World, params: Json) -> bool:
    tap = world.taps.get(params["callback_query_id"])
    if tap is None or tap.answered or world.now() - tap.at > ANSWERABLE_FOR:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = params.get("text", "")
    if utf16_length(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    if "url" in params:
        raise bad_request("URL_INVALID")
    tap.answered = True
    if text:
        seen = Seen.ALERT if params.get("show_alert", False) else Seen.TOAST
        world.show(seen, tap.chat_id, tap.message_id, user_id=tap.user.id, text=text)
    return True


def _set_message_reaction(world: World, params: Json) -> bool:
    chat = world.chat_to_write(params["chat_id"])
    message = world.message(chat, params["message_id"], "react")
    wanted = params.get("reaction", [])
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if wanted and wanted[0]["type"] != "emoji":
        raise bad_request("REACTION_INVALID")
    emoji = reaction(wanted[0]["emoji"]) if wanted else ""
    if emoji:
        message.reactions[world.me.id] = emoji
    else:
        message.reactions.pop(world.me.id, None)
    world.show(Seen.REACTION, chat.id, message.id, user_id=world.me.id, text=emoji)
    return True


def _chat_to_pin_in(world: World, params: Json) -> Chat:
    chat = world.chat_to_write(params["chat_id"])
    if not chat.private and chat.bot is not Standing.ADMINISTRATOR:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def _pin(world: World, params: Json) -> bool:
    """Pinning leaves a service message, and Telegram tells the bot of its own one, too."""
    chat = _chat_to_pin_in(world, params)
    message = world.message(chat, params["message_id"], "pin")
    if message.id in chat.pinned:
        return True
    chat.pinned.append(message.id)
    silent = bool(params.get("disable_notification", False))
    notice = world.post(chat, world.me, {"pinned_message": without_reply(message.body)}, silent=silent)
    world.show(Seen.PINNED, chat.id, message.id, user_id=world.me.id, silent=silent)
    world.updates.add("message", notice.body)
    return True


def _unpin(world: World, params: Json) -> bool:
    chat = _chat_to_pin_in(world, params)
    message_id = params.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    world.show(Seen.UNPINNED, chat.id, message_id, user_id=world.me.id)
    return True


def _unpin_all(world: World, params: Json) -> bool:
    chat = _chat_to_pin_in(world, params)
    while chat.pinned:
        world.show(Seen.UNPINNED, chat.id, chat.pinned.pop(), user_id=world.me.id)
    return True


PLAYED: Mapping[str, Play] = {
    "answerCallbackQuery": _answer_callback_query,
    "setMessageReaction": _set_message_reaction,
    "pinChatMessage": _pin,
    "unpinChatMessage": _unpin,
    "unpinAllChatMessages": _unpin_all,
}
