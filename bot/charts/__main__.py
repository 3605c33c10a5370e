"""The drawing process: reads what to draw from standard input, writes pictures, ends when input ends.

Started by `studio.py` when a picture is first wanted, with the folder it may write to, which it takes away in
the end: a bot that was killed cannot. It is niced, for a set being logged comes first.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from bot.charts.wire import LENGTH_BYTES, SCRATCH, WhichZone, framed, read
from bot.charts.zones import zone_at

NICENESS = 10
DRAWN, FAILED = b"\x01", b"\x00"


def serve(asks: BinaryIO, answers: BinaryIO) -> None:
    """Answer one ask after the other; one that fails is answered so, and the next is read."""
    while head := asks.read(LENGTH_BYTES):
        body = asks.read(int.from_bytes(head, "big"))
        try:
            answer = DRAWN + _answer(body)
        except Exception as err:
            # Only the kind: what was asked holds an athlete's words.
            sys.stderr.write(f"not drawn: {type(err).__name__}\n")
            answer = FAILED
        answers.write(framed(answer))
        answers.flush()


def tidy(folders: Sequence[str]) -> None:
    """Take away the scratch folders among these, and nothing else."""
    for folder in folders:
        if Path(folder).name.startswith(SCRATCH):
            shutil.rmtree(folder, ignore_errors=True)


def _answer(body: bytes) -> bytes:
    ask = read(body)
    if isinstance(ask, WhichZone):
        return zone_at(ask).encode()
    from bot.charts.drawing import draw  # noqa: PLC0415  # a time zone need not wait for matplotlib

    return draw(ask)


if __name__ == "__main__":
    os.nice(NICENESS)
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:  # the bot was killed; what is left of the answer goes nowhere, without a word
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    finally:
        tidy(sys.argv[1:])
