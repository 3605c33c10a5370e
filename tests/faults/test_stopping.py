"""Told to stop in the middle of what takes long: the process is gone in time, and what was kept stands."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.picture_load import train
from core.store.port import StoreUnavailable
from core.store.sqlite import SqliteStore
from core.store.sqlite_file import FileLock
from tests.faults.moments import moment, seen
from tests.faults.phone import Phone
from tests.faults.process import BotProcess
from tests.faults.test_storage_faults import locked


def is_taken(path: Path) -> bool:
    """Whether a process has the database, or is about to open it."""
    try:
        FileLock.take(path).release()
    except StoreUnavailable:
        return True
    return False


async def test_told_to_stop_while_it_opens_its_database_it_ends_at_once(bot_process: BotProcess) -> None:
    store = await SqliteStore.open(bot_process.database, applied_now=lambda: datetime.now(UTC))
    await store.close()
    with locked(bot_process.database):  # waited for for five seconds
        await bot_process.launch()
        assert await seen(lambda: is_taken(bot_process.database), 20)
        began = time.monotonic()
        assert await bot_process.terminate() == 0
        assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("lifters", "workouts"), [(3, 40), pytest.param(12, 1_000, marks=pytest.mark.faults)]
)
async def test_told_to_stop_while_long_histories_are_read_it_ends_in_time(
    bot_process: BotProcess, phone: Phone, lifters: int, workouts: int
) -> None:
    users = [phone.telegram.add_user(f"Lifter {number}") for number in range(lifters)]
    people = [Phone(phone.telegram, user, patience_s=60.0) for user in users]
    now = datetime.now(UTC)
    store = await SqliteStore.open(bot_process.database, applied_now=lambda: now, durable=False)
    for one in people:
        await store.run(train, one.user.id, workouts, now)
    await store.close()
    await bot_process.start({"CLOCK_SPEED": "1", "LOG_LEVEL": "INFO"})
    await phone.train_now()
    for one in people:
        one.say("/records")
    await moment(0.5)
    assert await bot_process.terminate(within_s=10.0) == 0
    assert "Traceback" not in bot_process.output
    await bot_process.start({"CLOCK_SPEED": "1", "LOG_LEVEL": "INFO"})
    await asyncio.gather(*(one.until_shown("Your records") for one in people))
