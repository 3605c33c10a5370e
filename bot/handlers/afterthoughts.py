"""What is said of the set just logged: it was all I had, it's wrong, take set 2 away, put it back."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType

from telegram import Update

from bot.context import Context
from bot.handlers.fixing import tell_after_all, tell_undone, undo
from bot.handlers.showing import nod, show_as_card, show_corrected
from bot.views.refusals import refusal
from bot.views.words import afterthoughts as views
from bot.views.workout.workout_menus import fix_menu
from core.coach.hearing.phrases import Phrase
from core.coach.history import taking_back
from core.coach.words.talk import Said, how_many_clean
from core.coach.workout import correcting, looking
from core.coach.workout.undoing import SkipUndone
from core.model.outcomes import DayTold, SetCard, SetLogged, Unlogged
from core.model.workout import Comfort

AFTERTHOUGHTS = frozenset(
    {Phrase.PUT_BACK, Phrase.DELETE_SET, Phrase.ASK_FIX, Phrase.ALL_OUT, Phrase.GRIND, Phrase.NOT_CLEAN}
    | {Phrase.FELT_EASY, Phrase.FELT_RIGHT}
)
_COMFORT: Mapping[Phrase, float | Comfort] = MappingProxyType(
    {Phrase.FELT_EASY: Comfort.EASY, Phrase.FELT_RIGHT: Comfort.RIGHT, Phrase.ALL_OUT: 0.0}
)
JUST_DONE = timedelta(seconds=90)  # the next set can't be over by then; ours


async def take_afterthought(update: Update, context: Context, said: Said) -> None:
    """Do it where it is plain which set is meant and how; else ask with buttons."""
    if said.phrase is Phrase.PUT_BACK:
        await _put_back(context)
    elif said.phrase is Phrase.DELETE_SET:
        await _delete(update, context, said)
    else:
        await _about_the_last(context, said)


async def _put_back(context: Context) -> None:
    now = context.room.clock.now()
    # Refused, it is not kept as done: one that is told again has put something back.
    back: taking_back.Restored = await context.act_if_meant(
        taking_back.put_back_last, context.athlete_id, now
    )
    if isinstance(back, Unlogged):
        await context.tell(refusal(back))
    elif isinstance(back, DayTold):
        await nod(context)  # the message that tells of that day is edited by its timer
    elif isinstance(back, SkipUndone):
        await tell_after_all(context, back)
    else:
        show = show_as_card if back.card is None else show_corrected
        await asyncio.gather(nod(context), show(context, back))


async def _delete(update: Update, context: Context, said: Said) -> None:
    if not said.set_number:
        await undo(update, context)
        return
    slot, now = said.slot, context.room.clock.now()
    undone = await context.act(correcting.take_back, context.athlete_id, said.workout_id, slot, now)
    if isinstance(undone, Unlogged):
        await context.tell(refusal(undone))
    else:
        await tell_undone(context, undone)


async def _about_the_last(context: Context, said: Said) -> None:
    """Of the set logged last; where the one on the card may be meant, which nobody logged, that is asked."""
    slot, now = said.slot, context.room.clock.now()
    place = (context.athlete_id, said.workout_id, slot)
    logged = await context.look(looking.logged_at, *place, now)
    card = await context.look(looking.current_card, context.athlete_id, now)
    plain = said.phrase in (Phrase.ASK_FIX, Phrase.FELT_EASY, Phrase.FELT_RIGHT)
    if isinstance(logged, SetLogged) and (plain or _just_done(logged, context)):
        await _of_set(context, said.phrase, logged)
    elif isinstance(card, SetCard) and said.phrase is Phrase.NOT_CLEAN:
        await context.tell(refusal(how_many_clean(card, resting=False)))
    elif isinstance(card, SetCard) and said.phrase is not Phrase.ASK_FIX:
        await context.tell(views.log_it_first(card))
    else:
        await context.tell(refusal(Unlogged.of("not_logged")))


def _just_done(logged: SetLogged, context: Context) -> bool:
    recent = context.room.clock.now() - logged.sets[-1].logged_at <= JUST_DONE
    return recent or logged.rest is not None


async def _of_set(context: Context, phrase: Phrase, logged: SetLogged) -> None:
    if phrase in (Phrase.ASK_FIX, Phrase.NOT_CLEAN):
        menu = fix_menu(logged) if phrase is Phrase.ASK_FIX else views.how_many_clean(logged)
        newest = logged.workout.sets[-1].exercise_index == logged.sets[-1].exercise_index
        await context.tell(menu.offering() if newest else menu)  # words name a set of the newest exercise
    elif phrase is Phrase.GRIND:
        await context.tell(views.how_hard(logged))
    else:
        done, now = logged.sets[-1], context.room.clock.now()
        told = await context.act(
            correcting.felt, context.athlete_id, done.workout_id, done.slot, _COMFORT[phrase], now
        )
        if isinstance(told, Unlogged):
            await context.tell(refusal(told))
        else:
            await asyncio.gather(nod(context), show_corrected(context, told))
