"""Files of the worst shapes, and how much more than for an empty one the reading process holds at most."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.importing.wire import Ask, asking
from core.imports import LARGEST_BYTES, MOST_ROWS, Told
from core.units import Unit

MOST_MB = 50.0
HEADING = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;"
    "Notes\n"
)
ROW = "2025-03-01 18:02:11;Push;Bench;1;80;kg;8;8,5;;;0;"
EXPORT = b'{"format":"spotter-export","version":1,"workouts":['
# A process counts the one it was forked from, so a small one stands between it and ours.
_MEASURE = """
import os, subprocess, sys
with open(sys.argv[1], "rb") as question:
    command = [sys.executable, "-m", "bot.importing"]
    read = subprocess.Popen(command, stdin=question, stdout=subprocess.DEVNULL)
_, status, used = os.wait4(read.pid, 0)
print(status, used.ru_maxrss)
"""


def filled(head: bytes, unit: bytes, tail: bytes = b"") -> bytes:
    """The largest file there may be, of the same again and again."""
    return head + unit * ((LARGEST_BYTES - len(head) - len(tail)) // len(unit)) + tail


def a_log(encoding: str) -> bytes:
    """As many rows as there may be, each with a note of its own."""
    rows = (
        f"{date.fromordinal(735_000 + number // 20)} 18:00:00;Drücken {number // 20 % 7};Übung {number % 40};"
        f"{number % 20 + 1};{60 + number % 60};kg;8;8,5;;;0;Größer als Nr. {number}"
        for number in range(MOST_ROWS)
    )
    return (HEADING + "\n".join(rows)).encode(encoding)


def workouts_of_one(names: int = 1, spare: str = "") -> bytes:
    """As many workouts as there may be rows, each of one set with a title and a note of its own."""
    rows = (
        f"{date.fromordinal(719_163 + number // 3)} {6 + number % 3 * 6:02}:00:00;Training Nr. {number};"
        f"Übung {number % names};1;{60 + number % 60};kg;8;8,5;;;0;Größer als Nr. {number}{spare}"
        for number in range(MOST_ROWS)
    )
    return (HEADING + "\n".join(rows)).encode()


# Told apart for the quick suite: what once took most of all.
WORST: dict[str, Callable[[], bytes]] = {
    "measures with long comments": lambda: filled(
        b"Date,Time,Measurement,Value,Unit,Comment\n",
        ("2026-01-05,07:30:00,Bodyweight,82.4,kgs,\U0001f600" + "x" * 790 + "\n").encode(),
    ),
    "a JSON of empty lists": lambda: filled(b"[", b"[],", b"0]"),
    "an export of small values": lambda: filled(EXPORT, b'{"a":"bcdefgh"},', b"{}]}"),
    "one letter beyond the usual": lambda: filled(
        (HEADING + ROW + "\U0001f600\n").encode(), (ROW + "x" * 1_000 + "\n").encode()
    ),
}
OTHERS: dict[str, Callable[[], bytes]] = {
    "50,000 workouts": workouts_of_one,
    "50,000 workouts with long notes": lambda: workouts_of_one(spare="x" * 90),
    "50,000 workouts with an emoji each": lambda: workouts_of_one(spare="\U0001f600" + "x" * 80),
    "50,000 exercises": lambda: workouts_of_one(MOST_ROWS),
    "2,000 exercises": lambda: workouts_of_one(2_000),
    "50,000 rows": lambda: a_log("utf-8"),
    "50,000 rows of Windows": lambda: a_log("cp1252"),
    "50,000 rows in UTF-16": lambda: a_log("utf-16"),
    "a JSON of numbers": lambda: filled(b"[", b"1,", b"0]"),
    "an export of texts": lambda: filled(EXPORT, b'"abcdefgh",', b"{}]}"),
    "an export of long texts": lambda: filled(EXPORT, b'"' + b"a" * 1_900 + b'",', b"{}]}"),
    "members of small values": lambda: filled(b'{"format":[', b'{"a":1},', b"0]}"),
    "brackets alone": lambda: filled(b"", b"["),
    "quotes in JSON": lambda: filled(b"{", b'"'),
    "escapes in JSON": lambda: filled(b'{"', rb"\u00e9", b'":1}'),
    "empty lines": lambda: filled(HEADING.encode(), b"\n"),
    "lines of spaces": lambda: filled(HEADING.encode(), b" \n"),
    "quotes": lambda: filled(HEADING.encode(), b'"'),
    "quotes and lines": lambda: filled(HEADING.encode(), b'"\n'),
    "many cells": lambda: filled(HEADING.encode(), b";" * 90_000 + b"\n"),
    "a cell without an end": lambda: filled(HEADING.encode() + b'"', b"x"),
    "emoji": lambda: filled(HEADING.encode(), "\U0001f600\n".encode()),
    "broken letters": lambda: filled(HEADING.encode(), b"\xff\xfe\n"),
}


def grown_mb(content: bytes, folder: Path) -> float:
    """What reading it takes at most beyond an empty file."""
    return _peak_mb(content, folder) - _empty_mb()


@cache
def _empty_mb() -> float:
    with TemporaryDirectory() as folder:
        return _peak_mb(b"", Path(folder))


def _peak_mb(content: bytes, folder: Path) -> float:
    file = folder / "question"
    file.write_bytes(asking(Ask(Told(Unit.KG), date(2026, 6, 1))) + content)
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(file)], cwd=Path(__file__).parents[2],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    status, most = map(int, done.stdout.split())
    assert status == 0, done.stderr.decode()
    return most / (1024 if sys.platform == "linux" else 1024**2)
