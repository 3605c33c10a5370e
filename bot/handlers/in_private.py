"""Personal commands in a group lead to the private chat, by a link that does there what the command does."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update

from bot.context import Context
from bot.views import in_private as views

Command = Callable[[Update, Context], Coroutine[Any, Any, object]]

PERSONAL = tuple(views.LINES)


async def lead_there(update: Update, context: Context) -> None:
    """A personal command that others would read: its answer waits in the private chat."""
    message = update.effective_message
    said = (message.text or "") if message is not None else ""
    await lead_to(said.split()[0].removeprefix("/").partition("@")[0].lower(), context)


async def lead_to(command: str, context: Context) -> None:
    """The private chat a tap away, where that command is answered."""
    await context.tell(views.in_private(command, context.bot.username))


def opened_by_link(handler: Command) -> Command:
    """`/start weight`, as the link sends it: answered like `/weight`, which says nothing more."""

    async def opened(update: Update, context: Context) -> object:
        context.by_link = True
        return await handler(update, context)

    return opened
