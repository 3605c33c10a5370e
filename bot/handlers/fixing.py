"""Second thoughts about a set: fix, undo, an edited message, and which of two readings was meant."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from telegram import Update

from bot.callbacks import (
    FixSet,
    PastSets,
    PutBack,
    ReadAs,
    ReadSets,
    UndoSet,
)
from bot.context import Context
from bot.handlers.showing import (
    nod,
    open_menu,
    refresh_standing,
    show_as_card,
    show_corrected,
    show_on_cards,
    uncover,
)
from bot.texts import say
from bot.views.history.backdated import day_gone_by
from bot.views.refusals import refusal
from bot.views.sets import short_sets
from bot.views.view import View
from bot.views.workout import workout_menus as menus
from core.coach.history import past_days, taking_back
from core.coach.workout import correcting, looking, restoring, undoing
from core.model.outcomes import DayTold, Unlogged
from core.model.workout import Entry


async def read_as(update: Update, context: Context, press: ReadAs | ReadSets) -> None:
    """One of two readings: logged, or (where it was asked about a set that stands) corrected."""
    if isinstance(press, ReadSets):
        entries = press.entries
    else:
        rir = None if press.rir_tenths is None else press.rir_tenths / 10
        entries = (Entry(press.load, press.reps, rir),)
    now = context.room.clock.now()
    logged = await context.act(
        correcting.log_as_read,
        context.athlete_id,
        press.workout_id,
        press.slot,
        entries,
        now,
        corrects=press.corrects,
    )
    if isinstance(logged, Unlogged):
        await context.refuse(logged)
        return
    chosen = View(say("👍 {set}", set=short_sets(logged.exercise, logged.sets)))
    if logged.card is None and not logged.corrected:
        await asyncio.gather(context.change(chosen), show_as_card(context, logged))
    else:
        await asyncio.gather(context.change(chosen), show_corrected(context, logged))


async def fix_set(update: Update, context: Context, press: FixSet) -> None:
    """Fix: asks what it was; with reps in the button, corrects."""
    now = context.room.clock.now()
    if press.reps is None:
        logged = await context.look(
            looking.logged_at, context.athlete_id, press.workout_id, press.slot, now
        )
    else:
        entry = Entry(press.load, press.reps)
        logged = await context.act(
            correcting.correct, context.athlete_id, press.workout_id, press.slot, entry, now
        )
    if isinstance(logged, Unlogged):
        await context.refuse(logged)
        return
    if press.reps is None:
        await open_menu(context, press.workout_id, menus.fix_menu(logged))
        return
    await show_on_cards(context, press.workout_id)
    if {logged.card, *logged.uncovered} != {(context.chat_id, context.message_id)}:
        await show_corrected(context, logged)


async def undo_set(update: Update, context: Context, press: UndoSet) -> None:
    """Take this set back: its card says so, and what is next comes."""
    now = context.room.clock.now()
    undone = await context.act(
        correcting.take_back, context.athlete_id, press.workout_id, press.slot, now
    )
    if isinstance(undone, Unlogged):
        await context.refuse(undone)
        return
    await _show_undone(context, press.workout_id, undone)


async def _show_undone(context: Context, workout_id: int, undone: correcting.SetUndone) -> None:
    """The card of a set taken back says so; what was pressed elsewhere shows its own set again."""
    view, pressed = menus.undone(undone.exercise, undone.undone), (context.chat_id, context.message_id)
    edits = await uncover(context, workout_id, tuple(one for one in undone.uncovered if one != pressed))
    if undone.card == pressed:
        await asyncio.gather(context.change(view), *edits)
        return
    shown = context.tell(view) if undone.card is None else context.edit(*undone.card, view)
    await asyncio.gather(show_on_cards(context, workout_id), shown, *edits)


async def undo(update: Update, context: Context) -> None:
    """/undo: what was done last is taken back: a set, warm-ups, or a set passed over."""
    undone = await context.act(taking_back.undo, context.athlete_id, context.room.clock.now())
    if isinstance(undone, Unlogged):
        await context.tell(refusal(undone))
        return
    if isinstance(undone, DayTold):
        await nod(context)  # the message that tells of that day is edited by its timer
        return
    if isinstance(undone, undoing.SkipUndone):
        await tell_after_all(context, undone)
        return
    if isinstance(undone, undoing.WarmUpsUndone):
        await asyncio.gather(nod(context), refresh_standing(context, undone.workout_id))
        return
    await tell_undone(context, undone)


async def tell_after_all(context: Context, undone: undoing.SkipUndone) -> None:
    """What was passed over comes after all: its card comes by itself, the one above says skipped no more."""
    edits = await uncover(context, undone.workout_id, undone.uncovered)
    await asyncio.gather(nod(context), *edits)


async def tell_undone(context: Context, undone: correcting.SetUndone) -> None:
    """Words took a set back: its card says so, a set without one gets a line."""
    view = menus.undone(undone.exercise, undone.undone)
    edits = await uncover(context, undone.undone.workout_id, undone.uncovered)
    if undone.card is None:
        await asyncio.gather(context.tell(view), *edits)
        return
    await asyncio.gather(nod(context), context.edit(*undone.card, view), *edits)


async def put_back(update: Update, context: Context, press: PutBack) -> None:
    """A set taken back stands again: its card says so, and what is next comes."""
    message = update.effective_message
    assert message is not None
    card, now = (context.chat_id, message.message_id), context.room.clock.now()
    logged = await context.act(restoring.put_back, context.athlete_id, press.set_id, card, now)
    if isinstance(logged, Unlogged):
        await context.refuse(logged)
        return
    if logged.card == card:
        await asyncio.gather(context.toast(None), show_corrected(context, logged))
        return
    again = menus.stands_again(logged.exercise, logged.sets[-1])
    others = replace(logged, uncovered=tuple(one for one in logged.uncovered if one != card))
    await asyncio.gather(context.change(again), show_corrected(context, others))


async def past_sets(update: Update, context: Context, press: PastSets) -> None:
    """The sets of a day gone by are taken back, or stand again: their message says so."""
    change = past_days.put_day_back if press.back else past_days.take_day_back
    told = await context.act(change, context.athlete_id, press.set_id, context.room.clock.now())
    if isinstance(told, Unlogged):
        await context.refuse(told)
        return
    await context.change(day_gone_by(told))
