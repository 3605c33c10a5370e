"""A file that is sent becomes a preview, the preview an import, and for a day an import can be undone."""

from __future__ import annotations

import asyncio

from telegram import Update
from telegram.error import TelegramError

from bot.callbacks import (
    ChooseImported,
    ImportLog,
    ReadInOrder,
    ReadInUnit,
    SaveTitle,
    ShowImported,
    UndoImport,
)
from bot.context import Context
from bot.importing.desk import NotToday, pieces
from bot.importing.wire import Ask, OwnName
from bot.texts import word
from bot.views.data import imported as outcome_views
from bot.views.data import importing as views
from bot.views.data.imported_names import page_of
from bot.views.view import Toast
from core.coach.data import imported_routines
from core.coach.data import importing as coach
from core.coach.data.matching import without_room
from core.coach.exercises import exercises_of
from core.imports import LARGEST_BYTES, Told
from core.imports.cells import both_ways
from core.model.imported import FileFault, NotRead
from core.model.importing import Import, ImportState
from core.model.outcomes import Unlogged
from core.units import Unit

FETCH_WITHIN_S = 30.0
_ASKS = {FileFault.NO_UNIT: ImportState.ASKS_UNIT, FileFault.NO_ORDER: ImportState.ASKS_ORDER}
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
    await _read(context, document.file_id, Told(unit))


async def not_here(update: Update, context: Context) -> None:
    """A log in a group: it is read where nobody else reads along."""
    await context.tell(views.only_in_private())


async def read_in_unit(update: Update, context: Context, press: ReadInUnit) -> None:
    """The unit is said: read the file again with it."""
    await _read_again(context, press.import_id, Told(press.unit))


async def read_in_order(update: Update, context: Context, press: ReadInOrder) -> None:
    """What comes first in its dates is said: read the file again with it."""
    await _read_again(context, press.import_id, Told(press.unit, press.month_first))


async def _read_again(context: Context, import_id: int, told: Told) -> None:
    waiting = await context.look(coach.previewed, context.athlete_id, import_id)
    if isinstance(waiting, Unlogged) or waiting.state not in _ASKS.values():
        await context.refuse(Unlogged.of("no_import"))
        return
    await context.toast()
    await context.room.sender.strip(context.chat_id, context.message_id)
    await _read(context, waiting.file_id, told)


async def _read(context: Context, file_id: str, hints: Told) -> None:
    room, athlete_id, now = context.room, context.athlete_id, context.room.clock.now()
    needed = await context.study(coach.reading_needs, athlete_id, now)
    if isinstance(needed, Unlogged):
        await context.refuse(needed)
        return
    own = tuple(OwnName(*one) for one in needed.own)
    try:
        content = await _fetched(context, file_id)
        told, bodies = await room.desk.read(Ask(hints, needed.last_day, own, needed.maxima), content)
    except (NotToday, TelegramError, TimeoutError):
        await context.tell(views.not_fetched())
        return
    if isinstance(told, NotRead):
        await _ask(context, file_id, hints, told)
        return
    while await room.store.run(coach.clear, athlete_id):
        pass  # others' sets go between
    begun = await room.store.run(coach.begin, athlete_id, file_id, told, now)
    if isinstance(begun, Unlogged):
        await context.refuse(begun)
        return
    for first, some in pieces(bodies):
        await room.store.run(coach.keep_read, athlete_id, begun.id, first, some)
    if begun.replaces:
        await context.tell(views.one_at_a_time())
    await _show(context, await context.look(coach.previewed, athlete_id, begun.id), new=True)


async def _ask(context: Context, file_id: str, hints: Told, why: NotRead) -> None:
    """Ask for what would let the file be read; where nothing would, say what is wrong with it."""
    if why.fault not in _ASKS:
        await context.tell(views.refused(why))
        return
    now = context.room.clock.now()
    begun = await context.room.store.run(
        coach.begin_asking, context.athlete_id, file_id, _ASKS[why.fault], now
    )
    if isinstance(begun, Unlogged):
        await context.refuse(begun)
        return
    if begun.replaces:
        await context.tell(views.one_at_a_time())
    if begun.state is ImportState.ASKS_UNIT:
        await context.tell(views.ask_unit(begun.id))
    else:
        example = why.troubles[0].cell
        ways = both_ways(example)
        assert ways is not None
        await context.tell(views.ask_order(begun.id, hints.unit, example, ways))


async def _fetched(context: Context, file_id: str) -> bytes:
    """The file's bytes; its name is never looked at."""
    async with asyncio.timeout(FETCH_WITHIN_S):
        file = await context.bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())


async def _show(context: Context, imported: Import | Unlogged, page: int = 0, *, new: bool = False) -> None:
    if isinstance(imported, Unlogged):
        await context.refuse(imported)
        return
    exercises = await context.look(exercises_of, context.athlete_id)
    names = () if imported.summary is None else imported.summary.names
    view = views.preview(imported, exercises, page, without_room(names, exercises))
    if new:
        await context.tell(view)
    else:
        await context.change(view)


async def choose_imported(update: Update, context: Context, press: ChooseImported) -> None:
    """The next choice for one name."""
    imported = await context.act(coach.choose, context.athlete_id, press.import_id, press.place)
    told = None if isinstance(imported, Unlogged) else imported.summary
    await _show(context, imported, 0 if told is None else page_of(told, press.place))


async def show_imported(update: Update, context: Context, press: ShowImported) -> None:
    """Another page of the names that nobody is sure of."""
    imported = await context.look(coach.previewed, context.athlete_id, press.import_id)
    if isinstance(imported, Import) and imported.state is not ImportState.READY:
        imported = Unlogged.of("no_import")
    await _show(context, imported, press.page)


async def import_log(update: Update, context: Context, press: ImportLog) -> None:
    """Yes: staged a few workouts at a time, so that others' sets go between, then visible at once."""
    athlete_id, store, now = context.athlete_id, context.room.store, context.room.clock.now()
    while await store.run(coach.clear, athlete_id):
        pass  # others' sets go between
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
    await context.change(outcome_views.imported(shown))
    while await store.run(coach.sweep, athlete_id, press.import_id):
        pass  # others' sets go between
    summary = shown.imported.summary
    if shown.workouts and summary is not None and summary.beside is None:
        titles = await context.study(imported_routines.offered, athlete_id, press.import_id)
        if titles:
            await context.tell(outcome_views.titles_offered(press.import_id, titles).quiet())


async def save_title(update: Update, context: Context, press: SaveTitle) -> None:
    """One title becomes a routine; the others stay on offer."""
    athlete_id, now = context.athlete_id, context.room.clock.now()
    kept = await context.act(imported_routines.save, athlete_id, press.workout_id, now)
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
        return
    titles = await context.study(imported_routines.offered, athlete_id, press.import_id)
    toast = Toast(word("💾 Saved."))
    await context.change(outcome_views.titles_offered(press.import_id, titles, kept.routine), toast)


async def undo_import(update: Update, context: Context, press: UndoImport) -> None:
    """Out of the log again."""
    undone = await context.act(coach.undo, context.athlete_id, press.import_id, context.room.clock.now())
    if isinstance(undone, Unlogged):
        await context.refuse(undone)
        return
    await context.change(outcome_views.undone(undone))
    while await context.room.store.run(coach.sweep, context.athlete_id, press.import_id):
        pass
