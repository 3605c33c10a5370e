"""Every call a bot made: when, what, to which chat, and how it ended. For tests and for the curious.

Calls are written down by `server.py`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.terminal.wire import Json


@dataclass(slots=True)
class Call:
    """One call. `status` is None while it runs; `scripted` marks an outcome that a test ordered.

    `applied` says whether it took effect, `answered` whether the bot ever got to know.
    """

    number: int
    at: datetime
    method: str
    chat_id: int | None
    params: Json
    status: int | None = None
    description: str | None = None
    scripted: bool = False
    applied: bool = False
    answered: bool = False

    @property
    def text(self) -> str:
        """The text or caption sent, empty if none."""
        text = self.params.get("text", self.params.get("caption", ""))
        return text if isinstance(text, str) else ""


class Ledger:
    """The calls in the order of their arrival. With `limit`, only the newest are kept."""

    def __init__(self, limit: int | None = None) -> None:
        self._calls: deque[Call] = deque(maxlen=limit)
        self._count = 0

    def __iter__(self) -> Iterator[Call]:
        return iter(tuple(self._calls))

    def __len__(self) -> int:
        """How many calls were made, forgotten ones included."""
        return self._count

    def open(self, at: datetime, method: str, chat_id: int | None, params: Json) -> Call:
        """Writes down a call that has just arrived."""
        self._count += 1
        call = Call(self._count, at, method, chat_id, params)
        self._calls.append(call)
        return call

    def calls(self, method: str | None = None, chat_id: int | None = None) -> list[Call]:
        """The calls of one method, to one chat, or all; oldest first."""
        return [
            call
            for call in tuple(self._calls)
            if (method is None or call.method == method) and (chat_id is None or call.chat_id == chat_id)
        ]

    def refused(self) -> list[Call]:
        """The calls that broke a rule: neither done, nor failed because a test ordered it."""
        return [call for call in self if not call.scripted and call.status is not None and call.status >= 400]
