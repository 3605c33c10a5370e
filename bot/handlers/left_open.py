"""Words to "Still training?": they do what its buttons do; `done` may be a set, and is asked back."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.workout import finish, go_on
from bot.views.words.answers import sure_to_finish
from core.coach.words import left_open
from core.coach.words.left_open import StillThere
from core.coach.words.talk import Message
from core.coach.workout import looking
from core.model.outcomes import Unlogged


async def answer_left_open(update: Update, context: Context, words: Message) -> bool:
    """Whether words answered it: by a reply, or where nothing was said since. In a group only by a reply.

    After a restart nobody knows what was said since: then the end is asked about once more.
    """
    answer = left_open.answer_said(words.words)
    if answer is None:
        return False
    asked = await context.look(left_open.question_asked, context.athlete_id)
    if asked is None:
        return False
    workout_id, place = asked
    said_last = context.room.sender.newest.last_sent(context.chat_id)
    if words.reply_to is not None:
        is_meant = place == (context.chat_id, words.reply_to)
    else:
        is_meant = not context.in_group and place[0] == context.chat_id and said_last in (None, place[1])
    if not is_meant:
        return False
    if answer is StillThere.GO_ON:
        await go_on(update, context)
    elif answer is StillThere.FINISH and (words.reply_to is not None or said_last is not None):
        await finish(update, context)
    else:
        await _ask_back(context, workout_id)
    return True


async def _ask_back(context: Context, workout_id: int) -> None:
    """It may have been said of a set, or to something else: two buttons tell."""
    left = await context.look(looking.what_is_left, context.athlete_id, context.room.clock.now())
    sets = 0 if isinstance(left, Unlogged) else left.sets
    await context.tell(sure_to_finish(workout_id, sets))
