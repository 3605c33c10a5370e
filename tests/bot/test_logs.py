from __future__ import annotations

import io
import logging
import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from telegram import Bot, Chat, Message, Update, User
from telegram.error import NetworkError

from bot.logs import LINES_A_SECOND, QUIET, brief, configure
from bot.outgoing.request import AiohttpRequest

TOKEN = "123456:CANARY-abcdefghijklmnopqrstuvwxyz_01"
WRITTEN = "my secret diary"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in QUIET}
    stream = io.StringIO()
    configure("DEBUG", [TOKEN, "hunter2"], stream)
    yield stream
    logging.captureWarnings(False)
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, old in levels.items():
        logging.getLogger(name).setLevel(old)


def test_one_event_is_one_line_with_its_fields(log: io.StringIO) -> None:
    logging.getLogger("bot.intake").warning("set aside\nfor good", extra={"update_id": 7, "reason": "a\nb"})
    line = log.getvalue()
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z WARNING bot\.intake: "
        r"set aside\\nfor good update_id=7 reason=a\\nb\n",
        line,
    )


@pytest.mark.parametrize(
    "leak",
    [
        f"https://api.telegram.org/bot{TOKEN}/sendMessage",
        f"The token `{TOKEN}` was rejected",
        "another bot's 98765432:AAbbCCddEEffGGhhIIjjKKllMMnnOO-pp",
        "https://x/bot98765432%3AAAbbCCddEEffGGhhIIjjKKllMMnnOO-pp/getMe",
        "http://me:hunter2@proxy",
    ],
)
def test_no_secret_gets_through_in_any_place(log: io.StringIO, leak: str) -> None:
    logger = logging.getLogger("some.library")
    logger.debug(leak)
    logger.info("calling %s", leak)
    logger.info("calling %(url)s", {"url": leak})
    logger.error("x", extra={"url": leak})
    logger.error("y", exc_info=NetworkError(leak))
    logger.error("z %s", NetworkError(leak))
    text = log.getvalue()
    assert text.count("\n") == 6
    assert not re.search("CANARY|AAbbCC|hunter2", text)
    assert "«…»" in text


async def test_a_call_of_the_bot_logs_neither_token_nor_text_at_debug(log: io.StringIO) -> None:
    logging.getLogger("aiosqlite").debug("executing %s", WRITTEN)
    request = AiohttpRequest()
    bot = Bot(TOKEN, base_url="http://127.0.0.1:9/bot", request=request, get_updates_request=AiohttpRequest())
    await request.initialize()
    with pytest.raises(NetworkError) as refused:
        await bot.send_message(1, WRITTEN)
    logging.getLogger("bot").exception("sending failed", exc_info=refused.value)
    await request.shutdown()
    assert "sending failed" in log.getvalue()
    assert not re.search(f"CANARY|{WRITTEN}", log.getvalue())


def test_an_update_is_logged_by_its_id_alone(log: io.StringIO) -> None:
    day, lifter = datetime(2026, 3, 1, tzinfo=UTC), User(1, "A", False)
    message = Message(1, day, Chat(1, "private"), from_user=lifter, text=WRITTEN)
    update = Update(77, message=message)
    logging.getLogger("telegram.ext.Application").critical("Error for update %s, %s", update, message)
    logging.getLogger("bot").error("lost", extra={"update": update})
    assert WRITTEN not in log.getvalue()
    assert "update 77" in log.getvalue()


def test_an_error_is_told_by_kind_and_place_without_what_was_written() -> None:
    def read_load() -> int:
        return int(WRITTEN)

    with pytest.raises(ValueError, match=WRITTEN) as raised:
        read_load()
    told = brief(raised.value)
    assert WRITTEN not in told
    assert re.match(r"ValueError at \S*tests/bot/test_logs\.py:\d+ read_load < ", told)
    assert brief(sqlite3.OperationalError("database is locked")) == "OperationalError: database is locked"


def test_an_outage_does_not_flood_the_log(log: io.StringIO) -> None:
    logger = logging.getLogger("bot")
    for number in range(100):
        record = logger.makeRecord("bot", logging.WARNING, "", 0, "away %d", (number,), None)
        record.created = 1000.0
        logger.handle(record)
    later = logger.makeRecord("bot", logging.WARNING, "", 0, "back", (), None)
    later.created = 1001.0
    logger.handle(later)
    lines = log.getvalue().splitlines()
    assert len(lines) == LINES_A_SECOND + 1
    assert lines[-1].endswith(f"back held_back={100 - LINES_A_SECOND}")


def test_half_a_surrogate_pair_and_a_wrong_format_still_make_a_line(log: io.StringIO) -> None:
    logging.getLogger("bot").warning("odd \ud800 %s")
    logging.getLogger("bot").warning(*("one %s", 1, 2))
    assert len(log.getvalue().splitlines()) == 2


def test_libraries_that_log_addresses_stay_quiet(log: io.StringIO) -> None:
    for name in ("httpx", "httpcore.http11", "aiohttp.access", "telegram.Bot", "apscheduler.x", "aiosqlite"):
        logging.getLogger(name).info("POST something")
    assert log.getvalue() == ""
