"""What hurts: which sort of pain ends what, which part is spared from then on, and whether it still hurts."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import AskPart, Pain, SayPain, SparePart
from bot.context import Context
from bot.handlers.exercises import show_plan_or_refusal
from bot.handlers.showing import fold_standing, open_menu
from bot.texts import word
from bot.views import exercises as exercise_views
from bot.views import hurting as views
from bot.views.view import Toast
from core.coach import repertoire
from core.coach.plans import plan_wishes, planning
from core.coach.words.talk import Said
from core.coach.workout import hurting as coach
from core.model.outcomes import Unlogged
from core.model.soreness import SorePart, decoded


async def hear_pain(context: Context, said: Said) -> None:
    """Words of pain: in a workout it is asked what it feels like, between two only where a part was named."""
    if said.workout_id:
        await context.tell(views.what_hurts(said.workout_id, said.exercise_index, said.sore))
    elif said.sore:
        await context.tell(views.which_pain(said.sore))
    else:
        await context.tell(views.where())


async def say_pain(update: Update, context: Context, press: SayPain) -> None:
    """What sort of pain: burn goes on, joint ends the exercise, chest ends the workout."""
    if press.pain is None:
        menu = views.what_hurts(press.workout_id, press.exercise_index)
        await open_menu(context, press.workout_id, menu, anyway=True)
        return
    if press.pain is Pain.BURN:
        await open_menu(context, press.workout_id, views.only_burn(press.workout_id), anyway=True)
        return
    await end_by_pain(context, press.workout_id, press.exercise_index, chest=press.pain is Pain.CHEST)


async def spare_part(update: Update, context: Context, press: SparePart) -> None:
    """A part hurts at a joint or sharply: the exercise in hand ends, and what loads the part is spared."""
    try:
        sore = decoded(press.parts)
    except ValueError:
        await context.refuse(Unlogged.of("stale"))
        return
    if press.workout_id:
        await end_by_pain(context, press.workout_id, press.exercise_index, chest=False, sore=sore)
        return
    kept = await context.act(coach.spare, context.athlete_id, sore, context.room.clock.now())
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
    else:
        await context.change(views.spares(kept))


async def end_by_pain(
    context: Context, workout_id: int, exercise_index: int, *, chest: bool, sore: tuple[SorePart, ...] = ()
) -> None:
    """End the exercise, or at chest pain the workout, and say what to do now."""
    now = context.room.clock.now()
    hurt = await context.act(coach.say_pain, context.athlete_id, workout_id, exercise_index, chest, now, sore)
    if isinstance(hurt, Unlogged):
        await context.refuse(hurt)
        return
    if hurt.workout_over or hurt.swaps is None:
        view = views.get_help()
    else:
        options = hurt.swaps.options
        view = views.hurt_exercise(hurt.exercise, workout_id, exercise_index, options, sore, hurt.also)
    if context.pressed:
        await open_menu(context, workout_id, view, anyway=True)
    else:
        await context.tell(view)
    await fold_standing(context, workout_id)


async def ask_part(update: Update, context: Context, press: AskPart) -> None:
    """Does it still hurt? Yes goes on sparing it, no plans anew with what loads it."""
    athlete_id, now = context.athlete_id, context.room.clock.now()
    if press.hurts is None:
        await context.change(views.still_sore(press.plan_id, SorePart(press.part, press.side)))
    elif press.plan_id and press.hurts:
        await show_plan_or_refusal(
            context, await context.look(planning.standing_plan, athlete_id, press.plan_id, now)
        )
    elif press.plan_id:
        healed = await context.act(plan_wishes.plan_soothed, athlete_id, press.plan_id, press.part, now)
        await show_plan_or_refusal(context, healed)
    else:
        if not press.hurts:
            await context.act(coach.no_longer, athlete_id, press.part)
        mine = await context.look(repertoire.repertoire, athlete_id)
        toast = None if press.hurts else Toast(word("Noted. The next /plan knows."))
        await context.change(exercise_views.repertoire(mine), toast)
