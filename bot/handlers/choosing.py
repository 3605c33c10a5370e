"""A list was just shown and words choose from it: as if that button had been tapped."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import CallbackQuery, Message, Update

from bot.context import Context
from bot.handlers.mentions import message_of
from bot.handlers.showing import nod
from bot.views.workout import workout_menus as menus
from core.coach.words import choosing
from core.coach.words.choosing import Picked
from core.coach.workout import looking

Pressed = Callable[[Update, Context], Awaitable[None]]
TakeWords = Callable[[Update, Context, str], Awaitable[None]]


async def take_choice(
    update: Update, context: Context, pressed: Pressed, take_words: TakeWords
) -> bool:
    """Answer words that choose from a list; False where they don't. `pressed` is what a tap would do.

    `take_words` reads a set that a list asked for.
    """
    if context.in_group:
        return False
    words, now = message_of(update, context), context.room.clock.now()
    picked = await context.look(choosing.picked, context.athlete_id, words, now)
    if picked is None:
        return False
    if picked.tells:
        await take_words(update, context, picked.tells)
    elif picked.or_set is not None and picked.choice is not None:
        await _ask(context, picked)
    elif picked.choice is None:
        await context.room.sender.strip(context.chat_id, picked.waiting.message_id)
        await nod(context)
        await context.room.store.run(choosing.answered, context.athlete_id, picked.waiting)
    else:
        await _tap(update, context, picked.waiting.message_id, picked.choice.press, pressed)
        await context.room.store.run(choosing.answered, context.athlete_id, picked.waiting)
    return True


async def _ask(context: Context, picked: Picked) -> None:
    """The number may be a set as well: two buttons."""
    asked, choice = picked.or_set, picked.choice
    assert asked is not None
    assert choice is not None
    place = (asked.workout_id, asked.exercise_index)
    exercise = await context.look(looking.exercise_at, context.athlete_id, *place)
    if exercise is not None:
        await context.tell(menus.choice_or_set(choice, asked, exercise))


async def _tap(update: Update, context: Context, message_id: int, press: str, pressed: Pressed) -> None:
    """What a tap on that button would do, told to who typed."""
    message = update.effective_message
    user = update.effective_user
    assert message is not None
    assert user is not None
    shown = Message(message_id, message.date, message.chat)
    query = CallbackQuery(id="", from_user=user, chat_instance="", message=shown, data=press)
    tapped = Update(update.update_id, callback_query=query)
    inner = Context.from_update(tapped, context.application)
    inner.by_words = True
    await pressed(tapped, inner)
