"""Words that are no set but mean something: the rack is taken, it hurts, that's it for today."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers import workout, workout_menus
from bot.handlers.help import help_lines, hello
from bot.views import workout_menus as menus
from bot.views.refusals import refusal
from core.coach import looking
from core.coach.phrases import Phrase
from core.coach.standing import Slot
from core.coach.wording import Said
from core.model.outcomes import Unlogged

_NEED_A_WORKOUT = {
    Phrase.PAIN,
    Phrase.TAKEN,
    Phrase.FINISH,
    Phrase.TOO_HEAVY,
    Phrase.TOO_LIGHT,
    Phrase.LATER,
    Phrase.WHY,
}


async def answer_phrase(update: Update, context: Context, said: Said) -> None:
    """Do, or offer, what some words mean."""
    from bot.handlers.plan import show_plan

    if said.phrase is Phrase.CHEST:
        await _chest(context, said)
    elif not said.workout_id and said.phrase in _NEED_A_WORKOUT:
        await context.tell(refusal(Unlogged.of("no_workout")))
    elif said.phrase in (Phrase.PLAN, Phrase.START) and not said.workout_id:
        await show_plan(update, context, None)
    elif said.phrase is Phrase.HELP:
        await help_lines(update, context)
    elif said.phrase is Phrase.HELLO:
        await hello(update, context)
    else:
        await _in_workout(update, context, said)


async def _chest(context: Context, said: Said) -> None:
    if said.workout_id:
        await workout_menus.end_by_pain(context, said.workout_id, said.exercise_index, chest=True)
    else:
        await context.tell(menus.get_help())


async def _in_workout(update: Update, context: Context, said: Said) -> None:
    place = (said.workout_id, said.exercise_index)
    match said.phrase:
        case Phrase.PAIN:
            await context.tell(menus.what_hurts(*place))
        case Phrase.TAKEN:
            await workout_menus.offer_swaps(context, *place)
        case Phrase.FINISH:
            await workout.finish(update, context)
        case Phrase.UNDO:
            await workout.undo(update, context)
        case Phrase.WHY:
            await _why(context, said)
        case Phrase.TOO_HEAVY | Phrase.TOO_LIGHT:
            await workout.nudge(update, context, heavier=said.phrase is Phrase.TOO_LIGHT)
        case _:
            await workout.go_on(update, context)


async def _why(context: Context, said: Said) -> None:
    slot = Slot(said.exercise_index, said.set_number)
    card = await context.look(
        looking.asked_at, context.athlete_id, said.workout_id, slot, context.room.clock.now()
    )
    await context.tell(refusal(card) if isinstance(card, Unlogged) else menus.why_set(card))
