"""From a kept update to a settled one: handled in its lane, tried again when that failed, set aside at last.

Fetching is in `polling.py`; what the handlers do is `bot/handlers`. Nothing is acknowledged here: whatever
is lost in memory is still in the inbox, and comes again at the next start.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter
from telegram.ext import Application

from bot.figures import UNCOUNTED, Figures
from bot.intake.attempts import Attempt, attempting, counted, kind_of
from bot.intake.backlog import Backlog
from bot.intake.crowd import Crowd
from bot.intake.floods import Floods
from bot.intake.order import InOrder, lane_of
from bot.outgoing import hush
from bot.outgoing.errors import NotSent, ServerFailed
from bot.outgoing.gate import Now, Sleep
from core.store import inbox
from core.store.port import Store, StoreUnavailable, Tx

_LOGGER = logging.getLogger(__name__)

Tell = Callable[[Update], Awaitable[object]]
Tried = Callable[[], object]

RETRY_S = (0.5, 2.0)  # after the first and the second failure
UNDELIVERED_S = 86_400.0  # how long an answer that cannot leave is tried again: a day, as at Telegram
LONGEST_PAUSE_S = 60.0


@dataclass(frozen=True, slots=True)
class Words:
    """What the dispatcher lets the bot say; each gets the update it is about."""

    unsaved: Tell  # the database could not be written: not saved, please send it again
    slow_down: Tell  # too many at once: said once, the rest is left out
    left_out: Tell  # one more tap of those: its button spins no more
    failed: Tell  # set aside after the last attempt: an apology


class Dispatcher:
    """Hands updates to the application in their users' order and keeps the inbox's books.

    `backlog` is how many of one user's updates may wait when all were written within half a minute; what
    piled up more slowly while the bot was away is all handled.
    """

    def __init__(  # noqa: PLR0913  # four of them only by name
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        order: InOrder,
        store: Store,
        words: Words,
        *,
        clock: Callable[[], datetime],
        backlog: int = 30,
        now: Now = time.monotonic,
        sleep: Sleep = asyncio.sleep,
        figures: Figures = UNCOUNTED,
        pile: Backlog | None = None,
    ) -> None:
        self._application, self._order, self._store, self._words = application, order, store, words
        self._clock, self._now, self._sleep = clock, now, sleep
        self._figures, self.pile = figures, pile or Backlog(clock)
        self._tasks: dict[int, asyncio.Task[str]] = {}
        self._floods = Floods(backlog)
        self._done: set[int] = set()
        self._asides: dict[int, str] = {}
        self._books: asyncio.Task[None] | None = None
        self._crowd = Crowd(order, sleep)
        self._quiet = asyncio.Event()
        self._quiet.set()

    @property
    def pending(self) -> int:
        """How many updates are being handled or wait for it."""
        return len(self._tasks)

    def submit(
        self, update: Update, *, admitted: bool = False, applied: bool = False, tried: Tried | None = None
    ) -> None:
        """Take one update that is in the inbox, and return at once. One that is here is not taken twice.

        `admitted` ones were let in by an earlier process: they are no part of a flood, however many, and each
        try is counted before it begins. What `applied` ones ask for is committed, only their answer is owed.
        `tried` is called whenever an attempt has ended, however it ended.
        """
        if update.update_id in self._tasks or update.update_id in self._done:
            return
        self._quiet.clear()
        lane = lane_of(update)
        flood = not admitted and self._floods.floods(lane, update, self._clock())
        work = self._refuse(lane, update) if flood else self._handle(update, admitted, applied, tried)
        if not admitted:
            self._floods.arrives(lane)
        self.pile.arrived(update)
        task = asyncio.create_task(work)
        self._tasks[update.update_id] = task
        self._crowd.counts(len(self._tasks))
        began = self._now()
        task.add_done_callback(lambda _: self._left(lane, update, admitted))
        task.add_done_callback(lambda ended: self._count(update, ended, self._now() - began))
        if tried is not None:
            task.add_done_callback(lambda _: tried())

    async def idle(self) -> None:
        """Wait until nothing kept waits, nothing runs, the books are written and all is told."""
        while not self._quiet.is_set():
            await self._quiet.wait()
        await self.pile.told()

    async def drain(self, within_s: float = 8.0) -> None:
        """Let what runs end, for at most so long; the rest stays in the inbox for the next start."""
        try:
            async with asyncio.timeout(within_s):
                await self.idle()
        except TimeoutError:
            _LOGGER.warning("stopping with updates unfinished", extra={"waiting": len(self._tasks)})
        left = [*self._tasks.values(), *([self._books] if self._books else [])]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def room(self) -> None:
        """Wait until another batch may be fetched."""
        await self._crowd.room()

    def take_done(self) -> frozenset[int]:
        """Ids to be settled, for a writer who is about to write anyway; `give_back` when that fails."""
        done, self._done = frozenset(self._done), set()
        return done

    def give_back(self, done: frozenset[int]) -> None:
        """These could not be settled: the next writer takes them."""
        self._done |= done
        self._look()

    def leaves_out(self, raw: Any) -> bool:
        """Whether a raw update is one more of a flood whose sender was told: not worth reading or keeping."""
        return self._floods.leaves_out(raw)

    async def apologise(self, update: Update) -> None:
        """Say that an update will not be tried again; nobody waits for an answer to it any more."""
        await self._say(self._words.failed, update)

    async def _refuse(self, lane: int, update: Update) -> str:
        self._done.add(update.update_id)
        if self._floods.is_untold(lane, self._clock()):
            _LOGGER.warning("a user sends faster than we handle; the rest is left out", extra={"lane": lane})
            await self._say(self._words.slow_down, update)
        elif update.callback_query and self._floods.may_answer(lane, self._now()):
            await self._say(self._words.left_out, update)
        return "left_out"

    async def _handle(self, update: Update, admitted: bool, applied: bool, tried: Tried | None) -> str:
        """Until it is settled or set aside; what became of it, in a word for the figures."""
        first_at, pause_s, tries = self._now(), 1.0, 0
        while (error := (attempt := await self._attempt(update, admitted)).error) is not None:
            if tried is not None:
                tried()
            applied = applied or attempt.applied
            if isinstance(error, StoreUnavailable):
                # Who is told sends it again: then this one may neither be applied already nor ever be.
                if not applied and await self._say(self._words.unsaved, update):
                    self._asides[update.update_id] = "unsaved"
                    return "unsaved"
            elif isinstance(error, (NotSent, ServerFailed, RetryAfter)):
                if self._now() - first_at > UNDELIVERED_S:
                    self._asides[update.update_id] = "undelivered"
                    return "undelivered"
            elif isinstance(error, Forbidden):
                break
            else:
                tries += 1
                if await self._is_last(update, error, tries):
                    return "failed"
                pause_s = RETRY_S[min(tries, len(RETRY_S)) - 1]
            _LOGGER.warning("an update is tried again", exc_info=error, extra={"update_id": update.update_id})
            await self._sleep(pause_s)
            pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
        self._done.add(update.update_id)
        return "done"

    async def _is_last(self, update: Update, error: Exception, tries: int) -> bool:
        """Count a failed attempt. A time-out may have arrived: it gets one more try, and no apology."""
        if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
            if tries > 1:
                self._done.add(update.update_id)
            return tries > 1
        try:
            attempts = await self._store.run(inbox.failed, update.update_id, self._clock())
        except StoreUnavailable:
            attempts = tries
        if 0 < attempts < inbox.MOST_ATTEMPTS and tries < inbox.MOST_ATTEMPTS:
            return False
        extra = {"update_id": update.update_id, "attempts": attempts}
        _LOGGER.error("an update is set aside", exc_info=error, extra=extra)
        self._asides[update.update_id] = "failed"
        await self.apologise(update)
        return True

    async def _attempt(self, update: Update, admitted: bool) -> Attempt:
        handle = partial(self._application.process_update, update)
        with attempting() as attempt:
            try:
                work = counted(self._store, update.update_id, handle) if admitted else handle()
                await self._order.process_update(update, work)
            except Exception as error:
                attempt.error = error
            finally:
                hush.begin(None)  # what goes wrong is said aloud
        return attempt

    async def _say(self, tell: Tell, update: Update) -> bool:
        try:
            await tell(update)
        except Exception:
            _LOGGER.exception("no word could be sent about an update", extra={"update_id": update.update_id})
            return False
        return True

    def _left(self, lane: int, update: Update, admitted: bool) -> None:
        del self._tasks[update.update_id]
        self.pile.left(update)
        self._crowd.counts(len(self._tasks))
        if not admitted:
            self._floods.leaves(lane)
        # What came from an earlier process was answered twice by now: a third time would be one too many.
        self._look(at_once=admitted)

    def _count(self, update: Update, ended: asyncio.Task[str], seconds: float) -> None:
        outcome = "interrupted" if ended.cancelled() or ended.exception() else ended.result()
        self._figures.handled(kind_of(update), outcome, seconds)

    def _look(self, *, at_once: bool = False) -> None:
        if self._tasks and not at_once:
            return
        if self._done or self._asides:
            if self._books is None:
                self._books = asyncio.create_task(self._write_books())
        elif not self._tasks and self._books is None:  # what is being written is not in the books yet
            self._quiet.set()

    async def _write_books(self) -> None:
        pause_s = 1.0
        try:
            while self._done or self._asides:
                done, asides = self.take_done(), dict(self._asides)
                try:
                    await self._store.run(settle, done, asides, self._clock())
                except StoreUnavailable as error:
                    self._done |= done
                    _LOGGER.warning("the inbox cannot be written", exc_info=error)
                    await self._sleep(pause_s)
                    pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
                else:
                    for update_id in asides:
                        del self._asides[update_id]
        finally:
            self._books = None
            self._look()


def settle(tx: Tx, done: frozenset[int], asides: dict[int, str], now: datetime) -> None:
    """Write the inbox's books: these are done, those are out of the way, each for its reason."""
    inbox.settle(tx, done, now)
    for update_id, reason in asides.items():
        inbox.set_aside(tx, update_id, reason)
