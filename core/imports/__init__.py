"""Other apps' logs, read: bytes become frozen workouts, or a reason why not with the lines that are wrong.

Pure and bounded: a file of a stranger can be anything. Which exercise a name is and what is kept is not here
(`core/coach/data/importing.py`), nor how a file is fetched.
"""

from __future__ import annotations

from core.imports.body import read_body
from core.imports.plain_json import is_json
from core.imports.reading import LARGEST_BYTES, MOST_ROWS, Told, read_log, read_table

__all__ = ["LARGEST_BYTES", "MOST_ROWS", "Told", "is_json", "read_body", "read_log", "read_table"]
