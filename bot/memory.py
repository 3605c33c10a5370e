"""How the C library keeps the memory that SQLite, TLS and Python ask of it: in one piece, given back soon.

glibc gives every thread a heap of its own and keeps what is freed in it: over days that looks like a leak.
"""

from __future__ import annotations

import ctypes

GIVEN_BACK_FROM_BYTES = 256 * 1024
_M_TRIM_THRESHOLD, _M_ARENA_MAX = -1, -8  # glibc's malloc.h


def keep_in_one_piece() -> bool:
    """One heap for all threads, and what is free at its end goes back. False where that cannot be."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    return bool(mallopt(_M_ARENA_MAX, 1) and mallopt(_M_TRIM_THRESHOLD, GIVEN_BACK_FROM_BYTES))
