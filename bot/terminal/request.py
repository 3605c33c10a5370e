"""python-telegram-bot's request class over the in-memory Telegram: the same bot, without a network.

The bot's base URL may be any that ends in `/bot`. Lost answers become the errors a real request raises. Real
time-outs never pass here: a test orders them (`faults.py`) and they happen at once.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.outgoing.errors import ServerFailed
from bot.terminal.server import Telegram
from bot.terminal.wire import Answer, Lost, Upload

_URL = re.compile(r"(?P<file>/file)?/bot(?P<token>[^/]+)/(?P<rest>.+)\Z")


class InProcessRequest(BaseRequest):
    """Give one to `ApplicationBuilder.request` and one to `get_updates_request`."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    @property
    def read_timeout(self) -> float | None:
        """Added to a long poll's own time-out; nothing here ever reads slowly."""
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        """The HTTP status and body of the answer. Raises `TimedOut` and `NetworkError` like a network."""
        found = _URL.search(unquote(url))
        if found is None:
            return self._encoded(self._telegram.no_such_place())
        if found["token"] != self._telegram.token:
            return self._encoded(self._telegram.unauthorized())
        if found["file"]:
            content = self._telegram.download(found["rest"])
            return self._encoded(content) if isinstance(content, Answer) else (200, content)
        try:
            answer = await self._telegram.call(found["rest"], *_form(request_data))
        except Lost as lost:
            raise _as_raised(lost) from lost
        if answer.status >= 500:
            raise ServerFailed(f"The server answered {answer.status}")
        return self._encoded(answer)

    @staticmethod
    def _encoded(answer: Answer) -> tuple[int, bytes]:
        return answer.status, answer.encoded()


def _form(request_data: RequestData | None) -> tuple[dict[str, str], dict[str, Upload]]:
    """Texts and uploads, as a form would carry them."""
    if request_data is None:
        return {}, {}
    uploads = {}
    for part, (name, content, mime) in request_data.multipart_data.items():
        read = content if isinstance(content, bytes) else content.read()
        uploads[part] = Upload(name, read, mime)
    return request_data.json_parameters, uploads


def _as_raised(lost: Lost) -> NetworkError:
    if lost.half:
        return NetworkError("Unknown error in HTTP implementation: the answer ended early")
    return NetworkError("Connection reset by peer") if lost.reset else TimedOut()
