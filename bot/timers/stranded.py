"""Bells that a killed process left ringing: each rings again, unless something about it is what kills.

Whether one of them was sent after all is seen when it rings (`ringer.py`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from core.store import timers
from core.store.port import Store, StoreUnavailable, Tx
from core.store.timers import DueTimer

_LOGGER = logging.getLogger(__name__)

MOST_CLAIMS = 20  # a kill while a bell still waits for its turn counts, too: few would lose bells

Follow = Callable[[Tx, DueTimer, datetime], object]


async def take_up(store: Store, follow: Follow, now: datetime) -> int:
    """Let ring again what a killed process left ringing; returns how many. Each by itself: none holds others.

    One that was claimed over and over is left: something about it kills the process, or it rang each time.
    """
    left = await store.read(timers.stranded)
    for timer in left:
        try:
            await store.run(_take_up_one, timer, follow, now)
        except StoreUnavailable:
            raise
        except Exception as error:
            extra = {"athlete": timer.athlete_id}
            _LOGGER.exception("nothing can follow a bell", exc_info=error, extra=extra)
            await store.run(timers.expire, timer, "failed")
    return len(left)


def _take_up_one(tx: Tx, timer: DueTimer, follow: Follow, now: datetime) -> None:
    if timer.attempts < MOST_CLAIMS:
        timers.release(tx, timer, unsure=True)
    else:
        timers.expire(tx, timer, "unsure")
        follow(tx, timer, now)
