"""Trouble to order: refusals, floods, lost answers and pauses, for the next calls of a method.

A fault test scripts them with `FaultScript.fail` and `FaultScript.pause`; `server.py` lets them happen.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import Enum

from bot.terminal.wire import Lost, Refused

_WORDS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


class Lose(Enum):
    """An answer that never arrives, and whether the call took effect before it was lost."""

    TIME_OUT_UNDONE = "time out before it is applied"
    TIME_OUT_DONE = "applied, then time out"
    RESET_UNDONE = "connection reset before it is applied"
    RESET_DONE = "applied, then connection reset"
    HALF_DONE = "applied, then half an answer"

    @property
    def applied(self) -> bool:
        return self in (Lose.TIME_OUT_DONE, Lose.RESET_DONE, Lose.HALF_DONE)

    def lost(self) -> Lost:
        return Lost(reset=self in (Lose.RESET_UNDONE, Lose.RESET_DONE), half=self is Lose.HALF_DONE)


@dataclass(slots=True)
class Fault:
    """One order; `times` is how many calls it still holds for, None for all of them."""

    method: str | None
    chat_id: int | None
    times: int | None
    refused: Refused | None
    lose: Lose | None

    def holds(self, method: str, chat_id: int | None) -> bool:
        return self.times != 0 and _matches(self, method, chat_id)


@dataclass(slots=True)
class Barrier:
    """Holds the k-th matching call, before or after it is applied, until it is released.

    `await reached()`, look or kill, then `release()`.
    """

    method: str | None
    chat_id: int | None
    countdown: int
    applied: bool
    _reached: asyncio.Event = field(default_factory=asyncio.Event)
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    async def reached(self) -> None:
        await self._reached.wait()

    @property
    def is_reached(self) -> bool:
        return self._reached.is_set()

    def release(self) -> None:
        self._released.set()

    async def hold(self) -> None:
        self._reached.set()
        await self._released.wait()


def _matches(order: Fault | Barrier, method: str, chat_id: int | None) -> bool:
    same_method = order.method is None or order.method.lower() == method.lower()
    return same_method and order.chat_id in (None, chat_id)


class FaultScript:
    """The orders, oldest first; the first that holds is carried out."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._barriers: list[Barrier] = []

    def fail(
        self,
        method: str | None = None,
        status: int = 500,
        description: str | None = None,
        *,
        times: int | None = 1,
        chat_id: int | None = None,
        retry_after_s: int | None = None,
        migrate_to: int | None = None,
        lose: Lose | None = None,
    ) -> Fault:
        """Orders the next `times` calls (None: all until `clear`) of `method` (None: any) to fail.

        With `lose` the answer is lost; otherwise `status` and `description` are answered. `retry_after_s`
        makes it a 429, `migrate_to` the refusal of a group that became a supergroup.
        """
        parameters = {}
        if retry_after_s is not None:
            status, parameters = 429, {"retry_after": retry_after_s}
            description = description or f"Too Many Requests: retry after {retry_after_s}"
        if migrate_to is not None:
            status, parameters = 400, {"migrate_to_chat_id": migrate_to}
            description = description or "Bad Request: group chat was upgraded to a supergroup chat"
        words = description or _WORDS.get(status, "Internal Server Error")
        refused = None if lose else Refused(status, words, parameters)
        fault = Fault(method, chat_id, times, refused, lose)
        self._faults.append(fault)
        return fault

    def pause(
        self, method: str | None = None, k: int = 1, *, applied: bool = False, chat_id: int | None = None
    ) -> Barrier:
        """Holds the k-th matching call from now on, before it is applied or, `applied`, before the answer."""
        barrier = Barrier(method, chat_id, k, applied)
        self._barriers.append(barrier)
        return barrier

    def clear(self) -> None:
        """Ends all trouble and releases what is held."""
        for barrier in self._barriers:
            barrier.release()
        self._barriers.clear()
        self._faults.clear()

    def next_fault(self, method: str, chat_id: int | None) -> Fault | None:
        """The order for this call, used up by it; None if it may succeed."""
        for fault in self._faults:
            if fault.holds(method, chat_id):
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None

    def next_barriers(self, method: str, chat_id: int | None) -> list[Barrier]:
        """The pauses that this call must go through."""
        due = []
        for barrier in self._barriers:
            if _matches(barrier, method, chat_id):
                barrier.countdown -= 1
                if barrier.countdown == 0:
                    due.append(barrier)
        return due
