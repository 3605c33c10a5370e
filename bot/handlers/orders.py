"""Orders about exercises by name, in a workout or on the plan: now, last, left out, more sets."""

from __future__ import annotations

from telegram import Update

from bot.callbacks import KeepIn, LeaveOut, LeaveOutOfPlan, SkipSet
from bot.context import Context
from bot.handlers import workout
from bot.handlers.showing import nod, show_card
from bot.views import exercises as exercise_views
from bot.views.plans import plan as plans
from bot.views.refusals import refusal
from bot.views.view import View
from bot.views.words import orders as views
from bot.views.words.answers import whats_next
from bot.views.words.asides import named_alone
from core.coach import repertoire
from core.coach.hearing.phrases import Phrase
from core.coach.plans import plan_orders, planning
from core.coach.words.talk import Said
from core.coach.workout import looking, rearranging, swapping
from core.model.exercise import Exercise
from core.model.outcomes import Planned, SetCard, Unlogged

ORDERS = frozenset(
    {Phrase.DO_NOW, Phrase.DO_NEXT, Phrase.DO_LAST, Phrase.LEAVE_OUT, Phrase.MORE_SETS}
)


async def take_order(update: Update, context: Context, said: Said) -> None:
    """Do what was ordered, or offer it where it may be meant otherwise."""
    exercise = (await context.look(repertoire.known_of, context.athlete_id, said.exercises))[0]
    if said.phrase is Phrase.HOW_TO:
        await _show(context, exercise)
    elif not said.workout_id:
        await _on_plan(context, said, exercise)
    elif said.exercise_index < 0:
        await _not_in_it(context, said, exercise)
    elif said.phrase is Phrase.LEAVE_OUT:
        await _leave_out(update, context, said, exercise)
    elif said.phrase is Phrase.DO_NEXT:
        await context.tell(await _now_or_next(context, said, exercise))
    else:
        await _do(context, said, exercise)


async def _do(context: Context, said: Said, exercise: Exercise) -> None:
    place, now = (context.athlete_id, said.workout_id, said.exercise_index), context.room.clock.now()
    before = await context.look(looking.current_card, context.athlete_id, now)
    outcome: SetCard | Exercise | Unlogged
    if said.phrase is Phrase.DO_NOW:
        outcome = await context.act(rearranging.bring_forward, *place, now)
    elif said.phrase is Phrase.DO_LAST:
        outcome = await context.act(rearranging.do_last, *place, now)
    else:
        outcome = await context.act(rearranging.more_sets, *place, said.count, now)
    if isinstance(outcome, Unlogged):
        await context.tell(refusal(outcome))
    elif isinstance(outcome, Exercise):
        await context.tell(views.all_done(outcome))
    elif not isinstance(before, SetCard) or before.exercise_index != outcome.exercise_index:
        await nod(context)  # the card that was called for comes by itself
    elif said.phrase is Phrase.MORE_SETS and outcome.exercise_index == said.exercise_index:
        await show_card(context, outcome)
    elif said.phrase is Phrase.MORE_SETS:
        sets = await context.look(looking.sets_asked, *place)
        await context.tell(views.grown(exercise, sets))
    elif said.phrase is Phrase.DO_NOW:
        await context.tell(whats_next(outcome))
    else:
        await context.tell(views.moved_last(exercise))


async def one_more(context: Context, count: int) -> None:
    """So many more sets of what was done last: its card counts them, or comes again."""
    outcome = await context.act(rearranging.one_more, context.athlete_id, context.room.clock.now(), count)
    if isinstance(outcome, Unlogged):
        await context.tell(refusal(outcome))
    else:
        await show_card(context, outcome)


async def _now_or_next(context: Context, said: Said, exercise: Exercise) -> View:
    card = await context.look(looking.current_card, context.athlete_id, context.room.clock.now())
    if isinstance(card, SetCard) and card.exercise_index == said.exercise_index:
        return whats_next(card)
    return named_alone(exercise, (said.workout_id, said.exercise_index))


async def _leave_out(update: Update, context: Context, said: Said, exercise: Exercise) -> None:
    place, now = (said.workout_id, said.exercise_index), context.room.clock.now()
    if not said.today:
        await context.tell(views.today_or_for_good(*place, exercise))
        return
    card = await context.look(looking.current_card, context.athlete_id, now)
    if isinstance(card, SetCard) and card.exercise_index == said.exercise_index:
        await workout.skip_set(update, context, SkipSet(*place, 0))
        return
    outcome = await context.act(rearranging.leave_out, context.athlete_id, *place, now)
    told = views.left_out(*place, outcome) if isinstance(outcome, Exercise) else refusal(outcome)
    await context.tell(told)


async def press_leave_out(update: Update, context: Context, press: LeaveOut) -> None:
    """Only today: the exercise is left out, or skipped where it is in hand."""
    place, now = (press.workout_id, press.exercise_index), context.room.clock.now()
    card = await context.look(looking.current_card, context.athlete_id, now)
    if isinstance(card, SetCard) and card.exercise_index == press.exercise_index:
        await workout.skip_set(update, context, SkipSet(*place, 0))
        return
    outcome = await context.act(rearranging.leave_out, context.athlete_id, *place, now)
    if isinstance(outcome, Unlogged):
        await context.refuse(outcome)
    else:
        await context.change(views.left_out(*place, outcome))


async def press_keep_in(update: Update, context: Context, press: KeepIn) -> None:
    """Put it back: what was left out comes after all."""
    now = context.room.clock.now()
    kept = await context.act(
        rearranging.keep_in, context.athlete_id, press.workout_id, press.exercise_index, now
    )
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
    else:
        await context.change(views.kept_in(kept))


async def _not_in_it(context: Context, said: Said, exercise: Exercise) -> None:
    """What today's workout has not: its sets are taken any time, or it takes the place of what is in hand."""
    if said.phrase is Phrase.LEAVE_OUT:
        await context.tell(views.not_today(exercise))
        return
    now = context.room.clock.now()
    card = await context.look(looking.current_card, context.athlete_id, now)
    instead = None
    if isinstance(card, SetCard) and said.phrase is Phrase.DO_NOW:
        place = (card.workout_id, card.exercise_index)
        found = await context.look(swapping.swaps_for, context.athlete_id, *place, now, exercise.id)
        if isinstance(found, swapping.Swaps) and any(one.id == exercise.id for one, _ in found.options):
            instead = card
    await context.tell(views.not_in_it(exercise, instead))


async def _on_plan(context: Context, said: Said, exercise: Exercise) -> None:
    """The plan that stands is changed, and shown anew; what is not in it is shown as an exercise."""
    planned = await context.look(planning.plan_in_sight, context.athlete_id, context.room.clock.now())
    if said.exercise_index >= 0 and isinstance(planned, Planned):
        if said.phrase is Phrase.LEAVE_OUT and not said.today:
            await context.tell(views.today_or_for_good(0, 0, exercise, planned.plan_id))
            return
        await _order_plan(context, said.phrase, exercise.id, said.count)
    elif said.phrase is Phrase.LEAVE_OUT:
        await context.tell(views.not_today(exercise))
    else:
        await _show(context, exercise)


async def _show(context: Context, exercise: Exercise) -> None:
    """An exercise's card: how it is done, and what may be wanted of it."""
    card = await context.look(repertoire.shown_exercise, context.athlete_id, exercise.id)
    await context.tell(refusal(card) if isinstance(card, Unlogged) else exercise_views.exercise_card(card))


async def _order_plan(context: Context, phrase: Phrase, exercise_id: str, count: int) -> None:
    now = context.room.clock.now()
    changed = await context.act(plan_orders.order_plan, context.athlete_id, phrase, exercise_id, count, now)
    view: View = refusal(changed) if isinstance(changed, Unlogged) else plans.plan_card(changed)
    if not context.pressed:
        await context.tell(view)
    elif isinstance(changed, Unlogged):
        await context.refuse(changed)
    else:
        await context.change(view)


async def press_leave_out_of_plan(update: Update, context: Context, press: LeaveOutOfPlan) -> None:
    """Only today: the plan goes without it."""
    planned = await context.look(
        planning.standing_plan, context.athlete_id, press.plan_id, context.room.clock.now()
    )
    if isinstance(planned, Unlogged):
        await context.refuse(planned)
        return
    await _order_plan(context, Phrase.LEAVE_OUT, press.exercise_id, 1)
