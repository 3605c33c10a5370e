"""The door: with ALLOWED_IDS set, Spotter is a private club, and others get one polite line."""

from __future__ import annotations

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from bot.context import Context
from bot.texts import say, word
from bot.views.view import Toast, View

CLOSED = "This is a private Spotter. Whoever runs it can let you in: your id is {id}."


async def keep_door(update: Update, context: Context) -> None:
    """Let members pass to the routes; tell anybody else once an update, and stop there."""
    user = update.effective_user
    if user is None or context.room.settings.allows(user.id):
        return
    if context.pressed:
        await context.toast(Toast(word(CLOSED, id=user.id)))
    elif update.message is not None:
        await context.tell(View(say(CLOSED, id=user.id)))
    raise ApplicationHandlerStop
