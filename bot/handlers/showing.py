"""How outcomes of a workout are shown: on the pressed message, on the card that stands, by a reaction.

What they look like is `bot/views`.
"""

from __future__ import annotations

import asyncio

from bot.callbacks import (
    ChangeRest,
    FillCard,
    FixSet,
    LogSet,
    ReadAs,
    SayFeel,
    ShowCard,
    SkipSet,
    UndoSet,
)
from bot.context import Context
from bot.texts import clock_time
from bot.views import results, set_card
from bot.views.new_record import TROPHY
from bot.views.view import View
from core.coach import looking, ringing
from core.coach.standing import Slot
from core.model.outcomes import SetCard, SetLogged
from core.model.workout import WorkoutState

MESSAGE_LIMIT = 4096


THUMBS_UP = "👍"


def slot_of(
    press: LogSet | FillCard | SkipSet | FixSet | UndoSet | ChangeRest | SayFeel | ShowCard | ReadAs,
) -> Slot:
    return Slot(press.exercise_index, press.set_number)


def result_view(context: Context, logged: SetLogged) -> View:
    """A logged set's card with the rest as the wall clock shows it."""
    if logged.rest is None:
        return results.result(logged, None, "")
    real = context.room.clock.real_time(logged.rest.until)
    return results.result(logged, real, clock_time(real, logged.zone))


async def show_logged(context: Context, logged: SetLogged, message_id: int) -> None:
    """A typed set: a reaction to the message, and the card turned into its result, both at once."""
    emoji = TROPHY if logged.record else THUMBS_UP
    reacted = context.room.sender.react(context.chat_id, message_id, emoji)
    if logged.card is None and logged.corrected and logged.workout.state is not WorkoutState.OPEN:
        await reacted  # its recap is told anew by a timer
        return
    if logged.card is None:
        await asyncio.gather(reacted, show_as_card(context, logged))
        return
    chat_id, card_id = logged.card
    await asyncio.gather(reacted, context.edit(chat_id, card_id, result_view(context, logged)))


async def show_card(context: Context, card: SetCard) -> None:
    """The set card anew: on the pressed message, or on the card that stands."""
    if context.pressed:
        await context.change(set_card.set_card(card))
        return
    now = context.room.clock.now()
    found = await context.look(looking.standing_card, context.athlete_id, card.workout_id, now)
    if found is not None:
        standing, shown = found
        view = result_view(context, shown) if isinstance(shown, SetLogged) else set_card.set_card(card)
        reacted = context.room.sender.react(context.chat_id, context.message_id, THUMBS_UP)
        await asyncio.gather(reacted, context.edit(*standing, view))


async def fold(context: Context, workout_id: int, view: View) -> None:
    """A card whose set is out of the way; the standing one folds when the next comes. Words get a thumb."""
    if not context.pressed:
        await nod(context)
        return
    standing = await context.look(looking.card_message, context.athlete_id, workout_id)
    if standing == (context.chat_id, context.message_id):
        await context.toast()
    else:
        await context.change(view)


async def nod(context: Context) -> None:
    """A typed message is understood; what comes of it comes by itself."""
    await context.room.sender.react(context.chat_id, context.message_id, THUMBS_UP)


async def fold_standing(context: Context, workout_id: int) -> None:
    """The card that stands folds to one line, unless its message tells something else by now."""
    now = context.room.clock.now()
    old = await context.look(ringing.card_before, context.athlete_id, workout_id, now)
    if old is not None and old.place != (context.chat_id, context.message_id):
        await context.edit(*old.place, View(results.folded(old, None)))


async def show_as_card(context: Context, logged: SetLogged) -> None:
    """A set without a card (free training, or one in between): its result is sent and is its card.

    The card above folds, else its rest would go on counting and its buttons could still be tapped.
    """
    now, workout_id = context.room.clock.now(), logged.workout.id
    old = await context.look(ringing.card_before, context.athlete_id, workout_id, now)
    sent = await context.tell(result_view(context, logged).quiet())
    last = logged.sets[-1]
    if sent is not None:
        slot = (last.exercise_index, last.set_number)
        place = context.room.sender.place(context.chat_id, sent)
        await context.room.store.run(ringing.card_sent, context.athlete_id, last.workout_id, slot, place)
    if sent is not None and old is not None:
        await context.edit(*old.place, View(results.folded(old, None)))
