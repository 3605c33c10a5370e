"""Text that a spreadsheet would run: a `'` before it when a file is written, taken away when one is read.

Exact both ways: a text that looks already marked gets one mark more. Source: OWASP, CSV injection.
"""

from __future__ import annotations

import re

_RUNS = re.compile(r"'*[=+\-@\t\r\n\0]")
_MARKED = re.compile(r"'+[=+\-@\t\r\n\0]")


def neutralised(text: str) -> str:
    """A text cell that no spreadsheet takes for a formula. Numbers need none of it."""
    return f"'{text}" if _RUNS.match(text) else text


def restored(cell: str) -> str:
    """The text that `neutralised` was given."""
    return cell[1:] if _MARKED.match(cell) else cell
