"""/weight: the athlete's own weight, kept for pull-ups and dips."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType

from bot.context import Context
from bot.texts import load, say
from bot.views.refusals import refusal
from bot.views.view import View
from core.coach import body
from core.model.outcomes import Unlogged


async def weight(update: Update, context: Context) -> None:
    """/weight 82.4 keeps it, /weight tells it; in private only, for it is nobody else's business."""
    chat = update.effective_chat
    if chat is not None and chat.type != ChatType.PRIVATE:
        await context.tell(View(say("Your weight is between us: send it in our private chat.")))
        return
    outcome = await context.act(body.weigh, context.athlete_id, context.words, context.room.clock.now())
    if isinstance(outcome, Unlogged):
        await context.tell(refusal(outcome))
    elif outcome.load is None:
        await context.tell(View(say("I don't know your weight yet. Send it like <code>/weight 80</code>.")))
    else:
        kept = say(
            "Your weight: <b>{load}</b>. Pull-ups and dips are reckoned with it.", load=load(outcome.load)
        )
        await context.tell(View(kept))
