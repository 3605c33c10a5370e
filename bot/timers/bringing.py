"""What a due timer brings to the chat: the next card, the recap, a question. The ringer calls it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from telegram.error import TelegramError

from bot.clock import Clock
from bot.outgoing.pacing import Unasked
from bot.outgoing.telling import Sender
from bot.texts import Html, join, say, speaking
from bot.timers.ringer import Bells, Ring
from bot.views import recap as recaps
from bot.views import results, set_card
from bot.views.onboarding import bell_view
from bot.views.overview import overview
from bot.views.view import View
from core.coach import overview as overviews
from core.coach import ringing
from core.coach.resting import TimerKind
from core.model.outcomes import SetCard
from core.store.port import Store
from core.store.timers import DueTimer

log = logging.getLogger(__name__)

LATE_IS_SAID_AFTER = timedelta(seconds=60)
# A bell that is late is worth nothing, but a card, a recap or a closing is still owed.
HELPS_FOR: Mapping[str, timedelta] = {
    TimerKind.NEXT: timedelta(days=1),
    TimerKind.IDLE: timedelta(days=1),
    TimerKind.CLOSE: timedelta(days=3650),
    TimerKind.OVERVIEW: timedelta(days=3650),
}
SOUNDS = (TimerKind.REST, TimerKind.BELL)


@dataclass(frozen=True, slots=True)
class Bringer:
    """Reads what one due timer brings now, sends it, and folds the card above."""

    store: Store
    clock: Clock
    sender: Sender

    def bells(self) -> Bells:
        """What the ringer needs."""
        return Bells(self.ring, self.too_late, HELPS_FOR)

    async def ring(self, timer: DueTimer, late_by: timedelta) -> Ring:
        """Send what a timer brings. What sending raises goes on to the ringer, which tries again."""
        if timer.kind == TimerKind.OVERVIEW:
            return await self._tell_overview(timer)
        found = await self.store.run(ringing.ring, timer, self.clock.now())
        if found is None:
            return Ring.MOOT
        with speaking(found.language):
            view = _view(found, late_by if timer.kind == TimerKind.REST else timedelta())
            if timer.kind not in SOUNDS:
                view = view.quiet()
            sent = await self.sender.send(found.chat_id, view, unasked=Unasked.RING)
            if sent is None:
                return Ring.BLOCKED
            if found.card is not None:
                await self._remember(timer, found.card, (found.chat_id, sent))
            if found.asks is not None:
                await self.store.run(
                    ringing.question_sent, timer.athlete_id, timer.workout_id, (found.chat_id, sent)
                )
            elif found.question is not None:
                await self._take_away(timer, found.question)
            await self._fold(found)
        return Ring.RUNG

    async def _tell_overview(self, timer: DueTimer) -> Ring:
        """Edit the overview silently, pin it at first, unpin it in the end. It is one more convenience."""
        told = await self.store.run(
            overviews.tell_overview, timer.athlete_id, timer.workout_id, self.clock.now()
        )
        if told is None:
            return Ring.MOOT
        message, shown, language = told
        if message.told_at is None and not shown.is_over:
            await self.sender.pin(*message.place)
        with speaking(language):
            await self.sender.edit(*message.place, overview(shown))
        if message.told_at is not None and shown.is_over:
            await self.sender.unpin(*message.place)
        return Ring.RUNG

    async def too_late(self, timer: DueTimer, late_by: timedelta) -> None:
        """A rest that ended long ago isn't rung: its card says so, and becomes the card of the next set."""
        found = await self.store.run(ringing.ring, timer, self.clock.now())
        if found is None or found.card is None:
            return
        with speaking(found.language):
            view = set_card.set_card(found.card)
            missed = say("(The rest ended {minutes} min ago, while I was away.)", minutes=_minutes(late_by))
            view = replace(view, text=join([missed, view.text]), silent=True)
            if found.old is not None:
                # Known before it is shown: else a reply to it would correct the set that stood there before.
                message_id = found.old.card.message_id
                await self._remember(timer, found.card, (found.chat_id, message_id))
                await self.sender.edit(found.chat_id, message_id, view)
                return
            sent = await self.sender.send(found.chat_id, view, unasked=Unasked.RING)
            if sent is not None:
                await self._remember(timer, found.card, (found.chat_id, sent))

    async def _remember(self, timer: DueTimer, card: SetCard, message: tuple[int, int]) -> None:
        slot = (card.exercise_index, card.set_number)
        await self.store.run(ringing.card_sent, timer.athlete_id, card.workout_id, slot, message)

    async def _take_away(self, timer: DueTimer, question: tuple[int, int]) -> None:
        """What asked whether the workout goes on is answered: it leaves the chat."""
        try:
            await self.sender.delete(*question)
        except TelegramError as error:
            log.warning("an answered question was not taken away", exc_info=error)
        await self.store.run(ringing.question_gone, timer.workout_id)

    async def _fold(self, found: ringing.Ring) -> None:
        """Leave buttons only on the newest card. The bell has rung: a failed fold must not ring it again."""
        old = found.old
        if old is None or old.folded:
            return
        try:
            await self.sender.edit(old.card.chat_id, old.card.message_id, View(_folded(old, found.card)))
        except TelegramError as error:
            log.warning("an old card was not folded", exc_info=error)


def _minutes(span: timedelta) -> int:
    return max(round(span.total_seconds() / 60), 1)


def _folded(old: ringing.OldCard, coming: SetCard | None) -> Html:
    if old.swapped and coming is not None:
        return results.swapped_for(coming.exercise)
    if old.over:
        return results.folded_exercise(old.exercise, old.done)
    if old.logged is not None:
        return results.folded_set(old.exercise, old.logged, old.sets)
    if old.skipped:
        return results.skipped_set(old.exercise, old.card.set_number)
    return results.moved_down(old.exercise, old.card.set_number)


def _view(found: ringing.Ring, late_by: timedelta) -> View:
    if found.card is not None:
        view = set_card.set_card(found.card)
        if late_by >= LATE_IS_SAID_AFTER:
            late = say("(This bell is {minutes} min late.)", minutes=_minutes(late_by))
            view = replace(view, text=join([late, view.text]))
        return view
    if found.recap is not None:
        return recaps.recap(found.recap, closed_by_silence=found.closed)
    if found.asks is not None:
        return recaps.still_training(found.asks.id, found.asks.work_sets)
    return bell_view() if found.tested else View(say("Rest is over."))
