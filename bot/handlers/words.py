"""Typed messages: sets, corrections, and words that are no set: the rack is taken, it hurts, that's it."""

from __future__ import annotations

import re
from dataclasses import replace

from telegram import Message, Update

from bot.callbacks import (
    ChangeRest,
    FillCard,
    FixSet,
    LogSet,
    Press,
    SkipSet,
    decode,
    fits,
)
from bot.context import MESSAGE_LIMIT, Context
from bot.handlers.left_open import answer_left_open
from bot.handlers.mentions import mentioned_out
from bot.handlers.nods import answer_nod
from bot.handlers.pairing import pair_up
from bot.handlers.phrases import answer_phrase
from bot.handlers.showing import (
    nod,
    refresh_standing,
    show_below,
    show_card,
    show_logged,
    standing_view,
)
from bot.views.history.backdated import day_gone_by
from bot.views.plans.plan_menus import not_started
from bot.views.refusals import refusal
from bot.views.view import View
from bot.views.words.answers import noted
from bot.views.words.glossary import meaning_of
from bot.views.words.help import how_to_log
from bot.views.words.own_exercises import unfamiliar
from bot.views.workout import results
from bot.views.workout import workout_menus as menus
from core.coach.hearing import nods, terms
from core.coach.history import past_days
from core.coach.words import editing, meaning, talk, wording
from core.coach.workout import chat_cards, correcting, looking, pairing
from core.model.outcomes import DayTold, Noted, SetCard, SetLogged, Unlogged, Which
from core.model.repertoire import Unfamiliar
from core.model.starting import SaidLate, Unstarted
from core.model.which_load import WhichLoad

NOD = re.compile(r"\s*(?:ok(?:ay)?|o\.k\.|all good|alles gut|got it|👍|👌|🆗)\W*", re.IGNORECASE)


async def take_answer(update: Update, context: Context, said: str) -> None:
    """What a typed message and the question that it answers say together; it replies to nothing else."""
    await take_words(update, context, said, answers=True)


async def take_words(
    update: Update, context: Context, said: str | None = None, *, answers: bool = False
) -> None:
    """A typed message: a set, a correction, or something said; acknowledged by a reaction and the card.

    `said` are its words where they are not just its text.
    """
    message = _typed(update)
    if message is None:
        return
    words = _as_typed(message, said or message.text or "")
    if answers:
        words = replace(words, reply_to=None, reply_slot=None)
    now = context.room.clock.now()
    term = terms.term_asked(words.words)
    if term is not None:
        await context.tell(meaning_of(term))
        return
    if words.reply_slot is None and await answer_left_open(update, context, words):
        return
    small = nods.nod_said(words.words) if words.reply_slot is None else None
    if small is not None:
        await answer_nod(context, small)
        return
    pair = pairing.pair_said(words.words) if words.reply_slot is None else None
    if pair is not None:
        await pair_up(context, pair)
        return
    meant = await context.look(meaning.meant, context.athlete_id, words, now)
    if meant is not None and meant.sets:
        words = replace(words, words=meant.sets)
        await answer_words(
            update, context, await context.act(wording.take_words, context.athlete_id, words, now)
        )
    if meant is not None:
        await answer_phrase(update, context, meant)
        return
    if NOD.fullmatch(words.words) and await _nods_to_something_else(context, words):
        return
    outcome = await context.act(wording.take_words, context.athlete_id, words, now)
    await answer_words(update, context, outcome)


async def _nods_to_something_else(context: Context, words: talk.Message) -> bool:
    """`ok` below an answer or a question is said to that: the card that waits comes below, nothing is logged.

    So is one to a menu that stands in the card, which comes back. What was said before a restart nobody
    knows: the card comes below then, too. Groups are no conversation: there only a reply is heard, and that
    is about its card.
    """
    if context.in_group or words.reply_to is not None:
        return False
    now, sender = context.room.clock.now(), context.room.sender
    workout = await context.look(looking.running_workout, context.athlete_id)
    if workout is None:
        return False
    standing = await context.look(chat_cards.standing_card, context.athlete_id, workout.id, now)
    if standing is None or not standing.stays or not isinstance(standing.shows, SetCard):
        return False
    said_last = sender.newest.last_sent(context.chat_id)
    if said_last is None and await context.is_told_again():
        return False
    below = said_last is None or said_last > standing.place[1]
    if not below and not sender.has_other_buttons(standing.place, standing_view(context, standing)):
        return False
    # Heard from here on: should showing the card fail, the next try finds nothing else, and logs no set.
    await context.act(looking.running_workout, context.athlete_id)
    if below:
        return await show_below(context, workout.id)
    await refresh_standing(context, workout.id)
    return True


async def log(update: Update, context: Context) -> None:
    """/log squat 100x5: sets of a named exercise, with a plan or without one."""
    if not context.words:
        await context.tell(how_to_log())
        return
    words = talk.Message(context.words, context.chat_id, context.message_id)
    outcome = await context.act(wording.take_words, context.athlete_id, words, context.room.clock.now())
    await answer_words(update, context, outcome)


def _typed(update: Update) -> Message | None:
    message = update.effective_message
    return message if message is not None and message.text else None


def _as_typed(message: Message, words: str) -> talk.Message:
    """What a message says in `words`, where it stands and what it answers."""
    replied = message.reply_to_message
    reply_to = replied.message_id if replied else None
    return talk.Message(
        words[:MESSAGE_LIMIT], message.chat_id, message.message_id, reply_to, _slot_on(replied)
    )


def _slot_on(replied: Message | None) -> tuple[int, int, int] | None:
    """The set a replied-to card is about, read from its own buttons: serves where its id was never kept."""
    if replied is None or replied.reply_markup is None:
        return None
    for row in replied.reply_markup.inline_keyboard:
        for button in row:
            press = decode(button.callback_data) if isinstance(button.callback_data, str) else None
            if isinstance(press, LogSet | FillCard | SkipSet | ChangeRest | FixSet):
                return press.workout_id, *press.slot
    return None


async def answer_words(update: Update, context: Context, outcome: talk.Outcome) -> None:
    """Show what came of typed words."""
    message = update.effective_message
    assert message is not None
    if isinstance(outcome, SetLogged):
        await show_logged(context, outcome, message.message_id)
    elif isinstance(outcome, correcting.SetPassed) or (
        isinstance(outcome, Unlogged) and outcome.code == "goes_on"
    ):
        await nod(context)
    elif isinstance(outcome, SetCard):
        await show_card(context, outcome)
    elif isinstance(outcome, Which):
        await ask_which(context, outcome)
    elif isinstance(outcome, Noted):
        await _show_note(context, outcome)
    elif isinstance(outcome, DayTold):
        await _show_day(context, outcome)
    elif isinstance(outcome, WhichLoad | Unstarted | SaidLate | Unfamiliar):
        await context.tell(_asked_back(outcome))
    else:
        await _not_logged(context, outcome)


async def _not_logged(context: Context, outcome: Unlogged) -> None:
    """A line that says why, and what helps on: the card that was filled."""
    if context.in_group and outcome.code == "strange_reply":
        outcome = replace(outcome, code="not_your_card")
    await context.tell(refusal(outcome))
    if outcome.code == "filled" and outcome.card is not None:
        await show_card(context, outcome.card)


def _asked_back(outcome: WhichLoad | Unstarted | SaidLate | Unfamiliar) -> View:
    """What is asked before anything is logged."""
    if isinstance(outcome, WhichLoad):
        return menus.which_load(outcome)
    if isinstance(outcome, SaidLate):
        return results.said_late(outcome)
    return not_started(outcome) if isinstance(outcome, Unstarted) else unfamiliar(outcome)


async def _show_note(context: Context, told: Noted) -> None:
    """The card of that exercise shows it at once; without one a line says that it is kept."""
    now = context.room.clock.now()
    card = await context.look(looking.current_card, context.athlete_id, now)
    if isinstance(card, SetCard) and card.exercise.id == told.exercise.id:
        await show_card(context, card)
    else:
        await context.tell(noted(told))


async def _show_day(context: Context, told: DayTold) -> None:
    """A day gone by: one message tells what stands there, and is told anew when that changes."""
    sent = await context.tell(day_gone_by(told).quiet())
    if sent is not None:
        message, now = (context.chat_id, sent), context.room.clock.now()
        await context.room.store.run(past_days.day_sent, context.athlete_id, told.workout.id, message, now)


async def ask_which(context: Context, asked: Which) -> None:
    """Two readings, two buttons."""
    exercise = await context.look(
        looking.exercise_at, context.athlete_id, asked.workout_id, asked.exercise_index
    )
    if exercise is None:
        return
    view = menus.which(asked, exercise)
    whole = all(fits(button.press) for row in view.rows for button in row if isinstance(button.press, Press))
    await context.tell(view if whole else refusal(Unlogged.of("say_it_apart")))


async def edited_words(update: Update, context: Context) -> None:
    """An edited message: the set it told of is corrected, a typo that logged nothing logs now."""
    message = _typed(update)
    if message is None:
        return
    text = mentioned_out(message.text or "", context.bot.username)
    said = context.words if re.match(r"/log(@\w+)?\s", text) else text
    words = _as_typed(message, said)
    outcome = await context.act(editing.take_edit, context.athlete_id, words, context.room.clock.now())
    if outcome is not None:
        await answer_words(update, context, outcome)
