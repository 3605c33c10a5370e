"""An update as it came in, parsed alone and kept in the inbox; the same for polling and for the webhook.

How updates get here is in `polling.py` and `webhook.py`; what happens to a kept one in `dispatch.py`.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import Bot, Update

from bot.intake.captions import worded
from bot.intake.dispatch import Dispatcher
from bot.intake.order import lane_of
from bot.intake.replies import without_openers
from bot.intake.shape import check
from core.store import inbox
from core.store.inbox import InboxState, Kept, Waiting
from core.store.port import Store, Tx

_LOGGER = logging.getLogger(__name__)

REPLAY_AT_ONCE = 1_000
ALONE_WITHIN_S = 10.0  # an answer that hangs at Telegram kills nothing: the others need not wait for it


@dataclass(frozen=True, slots=True)
class Read:
    """A raw update and what could be made of it: None when it cannot be understood."""

    kept: Kept
    update: Update | None


def number_of(raw: Any) -> int | None:
    """The id of a raw update; None for what has none that could be kept."""
    update_id = raw.get("update_id") if isinstance(raw, dict) else None
    return update_id if isinstance(update_id, int) and 0 <= update_id < 2**63 else None


def read(raw: Any, bot: Bot) -> Read | None:
    """Parse one update alone, whatever it may be. None for what has no id: that cannot even be kept."""
    update_id = number_of(raw)
    if update_id is None:
        return None
    try:
        # Half a surrogate pair is no text: it would break every write and print it came to.
        body = json.dumps(raw, ensure_ascii=False).encode("utf-8", "replace").decode()
        update = Update.de_json(without_openers(worded(json.loads(body))), bot)
        check(update)
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


async def replay(bot: Bot, store: Store, dispatcher: Dispatcher) -> int:
    """Hand over what an earlier process kept and did not finish. Called once, before anything comes in.

    Whoever has an update in whose middle a process ended comes first and alone: if that ends this one as
    well, nobody else's is suspected.
    """
    count = 0
    while True:
        rows = await store.read(inbox.waiting, REPLAY_AT_ONCE)
        suspects = {row.lane for row in rows if row.begun}
        for row in sorted(rows, key=lambda row: row.lane not in suspects):
            if row.deadly:
                await _give_up(row, bot, store, dispatcher)
            else:
                await _hand_over(row, bot, store, dispatcher, alone=row.lane in suspects)
        count += len(rows)
        if len(rows) < REPLAY_AT_ONCE:
            return count
        await dispatcher.idle()


async def _hand_over(row: Waiting, bot: Bot, store: Store, dispatcher: Dispatcher, *, alone: bool) -> None:
    found = read(json.loads(row.body), bot)
    if found is None or found.update is None:
        await store.run(inbox.set_aside, row.update_id, "unreadable")
        return
    tried = asyncio.Event()
    applied = row.state is InboxState.APPLIED
    dispatcher.submit(found.update, admitted=True, applied=applied, tried=tried.set)
    if alone:
        with suppress(TimeoutError):
            async with asyncio.timeout(ALONE_WITHIN_S):
                await tried.wait()


async def _give_up(row: Waiting, bot: Bot, store: Store, dispatcher: Dispatcher) -> None:
    _LOGGER.error("an update ended every process that began it", extra={"update_id": row.update_id})
    await store.run(inbox.set_aside, row.update_id, "deadly")
    if row.state is InboxState.KEPT:  # else it is saved, and only its answer is missing
        found = read(json.loads(row.body), bot)
        if found is not None and found.update is not None:
            await dispatcher.apologise(found.update)
