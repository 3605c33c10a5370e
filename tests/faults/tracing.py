"""strace beside a running bot: it is killed on entering the n-th call of a kind, or the disk refuses each."""

from __future__ import annotations

import asyncio
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cache
from pathlib import Path

from tests.faults.moments import seen

WRITES = ("pwrite64", "fdatasync")
"""How SQLite writes: pages and frames, and the wait for the disk."""


@cache
def can_trace() -> bool:
    """Whether strace is here and may look at another process; containers often forbid it."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    command = [strace, "-f", "-e", "trace=pwrite64", sys.executable, "-c", "pass"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@asynccontextmanager
async def killed_at(pid: int, call: str, nth: int) -> AsyncIterator[None]:
    """Within the block the process dies on entering its n-th `call` from now on; counted a thread."""
    async with _injected(pid, call, f"signal=KILL:when={nth}"):
        yield


@asynccontextmanager
async def refused(pid: int, call: str, error: str) -> AsyncIterator[None]:
    """Within the block every `call` of the process does nothing and ends with an error, like `EROFS`."""
    async with _injected(pid, call, f"error={error}"):
        yield


@asynccontextmanager
async def _injected(pid: int, call: str, what: str) -> AsyncIterator[None]:
    tracer = await asyncio.create_subprocess_exec(
        "strace",
        "-f",
        "-qq",
        "-e",
        f"trace={call}",
        "-e",
        f"inject={call}:{what}",
        "-o",
        "/dev/null",
        "-p",
        str(pid),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        await _attached(pid)
        yield
    finally:
        with suppress(ProcessLookupError):
            tracer.send_signal(signal.SIGTERM)
        await tracer.wait()


async def _attached(pid: int) -> None:
    """Wait until every thread has a tracer."""
    assert await seen(lambda: _is_traced(Path(f"/proc/{pid}/task")), 10), "strace never attached"


def _is_traced(tasks: Path) -> bool:
    statuses = [path.read_text("utf-8") for path in tasks.glob("*/status")]
    return bool(statuses) and all("TracerPid:\t0" not in status for status in statuses)
