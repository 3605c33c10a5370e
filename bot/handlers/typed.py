"""A typed message first of all answers the menu that waits for it; everything else is `words.py`'s."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers.help import hello, unknown_command
from bot.handlers.history import OF_THE_PAST, take_past_words
from bot.handlers.mentions import SLASH, is_captioned, is_for_the_bot, message_of
from bot.handlers.reminders import take_zone
from bot.handlers.routines import OF_ROUTINES, take_routine_words
from bot.handlers.settings import take_setting
from bot.handlers.words import take_words
from core.coach.hearing.command_words import command_said
from core.coach.plans import routine_planning
from core.coach.words import awaiting, meaning
from core.coach.workout import looking
from core.model.awaited import About

Take = Callable[..., Coroutine[Any, Any, bool]]


def _taker(about: About) -> Take:
    if about is About.ZONE:
        return take_zone
    if about in OF_ROUTINES:
        return take_routine_words
    return take_past_words if about in OF_THE_PAST else take_setting


async def command_in(update: Update, context: Context) -> str | None:
    """The command a message says in words (`my records`, a routine's name), ready; in groups said by name.

    None where it says none, where a menu waits for words, and for a weight or an arm that may be the bar's.
    """
    message = message_of(update, context)
    if message.reply_to:
        return None
    found = command_said(message.words)
    if found is None:
        called = await context.look(routine_planning.is_called, context.athlete_id, message.words)
        found = ("plan", message.words) if called else None
    if found is None:
        return None
    waiting = await context.look(awaiting.awaited, context.athlete_id, message, context.room.clock.now())
    if waiting is not None:
        return None
    if found[0] in ("weight", "measure"):
        running = await context.look(looking.running_workout, context.athlete_id)
        if running is not None:
            return None
    context.said = found[1]
    return found[0]


async def says_something(update: Update, context: Context) -> bool:
    """Whether words are for the coach: typed ones always, a caption where it is a command, a set, an order.

    Any other caption is the picture's own, also where a menu waits for a name.
    """
    sent = update.effective_message
    if sent is None or not is_captioned(sent):
        return True
    if SLASH.match(sent.text or "") or await command_in(update, context) is not None:
        return True
    message, now = message_of(update, context), context.room.clock.now()
    return await context.look(meaning.is_for_the_coach, context.athlete_id, message, now)


async def take_unknown_command(update: Update, context: Context) -> None:
    """`/skip`, `/bench 80x8`: a command nobody knows is heard as its words, where they mean something.

    One with another bot's name means nothing here.
    """
    sent = update.effective_message
    if sent is not None and not is_for_the_bot(sent, context.bot.bot):
        await unknown_command(update, context)
        return
    message = message_of(update, context)
    now = context.room.clock.now()
    if await context.look(meaning.makes_sense, context.athlete_id, message, now):
        await take_words(update, context, message.words)
    else:
        await unknown_command(update, context)


async def take_group_command(update: Update, context: Context) -> None:
    """`/skip`, `/done` in a group: heard where it is said to this bot by its name, or means something here.

    Any other command may be another bot's, and is nobody's to answer.
    """
    sent = update.effective_message
    found = SLASH.match((sent.text if sent is not None else None) or "")
    name = found[2] if found is not None else None
    if name is not None:
        if name.casefold() == context.bot.username.casefold():
            await take_unknown_command(update, context)
        return
    running = await context.look(looking.running_workout, context.athlete_id)
    if running is None or running.chat_id != context.chat_id:
        return
    message, now = message_of(update, context), context.room.clock.now()
    if await context.look(meaning.makes_sense, context.athlete_id, message, now):
        await take_words(update, context, message.words)


async def take_typed(update: Update, context: Context) -> None:
    """An answer to a menu where one waits, else a set or whatever else was said."""
    words = message_of(update, context)
    found = await context.look(awaiting.awaited, context.athlete_id, words, context.room.clock.now())
    if found is not None:
        waiting, surely = found
        if await _taker(waiting.about)(context, waiting, surely=surely):
            return
    if words.words:
        await take_words(update, context, words.words)
    else:
        await hello(update, context)
