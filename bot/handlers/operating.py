"""/admin: how the installation is doing. For ADMIN_IDS; for everybody else it is no command at all."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType

from bot.context import Context
from bot.handlers.help import unknown_command
from bot.logs import last_warnings
from bot.views.operating import house
from core.coach import operating

SHOWN = 5


async def admin(update: Update, context: Context) -> None:
    """Numbers and the last warnings, in the private chat only."""
    if update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
        return
    room = context.room
    if context.athlete_id not in room.settings.admin_ids:
        await unknown_command(update, context)
        return
    told = await context.look(operating.look_at_house)
    await context.tell(house(told, room.store.health().trouble, last_warnings()[-SHOWN:]))
