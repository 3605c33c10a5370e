"""The menus behind a set card: more, why, swap, later."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from telegram import Update

from bot.callbacks import CutTime, DoLater, DoNow, MoreOnCard, ShowCard, SwapExercise, WhySet
from bot.context import Context
from bot.handlers.exercises import offer_always
from bot.handlers.showing import Shown, fold, open_menu, show_card, show_on_cards
from bot.views.view import View
from bot.views.words.asides import brought_forward, named_alone
from bot.views.words.orders import trains_other
from bot.views.workout import results
from bot.views.workout import short_of_time as short
from bot.views.workout import workout_menus as menus
from core.coach import repertoire
from core.coach.workout import cutting, looking, swapping
from core.model.exercise import Exercise
from core.model.outcomes import SetCard, Unlogged


async def more(update: Update, context: Context, press: MoreOnCard) -> None:
    """The second page of a set card."""
    await _open(context, press, menus.more_menu)


async def why(update: Update, context: Context, press: WhySet) -> None:
    """Why this set asks what it asks."""
    await _open(context, press, menus.why_set)


async def _open(context: Context, press: MoreOnCard | WhySet, menu: Callable[[SetCard], View]) -> None:
    """Turn a set card into a menu about the set it asks for."""
    now = context.room.clock.now()
    card = await context.look(looking.asked_at, context.athlete_id, press.workout_id, press.slot, now)
    if isinstance(card, Unlogged):
        await context.refuse(card)
        return
    await open_menu(context, press.workout_id, menu(card))


async def swap(update: Update, context: Context, press: SwapExercise) -> None:
    """Swap: three others with their loads; one of them chosen takes the exercise's place."""
    now = context.room.clock.now()
    if press.exercise_id is None:
        await offer_swaps(context, press.workout_id, press.exercise_index)
        return
    chosen = await context.act(
        swapping.swap, context.athlete_id, press.workout_id, press.exercise_index, press.exercise_id, now
    )
    if isinstance(chosen, Unlogged):
        await context.refuse(chosen)
        return
    await fold(context, press.workout_id, View(results.swapped_for(chosen)))
    await offer_always(context, press.exercise_id)


async def offer_swaps(
    context: Context, workout_id: int, exercise_index: int, wish: str | None = None
) -> None:
    """Three exercises for the same muscles, the wished one first, on the pressed card or as a message."""
    now = context.room.clock.now()
    found = await context.look(swapping.swaps_for, context.athlete_id, workout_id, exercise_index, now, wish)
    if isinstance(found, Unlogged):
        await context.refuse(found)
        return
    if wish is not None and all(one.id != wish for one, _ in found.options):
        await _no_swap(context, wish, found.exercise)
        return
    back = ShowCard(workout_id, exercise_index, found.next_set) if context.pressed else None
    menu = menus.swap_menu(workout_id, exercise_index, found.exercise, found.options, back)
    if context.pressed:
        await open_menu(context, workout_id, menu)
    else:
        await context.tell(menu)


async def _no_swap(context: Context, wish: str, instead_of: Exercise) -> None:
    """What is wished instead trains something else, or is in the workout already: done now, or on top."""
    place = await context.look(looking.place_to_come, context.athlete_id, wish, context.room.clock.now())
    wished = (await context.look(repertoire.known_of, context.athlete_id, (wish,)))[0]
    if wished.id == instead_of.id or place is not None:
        await context.tell(named_alone(wished, place))
    else:
        await context.tell(trains_other(wished, instead_of))


async def do_later(update: Update, context: Context, press: DoLater) -> None:
    """The exercise moves behind the next one."""
    now = context.room.clock.now()
    card = await context.act(
        swapping.do_later, context.athlete_id, press.workout_id, press.exercise_index, now
    )
    if isinstance(card, Unlogged):
        await context.refuse(card)
        return
    await fold(context, press.workout_id)


async def do_now(update: Update, context: Context, press: DoNow) -> None:
    """An exercise that comes later is done now, before the one in hand."""
    now = context.room.clock.now()
    card = await context.act(swapping.do_now, context.athlete_id, press.workout_id, press.exercise_index, now)
    if isinstance(card, Unlogged):
        await context.refuse(card)
        return
    await fold(context, press.workout_id, brought_forward(card.exercise))


async def short_of_time(update: Update, context: Context, press: CutTime) -> None:
    """Short of time: asks how many minutes are left, then cuts what is left to fit."""
    if press.minutes is None:
        view = short.how_many_minutes(press.workout_id, press.exercise_index, press.set_number)
        await open_menu(context, press.workout_id, view)
        return
    await cut_to_minutes(context, press.workout_id, press.minutes)


async def cut_to_minutes(context: Context, workout_id: int | None, minutes: int) -> None:
    """Cut the open workout to so many minutes and say what went, above the next set."""
    now = context.room.clock.now()
    cut = await context.act(cutting.cut_to_minutes, context.athlete_id, workout_id, minutes, now)
    if isinstance(cut, Unlogged):
        await context.refuse(cut)
        return
    told = short.time_cut(cut.asked_minutes, cut.minutes, cut.dropped, cut.sets, cut.pairs)
    if context.pressed and workout_id is not None:
        await show_on_cards(context, workout_id, Shown(above=told.text, elsewhere=told))
    elif cut.card is None:
        await context.tell(told)
    else:
        await asyncio.gather(context.tell(told), show_card(context, cut.card))
