"""Words that are no set but mean something: it hurts, the rack is taken, how long, what is next."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from types import MappingProxyType
from typing import Any

from telegram import Update

from bot.callbacks import DoLater, SkipSet
from bot.context import Context
from bot.handlers import afterthoughts, asides, fixing, hurting, orders, rest, workout, workout_menus
from bot.handlers.bests import records
from bot.handlers.help import hello, help_lines
from bot.handlers.history import history
from bot.handlers.plan import plan_for_minutes, show_plan
from bot.handlers.plan_words import take_plan_words
from bot.handlers.settings import tell_rests
from bot.handlers.showing import nod, refresh_standing, show_card
from bot.texts import Html
from bot.views.hurting import get_help
from bot.views.plans.plan_menus import why_plan
from bot.views.refusals import refusal
from bot.views.view import View
from bot.views.words import answers
from bot.views.words.asides import taken_before
from bot.views.words.glossary import glossary
from bot.views.words.nods import still_here
from bot.views.workout import short_of_time as short
from bot.views.workout import workout_menus as menus
from bot.views.workout.feeling import how_it_felt
from bot.views.workout.rest import how_to_rest, rest_after_set, rest_left
from core.coach.hearing.phrases import Phrase
from core.coach.plans import planning
from core.coach.words.talk import Said, how_many_clean
from core.coach.workout import changing, cutting, looking, starting, top_sets, warming
from core.model.outcomes import SetCard, Unlogged

_ABOUT_THE_SET: Mapping[Phrase, Callable[[SetCard], View]] = MappingProxyType(
    {
        Phrase.HOW_TO: answers.how_to,
        Phrase.LAST_TIME: answers.last_time,
        Phrase.PLATES: answers.on_the_bar,
        Phrase.MAY_SKIP: answers.may_skip,
        Phrase.TIRED: answers.tired,
        Phrase.SICK: answers.unwell,
        Phrase.LAST_ONE: answers.last_one,
        Phrase.THANKS: answers.welcome_back,
    }
)
_WITHOUT_WORKOUT: Mapping[Phrase, Callable[[], View]] = MappingProxyType(
    {
        Phrase.THANKS: lambda: answers.welcome_back(None),
        Phrase.TAKEN: taken_before,
        Phrase.TIRED: lambda: still_here(None),
        Phrase.SICK: lambda: answers.unwell(None),
    }
)


async def nudge(update: Update, context: Context, *, heavier: bool) -> None:
    """Too light, too heavy: the coming sets move one step."""
    now = context.room.clock.now()
    card = await context.act(changing.nudge, context.athlete_id, heavier, now)
    if isinstance(card, Unlogged):
        await context.refuse(card)
        return
    await show_card(context, card)


async def answer_phrase(update: Update, context: Context, said: Said) -> None:
    """Do, or offer, what some words mean; in a workout, or without one."""
    if said.phrase is Phrase.CHEST:
        await _chest(context, said)
    elif said.phrase is Phrase.HELP:
        await help_lines(update, context)
    elif said.phrase is Phrase.HELLO:
        await hello(update, context)
    elif said.phrase is Phrase.WORD:
        await context.tell(glossary())
    elif said.phrase is Phrase.UNDO:
        await fixing.undo(update, context)
    elif said.phrase is Phrase.REST_HABIT:
        # Settings are nobody else's business.
        await (context.tell(how_to_rest()) if context.in_group else tell_rests(context))
    elif said.phrase is Phrase.PAIN:
        await hurting.hear_pain(context, said)
    else:
        await _taker_of(said)(update, context, said)


def _taker_of(said: Said) -> Callable[[Update, Context, Said], Coroutine[Any, Any, None]]:
    """Who answers a phrase: the readers of whole messages each their own."""
    if said.phrase in asides.ASIDES:
        return asides.answer_aside
    if said.phrase in afterthoughts.AFTERTHOUGHTS:
        return afterthoughts.take_afterthought
    if said.phrase in orders.ORDERS or (said.phrase is Phrase.HOW_TO and said.exercises):
        return orders.take_order
    return _in_workout if said.workout_id else _between_workouts


async def _between_workouts(update: Update, context: Context, said: Said) -> None:
    in_minutes = said.phrase is Phrase.SHORT_OF_TIME and said.minutes
    if not in_minutes and await take_plan_words(update, context, said):
        return
    if said.phrase in _WITHOUT_WORKOUT:
        await context.tell(_WITHOUT_WORKOUT[said.phrase]())
    elif in_minutes:
        await plan_for_minutes(update, context, said.minutes)
    elif said.phrase is Phrase.ONE_MORE and said.count == 1:
        await workout.add_set_in_words(context)
    elif said.phrase is Phrase.BEGIN:
        await _begin(update, context)
    elif said.phrase in (Phrase.PLAN, Phrase.START, Phrase.NEXT, Phrase.WHATS_NEXT, Phrase.HOW_LONG):
        await show_plan(update, context, None)
    elif said.phrase is Phrase.TOP_SET:
        await records(update, context)
    elif said.phrase is Phrase.LAST_TIME:
        await history(update, context)
    elif said.phrase is Phrase.WHY:
        await _why_of_the_plan(context)
    else:
        card = await context.look(looking.current_card, context.athlete_id, context.room.clock.now())
        await context.tell(refusal(card if isinstance(card, Unlogged) else Unlogged.of("no_workout")))


async def _begin(update: Update, context: Context) -> None:
    """The plan on show begins; where none is, it is shown, so that nobody starts what they have not seen."""
    now = context.room.clock.now()
    plan_id = await context.look(starting.plan_to_begin, context.athlete_id, now)
    if plan_id is None:
        await show_plan(update, context, None)
        return
    begun = await context.act(
        starting.start_session, context.athlete_id, context.chat_id, plan_id, now
    )
    if isinstance(begun, Unlogged):
        await context.refuse(begun)
        return
    asked = () if begun.asked is None else (context.tell(how_it_felt(begun.asked)),)
    await asyncio.gather(nod(context), *asked)


async def _warmed_up(context: Context, said: Said) -> None:
    place = (said.workout_id, said.exercise_index)
    warmed = await context.act(
        warming.warm_ups_done, context.athlete_id, *place, context.room.clock.now()
    )
    if isinstance(warmed, Unlogged):
        await context.refuse(warmed)
        return
    await asyncio.gather(nod(context), refresh_standing(context, said.workout_id))


async def _why_of_the_plan(context: Context) -> None:
    planned = await context.look(planning.plan_in_sight, context.athlete_id, context.room.clock.now())
    if isinstance(planned, Unlogged):
        await context.tell(refusal(planned))
    else:
        await context.tell(View(why_plan(planned).text))


async def _chest(context: Context, said: Said) -> None:
    if said.workout_id:
        await hurting.end_by_pain(context, said.workout_id, said.exercise_index, chest=True)
    else:
        await context.tell(get_help())


async def _in_workout(update: Update, context: Context, said: Said) -> None:
    place = (said.workout_id, said.exercise_index)
    match said.phrase:
        case Phrase.TAKEN:
            await workout_menus.offer_swaps(context, *place, said.wish)
        case Phrase.SHORT_OF_TIME:
            await _short_of_time(context, said)
        case Phrase.WHY:
            await _why(context, said)
        case Phrase.TOO_HEAVY | Phrase.TOO_LIGHT:
            await nudge(update, context, heavier=said.phrase is Phrase.TOO_LIGHT)
        case Phrase.LATER | Phrase.SKIP_EXERCISE | Phrase.ONE_MORE:
            await _rearrange(update, context, said)
        case Phrase.STOP_REST | Phrase.NEXT | Phrase.MORE_REST | Phrase.LESS_REST:
            await _rest_as_said(update, context, said)
        case Phrase.TOP_SET:
            await _top_set(context)
        case Phrase.WARMED_UP:
            await _warmed_up(context, said)
        case Phrase.START | Phrase.BEGIN | Phrase.PLAN:
            await workout.go_on(update, context)
        case _:
            await _answer(context, said)


async def _rest_as_said(update: Update, context: Context, said: Said) -> None:
    if said.phrase is Phrase.MORE_REST:
        await rest.rest_longer(context, said.seconds)
    elif said.phrase is Phrase.LESS_REST:
        await rest.rest_shorter(context, said.seconds)
    else:
        await rest.stop_rest(update, context)


async def _top_set(context: Context) -> None:
    top = await context.look(top_sets.top_set, context.athlete_id, context.room.clock.now())
    await context.tell(refusal(top) if isinstance(top, Unlogged) else answers.top_set(top))


async def _rearrange(update: Update, context: Context, said: Said) -> None:
    place = (said.workout_id, said.exercise_index)
    if said.phrase is Phrase.LATER:
        await workout_menus.do_later(update, context, DoLater(*place))
    elif said.phrase is Phrase.SKIP_EXERCISE:
        await workout.skip_set(update, context, SkipSet(*place, 0))
    else:
        await orders.one_more(context, said.count)


async def _answer(context: Context, said: Said) -> None:
    """A question between two sets: answered in a line or two, and the rest goes on."""
    left = await context.look(looking.what_is_left, context.athlete_id, context.room.clock.now())
    if isinstance(left, Unlogged):
        await context.tell(refusal(left))
        return
    match said.phrase:
        case Phrase.HOW_LONG if not left.sets:
            view = refusal(Unlogged.of("free_running"))
        case Phrase.REST_LEFT:
            view = answers.how_long_to_rest(_rest_line(context, left), left.card)
        case Phrase.HOW_LONG:
            rest_line = None if left.rest is None else _rest_line(context, left)
            view = answers.how_long(left.sets, left.minutes, left.card, rest_line)
        case Phrase.FINISH:
            view = answers.sure_to_finish(said.workout_id, left.sets)
        case Phrase.MORE_OF_WHAT:
            view = answers.more_of_what(said.count, left.card)
        case Phrase.LESS_OF_WHAT:
            view = answers.less_of_what(said.count, left.card)
        case Phrase.WAIT:
            view = answers.reps_or_rest(said.count, left.card)
        case Phrase.FELL_SHORT:
            view = refusal(how_many_clean(left.card, resting=left.rest is not None))
        case _:
            view = _ABOUT_THE_SET.get(said.phrase, answers.whats_next)(left.card)
    await context.tell(view)


def _rest_line(context: Context, left: looking.Left) -> Html:
    if left.rest is None:
        return rest_after_set(left.card.prescription.rest_s)
    clock = context.room.clock
    return rest_left(clock.real_time(left.rest.until), left.rest.until, clock.now())


async def _short_of_time(context: Context, said: Said) -> None:
    """The minutes said cut what is left; without them it is asked how many."""
    if said.minutes is None:
        await context.tell(short.how_many_minutes(said.workout_id, said.exercise_index, said.set_number))
    elif said.minutes not in range(cutting.LEAST_MINUTES, cutting.MOST_MINUTES + 1):
        await context.tell(refusal(Unlogged.of("odd_minutes")))
    else:
        await workout_menus.cut_to_minutes(context, said.workout_id, said.minutes)


async def _why(context: Context, said: Said) -> None:
    card = await context.look(
        looking.asked_at, context.athlete_id, said.workout_id, said.slot, context.room.clock.now()
    )
    await context.tell(refusal(card) if isinstance(card, Unlogged) else View(menus.why_words(card)))
