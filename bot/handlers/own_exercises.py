"""A name nobody knows: a tap says which exercise was meant, three make it one's own; its sets are logged."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import AddOwn, TakeAs
from bot.context import Context
from bot.handlers.showing import show_logged
from bot.handlers.words import ask_which
from bot.views.refusals import refusal
from bot.views.words import own_exercises as views
from core.coach.words import own_exercises as coach
from core.coach.words.talk import Outcome
from core.model.outcomes import SetLogged, Unlogged, Which


async def add_own(update: Update, context: Context, press: AddOwn) -> None:
    """What it trains, with what, added; and the sets typed with its name are logged."""
    athlete_id, asked_id = context.athlete_id, press.asked_id
    if press.trains is None or press.kit is None:
        name = await context.look(coach.asked_name, athlete_id, asked_id)
        if isinstance(name, Unlogged):
            await context.refuse(name)
        elif press.trains is None:
            await context.change(views.what_it_trains(name, asked_id))
        else:
            await context.change(views.with_what(name, asked_id, press.trains))
        return
    now = context.room.clock.now()
    added = await context.act(coach.add_own, athlete_id, asked_id, press.trains, press.kit, now)
    if isinstance(added, Unlogged):
        await context.refuse(added)
        return
    await context.change(views.added(added.exercise))
    if added.logged is not None:
        await _show_sets(context, added.logged, asked_id)


async def take_as(update: Update, context: Context, press: TakeAs) -> None:
    """A near one was meant: the sets typed with the name are its own."""
    now = context.room.clock.now()
    taken = await context.act(coach.take_as, context.athlete_id, press.asked_id, press.exercise_id, now)
    if isinstance(taken, Unlogged):
        await context.refuse(taken)
        return
    if isinstance(taken, SetLogged):
        await context.change(views.meant(taken.exercise))
    else:
        await context.toast()
    await _show_sets(context, taken, press.asked_id)


async def _show_sets(context: Context, outcome: Outcome, message_id: int) -> None:
    """What became of the sets, shown as if the message that said them had been understood at once."""
    if isinstance(outcome, SetLogged):
        await show_logged(context, outcome, message_id)
    elif isinstance(outcome, Which):
        await ask_which(context, outcome)
    elif isinstance(outcome, Unlogged):
        await context.tell(refusal(outcome))
