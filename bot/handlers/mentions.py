"""What was typed, without a slash and without the bot's name: `@spotter 80x8` says `80x8`."""

from __future__ import annotations

import re

from telegram import Message as Sent
from telegram import Update

from bot.context import Context
from core.coach.talk import Message

MESSAGE_LIMIT = 4096
SLASH = re.compile(r"\A/(\w+)(?:@(\w+))?")


def mentioned_out(text: str, username: str) -> str:
    """What is said to the bot, without its name before or behind it; empty where nothing else is said."""
    name = rf"@{re.escape(username)}\b"
    return re.sub(rf"\A\s*{name}[\s,:]*|\s*{name}\s*\Z", "", text, flags=re.IGNORECASE).strip()


def is_captioned(message: Sent | None) -> bool:
    """Whether the words of a message stand beneath something that is no text."""
    return message is not None and message.text is not None and message.caption is not None


def message_of(update: Update, context: Context) -> Message:
    """What was typed, a slash before it left out, and which message it answers."""
    message = update.effective_message
    text = (message.text if message is not None else None) or ""
    replied = message.reply_to_message if message is not None else None
    words = SLASH.sub(lambda command: command[1].replace("_", " "), text)
    words = mentioned_out(words, context.bot.username)
    reply_to = replied.message_id if replied is not None else None
    return Message(words[:MESSAGE_LIMIT], context.chat_id, context.message_id, reply_to)
