from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.faults.conftest import TOKEN
from tests.faults.moments import moment, seen
from tests.faults.phone import Phone, any_reached, text
from tests.faults.process import BotProcess

SECRET_TOKEN = "123456789:ANOTHER-canary_of-a-token-0123456789"


async def refused(bot_process: BotProcess, **settings: str | None) -> str:
    """The one line with which a start ends."""
    before = len(bot_process.lines)
    await bot_process.launch(settings)
    assert await bot_process.ended() == 2
    said = [line for line in bot_process.lines[before:] if " INFO " not in line and " DEBUG " not in line]
    assert len(said) == 1, said
    return said[0]


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("BOT_TOKEN", None),
        ("BOT_TOKEN", "CANARY-that-is-no-token"),
        ("DATABASE_URL", "oracle://CANARY"),
        ("DATABASE_URL", "sqlite:////nowhere/CANARY/spotter.db"),
        ("CLOCK_SPEED", "0"),
        ("ADMIN_IDS", "abc"),
        ("PROXY_URL", "socks5://me:CANARY@127.0.0.1"),
    ],
)
async def test_a_wrong_setting_ends_the_start_with_one_line_that_names_it(
    bot_process: BotProcess, setting: str, value: str | None
) -> None:
    line = await refused(bot_process, **{setting: value})
    assert line.startswith(setting)
    if setting in ("BOT_TOKEN", "PROXY_URL"):
        assert "CANARY" not in line


async def test_a_token_that_telegram_refuses_ends_the_start(bot_process: BotProcess) -> None:
    line = await refused(bot_process, BOT_TOKEN=SECRET_TOKEN)
    assert "BOT_TOKEN" in line
    assert bot_process.leaks(SECRET_TOKEN) == []


async def test_where_ended_programs_are_started_again_a_refused_one_waits_and_calls_nobody(
    bot_process: BotProcess,
) -> None:
    await bot_process.launch({"BOT_TOKEN": SECRET_TOKEN, "WHEN_REFUSED": "wait"})
    assert await seen(lambda: "waits to be stopped" in bot_process.output, 20)
    calls = len(bot_process.http.telegram.ledger)
    await moment(1.0)
    assert bot_process.alive
    assert len(bot_process.http.telegram.ledger) == calls
    assert await bot_process.terminate() == 2
    assert bot_process.leaks(SECRET_TOKEN) == []


async def test_a_file_that_is_no_database_is_refused_and_left_alone(bot_process: BotProcess) -> None:
    bot_process.database.write_bytes(b"a diary, not a database" * 400)
    line = await refused(bot_process)
    assert "spotter.db" in line
    assert bot_process.database.read_bytes() == b"a diary, not a database" * 400


async def test_a_second_process_on_one_database_is_refused(
    bot_process: BotProcess, phone: Phone, tmp_path: Path
) -> None:
    await bot_process.start()
    second = BotProcess(bot_process.http, tmp_path / "second", **bot_process.settings)
    second.folder.mkdir()
    try:
        line = await refused(second)
    finally:
        await second.close()
    assert line.startswith("DATABASE_URL")
    phone.say("/start")
    await phone.until_shown("1/7")
    assert await bot_process.terminate() == 0


async def test_another_poller_is_said_and_loses_nothing(bot_process: BotProcess, phone: Phone) -> None:
    telegram = phone.telegram
    conflict = telegram.faults.fail("getUpdates", status=409)
    phone.say("/start")
    await bot_process.launch()
    await telegram.until(lambda: conflict.times == 0 and telegram.ledger.calls("getUpdates")[-1].answered)
    assert await bot_process.terminate() == 0
    assert any(" WARNING " in line and "another program polls" in line for line in bot_process.lines)
    await bot_process.start()
    await phone.until_shown("1/7")


async def test_sigterm_in_the_middle_of_work_loses_nothing(bot_process: BotProcess, phone: Phone) -> None:
    await bot_process.start()
    people = [Phone(phone.telegram, phone.telegram.add_user(f"Lifter {n}")) for n in range(20)]
    for one in people:
        one.say("/start")
    began = asyncio.get_running_loop().time()
    assert await bot_process.terminate() == 0
    assert asyncio.get_running_loop().time() - began < 10
    await bot_process.start()
    for one in people:
        await one.until_shown("1/7")
    assert sum("1/7" in text(message) for one in people for message in one.messages) == len(people)


@pytest.mark.faults
async def test_sigterm_does_not_wait_for_an_answer_that_hangs(bot_process: BotProcess, phone: Phone) -> None:
    await bot_process.start()
    held = phone.telegram.faults.pause("sendMessage")
    phone.say("/start")
    await any_reached(held)
    assert await bot_process.terminate() == 0
    phone.telegram.faults.clear()
    await bot_process.start()
    await phone.until_shown("1/7")
    assert TOKEN not in bot_process.output
