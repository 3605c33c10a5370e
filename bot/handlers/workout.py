"""A workout's buttons and typed sets: read, one use case, one view, show.

The coming card is never sent from here: it is a timer, and `bot/timers/bringing.py` brings it.
"""

from __future__ import annotations

import asyncio

from telegram import Update

from bot.callbacks import (
    AddLate,
    AddSet,
    FillCard,
    FinishWorkout,
    GoOn,
    LogSet,
    SayFeel,
    ShowCard,
    SkipSet,
    WarmUpDone,
    WarmUpsDone,
)
from bot.context import Context
from bot.handlers.showing import (
    Shown,
    asking_view,
    fold,
    nod,
    result_view,
    retell_cards_of,
    show_as_card,
    show_below,
    show_on_cards,
    uncover,
)
from bot.texts import word
from bot.views import refusals
from bot.views.history import past_sets
from bot.views.view import Toast, View
from bot.views.workout import rest as rest_views
from bot.views.workout import results, set_card
from core.coach.history import adding, rewriting
from core.coach.workout import changing, correcting, finishing, late_sets, lifting, looking, warming
from core.model.awaited import About, Awaited
from core.model.exercise import Exercise
from core.model.outcomes import Rest, SetCard, Unlogged
from core.model.past import PastSet
from core.model.workout import Entry, Workout


async def log_set(update: Update, context: Context, press: LogSet) -> None:
    """`✅ 80 kg × 8`: the card becomes its result; a second tap changes nothing."""
    entry = Entry(press.load, press.reps, comfort=press.comfort)
    card = (context.chat_id, context.message_id)
    now = context.room.clock.now()
    logged = await context.act(
        lifting.log_set, context.athlete_id, press.workout_id, press.slot, entry, now, card
    )
    if isinstance(logged, Unlogged):
        exercise = dict(logged.values).get("exercise")
        if logged.code == "ended_before" and isinstance(exercise, Exercise):
            await context.change(results.ended_before(exercise, press))
            return
        await context.refuse(logged)
    elif logged.card is None:
        await asyncio.gather(context.toast(), show_as_card(context, logged))
    else:
        # How it felt, the same tap again, or a tap on an old card: the set may stand on another one by now.
        result, elsewhere = result_view(context, logged), logged.corrected or logged.card != card
        about = Shown(result, press.slot)
        shown = show_on_cards(context, press.workout_id, about) if elsewhere else context.change(result)
        above = tuple(place for place in logged.uncovered if place != card)
        await asyncio.gather(shown, *await uncover(context, logged.workout.id, above))


async def add_late(update: Update, context: Context, press: AddLate) -> None:
    """A set done before the workout ended is added to it: its card folds, the recap is told anew."""
    entry = Entry(press.load, press.reps, comfort=press.comfort)
    card, now = (context.chat_id, context.message_id), context.room.clock.now()
    logged = await context.act(
        late_sets.add_late, context.athlete_id, press.workout_id, press.slot, entry, now, card
    )
    if isinstance(logged, Unlogged):
        await context.refuse(logged)
        return
    done = logged.sets[-1]
    shown = context.change(View(results.folded_set(logged.exercise, done, logged.prescription.sets)))
    await asyncio.gather(shown, *await uncover(context, logged.workout.id, logged.uncovered))


async def fill_card(update: Update, context: Context, press: FillCard) -> None:
    """Another load, or other reps, on the card: nothing is logged."""
    now = context.room.clock.now()
    filled = await context.act(
        changing.fill_card, context.athlete_id, press.workout_id, press.slot, press.load, now
    )
    if isinstance(filled, Unlogged):
        await context.refuse(filled)
        return
    view = set_card.set_card(set_card.with_reps(filled, press.reps))
    taken = refusals.filled(press.load) if press.load is not None else None  # where it was asked back
    await show_on_cards(context, press.workout_id, Shown(view, press.slot, elsewhere=taken))


async def warm_ups_done(update: Update, context: Context, press: WarmUpsDone | WarmUpDone) -> None:
    """Warm-ups are done, one or all: they leave the card, and a short rest counts on it."""
    now = context.room.clock.now()
    up_to = press.set_number if isinstance(press, WarmUpDone) else None
    warmed = await context.act(
        warming.warm_ups_done, context.athlete_id, press.workout_id, press.exercise_index, now, up_to
    )
    if isinstance(warmed, Unlogged):
        await context.refuse(warmed)
        return
    view = asking_view(context, warmed.card, warmed.rest)
    await show_on_cards(context, press.workout_id, Shown(view, warmed.card.slot))


async def skip_set(update: Update, context: Context, press: SkipSet) -> None:
    """Skip one set or a whole exercise: the card folds, the next one comes."""
    now = context.room.clock.now()
    passed = await context.act(correcting.skip_set, context.athlete_id, press.workout_id, press.slot, now)
    if isinstance(passed, Unlogged):
        await context.refuse(passed)
        return
    await fold(context, press.workout_id)


async def show_again(update: Update, context: Context, press: ShowCard) -> None:
    """Back from a menu: the set card, or the resting card of a logged set."""
    await show_on_cards(context, press.workout_id)


async def say_feel(update: Update, context: Context, press: SayFeel) -> None:
    """Too light, right, too heavy: moves the load of the sets to come."""
    now = context.room.clock.now()
    felt = await context.act(
        changing.say_feel, context.athlete_id, press.workout_id, press.slot, press.feel.value, now
    )
    if isinstance(felt, Unlogged):
        await context.refuse(felt)
        return
    view, toast = result_view(context, felt), Toast(word("Noted."))
    await show_on_cards(context, press.workout_id, Shown(view, press.slot), toast)


async def finish(update: Update, context: Context, press: FinishWorkout | None = None) -> None:
    """/finish or its button: the workout ends, its recap comes."""
    now = context.room.clock.now()
    ended = await context.act(finishing.finish, context.athlete_id, press.workout_id if press else None, now)
    if not isinstance(ended, Unlogged) and press is not None:
        await _answered(context, ended.id, word("Finished."))
        return
    await _acknowledge(context, ended, word("Finished."))


async def go_on(update: Update, context: Context, press: GoOn | None = None) -> None:
    """Go on with the open workout: the card of what is next comes; while it rests, the one that counts."""
    now = context.room.clock.now()
    workout = await context.act(
        looking.bring_card, context.athlete_id, press.workout_id if press else None, now, context.chat_id
    )
    if isinstance(workout, Rest):
        await _count_again(context, workout, press)
        return
    if not isinstance(workout, Unlogged) and press is not None:
        await _answered(context, workout.id, "")
        return
    await _acknowledge(context, workout, "")


async def _count_again(context: Context, rest: Rest, press: GoOn | None) -> None:
    """The card that counts the rest comes below; without one a line counts it."""
    workout = await context.look(looking.running_workout, context.athlete_id)
    if workout is None:
        return
    if press is not None:
        await _answered(context, workout.id, "")
    if not await show_below(context, workout.id):
        clock = context.room.clock
        await context.tell(rest_views.resting(clock.real_time(rest.until), rest.until, clock.now()))


async def add_set(update: Update, context: Context, press: AddSet) -> None:
    """One more set of what was done last; free training has it at once, to be put right in its message."""
    now = context.room.clock.now()
    card = await context.act(adding.add_set, context.athlete_id, press.workout_id, press.after, now)
    if not isinstance(card, PastSet):
        await _acknowledge(context, card, word("One more."))
        return
    await context.toast(Toast(word("Added, like the one before.")))
    sent = await context.tell(past_sets.one_set(card))
    if sent is not None:
        waits = Awaited(About.PAST_SET, context.chat_id, sent, now, card.done.id)
        await context.room.store.run(rewriting.ask_set, context.athlete_id, card.done.id, waits, now)
    await retell_cards_of(context, card.done.id)


async def add_set_in_words(context: Context) -> None:
    """`one more set` after the recap: its card comes by itself."""
    card = await context.act(adding.add_in_words, context.athlete_id, context.room.clock.now())
    await _acknowledge(context, card, "")


async def _answered(context: Context, workout_id: int, toast: str) -> None:
    """A question was answered by a tap: it leaves the chat. A card stays until the next one folds it."""
    message = (context.chat_id, context.message_id)
    stays = await context.look(looking.stands_for_workout, context.athlete_id, workout_id, message)
    leave = context.room.sender.strip if stays else context.room.sender.delete
    await asyncio.gather(context.toast(Toast(toast)), leave(*message))


async def _acknowledge(context: Context, outcome: Workout | SetCard | Unlogged, toast: str) -> None:
    """A tap is answered and its buttons go, words get a thumb; the card or recap comes by itself."""
    if isinstance(outcome, Unlogged):
        await context.refuse(outcome)
        return
    if context.pressed:
        stripped = context.room.sender.strip(context.chat_id, context.message_id)
        await asyncio.gather(context.toast(Toast(toast)), stripped)
    else:
        await nod(context)
