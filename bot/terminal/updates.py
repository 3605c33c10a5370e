"""The queue of updates, as `getUpdates` hands it out: confirmed by the next offset, forgotten after 24 hours.

Updates are made in `world.py` and `player.py`; the methods that a bot calls on this queue are in
`play_updates.py`.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.terminal.wire import Json, Refused

KEPT_FOR = timedelta(hours=24)
_OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
_BY_WEBHOOK = "Conflict: terminated by setWebhook request"
# Telegram sends these only to a bot that asks for them by name.
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True)
class _Waiting:
    """An update that nobody confirmed; those that a poll was `given` stand before all others."""

    update_id: int
    at: datetime
    update: Json
    given: bool = False


class UpdateQueue:
    """Updates not yet confirmed, oldest first, and the one poll that may wait for more."""

    def __init__(
        self, now: Callable[[], datetime], first_id: int, changed: Callable[[], None] = lambda: None
    ) -> None:
        self._now = now
        self._changed = changed
        self._next_id = first_id
        self._waiting: deque[_Waiting] = deque()
        self._poll: asyncio.Future[None] | None = None
        self._confirmed = 0
        self.allowed: frozenset[str] | None = None

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def polled(self) -> bool:
        """True while a `getUpdates` call is waiting for something to happen."""
        return self._poll is not None

    @property
    def next_id(self) -> int:
        """The id that the next update gets."""
        return self._next_id

    def pending(self) -> list[Json]:
        """The unconfirmed updates, oldest first."""
        self._forget_old()
        return [waiting.update for waiting in self._waiting]

    def jump(self, next_id: int) -> None:
        """Lets the ids go on from another number, as Telegram does after an idle week."""
        self._next_id = next_id

    def add(self, kind: str, content: Json) -> Json | None:
        """Queues an update of a kind (`message` ...); None if the bot didn't ask for that kind."""
        if kind in _ON_REQUEST if self.allowed is None else kind not in self.allowed:
            return None
        update = {"update_id": self._next_id, kind: content}
        self.add_raw(update)
        return update

    def add_raw(self, update: Json) -> None:
        """Queues an update exactly as given, lawful or not; an id that is missing is filled in."""
        update.setdefault("update_id", self._next_id)
        if isinstance(update["update_id"], int):
            self._next_id = update["update_id"] + 1
        self._waiting.append(_Waiting(update["update_id"], self._now(), update))
        self._wake()
        self._changed()

    def taken(self, update_id: int) -> None:
        """Forgets one update: a webhook answered its post with 2xx."""
        self._waiting = deque(waiting for waiting in self._waiting if waiting.update_id != update_id)
        self._changed()

    def clear(self) -> None:
        """Forgets all updates."""
        self._waiting.clear()

    def allow(self, kinds: Collection[str] | None) -> None:
        """Keeps a choice of kinds: None changes nothing, an empty one is Telegram's default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    async def get(self, offset: int, limit: int, timeout_s: float) -> list[Json]:
        """Confirms everything before `offset`, then gives up to `limit` updates, or waits for the first."""
        self.end_poll(_OTHER_POLLER)
        found = self._take(offset, limit)
        if found or timeout_s <= 0:
            return found
        await self._wait(timeout_s)
        return self._take(offset, limit)

    def end_poll(self, why: str = _BY_WEBHOOK) -> None:
        """Ends the waiting poll, if there is one, with a 409."""
        poll, self._poll = self._poll, None
        if poll is not None:
            poll.get_loop().call_soon_threadsafe(_end, poll, Refused(409, why))

    async def _wait(self, timeout_s: float) -> None:
        poll = asyncio.get_running_loop().create_future()
        self._poll = poll
        self._changed()
        try:
            await asyncio.wait_for(poll, timeout_s)
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
            self._changed()

    def _wake(self) -> None:
        # Updates may be made in another thread than the one that serves the poll.
        if self._poll is not None:
            self._poll.get_loop().call_soon_threadsafe(_end, self._poll, None)

    def _take(self, offset: int, limit: int) -> list[Json]:
        self._forget_old()
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        elif offset > 0:
            self._confirm(offset)
        given = [waiting for waiting, _ in zip(self._waiting, range(limit), strict=False)]
        for waiting in given:
            waiting.given = True
        return [waiting.update for waiting in given]

    def _confirm(self, offset: int) -> None:
        """Forgets what came before `offset`, in order of arrival: ids may have jumped down in between.

        An offset that Telegram never gave out confirms nothing, and one that comes again only what was given
        since: ids below it may have come that nobody has seen.
        """
        again, self._confirmed = offset == self._confirmed, offset
        seen = [waiting for waiting in self._waiting if waiting.given or not again]
        for place, waiting in enumerate(seen):
            if waiting.update_id == offset - 1:
                self._drop(place + 1)
                return
        for place, waiting in enumerate(seen):
            if waiting.update_id >= offset:
                self._drop(place)
                return

    def _drop(self, count: int) -> None:
        for _ in range(count):
            self._waiting.popleft()

    def _forget_old(self) -> None:
        oldest = self._now() - KEPT_FOR
        while self._waiting and self._waiting[0].at < oldest:
            self._waiting.popleft()


def _end(poll: asyncio.Future[None], refused: Refused | None) -> None:
    if poll.done():
        return
    if refused is None:
        poll.set_result(None)
    else:
        poll.set_exception(refused)
