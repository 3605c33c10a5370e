"""python-telegram-bot's way to the network, over aiohttp: cheaper by four, and it knows what never left.

When a request may go is not here (`pacing.py`), nor what a refusal means (`refusals.py`).
"""

from __future__ import annotations

import json
import re
from urllib.parse import urlencode

import aiohttp
from telegram._utils.defaultvalue import DefaultValue  # private module: BaseRequest's own signature needs it
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.outgoing.errors import NotSent, NotSentInTime, ServerFailed, UnreadableAnswer

_NEVER_LEFT = (
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
    aiohttp.ServerFingerprintMismatch,
)
# aiohttp takes up the connection that has lain idle longest, so those of one burst would stay open for good.
MOST_CONNECTIONS = 100
_FORM = "application/x-www-form-urlencoded"
_TOP_LEVEL_ID = re.compile(rb'\{\s*"update_id"\s*:\s*(\d{1,19})')
_DOWNLOAD_S = 30.0
_LARGEST_DOWNLOAD = 21 * 1024 * 1024  # Telegram lets bots fetch 20 MB


class AiohttpRequest(BaseRequest):
    """One aiohttp session. Times out like HTTPXRequest: connect, read, write, and more to write for uploads.

    What finds `MOST_CONNECTIONS` busy waits for one as part of connecting: too long, and it never left.
    """

    __slots__ = ("_connect_s", "_media_write_s", "_proxy", "_read_s", "_session", "_write_s")

    def __init__(
        self,
        *,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        media_write_timeout: float | None = 20.0,
        proxy: str | None = None,
    ) -> None:
        self._read_s = read_timeout
        self._write_s = write_timeout
        self._connect_s = connect_timeout
        self._media_write_s = media_write_timeout
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds an answer may take unless a call says otherwise."""
        return self._read_s

    async def initialize(self) -> None:
        """Open the session; again after a shutdown."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=MOST_CONNECTIONS),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=True,
            )

    async def shutdown(self) -> None:
        """Close every connection; a second call does nothing."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917  # python-telegram-bot's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # part of connecting
    ) -> tuple[int, bytes]:
        """Send one request; returns status and body. No error quotes the address: it holds the token."""
        if self._session is None:
            raise NotSent("The connection is closed")
        uploads = bool(request_data and request_data.contains_files)
        timeout = _timeout(
            _or(read_timeout, self._read_s),
            _or(write_timeout, self._media_write_s if uploads else self._write_s),
            _or(connect_timeout, self._connect_s),
            at_least_s=_DOWNLOAD_S if method == "GET" else 0.0,
        )
        try:
            async with self._session.request(
                method,
                URL(url, encoded=True),
                data=_body(request_data) if request_data else None,
                headers=None if uploads or not request_data else {"Content-Type": _FORM},
                timeout=timeout,
                proxy=self._proxy,
                allow_redirects=False,
            ) as response:
                status = response.status
                body = await (_bounded(response) if method == "GET" else response.read())
        except aiohttp.ConnectionTimeoutError:
            raise NotSentInTime("No connection in time") from None
        except _NEVER_LEFT as error:
            raise NotSent(_said(error)) from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise NetworkError(f"aiohttp.{type(error).__name__}") from None
        if status >= 500:
            raise ServerFailed(f"The server answered {status}")
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """Parse an answer without logging it: it holds what people wrote."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            ids = tuple(int(found) for found in _TOP_LEVEL_ID.findall(payload))
            raise UnreadableAnswer(ids) from None
        if not isinstance(answer, dict):
            raise UnreadableAnswer
        return answer


async def _bounded(response: aiohttp.ClientResponse) -> bytes:
    """A download, whatever size was declared: more than any file we asked for is not held in memory."""
    held = bytearray()
    async for piece in response.content.iter_chunked(65_536):
        held += piece
        if len(held) > _LARGEST_DOWNLOAD:
            raise ValueError("a download larger than any file")
    return bytes(held)


def _or(given: ODVInput[float], otherwise: float | None) -> float | None:
    return otherwise if isinstance(given, DefaultValue) else given


def _timeout(
    read_s: float | None, write_s: float | None, connect_s: float | None, at_least_s: float
) -> aiohttp.ClientTimeout:
    """The whole may take what its parts may: aiohttp has no write time-out, and dripping answers must end."""
    parts = (connect_s, write_s, read_s)
    total = None if None in parts else max(at_least_s, sum(part for part in parts if part is not None))
    return aiohttp.ClientTimeout(total=total, connect=connect_s, sock_connect=connect_s, sock_read=read_s)


def _body(request_data: RequestData) -> aiohttp.FormData | bytes:
    fields = request_data.json_parameters
    if not request_data.contains_files:
        return urlencode(fields, errors="replace").encode()  # half a surrogate pair must not cost the message
    form = aiohttp.FormData(quote_fields=False)
    for name, value in fields.items():
        form.add_field(name, value.encode("utf-8", "replace").decode())
    for name, (filename, content, mimetype) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mimetype)
    return form


def _said(error: aiohttp.ClientError) -> str:
    name = f"aiohttp.{type(error).__name__}"
    if isinstance(error, aiohttp.ClientConnectorError):
        return f"{name}: {error.host}:{error.port} {error.os_error.strerror or type(error.os_error).__name__}"
    return name
