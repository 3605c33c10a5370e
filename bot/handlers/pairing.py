"""A superset in words: `superset bench and row` pairs the two, or says in a line why not."""

from __future__ import annotations

import asyncio

from bot.context import Context
from bot.handlers.showing import refresh_standing
from bot.views.refusals import refusal
from bot.views.words.answers import in_turn
from core.coach.workout import pairing
from core.model.outcomes import Unlogged


async def pair_up(context: Context, names: tuple[str, str]) -> None:
    """Say that the two are done in turn now; a card that stands shows what follows from it."""
    now = context.room.clock.now()
    paired = await context.act(pairing.pair_up, context.athlete_id, names, now)
    if isinstance(paired, Unlogged):
        await context.tell(refusal(paired))
        return
    told = context.tell(in_turn(paired).quiet())
    await asyncio.gather(told, *(() if paired.moved else (refresh_standing(context, paired.workout_id),)))
