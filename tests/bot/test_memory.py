from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from bot.memory import WANTED

ROOT = Path(__file__).parents[2]
HEAPS = """
import ctypes, threading
from bot.memory import keep_in_one_piece
{first}
def work(gate=threading.Barrier(8)):
    gate.wait()
    kept = [ctypes.create_string_buffer(60_000) for _ in range(20)]
    gate.wait()
threads = [threading.Thread(target=work) for _ in range(8)]
[each.start() for each in threads], [each.join() for each in threads]
libc = ctypes.CDLL(None)
libc.malloc_stats()
"""
HOLES = """
import asyncio, ctypes
from pathlib import Path
from bot.memory import give_back

def resident_kb():
    return int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0])

async def rounds(count):
    left = iter(range(count))
    async def sleep(_):
        if next(left, None) is None:
            raise asyncio.CancelledError
    try:
        await give_back(sleep)
    except asyncio.CancelledError:
        pass

pieces = [ctypes.create_string_buffer(b"x" * 20_000) for _ in range(2_000)]
kept = pieces[::50]
del pieces
before = resident_kb()
asyncio.run(rounds({rounds}))
print(before - resident_kb())
"""


def heaps(first: str, **environment: str) -> int:
    """How many heaps the C library made for eight threads."""
    done = subprocess.run(
        [sys.executable, "-c", HEAPS.format(first=first)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    return done.stderr.count("Arena ")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc makes a heap for each thread")
def test_threads_share_one_heap_unless_the_host_says_otherwise() -> None:
    assert heaps("keep_in_one_piece()") == 1
    assert heaps("") > 1
    assert heaps("keep_in_one_piece()", MALLOC_ARENA_MAX="4") > 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is begun anew")
def test_the_command_begun_anew_is_the_same_with_the_same_words() -> None:
    said = "import sys; from bot.memory import keep_in_one_piece; keep_in_one_piece(); print(sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", said, "run", "two words"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stdout.split("\n") == ["['run', 'two words']", ""]


def test_the_collector_looks_at_nothing_the_start_made() -> None:
    said = "import gc, bot.app, bot.memory; bot.memory.leave_out_the_start(); print(len(gc.get_objects()))"
    done = subprocess.run(
        [sys.executable, "-c", said],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert int(done.stdout) < 1000


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has it")
def test_what_lies_unused_between_what_is_kept_is_given_back() -> None:
    assert given_back_kb(rounds=0) < 2_000
    assert given_back_kb(rounds=1) > 30_000


def given_back_kb(rounds: int) -> int:
    """What a process with 40 MB of holes in its heap gives back in so many rounds."""
    done = subprocess.run(
        [sys.executable, "-c", HOLES.format(rounds=rounds)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **WANTED},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    return int(done.stdout)
