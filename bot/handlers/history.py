"""/history and its buttons: pages, a workout, its sets, its note; and the words these menus wait for."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import (
    AddPastSet,
    CorrectPastSet,
    DeletePast,
    DeletePastSet,
    DeleteStep,
    NotePast,
    NoteTap,
    OpenPast,
    OpenPastSet,
    RepeatPast,
    ShowHistory,
    TurnPast,
)
from bot.context import Context
from bot.handlers.showing import nod, retell_cards_of
from bot.texts import word
from bot.views.history import past_sets as sets
from bot.views.history import past_workouts as views
from bot.views.plans.plan import plan_card
from bot.views.refusals import refusal
from bot.views.view import Toast, View
from core.coach.history import late_exercises, looking_back, rewriting, whole_workouts
from core.model.awaited import About, Awaited
from core.model.outcomes import Unlogged
from core.model.past import PastCard, PastDoubt, PastSet

OF_THE_PAST = frozenset({About.PAST_SET, About.PAST_NOTE, About.PAST_EXERCISE})


async def history(update: Update, context: Context) -> None:
    """/history: the newest workouts."""
    await _page(context, 0)


async def show_history(update: Update, context: Context, press: ShowHistory) -> None:
    """Another page, in the same message."""
    await _page(context, press.page)


async def _page(context: Context, page: int) -> None:
    now = context.room.clock.now()
    told = await context.study(looking_back.history_page, context.athlete_id, page, now)
    if isinstance(told, Unlogged):
        await context.refuse(told)
    else:
        await context.show(views.history(told))


async def open_past(update: Update, context: Context, press: OpenPast) -> None:
    """A workout, or one exercise of it."""
    await _open(context, TurnPast(press.workout_id, press.place, 0))


async def turn_past(update: Update, context: Context, press: TurnPast) -> None:
    """Another page of what is too long for one."""
    await _open(context, press)


async def _open(context: Context, at: TurnPast) -> None:
    now = context.room.clock.now()
    card = await context.act(whole_workouts.looked_at, context.athlete_id, at.workout_id, now)
    if isinstance(card, Unlogged):
        await context.refuse(card)
    elif at.place is None:
        await context.change(views.workout_card(card, page=at.page))
    else:
        await context.change(sets.exercise_sets(card, at.place, at.page))


async def open_past_set(update: Update, context: Context, press: OpenPastSet) -> None:
    """One set; the words that follow correct it."""
    now = context.room.clock.now()
    waits = _waits(context, About.PAST_SET, press.set_id)
    await _show_set(
        context, await context.act(rewriting.ask_set, context.athlete_id, press.set_id, waits, now)
    )


def _waits(context: Context, about: About, subject: int) -> Awaited:
    now = context.room.clock.now()
    return Awaited(about, context.chat_id, context.message_id, now, subject)


async def _show_set(context: Context, shown: PastSet | Unlogged, toast: Toast | None = None) -> None:
    if isinstance(shown, Unlogged):
        await context.refuse(shown)
    else:
        await context.change(sets.one_set(shown), toast)


async def correct_past_set(update: Update, context: Context, press: CorrectPastSet) -> None:
    """A tap writes the set anew."""
    rir = None if press.rir_tenths is None else press.rir_tenths / 10
    now = context.room.clock.now()
    shown = await context.act(
        rewriting.correct, context.athlete_id, press.set_id, press.load, press.reps, rir, now
    )
    await _show_set(context, shown, Toast(word("Corrected.")))
    await retell_cards_of(context, press.set_id)


async def add_past_set(update: Update, context: Context, press: AddPastSet) -> None:
    """One more set like the last one, opened at once; without a place an exercise is asked for."""
    athlete_id, workout_id, now = context.athlete_id, press.workout_id, context.room.clock.now()
    if press.place is not None:
        shown = await context.act(rewriting.add, athlete_id, workout_id, press.place, press.after, now)
        await _show_set(context, shown, Toast(word("Added, like the one before.")))
        if isinstance(shown, PastSet):
            await retell_cards_of(context, shown.done.id)
        return
    waits = _waits(context, About.PAST_EXERCISE, workout_id)
    card = await context.act(late_exercises.ask_exercise, athlete_id, workout_id, waits, now)
    if isinstance(card, Unlogged):
        await context.refuse(card)
    else:
        await context.change(views.exercise_asked(card))


async def delete_past_set(update: Update, context: Context, press: DeletePastSet) -> None:
    """Deleted, with a way back."""
    athlete_id, now = context.athlete_id, context.room.clock.now()
    if press.undo:
        card = await context.act(rewriting.bring_back, athlete_id, press.set_id, now)
        await _show_card(context, card, Toast(word("It's back.")))
    else:
        gone = await context.act(rewriting.delete, athlete_id, press.set_id, now)
        if isinstance(gone, Unlogged):
            await context.refuse(gone)
        else:
            await context.change(sets.set_deleted(*gone), Toast(word("Deleted. Undo brings it back.")))
    await retell_cards_of(context, press.set_id)


async def _show_card(context: Context, card: PastCard | Unlogged, toast: Toast | None = None) -> None:
    if isinstance(card, Unlogged):
        await context.refuse(card)
    else:
        await context.change(views.workout_card(card), toast)


async def note_past(update: Update, context: Context, press: NotePast) -> None:
    """A note is asked for, or taken away."""
    athlete_id, workout_id, now = context.athlete_id, press.workout_id, context.room.clock.now()
    if press.tap is NoteTap.CLEAR:
        card = await context.act(whole_workouts.note, athlete_id, workout_id, None, now)
        await _show_card(context, card, Toast(word("The note is gone.")))
        return
    waits = _waits(context, About.PAST_NOTE, workout_id)
    asked = await context.act(whole_workouts.ask_note, athlete_id, workout_id, waits, now)
    if isinstance(asked, Unlogged):
        await context.refuse(asked)
    else:
        await context.change(views.note_asked(asked))


async def delete_past(update: Update, context: Context, press: DeletePast) -> None:
    """Asked once, then deleted, with a way back."""
    athlete_id, workout_id, now = context.athlete_id, press.workout_id, context.room.clock.now()
    if press.step is DeleteStep.UNDO:
        card = await context.act(whole_workouts.bring_back, athlete_id, workout_id, now)
        await _show_card(context, card, Toast(word("It's back.")))
        return
    use_case = whole_workouts.looked_at if press.step is DeleteStep.ASK else whole_workouts.delete
    card = await context.act(use_case, athlete_id, workout_id, now)
    if isinstance(card, Unlogged):
        await context.refuse(card)
    elif press.step is DeleteStep.ASK:
        await context.change(views.sure_to_delete(card))
    else:
        await context.change(views.deleted(card), Toast(word("Deleted. Undo brings it back.")))


async def repeat_past(update: Update, context: Context, press: RepeatPast) -> None:
    """Its exercises are planned anew, in a message of its own: the past stays above."""
    now = context.room.clock.now()
    planned = await context.act(whole_workouts.repeat, context.athlete_id, press.workout_id, now)
    if isinstance(planned, Unlogged):
        await context.refuse(planned)
        return
    await context.toast()
    await context.tell(plan_card(planned))


async def take_past_words(context: Context, waiting: Awaited, *, surely: bool) -> bool:
    """What a menu of the past waits for; False when the words rather belong to the workout that runs."""
    if not surely and waiting.about is not About.PAST_EXERCISE:
        return False
    told = await _told(context, waiting, context.words)
    if isinstance(told, Unlogged):
        await context.tell(refusal(told))
        return True
    await nod(context)
    await context.room.sender.edit(context.chat_id, waiting.message_id, _view(told))
    if isinstance(told, PastSet):
        await retell_cards_of(context, told.done.id)
    return True


async def _told(context: Context, waiting: Awaited, words: str) -> PastCard | PastSet | PastDoubt | Unlogged:
    athlete_id, subject, now = context.athlete_id, waiting.subject, context.room.clock.now()
    if waiting.about is About.PAST_SET:
        return await context.act(rewriting.tell, athlete_id, subject, words, now)
    if waiting.about is About.PAST_NOTE:
        return await context.act(whole_workouts.note, athlete_id, subject, words, now)
    typed = (context.chat_id, context.message_id)
    return await context.act(late_exercises.add_exercise, athlete_id, subject, words, typed, now)


def _view(told: PastCard | PastSet | PastDoubt) -> View:
    if isinstance(told, PastSet):
        return sets.one_set(told)
    return sets.which(told) if isinstance(told, PastDoubt) else views.workout_card(told)
