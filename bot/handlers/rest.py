"""The rest timer's buttons and command: skip, 30 seconds more or less, by hand, and the bell's test."""

from __future__ import annotations

import asyncio
from datetime import datetime

from telegram import Update

from bot.callbacks import ChangeRest, RestChange, TestBell
from bot.context import Context
from bot.handlers.showing import THUMBS_UP, Shown, result_view, show_on_cards, standing_view
from bot.texts import word
from bot.views import rest as views
from bot.views.refusals import refusal
from bot.views.view import Toast
from core.coach import chat_cards, correcting, exercise_rests, looking, rest_wishes, resting
from core.model.exercise_rest import ExerciseRest
from core.model.outcomes import SetLogged, Unlogged


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
    if isinstance(told, Unlogged):
        await context.tell(views.how_to_rest() if told.code == "how_to_rest" else refusal(told))
        return
    if isinstance(told, ExerciseRest):
        await context.tell(views.exercise_rest(told))
        return
    if not context.words or not await _shown_on_card(context, now):
        await context.tell(views.resting(context.room.clock.real_time(told.until), told.until, now))


async def rest_longer(context: Context, seconds: int | None) -> None:
    """Words for "more rest": so much more, a minute where no span is said."""
    now = context.room.clock.now()
    more = rest_wishes.MORE_REST_S if seconds is None else seconds
    told = await context.act(rest_wishes.rest_longer, context.athlete_id, context.chat_id, more, now)
    if isinstance(told, Unlogged):
        await context.tell(views.how_to_rest())
    elif not await _shown_on_card(context, now):
        await context.tell(views.resting(context.room.clock.real_time(told.until), told.until, now))


async def rest_shorter(context: Context, seconds: int | None) -> None:
    """Words for "less rest": so much less, a button's step where no span is said."""
    now = context.room.clock.now()
    less = resting.REST_STEP_S if seconds is None else seconds
    told = await context.act(rest_wishes.rest_shorter, context.athlete_id, context.chat_id, less, now)
    if isinstance(told, Unlogged):
        await context.tell(refusal(told))
    elif told is None:
        await context.room.sender.react(context.chat_id, context.message_id, THUMBS_UP)
    elif not await _shown_on_card(context, now):
        await context.tell(views.resting(context.room.clock.real_time(told.until), told.until, now))


async def _shown_on_card(context: Context, now: datetime) -> bool:
    """In a workout the card that stands counts the new rest; False where none counts one."""
    workout = await context.look(looking.running_workout, context.athlete_id)
    if workout is None:
        return False
    standing = await context.look(chat_cards.standing_card, context.athlete_id, workout.id, now)
    if standing is None or not (isinstance(standing.shows, SetLogged) or standing.rest is not None):
        return False
    reacted = context.room.sender.react(context.chat_id, context.message_id, THUMBS_UP)
    await asyncio.gather(reacted, context.edit(*standing.place, standing_view(context, standing)))
    return True


async def stop_rest(update: Update, context: Context) -> None:
    """Words for "no more rest": the next card comes at once; with no rest running, it is shown again."""
    now = context.room.clock.now()
    stopped = await context.act(resting.stop_rest, context.athlete_id, now)
    if isinstance(stopped, Unlogged):
        await context.tell(refusal(stopped))
    else:
        await context.room.sender.react(context.chat_id, context.message_id, THUMBS_UP)


async def test_bell(update: Update, context: Context, press: TestBell) -> None:
    """🔔 Test the bell: it rings in five seconds."""
    now = context.room.clock.now()
    await context.act(resting.test_bell, context.athlete_id, context.chat_id, now)
    await asyncio.gather(
        context.toast(Toast(word("It rings in 5 seconds. Silent? Unmute this chat."), alert=True))
    )
