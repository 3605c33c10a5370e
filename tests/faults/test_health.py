from __future__ import annotations

import asyncio
import json
import re
import sqlite3

import aiohttp
import pytest

from tests.faults.phone import Phone
from tests.faults.process import BotProcess
from tests.faults.test_start_refusals import refused
from tests.faults.test_webhook import free_port


class Probe:
    """Asks the bot's health over HTTP."""

    def __init__(self, bot_process: BotProcess) -> None:
        self.port = free_port()
        bot_process.settings["HEALTH_LISTEN"] = f"127.0.0.1:{self.port}"

    async def ask(self, path: str) -> tuple[int, str]:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=8)) as session,
            session.get(f"http://127.0.0.1:{self.port}{path}") as answer,
        ):
            return answer.status, await answer.text()

    async def gauge(self, name: str) -> float:
        """One figure of /metrics."""
        _, page = await self.ask("/metrics")
        (value,) = [line.split()[1] for line in page.splitlines() if line.split()[0] == name]
        return float(value)

    async def failing(self) -> list[str]:
        """What /readyz names as failing."""
        return [name for name, said in json.loads((await self.ask("/readyz"))[1]).items() if said != "ok"]

    async def until_failing(self, *names: str, within_s: float = 30.0) -> None:
        """Ask until exactly these fail."""
        async with asyncio.timeout(within_s):
            while await self.failing() != list(names):
                continue


@pytest.fixture
def probe(bot_process: BotProcess) -> Probe:
    return Probe(bot_process)


async def test_health_and_figures_of_a_real_bot(
    bot_process: BotProcess, phone: Phone, probe: Probe
) -> None:
    await bot_process.start()
    await phone.until_answered(phone.tap("✅", await phone.train_now()))
    await phone.until_idle()
    await probe.until_failing()
    assert (await probe.ask("/livez"))[0] == 200
    status, page = await probe.ask("/metrics")
    assert status == 200
    assert 'spotter_updates_total{kind="button",outcome="done"}' in page
    assert 'spotter_calls_total{method="sendMessage",outcome="done"}' in page
    assert 'spotter_updates_total{kind="command",outcome="done"} 2.0' in page
    # as a number of its own: a latency may hold the same figures
    assert re.search(rf"(?<![0-9.]){phone.user.id}(?![0-9])", page) is None


async def test_a_second_bot_makes_it_unready_at_once(
    bot_process: BotProcess, phone: Phone, probe: Probe
) -> None:
    await bot_process.start()
    await probe.until_failing()
    phone.telegram.faults.fail("getUpdates", status=409, times=None)
    phone.say("/start")  # ends the poll that waits
    await probe.until_failing("intake")
    assert (await probe.ask("/readyz"))[0] == 503
    assert (await probe.ask("/livez"))[0] == 200


@pytest.mark.faults
async def test_a_locked_database_makes_it_unready_and_it_recovers_by_itself(
    bot_process: BotProcess, phone: Phone, probe: Probe
) -> None:
    await bot_process.start()
    await probe.until_failing()
    other = sqlite3.connect(bot_process.database)
    other.execute("begin immediate")
    await probe.until_failing("database")
    other.rollback()
    other.close()
    await probe.until_failing()
    phone.say("/start")
    await phone.until_shown("1/7")


@pytest.mark.faults
async def test_a_telegram_that_answers_no_poll_makes_it_unready_within_a_minute_and_a_bit(
    bot_process: BotProcess, phone: Phone, probe: Probe
) -> None:
    await bot_process.start()
    await probe.until_failing()
    broken = phone.telegram.faults.fail("getUpdates", status=502, times=None)
    phone.say("/start")  # ends the poll that waits; its answer is the last good one
    began = asyncio.get_running_loop().time()
    await probe.until_failing("intake", within_s=75.0)
    assert asyncio.get_running_loop().time() - began > 50
    assert (await probe.ask("/livez"))[0] == 200
    assert broken.times is None
    phone.telegram.faults.clear()
    await probe.until_failing(within_s=40.0)
    await phone.until_shown("1/7")


async def test_an_address_that_is_taken_ends_the_start(bot_process: BotProcess, probe: Probe) -> None:
    bot_process.settings["HEALTH_LISTEN"] = f"127.0.0.1:{bot_process.http.port}"
    assert (await refused(bot_process)).startswith("HEALTH_LISTEN: cannot listen on 127.0.0.1:")
