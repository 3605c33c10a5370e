"""Onboarding's handlers and the ConversationHandler around them: read, one use case, one view, show.

The states are the steps of `core/coach/interview/onboarding.py`, which derives them from the database;
`bot/intake` hands them to PTB. What `/plan` does once nothing is missing is given in, see
`onboarding_conversation`.
"""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Awaitable, Callable

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)
from telegram.warnings import PTBUserWarning

from bot.callbacks import Answer, Back, ChangeAnswer, TrainNow, decode
from bot.context import Context
from bot.handlers import forwarded
from bot.handlers.mentions import is_captioned
from bot.handlers.sharing import show_shared, token_in
from bot.handlers.workout import go_on
from bot.languages import phones
from bot.views.interview.onboarding import (
    folded,
    group_view,
    is_line_enough,
    left_view,
    miss_view,
    outcome_view,
    toast_of,
    unknown_athlete_view,
)
from bot.views.view import View
from core.coach.hearing.command_words import begins_nothing
from core.coach.interview import onboarding, profile, typed_answers
from core.coach.interview.answer_words import read_aim
from core.coach.plans import shared_planning
from core.coach.workout import looking
from core.model.athlete import Goal
from core.model.onboarding import Asked, Complete, Outcome, Profile, Refused, Step
from core.model.outcomes import Unlogged

NAME = "onboarding"
_AIM = "plan_"
_PRESSES = (Answer, Back, TrainNow, ChangeAnswer)

ShowPlan = Callable[[Update, Context, Goal | None], Awaitable[object]]
State = str | int | None


def onboarding_conversation(show_plan: ShowPlan) -> ConversationHandler[Context]:
    """The one flat conversation; `show_plan` shows the plan for a goal (None: one's own) after it."""

    async def start(update: Update, context: Context) -> State:
        return await _start(update, context, show_plan)

    async def pressed(update: Update, context: Context) -> State:
        return await _pressed(update, context, show_plan)

    async def typed(update: Update, context: Context) -> State:
        return await _typed(update, context, show_plan)

    async def met(update: Update, context: Context) -> State:
        return await _met(update, context, show_plan)

    message = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    said = message & ~filters.COMMAND & ~filters.StatusUpdate.ALL
    states: dict[object, list[BaseHandler[Update, Context, object]]] = {
        step.value: [
            MessageHandler(said & filters.TEXT & forwarded.NOT_WRITTEN, forwarded.refuse),
            MessageHandler(said, typed),
        ]
        for step in Step
    }
    states[onboarding.MEETING] = [MessageHandler(said & ~forwarded.NOT_WRITTEN & ~_BeginsNothing(), met)]
    with warnings.catch_warnings():
        # A press is told apart by its own step, so buttons need not be tracked message by message.
        warnings.filterwarnings("ignore", message="If 'per_message=False'", category=PTBUserWarning)
        return ConversationHandler(
            entry_points=[
                CommandHandler("start", start, filters.UpdateType.MESSAGE),
                CallbackQueryHandler(pressed, pattern=is_onboarding_press),
            ],
            states=states,
            fallbacks=[CommandHandler("cancel", cancel, filters.UpdateType.MESSAGE)],
            allow_reentry=True,
            name=NAME,
            persistent=True,
        )


def is_onboarding_press(callback: object) -> bool:
    """Whether some callback data is one of this conversation's buttons."""
    return isinstance(callback, str) and isinstance(decode(callback), _PRESSES)


class _BeginsNothing(filters.MessageFilter):
    """What is answered as it is, whoever says it: help, privacy, an emergency, a goodbye."""

    def filter(self, message: Message) -> bool:
        return bool(message.text) and begins_nothing(message.text or "")


async def ask_what_is_missing(
    update: Update, context: Context, aim: Goal | None, show_plan: ShowPlan
) -> State:
    """For `/plan` before all is answered: the first missing question, and the plan after the last one."""
    if not _private(update):
        await asyncio.gather(context.toast(), context.tell(group_view(context.bot.username)))
        return None
    language = phones(update.effective_user)
    outcome = await context.act(
        onboarding.ask_missing, context.athlete_id, context.chat_id, language, aim, context.room.clock.now()
    )
    return await _put(update, context, outcome, show_plan)


async def cancel(update: Update, context: Context) -> State:
    """/cancel: leaves, keeps what was answered, and says how to come back."""
    left = await context.act(onboarding.cancel, context.athlete_id, context.room.clock.now())
    await context.tell(left_view(left))
    if left.question is not None and left.question.message_id is not None:
        await _fold(context, left.question.message_id, None)
    return ConversationHandler.END


async def _start(update: Update, context: Context, show_plan: ShowPlan) -> State:
    if not _private(update):
        await context.tell(group_view(context.bot.username))
        return None
    opens, token = None, token_in(context.words)
    if token is not None:
        now = context.room.clock.now()
        share = await context.look(shared_planning.opened, context.athlete_id, token, now)
        if isinstance(share, Unlogged):
            await context.refuse(share)
            return None
        opens = share.token_hash
    if await context.look(looking.running_workout, context.athlete_id) is not None:
        await go_on(update, context)
        return ConversationHandler.END
    outcome = await context.act(
        onboarding.begin,
        context.athlete_id,
        context.chat_id,
        phones(update.effective_user),
        _aim(context.words),
        context.room.clock.now(),
        opens,
    )
    return await _put(update, context, outcome, show_plan)


async def _pressed(update: Update, context: Context, show_plan: ShowPlan) -> State:
    if not _private(update):  # the programme has these buttons in a group, too
        await asyncio.gather(context.toast(), context.tell(group_view(context.bot.username)))
        return None
    now = context.room.clock.now()
    outcome: Outcome | None = None
    match context.press:
        case Answer(step=step, value=value) if step in tuple(Step):
            outcome = await context.act(onboarding.answer, context.athlete_id, Step(step), value, now)
        case Back(step=step) if step in tuple(Step):
            outcome = await context.act(onboarding.back, context.athlete_id, Step(step), now)
        case TrainNow():
            outcome = await context.act(onboarding.train_now, context.athlete_id, now)
        case ChangeAnswer(step=step):
            chosen = Step(step) if step in tuple(Step) else None
            outcome = await context.act(profile.change_answer, context.athlete_id, chosen, now)
        case _:
            outcome = await context.look(profile.show_profile, context.athlete_id)
    if outcome is None:
        await context.change(unknown_athlete_view())
        return ConversationHandler.END
    return await _put(update, context, outcome, show_plan)


async def _typed(update: Update, context: Context, show_plan: ShowPlan) -> State:
    message = update.effective_message
    text = message.text if message is not None and not is_captioned(message) else None
    outcome = await context.act(typed_answers.answer_text, context.athlete_id, text, context.room.clock.now())
    if outcome is None:
        await context.tell(unknown_athlete_view())
        return ConversationHandler.END
    return await _put(update, context, outcome, show_plan)


async def _met(update: Update, context: Context, show_plan: ShowPlan) -> State:
    """The first words of somebody nobody knows begin the questions, as /start does."""
    outcome = await context.act(
        typed_answers.meet,
        context.athlete_id,
        context.chat_id,
        phones(update.effective_user),
        context.words,
        context.room.clock.now(),
    )
    return await _put(update, context, outcome, show_plan)


async def _put(update: Update, context: Context, outcome: Outcome, show_plan: ShowPlan) -> State:
    """Show what stands, take the buttons off the question before it, and remember the new one's message."""
    standing = _message_of(outcome)
    if isinstance(outcome, Complete) and outcome.lands:
        if outcome.opens is None or not await show_shared(context, outcome.opens):
            await show_plan(update, context, outcome.aim)
        shown = _pressed_message(update)
    elif (shown := _pressed_message(update)) is not None:
        await context.change(outcome_view(outcome), toast_of(outcome))
    elif isinstance(outcome, Refused) and is_line_enough(outcome) and _is_above(context, standing):
        await context.tell(miss_view(outcome))
        shown = standing
    else:
        shown = await context.tell(outcome_view(outcome, moved=standing is not None))
    if standing is not None and standing != shown:
        await _fold(context, standing, folded(outcome))
    keeps = shown if isinstance(outcome, Asked | Refused) else None
    if keeps != standing:
        await context.room.store.run(onboarding.remember_message, context.athlete_id, keeps)
    return outcome.question.step.value if isinstance(outcome, Asked | Refused) else ConversationHandler.END


def _is_above(context: Context, standing: int | None) -> bool:
    """Whether the question is the newest message of the bot, so that its buttons are in reach."""
    return standing is not None and context.room.sender.newest.last_sent(context.chat_id) == standing


async def _fold(context: Context, message_id: int, view: View | None) -> None:
    if view is None:
        await context.room.sender.strip(context.chat_id, message_id)
    else:
        await context.room.sender.edit(context.chat_id, message_id, view)


def _message_of(outcome: Outcome) -> int | None:
    return outcome.message_id if isinstance(outcome, Complete | Profile) else outcome.question.message_id


def _pressed_message(update: Update) -> int | None:
    query = update.callback_query
    return query.message.message_id if query is not None and query.message is not None else None


def _private(update: Update) -> bool:
    chat = update.effective_chat
    return chat is not None and chat.type == ChatType.PRIVATE


def _aim(payload: str) -> Goal | None:
    return read_aim(payload.removeprefix(_AIM)) if payload.startswith(_AIM) else None
