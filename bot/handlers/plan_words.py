"""What is said with only a plan on show: too heavy, how is it done, shorter, swap row for another."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.plan import MINUTES_STEP
from bot.views import exercises as exercise_views
from bot.views.plans import plan as plans
from bot.views.plans import plan_menus
from bot.views.refusals import refusal
from core.coach.hearing.phrases import Phrase
from core.coach.plans import plan_editing, plan_wishes, planning
from core.coach.words.talk import Said
from core.model.outcomes import Planned, Unlogged


async def take_plan_words(update: Update, context: Context, said: Said) -> bool:
    """Answer, or do, what is said of the plan that stands; False where none does, or nothing fits."""
    planned = await context.look(planning.plan_in_sight, context.athlete_id, context.room.clock.now())
    if isinstance(planned, Unlogged):
        return False
    if said.phrase is Phrase.HOW_TO:
        await context.tell(exercise_views.which_exercise(planned.exercises))
    elif said.phrase in (Phrase.TOO_HEAVY, Phrase.TOO_LIGHT):
        await context.tell(plan_menus.weights_move(planned))
    elif said.phrase in (Phrase.SHORT_OF_TIME, Phrase.LONGER):
        minutes = -MINUTES_STEP if said.phrase is Phrase.SHORT_OF_TIME else MINUTES_STEP
        now = context.room.clock.now()
        shown = await context.act(plan_wishes.retime, context.athlete_id, planned.plan_id, minutes, now)
        await context.tell(refusal(shown) if isinstance(shown, Unlogged) else plans.plan_card(shown))
    else:
        return said.phrase is Phrase.TAKEN and await _swap(context, planned, said)
    return True


async def _swap(context: Context, planned: Planned, said: Said) -> bool:
    """What is named of the plan gives way: to what is wished where that is offered, else a list comes."""
    ids = [one.id for one in planned.exercises]
    if not said.exercises or said.exercises[0] not in ids:
        return False
    place, now = (context.athlete_id, planned.plan_id, ids.index(said.exercises[0])), context.room.clock.now()
    found = await context.look(plan_editing.choices, *place, now)
    if isinstance(found, Unlogged):
        return False
    if said.wish is not None and any(one.id == said.wish for one, _ in found.options):
        shown = await context.act(plan_editing.swap_in_plan, *place, said.wish, now)
        await context.tell(refusal(shown) if isinstance(shown, Unlogged) else plans.plan_card(shown))
    else:
        await context.tell(
            plan_menus.options_card(planned.plan_id, place[2], found.exercise, found.options)
        )
    return True
