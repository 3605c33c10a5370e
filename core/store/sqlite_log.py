"""Whether the write-ahead log beside a file still has all that was committed to it.

SQLite takes a log that ends too early for one whose last commits never happened, and says nothing. Its index
(`-shm`), which a kill leaves behind, still knows how far the log went. Formats:
https://www.sqlite.org/walformat.html
"""

from __future__ import annotations

import sys
from pathlib import Path

LOG_HEADER, FRAME_HEADER = 32, 24


def log_was_cut(path: Path) -> bool:
    """Whether commits are missing at the log's end. To be asked before anybody opens the file.

    Only a sure loss counts: an index of another log (other salts), or none, tells nothing. A commit is in the
    index after it is in the log, and with `synchronous = full` after it is on the disk, so an index that is
    ahead means that the log became shorter since.
    """
    log, index = path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")
    try:
        with log.open("rb") as found:
            head = found.read(LOG_HEADER)
        with index.open("rb") as found:
            known = found.read(48)
        size = log.stat().st_size
    except OSError:
        return False
    if len(head) < LOG_HEADER or len(known) < 48 or known[12] != 1 or known[32:40] != head[16:24]:
        return False
    page = int.from_bytes(head[8:12], "big")
    # The index is written in the byte order of the machine that wrote it, which is this one or of no use.
    frames = int.from_bytes(known[16:20], sys.byteorder)
    return (size - LOG_HEADER) // (FRAME_HEADER + page) < frames
