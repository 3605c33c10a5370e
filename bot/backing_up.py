"""`python -m bot backup`, `restore` and `migrate`, and the daily backup beside a running bot."""

from __future__ import annotations

import asyncio
import logging
import re
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.ahead import shadows
from bot.clock import wall_now
from bot.settings import BACKUP_DAYS, Settings
from core.store import backups
from core.store.migrating import applied_migrations, check_schema
from core.store.port import StoreUnavailable
from core.store.sqlite_file import FileLock, open_reader, open_writer

log = logging.getLogger(__name__)

EVERY_S = 3600.0
DAILY = re.compile(r"spotter-([0-9]{4}-[0-9]{2}-[0-9]{2})\.db")


def backup(settings: Settings, target: Path) -> str:
    """Back up the database, running or not; one line of what was done. Raises StoreUnavailable."""
    if target.exists():
        raise StoreUnavailable(f"{target} is there already; name another file.")
    rows = backups.make_backup(settings.database_path, target)
    return f"{target}: opened, sound, {sum(rows.values())} rows in {len(rows)} tables, as in the database."


def restore(settings: Settings, source: Path) -> str:
    """Put a backup in place of the database while no bot runs; what to know. Raises StoreUnavailable."""
    token = settings.bot_token
    shadow = shadows(token.get_secret_value()) if token is not None else None
    done = backups.restore(source, settings.database_path, shadow)
    kept = f" The old one is kept as {done.aside}." if done.aside else ""
    if done.forgotten is None:
        why = "BOT_TOKEN is not set" if shadow is None else "no older database told"
        gone = f"Who sent /forget after that backup may be in it again: {why}."
    else:
        gone = f"Erased again because they sent /forget since: {done.forgotten}."
    return (
        f"{settings.database_path} is now what {source} holds.{kept} {gone} Start Spotter: rests that ended "
        "long ago stay silent, nothing is logged twice."
    )


def migrate(settings: Settings) -> str:
    """Bring the database up to date without starting the bot; one line. Raises StoreUnavailable."""
    lock = FileLock.take(settings.database_path)
    try:
        with closing(open_writer(settings.database_path)) as connection:
            newest = max(applied_migrations(connection))
    except sqlite3.Error as error:
        raise StoreUnavailable(f"{settings.database_path} was not upgraded: {error}.") from error
    finally:
        lock.release()
    return f"{settings.database_path}: schema {newest}, SQLite {sqlite3.sqlite_version}."


async def keep_backed_up(settings: Settings) -> None:
    """Look after the copies for ever, once an hour."""
    while True:
        try:
            await look_after_copies(settings, wall_now().date())
        except Exception:  # whatever it was, tomorrow's copy is owed all the same
            log.exception("the copies of the database were not looked after")
        await asyncio.sleep(EVERY_S)


async def look_after_copies(settings: Settings, today: date) -> None:
    """Make today's backup where BACKUP_DIR asks for one, and throw away what is older than a week."""
    if settings.backup_dir is not None:
        await back_up_daily(settings, settings.backup_dir, today)
    await drop_outdated(settings, today)


async def drop_outdated(settings: Settings, today: date) -> None:
    """Throw away the copies of more than a week ago, also those that every upgrade makes by itself."""
    try:
        await asyncio.to_thread(_drop, settings.database_path, settings.backup_dir, today)
    except OSError as error:
        log.error("old copies of the database were not thrown away: %s", error)  # noqa: TRY400


def _drop(path: Path, folder: Path | None, today: date) -> None:
    for old in outdated(path, folder, today, time.time()):
        old.unlink(missing_ok=True)


async def back_up_daily(settings: Settings, folder: Path, today: date) -> None:
    """Make today's backup if it is still owed.

    Copies in a thread of its own on a connection of its own: nobody who logs a set waits for it. Cancelled,
    it gives the copy up.
    """
    given_up = threading.Event()
    target = folder / f"spotter-{today.isoformat()}.db"
    try:
        await asyncio.to_thread(_daily, settings.database_path, target, lambda: not given_up.is_set())
    except (StoreUnavailable, OSError, sqlite3.Error) as error:
        log.error("the daily backup was not made: %s", error)  # noqa: TRY400  # its one line says all
    finally:
        given_up.set()


def _daily(path: Path, target: Path, goes_on: Callable[[], bool]) -> None:
    if not target.exists():
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        backups.make_backup(path, target, goes_on)
        log.info("a backup was made and opened", extra={"file": target.name})


def outdated(path: Path, folder: Path | None, today: date, now_s: float) -> list[Path]:
    """Backups of more than a week ago: daily ones by their name, those before a migration by their age."""
    oldest = today - timedelta(days=BACKUP_DAYS - 1)
    copies = folder.glob("spotter-*.db") if folder is not None else ()
    daily = [found for found in copies if (day := _day(found)) and day < oldest]
    before = path.parent.glob(f"{path.name}.before-[0-9][0-9][0-9][0-9]")
    age_s = timedelta(days=BACKUP_DAYS).total_seconds()
    return daily + [found for found in before if now_s - found.stat().st_mtime > age_s]


def _day(path: Path) -> date | None:
    named = DAILY.fullmatch(path.name)
    if named is None:
        return None
    try:
        return datetime.strptime(named[1], "%Y-%m-%d").date()  # noqa: DTZ007  # a date has no zone
    except ValueError:
        return None


def counted(path: Path) -> tuple[int, str]:
    """The schema of a database and what a full check says of it (`ok`), read beside a running bot.

    Raises StoreUnavailable for what another program, or a newer Spotter, wrote; else sqlite3.Error.
    """
    with closing(open_reader(path)) as connection:
        (verdict,) = connection.execute("pragma integrity_check(1)").fetchone()
        check_schema(connection, path)
        return max(applied_migrations(connection), default=0), str(verdict)
