"""Real time that must pass before a process we can't look into: to a random moment, or until it's quiet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

LOOK_S = 0.02


async def moment(seconds: float) -> None:
    """Let so much real time pass; for kills at random moments, not for things that can be waited for."""
    loop, over = asyncio.get_running_loop(), asyncio.Event()
    loop.call_later(seconds, over.set)
    await over.wait()


async def seen(holds: Callable[[], bool], within_s: float) -> bool:
    """Look at another process every 20 ms until something is so; False when it never was."""
    loop = asyncio.get_running_loop()
    until = loop.time() + within_s
    while not (found := holds()) and loop.time() < until:
        await moment(LOOK_S)
    return found
