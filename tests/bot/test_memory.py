from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

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
