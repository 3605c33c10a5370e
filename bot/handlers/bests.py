"""/records and /max: read, one use case, one view. Maxima are told in the private chat only."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import KeepMax, ShowRecords, ShowRecordsOf, TakeBackMax
from bot.context import Context
from bot.views.history import bests as views
from core.coach.history import bests
from core.coach.settings import known_maxima
from core.model.bests import FarOff, KnownMax, RecordList
from core.model.outcomes import Unlogged


async def records(update: Update, context: Context) -> None:
    """/records shows all, /records bench one exercise."""
    told = await context.study(bests.records_named, context.athlete_id, context.words)
    if isinstance(told, Unlogged):
        await context.refuse(told)
    else:
        await context.tell(
            views.record_list(told)
            if isinstance(told, RecordList)
            else views.records_of(told, context.bot.username)
        )


async def show_records(update: Update, context: Context, press: ShowRecords) -> None:
    """Another page of all records."""
    told = await context.study(bests.record_page, context.athlete_id, press.page)
    if isinstance(told, Unlogged):
        await context.refuse(told)
    else:
        await context.change(views.record_list(told))


async def show_records_of(update: Update, context: Context, press: ShowRecordsOf) -> None:
    """Every record of one exercise."""
    told = await context.study(bests.records_of, context.athlete_id, press.exercise_id)
    if isinstance(told, Unlogged):
        await context.refuse(told)
    else:
        await context.change(views.records_of(told, context.bot.username, press.page))


async def max_(update: Update, context: Context) -> None:
    """/max shows what is known, /max squat 150 tells one."""
    words = context.words
    if not words:
        await _show(context, await context.study(known_maxima.known_maxima, context.athlete_id))
        return
    now = context.room.clock.now()
    await _show(context, await context.act(known_maxima.tell_max, context.athlete_id, words, now))


async def keep_max(update: Update, context: Context, press: KeepMax) -> None:
    """The question about one far off is answered."""
    now = context.room.clock.now()
    if press.load is None:
        await context.change(views.kept_as_it_was(None))
        return
    told = known_maxima.as_told(press.exercise_id, press.load, now, press.provenance)
    await _show(context, await context.act(known_maxima.keep_max, context.athlete_id, (told,)))


async def take_back_max(update: Update, context: Context, press: TakeBackMax) -> None:
    """What was told is taken back."""
    await _show(context, await context.act(known_maxima.take_back_max, context.athlete_id, press.exercise_id))


async def _show(context: Context, told: tuple[KnownMax, ...] | FarOff | Unlogged) -> None:
    if isinstance(told, Unlogged):
        await context.refuse(told)
    elif isinstance(told, FarOff):
        await context.show(views.far_off(told))
    else:
        await context.show(views.maxima(told, context.room.clock.now().date()))
