"""Who sends faster than anybody can: how many of one user's updates wait, and when that is a flood.

A flood is told once and left out; what piled up slowly while the bot was away is none. Who tells is
`dispatch.py`.
"""

from __future__ import annotations

from collections import Counter, deque
from datetime import datetime, timedelta
from typing import Any

from telegram import Update

FLOOD = timedelta(seconds=30)  # also from the last one left out on: then it is another flood
ANSWERED_EVERY_S = 1.0  # a refused tap's button: answers are calls, too


class Floods:
    """`backlog` is how many of one user's updates may wait when all were written within half a minute."""

    def __init__(self, backlog: int) -> None:
        self._backlog = backlog
        self._waiting: Counter[int] = Counter()
        self._dates: dict[int, deque[datetime]] = {}
        self._told_at: dict[int, datetime] = {}
        self._answered_at: dict[int, float] = {}

    def arrives(self, lane: int) -> None:
        """One more of a lane waits."""
        self._waiting[lane] += 1

    def leaves(self, lane: int) -> None:
        """One is settled; with the last one its lane is forgotten, but for when its flood was told.

        Who floods with one and the same question has one answer for all, and the lane is empty each second.
        """
        self._waiting[lane] -= 1
        if not self._waiting[lane]:
            del self._waiting[lane]
            self._dates.pop(lane, None)
            self._answered_at.pop(lane, None)

    def floods(self, lane: int, update: Update, now: datetime) -> bool:
        """More wait than may, and the last so many were all written within half a minute."""
        if now - self._told_at.get(lane, now) > FLOOD:
            del self._told_at[lane]
        dates = self._dates.setdefault(lane, deque(maxlen=self._backlog))
        sent_at = update.message.date if update.message else None
        full = self._waiting[lane] >= self._backlog
        if full and (sent_at is None or not dates or sent_at - dates[0] < FLOOD):
            return True
        if sent_at is not None:
            dates.append(sent_at)
        return False

    def is_untold(self, lane: int, now: datetime) -> bool:
        """Whether a flood's sender hears of it for the first time; from now on they were told."""
        untold = lane not in self._told_at
        self._told_at = {who: at for who, at in self._told_at.items() if now - at <= FLOOD}
        self._told_at[lane] = now
        return untold

    def may_answer(self, lane: int, now: float) -> bool:
        """Whether a refused tap is answered, so that its button does not spin: one a second at most."""
        if now - self._answered_at.get(lane, -ANSWERED_EVERY_S) < ANSWERED_EVERY_S:
            return False
        self._answered_at[lane] = now
        return True

    def leaves_out(self, raw: Any) -> bool:
        """Whether a raw update is one more of a flood whose sender was told: not worth reading or keeping."""
        message = raw.get("message") if isinstance(raw, dict) else None
        sender = message.get("from") if isinstance(message, dict) else None
        lane = sender.get("id") if isinstance(sender, dict) else None
        if not isinstance(message, dict) or not isinstance(lane, int) or lane not in self._told_at:
            return False
        sent_at, dates = message.get("date"), self._dates.get(lane)
        if self._waiting[lane] < self._backlog or not dates or not isinstance(sent_at, int):
            return False
        return sent_at - dates[0].timestamp() < FLOOD.total_seconds()
