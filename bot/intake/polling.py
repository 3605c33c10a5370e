"""Long polling that loses nothing: a batch is kept in one transaction, and only then the offset advances.

python-telegram-bot's own Updater acknowledges what is merely in memory, and stops for ever at an update it
cannot parse. What happens to a kept update is in `dispatch.py`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
import warnings
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import Bot, Update
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError
from telegram.warnings import PTBUserWarning

from bot.intake.dispatch import Dispatcher, Tell
from bot.intake.order import lane_of
from bot.outgoing.connect import TokenRefused
from bot.outgoing.errors import UnreadableAnswer
from bot.outgoing.gate import Now, Sleep
from core.store import inbox
from core.store.inbox import Kept
from core.store.port import Store, StoreUnavailable, Tx

_LOGGER = logging.getLogger(__name__)

LONGEST_PAUSE_S = 30.0
CONFLICT_PAUSE_S = 60.0
MOST_CONFLICTS = 5
READY_FOR_S = 60.0
MOST_IN_A_BATCH = 100
REPLAY_AT_ONCE = 1_000


class AnotherBot(Exception):
    """Somebody else polls with this token, and goes on doing so."""

    def __init__(self) -> None:
        super().__init__("Another program polls with this BOT_TOKEN. Stop it, or give it a token of its own.")


@dataclass(frozen=True, slots=True)
class Read:
    """A raw update and what could be made of it: None when it cannot be understood."""

    kept: Kept
    update: Update | None


def read(raw: Any, bot: Bot) -> Read | None:
    """Parse one update alone, whatever it may be. None for what has no id: that cannot even be kept."""
    update_id = raw.get("update_id") if isinstance(raw, dict) else None
    if not isinstance(update_id, int):
        return None
    try:
        # Half a surrogate pair is no text: it would break every write and print it came to.
        body = json.dumps(raw, ensure_ascii=False).encode("utf-8", "replace").decode()
        update = Update.de_json(json.loads(body), bot)
        lane = lane_of(update)
    except Exception as error:  # whatever an update does, it may only hurt itself
        _LOGGER.warning("an update cannot be understood", exc_info=error, extra={"update_id": update_id})
        return Read(Kept(update_id, 0, "{}"), None)
    return Read(Kept(update_id, lane, body), update)


def keep_batch(tx: Tx, batch: Sequence[Read], done: Iterable[int], now: datetime) -> frozenset[int]:
    """Keep a batch and settle what was done meanwhile, all in one; returns the ids that were new."""
    inbox.settle(tx, done, now)
    new = {each.kept.update_id for each in batch if inbox.keep(tx, [each.kept], now)}
    for each in batch:
        if each.update is None and each.kept.update_id in new:
            inbox.set_aside(tx, each.kept.update_id, "unreadable")
    return frozenset(new)


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
        self._conflicts = 0
        self._polled_at: float | None = None
        # getUpdates has a wrapper, which parses a whole batch or nothing; the raw answer is the point here.
        warnings.filterwarnings("ignore", "Please use 'Bot.getUpdates'", PTBUserWarning)

    @property
    def ready(self) -> bool:
        """Whether Telegram answered lately and what it gave could be kept."""
        return self._polled_at is not None and self._now() - self._polled_at < READY_FOR_S

    async def replay(self) -> int:
        """Hand over what an earlier process kept and did not finish. Called once, before `run`."""
        count = 0
        while True:
            rows = await self._store.read(inbox.waiting, REPLAY_AT_ONCE)
            for row in rows:
                found = read(json.loads(row.body), self._bot)
                if found is None or found.update is None:
                    await self._store.run(inbox.set_aside, row.update_id, "unreadable")
                else:
                    self._dispatcher.submit(found.update, admitted=True)
            count += len(rows)
            if len(rows) < REPLAY_AT_ONCE:
                return count
            await self._dispatcher.idle()

    async def run(self) -> None:
        """Poll for ever."""
        while True:
            await self._dispatcher.room()
            try:
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
                self._pause_s, self._conflicts = 1.0, 0

    async def _fetch(self) -> list[Any]:
        asked: dict[str, Any] = {
            "timeout": self._timeout_s,
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
        found = [each for each in (read(raw, self._bot) for raw in batch) if each is not None]
        if found:
            new = await self._keep(found)
            # The last one's, not the greatest: after a quiet week ids may start anew from below.
            self._offset = found[-1].kept.update_id + 1
            for each in found:
                if each.update is not None and each.kept.update_id in new:
                    self._dispatcher.submit(each.update)
        self._limit = MOST_IN_A_BATCH

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
        self._conflicts += 1
        if self._conflicts >= MOST_CONFLICTS:
            raise AnotherBot
        _LOGGER.warning("another program polls with this token, trying again in %.0f s", CONFLICT_PAUSE_S)
        await self._sleep(CONFLICT_PAUSE_S)

    async def _pause(self, what: str, error: Exception) -> None:
        _LOGGER.warning("%s, trying again in %.0f s", what, self._pause_s, exc_info=error)
        await self._sleep(self._pause_s)
        self._pause_s = min(self._pause_s * 2, LONGEST_PAUSE_S)
