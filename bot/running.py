"""`python -m bot run`: on Telegram until SIGTERM or SIGINT end it, within ten seconds."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from bot.app import Spotter, Wires
from bot.backing_up import keep_backed_up
from bot.clock import WallClock, wall_now, wind
from bot.intake.address import Address
from bot.intake.conflicts import AnotherBot
from bot.intake.webhook import WebhookRefused
from bot.logs import configure
from bot.memory import give_back, leave_out_the_start
from bot.outgoing.connect import TokenRefused
from bot.outgoing.request import AiohttpRequest
from bot.serving import CannotListen, serving
from bot.settings import ACCEPTED, Refused, Settings, SettingsError, host_and_port
from core.store.port import StoreUnavailable
from core.store.sqlite import SqliteStore

if TYPE_CHECKING:
    from bot.health import Health

log = logging.getLogger(__name__)

HARD_STOP_S = 8.0


async def run(settings: Settings) -> int:
    """Run until told to stop. Raises SettingsError with one line when it cannot start or go on.

    Refused where another start would end the same way.
    """
    if settings.bot_token is None:
        raise SettingsError("BOT_TOKEN is not set. @BotFather gives one; `make chat` needs none.")
    token = settings.bot_token.get_secret_value()
    webhook = webhook_of(settings)
    configure(settings.log_level, [token, *([webhook.secret, webhook.path] if webhook else [])])
    # What SQLite writes for a moment belongs beside the database: /tmp is small in a container.
    os.environ.setdefault("SQLITE_TMPDIR", str(settings.database_path.resolve().parent))
    try:
        store = await SqliteStore.open(settings.database_path, applied_now=wall_now)
        clock = WallClock(await store.run(wind, settings.clock_speed, wall_now()))
    except StoreUnavailable as error:
        raise SettingsError(f"DATABASE_URL: {error}") from None
    log.info("the database is sound", extra={"sqlite": sqlite3.sqlite_version})
    proxy = settings.proxy_url.get_secret_value() if settings.proxy_url else None
    requests = AiohttpRequest(proxy=proxy), AiohttpRequest(proxy=proxy)
    if settings.health_listen is None:
        spotter = Spotter(settings, store, clock, token, Wires(*requests, webhook=webhook))
        return await _until_told(spotter, settings)
    # Here, because what counts for Prometheus takes its time to load.
    from bot.health import Health  # noqa: PLC0415
    from bot.metrics import Measured  # noqa: PLC0415

    measured = Measured()
    wires = Wires(*requests, webhook=webhook, figures=measured)
    spotter = Spotter(settings, store, clock, token, wires)
    health = Health(
        store, clock, measured, lambda: spotter.intake.ready, lambda: spotter.dispatcher.pending
    )
    try:
        async with asked(health, settings.health_listen):
            return await _until_told(spotter, settings)
    finally:
        await store.close()  # its threads would keep a process alive that could not listen


@asynccontextmanager
async def asked(health: Health, listen: str) -> AsyncIterator[None]:
    """Answer questions about health while the block runs. Raises SettingsError with one line."""
    beating = asyncio.create_task(health.beat())
    try:
        async with serving(health.answer, *host_and_port(listen)):
            yield
    except CannotListen as error:
        raise SettingsError(f"HEALTH_LISTEN: {error}") from None
    finally:
        beating.cancel()


def webhook_of(settings: Settings) -> Address | None:
    """Where Telegram shall post, None for polling. Raises SettingsError where nobody could tell a forgery."""
    if settings.webhook_url is None:
        return None
    if settings.webhook_secret is None:
        accepted = ACCEPTED["WEBHOOK_SECRET"]
        raise SettingsError(f"WEBHOOK_SECRET is not set, and WEBHOOK_URL needs it. Accepted: {accepted}.")
    secret = settings.webhook_secret.get_secret_value()
    return Address(settings.webhook_url, secret, *host_and_port(settings.webhook_listen))


async def _until_told(spotter: Spotter, settings: Settings) -> int:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    work = asyncio.create_task(_work(spotter))
    waiting = asyncio.create_task(told.wait())
    beside = [asyncio.create_task(chore) for chore in (keep_backed_up(settings), give_back())]
    try:
        await asyncio.wait({work, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            log.info("stopping")
            work.cancel()
        with suppress(asyncio.CancelledError):
            await work
    except (TokenRefused, AnotherBot, WebhookRefused) as error:
        raise Refused(str(error)) from None
    except StoreUnavailable as error:
        raise SettingsError(f"DATABASE_URL: {error}") from None
    except CannotListen as error:
        raise SettingsError(f"WEBHOOK_LISTEN: {error}") from None
    finally:
        for task in (waiting, *beside):
            task.cancel()
        with suppress(TimeoutError):
            async with asyncio.timeout(HARD_STOP_S):
                await spotter.stop()
    return 0


async def _work(spotter: Spotter) -> None:
    await spotter.start()
    leave_out_the_start()
    log.info("ready")
    await spotter.run()
