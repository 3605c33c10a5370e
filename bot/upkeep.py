"""What is done once in a while beside everything else: old books go, erased rows are wiped for good."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta

from bot.clock import Clock, wall_now
from core.coach.data import forgetting
from core.store import inbox, sharing, timers
from core.store.port import Store, StoreUnavailable, Tx

KEEP_BOOKS_FOR = timedelta(days=7)
EVERY_S = 60.0
ROUNDS_AN_HOUR = 60
ROUNDS_A_DAY = 1440


async def keep_up(store: Store, clock: Clock) -> None:
    """Go round for ever, once a minute; what fails has been logged by the store, and comes round again."""
    round_number = 0
    while True:
        with suppress(StoreUnavailable):
            if round_number % ROUNDS_AN_HOUR == 0:
                await store.run(prune, clock.now(), wall_now())
            # Wiping a large file keeps everybody waiting for some seconds: at most once a day.
            await store.scrub(at_any_size=round_number % ROUNDS_A_DAY == 0)
        round_number += 1
        await asyncio.sleep(EVERY_S)


def prune(tx: Tx, now: datetime, real_now: datetime) -> int:
    """Drop what was kept long enough: the inbox's and the timers' books, ended links, forgotten's hashes."""
    before = now - KEEP_BOOKS_FOR
    books = inbox.prune(tx, before) + timers.prune(tx, before)
    return books + sharing.prune(tx, now) + forgetting.prune(tx, real_now)
