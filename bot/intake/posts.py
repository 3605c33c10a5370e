"""The webhook's door: what is not Telegram's is refused before its body is read.

What is done with an update is `webhook.py`; who serves the connection is `bot/serving.py`.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.outgoing.gate import Now

_LOGGER = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a name, no secret
LARGEST_BODY = 1024 * 1024
BODY_WITHIN_S = 10.0
ALARMING = 100  # refused posts in a minute
MINUTE_S = 60.0

Take = Callable[[Any], Awaitable[int]]


class Door:
    """Lets in posts with the right path and secret, and hands what they bring to `take`.

    `take` gives the HTTP status to answer with.
    """

    def __init__(self, path: str, secret: str, take: Take, now: Now = time.monotonic) -> None:
        self._path, self._secret, self._take, self._now = path.encode(), secret.encode(), take, now
        self._forged, self._since, self._told = 0, now(), False

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one request, whoever sent it. Bad ones get 4xx and cost next to nothing."""
        status = self._looks_right(request)
        if status != 200:
            self._count_forged()
            return _closing(status)
        status, raw = await self._body(request)
        if status != 200:
            return _closing(status)
        try:
            return web.Response(status=await self._take(raw))
        except Exception:
            _LOGGER.exception("an update could not be taken in")
            return web.Response(status=503)

    def _looks_right(self, request: web.BaseRequest) -> int:
        """The status of the refusal, decided from the first lines alone; 200 for none."""
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        secret_fits = hmac.compare_digest(given, self._secret)
        if not hmac.compare_digest(request.path.encode("utf-8", "surrogateescape"), self._path):
            return 404
        if request.method != "POST":
            return 405
        if not secret_fits:
            return 403
        if request.content_type != "application/json":
            return 415
        return 413 if (request.content_length or 0) > LARGEST_BODY else 200

    async def _body(self, request: web.BaseRequest) -> tuple[int, Any]:
        try:
            async with asyncio.timeout(BODY_WITHIN_S):
                body = await request.read()
        except TimeoutError:
            return 408, None
        except web.HTTPRequestEntityTooLarge:
            return 413, None
        except (web.RequestPayloadError, OSError):  # broken off, or its parts do not fit together
            return 400, None
        if len(body) > LARGEST_BODY:
            return 413, None
        try:
            return 200, json.loads(body.decode("utf-8"))
        except (ValueError, RecursionError):
            return 400, None

    def _count_forged(self) -> None:
        """A line a minute at most, however many come: a flood of posts must not become one of logs."""
        if self._now() - self._since >= MINUTE_S:
            self._forged, self._since, self._told = 0, self._now(), False
        self._forged += 1
        if self._forged >= ALARMING and not self._told:
            self._told = True
            _LOGGER.warning("somebody posts without the webhook's secret", extra={"in_a_minute": ALARMING})


def _closing(status: int) -> web.Response:
    """A refusal, after which nothing more is heard on this connection."""
    response = web.Response(status=status)
    response.force_close()
    return response
