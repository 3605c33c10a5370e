"""/livez, /readyz and /metrics: whether the process runs, whether it can work, and how it works.

They hold no secret and no text of anybody; who may ask is decided by where HEALTH_LISTEN listens.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import web

from bot.clock import Clock
from bot.metrics import Measured
from core.store import inbox, timers
from core.store.health import ping
from core.store.inbox import InboxState
from core.store.port import Store, StoreUnavailable, Tx

_LOGGER = logging.getLogger(__name__)

BEAT_S = 1.0
LATEST_BEAT_S = 10.0
WRITES_WITHIN_S = 5.0
ASKED_AGAIN_AFTER_S = 5.0  # probes may come as often as they like, the disk is asked no more often than this
OLDEST_DUE_S = 30.0
OLDEST_RINGING_S = 120.0  # a bell on its way may wait for its chat, which Telegram can hold back for 90 s


@dataclass
class Health:
    """What is asked of the bot: `intake` tells whether updates can come in, `waiting` how many wait."""

    store: Store
    clock: Clock
    measured: Measured
    intake: Callable[[], bool]
    waiting: Callable[[], int]
    now: Callable[[], float] = time.monotonic
    _beat_at: float | None = None
    _wrote: tuple[float, bool] = field(default=(float("-inf"), False))
    _was_ready: bool = True

    async def beat(self) -> None:
        """Beat for ever: the loop's pulse."""
        while True:
            self._beat_at = self.now()
            await asyncio.sleep(BEAT_S)

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one request."""
        pages = {"/livez": self._livez, "/readyz": self._readyz, "/metrics": self._metrics}
        page = pages.get(request.path)
        if page is None:
            return web.Response(status=404)
        if request.method not in ("GET", "HEAD"):
            return web.Response(status=405)
        try:
            return await page()
        except Exception:
            _LOGGER.exception("a question about health failed")
            return web.Response(status=503)

    async def checks(self) -> dict[str, bool]:
        """What must hold for the bot to work, each with whether it does."""
        overdue_s = await self._overdue_s()
        found = {
            "intake": self.intake(),
            "database": await self._writes(),
            "timers": overdue_s is not None and self._in_time(*overdue_s),
        }
        ready = all(found.values())
        if ready is not self._was_ready:
            self._was_ready = ready
            failing = ",".join(name for name, holds in found.items() if not holds)
            _LOGGER.warning("ready again" if ready else "not ready", extra={"failing": failing or "nothing"})
        return found

    async def _livez(self) -> web.Response:
        late = self._beat_at is None or self.now() - self._beat_at > LATEST_BEAT_S
        return _said({"beat": not late})

    async def _readyz(self) -> web.Response:
        return _said(await self.checks())

    async def _metrics(self) -> web.Response:
        ready = all((await self.checks()).values())
        figures: dict[str, float] = {
            "updates_waiting": self.waiting(),
            "tasks": len(asyncio.all_tasks()),
            "ready": int(ready),
        }
        try:
            counts = await self.store.read(inbox.counts)
            accounts = await self.store.read(timers.accounts)
        except StoreUnavailable:
            return self._page(figures)
        figures |= {
            "inbox_waiting": counts[InboxState.KEPT] + counts[InboxState.APPLIED],
            "inbox_set_aside": counts[InboxState.ASIDE],
            "timers_standing": accounts.standing,
            "timer_overdue_seconds": max(await self._overdue_s() or (0.0,)),
        }
        return self._page(figures)

    def _page(self, figures: dict[str, float]) -> web.Response:
        return web.Response(
            body=self.measured.page(**figures), headers={"Content-Type": self.measured.content_type}
        )

    async def _writes(self) -> bool:
        """Whether the database takes a write in time; asked anew every few seconds at most."""
        asked_at, kept = self._wrote
        if self.now() - asked_at >= ASKED_AGAIN_AFTER_S:
            try:
                async with asyncio.timeout(WRITES_WITHIN_S):
                    await self.store.run(ping, self.clock.now())
                kept = True
            except (StoreUnavailable, TimeoutError):
                kept = False
            self._wrote = (self.now(), kept)
        return kept and self.store.health().trouble is None

    @staticmethod
    def _in_time(due_s: float, ringing_s: float) -> bool:
        return due_s < OLDEST_DUE_S and ringing_s < OLDEST_RINGING_S

    async def _overdue_s(self) -> tuple[float, float] | None:
        """How many real seconds the oldest due timer, and the oldest bell on its way, have been due.

        0 when none is; None: nobody knows.
        """
        try:
            async with asyncio.timeout(WRITES_WITHIN_S):
                due, ringing = await self.store.read(_oldest)
        except (StoreUnavailable, TimeoutError):
            return None
        return self._late_s(due), self._late_s(ringing)

    def _late_s(self, due: datetime | None) -> float:
        if due is None:
            return 0.0
        late = self.clock.real_time(self.clock.now()) - self.clock.real_time(due)
        return max(late.total_seconds(), 0.0)


def _oldest(tx: Tx) -> tuple[datetime | None, datetime | None]:
    return timers.next_due(tx), timers.oldest_ringing(tx)


def _said(checks: dict[str, bool]) -> web.Response:
    body = {name: "ok" if holds else "failing" for name, holds in checks.items()}
    status = 200 if all(checks.values()) else 503
    return web.Response(status=status, text=json.dumps(body), content_type="application/json")
