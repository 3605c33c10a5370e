"""/routines and their buttons: list, open, plan, save, edit, rename, delete and take back."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import (
    AddToRoutine,
    DeleteRoutine,
    EditRoutine,
    RenameRoutine,
    RoutineTap,
    SaveRoutine,
    ShowRoutine,
)
from bot.context import Context
from bot.handlers.showing import nod
from bot.texts import word
from bot.views.plans import routine_editing as editing
from bot.views.plans import routines as views
from bot.views.plans.plan import session_title
from bot.views.refusals import refusal
from bot.views.view import Toast, View
from core.coach.plans import routine_editing as edit
from core.coach.plans import routines as coach
from core.coach.plans.routine_editing import Offered, RoutineChange
from core.coach.plans.routines import RoutineCard
from core.model.awaited import About, Awaited
from core.model.outcomes import Unlogged

OF_ROUTINES = frozenset({About.ROUTINE_NAME, About.ROUTINE_RENAME, About.ROUTINE_EXERCISE})
CHANGES = {
    RoutineTap.UP: RoutineChange.UP,
    RoutineTap.DOWN: RoutineChange.DOWN,
    RoutineTap.PAIR: RoutineChange.PAIR,
    RoutineTap.APART: RoutineChange.APART,
    RoutineTap.MORE_SETS: RoutineChange.MORE_SETS,
    RoutineTap.FEWER_SETS: RoutineChange.FEWER_SETS,
    RoutineTap.MORE_REPS: RoutineChange.MORE_REPS,
    RoutineTap.FEWER_REPS: RoutineChange.FEWER_REPS,
    RoutineTap.REMOVE: RoutineChange.REMOVE,
}


async def routines(update: Update, context: Context) -> None:
    """/routines: all of them."""
    await _list(context)


async def _list(context: Context) -> None:
    found = await context.look(coach.listed, context.athlete_id)
    if isinstance(found, Unlogged):
        await context.refuse(found)
    else:
        await context.show(views.all_routines(found))


async def show_routine(update: Update, context: Context, press: ShowRoutine) -> None:
    """One routine, or back to all."""
    if press.routine_id is None:
        await _list(context)
        return
    await _show(context, await context.act(coach.opened, context.athlete_id, press.routine_id))


async def _show(context: Context, card: RoutineCard | Unlogged, toast: Toast | None = None) -> None:
    if isinstance(card, Unlogged):
        await context.refuse(card)
    else:
        await context.change(views.routine_card(card.routine, card.exercises), toast)


async def save_routine(update: Update, context: Context, press: SaveRoutine) -> None:
    """Save as routine: the name is asked in a message of its own, so that the recap stays."""
    athlete_id, now = context.athlete_id, context.room.clock.now()
    workout = await context.look(coach.savable, athlete_id, press.workout_id)
    if isinstance(workout, Unlogged):
        await context.refuse(workout)
        return
    name = await context.look(coach.free_name, athlete_id, session_title(workout.session))
    if press.as_offered:
        card = await context.act(coach.save_workout, athlete_id, press.workout_id, name, now)
        if isinstance(card, Unlogged):
            await context.refuse(card)
        else:
            await context.change(views.saved(card.routine, card.exercises))
        return
    await context.toast()
    sent = await context.tell(views.name_asked(press.workout_id, name))
    if sent is not None:
        place = context.room.sender.place(context.chat_id, sent)
        waits = Awaited(About.ROUTINE_NAME, *place, now, press.workout_id)
        await context.room.store.run(coach.await_name, athlete_id, waits)


async def rename_routine(update: Update, context: Context, press: RenameRoutine) -> None:
    """Its new name is asked."""
    card = await _waits(context, About.ROUTINE_RENAME, press.routine_id)
    if isinstance(card, RoutineCard):
        await context.change(views.rename_asked(card.routine))


async def _waits(context: Context, about: About, routine_id: int) -> RoutineCard | None:
    waits = Awaited(about, context.chat_id, context.message_id, context.room.clock.now(), routine_id)
    card = await context.act(coach.ask_words, context.athlete_id, routine_id, waits)
    if isinstance(card, Unlogged):
        await context.refuse(card)
        return None
    return card


async def delete_routine(update: Update, context: Context, press: DeleteRoutine) -> None:
    """Deleted, with a way back."""
    athlete_id, now = context.athlete_id, context.room.clock.now()
    if press.undo:
        card = await context.act(coach.restore, athlete_id, press.routine_id)
        await _show(context, card, Toast(word("It's back.")))
        return
    name = await context.act(coach.delete, athlete_id, press.routine_id, now)
    if isinstance(name, Unlogged):
        await context.refuse(name)
    else:
        await context.change(
            views.deleted(press.routine_id, name), Toast(word("Deleted. Undo brings it back."))
        )


async def edit_routine(update: Update, context: Context, press: EditRoutine) -> None:
    """The exercises, one of them, or a change to it."""
    athlete_id, routine_id = context.athlete_id, press.routine_id
    if press.place is None or press.exercise_id is None:
        await _edit(context, await context.act(coach.opened, athlete_id, routine_id))
        return
    if press.change is None:
        card = await context.act(coach.opened, athlete_id, routine_id)
        if isinstance(card, RoutineCard) and not edit.stands_at(card.routine, press.place, press.exercise_id):
            card = Unlogged.of("routine_moved")
        await _edit(context, card, press.place)
        return
    now = context.room.clock.now()
    changed = await context.act(
        edit.change, athlete_id, routine_id, press.place, press.exercise_id, CHANGES[press.change], now
    )
    if isinstance(changed, Unlogged):
        await context.refuse(changed)
    else:
        await _edit(context, changed.card, changed.place)


async def _edit(context: Context, card: RoutineCard | Unlogged, place: int | None = None) -> None:
    if isinstance(card, Unlogged):
        await context.refuse(card)
    elif place is None:
        await context.change(editing.edit_card(card.routine, card.exercises))
    else:
        await context.change(editing.exercise_menu(card.routine, card.exercises, place))


async def add_to_routine(update: Update, context: Context, press: AddToRoutine) -> None:
    """Which exercise is asked in words, or the chosen one is put in."""
    if press.exercise_id is None:
        card = await _waits(context, About.ROUTINE_EXERCISE, press.routine_id)
        if card is not None:
            await context.change(editing.add_asked(card.routine))
        return
    now = context.room.clock.now()
    await _edit(
        context, await context.act(edit.add, context.athlete_id, press.routine_id, press.exercise_id, now)
    )


async def take_routine_words(context: Context, waiting: Awaited, *, surely: bool) -> bool:
    """A name or an exercise typed for a routine; False when the words are rather a set."""
    if not surely:
        return False
    words = context.words
    view = await _told(context, waiting, words)
    if isinstance(view, Unlogged):
        await context.tell(refusal(view))
        return True
    await nod(context)
    await context.room.sender.edit(context.chat_id, waiting.message_id, view)
    return True


async def _told(context: Context, waiting: Awaited, words: str) -> View | Unlogged:
    athlete_id, now = context.athlete_id, context.room.clock.now()
    told: RoutineCard | Offered | Unlogged
    if waiting.about is About.ROUTINE_NAME:
        told = await context.act(coach.save_workout, athlete_id, waiting.subject, words, now)
        return told if isinstance(told, Unlogged) else views.saved(told.routine, told.exercises)
    if waiting.about is About.ROUTINE_RENAME:
        told = await context.act(coach.rename, athlete_id, waiting.subject, words, now)
        return told if isinstance(told, Unlogged) else views.routine_card(told.routine, told.exercises)
    told = await context.act(edit.offered, athlete_id, waiting.subject, words)
    return (
        told if isinstance(told, Unlogged) else editing.add_offered(told.routine, told.words, told.exercises)
    )
