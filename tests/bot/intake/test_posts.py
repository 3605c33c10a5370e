from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import aiohttp
import pytest

from bot.intake import posts
from bot.intake.address import Address
from bot.intake.posts import SECRET_HEADER, Door
from bot.serving import CannotListen, serving
from tests.bot.outgoing.still import Still

SECRET = "CANARY-of-the-webhook-secret-0123456789"
PATH = "/hook/of-this-test"
GOOD = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
GOOD_LINES = "".join(f"{name}: {value}\r\n" for name, value in GOOD.items())
UPDATE = {"update_id": 1}


class House:
    """A door served on this machine; `taken` is what came in."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.status = 200
        self.time = Still()
        self.door = Door(PATH, SECRET, self.take, self.time.now)
        self.port = 0

    async def take(self, raw: Any) -> int:
        self.taken.append(raw)
        if self.status == 0:
            raise KeyError("a fault of ours")
        return self.status

    async def post(
        self,
        body: Any = b'{"update_id": 1}',
        headers: dict[str, str] | None = None,
        *,
        path: str = PATH,
        method: str = "POST",
    ) -> int:
        async with (
            aiohttp.ClientSession() as session,
            session.request(
                method,
                f"http://127.0.0.1:{self.port}{path}",
                data=body,
                headers=GOOD if headers is None else headers,
            ) as answer,
        ):
            return answer.status

    async def raw(self, request: bytes) -> bytes:
        """Send bytes, and nothing more; all that comes back until the connection is closed."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(request)
        try:
            return await asyncio.wait_for(reader.read(), 20)
        finally:
            writer.close()


@pytest.fixture
async def house() -> AsyncIterator[House]:
    house = House()
    async with serving(house.door.answer, "127.0.0.1", 0) as house.port:
        yield house


async def test_telegrams_post_is_taken(house: House) -> None:
    assert await house.post() == 200
    house.status = 503
    assert await house.post() == 503
    assert house.taken == [UPDATE, UPDATE]


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"headers": {"Content-Type": "application/json"}}, 403),
        ({"headers": {**GOOD, SECRET_HEADER: SECRET[:-1] + "x"}}, 403),
        ({"headers": {**GOOD, SECRET_HEADER: SECRET + "x"}}, 403),
        ({"headers": {**GOOD, SECRET_HEADER: "ünïcödé"}}, 403),
        ({"headers": {**GOOD, SECRET_HEADER: ""}}, 403),
        ({"path": "/"}, 404),
        ({"path": PATH + "/"}, 404),
        ({"path": "/bot1:token/getMe"}, 404),
        ({"path": "/%ff%00%F0"}, 404),
        ({"method": "GET"}, 405),
        ({"method": "PUT"}, 405),
        ({"method": "BREW"}, 400),
        ({"headers": {**GOOD, "Content-Type": "text/plain"}}, 415),
        ({"headers": {**GOOD, "Content-Type": "multipart/form-data; boundary=x"}}, 415),
        ({"body": BytesIO(b"x" * (60 * 1024 * 1024))}, 413),
        ({"body": b'{"update_id": 1'}, 400),
        ({"body": b""}, 400),
        ({"body": b'{"update_id": 1, "x": "\xff\xfe"}'}, 400),
        ({"body": b"[" * 500_000}, 400),
        ({"body": b'{"a":' * 100_000 + b"1" + b"}" * 100_000}, 400),
        ({"body": b"1" * 5_000}, 400),
        ({"headers": {**GOOD, "Content-Encoding": "gzip"}, "body": b"\x1f\x8b no gzip at all"}, 400),
    ],
)
async def test_anything_else_is_refused_and_never_with_5xx(
    house: House, changed: dict[str, Any], status: int
) -> None:
    try:
        assert await house.post(**changed) == status
    except aiohttp.ClientError:  # a body of 60 MB may still be on its way when the door shuts
        assert status == 413
    assert house.taken == []


async def test_a_body_without_a_length_may_not_be_longer_either(house: House) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b" " * 65_536

    try:
        assert await house.post(endless()) == 413
    except aiohttp.ClientError:
        assert house.taken == []
    assert house.taken == []


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n", b"403"),
        (f"POST /else HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: {SECRET}\r\n", b"404"),
        (f"POST {PATH} HTTP/1.1\r\nHost: x\r\n{GOOD_LINES}", b"413"),
    ],
)
async def test_the_refusal_comes_before_any_of_the_body(house: House, head: str, status: bytes) -> None:
    began = asyncio.get_running_loop().time()
    answer = await house.raw(f"{head}Content-Length: 60000000\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 " + status)
    assert asyncio.get_running_loop().time() - began < posts.BODY_WITHIN_S / 2


@pytest.mark.parametrize("sent", [b"", b'{"update_id"'])
async def test_a_body_that_drips_is_not_waited_for(
    house: House, sent: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posts, "BODY_WITHIN_S", 0.05)
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\n{GOOD_LINES}Content-Length: 50\r\n\r\n"
    answer = await house.raw(head.encode() + sent)
    assert answer.startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize("begun", [b"", b"POST /hook HTTP/1.1\r\nHost: x\r\nX-Slow: lo"])
async def test_a_connection_that_says_nothing_is_closed(
    begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.serving.IDLE_S", 0.05)
    house = House()
    async with serving(house.door.answer, "127.0.0.1", 0) as house.port:
        assert await house.raw(begun) == b""


@pytest.mark.parametrize(
    "noise",
    [b"\x16\x03\x01\x02\x00 TLS, not HTTP\r\n\r\n", b"GET\r\n\r\n", b"POST / HTTP/9.9\r\nA b\r\n\r\n"],
)
async def test_what_is_no_http_is_refused_without_a_line_in_the_log(
    house: House, noise: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert (await house.raw(noise))[:12] in (b"HTTP/1.0 400", b"HTTP/1.1 400")
    assert [record for record in caplog.records if record.levelno >= logging.INFO] == []


async def test_a_flood_of_forgeries_is_one_line_a_minute(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    def lines() -> int:
        return sum("without the webhook's secret" in record.message for record in caplog.records)

    for _ in range(99):
        await house.post(headers={})
    assert lines() == 0
    for _ in range(150):
        await house.post(headers={SECRET_HEADER: "CANARY of a forger"})
    assert lines() == 1
    house.time.at += 61
    await house.post(headers={})
    assert lines() == 1
    for _ in range(99):
        await house.post(headers={})
    assert lines() == 2
    assert "CANARY" not in caplog.text


async def test_a_fault_of_ours_lets_telegram_send_it_again(house: House) -> None:
    house.status = 0
    assert await house.post() == 503


async def test_an_address_that_is_taken_is_said(house: House) -> None:
    with pytest.raises(CannotListen, match=r"^cannot listen on 127\.0\.0\.1:\d+: "):
        async with serving(house.door.answer, "127.0.0.1", house.port):
            raise AssertionError("two listen on one port")


@pytest.mark.parametrize("url", ["https://bot.example", "https://bot.example/"])
def test_a_path_nobody_named_is_one_that_only_the_secret_gives(url: str) -> None:
    address = Address(url, SECRET, "127.0.0.1", 8080)
    assert len(address.path) == 33
    assert address.full_url == f"https://bot.example{address.path}"
    assert address == Address(url, SECRET, "127.0.0.1", 8080)
    assert address.path != Address(url, SECRET[::-1], "127.0.0.1", 8080).path
    named = Address("https://bot.example:8443/a/path", SECRET, "127.0.0.1", 8080)
    assert (named.path, named.full_url) == ("/a/path", "https://bot.example:8443/a/path")
