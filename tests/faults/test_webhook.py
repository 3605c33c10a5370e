from __future__ import annotations

import asyncio
import copy
import socket
from collections.abc import AsyncIterator

import pytest

from bot.intake.posts import SECRET_HEADER
from bot.terminal.server import Telegram
from tests.faults.courier import Courier
from tests.faults.phone import Phone, any_reached
from tests.faults.process import BotProcess
from tests.faults.test_start_refusals import refused

SECRET = "CANARY_of_the_webhook-secret-0123456789"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
async def courier(phone: Phone, bot_process: BotProcess) -> AsyncIterator[Courier]:
    port = free_port()
    bot_process.settings |= {
        "WEBHOOK_URL": "https://bot.example/hook-CANARY",
        "WEBHOOK_SECRET": SECRET,
        "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
    }
    async with Courier(phone.telegram, port) as courier:
        yield courier
    assert bot_process.leaks(SECRET, "hook-CANARY") == []


async def test_a_set_by_webhook_stands_once_though_each_post_comes_thrice_and_the_bot_dies(
    bot_process: BotProcess, phone: Phone, courier: Courier
) -> None:
    courier.copies = 3
    await bot_process.start()
    card = await phone.train_now()
    tap = phone.tap("✅", card)
    await phone.until_answered(tap)
    card = await phone.until_card((0, 2))
    shown = phone.telegram.faults.pause("answerCallbackQuery")
    phone.tap("✅", card)
    await any_reached(shown)
    await bot_process.kill()
    phone.telegram.faults.clear()
    phone.say("/help")  # while nobody is there
    await bot_process.start()
    await phone.until_shown("/undo")
    await phone.until_idle()
    assert " 2 sets" in (await phone.finish()).splitlines()[0]
    assert courier.answers[200] >= 3
    assert set(courier.answers) <= {0, 200, 503}


async def test_an_old_post_sent_again_by_somebody_else_changes_nothing(
    bot_process: BotProcess, phone: Phone, courier: Courier
) -> None:
    await bot_process.start()
    card = await phone.train_now()
    phone.say("11", reply_to=card)
    typed = copy.deepcopy(phone.telegram.updates.pending()[-1])
    await phone.until_logged((0, 1))
    await phone.until_idle()
    assert await courier.post(typed) == 200
    assert await courier.post({**typed, "update_id": typed["update_id"] + 10_000_000}) == 200
    await phone.until_idle()
    assert await courier.post(typed, **{SECRET_HEADER: "x" * 40}) == 403
    assert " 1 set" in (await phone.finish()).splitlines()[0]


async def test_sigterm_by_webhook_loses_nothing_and_frees_the_port(
    bot_process: BotProcess, phone: Phone, courier: Courier
) -> None:
    await bot_process.start()
    people = [Phone(phone.telegram, phone.telegram.add_user(f"Lifter {n}")) for n in range(20)]
    for one in people:
        one.say("/start")
    began = asyncio.get_running_loop().time()
    assert await bot_process.terminate() == 0
    assert asyncio.get_running_loop().time() - began < 9
    await bot_process.start()
    for one in people:
        await one.until_shown("1/7")


async def test_who_goes_back_to_polling_takes_the_webhook_away_and_loses_nothing(
    bot_process: BotProcess, phone: Phone, courier: Courier
) -> None:
    await bot_process.start()
    telegram: Telegram = phone.telegram
    assert telegram.webhook is not None
    assert await bot_process.terminate() == 0
    phone.say("/start")
    del bot_process.settings["WEBHOOK_URL"]
    await bot_process.start()
    assert telegram.webhook is None
    await phone.until_shown("1/7")


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"WEBHOOK_SECRET": None}, "WEBHOOK_SECRET is not set"),
        ({"WEBHOOK_SECRET": "x" * 31}, "WEBHOOK_SECRET is not valid"),
        ({"WEBHOOK_SECRET": "CANARY with spaces and other things: ü"}, "WEBHOOK_SECRET is not valid"),
        ({"WEBHOOK_URL": "http://bot.example/"}, "WEBHOOK_URL is not valid"),
        ({"WEBHOOK_LISTEN": "8080"}, "WEBHOOK_LISTEN is not valid"),
        ({"WEBHOOK_LISTEN": "192.0.2.1:8080"}, "WEBHOOK_LISTEN: cannot listen on 192.0.2.1:8080"),
    ],
)
async def test_no_start_without_all_that_a_webhook_needs(
    bot_process: BotProcess, courier: Courier, changed: dict[str, str | None], line: str
) -> None:
    said = await refused(bot_process, **changed)
    assert said.startswith(line)
    assert "CANARY" not in said
