"""Long polling that loses nothing: a batch is kept in one transaction, and only then the offset advances.

python-telegram-bot's own Updater acknowledges what is merely in memory, and stops for ever at an update it
cannot parse. How one is kept is in `keeping.py`, what happens to it then in `dispatch.py`.
"""

from __future__ import annotations

import asyncio
import logging
import time
import warnings
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

from telegram import Bot, Update
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError
from telegram.warnings import PTBUserWarning

from bot.intake.conflicts import CONFLICT_PAUSE_S, Conflicts
from bot.intake.dispatch import Dispatcher, Tell
from bot.intake.keeping import Read, keep_batch, number_of, read
from bot.outgoing.connect import TokenRefused
from bot.outgoing.errors import UnreadableAnswer
from bot.outgoing.gate import Now, Sleep
from core.store.inbox import Kept
from core.store.port import Store, StoreUnavailable

_LOGGER = logging.getLogger(__name__)

LONGEST_PAUSE_S = 30.0
READY_FOR_S = 60.0
MOST_IN_A_BATCH = 50  # Telegram gives up to 100


class Poller:
    """Fetches updates until it is cancelled. Raises TokenRefused or AnotherBot; nothing else ends it."""

    def __init__(  # noqa: PLR0913  # six of them only by name
        self,
        bot: Bot,
        store: Store,
        dispatcher: Dispatcher,
        *,
        allowed_updates: Sequence[str],
        clock: Callable[[], datetime],
        stuck: Tell | None = None,
        timeout_s: int = 25,
        now: Now = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._bot, self._store, self._dispatcher = bot, store, dispatcher
        self._allowed, self._clock, self._stuck = list(allowed_updates), clock, stuck
        self._timeout_s, self._now, self._sleep = timeout_s, now, sleep
        self._offset: int | None = None
        self._limit = MOST_IN_A_BATCH
        self._pause_s = 1.0
        self._conflicts = Conflicts(now)
        self._full = False
        self._unhooked = False
        self._polled_at: float | None = None
        # getUpdates has a wrapper, which parses a whole batch or nothing; the raw answer is the point here.
        warnings.filterwarnings("ignore", "Please use 'Bot.getUpdates'", PTBUserWarning)

    @property
    def ready(self) -> bool:
        """Whether Telegram answered lately and what it gave could be kept."""
        return self._polled_at is not None and self._now() - self._polled_at < READY_FOR_S

    async def run(self) -> None:
        """Poll for ever."""
        while True:
            await self._dispatcher.room()
            try:
                await self._unhook()
                batch = await self._fetch()
                await self._take(batch)
            except (InvalidToken, EndPointNotFound):
                raise TokenRefused from None
            except Conflict:
                await self._conflict()
            except UnreadableAnswer as error:
                await self._isolate(error)
            except RetryAfter as error:
                wait = error.retry_after
                await self._sleep(wait if isinstance(wait, int) else wait.total_seconds())
            except TelegramError as error:
                await self._pause("Telegram does not answer", error)
            except Exception as error:
                _LOGGER.exception("polling failed in a way it should not")
                await self._pause("polling goes on", error)
            else:
                self._polled_at = self._now()
                self._pause_s = 1.0

    async def _unhook(self) -> None:
        """Once: without a webhook that an earlier start may have set. What waits at Telegram stays there."""
        if not self._unhooked:
            await self._bot.delete_webhook()
            self._unhooked = True

    async def _fetch(self) -> list[Any]:
        # Whether there is more, and whether Telegram answers at all, is to be known at once.
        at_once = self._full or self._polled_at is None
        asked: dict[str, Any] = {
            "timeout": 0 if at_once else self._timeout_s,
            "limit": self._limit,
            "allowed_updates": self._allowed,
        }
        if self._offset is not None:
            asked["offset"] = self._offset
        batch = await self._bot.do_api_request("getUpdates", asked, read_timeout=self._timeout_s + 5.0)
        if not isinstance(batch, list):
            raise UnreadableAnswer
        return batch

    async def _take(self, batch: list[Any]) -> None:
        wanted = [raw for raw in batch if not self._dispatcher.leaves_out(raw)]
        found = [each for each in (read(raw, self._bot) for raw in wanted) if each is not None]
        new = await self._keep(found) if found else frozenset()
        ids = [number for raw in batch if (number := number_of(raw)) is not None]
        if ids:
            # The last one's, not the greatest: after a quiet week ids may start anew from below.
            self._offset = ids[-1] + 1
        for each in found:
            if each.update is not None and each.kept.update_id in new:
                self._dispatcher.submit(each.update)
        self._full = len(batch) >= self._limit > 1
        self._dispatcher.pile.expect(more=self._full)
        self._limit = MOST_IN_A_BATCH
        # First what answers these begins, then Telegram is asked for more: building that question takes
        # 2 ms of a lifter's waiting.
        await asyncio.sleep(0)

    async def _keep(self, found: Sequence[Read]) -> frozenset[int]:
        """Keep a batch, however long that takes: until then Telegram keeps it."""
        told: set[int] = set()
        pause_s = 1.0
        while True:
            done = self._dispatcher.take_done()
            try:
                return await self._store.run(keep_batch, found, done, self._clock())
            except StoreUnavailable as error:
                self._dispatcher.give_back(done)
                _LOGGER.warning("updates cannot be kept, trying again in %.0f s", pause_s, exc_info=error)
            for each in found:
                if self._stuck and each.update is not None and each.kept.lane not in told:
                    told.add(each.kept.lane)
                    await self._tell(self._stuck, each.update)
            await self._sleep(pause_s)
            pause_s = min(pause_s * 2, LONGEST_PAUSE_S)

    async def _tell(self, stuck: Callable[[Update], Awaitable[object]], update: Update) -> None:
        try:
            await stuck(update)
        except Exception:
            _LOGGER.exception("no word could be sent about an update", extra={"update_id": update.update_id})

    async def _isolate(self, error: UnreadableAnswer) -> None:
        """Fetch one by one until the update that cannot even be read as JSON is found, and set that aside."""
        if self._limit > 1:
            self._limit = 1
        elif error.update_ids:
            poison = Read(Kept(error.update_ids[0], 0, "{}"), None)
            await self._keep([poison])
            self._offset, self._limit = poison.kept.update_id + 1, MOST_IN_A_BATCH
            _LOGGER.warning("an update cannot be read", extra={"update_id": poison.kept.update_id})
            return
        await self._pause("Telegram's answer cannot be read", error)

    async def _conflict(self) -> None:
        self._polled_at = None
        self._conflicts.another()
        _LOGGER.warning("another program polls with this token, trying again in %.0f s", CONFLICT_PAUSE_S)
        await self._sleep(CONFLICT_PAUSE_S)

    async def _pause(self, what: str, error: Exception) -> None:
        _LOGGER.warning("%s, trying again in %.0f s", what, self._pause_s, exc_info=error)
        await self._sleep(self._pause_s)
        self._pause_s = min(self._pause_s * 2, LONGEST_PAUSE_S)
