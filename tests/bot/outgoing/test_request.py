from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable

import pytest
from aiohttp import web
from telegram import Bot, Update
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.outgoing.errors import NotSent, NotSentInTime, ServerFailed, UnreadableAnswer
from bot.outgoing.request import MOST_CONNECTIONS, AiohttpRequest
from tests.bot.outgoing.bot_api import bot_api

TOKEN = "123456:CANARY-abcdefghijklmnopqrstuvwxyz_01"
SENT = {"message_id": 5, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"}


def ok(result: object) -> web.Response:
    return web.json_response({"ok": True, "result": result})


@pytest.fixture
async def bot_at() -> AsyncIterator[Callable[..., Bot]]:
    requests: list[AiohttpRequest] = []

    def make(url: str, **timeouts: float | str) -> Bot:
        request = AiohttpRequest(**timeouts)  # type: ignore[arg-type]
        requests.append(request)
        return Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot", request=request)

    yield make
    await asyncio.gather(*(request.shutdown() for request in requests))


async def opened(bot: Bot) -> Bot:
    await bot.request.initialize()
    return bot


async def test_a_message_goes_out_as_a_form_and_comes_back_as_one(bot_at: Callable[..., Bot]) -> None:
    seen: list[tuple[str, dict[str, str], str]] = []

    async def answer(request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        seen.append((request.path, form, request.headers["User-Agent"]))
        return ok(SENT)

    async with bot_api(answer) as url:
        bot = await opened(bot_at(url))
        message = await bot.send_message(1, "80 × 8 & <b>gut</b> \ud800?", disable_notification=True)
    assert message.message_id == 5
    path, form, agent = seen[0]
    assert path == f"/bot{TOKEN}/sendMessage"
    assert form == {"chat_id": "1", "text": "80 × 8 & <b>gut</b> ??", "disable_notification": "true"}
    assert agent.startswith("python-telegram-bot")


async def test_an_upload_keeps_its_name_and_bytes(bot_at: Callable[..., Bot]) -> None:
    got: dict[str, object] = {}

    async def answer(request: web.Request) -> web.Response:
        form = await request.post()
        file = form["document"]
        assert isinstance(file, web.FileField)
        got.update(name=file.filename, content=file.file.read(), caption=form["caption"])
        return ok(SENT)

    content = bytes(range(256)) * 1000
    async with bot_api(answer) as url:
        bot = await opened(bot_at(url))
        await bot.send_document(1, content, filename="Träning – März.csv", caption="80,5 kg ×8")
    assert got == {"name": "Träning – März.csv", "content": content, "caption": "80,5 kg ×8"}


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (400, {"description": "Bad Request: message is not modified"}, BadRequest),
        (401, {"description": "Unauthorized"}, InvalidToken),
        (403, {"description": "Forbidden: bot was blocked by the user"}, Forbidden),
        (429, {"description": "Too Many Requests", "parameters": {"retry_after": 7}}, RetryAfter),
        (500, {"description": "Internal Server Error"}, ServerFailed),
        (502, None, ServerFailed),
        (302, None, NetworkError),
        (200, None, UnreadableAnswer),
    ],
)
async def test_answers_become_the_errors_everybody_knows(
    bot_at: Callable[..., Bot], status: int, body: dict[str, object] | None, error: type[TelegramError]
) -> None:
    async def answer(_: web.Request) -> web.Response:
        if body is None:
            return web.Response(status=status, text="<html>captive portal</html>")
        return web.json_response({"ok": False, "error_code": status, **body}, status=status)

    async with bot_api(answer) as url:
        bot = await opened(bot_at(url))
        with pytest.raises(error) as raised:
            await bot.send_message(1, "x")
    assert type(raised.value) is error
    assert "CANARY" not in f"{raised.value!r}{raised.value.__cause__!r}"


async def test_what_never_left_says_so(bot_at: Callable[..., Bot]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        bot = await opened(bot_at(f"http://127.0.0.1:{free.getsockname()[1]}"))
        with pytest.raises(NotSent, match=r"ClientConnectorError: 127\.0\.0\.1:\d+ ") as refused:
            await bot.send_message(1, "x")
    assert "CANARY" not in f"{refused.value!r}{refused.value.__cause__!r}"
    bot = await opened(bot_at("http://nowhere.invalid"))
    with pytest.raises(NotSent):
        await bot.send_message(1, "x")
    bot = await opened(bot_at("http://127.0.0.1:1", proxy=f"http://127.0.0.1:{free_port()}"))
    with pytest.raises(NotSent):
        await bot.send_message(1, "x")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


async def test_a_connection_that_is_never_accepted_is_both_timed_out_and_not_sent(
    bot_at: Callable[..., Bot],
) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for other in waiting:
            other.setblocking(False)
            other.connect_ex(full.getsockname())
        bot = await opened(bot_at(f"http://127.0.0.1:{full.getsockname()[1]}", connect_timeout=0.05))
        with pytest.raises(NotSentInTime) as refused:
            await bot.send_message(1, "x")
        for other in waiting:
            other.close()
    assert isinstance(refused.value, TimedOut)
    assert isinstance(refused.value, NotSent)


async def test_a_burst_shares_a_hundred_connections(bot_at: Callable[..., Bot]) -> None:
    peers: set[object] = set()
    all_taken = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        peers.add(request.transport and request.transport.get_extra_info("peername"))
        if len(peers) == MOST_CONNECTIONS:
            all_taken.set()
        await all_taken.wait()
        return ok(SENT)

    async with bot_api(answer) as url:
        bot = await opened(bot_at(url))
        sent = await asyncio.gather(*(bot.send_message(1, "x") for _ in range(3 * MOST_CONNECTIONS)))
    assert [message.message_id for message in sent] == [5] * 3 * MOST_CONNECTIONS
    assert len(peers) == MOST_CONNECTIONS == 100


async def test_what_waits_too_long_for_a_connection_never_left(bot_at: Callable[..., Bot]) -> None:
    arrived: list[str] = []
    all_taken, hang = asyncio.Event(), asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        arrived.append(str((await request.post())["text"]))
        if len(arrived) == MOST_CONNECTIONS:
            all_taken.set()
        await hang.wait()
        return ok(SENT)

    async with bot_api(answer) as url:
        bot = await opened(bot_at(url, connect_timeout=0.05))
        slow = {"connect_timeout": 5.0}
        first = [asyncio.create_task(bot.send_message(1, "x", **slow)) for _ in range(MOST_CONNECTIONS)]
        await all_taken.wait()
        with pytest.raises(NotSentInTime):
            await bot.send_message(1, "one more")
        hang.set()
        await asyncio.gather(*first)
    assert "one more" not in arrived


async def test_silence_is_a_time_out_that_may_have_been_applied(bot_at: Callable[..., Bot]) -> None:
    hang = asyncio.Event()

    async def answer(_: web.Request) -> web.Response:
        await hang.wait()
        return ok(SENT)

    async with bot_api(answer) as url:
        bot = await opened(bot_at(url, read_timeout=0.05))
        with pytest.raises(TimedOut) as raised:
            await bot.send_message(1, "x")
        assert not isinstance(raised.value, NotSent)
        hang.set()


async def test_a_dripping_answer_ends_too(bot_at: Callable[..., Bot]) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        never = asyncio.get_running_loop().create_future()
        for _ in range(100):
            await response.write(b" ")
            await asyncio.wait([never], timeout=0.02)
        return response

    async with bot_api(answer) as url:
        bot = await opened(bot_at(url, read_timeout=0.05, write_timeout=0.05, connect_timeout=0.05))
        with pytest.raises(TimedOut):
            await bot.send_message(1, "x")


@pytest.mark.parametrize("half", [False, True])
async def test_a_connection_cut_after_the_request_may_have_been_applied(
    bot_at: Callable[..., Bot], half: bool
) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        if half:
            request.transport.write(b'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"ok":')
        request.transport.close()
        return web.Response()

    async with bot_api(answer) as url:
        bot = await opened(bot_at(url))
        with pytest.raises(NetworkError, match=r"^aiohttp\.") as raised:
            await bot.send_message(1, "x")
    assert type(raised.value) is NetworkError


async def test_a_file_is_fetched(bot_at: Callable[..., Bot]) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.path.endswith("getFile"):
            return ok({"file_id": "f", "file_unique_id": "u", "file_path": "documents/a b.csv"})
        return web.Response(body=request.path.encode())

    async with bot_api(answer) as url:
        bot = await opened(bot_at(url))
        content = await (await bot.get_file("f")).download_as_bytearray()
    assert content.decode() == f"/file/bot{TOKEN}/documents/a b.csv"


async def test_a_proxy_is_gone_through(bot_at: Callable[..., Bot]) -> None:
    seen: list[tuple[str, str]] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append((request.host, request.path))
        return ok(SENT)

    async with bot_api(answer) as proxy:
        bot = await opened(bot_at("http://telegram.invalid", proxy=proxy))
        await bot.send_message(1, "x")
    assert seen == [("telegram.invalid", f"/bot{TOKEN}/sendMessage")]


async def test_nobody_is_followed_elsewhere(bot_at: Callable[..., Bot]) -> None:
    paths: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        paths.append(request.path)
        return web.Response(status=307, headers={"Location": "/captive-portal"})

    async with bot_api(answer) as url:
        bot = await opened(bot_at(url))
        with pytest.raises(NetworkError):
            await bot.send_message(1, "x")
    assert len(paths) == 1


async def test_closing_twice_is_fine_and_nothing_leaves_afterwards(bot_at: Callable[..., Bot]) -> None:
    bot = await opened(bot_at("http://127.0.0.1:1"))
    await bot.request.shutdown()
    await bot.request.shutdown()
    with pytest.raises(NotSent):
        await bot.send_message(1, "x")


async def test_a_bottomless_answer_names_the_updates_it_hides(caplog: pytest.LogCaptureFixture) -> None:
    deep = b'{"ok":true,"result":[{"update_id":41,"message":' + b"[" * 200_000 + b"]" * 200_000 + b"}]}"
    with pytest.raises(UnreadableAnswer) as raised:
        AiohttpRequest.parse_json_payload(deep)
    assert raised.value.update_ids == (41,)
    assert not caplog.records


async def test_updates_arrive_as_they_are(bot_at: Callable[..., Bot]) -> None:
    async def answer(_: web.Request) -> web.Response:
        return ok([{"update_id": 1, "message": {**SENT, "text": "ü 💪"}}])

    async with bot_api(answer) as url:
        bot = bot_at(url)
        await bot._request[0].initialize()
        (update,) = await bot.get_updates()
        await bot._request[0].shutdown()
    assert isinstance(update, Update)
    assert update.message is not None
    assert json.dumps(update.message.text) == json.dumps("ü 💪")
