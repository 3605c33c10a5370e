"""/progress, /volume, /calendar and their buttons: one question in its turn, one picture with its caption."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import ShowMonth, ShowProgress
from bot.context import Context
from bot.handlers.measures import measure
from bot.handlers.pictures import Shown, ask_picture, turn_picture
from bot.views.history import progress as views
from core.coach.history import progress as coach
from core.model.measure_names import is_of_body
from core.model.outcomes import Unlogged
from core.model.progress import Progress, TrainingMonth


async def progress(update: Update, context: Context) -> None:
    """/progress shows the exercise trained most, /progress bench that one, /progress weight the body's."""
    words, now = context.words, context.room.clock.now()
    if not context.in_group and is_of_body(words):
        await measure(update, context)
        return

    async def ask() -> Shown | Unlogged:
        return _progress(await context.study(coach.progress_named, context.athlete_id, words, now))

    await ask_picture(context, ask)


async def show_progress(update: Update, context: Context, press: ShowProgress) -> None:
    """Another exercise, as a new message: the one above stays for comparing."""
    now = context.room.clock.now()

    async def ask() -> Shown | Unlogged:
        return _progress(await context.study(coach.progress_of, context.athlete_id, press.exercise_id, now))

    await ask_picture(context, ask)


def _progress(told: Progress | Unlogged) -> Shown | Unlogged:
    return (
        told
        if isinstance(told, Unlogged)
        else Shown(f"progress:{told.exercise.id}", views.progress(told))
    )


async def volume(update: Update, context: Context) -> None:
    """/volume: this week's sets against the band."""
    now = context.room.clock.now()

    async def ask() -> Shown | Unlogged:
        told = await context.study(coach.week_volume, context.athlete_id, now)
        return told if isinstance(told, Unlogged) else Shown("volume", views.volume(told))

    await ask_picture(context, ask)


async def calendar(update: Update, context: Context) -> None:
    """/calendar: this month's training days."""
    now = context.room.clock.now()

    async def ask() -> Shown | Unlogged:
        return _month(await context.study(coach.training_month, context.athlete_id, 0, now))

    await ask_picture(context, ask)


async def show_month(update: Update, context: Context, press: ShowMonth) -> None:
    """The same message turns to another month."""
    back, now = press.months_back, context.room.clock.now()

    async def ask() -> Shown | Unlogged:
        return _month(await context.study(coach.training_month, context.athlete_id, back, now))

    await turn_picture(context, ask)


def _month(told: TrainingMonth | Unlogged) -> Shown | Unlogged:
    return (
        told if isinstance(told, Unlogged) else Shown(f"calendar:{told.months_back}", views.calendar(told))
    )
