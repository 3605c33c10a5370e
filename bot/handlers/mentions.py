"""What was typed, without a slash and without the bot's name: `@spotter 80x8` says `80x8`."""

from __future__ import annotations

import re

from telegram import Message as Sent
from telegram import Update, User
from telegram.ext import filters

from bot.context import MESSAGE_LIMIT, Context
from core.coach.words.talk import Message

SLASH = re.compile(r"\A/(\w+)(?:@(\w+))?")


def mentioned_out(text: str, username: str) -> str:
    """What is said to the bot, without its name before or behind it; empty where nothing else is said."""
    name = rf"@{re.escape(username)}\b"
    return re.sub(rf"\A\s*{name}[\s,:]*|\s*{name}\s*\Z", "", text, flags=re.IGNORECASE).strip()


def is_for_the_bot(message: Sent, bot: User) -> bool:
    """Whether a message in a group is said to the bot: a command, a reply to it, or with its name in it.

    A command with another bot's name is not; one without any may be.
    """
    command = SLASH.match(message.text or "") if filters.COMMAND.filter(message) else None
    if command is not None:
        return command[2] is None or command[2].casefold() == (bot.username or "").casefold()
    replied = message.reply_to_message
    if replied is not None and replied.from_user is not None and replied.from_user.id == bot.id:
        return True
    return is_named(message, bot)


def is_named(message: Sent, bot: User) -> bool:
    """Whether the bot's name stands in a message."""
    said = message.text or message.caption or ""
    return re.search(rf"@{re.escape(bot.username or '')}\b", said, re.IGNORECASE) is not None


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
