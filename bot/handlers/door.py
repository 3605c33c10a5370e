"""The door: who may come in, and who can't be told apart from others.

With ALLOWED_IDS set, Spotter is a private club, and others get one polite line.
"""

from __future__ import annotations

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from bot.context import Context
from bot.texts import say, word
from bot.views.view import Toast, View

CLOSED = "This is a private Spotter. Whoever runs it can let you in: your id is {id}."

UNKNOWN = "I can't tell who you are: you write as a group or a channel. Write as yourself, and we can train."


async def keep_door(update: Update, context: Context) -> None:
    """Let members pass to the routes; tell anybody else once an update, and stop there."""
    user = update.effective_user
    if user is not None and user.id == context.bot.id:
        await _tidy(update, context)
        raise ApplicationHandlerStop
    if user is None or update.effective_sender is not user:
        await _nobody(update, context)
        raise ApplicationHandlerStop
    if user.is_bot:  # never answered: two bots that answer each other have no end
        raise ApplicationHandlerStop
    if context.room.settings.allows(user.id):
        return
    if context.pressed:
        await context.toast(Toast(word(CLOSED, id=user.id)))
    elif update.inline_query is not None:
        await context.room.sender.answer_inline(update.inline_query.id, ())
    elif update.message is not None:
        await context.tell(View(say(CLOSED, id=user.id)))
    raise ApplicationHandlerStop


async def _tidy(update: Update, context: Context) -> None:
    """The bot's own notice that it pinned something: the pin is enough to see."""
    message = update.message
    if message is not None and message.pinned_message is not None:
        await context.room.sender.delete(message.chat_id, message.message_id)


async def _nobody(update: Update, context: Context) -> None:
    """Who writes as a group or a channel has no sets of their own: asked to write as themselves."""
    message = update.message
    if message is None or message.is_automatic_forward:
        return
    replied = message.reply_to_message.from_user if message.reply_to_message else None
    to_bot = replied is not None and replied.id == context.bot.id
    if to_bot or (message.text or "").startswith("/"):
        await context.tell(View(say(UNKNOWN)))
