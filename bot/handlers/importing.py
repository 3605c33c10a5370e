"""A file that is sent becomes a preview, the preview an import, and for a day an import can be undone."""

from __future__ import annotations

import asyncio

from telegram import Update
from telegram.error import TelegramError

from bot.callbacks import ChooseImported, ImportLog, ReadInUnit, SaveTitle, UndoImport
from bot.context import Context
from bot.importing.desk import NotToday
from bot.importing.wire import Ask, OwnName
from bot.texts import word
from bot.views import importing as views
from bot.views.view import Toast
from core.coach import imported_routines
from core.coach import importing as coach
from core.coach.exercises import exercises_of
from core.imports import LARGEST_BYTES
from core.model.imported import FileFault, NotRead
from core.model.importing import Import, ImportState
from core.model.outcomes import Unlogged
from core.units import Unit

FETCH_WITHIN_S = 30.0
KEPT_AT_ONCE = 100
_UNITS = {"kg": Unit.KG, "kgs": Unit.KG, "lb": Unit.LB, "lbs": Unit.LB}


async def take_file(update: Update, context: Context) -> None:
    """A file in the private chat: read it, and show what is in it."""
    message = update.message
    assert message is not None
    document = message.document
    assert document is not None
    if (document.file_size or 0) > LARGEST_BYTES:
        await context.tell(views.refused(NotRead(FileFault.TOO_LARGE)))
        return
    words = (message.caption or "").casefold().split()
    unit = next((_UNITS[one] for one in words if one in _UNITS), None)
    await _read(context, document.file_id, unit)


async def not_here(update: Update, context: Context) -> None:
    """A log in a group: it is read where nobody else reads along."""
    await context.tell(views.only_in_private())


async def read_in_unit(update: Update, context: Context, press: ReadInUnit) -> None:
    """The unit is said: read the file again with it."""
    waiting = await context.look(coach.previewed, context.athlete_id, press.import_id)
    if isinstance(waiting, Unlogged) or waiting.state is not ImportState.ASKS_UNIT:
        await context.refuse(Unlogged.of("no_import"))
        return
    await context.toast()
    await context.room.sender.strip(context.chat_id, context.message_id)
    await _read(context, waiting.file_id, press.unit)


async def _read(context: Context, file_id: str, unit: Unit | None) -> None:
    room, athlete_id, now = context.room, context.athlete_id, context.room.clock.now()
    needed = await context.look(coach.reading_needs, athlete_id, now)
    if isinstance(needed, Unlogged):
        await context.refuse(needed)
        return
    own = tuple(OwnName(*one) for one in needed.own)
    try:
        content = await _fetched(context, file_id)
        told, bodies = await room.desk.read(Ask(unit, needed.last_day, own), content)
    except (NotToday, TelegramError, TimeoutError):
        await context.tell(views.not_fetched())
        return
    if isinstance(told, NotRead) and told.fault is not FileFault.NO_UNIT:
        await context.tell(views.refused(told))
        return
    summary = None if isinstance(told, NotRead) else told
    begun = await room.store.run(coach.begin, athlete_id, file_id, summary, now)
    if isinstance(begun, Unlogged):
        await context.refuse(begun)
        return
    if summary is None:
        await context.tell(views.ask_unit(begun.id))
        return
    for first in range(0, len(bodies), KEPT_AT_ONCE):
        some = bodies[first : first + KEPT_AT_ONCE]
        await room.store.run(coach.keep_read, athlete_id, begun.id, first, some)
    await _show(context, await context.look(coach.previewed, athlete_id, begun.id), new=True)


async def _fetched(context: Context, file_id: str) -> bytes:
    """The file's bytes; its name is never looked at."""
    async with asyncio.timeout(FETCH_WITHIN_S):
        file = await context.bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())


async def _show(context: Context, imported: Import | Unlogged, *, new: bool = False) -> None:
    if isinstance(imported, Unlogged):
        await context.refuse(imported)
        return
    view = views.preview(imported, await context.look(exercises_of, context.athlete_id))
    if new:
        await context.tell(view)
    else:
        await context.change(view)


async def choose_imported(update: Update, context: Context, press: ChooseImported) -> None:
    """The next choice for one name."""
    await _show(context, await context.act(coach.choose, context.athlete_id, press.import_id, press.place))


async def import_log(update: Update, context: Context, press: ImportLog) -> None:
    """Yes: staged a few workouts at a time, so that others' sets go between, then visible at once."""
    athlete_id, store, now = context.athlete_id, context.room.store, context.room.clock.now()
    begun = await store.run(coach.begin_staging, athlete_id, press.import_id, now)
    if isinstance(begun, Unlogged):
        await context.refuse(begun)
        return
    place: int | None = 0
    while place is not None:
        place = await store.run(coach.stage_some, athlete_id, press.import_id, place)
    shown = await context.act(coach.show, athlete_id, press.import_id, now)
    if isinstance(shown, Unlogged):
        await context.refuse(shown)
        return
    await context.change(views.imported(shown))
    summary = shown.imported.summary
    if shown.workouts and summary is not None and summary.beside is None:
        titles = await context.look(imported_routines.offered, athlete_id, press.import_id)
        if titles:
            await context.tell(views.titles_offered(press.import_id, titles).quiet())


async def save_title(update: Update, context: Context, press: SaveTitle) -> None:
    """One title becomes a routine; the others stay on offer."""
    athlete_id, now = context.athlete_id, context.room.clock.now()
    kept = await context.act(imported_routines.save, athlete_id, press.workout_id, now)
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
        return
    titles = await context.look(imported_routines.offered, athlete_id, press.import_id)
    toast = Toast(word("💾 Saved."))
    await context.change(views.titles_offered(press.import_id, titles, kept.routine), toast)


async def undo_import(update: Update, context: Context, press: UndoImport) -> None:
    """Out of the log again."""
    undone = await context.act(coach.undo, context.athlete_id, press.import_id, context.room.clock.now())
    if isinstance(undone, Unlogged):
        await context.refuse(undone)
        return
    await context.change(views.undone(undone))
