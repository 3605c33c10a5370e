"""A small HTTP server: one function answers all requests, and nobody may hold a connection for long.

What is answered is decided in `bot/intake/posts.py` and `bot/health.py`.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

Answer = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]

IDLE_S = 10.0  # also how long a request's first lines may take: aiohttp counts from the connection's start
LINGER_S = 1.0  # how long the rest of a refused body is read away, so that the refusal can be heard
LAST_WORDS_S = 1.0

# aiohttp would write a line for every broken request: whoever likes could fill the disk.
_DEAF = logging.Logger("http", logging.CRITICAL + 1)


class CannotListen(Exception):
    """The address is taken, or is not this machine's. The text is one line."""


@asynccontextmanager
async def serving(answer: Answer, host: str, port: int) -> AsyncIterator[int]:
    """Answer requests while the `async with` block runs; gives the port. Raises CannotListen."""
    server = web.Server(
        answer,
        keepalive_timeout=IDLE_S,
        lingering_time=LINGER_S,
        auto_decompress=False,  # a small body must not become a large one
        access_log=None,
        logger=_DEAF,
    )
    runner = web.ServerRunner(server, shutdown_timeout=LAST_WORDS_S)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port, backlog=512)
        try:
            await site.start()
        except (OSError, OverflowError) as error:
            why = getattr(error, "strerror", None) or type(error).__name__
            raise CannotListen(f"cannot listen on {host}:{port}: {why}") from None
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
