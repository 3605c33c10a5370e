"""Logs spoilt at random: bytes turned, cells and lines swapped, cut, doubled. None may raise anything.

`python -m benchmarks.mutated_files 10000 7` reads ten thousand with seed 7; the test suite reads some.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from core.imports import Told, read_body, read_table
from core.imports.body import Measures
from core.imports.decoding import text_of
from core.model.imported import ImportedLog, NotRead
from core.units import Unit

GOLDEN = Path(__file__).parents[1] / "tests/core/imports/golden"
MEASURES = GOLDEN.parent / "measures"
LAST_DAY = date(2026, 6, 1)
_NASTY = (
    "NaN", "-1", "1e309", "0001-01-01", "9999-12-31", "31-02-2026", "=cmd|' /C calc'!A0", '"', "\0", "'", "٣",
    "\ufeff", "９", "x" * 9_000, "2026-02-30 25:61:61", "-0", "1h 99999m", "99:99:99", "Mar 0, 0000", "½",
    "Ⅳ",
    "²", "٠٥", "１２:００", "1,000", "1.000,5", "1,000,000,000",
)  # fmt: skip


def golden_files() -> list[bytes]:
    """The files that mutants are made of."""
    return [path.read_bytes() for path in sorted((*GOLDEN.glob("*.csv"), *MEASURES.glob("*.csv")))]


def mutated(content: bytes, dice: random.Random) -> bytes:
    """A file spoilt in one to four ways."""
    for _ in range(dice.randint(1, 4)):
        content = dice.choice(_WAYS)(content, dice)
    return content


def _turn_bytes(content: bytes, dice: random.Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(dice.randint(1, 8)):
        if spoilt:
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def _cut(content: bytes, dice: random.Random) -> bytes:
    first, last = sorted(dice.randint(0, len(content)) for _ in range(2))
    return content[:first] + content[last:]


def _swap_lines(content: bytes, dice: random.Random) -> bytes:
    lines = content.split(b"\n")
    dice.shuffle(lines)
    return b"\n".join(lines)


def _swap_cells(content: bytes, dice: random.Random) -> bytes:
    sign = dice.choice((b",", b";", b"\t"))
    cells = content.split(sign)
    one, other = dice.randrange(len(cells)), dice.randrange(len(cells))
    cells[one], cells[other] = cells[other], cells[one]
    return sign.join(cells)


def _put_nasty(content: bytes, dice: random.Random) -> bytes:
    sign = dice.choice((b",", b";"))
    cells = content.split(sign)
    cells[dice.randrange(len(cells))] = dice.choice(_NASTY).encode()
    return sign.join(cells)


def _other_sign(content: bytes, dice: random.Random) -> bytes:
    return content.replace(dice.choice((b",", b";")), dice.choice((b",", b";", b"\t", b"")))


def _double(content: bytes, dice: random.Random) -> bytes:
    at = dice.randint(0, len(content))
    return content[:at] + content[dice.randint(0, at) :]


_WAYS: Sequence[Callable[[bytes, random.Random], bytes]] = (
    _turn_bytes, _cut, _swap_lines, _swap_cells, _put_nasty, _other_sign, _double,
)  # fmt: skip


def _read(content: bytes, told: Told) -> ImportedLog | Measures | NotRead:
    """A file as the reading process takes it."""
    text = text_of(content)
    if isinstance(text, NotRead):
        return text
    return read_body(text, told, LAST_DAY) or read_table(text, told, LAST_DAY)


def read_mutants(count: int, seed: int) -> Counter[str]:
    """Read so many spoilt files; what became of them. Anything raised comes through, with the file in it."""
    dice, files, outcomes = random.Random(seed), golden_files(), Counter[str]()
    for _ in range(count):
        content = mutated(dice.choice(files), dice)
        try:
            told = Told(dice.choice((None, Unit.KG, Unit.LB)), dice.choice((None, True, False)))
            read = _read(content, told)
        except Exception as error:
            error.add_note(repr(content))
            raise
        outcomes[str(read.fault) if isinstance(read, NotRead) else "read"] += 1
    return outcomes


if __name__ == "__main__":
    _count, _seed = (*map(int, sys.argv[1:3]), 10_000, 7)[:2] if len(sys.argv) > 1 else (10_000, 7)
    for _outcome, _many in read_mutants(_count, _seed).most_common():
        print(f"{_many:7,} {_outcome}")
