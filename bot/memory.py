"""How memory is kept: in one piece, given back soon, and without counting what the start made ever again.

glibc gives every thread a heap of its own and keeps what is freed in it: over days that looks like a leak.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import os
import sys
from collections.abc import Awaitable, Callable, Mapping

GIVEN_BACK_FROM_BYTES = 256 * 1024
GIVEN_BACK_EVERY_S = 30.0
WANTED: Mapping[str, str] = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_TRIM_THRESHOLD_": str(GIVEN_BACK_FROM_BYTES),
}


def keep_in_one_piece() -> None:
    """Begin this very command anew with one heap for all threads, unless its environment says how.

    Asked of a process that runs already (`mallopt`), the same left the heap growing by 3 MB in 100,000
    updates: what Python had taken by then lay in its way. It costs the start of a Python without a module.
    """
    if sys.platform != "linux" or not sys.executable or any(name in os.environ for name in WANTED):
        return
    sys.stdout.flush()
    again = [sys.executable, *sys.orig_argv[1:]]
    os.execve(again[0], again, {**os.environ, **WANTED})  # noqa: S606  # nosec B606


def leave_out_the_start() -> None:
    """Let the garbage collector pass over all that stands by now: modules, classes, tables.

    Most of what there is, is theirs and stays for good. Looking through it took 60 ms and more, every few
    seconds of a full house, and whoever had waited came all at once afterwards.
    """
    gc.collect()
    gc.freeze()


async def give_back(sleep: Callable[[float], Awaitable[object]] = asyncio.sleep) -> None:
    """Give the system for ever, twice a minute, what lies unused between what is kept: half a millisecond.

    By itself glibc gives back only the end of its heap, so a moment's burst would stay for good.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    while trim is not None:
        await sleep(GIVEN_BACK_EVERY_S)
        trim(0)
