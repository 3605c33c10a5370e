"""/weight and /measure: the athlete's own body, in the private chat only."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import ShowMeasure
from bot.context import Context
from bot.handlers.pictures import Shown, show_picture
from bot.views.history.measures import body_progress, measures_kept
from bot.views.view import Pictured
from core.coach.settings import measuring
from core.model.outcomes import Unlogged
from core.model.progress import BodyProgress, MeasuresKept


async def weight(update: Update, context: Context) -> None:
    """/weight 82.4 keeps it, /weight shows it over time."""
    words, now = context.words, context.room.clock.now()
    await _show(context, await context.act(measuring.weigh, context.athlete_id, words, now))


async def measure(update: Update, context: Context) -> None:
    """/measure waist 84 arm 36 keeps them, /measure waist shows it over time."""
    words, now = context.words, context.room.clock.now()
    await _show(context, await context.act(measuring.measure, context.athlete_id, words, now))


async def show_measure(update: Update, context: Context, press: ShowMeasure) -> None:
    """Another measure, as a new message."""
    now = context.room.clock.now()
    told = await context.study(measuring.show_measure, context.athlete_id, press.kind, now)
    if not isinstance(told, Unlogged):
        await context.toast()
    await _show(context, told)


async def _show(context: Context, told: BodyProgress | MeasuresKept | Unlogged) -> None:
    if isinstance(told, Unlogged):
        await context.refuse(told)
        return
    if isinstance(told, MeasuresKept):
        await context.tell(measures_kept(told))
        return
    view = body_progress(told)
    if isinstance(view, Pictured):
        await show_picture(context, Shown(f"measure:{told.kind.value}", view))
    else:
        await context.tell(view)
