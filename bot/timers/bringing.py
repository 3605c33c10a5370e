"""What a due timer brings to the chat: the next card, the recap, a question. The ringer calls it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from telegram.error import NetworkError, TelegramError

from bot.clock import Clock
from bot.outgoing import topics
from bot.outgoing.errors import NeverKnown, may_have_arrived
from bot.outgoing.pacing import Marked, Standing, Unasked
from bot.outgoing.telling import Sender
from bot.texts import join, say, speaking
from bot.timers.bell_words import delay, folded_anew, in_its_chat, told_anew, view_of
from bot.timers.folding import Folder
from bot.timers.recap_painter import RecapPainter
from bot.timers.ringer import Bells, Ring, Rung
from bot.views.addressed import addressed
from bot.views.history import weekly as weekly_views
from bot.views.settings import reminders
from bot.views.view import View
from bot.views.workout import results, set_card
from bot.views.workout.overview import overview
from core.coach.history import retelling, weekly
from core.coach.settings import reminder_bells
from core.coach.settings.reminding import HELPS_FOR as REMINDER_HELPS_FOR
from core.coach.workout import chat_cards, folding, ringing
from core.coach.workout import overview as overviews
from core.coach.workout.resting import TimerKind
from core.model.outcomes import Recap, SetCard
from core.store import group_topics, timers
from core.store.port import Store, Tx
from core.store.timers import DueTimer

log = logging.getLogger(__name__)

# A bell that is late is worth nothing, but a card, a recap or a closing is still owed.
HELPS_FOR: Mapping[str, timedelta] = {
    TimerKind.NEXT: timedelta(days=1),
    TimerKind.IDLE: timedelta(days=1),
    TimerKind.CLOSE: timedelta(days=3650),
    TimerKind.OVERVIEW: timedelta(days=3650),
    TimerKind.RECAP: timedelta(days=3650),
    TimerKind.FOLD: timedelta(days=3650),
    TimerKind.REMIND: REMINDER_HELPS_FOR,
    TimerKind.SNOOZE: REMINDER_HELPS_FOR,
    TimerKind.LOOK_BACK: REMINDER_HELPS_FOR,
}
REMINDERS = (TimerKind.REMIND, TimerKind.SNOOZE)
SOUNDS = (TimerKind.REST, TimerKind.BELL)


def follow(tx: Tx, timer: DueTimer, now: datetime) -> None:
    """What an ended bell is followed by."""
    reminder_bells.follow(tx, timer, now)
    overviews.follow(tx, timer, now)


@dataclass(frozen=True, slots=True)
class Bringer:
    """Reads what one due timer brings now, sends it, and folds the card above."""

    store: Store
    clock: Clock
    sender: Sender
    painter: RecapPainter
    folder: Folder

    def bells(self) -> Bells:
        """What the ringer needs."""
        return Bells(self.ring, self.too_late, HELPS_FOR, follow)

    async def ring(self, timer: DueTimer, late_by: timedelta) -> Rung:
        """Bring what a timer brings. What sending raises goes on to the ringer, which tries again."""
        brings = {
            TimerKind.OVERVIEW: self._tell_overview,
            TimerKind.RECAP: self._retell,
            TimerKind.FOLD: self.folder.fold_owed,
            TimerKind.LOOK_BACK: self._look_back,
            **dict.fromkeys(REMINDERS, self._remind),
        }.get(TimerKind(timer.kind))
        return await (brings(timer) if brings is not None else self._ring_bell(timer, late_by))

    async def _ring_bell(self, timer: DueTimer, late_by: timedelta) -> Rung:
        """Send the next card, the recap or the question that a timer is for."""
        found = await self.store.run(ringing.ring, timer, self.clock.now())
        if found is None:
            return Rung(Ring.MOOT)
        if not found.says_something:
            await self._clear_up(timer, found)
            return Rung(Ring.MOOT)
        with speaking(found.language):
            view = view_of(found, late_by if timer.kind == TimerKind.REST else timedelta())
            if timer.kind not in SOUNDS:
                view = view.quiet()
            view = in_its_chat(found, timer, view)
            card_id = found.old.place[1] if found.old is not None else 0
            sent = await self._brought(timer, found.chat_id, view, card_id)
        if sent is None:
            return Rung(Ring.BLOCKED)
        if found.recap is not None:
            self.painter.paint(found.recap, (found.chat_id, sent), view, found.language, self.clock.now())
        clear_up = partial(self._clear_up, timer, found, owed=True)
        return Rung(Ring.RUNG, self._note(timer, found, sent), clear_up)

    async def _remind(self, timer: DueTimer) -> Rung:
        """A reminder to train, or the reason why it stays silent."""
        found = await self.store.run(reminder_bells.reminder, timer, self.clock.now())
        if isinstance(found, reminder_bells.Hushed):
            return Rung(Ring.MOOT, reason=found.reason)
        with speaking(found.language):
            view = reminders.reminder(found.day, found.coming, found.routine, tonight=found.tonight)
            sent = await self._brought(timer, found.chat_id, view, standing=Unasked.REMINDER)
        return Rung(Ring.BLOCKED if sent is None else Ring.RUNG)

    async def _look_back(self, timer: DueTimer) -> Rung:
        """The week that ends; what was advised with it is written only once it was sent."""
        found = await self.store.run(weekly.look_back, timer, self.clock.now())
        if isinstance(found, reminder_bells.Hushed):
            return Rung(Ring.MOOT, reason=found.reason)
        with speaking(found.language):
            view = weekly_views.look_back(found).quiet()
            sent = await self._brought(timer, found.chat_id, view, standing=Unasked.REMINDER)
        if sent is None:
            return Rung(Ring.BLOCKED)
        if not found.advises:
            return Rung(Ring.RUNG)
        return Rung(Ring.RUNG, lambda tx: weekly.was_advised(tx, timer.athlete_id))

    async def _brought(
        self, timer: DueTimer, chat_id: int, view: View, above: int = 0, standing: Unasked = Unasked.RING
    ) -> int | None:
        """The message that an earlier try sent without knowing, or a new one; None when nobody is there.

        `above` is a message that certainly stands above it.
        """
        if timer.sent_after:  # 0: no number was known, and a look from the first on would find old cards
            others = await self.store.read(ringing.cards_behind, chat_id, timer.sent_after)
            stands = await self.sender.find(chat_id, timer.sent_after, view, others)
            if stands is not None:
                return stands

        async def leaves() -> None:
            await self.store.run(timers.begin, timer, max(self.sender.newest.of(chat_id), above))

        try:
            return await self._send(timer, chat_id, view, Marked(standing, leaves))
        except NetworkError as error:
            can_be_found = view.rows and timer.sent_after != 0
            if can_be_found or timer.sent_after is None or not may_have_arrived(error):
                raise
            raise NeverKnown from None

    async def _send(self, timer: DueTimer, chat_id: int, view: View, standing: Standing) -> int | None:
        """A message to a chat; in a forum to the topic in which its athlete trains."""
        topic = None
        if chat_id < 0:  # a group's; the ids of people are above 0
            topic = await self.store.read(group_topics.topic_of, timer.athlete_id, chat_id)
        with topics.speaking_in(chat_id, topic):
            return await self.sender.send(chat_id, view, standing=standing)

    def _note(self, timer: DueTimer, found: ringing.Ring, message_id: int) -> Callable[[Tx], object]:
        """A card is known from the moment on in which its bell has rung: else replies to it go astray."""
        message = self.sender.place(found.chat_id, message_id)
        above = [self.sender.place(*old.place) for old in found.to_fold]

        def note(tx: Tx) -> None:
            folding.owe(tx, timer.athlete_id, found.chat_id, timer.workout_id, above, self.clock.now())
            if (card := found.card) is not None:
                ringing.card_sent(tx, timer.athlete_id, card.workout_id, card.slot, message)
            if found.recap is not None and found.recap.sets:
                workout_id = found.recap.workout.id
                retelling.recap_sent(tx, timer.athlete_id, workout_id, message, self.clock.now())
                if found.recap.advises:
                    weekly.was_advised(tx, timer.athlete_id)
            if found.asks is not None:
                ringing.question_sent(tx, timer.athlete_id, timer.workout_id, message)

        return note

    async def _clear_up(self, timer: DueTimer, found: ringing.Ring, *, owed: bool = False) -> None:
        """Leave buttons only on the newest card. Where folding is `owed`, the bell has rung: none again."""
        if found.question is not None:
            await self._take_away(timer, found.question, asked_anew=found.asks is not None)
        try:
            await self.folder.fold(timer, found)
        except TelegramError as error:
            if not owed:
                raise
            log.warning("an old card was not folded yet", exc_info=error)

    async def _tell_overview(self, timer: DueTimer) -> Rung:
        """Edit the overview silently, pin it at first, unpin it in the end; noted once all that is done."""
        now, whose = self.clock.now(), (timer.athlete_id, timer.workout_id)
        told = await self.store.read(overviews.tell_overview, *whose, now)
        if told is None:
            return Rung(Ring.MOOT)
        with speaking(told.language):
            view = overview(told.shown)
            view = addressed(view, timer.athlete_id, told.name) if told.name else view
        message, is_over = told.message, told.shown.is_over
        if message is None:
            sent = await self._brought(timer, told.chat_id, view.quiet())
            if sent is None:
                return Rung(Ring.BLOCKED)
            place = self.sender.place(told.chat_id, sent)
            await self.store.run(overviews.overview_sent, *whose, place)
            await self.sender.pin(*place)
        else:
            place = message.place
            if message.told_at is None and not is_over:
                await self.sender.pin(*place)
            await self.sender.edit(*place, view)
            if message.told_at is not None and is_over:
                await self.sender.unpin(*place)
        place = self.sender.place(*place)
        return Rung(Ring.RUNG, lambda tx: overviews.overview_told(tx, *whose, place, now, is_over=is_over))

    async def _retell(self, timer: DueTimer) -> Rung:
        """Edit what was told of an ended workout, for a set in it was corrected."""
        now = self.clock.now()
        language, told = await self.store.run(retelling.retold, timer.athlete_id, now)
        with speaking(language):
            for one in told:
                view = told_anew(one, timer.athlete_id)
                await self.sender.edit(*one.message, view, pictured=one.pictured)
                if isinstance(one.told, Recap):
                    self.painter.paint(
                        one.told, one.message, view, language, now, pictured=one.pictured
                    )
                for place, folded in folded_anew(one, timer.athlete_id):
                    await self.sender.edit(*place, folded)
        return Rung(Ring.RUNG if told else Ring.MOOT, lambda tx: retelling.retelling_done(tx, told, now))

    async def too_late(self, timer: DueTimer, late_by: timedelta) -> None:
        """A rest that ended long ago isn't rung: its card says so, and becomes the card of the next set."""
        found = await self.store.run(ringing.ring, timer, self.clock.now())
        if found is None:
            return
        if found.question is not None and found.asks is None:
            await self._take_away(timer, found.question)
        if found.card is None:
            await self.folder.fold(timer, found)
            return
        with speaking(found.language):
            view = set_card.set_card(found.card)
            missed = say("(The rest ended {delay} ago, while I was away.)", delay=delay(late_by))
            view = in_its_chat(found, timer, replace(view, text=join([missed, view.text]), silent=True))
            if found.old is not None:
                # Known before it is shown: else a reply to it would correct the set that stood there before.
                _, message_id = found.old.place
                left = await self._remember(timer, found.card, (found.chat_id, message_id))
                await self.sender.edit(found.chat_id, message_id, view)
                if left is not None:
                    await self._tell_again(timer, found, left)
                return
            sent = await self._send(timer, found.chat_id, view, Unasked.RING)
            if sent is not None:
                await self._remember(timer, found.card, self.sender.place(found.chat_id, sent))

    async def _remember(
        self, timer: DueTimer, card: SetCard, message: tuple[int, int]
    ) -> tuple[int, int] | None:
        return await self.store.run(ringing.card_sent, timer.athlete_id, card.workout_id, card.slot, message)

    async def _tell_again(self, timer: DueTimer, found: ringing.Ring, left: tuple[int, int]) -> None:
        """The set that a card showed which has become another's: what is left of its cards tells it."""
        now, whose = self.clock.now(), (timer.athlete_id, timer.workout_id)
        cards = await self.store.read(chat_cards.cards_at, *whose, (left,), now)
        for old in cards.older:
            await self.sender.edit(*old.place, in_its_chat(found, timer, View(results.folded(old, None))))

    async def _take_away(
        self, timer: DueTimer, question: tuple[int, int], *, asked_anew: bool = False
    ) -> None:
        """What asked whether the workout goes on is answered, or asked anew below: it leaves the chat."""
        try:
            await self.sender.delete(*question)
        except TelegramError as error:  # the next bell finds it again
            log.warning("an answered question was not taken away", exc_info=error)
            return
        if not asked_anew:
            await self.store.run(ringing.question_gone, timer.workout_id)
