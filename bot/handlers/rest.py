"""The rest timer's buttons and command: skip, 30 seconds more or less, by hand, and the bell's test."""

from __future__ import annotations

import asyncio

from telegram import Update

from bot.callbacks import ChangeRest, RestChange, TestBell
from bot.context import Context
from bot.handlers.showing import Shown, nod, result_view, show_on_cards, standing_view
from bot.texts import word
from bot.views.refusals import refusal
from bot.views.view import Toast, View
from bot.views.workout import rest as views
from core.coach.settings import exercise_rests
from core.coach.workout import chat_cards, correcting, looking, rest_wishes, resting
from core.model.exercise_rest import ExerciseRest
from core.model.outcomes import Rest, SetLogged, Unlogged


async def change_rest(update: Update, context: Context, press: ChangeRest) -> None:
    """Skip the rest, or 30 seconds more or less."""
    seconds = {RestChange.MORE: resting.REST_STEP_S, RestChange.LESS: -resting.REST_STEP_S}.get(press.change)
    now = context.room.clock.now()
    told = await context.act(
        correcting.rest_changed, context.athlete_id, press.workout_id, press.slot, seconds, now
    )
    if isinstance(told, Unlogged):
        await context.refuse(told)
        return
    await show_on_cards(context, press.workout_id, Shown(result_view(context, told), press.slot))


async def rest(update: Update, context: Context) -> None:
    """/rest 90: a timer by hand; /rest alone tells what runs, /rest off ends it; /rest 120 bench is kept."""
    now = context.room.clock.now()
    ids = context.athlete_id, context.chat_id
    told = await context.act(exercise_rests.rest_told, *ids, context.words, now)
    if told is None:
        await nod(context)  # the card that comes says the rest
        return
    if isinstance(told, Unlogged):
        await context.tell(views.how_to_rest() if told.code == "how_to_rest" else refusal(told))
        return
    if isinstance(told, ExerciseRest):
        await context.tell(views.exercise_rest(told))
        return
    if context.words:
        await _count(context, told)
    else:
        await context.tell(_line(context, told))


async def rest_longer(context: Context, seconds: int | None) -> None:
    """Words for "more rest": so much more, a minute where no span is said."""
    now = context.room.clock.now()
    more = rest_wishes.MORE_REST_S if seconds is None else seconds
    told = await context.act(rest_wishes.rest_longer, context.athlete_id, context.chat_id, more, now)
    if isinstance(told, Unlogged):
        await context.tell(views.how_to_rest())
    else:
        await _count(context, told)


async def rest_shorter(context: Context, seconds: int | None) -> None:
    """Words for "less rest": so much less, a button's step where no span is said."""
    now = context.room.clock.now()
    less = resting.REST_STEP_S if seconds is None else seconds
    told = await context.act(rest_wishes.rest_shorter, context.athlete_id, context.chat_id, less, now)
    if isinstance(told, Unlogged):
        await context.tell(refusal(told))
    elif told is None:
        await nod(context)
    else:
        await _count(context, told)


def _line(context: Context, rest: Rest) -> View:
    clock = context.room.clock
    return views.resting(clock.real_time(rest.until), rest.until, clock.now())


async def _count(context: Context, rest: Rest) -> None:
    """The card that stands counts the new rest; where none does, a line."""
    if not await _shown_on_card(context):
        await context.tell(_line(context, rest))


async def _shown_on_card(context: Context) -> bool:
    workout = await context.look(looking.running_workout, context.athlete_id)
    if workout is None:
        return False
    now = context.room.clock.now()
    standing = await context.look(chat_cards.standing_card, context.athlete_id, workout.id, now)
    if standing is None or not (isinstance(standing.shows, SetLogged) or standing.rest is not None):
        return False
    await asyncio.gather(nod(context), context.edit(*standing.place, standing_view(context, standing)))
    return True


async def stop_rest(update: Update, context: Context) -> None:
    """Words for "no more rest": the next card comes at once; with no rest running, it is shown again."""
    now = context.room.clock.now()
    stopped = await context.act(resting.stop_rest, context.athlete_id, now)
    if isinstance(stopped, Unlogged):
        await context.tell(refusal(stopped))
    else:
        await nod(context)


async def test_bell(update: Update, context: Context, press: TestBell) -> None:
    """🔔 Test the bell: it rings in five seconds."""
    now = context.room.clock.now()
    await context.act(resting.test_bell, context.athlete_id, context.chat_id, now)
    await context.toast(Toast(word("It rings in 5 seconds. Silent? Unmute this chat."), alert=True))
