"""Somebody else takes this token's updates: how often that is borne before this program ends and says so."""

from __future__ import annotations

from bot.outgoing.gate import Now

CONFLICT_PAUSE_S = 60.0
MOST_CONFLICTS = 5
FORGOTTEN_AFTER_S = 300.0


class AnotherBot(Exception):
    """Somebody else takes this token's updates, and goes on doing so."""

    def __init__(self) -> None:
        super().__init__(
            "Another program takes the updates of this BOT_TOKEN. Stop it, or give it a token of its own."
        )


class Conflicts:
    """Counts them. One answer that comes through ends nothing: two programs take turns at being refused."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._count, self._last_at = 0, 0.0

    def another(self) -> None:
        """Count one. Raises AnotherBot at the last that is borne without five quiet minutes in between."""
        if self._now() - self._last_at >= FORGOTTEN_AFTER_S:
            self._count = 0
        self._count, self._last_at = self._count + 1, self._now()
        if self._count >= MOST_CONFLICTS:
            raise AnotherBot
