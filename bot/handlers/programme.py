"""/programme: the split, the days ahead and how the week stands."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import ShowProgramme
from bot.context import Context
from bot.views.plans.programme import programme_card
from core.coach.plans import programme as coach
from core.model.outcomes import Unlogged


async def programme(update: Update, context: Context) -> None:
    """/programme: one card with a button for each change."""
    told = await context.look(coach.programme, context.athlete_id, context.room.clock.now())
    if isinstance(told, Unlogged):
        await context.refuse(told)
    else:
        await context.show(programme_card(told))


async def press_programme(update: Update, context: Context, press: ShowProgramme) -> None:
    """The button that leads there."""
    await programme(update, context)
