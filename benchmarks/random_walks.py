"""Random walks over the whole bot: whatever lifters do, chat and database agree, and no call is refused.

Run: `python -m benchmarks.random_walks [walks] [first seed] [processes]`. Fifty walks share a seed, and two
processes, or as many as asked, share the seeds; the same seed plays the same steps again. Of walks that
went wrong the first twenty are printed, as chats; the last line is the verdict. The machine is
`tests/walks/machine.py`, and a part of it is also a test.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed

from tests.walks.running import Walked, run_walks

AT_ONCE = 2
SHARE = 50
SHOWN = 20


def main() -> int:
    """Walk, print the figures, and end with 1 where a chat and its database did not agree."""
    walks = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    at_once = int(sys.argv[3]) if len(sys.argv) > 3 else AT_ONCE
    shares = [min(SHARE, walks - done) for done in range(0, walks, SHARE)]
    begun, total, kinds = time.monotonic(), Walked(), Counter[str]()
    with ProcessPoolExecutor(at_once) as pool:
        started = {pool.submit(run_walks, share, first + at): first + at for at, share in enumerate(shares)}
        for done in as_completed(started):
            walked = done.result()
            total.add(walked)
            for wrong in walked.wrong:
                if sum(kinds.values()) < SHOWN:
                    print(f"SEED={started[done]}: {wrong}\n{'-' * 60}")
                kinds[re.sub(r"\d+", "…", wrong.split("\n", 1)[0])[:50]] += 1
            spent = time.monotonic() - begun
            told = f"{total.walks:,} walks, {total.steps:,} steps, {len(total.wrong)} wrong"
            each = total.cpu_s / total.walks
            print(f"seed {started[done]}: {told}, {spent:.0f} s, {each:.2f} CPU-s a walk", flush=True)
    for kind, times in kinds.most_common():
        print(f"{times:6} {kind}")
    verdict = f"{len(total.wrong)} DISAGREED" if total.wrong else "ALL AGREED"
    seeds = f"seeds {first} to {first + len(shares) - 1}"
    print(f"{verdict}: {total.walks:,} walks, {total.steps:,} steps, {seeds}")
    return 1 if total.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
