"""/exercises and the buttons of an exercise's card: look it up, want it or not, put it in the plan."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import AskAche, ExerciseWish, PutInPlan, ShowExercise, SwapAlways, WantExercise
from bot.context import Context
from bot.texts import word
from bot.views import exercises as views
from bot.views.plans.plan import plan_card
from bot.views.refusals import refusal
from bot.views.view import Toast
from core.coach import exercise_preferences as wishes
from core.coach import repertoire as coach
from core.coach.plans import plan_editing, plan_wishes, planning
from core.model.outcomes import Planned, Unlogged
from core.model.repertoire import ExerciseCard, Preference

PREFERENCES = {
    ExerciseWish.FAVOURITE: Preference.FAVOURITE,
    ExerciseWish.NEVER: Preference.NEVER,
}


async def exercises(update: Update, context: Context) -> None:
    """/exercises shows one's own and how to search, /exercises bench what is meant."""
    if not context.words:
        await context.tell(views.repertoire(await context.look(coach.repertoire, context.athlete_id)))
        return
    typed = (context.chat_id, context.message_id)
    words, now = context.words, context.room.clock.now()
    found = await context.act(coach.search, context.athlete_id, words, typed, now)
    if isinstance(found, Unlogged):
        await context.tell(refusal(found))
    elif isinstance(found, ExerciseCard):
        await context.tell(views.exercise_card(found))
    else:
        await context.tell(views.found(found))


async def show_exercise(update: Update, context: Context, press: ShowExercise) -> None:
    """An exercise's card, or back to all one has a word in."""
    if press.exercise_id is None:
        await context.change(views.repertoire(await context.look(coach.repertoire, context.athlete_id)))
        return
    await _show(context, press.exercise_id)


async def _show(context: Context, exercise_id: str, toast: Toast | None = None) -> None:
    card = await context.look(coach.shown_exercise, context.athlete_id, exercise_id)
    if isinstance(card, Unlogged):
        await context.refuse(card)
        return
    await context.change(views.exercise_card(card), toast)


async def want_exercise(update: Update, context: Context, press: WantExercise) -> None:
    """Favourite, never, again, healed: kept, and the card shows it."""
    athlete_id, now = context.athlete_id, context.room.clock.now()
    if press.wish is ExerciseWish.HEALED:
        kept = await context.act(wishes.healed, athlete_id, press.exercise_id)
    else:
        preference = PREFERENCES.get(press.wish)
        kept = await context.act(wishes.prefer, athlete_id, press.exercise_id, preference, now)
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
        return
    await _show(context, press.exercise_id, Toast(word("Noted. The next /plan knows.")))


async def put_in_plan(update: Update, context: Context, press: PutInPlan) -> None:
    """The exercise stands at the end of the plan, whose card comes."""
    now = context.room.clock.now()
    await show_plan_or_refusal(
        context, await context.act(plan_editing.add_named, context.athlete_id, press.exercise_id, now)
    )


async def show_plan_or_refusal(context: Context, planned: Planned | Unlogged) -> None:
    """The pressed button's message becomes the plan's card, or a toast says why it does not."""
    if isinstance(planned, Unlogged):
        await context.refuse(planned)
        return
    await context.change(plan_card(planned))


async def ask_ache(update: Update, context: Context, press: AskAche) -> None:
    """Does it still hurt? Yes keeps the plan, no plans anew with it."""
    athlete_id, now = context.athlete_id, context.room.clock.now()
    if press.hurts is None:
        card = await context.look(coach.shown_exercise, athlete_id, press.exercise_id)
        if isinstance(card, Unlogged):
            await context.refuse(card)
        else:
            await context.change(views.still_hurts(press.plan_id, card.exercise))
    elif press.hurts:
        await show_plan_or_refusal(
            context, await context.look(planning.standing_plan, athlete_id, press.plan_id, now)
        )
    else:
        await show_plan_or_refusal(
            context,
            await context.act(plan_wishes.plan_healed, athlete_id, press.plan_id, press.exercise_id, now),
        )


async def offer_always(context: Context, exercise_id: str) -> None:
    """After a swap: was it the same as before, it can be made for good."""
    again = await context.look(wishes.swapped_again, context.athlete_id, exercise_id)
    if again is not None:
        await context.tell(views.always(again))


async def swap_always(update: Update, context: Context, press: SwapAlways) -> None:
    """Always: the chosen one is a favourite, the other is never planned."""
    now = context.room.clock.now()
    swap = await context.act(wishes.swap_always, context.athlete_id, press.exercise_id, now)
    if isinstance(swap, Unlogged):
        await context.refuse(swap)
        return
    await context.change(views.from_now_on(swap))
