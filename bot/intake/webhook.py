"""Updates by webhook: each post is kept before it is answered with 200, and 503 lets Telegram send it again.

Which posts are read at all is `posts.py`. Telegram is told where to post at the start, and asked from time to
time whether it still does: a program that polls with the same token takes the webhook away.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from telegram import Bot, Update, WebhookInfo
from telegram.error import BadRequest, EndPointNotFound, InvalidToken, TelegramError

from bot.intake.address import Address
from bot.intake.conflicts import CONFLICT_PAUSE_S, Conflicts
from bot.intake.dispatch import Dispatcher, Tell
from bot.intake.keeping import keep_batch, read
from bot.intake.order import lane_of
from bot.intake.polling import LONGEST_PAUSE_S, READY_FOR_S
from bot.intake.posts import Door
from bot.outgoing.connect import TokenRefused
from bot.outgoing.gate import Now, Sleep
from bot.serving import serving
from core.store.port import Store, StoreUnavailable

_LOGGER = logging.getLogger(__name__)

MOST_CONNECTIONS = 100  # Telegram's own limit
MOST_HELD = 50  # more posts than that don't wait for their handlers: others must find a free connection
ANSWERED_WITHIN_S = 2.0
ROOM_WITHIN_S = 5.0
LOOK_EVERY_S = 20.0
TOLD_AGAIN_AFTER_S = 60.0


class WebhookRefused(Exception):
    """Telegram does not accept WEBHOOK_URL. The text is one line."""


class Webhook:
    """Takes updates in until it is cancelled.

    Raises CannotListen, WebhookRefused, TokenRefused or AnotherBot; nothing else ends it.
    """

    def __init__(  # noqa: PLR0913  # six of them only by name
        self,
        bot: Bot,
        store: Store,
        dispatcher: Dispatcher,
        address: Address,
        *,
        allowed_updates: Sequence[str],
        clock: Callable[[], datetime],
        stuck: Tell | None = None,
        now: Now = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._bot, self._store, self._dispatcher, self._address = bot, store, dispatcher, address
        self._allowed, self._clock, self._stuck = list(allowed_updates), clock, stuck
        self._now, self._sleep = now, sleep
        self._held = 0
        self._conflicts = Conflicts(now)
        self._seen_at: float | None = None
        self._failed_at: datetime | None = None
        self._told: dict[int, float] = {}
        self.port = address.port

    @property
    def ready(self) -> bool:
        """Whether Telegram lately said that it posts here, and that its posts arrive."""
        return self._seen_at is not None and self._now() - self._seen_at < READY_FOR_S

    async def run(self) -> None:
        """Listen, tell Telegram, and make sure for ever that it still posts here."""
        door = Door(self._address.path, self._address.secret, self.take, self._now)
        async with serving(door.answer, self._address.host, self._address.port) as self.port:
            await self._announce()
            pause_s = 1.0
            while True:
                try:
                    info = await self._bot.get_webhook_info()
                    if info.url != self._address.full_url:
                        await self._conflict()
                        continue
                    self._look_at(info)
                except (InvalidToken, EndPointNotFound):
                    raise TokenRefused from None
                except TelegramError as error:
                    _LOGGER.warning("Telegram does not answer", exc_info=error)
                    await self._sleep(pause_s)
                    pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
                else:
                    pause_s = 1.0
                    await self._sleep(LOOK_EVERY_S)

    async def take(self, raw: Any) -> int:
        """Take in what a post brought; the status to answer with. 200 only for what is in the inbox."""
        found = read(raw, self._bot)
        if found is None:
            return 400
        if self._dispatcher.leaves_out(raw):
            return 200
        try:
            async with asyncio.timeout(ROOM_WITHIN_S):
                await self._dispatcher.room()
        except TimeoutError:
            return 503
        done = self._dispatcher.take_done()
        try:
            new = await self._store.run(keep_batch, [found], done, self._clock())
        except StoreUnavailable as error:
            self._dispatcher.give_back(done)
            _LOGGER.warning("an update cannot be kept, Telegram will send it again", exc_info=error)
            if found.update is not None:
                await self._tell_stuck(found.update)
            return 503
        if found.update is not None and found.kept.update_id in new:
            await self._hand_over(found.update)
        return 200

    async def _hand_over(self, update: Update) -> None:
        """Let it be handled, and wait a moment for that: so Telegram never runs far ahead of the handlers."""
        tried = asyncio.Event()
        self._dispatcher.submit(update, tried=tried.set)
        if self._held >= MOST_HELD:
            return
        self._held += 1
        try:
            async with asyncio.timeout(ANSWERED_WITHIN_S):
                await tried.wait()
        except TimeoutError:
            return
        finally:
            self._held -= 1

    async def _announce(self) -> None:
        """Tell Telegram where to post. What waits there is never dropped."""
        pause_s = 1.0
        while True:
            try:
                await self._bot.set_webhook(
                    self._address.full_url,
                    allowed_updates=self._allowed,
                    max_connections=MOST_CONNECTIONS,
                    secret_token=self._address.secret,
                )
            except BadRequest as error:
                raise WebhookRefused(f"WEBHOOK_URL: Telegram refused it: {error}") from None
            except (InvalidToken, EndPointNotFound):
                raise TokenRefused from None
            except TelegramError as error:
                _LOGGER.warning("the webhook is not set yet, trying again in %.0f s", pause_s, exc_info=error)
                await self._sleep(pause_s)
                pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
            else:
                return

    async def _conflict(self) -> None:
        self._seen_at = None
        self._conflicts.another()
        _LOGGER.warning("another program took the webhook away; it is set again in %.0f s", CONFLICT_PAUSE_S)
        await self._sleep(CONFLICT_PAUSE_S)
        await self._announce()

    def _look_at(self, info: WebhookInfo) -> None:
        """Ready, unless Telegram failed to deliver since the last look and something still waits there."""
        failed, before = info.last_error_date, self._failed_at
        self._failed_at = failed
        if failed is not None and failed != before and info.pending_update_count:
            extra = {"waiting": info.pending_update_count, "said": info.last_error_message or ""}
            _LOGGER.warning("Telegram could not deliver to the webhook", extra=extra)
        else:
            self._seen_at = self._now()

    async def _tell_stuck(self, update: Update) -> None:
        """Once a minute a user: Telegram sends the same update again and again."""
        lane, now = lane_of(update), self._now()
        if self._stuck is None or now - self._told.get(lane, -TOLD_AGAIN_AFTER_S) < TOLD_AGAIN_AFTER_S:
            return
        self._told = {one: at for one, at in self._told.items() if now - at < TOLD_AGAIN_AFTER_S}
        self._told[lane] = now
        try:
            await self._stuck(update)
        except TelegramError as error:
            extra = {"update_id": update.update_id}
            _LOGGER.warning("no word could be sent about an update", exc_info=error, extra=extra)
