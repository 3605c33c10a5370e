"""Set notation against a million wild texts: no exception, bounded time, no number the text doesn't hold.

Run: `python -m benchmarks.fuzz_set_notation [texts] [seed]`. The first 20,000 texts are also a test.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from core.model.session import Measure
from core.training.notation.numerals import plain
from core.training.notation.set_reading import Asked, Reading, Sets
from core.training.notation.set_words import DAYS_AGO, WORDS
from core.training.set_notation import read_set
from core.units import Load, Unit

ASKED: tuple[Asked | None, ...] = (
    None,
    Asked(),
    Asked(Load.kg(80), 8, sets_left=4, best=Load.kg(110), lightest=Load.kg(20)),
    Asked(Load.lb(185), 5, sets_left=5),
    Asked(Load.kg(10), 10),
    Asked(None, 15),
    Asked(None, 12, takes_load=False, bodyweight=True),
    Asked(Load.kg(10), 8, bodyweight=True),
    Asked(Load.kg(-20), 8, bodyweight=True),
    Asked(None, 45, takes_load=False, measure=Measure.SECONDS),
    Asked(Load.kg(24), 40, measure=Measure.METRES),
)
_PIECES = (
    *WORDS, *DAYS_AGO, "bench", "squat", "pull-up", "felt", "heavy", "monday", "8", "80", "82.5", "80,5",
    "5", "100", "0", "10", "12", "1,000", "1.000,5", "8.5", "375", "99999", "1e309", "0x10", "1_000",
    "NaN", "²", "½", "٨٠", "٫", "८", "８０", "8️⃣", "x", "×", "х", "*", "@", "+", "-", "−", "/", ":", ",",
    ";", ".", "\n", " ", "  ", "\u200f", "\u200d", "\ufe0f", "\x00", "\ud800", "👍🏽", "ﷺ", "㏠", "🔟", "<b>",
    "'; DROP", "%s", "1:30", "45s", "kgx", "xbw", "note:", "yesterday:", "2 days ago", "2026-05-01",
    "a\u0301",
)  # fmt: skip
_FORMS = (
    "N", "NxN", "N x N", "N U x N", "N @ N", "N x N @N", "NxNxN", "N N", "N N N", "N,N,N", "N/N", "NxN/N",
    "+N", "-NxN", "bw+NxN", "bw x N", "N rpe N", "N Nrir", "@N", "fail N", "Nf", "NxN w", "NU x N d",
    "N for N", "N at N", "NxN NxN", "NxN\nNxN U", "bench NxN", "NxN bench", "yesterday: squat NxNxN",
    "N sets of N at N", "NxN @ N U", "NU N N N", "xN", "Nx", "Ns", "N min", "N:N", "N U x Ns", "amrap N",
    "N reps N U", "ok N", "✓ N kg × N @N", "N U × N, N, N", "N Nx N",
    "N N N @ N", "N N @ N U", "NxN N N", "NxN NxN N", "NxN, N, N", "NxN rpe N-N", "N @N-N", "N min N", "NmNs",
)  # fmt: skip
_NUMBERS = (
    "8", "80", "5", "10", "12", "100", "82.5", "80,5", "0", "15", "20", "7", "1", "45", "375", "8.5", "9",
    "1000", "2204.62", "1,000", "80.125", "٨", "८०", "３", "101", "3600", "007",
)  # fmt: skip
_GLUE = ("", "", " ", " ", " ", "  ", "x", " x ", " @", ", ", "\n")
SLOWEST = 100  # texts that are read once more at the end
_RUN = re.compile(r"[0-9][0-9.,٫٬:]*")


def texts(count: int, seed: int = 1) -> Iterator[str]:
    """`count` texts, the same for the same seed: words of the grammar shuffled, and plain junk."""
    random = Random(seed)
    for _ in range(count):
        style = random.random()
        if style < 0.5:
            yield _likely(random)
        elif style < 0.8:
            size = random.choice((1, 2, 3, 3, 4, 5, 6, 9, 14))
            yield "".join(random.choice(_PIECES) + random.choice(_GLUE) for _ in range(size))
        elif style < 0.92:
            yield "".join(random.choices("0123456789 xX×@.,/+-:kglbrfwd", k=random.randint(1, 24)))
        elif style < 0.99:
            yield "".join(chr(random.randrange(0x110000)) for _ in range(random.randint(1, 40)))
        else:
            yield random.choice(_PIECES) * random.choice((30, 60, 200, 1000))


def _likely(random: Random) -> str:
    """A form of the grammar, filled, and one time in four with a character lost, doubled or changed."""
    letters = {"N": _NUMBERS, "U": ("kg", "lb", "lbs", "кг", "#")}
    text = "".join(random.choice(letters.get(char, (char,))) for char in random.choice(_FORMS))
    if random.random() < 0.25 and text:
        at = random.randrange(len(text))
        changed = random.choice(("", text[at] * 2, random.choice("x@.,-/ 8٫\u200f²")))
        text = text[:at] + changed + text[at + 1 :]
    return text


def numbers_in(text: str) -> set[Decimal]:
    """Every number that a text's digits can be read as, found without the parser under test."""
    body = any(word in text.casefold() for word in ("bw", "body", "gewicht", "pdc"))
    found = {Decimal(0)} if body else set()
    runs = [part for run in _RUN.findall(plain(text) or "") for part in re.split(r"[.,٫٬:]{2,}", run)]
    for run in filter(None, runs):  # doubled points part two numbers
        pieces = [piece for piece in re.split(r"[.,٫٬:]", run) if piece]
        found |= {Decimal(piece) for piece in pieces} | {60 * Decimal(piece) for piece in pieces}
        if not pieces:
            continue
        found.add(Decimal("".join(pieces)))
        for at in range(1, len(pieces)):
            whole, part = "".join(pieces[:at]), "".join(pieces[at:])
            found |= {Decimal(f"{whole}.{part}"), 60 * Decimal(f"{whole}.{part}")}
            found.add(60 * Decimal(pieces[at - 1]) + Decimal(pieces[at]))
    single = {number for number in found if number < 60}
    return found | {60 * minutes + seconds for minutes in found if minutes <= 60 for seconds in single}


def invented(text: str, reading: Reading) -> list[Decimal]:
    """Loads and counts of accepted sets that the text doesn't hold."""
    if not isinstance(reading, Sets):
        return []
    held = numbers_in(text)
    said = [Decimal(count) for entry in reading.entries for count in entry.sides or (entry.reps or 0,)]
    said += [abs(entry.load.value) for entry in reading.entries if entry.load is not None]
    return [number for number in said if number not in held]


def least_of(text: str, asked: Asked | None, unit: Unit, times: int = 5) -> int:
    """Nanoseconds of CPU that reading a text takes when nothing comes between: the least of some tries."""
    took = []
    for _ in range(times):
        before = time.thread_time_ns()
        read_set(text, asked, unit)
        took.append(time.thread_time_ns() - before)
    return min(took)


def main() -> int:
    """Fuzz, print the figures, and end with 1 where one of the three promises is broken."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    spent, kinds, wrong = [0] * count, Counter[str](), 0
    slowest: list[tuple[int, str, Asked | None, Unit]] = []
    for index, text in enumerate(texts(count, seed)):
        asked, unit = ASKED[index % len(ASKED)], (Unit.KG, Unit.LB)[index % 2]
        before = time.thread_time_ns()
        reading = read_set(text, asked, unit)
        spent[index] = time.thread_time_ns() - before
        if len(slowest) < SLOWEST or spent[index] > slowest[0][0]:
            slowest = sorted([*slowest, (spent[index], text, asked, unit)], key=lambda one: one[0])[-SLOWEST:]
        kinds[type(reading).__name__] += 1
        if invented(text, reading):
            wrong += 1
            print("invented", invented(text, reading), repr(text), asked)
    spent.sort()
    shares = {share: spent[min(count - 1, int(count * share))] / 1e6 for share in (0.5, 0.99, 0.9999)}
    print(f"{count:,} texts, seed {seed}: {wrong} with a number the text does not hold, no exception")
    told = ", ".join(f"p{share * 100:g} {ms:.3f}" for share, ms in shares.items())
    print(f"CPU ms: {told}, max {spent[-1] / 1e6:.3f}")
    again = max(least_of(text, asked, unit) for _, text, asked, unit in slowest)
    print(f"the slowest {len(slowest)} once more, alone: max {again / 1e6:.3f}")
    print(", ".join(f"{name} {times:,}" for name, times in kinds.most_common()))
    return 1 if wrong or shares[0.9999] >= 1 else 0


if __name__ == "__main__":
    sys.exit(main())
