"""/plan and its buttons: show the plan, change it, start it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, TypeVar

from telegram import Update

from bot.callbacks import (
    AddToPlan,
    BackToPlan,
    ChangePlan,
    PlanChange,
    PlanDay,
    PlanRoutine,
    SayFelt,
    ShowPlan,
    StartSession,
    StartWith,
    SwapInPlan,
    WhyPlan,
)
from bot.context import Context
from bot.handlers.exercises import offer_always
from bot.handlers.onboarding import ask_what_is_missing
from bot.handlers.showing import show_as_card, show_corrected
from bot.texts import word
from bot.views.plans import plan as plans
from bot.views.plans import plan_menus, routines
from bot.views.view import Toast
from bot.views.words.asides import other_gear
from bot.views.workout import feeling
from core.coach.interview import onboarding
from core.coach.plans import plan_editing, plan_wishes, planning, routine_planning
from core.coach.plans.feeling import say_how_it_felt
from core.coach.words.asides import gear_said
from core.coach.workout import starting
from core.coach.workout.overview import is_of_ended, is_overview, whose_recap
from core.model.athlete import Goal
from core.model.outcomes import Planned, Unlogged
from core.model.workout import Entry

MINUTES_STEP = 10

P = TypeVar("P")
PressHandler = Callable[[Update, Context, P], Coroutine[Any, Any, object]]


def on_a_plan(handler: PressHandler[P]) -> PressHandler[P]:
    """A button of a plan; on a plan that has become the overview of a workout it is one from before."""

    @wraps(handler)
    async def checked(update: Update, context: Context, press: P) -> object:
        place = (context.chat_id, context.message_id)
        if await context.look(is_overview, place):
            await context.refuse(Unlogged.of("stale"))
            return None
        return await handler(update, context, press)

    return checked


async def plan(update: Update, context: Context) -> object:
    """/plan, /plan strength, /plan size 30min, /plan push a: what is missing is asked first.

    A goal's own word is the goal; then a routine called just so, a day of the split, a routine nearly so.
    """
    wanted = planning.wanted(context.words)
    if not wanted.rest and (wanted.goal is not None or not wanted.name):
        return await _plan(update, context, wanted.goal, wanted.minutes)
    meant = await context.look(routine_planning.named, context.athlete_id, wanted.name)
    day = planning.day_of(wanted.rest) if wanted.rest else None
    if meant.one is not None and (meant.exact or day is None):
        return await _plan_routine(update, context, meant.one.id, wanted.minutes)
    if meant.routines:
        await context.tell(routines.which_routine(meant.routines, day))
    elif wanted.rest and day is None:
        gear = gear_said(wanted.rest)
        await context.tell(plan_menus.which_goal(wanted.rest) if gear is None else other_gear(gear))
    else:
        return await _plan(update, context, wanted.goal, wanted.minutes, day)
    return None


async def press_routine(update: Update, context: Context, press: PlanRoutine) -> object:
    """A button that plans a routine."""
    return await _plan_routine(update, context, press.routine_id, None)


async def press_day(update: Update, context: Context, press: PlanDay) -> object:
    """A button that plans a day of the split."""
    return await _plan(update, context, None, None, planning.day_of(press.day))


async def _plan_routine(update: Update, context: Context, routine_id: int, minutes: int | None) -> object:
    if not await context.look(onboarding.is_complete, context.athlete_id):
        return await ask_what_is_missing(update, context, None, show_plan)
    now = context.room.clock.now()
    planned = await context.act(routine_planning.plan, context.athlete_id, routine_id, minutes, now)
    await _show_new(context, planned)
    return None


async def show_plan(update: Update, context: Context, goal: Goal | None) -> object:
    """The plan for a goal, None for the athlete's own; used by the onboarding's end and by buttons."""
    return await _plan(update, context, goal, None)


async def plan_for_minutes(update: Update, context: Context, minutes: int | None) -> object:
    """The athlete's own plan, cut to the time there is."""
    return await _plan(update, context, None, minutes)


async def press_plan(update: Update, context: Context, press: ShowPlan) -> object:
    """A button that plans."""
    return await _plan(update, context, press.goal, None)


async def _plan(
    update: Update, context: Context, goal: Goal | None, minutes: int | None, day: str | None = None
) -> object:
    if not await context.look(onboarding.is_complete, context.athlete_id):
        return await ask_what_is_missing(update, context, goal, show_plan)
    now = context.room.clock.now()
    planned = await context.act(planning.plan, context.athlete_id, goal, minutes, now, day)
    await _show_new(context, planned)
    return None


async def _show_new(context: Context, planned: Planned | Unlogged) -> None:
    """A plan in place of what was pressed, or as a new message; a recap stays as it is, above it."""
    if isinstance(planned, Unlogged):
        await context.refuse(planned)
        return
    view = plans.plan_card(planned)
    place = (context.chat_id, context.message_id)
    owner = await context.look(whose_recap, place) if context.pressed else None
    if owner not in (None, context.athlete_id):
        await context.refuse(Unlogged.of("stale"))
    elif owner is not None:
        if context.room.sender.is_bare(*place):
            await context.toast()
            return
        await asyncio.gather(context.toast(), context.room.sender.strip(*place), context.tell(view))
    else:
        await context.show(view)


async def start_session(update: Update, context: Context, press: StartSession) -> None:
    """Start: the plan card folds, the first set card comes; a beginner may be asked how it felt last time."""
    now = context.room.clock.now()
    if await context.look(is_of_ended, (context.chat_id, context.message_id)):
        await context.refuse(Unlogged.of("stale"))
        return
    begun = await context.act(
        starting.start_session,
        context.athlete_id,
        context.chat_id,
        press.plan_id,
        now,
        overview=context.message_id,
    )
    if isinstance(begun, Unlogged):
        await context.refuse(begun)
        return
    session = begun.workout.session
    started = context.change(plan_menus.started(session.goal, session.day))
    asked = () if begun.asked is None else (context.tell(feeling.how_it_felt(begun.asked)),)
    await asyncio.gather(started, *asked)


async def start_with(update: Update, context: Context, press: StartWith) -> None:
    """Start with a set that was said before: the question becomes the overview, the result its own card."""
    logged = await context.act(
        starting.start_with,
        context.athlete_id,
        context.chat_id,
        press.plan_id,
        press.exercise_index,
        Entry(press.load, press.reps),
        context.room.clock.now(),
        overview=context.message_id,
    )
    if isinstance(logged, Unlogged):
        await context.refuse(logged)
        return
    session = logged.workout.session
    started = context.change(plan_menus.started(session.goal, session.day))
    shown = show_corrected(context, logged) if logged.corrected else show_as_card(context, logged)
    await asyncio.gather(started, shown)


async def say_felt(update: Update, context: Context, press: SayFelt) -> None:
    """How a set felt the last time, or Skip: the question folds into its answer."""
    told = await context.act(say_how_it_felt, context.athlete_id, press.set_id, press.comfort)
    if isinstance(told, Unlogged):
        await context.refuse(told)
        return
    await context.change(feeling.it_felt(told))


@on_a_plan
async def change_plan(update: Update, context: Context, press: ChangePlan) -> None:
    """Shorter, longer, make it my goal, size now."""
    now = context.room.clock.now()
    athlete_id, plan_id = context.athlete_id, press.plan_id
    before = await context.look(planning.standing_plan, athlete_id, plan_id, now)
    match press.change:
        case PlanChange.MAKE_GOAL:
            planned = await context.act(plan_wishes.make_goal, athlete_id, plan_id, now)
        case PlanChange.INSIST:
            planned = await context.act(plan_wishes.insist, athlete_id, plan_id, now)
        case PlanChange.EASY_WEEK:
            planned = await context.act(plan_wishes.take_easy_week, athlete_id, plan_id, now)
        case PlanChange.SHORTER:
            planned = await context.act(plan_wishes.retime, athlete_id, plan_id, -MINUTES_STEP, now)
        case _:
            planned = await context.act(plan_wishes.retime, athlete_id, plan_id, MINUTES_STEP, now)
    if planned == before and isinstance(planned, Planned):
        await context.toast(Toast(word("That's as far as it goes.")))
    else:
        await _show(context, planned)


async def _show(context: Context, planned: Planned | Unlogged) -> None:
    if isinstance(planned, Unlogged):
        await context.refuse(planned)
    else:
        await context.change(plans.plan_card(planned))


@on_a_plan
async def swap_in_plan(update: Update, context: Context, press: SwapInPlan) -> None:
    """Swap: which one, for what, done."""
    now = context.room.clock.now()
    athlete_id, plan_id, place = context.athlete_id, press.plan_id, press.exercise_index
    if place is None:
        planned = await context.look(planning.standing_plan, athlete_id, plan_id, now)
        if isinstance(planned, Unlogged):
            await context.refuse(planned)
        else:
            await context.change(plan_menus.which_to_swap(planned))
    elif press.exercise_id is None:
        await _offer(context, plan_id, place)
    else:
        exercise_id = press.exercise_id
        planned = await context.act(plan_editing.swap_in_plan, athlete_id, plan_id, place, exercise_id, now)
        await _show(context, planned)
        if isinstance(planned, Planned):
            await offer_always(context, exercise_id)


@on_a_plan
async def add_to_plan(update: Update, context: Context, press: AddToPlan) -> None:
    """Add exercise: what fits, then it stands in the plan."""
    now = context.room.clock.now()
    if press.exercise_id is None:
        await _offer(context, press.plan_id, None)
        return
    planned = await context.act(
        plan_editing.add_to_plan, context.athlete_id, press.plan_id, press.exercise_id, now
    )
    await _show(context, planned)


async def _offer(context: Context, plan_id: int, place: int | None) -> None:
    now = context.room.clock.now()
    offered = await context.look(plan_editing.choices, context.athlete_id, plan_id, place, now)
    if isinstance(offered, Unlogged):
        await context.refuse(offered)
        return
    await context.change(plan_menus.options_card(plan_id, place, offered.exercise, offered.options))


@on_a_plan
async def why_plan(update: Update, context: Context, press: WhyPlan) -> None:
    """Why: the reason behind every number."""
    now = context.room.clock.now()
    planned = await context.look(planning.standing_plan, context.athlete_id, press.plan_id, now)
    if isinstance(planned, Unlogged):
        await context.refuse(planned)
        return
    await context.change(plan_menus.why_plan(planned))


@on_a_plan
async def back_to_plan(update: Update, context: Context, press: BackToPlan) -> None:
    """Back from a menu to the plan card."""
    now = context.room.clock.now()
    await _show(context, await context.look(planning.standing_plan, context.athlete_id, press.plan_id, now))
