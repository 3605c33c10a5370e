"""Folds the cards above what a bell brought, so that only the newest has buttons; again where that failed.

What is still owed is `core/coach/workout/folding.py`, how a folded card looks `bot/views/workout/results.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.clock import Clock
from bot.outgoing.telling import Sender
from bot.texts import speaking
from bot.timers.bell_words import in_its_chat
from bot.timers.ringer import Ring, Rung
from bot.views.addressed import addressed
from bot.views.view import View
from bot.views.workout import results
from core.coach.workout import folding, ringing
from core.coach.workout.resting import TimerKind
from core.store.port import Store
from core.store.timers import DueTimer


@dataclass(frozen=True, slots=True)
class Folder:
    """Edits old cards into one line. What sending raises goes on to whoever asked for it."""

    store: Store
    clock: Clock
    sender: Sender

    async def fold(self, timer: DueTimer, found: ringing.Ring) -> None:
        """Fold what stands above the card that a bell brought.

        A card that the new one asks for again, after the rest of a warm-up, says nothing more: it leaves.
        """
        for old in found.to_fold:
            if timer.kind == TimerKind.REST and found.repeats(old):
                await self._take_away(timer.athlete_id, old.place)
                continue
            with speaking(found.language):
                view = in_its_chat(found, timer, View(results.folded(old, found.card)))
            await self.sender.edit(*old.place, view)
        if found.to_fold:
            places = [self.sender.place(*old.place) for old in found.to_fold]
            await self.store.run(folding.folded, timer.athlete_id, places)

    async def fold_owed(self, timer: DueTimer) -> Rung:
        """Fold what was not folded yet: Telegram had refused it for a while, or the bot was killed."""
        athlete_id = timer.athlete_id
        places, owed = await self.store.read(folding.owed, athlete_id, self.clock.now())
        for one in owed:
            if one.leaves:
                await self._take_away(athlete_id, one.old.place)
                continue
            with speaking(one.language):
                view = View(results.folded(one.old, None))
                view = addressed(view, athlete_id, one.name) if one.name else view
            await self.sender.edit(*one.old.place, view)
        outcome = Ring.RUNG if owed else Ring.MOOT
        return Rung(outcome, lambda tx: folding.folded(tx, athlete_id, places))

    async def _take_away(self, athlete_id: int, place: tuple[int, int]) -> None:
        await self.sender.delete(*place)
        await self.store.run(ringing.card_gone, athlete_id, self.sender.place(*place))
