"""A typed message first of all answers the menu that waits for it; everything else is `words.py`'s."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers.history import OF_THE_PAST, take_past_words
from bot.handlers.reminders import take_zone
from bot.handlers.routines import OF_ROUTINES, take_routine_words
from bot.handlers.settings import take_setting
from bot.handlers.showing import MESSAGE_LIMIT
from bot.handlers.words import take_words
from core.coach import awaiting
from core.coach.talk import Message
from core.model.awaited import About

Take = Callable[..., Coroutine[Any, Any, bool]]


def _taker(about: About) -> Take:
    if about is About.ZONE:
        return take_zone
    if about in OF_ROUTINES:
        return take_routine_words
    return take_past_words if about in OF_THE_PAST else take_setting


async def take_typed(update: Update, context: Context) -> None:
    """An answer to a menu where one waits, else a set or whatever else was said."""
    message = update.effective_message
    replied = message.reply_to_message if message is not None else None
    words = Message(
        context.words[:MESSAGE_LIMIT],
        context.chat_id,
        context.message_id,
        replied.message_id if replied is not None else None,
    )
    found = await context.look(awaiting.awaited, context.athlete_id, words, context.room.clock.now())
    if found is not None:
        waiting, surely = found
        if await _taker(waiting.about)(context, waiting, surely=surely):
            return
    await take_words(update, context)
