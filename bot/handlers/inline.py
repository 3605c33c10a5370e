"""Typed to the bot in another chat: what is found is the athlete's own, and nobody else sees it."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.views.plans import inline as views
from core.coach.plans import sharing
from core.coach.words import inline
from core.model.outcomes import Unlogged

MOST_TYPED = 256  # Telegram's own limit


async def answer(update: Update, context: Context) -> None:
    """Sessions and records that the words could mean; always answered, with a way in where nothing is."""
    query = update.inline_query
    assert query is not None
    now, mint, sender = context.room.clock.now(), context.room.mint, context.room.sender
    told = await context.act(inline.found, context.athlete_id, query.query[:MOST_TYPED], mint, now)
    if isinstance(told, Unlogged):
        await sender.answer_inline(query.id, (), button=(views.start_button(), views.HELLO))
        return
    found = views.results(told, context.bot.username)
    button = None if found else (views.nothing_button(), views.HELLO)
    await sender.answer_inline(query.id, found, button=button)


async def chosen(update: Update, context: Context) -> None:
    """A result was sent: its link is in use, so that it is not the first to make room for others."""
    result = update.chosen_inline_result
    assert result is not None
    share_id = views.share_id_of(result.result_id)
    if share_id is not None:
        await context.act(sharing.mark_given, context.athlete_id, share_id, context.room.clock.now())
