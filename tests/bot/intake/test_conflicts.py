"""Two Spotters with one token: a newer poll ends the older one's, a webhook takes the other's place."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
from telegram.ext import ApplicationBuilder

from bot.intake.address import Address
from bot.intake.conflicts import MOST_CONFLICTS, AnotherBot, Conflicts
from bot.intake.dispatch import Dispatcher, Words
from bot.intake.order import InOrder
from bot.intake.polling import Poller
from bot.intake.webhook import Webhook
from bot.terminal.request import InProcessRequest
from bot.terminal.server import Telegram
from core.store.sqlite import SqliteStore
from tests.bot.intake.conftest import NOW
from tests.bot.outgoing.still import Still

MINUTE = 60.0


@asynccontextmanager
async def both_running(runs: Iterable[Poller | Webhook]) -> AsyncIterator[list[asyncio.Task[None]]]:
    tasks = [asyncio.create_task(one.run()) for one in runs]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def one_ends(tasks: list[asyncio.Task[None]], time: Still) -> None:
    """Let simulated minutes pass until one of them gives up; the other goes on, and is left in peace."""
    async with asyncio.timeout(20):
        while not any(task.done() for task in tasks) and time.at < 100 * MINUTE:
            await time.run(until=time.at + 1)
    ended = [task for task in tasks if task.done()]
    assert [type(task.exception()) for task in ended] == [AnotherBot]
    assert time.at < 20 * MINUTE
    await time.run(until=time.at + 30 * MINUTE)
    assert sum(task.done() for task in tasks) == 1


async def intakes(
    stack: AsyncExitStack, store: SqliteStore, time: Still, addresses: Iterable[Address | None]
) -> list[Poller | Webhook]:
    telegram, running = Telegram(lambda: NOW), list[Poller | Webhook]()
    for address in addresses:
        request = InProcessRequest(telegram)
        build = ApplicationBuilder().token(telegram.token).base_url("https://telegram.example/bot")
        app = build.request(request).get_updates_request(request).updater(None).build()
        await app.initialize()
        stack.push_async_callback(app.shutdown)

        async def quiet(_: object) -> None:
            """Nobody writes here."""

        words = Words(*[quiet] * 4)
        dispatcher = Dispatcher(app, InOrder(), store, words, clock=lambda: NOW)
        by = {"allowed_updates": ["message"], "clock": lambda: NOW, "now": time.now, "sleep": time.sleep}
        if address is None:
            running.append(Poller(app.bot, store, dispatcher, **by))  # type: ignore[arg-type]
        else:
            running.append(Webhook(app.bot, store, dispatcher, address, **by))  # type: ignore[arg-type]
    return running


@pytest.mark.parametrize("by", ["polling", "webhook"])
async def test_of_two_with_one_token_one_ends_and_says_why(by: str, store: SqliteStore) -> None:
    time = Still()
    hooks = [Address(f"https://{n}.example/a", "S" * 32, "127.0.0.1", 0) for n in ("one", "two")]
    async with AsyncExitStack() as stack:
        running = await intakes(stack, store, time, hooks if by == "webhook" else [None, None])
        async with both_running(running) as tasks:
            await one_ends(tasks, time)


def test_conflicts_far_apart_never_add_up() -> None:
    time = Still()
    conflicts = Conflicts(time.now)
    for _ in range(3 * MOST_CONFLICTS):
        conflicts.another()
        time.at += 5 * MINUTE
    for _ in range(MOST_CONFLICTS - 1):
        conflicts.another()
        time.at += 5 * MINUTE - 1
    with pytest.raises(AnotherBot):
        conflicts.another()
