"""/progress, /volume, /calendar and their buttons: read, one question, one picture with its caption."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import ShowMonth, ShowProgress
from bot.context import Context
from bot.handlers.pictures import show_picture, turn_picture
from bot.views import progress as views
from core.coach import progress as coach
from core.model.outcomes import Unlogged
from core.model.progress import Progress

MESSAGE_LIMIT = 4096


async def progress(update: Update, context: Context) -> None:
    """/progress shows the exercise trained most, /progress bench that one."""
    words, now = context.words[:MESSAGE_LIMIT], context.room.clock.now()
    await _show(context, await context.look(coach.progress_named, context.athlete_id, words, now))


async def show_progress(update: Update, context: Context, press: ShowProgress) -> None:
    """Another exercise, as a new message: the one above stays for comparing."""
    now = context.room.clock.now()
    told = await context.look(coach.progress_of, context.athlete_id, press.exercise_id, now)
    if isinstance(told, Progress):
        await context.toast()
    await _show(context, told)


async def _show(context: Context, told: Progress | Unlogged) -> None:
    if isinstance(told, Unlogged):
        await context.refuse(told)
        return
    await show_picture(context, f"progress:{told.exercise.id}", views.progress(told))


async def volume(update: Update, context: Context) -> None:
    """/volume: this week's sets against the band."""
    told = await context.look(coach.week_volume, context.athlete_id, context.room.clock.now())
    if isinstance(told, Unlogged):
        await context.refuse(told)
        return
    await show_picture(context, "volume", views.volume(told))


async def calendar(update: Update, context: Context) -> None:
    """/calendar: this month's training days."""
    told = await context.look(coach.training_month, context.athlete_id, 0, context.room.clock.now())
    if isinstance(told, Unlogged):
        await context.refuse(told)
        return
    await show_picture(context, "calendar:0", views.calendar(told))


async def show_month(update: Update, context: Context, press: ShowMonth) -> None:
    """The same message turns to another month."""
    back, now = press.months_back, context.room.clock.now()
    told = await context.look(coach.training_month, context.athlete_id, back, now)
    if isinstance(told, Unlogged):
        await context.refuse(told)
        return
    await turn_picture(context, f"calendar:{told.months_back}", views.calendar(told))
