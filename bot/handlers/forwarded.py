"""Sets in a message that its sender did not write: forwarded, or made by another bot; asked first."""

from __future__ import annotations

import asyncio

from telegram import Message, Update
from telegram.ext import filters

from bot.callbacks import LogAsMine
from bot.context import MESSAGE_LIMIT, Context
from bot.handlers.help import not_text
from bot.handlers.mentions import is_captioned
from bot.handlers.showing import show_logged
from bot.handlers.words import answer_words
from bot.texts import word
from bot.views.view import Toast
from bot.views.words import forwarded as views
from core.coach.words import talk, wording
from core.model.outcomes import SetLogged

NOT_WRITTEN = filters.FORWARDED | filters.VIA_BOT


async def refuse(update: Update, context: Context) -> None:
    """To a question only one's own words are an answer; it stands."""
    await context.room.sender.send(context.chat_id, views.not_your_words(), reply_to=context.message_id)


async def ask_whose(update: Update, context: Context) -> None:
    """A set somebody else may have done is asked about, under its own message; other words get one line."""
    message = update.effective_message
    if message is not None and message.via_bot is not None and message.via_bot.id == context.bot.id:
        return  # one of the bot's own results, put into the chat with it
    says_sets = wording.may_say_sets(context.words)
    if is_captioned(message) and not says_sets:
        await not_text(update, context)
        return
    view = views.is_it_yours() if says_sets else views.not_your_words()
    await context.room.sender.send(context.chat_id, view, reply_to=context.message_id)


async def log_as_mine(update: Update, context: Context, press: LogAsMine) -> None:
    """It is the sender's own set: read as if they had typed it. Telegram still shows what was asked about."""
    asked = _asked_about(update)
    if asked is None or not asked.text:
        await context.toast(Toast(word("I can't see that message any more. Type the set, please.")))
        return
    if asked.from_user is None or asked.from_user.id != context.athlete_id:
        await context.toast(Toast(word("That's somebody else's message.")))
        return
    words = talk.Message(asked.text[:MESSAGE_LIMIT], context.chat_id, asked.message_id)
    outcome = await context.act(wording.take_words, context.athlete_id, words, context.room.clock.now())
    if isinstance(outcome, SetLogged):
        shown = show_logged(context, outcome, asked.message_id)
        await asyncio.gather(context.change(views.logged_as_yours(outcome)), shown)
        return
    await context.toast()
    await answer_words(update, context, outcome)


def _asked_about(update: Update) -> Message | None:
    message = update.effective_message
    return message.reply_to_message if message is not None else None
