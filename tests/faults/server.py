"""The strict Telegram of `bot/terminal` over real HTTP on this machine, for tests with a real bot process.

It answers `/bot<token>/<method>` and `/file/bot<token>/<path>`; lost answers are real here: a connection that
hangs or breaks. What Telegram refuses, what people do and what trouble can be ordered is in `bot/terminal`.
"""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.terminal.server import Telegram
from bot.terminal.wire import Answer, Lost, Upload

LARGEST_BODY = 64 * 1024 * 1024


class TelegramOverHttp:
    """Serves one `Telegram` while the `async with` block runs.

    async with TelegramOverHttp(Telegram(now)) as http:
        ...  # TELEGRAM_BASE_URL=http.base_url TELEGRAM_BASE_FILE_URL=http.base_file_url
    """

    def __init__(self, telegram: Telegram, port: int = 0) -> None:
        self.telegram = telegram
        self.port = port
        self._runner: web.AppRunner | None = None
        self._serving = 0
        self._quiet = asyncio.Event()
        self._quiet.set()

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as `base_url`."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot takes as `base_file_url`."""
        return f"http://127.0.0.1:{self.port}/file/bot"

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listens; `port` 0 lets the system choose one, which is kept for a later start."""
        application = web.Application(client_max_size=LARGEST_BODY)
        application.router.add_route("*", "/bot{token}/{method}", self._call)
        application.router.add_get("/file/bot{token}/{path:.+}", self._file)
        # A bot that dies gives up its long poll: without cancelling, the next one would meet a 409.
        self._runner = web.AppRunner(
            application, handler_cancellation=True, access_log=None, shutdown_timeout=0.1
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Stops listening and drops the connections: Telegram is away until the next `start`."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def until_quiet(self) -> None:
        """Waits until no call is being served: whoever made them is gone, and Telegram knows it."""
        await self._quiet.wait()

    async def _call(self, request: web.Request) -> web.StreamResponse:
        self._serving += 1
        self._quiet.clear()
        try:
            return await self._served(request)
        finally:
            self._serving -= 1
            if not self._serving:
                self._quiet.set()

    async def _served(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.telegram.token:
            return _response(self.telegram.unauthorized())
        try:
            given, uploads = await _parameters(request)
        except ValueError:
            return _response(Answer(400, {"ok": False, "error_code": 400, "description": "Bad Request"}))
        try:
            return _response(await self.telegram.call(request.match_info["method"], given, uploads))
        except Lost as lost:
            return await _lose(request, lost)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.telegram.token:
            return _response(self.telegram.unauthorized())
        content = self.telegram.download(request.match_info["path"])
        return _response(content) if isinstance(content, Answer) else web.Response(body=content)


def _response(answer: Answer) -> web.Response:
    return web.Response(status=answer.status, body=answer.encoded(), content_type="application/json")


async def _parameters(request: web.Request) -> tuple[dict[str, object], dict[str, Upload]]:
    """Parameters from the query, a form, a multipart form or a JSON body; `ValueError` for a broken one."""
    given: dict[str, object] = dict(request.query)
    if request.content_type == "application/json":
        body = await request.json()
        if not isinstance(body, dict):
            raise ValueError("a JSON body must be an object")
        return {**given, **body}, {}
    uploads = {}
    for name, part in (await request.post()).items():
        if isinstance(part, web.FileField):
            uploads[name] = Upload(part.filename, part.file.read(), part.content_type)
        else:
            given[name] = part if isinstance(part, str) else bytes(part).decode()
    return given, uploads


async def _lose(request: web.Request, lost: Lost) -> web.StreamResponse:
    """Lets the answer vanish: the connection breaks, breaks after half an answer, or hangs."""
    if lost.half:
        half = web.StreamResponse(headers={"Content-Length": "64", "Content-Type": "application/json"})
        await half.prepare(request)
        await half.write(b'{"ok":true,"res')
    elif not lost.reset:
        await asyncio.Event().wait()
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
