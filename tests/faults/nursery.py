"""Lives of the real bot without the price of a start: forked off a process that has read all its code.

`python -m bot run` spends a second on reading code before it does anything, and tests that kill need hundreds
of lives. A life from here begins where `run` begins, with its own settings, folder and process group, and is
killed like any other. As a program of its own this module is the process that forks.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from bot.memory import WANTED

ROOT = Path(__file__).parents[2]
LONGEST_ORDER = 65536
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)


class Life(Protocol):
    """One process of the bot; `asyncio`'s own processes are such, too."""

    @property
    def pid(self) -> int:
        """Its number, and its group's."""
        ...

    @property
    def returncode(self) -> int | None:
        """Its exit status, −9 after a kill; None while it runs."""
        ...

    async def wait(self) -> int:
        """Wait for its end; its exit status."""
        ...


class Forked:
    """A life from a nursery; its status comes over a socket of its own, for whichever loop waits for it."""

    def __init__(self, pid: int, told: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        self.pid, self._line = pid, line
        self._ended = asyncio.create_task(self._end(told))

    @property
    def returncode(self) -> int | None:
        """Its exit status; None while it runs."""
        return self._ended.result() if self._ended.done() else None

    async def wait(self) -> int:
        """Wait for its end; its exit status."""
        return await asyncio.shield(self._ended)

    async def _end(self, told: asyncio.StreamReader) -> int:
        try:
            return int(await told.readline())
        finally:
            self._line.close()


class Nursery:
    """Forks lives while the `with` block runs, for one event loop after the other; all end with it."""

    def __enter__(self) -> Self:
        self._orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.nursery", str(theirs.fileno())],
                cwd=ROOT,
                env={**os.environ, **WANTED},
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._orders.close()
        self._process.wait()

    async def fork(self, environment: Mapping[str, str], folder: Path, log: Path) -> Forked:
        """A new life in a folder, which adds what it says to a log."""
        order = {"environment": dict(environment), "folder": str(folder), "log": str(log)}
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._orders, [json.dumps(order).encode()], [theirs.fileno()])
        told, line = await asyncio.open_connection(sock=ours)
        return Forked(int(await told.readline()), told, line)


def die_with_the_parent() -> None:
    """In a new process: be killed when the process that made it dies, however it dies (Linux only)."""
    if hasattr(_LIBC, "prctl"):
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _serve(orders: socket.socket) -> dict[str, Any] | None:
    """Fork a life for each order, tell its number and, when it died, its status; the order, in a new life.

    None once nobody can order any more.
    """
    lines: dict[int, socket.socket] = {}
    heard, woken = os.pipe()
    os.set_blocking(woken, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(woken)
    while True:
        ready, _, _ = select.select([orders, heard], [], [])
        if heard in ready:
            os.read(heard, 4096)
            _tell_the_dead(lines)
        if orders not in ready:
            continue
        order, numbers, _, _ = socket.recv_fds(orders, LONGEST_ORDER, 1)
        if not order:
            return None
        line = socket.socket(fileno=numbers[0])
        if not (pid := os.fork()):
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for kept in (orders, line, *lines.values()):
                kept.close()
            os.setsid()
            return dict(json.loads(order))
        lines[pid] = line
        _tell(line, pid)


def _tell_the_dead(lines: dict[int, socket.socket]) -> None:
    while lines:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        with lines.pop(pid) as line:
            _tell(line, os.waitstatus_to_exitcode(status))


def _tell(line: socket.socket, number: int) -> None:
    try:
        line.sendall(b"%d\n" % number)
    except OSError:  # the test is over and nobody waits for this life any more
        line.close()


def _live(order: Mapping[str, Any]) -> int:
    """Be `python -m bot run`."""
    from bot.__main__ import main  # noqa: PLC0415  # in the process that forks, as all of the bot

    die_with_the_parent()  # its heap is the nursery's, which is as `run` wants it
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    os.umask(0o077)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    log = os.open(order["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    return main(["run"])


if __name__ == "__main__":
    import bot.health
    import bot.intake.webhook
    import bot.metrics
    import bot.running  # noqa: F401

    die_with_the_parent()
    gc.freeze()
    with socket.socket(fileno=int(sys.argv[1])) as ordering:
        given = _serve(ordering)
    sys.exit(0 if given is None else _live(given))
