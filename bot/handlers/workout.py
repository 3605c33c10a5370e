"""A workout's buttons and typed sets: read, one use case, one view, show.

The coming card is never sent from here: it is a timer, and `bot/handlers/bringing.py` brings it.
"""

from __future__ import annotations

import asyncio

from telegram import Message, Update

from bot.callbacks import (
    AddSet,
    ChangeRest,
    FillCard,
    FinishWorkout,
    FixSet,
    GoOn,
    LogSet,
    ReadAs,
    SayFeel,
    ShowCard,
    SkipSet,
    UndoSet,
    WarmUpsDone,
    decode,
)
from bot.context import Context
from bot.texts import clock_time, say, word
from bot.views import workout as cards
from bot.views import workout_menus as menus
from bot.views.refusals import refusal
from bot.views.sets import done_words
from bot.views.view import Toast, View
from core.coach import changing, correcting, finishing, lifting, looking, wording
from core.coach.lifting import Entry
from core.coach.standing import Slot
from core.model.outcomes import SetCard, SetLogged, Unlogged, Which
from core.model.workout import Workout

MESSAGE_LIMIT = 4096
THUMBS_UP = "👍"


def _slot(press: LogSet | FillCard | SkipSet | FixSet | UndoSet | ChangeRest | SayFeel | ShowCard | ReadAs) -> Slot:
    return Slot(press.exercise_index, press.set_number)


def result_view(context: Context, logged: SetLogged) -> View:
    """A logged set's card with the rest as the wall clock shows it."""
    if logged.rest is None:
        return cards.result(logged, None, "")
    real = context.room.clock.real_time(logged.rest.until)
    return cards.result(logged, real, clock_time(real, logged.zone))


async def log_set(update: Update, context: Context, press: LogSet) -> None:
    """`✅ 80 kg × 8`: the card becomes its result; a second tap changes nothing."""
    entry = Entry(press.load, press.reps, comfort=press.comfort)
    card = (context.chat_id, context.message_id)
    now = context.room.clock.now()
    logged = await context.act(
        lifting.log_set, context.athlete_id, press.workout_id, _slot(press), entry, now, card
    )
    if isinstance(logged, Unlogged):
        await context.refuse(logged)
        return
    await context.change(result_view(context, logged))


async def take_words(update: Update, context: Context) -> None:
    """A typed message: a set, a correction, or something said; acknowledged by a reaction and the card."""
    message = _typed(update)
    if message is None:
        return
    words = wording.Message(
        words=(message.text or "")[:MESSAGE_LIMIT],
        chat_id=context.chat_id,
        message_id=message.message_id,
        reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
        reply_slot=_slot_on(message.reply_to_message),
    )
    outcome = await context.act(wording.take_words, context.athlete_id, words, context.room.clock.now())
    await answer_words(update, context, outcome)


def _typed(update: Update) -> Message | None:
    message = update.effective_message
    return message if message is not None and message.text else None


def _slot_on(replied: Message | None) -> tuple[int, int, int] | None:
    """The set a replied-to card is about, read from its own buttons: serves where its id was never kept."""
    if replied is None or replied.reply_markup is None:
        return None
    for row in replied.reply_markup.inline_keyboard:
        for button in row:
            press = decode(button.callback_data) if isinstance(button.callback_data, str) else None
            if isinstance(press, LogSet | FillCard | SkipSet | ChangeRest | FixSet):
                return press.workout_id, press.exercise_index, press.set_number
    return None


async def answer_words(update: Update, context: Context, outcome: wording.Outcome) -> None:
    """Show what came of typed words."""
    from bot.handlers.saying import answer_phrase

    message = update.effective_message
    assert message is not None
    if isinstance(outcome, SetLogged):
        await show_logged(context, outcome, message.message_id)
    elif isinstance(outcome, correcting.SetPassed):
        await context.room.sender.react(context.chat_id, message.message_id, THUMBS_UP)
    elif isinstance(outcome, SetCard):
        await show_card(context, outcome)
    elif isinstance(outcome, Which):
        await ask_which(context, outcome)
    elif isinstance(outcome, wording.Said):
        await answer_phrase(update, context, outcome)
    else:
        await context.tell(refusal(outcome))


async def ask_which(context: Context, asked: Which) -> None:
    """Two readings, two buttons."""
    exercise = await context.look(
        looking.exercise_at, context.athlete_id, asked.workout_id, asked.exercise_index
    )
    if exercise is not None:
        await context.tell(menus.which(asked, exercise))


async def show_logged(context: Context, logged: SetLogged, message_id: int) -> None:
    """A typed set: a reaction to the message, and the card turned into its result, both at once."""
    reacted = context.room.sender.react(context.chat_id, message_id, THUMBS_UP)
    if logged.card is None:
        await reacted
        return
    chat_id, card_id = logged.card
    await asyncio.gather(reacted, context.room.sender.edit(chat_id, card_id, result_view(context, logged)))


async def show_card(context: Context, card: SetCard) -> None:
    """The set card anew: on the pressed message, or on the card that stands."""
    if context.pressed:
        await context.change(cards.set_card(card))
        return
    standing = await context.look(looking.card_message, context.athlete_id, card.workout_id)
    if standing is not None:
        await context.room.sender.edit(*standing, cards.set_card(card))


async def edited_words(update: Update, context: Context) -> None:
    """An edited message: the set it logged is corrected; one that logged nothing stays nothing."""
    message = _typed(update)
    if message is None:
        return
    words = wording.Message((message.text or "")[:MESSAGE_LIMIT], context.chat_id, message.message_id)
    outcome = await context.act(wording.take_edit, context.athlete_id, words, context.room.clock.now())
    if outcome is not None:
        await answer_words(update, context, outcome)


async def nudge(update: Update, context: Context, *, heavier: bool) -> None:
    """Too light, too heavy: the coming sets move one step."""
    now = context.room.clock.now()
    card = await context.act(changing.nudge, context.athlete_id, heavier, now)
    if isinstance(card, Unlogged):
        await context.refuse(card)
        return
    await show_card(context, card)


async def fill_card(update: Update, context: Context, press: FillCard) -> None:
    """Another load, or other reps, on the card: nothing is logged."""
    now = context.room.clock.now()
    filled = await context.act(
        changing.fill_card, context.athlete_id, press.workout_id, _slot(press), press.load, now
    )
    if isinstance(filled, Unlogged):
        await context.refuse(filled)
        return
    await context.change(cards.set_card(cards.with_reps(filled, press.reps)))


async def read_as(update: Update, context: Context, press: ReadAs) -> None:
    """One of two readings: logged, or (where the set stands already) corrected."""
    rir = None if press.rir_tenths is None else press.rir_tenths / 10
    entry = Entry(press.load, press.reps, rir)
    now = context.room.clock.now()
    logged = await context.act(
        correcting.log_or_correct, context.athlete_id, press.workout_id, _slot(press), entry, now
    )
    if isinstance(logged, Unlogged):
        await context.refuse(logged)
        return
    chosen = View(say("👍 {set}", set=done_words(logged.exercise, logged.sets[-1])))
    if logged.card is None:
        await context.change(chosen)
        return
    chat_id, card_id = logged.card
    await asyncio.gather(
        context.change(chosen), context.room.sender.edit(chat_id, card_id, result_view(context, logged))
    )


async def warm_ups_done(update: Update, context: Context, press: WarmUpsDone) -> None:
    """The warm-ups are done: their line leaves the card."""
    now = context.room.clock.now()
    card = await context.act(
        changing.warm_ups_done, context.athlete_id, press.workout_id, press.exercise_index, now
    )
    if isinstance(card, Unlogged):
        await context.refuse(card)
        return
    await context.change(cards.set_card(card))


async def skip_set(update: Update, context: Context, press: SkipSet) -> None:
    """Skip one set or a whole exercise: the card folds, the next one comes."""
    now = context.room.clock.now()
    passed = await context.act(
        correcting.skip_set, context.athlete_id, press.workout_id, _slot(press), now
    )
    if isinstance(passed, Unlogged):
        await context.refuse(passed)
        return
    await context.change(passed_view(passed))


def passed_view(passed: correcting.SetPassed) -> View:
    """What the card of a skipped set says."""
    if passed.slot.set_number == 0:
        return View(cards.folded_exercise(passed.exercise, passed.done))
    return View(
        say("{name} set {number} skipped", name=word(passed.exercise.name), number=passed.slot.set_number)
    )


async def fix_set(update: Update, context: Context, press: FixSet) -> None:
    """Fix: asks what it was; with reps in the button, corrects."""
    now = context.room.clock.now()
    if press.reps is None:
        logged = await context.look(looking.logged_at, context.athlete_id, press.workout_id, _slot(press), now)
    else:
        entry = Entry(press.load, press.reps)
        logged = await context.act(
            correcting.correct, context.athlete_id, press.workout_id, _slot(press), entry, now
        )
    if isinstance(logged, Unlogged):
        await context.refuse(logged)
        return
    await context.change(menus.fix_menu(logged) if press.reps is None else result_view(context, logged))


async def show_again(update: Update, context: Context, press: ShowCard) -> None:
    """Back from a menu: the set card, or the resting card of a logged set."""
    now = context.room.clock.now()
    shown = await context.look(looking.shown_at, context.athlete_id, press.workout_id, _slot(press), now)
    if isinstance(shown, Unlogged):
        await context.refuse(shown)
    elif isinstance(shown, SetLogged):
        await context.change(result_view(context, shown))
    else:
        await context.change(cards.set_card(shown))


async def undo_set(update: Update, context: Context, press: UndoSet) -> None:
    """Take this set back: its card says so, and what is next comes."""
    now = context.room.clock.now()
    undone = await context.act(
        correcting.take_back, context.athlete_id, press.workout_id, _slot(press), now
    )
    if isinstance(undone, Unlogged):
        await context.refuse(undone)
        return
    await context.change(View(menus.undone(undone.exercise, undone.undone)))


async def undo(update: Update, context: Context) -> None:
    """/undo: the newest logged set is taken back."""
    undone = await context.act(correcting.undo, context.athlete_id, context.room.clock.now())
    if isinstance(undone, Unlogged):
        await context.tell(refusal(undone))
        return
    view = View(menus.undone(undone.exercise, undone.undone))
    if undone.card is None:
        await context.tell(view)
        return
    message = update.effective_message
    assert message is not None
    await asyncio.gather(
        context.room.sender.react(context.chat_id, message.message_id, THUMBS_UP),
        context.room.sender.edit(*undone.card, view),
    )


async def say_feel(update: Update, context: Context, press: SayFeel) -> None:
    """Too light, right, too heavy: moves the load of the sets to come."""
    now = context.room.clock.now()
    felt = await context.act(
        changing.say_feel, context.athlete_id, press.workout_id, _slot(press), press.feel.value, now
    )
    if isinstance(felt, Unlogged):
        await context.refuse(felt)
        return
    await context.change(result_view(context, felt), Toast(word("Noted.")))


async def finish(update: Update, context: Context, press: FinishWorkout | None = None) -> None:
    """/finish or its button: the workout ends, its recap comes."""
    now = context.room.clock.now()
    ended = await context.act(
        finishing.finish, context.athlete_id, press.workout_id if press else None, now
    )
    await _acknowledge(update, context, ended, word("Finished."))


async def go_on(update: Update, context: Context, press: GoOn | None = None) -> None:
    """Go on with the open workout: the card of what is next comes."""
    now = context.room.clock.now()
    workout = await context.act(
        looking.bring_card, context.athlete_id, press.workout_id if press else None, now
    )
    await _acknowledge(update, context, workout, "")


async def add_set(update: Update, context: Context, press: AddSet) -> None:
    """One more set of what was done last."""
    card = await context.act(changing.add_set, context.athlete_id, press.workout_id, context.room.clock.now())
    await _acknowledge(update, context, card, word("One more."))


async def _acknowledge(
    update: Update, context: Context, outcome: Workout | SetCard | Unlogged, toast: str
) -> None:
    """A tap is answered and its message's buttons go; words get a thumb; the card or recap comes by itself."""
    if isinstance(outcome, Unlogged):
        await context.refuse(outcome)
        return
    message = update.effective_message
    assert message is not None
    if context.pressed:
        stripped = context.room.sender.strip(context.chat_id, message.message_id)
        await asyncio.gather(context.toast(Toast(toast)), stripped)
    else:
        await context.room.sender.react(context.chat_id, message.message_id, THUMBS_UP)


