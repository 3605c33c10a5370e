"""A full disk, a file that somebody locks, a copy put back: the real process, and what the lifter sees."""

from __future__ import annotations

import asyncio
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.moments import moment
from tests.faults.phone import FIRST_SET, Phone
from tests.faults.process import ROOT, BotProcess
from tests.faults.test_health import Probe
from tests.faults.tracing import can_trace, refused

UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
TOLD = "notebook"
PAGE = 4096


def held(path: Path) -> list[int]:
    """The reps of every set that stands in the database."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            "select reps from logged_set where undone_at is null and kind <> 'warm_up' order by id"
        )
        return [reps for (reps,) in rows]


@contextmanager
def full_disk(bot_process: BotProcess) -> Iterator[None]:
    """No file of the bot's may grow beyond what its log of writes has now."""
    log = Path(f"{bot_process.database}-wal")
    resource.prlimit(bot_process.pid, resource.RLIMIT_FSIZE, (log.stat().st_size, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.prlimit(bot_process.pid, resource.RLIMIT_FSIZE, UNLIMITED)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program holds the whole file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin exclusive")
        yield
        other.execute("rollback")


def command(bot_process: BotProcess, *words: str) -> subprocess.CompletedProcess[str]:
    """`python -m bot …` beside the running bot."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=bot_process.folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **bot_process.settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def bells(phone: Phone) -> int:
    return sum("🔔" in str(call.params.get("text")) for call in phone.sends())


async def ask(bot_process: BotProcess, *words: str) -> tuple[int, str]:
    done = await asyncio.to_thread(command, bot_process, *words)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def errors(bot_process: BotProcess) -> list[str]:
    return [line for line in bot_process.lines if "nothing can be kept" in line]


async def test_a_full_disk_is_told_and_nothing_kept_is_lost(bot_process: BotProcess, phone: Phone) -> None:
    probe = Probe(bot_process)
    await bot_process.start({"LOG_LEVEL": "INFO"})
    await phone.train_now()
    before = held(bot_process.database)
    with full_disk(bot_process):
        for reps in (11, 12):
            phone.say(str(reps))
        await phone.until_shown(TOLD)
        assert held(bot_process.database) == before
        assert len(errors(bot_process)) == 1
        await probe.until_failing("database")
    await phone.until(lambda: 12 in held(bot_process.database), "the set after the disk has room")
    assert held(bot_process.database) == [*before, 11, 12]
    assert any("takes writes again" in line for line in bot_process.lines)
    await probe.until_failing()


@pytest.mark.skipif(not can_trace(), reason="strace is not here, or may not attach")
async def test_a_file_that_turns_read_only_is_told_and_nothing_kept_is_lost(
    bot_process: BotProcess, phone: Phone
) -> None:
    """As a disk that the system mounts read-only after an error: what is open is still read."""
    probe = Probe(bot_process)
    await bot_process.start({"LOG_LEVEL": "INFO"})
    await phone.train_now()
    before = held(bot_process.database)
    async with refused(bot_process.pid, "pwrite64", "EROFS"):
        phone.say("11")
        await phone.until_shown(TOLD)
        assert held(bot_process.database) == before
        assert len(errors(bot_process)) == 1
        await probe.until_failing("database")
    await phone.until(lambda: 11 in held(bot_process.database), "the set after the disk takes writes again")
    assert held(bot_process.database) == [*before, 11]
    await probe.until_failing()


async def test_a_file_that_is_damaged_while_it_runs_is_told_and_a_copy_brings_back_what_stood(
    bot_process: BotProcess, phone: Phone
) -> None:
    probe = Probe(bot_process)
    await bot_process.start({"LOG_LEVEL": "INFO"})
    card = await phone.train_now()
    await phone.until_answered(phone.tap("✅", card))
    await phone.until_logged(FIRST_SET)
    before = held(bot_process.database)
    assert (await ask(bot_process, "backup", "copy.db"))[0] == 0
    with closing(sqlite3.connect(bot_process.database)) as other:
        other.execute("pragma wal_checkpoint(truncate)")  # what stands is in the file, not in its log
    damage(bot_process.database)
    phone.say("11")
    await phone.until_shown(TOLD)
    async with asyncio.timeout(20):
        while "database" not in await probe.failing():
            continue
    assert any("is damaged" in line for line in errors(bot_process))
    await bot_process.kill()
    assert await refused_start(bot_process)
    status, said = await ask(bot_process, "restore", "copy.db")
    assert (status, "replaced-1" in said) == (0, True)
    await bot_process.start()
    await phone.until_idle()
    assert held(bot_process.database)[: len(before)] == before
    await probe.until_failing()


def damage(path: Path) -> None:
    """Every page but the first is overwritten, as by a disk that dies."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(PAGE)
        file.write(b"\xa5" * (size - PAGE))


async def refused_start(bot_process: BotProcess) -> bool:
    """Whether a start ends at once, with the file and the way back in its last line."""
    await bot_process.launch()
    assert await bot_process.ended() == 2
    return "put a backup in its place" in bot_process.lines[-1]


async def test_a_file_locked_for_long_is_told_within_seconds(bot_process: BotProcess, phone: Phone) -> None:
    await bot_process.start({"LOG_LEVEL": "INFO"})
    await phone.train_now()
    before = held(bot_process.database)
    with locked(bot_process.database):
        began = asyncio.get_running_loop().time()
        for reps in (11, 12):
            phone.say(str(reps))
        await phone.until_shown(TOLD)
        assert asyncio.get_running_loop().time() - began < 10
        assert len(errors(bot_process)) == 1
    await phone.until(lambda: 12 in held(bot_process.database), "the sets after the lock is gone")
    assert held(bot_process.database) == [*before, 11, 12]


@pytest.mark.parametrize("seconds", [1.0, pytest.param(3.0, marks=pytest.mark.faults)])
async def test_a_file_locked_for_seconds_is_waited_for_without_a_word(
    bot_process: BotProcess, phone: Phone, seconds: float
) -> None:
    await bot_process.start({"LOG_LEVEL": "INFO"})
    await phone.train_now()
    before = held(bot_process.database)
    with locked(bot_process.database):
        phone.say("11")
        await moment(seconds)
        assert complaints(phone) == []
    await phone.until(lambda: 11 in held(bot_process.database), "the set after the lock is gone")
    assert held(bot_process.database) == [*before, 11]
    assert complaints(phone) == []
    assert errors(bot_process) == []


def complaints(phone: Phone) -> list[str]:
    """What was said of trouble with the notebook."""
    return [sent.text for sent in phone.sends() if TOLD in sent.text]


async def test_a_copy_put_back_brings_what_was_in_it_and_doubles_nothing(
    bot_process: BotProcess, phone: Phone
) -> None:
    await bot_process.start()
    card = await phone.train_now()
    await phone.until_answered(phone.tap("✅", card))
    await phone.until_logged(FIRST_SET)
    before = held(bot_process.database)
    assert len(before) == 1
    status, said = await ask(bot_process, "backup", "copy.db")
    assert (status, "opened, sound" in said) == (0, True)
    phone.say("/undo")
    await phone.until(lambda: held(bot_process.database) == [], "the set taken back")
    status, said = await ask(bot_process, "restore", "copy.db")
    assert (status, "Another Spotter runs" in said) == (2, True)
    await bot_process.kill()
    status, said = await ask(bot_process, "restore", "copy.db")
    assert (status, "replaced-1" in said) == (0, True)
    bot_process.let_pass(timedelta(hours=1))
    rings = bells(phone)
    await bot_process.start()
    await phone.until_idle()
    assert held(bot_process.database) == before
    assert bells(phone) == rings  # that rest ended long ago
