"""What timers bring to the chat: the next card, the recap, a question. Called by the ringer alone."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.context import Room
from bot.outgoing.pacing import Unasked
from bot.texts import Html, join, say, speaking
from bot.views import recap as recaps
from bot.views import results, set_card
from bot.views.view import View
from core.coach import ringing
from core.coach.resting import TimerKind
from core.model.outcomes import SetCard
from core.store.cards import Card
from core.store.timers import DueTimer

LATE_IS_SAID_AFTER = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Bringer:
    """Rings one due timer: reads what it brings now, sends it, and folds the card above."""

    room: Room

    async def ring(self, timer: DueTimer, late_by: timedelta) -> bool:
        """Send what a timer brings; True when it was sent or nothing must be, False when nobody is there."""
        ring = await self.room.store.run(ringing.ring, timer, self.room.clock.now())
        if ring is None:
            return True
        with speaking(ring.language):
            view = _view(ring, late_by if timer.kind == TimerKind.REST else timedelta())
            if timer.kind not in (TimerKind.REST, TimerKind.BELL):
                view = view.quiet()
            return await self._send(timer, ring, view)

    async def _send(self, timer: DueTimer, ring: ringing.Ring, view: View) -> bool:
        sends = [self.room.sender.send(ring.chat_id, view, unasked=Unasked.RING)]
        sent, _ = await asyncio.gather(*sends, self._fold(ring))
        if sent is None:
            return False
        if ring.card is not None:
            card = ring.card
            kept = Card(ring.chat_id, sent, card.workout_id, card.exercise_index, card.set_number)
            await self.room.store.run(ringing.card_sent, timer.athlete_id, kept)
        return True

    async def _fold(self, ring: ringing.Ring) -> None:
        """The card above folds to one line, so that the newest card is the only one with buttons."""
        old = ring.old
        if old is None:
            return
        await self.room.sender.edit(old.card.chat_id, old.card.message_id, View(_folded(old, ring.card)))


def _folded(old: ringing.OldCard, coming: SetCard | None) -> Html:
    if old.over:
        return results.folded_exercise(old.exercise, old.done)
    if old.logged is not None:
        return results.folded_set(old.exercise, old.logged, coming.sets if coming else old.logged.set_number)
    return results.moved_down(old.exercise, old.card.set_number)


def _view(ring: ringing.Ring, late_by: timedelta) -> View:
    if ring.card is not None:
        view = set_card.set_card(ring.card)
        if late_by >= LATE_IS_SAID_AFTER:
            late = say("(This bell is {minutes} min late.)", minutes=round(late_by.total_seconds() / 60))
            view = replace(view, text=join([late, view.text]))
        return view
    if ring.recap is not None:
        return recaps.recap(ring.recap, closed_by_silence=ring.closed)
    if ring.asks is not None:
        return recaps.still_training(ring.asks.id, len(ring.asks.sets))
    return View(say("🔔 Rest is over."))
