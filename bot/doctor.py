"""`python -m bot doctor`: what a host wants to know before asking anybody, one line a check."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.backing_up import counted
from bot.outgoing.request import AiohttpRequest
from bot.settings import Settings, SettingsError, load_settings
from core.store.migrating import known_migrations
from core.store.port import StoreUnavailable
from core.store.sqlite_file import FileLock

ASKED_FOR_S = 5.0
LEAST_FREE_BYTES = 200 * 1024 * 1024
BEHIND_S = 60.0


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in one line."""

    fine: bool
    what: str

    def line(self) -> str:
        """`✓ disk: 12.3 GB free`."""
        return f"{'✓' if self.fine else '✗'} {self.what}"


def doctor(dotenv: Path = Path(".env")) -> list[Finding]:
    """Look at everything a start depends on; a running bot is not disturbed."""
    try:
        settings = load_settings(dotenv)
    except SettingsError as error:
        return [Finding(False, f"settings: {error}")]
    path = settings.database_path
    checks: list[Callable[[], Finding]] = [
        lambda: _database(path),
        lambda: _permissions(path),
        lambda: _disk(path),
        lambda: _clock(path),
        lambda: asyncio.run(_token(settings)),
    ]
    return [Finding(True, "settings: read, and valid"), *(check() for check in checks)]


def _database(path: Path) -> Finding:
    version = f"SQLite {sqlite3.sqlite_version}"
    if not path.exists():
        if not path.parent.is_dir():
            return Finding(False, f"database: there is no folder {path.parent} to keep {path.name} in")
        return Finding(True, f"database: {path} will be made at the first start, {version}")
    if not path.is_file():
        return Finding(False, f"database: {path} is no file")
    try:
        schema, verdict = counted(path)
    except (sqlite3.Error, StoreUnavailable) as error:
        return Finding(False, f"database: {path} cannot be read: {error}")
    newest = max(step.number for step in known_migrations())
    told = f"database: {path}, schema {schema} of {newest}, {_runs(path)}, {version}"
    return Finding(verdict == "ok" and schema <= newest, told if verdict == "ok" else f"{told}: {verdict}")


def _runs(path: Path) -> str:
    if not path.with_name(f"{path.name}.lock").exists():  # never made here, by another user
        return "no Spotter runs on it"
    try:
        FileLock.take(path).release()
    except StoreUnavailable:
        return "a Spotter runs on it"
    return "no Spotter runs on it"


def _permissions(path: Path) -> Finding:
    folder = path.resolve().parent
    if not folder.is_dir():
        return Finding(False, f"permissions: there is no folder {folder}")
    if not os.access(folder, os.W_OK | os.X_OK):
        return Finding(False, f"permissions: this user may not write in {folder}")
    if path.exists() and not os.access(path, os.R_OK | os.W_OK):
        return Finding(False, f"permissions: this user may not write {path}")
    if path.exists() and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return Finding(False, f"permissions: others may read {path}; chmod 600 mends it")
    return Finding(True, "permissions: the database can be written, and is its owner's alone")


def _disk(path: Path) -> Finding:
    try:
        free = shutil.disk_usage(path.resolve().parent).free
    except OSError as error:
        return Finding(False, f"disk: nobody can tell what is free beside the database: {error.strerror}")
    return Finding(free >= LEAST_FREE_BYTES, f"disk: {free / 1e9:.1f} GB free beside the database")


def _clock(path: Path) -> Finding:
    now = datetime.now(UTC)
    told = f"clock: {now:%Y-%m-%d %H:%M:%S} UTC"
    if path.exists() and path.stat().st_mtime - now.timestamp() > BEHIND_S:
        return Finding(False, f"{told}, but the database was written later: is the clock behind?")
    return Finding(True, told)


async def _token(settings: Settings) -> Finding:
    if settings.bot_token is None:
        return Finding(False, "token: BOT_TOKEN is not set; @BotFather gives one")
    proxy = settings.proxy_url.get_secret_value() if settings.proxy_url else None
    bot = Bot(
        settings.bot_token.get_secret_value(),
        settings.telegram_base_url,
        settings.telegram_base_file_url,
        request=AiohttpRequest(proxy=proxy),
        get_updates_request=AiohttpRequest(proxy=proxy),
    )
    try:
        async with asyncio.timeout(ASKED_FOR_S), bot:
            return Finding(True, f"token: Telegram knows it as @{bot.username}")
    except InvalidToken:
        return Finding(False, "token: Telegram refuses BOT_TOKEN")
    except (TelegramError, TimeoutError) as error:
        return Finding(False, f"token: Telegram does not answer ({type(error).__name__})")
