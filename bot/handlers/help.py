"""/help, a greeting, and everything nobody understood: one helpful line, never silence."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from telegram import Update

from bot.callbacks import Dismiss
from bot.clock import coach_time
from bot.context import Context
from bot.texts import word
from bot.views.view import Toast
from bot.views.words import help as views
from bot.views.words.answers import nothing_to_cancel as nothing_to_cancel_view
from core.coach import menus
from core.coach.workout import looking
from core.model.outcomes import Unlogged

DELETED_WITHIN = timedelta(hours=47)  # the Bot API deletes nothing older than 48


async def help_lines(update: Update, context: Context) -> None:
    """/help: what can be said and tapped, on one screen."""
    await context.tell(views.help_card())


async def hello(update: Update, context: Context) -> None:
    """A greeting: where the athlete stands, in a line."""
    card = await context.look(looking.current_card, context.athlete_id, context.room.clock.now())
    await context.tell(views.hello(card))


async def unknown_command(update: Update, context: Context) -> None:
    """A command nobody knows."""
    await context.tell(views.unknown_command())


async def nothing_to_cancel(update: Update, context: Context) -> None:
    """/cancel where no question stands."""
    running = await context.act(menus.cancel, context.athlete_id)
    await context.tell(nothing_to_cancel_view(in_workout=running is not None))


async def not_text(update: Update, context: Context) -> None:
    """A sticker, a photo, a voice message …: said kindly, and what is asked stays. Once an album."""
    if context.in_group or context.room.albums.is_answered(update.effective_message):
        return
    card = await context.look(looking.current_card, context.athlete_id, context.room.clock.now())
    await context.tell(views.not_text(None if isinstance(card, Unlogged) else card))


async def note_album(update: Update, context: Context) -> None:
    """A message was answered, and with it the album it is part of."""
    context.room.albums.answered(update.effective_message)


async def dismiss(update: Update, context: Context, press: Dismiss) -> None:
    """The answer is no: the question leaves the chat, or its buttons go where it is too old for that."""
    message, clock = update.effective_message, context.room.clock
    assert message is not None
    is_old = clock.now() - coach_time(clock, message.date) > DELETED_WITHIN
    leave = context.room.sender.strip if is_old else context.room.sender.delete
    await asyncio.gather(context.toast(Toast()), leave(context.chat_id, message.message_id))
    await context.answered((context.chat_id, message.message_id))


async def old_button(update: Update, context: Context) -> None:
    """A button this version can't read, or that nobody answers any more."""
    await context.toast(Toast(word(views.NO_LONGER_VALID)))
