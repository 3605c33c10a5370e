"""/weight and /measure: the athlete's own body, in the private chat only."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType

from bot.callbacks import ShowMeasure
from bot.context import Context
from bot.handlers.pictures import show_picture
from bot.texts import say
from bot.views.measures import body_progress
from bot.views.view import Pictured, View
from core.coach import measuring
from core.model.outcomes import Unlogged
from core.model.progress import BodyProgress

MESSAGE_LIMIT = 4096


async def weight(update: Update, context: Context) -> None:
    """/weight 82.4 keeps it, /weight shows it over time."""
    if _is_private(update):
        words, now = context.words[:MESSAGE_LIMIT], context.room.clock.now()
        await _show(context, await context.act(measuring.weigh, context.athlete_id, words, now))
    else:
        await context.tell(View(say("Your weight is between us: send it in our private chat.")))


async def measure(update: Update, context: Context) -> None:
    """/measure waist 84 keeps it, /measure waist shows it over time."""
    if _is_private(update):
        words, now = context.words[:MESSAGE_LIMIT], context.room.clock.now()
        await _show(context, await context.act(measuring.measure, context.athlete_id, words, now))
    else:
        await context.tell(View(say("Your measures are between us: send them in our private chat.")))


async def show_measure(update: Update, context: Context, press: ShowMeasure) -> None:
    """Another measure, as a new message."""
    now = context.room.clock.now()
    told = await context.look(measuring.show_measure, context.athlete_id, press.kind, now)
    if not isinstance(told, Unlogged):
        await context.toast()
    await _show(context, told)


async def _show(context: Context, told: BodyProgress | Unlogged) -> None:
    if isinstance(told, Unlogged):
        await context.refuse(told)
        return
    view = body_progress(told)
    if isinstance(view, Pictured):
        await show_picture(context, f"measure:{told.kind.value}", view)
    else:
        await context.tell(view)


def _is_private(update: Update) -> bool:
    return update.effective_chat is not None and update.effective_chat.type == ChatType.PRIVATE
