"""Small words answered: a reaction to a cheer, a line to who is lost."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.context import Context
from bot.views.words import nods as views
from bot.views.words.answers import welcome_back
from core.coach.hearing.nods import Nod
from core.coach.workout import looking
from core.model.outcomes import SetCard

# Reactions that every chat knows; none of them is the 👍 of a logged set.
REACTIONS: Mapping[Nod, str] = MappingProxyType(
    {Nod.CHEER: "❤", Nod.LAUGH: "😁", Nod.FIRE: "🔥", Nod.NEVER_MIND: "👌"}
)
_LINES = MappingProxyType(
    {
        Nod.HUH: views.what_now,
        Nod.YES_OR_NO: views.yes_or_no,
        Nod.HERE: views.still_here,
        Nod.THANKS: welcome_back,
    }
)


async def answer_nod(context: Context, nod: Nod) -> None:
    """A reaction where that says enough, else one line; nothing is logged."""
    if nod in REACTIONS:
        await context.room.sender.react(context.chat_id, context.message_id, REACTIONS[nod])
        return
    card = await context.look(looking.current_card, context.athlete_id, context.room.clock.now())
    await context.tell(_LINES[nod](card if isinstance(card, SetCard) else None))
