"""What piled up while nobody was here: which updates are late, when they were written, who is told.

Telegram keeps updates for 24 hours. A set in them was done when it was written, and nobody reads twelve
answers at once: all but a person's last go unanswered, and one line says what was taken. What is not sent
meanwhile is `bot/outgoing/hush.py`; the line is `bot/catching_up.py`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from telegram import Chat, Message, Update, User

from bot.intake.order import lane_of
from bot.outgoing.hush import Late

_LOGGER = logging.getLogger(__name__)

LATE = timedelta(minutes=2)
TOLD_AT_ONCE = 8  # after a long silence everybody's line is due in the same moment


@dataclass(frozen=True, slots=True)
class Missed:
    """A person's updates of which not all were answered: whose, the last one, how many, their sets before.

    Of an update only these are kept: while very much comes in, very many people may have missed something.
    """

    lane: int
    user: User | None
    chat: Chat | None
    update_id: int
    written_at: datetime
    messages: int
    sets_before: int


@dataclass(slots=True)
class _Lane:
    waiting: dict[int, datetime | None] = field(default_factory=dict)
    written_at: datetime | None = None
    missed: Missed | None = None


Count = Callable[[int], Awaitable[int]]
Tell = Callable[[Missed], Awaitable[object]]


async def _nothing(_: object) -> int:
    return 0


class Backlog:
    """Keeps for each lane what waits in it; `count` gives somebody's sets, `tell` says the line."""

    def __init__(self, now: Callable[[], datetime], count: Count = _nothing, tell: Tell = _nothing) -> None:
        self._now, self._count, self._tell = now, count, tell
        self._lanes: dict[int, _Lane] = {}
        self._more = False
        self._telling: set[asyncio.Task[None]] = set()
        self._few = asyncio.Semaphore(TOLD_AT_ONCE)

    async def told(self) -> None:
        """Wait until every line that is on its way was said."""
        await asyncio.gather(*self._telling, return_exceptions=True)

    def arrived(self, update: Update) -> None:
        """One more waits, behind what came before it."""
        self._lanes.setdefault(lane_of(update), _Lane()).waiting[update.update_id] = written_at(update)

    async def begin(self, update: Update) -> Late | None:
        """How late the update is whose turn it is now; None when it came in time."""
        lane = self._lanes.get(lane_of(update))
        if lane is None or update.update_id not in lane.waiting:
            return None
        at = self._written(lane, update)
        if at is None or self._now() - at <= LATE:
            lane.written_at = None
            return None
        lane.written_at = at
        hushed = self._more or next(reversed(lane.waiting)) != update.update_id
        if hushed or lane.missed is not None:
            await self._miss(lane, update, at)
        return Late(at, hushed=hushed)

    async def _miss(self, lane: _Lane, update: Update, at: datetime) -> None:
        if lane.missed is None:
            messages, sets = 1, await self._count(lane_of(update))
        elif lane.missed.update_id != update.update_id:
            messages, sets = lane.missed.messages + 1, lane.missed.sets_before
        else:
            return
        user, chat = update.effective_user, update.effective_chat
        lane.missed = Missed(lane_of(update), user, chat, update.update_id, at, messages, sets)

    def left(self, update: Update) -> None:
        """One is settled, however that ended."""
        key = lane_of(update)
        lane = self._lanes[key]
        del lane.waiting[update.update_id]
        if not lane.waiting and not self._more:
            self._close(key)

    def expect(self, *, more: bool) -> None:
        """Whether Telegram surely has more: then nobody's last update is known yet."""
        self._more = more
        if not more:
            for key in [key for key, lane in self._lanes.items() if not lane.waiting]:
                self._close(key)

    def _close(self, key: int) -> None:
        missed = self._lanes.pop(key).missed
        if missed is not None:
            task = asyncio.create_task(self._say(missed))
            self._telling.add(task)
            task.add_done_callback(self._telling.discard)

    async def _say(self, missed: Missed) -> None:
        try:
            async with self._few:
                await self._tell(missed)
        except Exception:  # the sets are kept; what was taken can be asked for
            _LOGGER.exception("nobody was told what was taken while away")

    def _written(self, lane: _Lane, update: Update) -> datetime | None:
        """An update's own time; a tap has none: that of what was written before it, or else after it."""
        own = lane.waiting[update.update_id]
        if own is not None:
            return own
        if lane.written_at is not None:
            return lane.written_at
        behind = list(lane.waiting)
        later = behind[behind.index(update.update_id) :]
        return next((at for found in later if (at := lane.waiting[found]) is not None), None)


def written_at(update: Update) -> datetime | None:
    """When somebody wrote or edited this, as Telegram dates it; None for a tap and the rest."""
    if update.edited_message is not None:
        return update.edited_message.edit_date
    return update.message.date if isinstance(update.message, Message) else None
