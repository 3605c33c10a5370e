"""How outcomes of a workout are shown: on the pressed message, on the card that stands, by a reaction.

What they look like is `bot/views`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from typing import Any

from bot.context import Context
from bot.texts import Html, clock_time, join
from bot.views.refusals import refusal_toast
from bot.views.view import Toast, View
from bot.views.workout import rest as rest_views
from bot.views.workout import results, set_card
from bot.views.workout.new_record import TROPHY
from core.coach.workout import chat_cards, ringing
from core.coach.workout.chat_cards import ChatCards, Standing
from core.model.outcomes import Rest, SetCard, SetLogged, Unlogged
from core.model.workout import Slot

THUMBS_UP = "👍"


def result_view(context: Context, logged: SetLogged) -> View:
    """A logged set's card with the rest as the wall clock shows it."""
    if logged.rest is None:
        return results.result(logged, None, "")
    real = context.room.clock.real_time(logged.rest.until)
    return results.result(logged, real, clock_time(real, logged.zone))


async def show_logged(context: Context, logged: SetLogged, message_id: int) -> None:
    """A typed set: a reaction to the message, and the card turned into its result, both at once."""
    emoji = TROPHY if logged.record else THUMBS_UP
    reacted = context.room.sender.react(context.chat_id, message_id, emoji)
    if logged.corrected:  # the recap of an ended workout is told anew by a timer
        await asyncio.gather(reacted, show_corrected(context, logged))
        return
    if logged.card is None:
        await asyncio.gather(reacted, show_as_card(context, logged))
        return
    shown = context.edit(*logged.card, result_view(context, logged))
    above = await uncover(context, logged.workout.id, logged.uncovered)
    _, stands, *_ = await asyncio.gather(reacted, shown, *above)
    if not stands:  # it was deleted: else only the thumb would tell of the set
        await show_below(context, logged.workout.id)


async def uncover(
    context: Context, workout_id: int, places: tuple[tuple[int, int], ...]
) -> list[Coroutine[Any, Any, object]]:
    """What is still to be edited where older cards have to tell their sets; mostly nothing."""
    if not places:
        return []
    now = context.room.clock.now()
    cards = await context.look(chat_cards.cards_at, context.athlete_id, workout_id, places, now)
    return _as_they_fold(context, cards)


def _as_they_fold(context: Context, cards: ChatCards) -> list[Coroutine[Any, Any, object]]:
    """The edits that make older cards show what became of their sets."""
    return [context.edit(*old.place, results.still_asking(old)) for old in cards.older]


async def show_corrected(context: Context, logged: SetLogged) -> None:
    """A set written anew: its card says so, and the one that stands what follows from it, anew if deleted."""
    now = context.room.clock.now()
    places = tuple({*logged.uncovered, *((logged.card,) if logged.card else ())})
    cards = await context.look(chat_cards.cards_at, context.athlete_id, logged.workout.id, places, now)
    edits, standing, view = _as_they_fold(context, cards), cards.standing, None
    if standing is not None and standing.stays:
        view = standing_view(context, standing)
    elif standing is not None and standing.place == logged.card:
        view = result_view(context, logged)
    if standing is None or view is None:
        await asyncio.gather(*edits)
        return
    *_, stands = await asyncio.gather(*edits, context.edit(*standing.place, view))
    if not stands:
        await show_below(context, logged.workout.id)


async def retell_cards_of(context: Context, set_id: int) -> None:
    """The cards of a past set say what stands; the recap, and what belongs to it, a timer tells anew."""
    now = context.room.clock.now()
    for old in await context.look(chat_cards.cards_of_past_set, context.athlete_id, set_id, now):
        await context.edit(*old.place, View(results.folded(old, None)))


@dataclass(frozen=True, slots=True)
class Shown:
    """What a tap brought about, beside what the cards show of themselves.

    `view` stands on the card of the set `about` where just that was pressed, or where the next card follows.
    `above` is a line over the card that stands, `elsewhere` what a pressed message becomes that is no card;
    else it loses its buttons.
    """

    view: View | None = None
    about: Slot | None = None
    above: Html | None = None
    elsewhere: View | None = None


async def show_on_cards(
    context: Context, workout_id: int, told: Shown | None = None, toast: Toast | None = None
) -> None:
    """After a tap: the card that stands shows what is so now, and an older one that was pressed is folded."""
    told = told or Shown()
    pressed, now = (context.chat_id, context.message_id), context.room.clock.now()
    cards = await context.look(chat_cards.cards_at, context.athlete_id, workout_id, (pressed,), now)
    if not cards.theirs:
        await context.refuse(Unlogged.of("gone"))
        return
    standing = cards.standing
    edits = _as_they_fold(context, cards)
    is_standing = standing is not None and standing.place == pressed
    if not cards.older and not is_standing:
        strip = context.room.sender.strip
        edits.append(context.edit(*pressed, told.elsewhere) if told.elsewhere else strip(*pressed))
    is_meant = standing is not None and told.about == standing.slot
    if standing is not None and standing.is_leaving:
        if is_meant and told.view is not None and standing.has_result:
            edits.append(context.edit(*standing.place, told.view))
    elif standing is not None and standing.shows is not None:
        view = told.view if told.view and is_meant and is_standing else standing_view(context, standing)
        if told.above and (cards.older or is_standing):
            view = replace(view, text=join([told.above, view.text]))
        edits.append(context.edit(*standing.place, view))
    await asyncio.gather(context.toast(toast), *edits)


async def open_menu(context: Context, workout_id: int, menu: View, *, anyway: bool = False) -> None:
    """The card that was pressed becomes a menu; an old one, or one on its way out, folds and opens none.

    `anyway`, where something hurts, it always opens: below such a card, and below one whose result must stay.
    """
    pressed, now = (context.chat_id, context.message_id), context.room.clock.now()
    cards = await context.look(chat_cards.cards_at, context.athlete_id, workout_id, (pressed,), now)
    if not cards.theirs:
        await context.refuse(Unlogged.of("gone"))
        return
    here = cards.standing if cards.standing is not None and cards.standing.place == pressed else None
    folds = bool(cards.older) or (here is not None and not here.stays)
    if anyway and (folds or (here is not None and here.has_result)):
        await asyncio.gather(show_on_cards(context, workout_id), context.tell(menu))
    elif folds:
        await show_on_cards(context, workout_id, toast=refusal_toast(Unlogged.of("not_next")))
    else:
        await context.change(menu)


def standing_view(context: Context, standing: Standing) -> View:
    """What the standing card shows: its result, or the set it asks for and a rest that runs before it."""
    if isinstance(standing.shows, SetLogged):
        return result_view(context, standing.shows)
    assert standing.shows is not None
    return asking_view(context, standing.shows, standing.rest)


def asking_view(context: Context, card: SetCard, rest: Rest | None) -> View:
    """The card of a set that is asked, with the rest that runs before it."""
    view = set_card.set_card(card)
    if rest is None:
        return view
    clock = context.room.clock
    told = rest_views.resting(clock.real_time(rest.until), rest.until, clock.now()).text
    return replace(view, text=join([view.text, told]))


async def show_card(context: Context, card: SetCard) -> None:
    """The coming set has changed: the card that stands shows it; words get a thumb."""
    if context.pressed:
        await show_on_cards(context, card.workout_id, Shown(set_card.set_card(card), card.slot))
        return
    await asyncio.gather(nod(context), refresh_standing(context, card.workout_id))


async def refresh_standing(context: Context, workout_id: int) -> None:
    """The card that stands shows what is so now; one that was deleted comes anew."""
    now = context.room.clock.now()
    standing = await context.look(chat_cards.standing_card, context.athlete_id, workout_id, now)
    if standing is None or not standing.stays:
        return
    if not await context.edit(*standing.place, standing_view(context, standing)):
        await show_below(context, workout_id)


async def fold(context: Context, workout_id: int, elsewhere: View | None = None) -> None:
    """The card in hand is out of the way: the one that stands folds when the next comes. Words get a thumb.

    `elsewhere` is what a pressed menu becomes that stood in a message of its own.
    """
    if context.pressed:
        await show_on_cards(context, workout_id, Shown(elsewhere=elsewhere))
    else:
        await nod(context)


async def nod(context: Context) -> None:
    """A typed message is understood; what comes of it comes by itself."""
    await context.room.sender.react(context.chat_id, context.message_id, THUMBS_UP)


async def fold_standing(context: Context, workout_id: int) -> None:
    """The card that stands folds to one line, unless its message tells something else by now."""
    now = context.room.clock.now()
    old = await context.look(chat_cards.card_before, context.athlete_id, workout_id, now)
    if old is not None and old.place != (context.chat_id, context.message_id):
        await context.edit(*old.place, View(results.folded(old, None)))


async def show_as_card(context: Context, logged: SetLogged) -> None:
    """A set without a card (free training, or one in between): its result is sent and is its card.

    The card above folds, else its rest would go on counting and its buttons could still be tapped; one whose
    set is still to do leaves, for it comes again: a lifter who does the second exercise first would find two
    messages a set.
    """
    now, workout_id = context.room.clock.now(), logged.workout.id
    old = await context.look(chat_cards.card_before, context.athlete_id, workout_id, now)
    sent = await context.put_below(result_view(context, logged).quiet())
    last = logged.sets[-1]
    if sent is not None:
        place = context.room.sender.place(context.chat_id, sent)
        await context.room.store.run(ringing.card_sent, context.athlete_id, last.workout_id, last.slot, place)
    above = (old.place,) if sent is not None and old is not None else ()
    # What folds is looked at once the new card is known: two would tell a whole exercise else.
    places = tuple({*logged.uncovered, *above})
    cards = await context.look(chat_cards.cards_at, context.athlete_id, workout_id, places, now)
    leaving = [one.place for one in cards.older if one.place in above and one.is_untold]
    folding = [one for one in cards.older if one.place not in leaving]
    edits = [context.edit(*one.place, View(results.folded(one, None))) for one in folding]
    await asyncio.gather(*edits, *(_leave(context, place) for place in leaving))


async def _leave(context: Context, card: tuple[int, int]) -> None:
    """A card that says nothing any more, for its set is asked or told below, leaves the chat."""
    await context.room.sender.delete(*card)
    await context.room.store.run(ringing.card_gone, context.athlete_id, card)


async def show_below(context: Context, workout_id: int) -> bool:
    """The card that stands comes anew, silently, as the newest message; False when none stands."""
    now = context.room.clock.now()
    standing = await context.look(chat_cards.standing_card, context.athlete_id, workout_id, now)
    if standing is None or not standing.stays:
        return False
    old = await context.look(chat_cards.card_before, context.athlete_id, workout_id, now)
    sent = await context.put_below(standing_view(context, standing).quiet())
    if sent is None:
        return True
    place = context.room.sender.place(context.chat_id, sent)
    await context.room.store.run(ringing.card_sent, context.athlete_id, workout_id, standing.slot, place)
    if old is not None:  # its set is told below from now on, and corrected there
        await context.edit(*old.place, View(results.moved_down(old.exercise, old.set_number)))
    return True
