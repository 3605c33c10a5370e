"""What is worth counting while the bot runs; who counts is given from outside.

`bot/metrics.py` counts for Prometheus; where nobody asks (`make chat`, no HEALTH_LISTEN) nobody counts.
"""

from __future__ import annotations

from typing import Protocol


class Figures(Protocol):
    """Told as things happen. Names are few and fixed: no user, no chat and no text among them."""

    def handled(self, kind: str, outcome: str, seconds: float) -> None:
        """An update left the queue so long after it came in: done, failed, refused …"""
        ...

    def called(self, method: str, outcome: str, seconds: float) -> None:
        """A call of the Bot API ended: done, refused, slowed down, failed, or nobody knows."""
        ...

    def rang(self, kind: str, outcome: str, late_s: float) -> None:
        """A timer was rung or let go, so long after it was due on the coach's clock."""
        ...


class Uncounted:
    """Nobody asks."""

    def handled(self, kind: str, outcome: str, seconds: float) -> None:
        """Nothing."""

    def called(self, method: str, outcome: str, seconds: float) -> None:
        """Nothing."""

    def rang(self, kind: str, outcome: str, late_s: float) -> None:
        """Nothing."""


UNCOUNTED = Uncounted()
