"""One line after a long silence: what was taken while nobody answered, and the card of what is next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from telegram.constants import ChatType

from bot.clock import Clock, coach_time
from bot.intake.backlog import Missed
from bot.intake.order import InOrder
from bot.languages import spoken_by
from bot.outgoing.telling import Sender
from bot.texts import Html, join, say, say_n, speak
from bot.views.addressed import addressed
from bot.views.view import View
from core.coach.data import forgetting
from core.coach.workout import catching_up
from core.store.port import Store


@dataclass(frozen=True, slots=True)
class CatchUp:
    """Says it, in the lane of whom it is about. `rearm` has the card's timer looked at."""

    store: Store
    clock: Clock
    sender: Sender
    order: InOrder
    rearm: Callable[[], None]

    async def sets(self, athlete_id: int) -> int:
        """How many sets of theirs are kept."""
        return (await self.store.read(forgetting.holdings, athlete_id)).sets

    async def tell(self, missed: Missed) -> None:
        """The line, and the card of what is next where somebody still trains."""
        user, chat = missed.user, missed.chat
        if user is None or chat is None:
            return
        async with self.order.lane(missed.lane):
            speak(await spoken_by(self.store, user))
            view = View(line(missed.messages, await self.sets(user.id) - missed.sets_before))
            if chat.type != ChatType.PRIVATE:
                view = addressed(view, user.id, user.first_name)
            await self.sender.send(chat.id, view)
            now = self.clock.now()
            written_at = coach_time(self.clock, missed.written_at)
            await self.store.run(catching_up.catch_up, user.id, written_at, now)
        self.rearm()


def line(messages: int, sets: int) -> Html:
    """`While I was away you sent 13 messages: 12 sets are logged.`, and what to do about the rest."""
    sent = say_n("While I was away you sent {n} message", "While I was away you sent {n} messages", messages)
    if sets <= 0:
        return say("{sent}; I took all in and answered the last. /start shows where you are.", sent=sent)
    logged = say_n("{n} set is logged", "{n} sets are logged", sets)
    if sets >= messages:
        return say("{sent}: {logged}, at the time you wrote.", sent=sent, logged=logged)
    rest = say("The rest was no set, or I would have asked. /start shows where you are.")
    return join([say("{sent}: {logged}, at the time you wrote.", sent=sent, logged=logged), rest], " ")
