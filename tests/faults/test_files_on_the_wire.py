"""A log that cannot be fetched, a life of sets taken out: what its owner sees, and that others don't wait."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from benchmarks.picture_load import train
from bot.terminal.server import Telegram
from core.store.sqlite import SqliteStore
from tests.faults.conftest import TOKEN
from tests.faults.figures import Figures
from tests.faults.moments import moment
from tests.faults.phone import Phone, text
from tests.faults.process import BotProcess
from tests.faults.server import TelegramOverHttp

LOG = (
    b"Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps\n"
    b"2025-03-01 18:02:11;A;Squat;1;80;kg;8\n"
)
NOT_NOW = "I couldn't read that file just now"
SETS_A_WORKOUT = 20
TAKEN_OUT_WITHIN_S = 10.0
OTHERS_WITHIN_S = 2.0


async def helped_s(phone: Phone) -> float:
    """How long somebody else waits for an answer."""
    began, before = time.monotonic(), len(phone.messages)
    phone.say("/help")
    await phone.until_shown("/undo", since=before)
    return time.monotonic() - began


@pytest.mark.parametrize("status", [400, 404, 500])
async def test_a_file_that_telegram_does_not_give_is_asked_for_again_and_said(
    bot_process: BotProcess, phone: Phone, status: int
) -> None:
    await bot_process.start()
    await phone.onboard()
    phone.telegram.faults.fail("getFile", status=status, times=None)
    phone.telegram.user_sends_file(phone.user, "strong.csv", LOG)
    await phone.until_shown(NOT_NOW)
    phone.telegram.faults.clear()
    phone.telegram.user_sends_file(phone.user, "strong.csv", LOG)
    await phone.until_shown("1 workout")


class Dripping(TelegramOverHttp):
    """Files come at a byte a second: never silent for long enough to be cut, and never over."""

    async def _file(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for byte in LOG:
            await response.write(bytes([byte]))
            await moment(1.0)
        return response


@pytest.mark.faults
async def test_a_file_that_drips_is_given_up_after_half_a_minute_and_holds_nobody_else(
    tmp_path: Path,
) -> None:
    telegram = Telegram(lambda: datetime.now(UTC), token=TOKEN)
    async with Dripping(telegram) as http:
        bot_process = BotProcess(http, tmp_path)
        phone, other = (Phone(telegram, telegram.add_user(name), patience_s=50) for name in ("Alex", "Kim"))
        try:
            await bot_process.start()
            await phone.onboard()
            began = time.monotonic()
            telegram.user_sends_file(phone.user, "strong.csv", LOG)
            assert await helped_s(other) < OTHERS_WITHIN_S
            await phone.until_shown(NOT_NOW)
            assert 25 < time.monotonic() - began < 40
        finally:
            await bot_process.close()
        assert "Traceback" not in bot_process.output


async def taken_out(bot_process: BotProcess, phone: Phone, sets: int, figures: Figures) -> None:
    """Somebody with so many sets says /export; others ask for help all the while."""
    now = datetime.now(UTC)
    store = await SqliteStore.open(bot_process.database, applied_now=lambda: now, durable=False)
    await store.run(train, phone.user.id, sets // SETS_A_WORKOUT, now)
    await store.close()
    bot_process.settings |= {"CLOCK_SPEED": "1", "LOG_LEVEL": "WARNING"}
    await bot_process.start()
    others = [Phone(phone.telegram, phone.telegram.add_user(f"Kim {number}")) for number in range(40)]
    phone.patience_s = 60.0
    began, busy_s = time.monotonic(), cpu_s(bot_process.pid)
    phone.say("/export")
    exporting = asyncio.create_task(phone.until_shown("That is all of it"))
    waits_s: list[float] = []
    for other in others:
        waits_s.append(await helped_s(other))
        if exporting.done():
            break
        await moment(0.2)
    told = await exporting
    took_s, busy_s = time.monotonic() - began, cpu_s(bot_process.pid) - busy_s
    most_s = max(waits_s)
    spans = {"took_s": f"{took_s:.1f}", "busy_s": f"{busy_s:.1f}", "others_most_s": f"{most_s:.2f}"}
    figures("a large export", sets=sets, **spans)
    assert f"{sets:,} sets" in text(told)
    assert busy_s < TAKEN_OUT_WITHIN_S, "the clock also counts what else this machine does"
    assert most_s < OTHERS_WITHIN_S
    rows = sum(rows_of(phone, message.body) for message in phone.messages)
    assert rows == sets


def cpu_s(pid: int) -> float:
    """How long a core was busy with a process."""
    ticks = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def rows_of(phone: Phone, body: dict[str, Any]) -> int:
    """The sets of a table that was sent, its heading left out; 0 for anything else."""
    document = body.get("document")
    if document is None or not document["file_name"].endswith(".csv"):
        return 0
    content: bytes = phone.telegram.files.find(document["file_id"]).content
    return content.count(b"\n") - 1


async def test_some_thousand_sets_are_taken_out_while_others_use_the_bot(
    bot_process: BotProcess, phone: Phone, figures: Figures
) -> None:
    await taken_out(bot_process, phone, 4_000, figures)


@pytest.mark.faults
async def test_fifty_thousand_sets_are_taken_out_while_others_use_the_bot(
    bot_process: BotProcess, phone: Phone, figures: Figures
) -> None:
    await taken_out(bot_process, phone, 50_000, figures)
