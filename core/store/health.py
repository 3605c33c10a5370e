"""How the database is: what keeps it from answering, said once in the log, and when it last took a write.

Who asks is whoever reports on the process; what an error of SQLite's means is `sqlite_errors.py`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from core.store.moments import to_ms
from core.store.port import StoreCorrupt, StoreHealth, StoreUnavailable, Tx
from core.store.settings import keep_setting

_LOGGER = logging.getLogger(__name__)

PING_KEY = "pinged_at"


def ping(tx: Tx, now: datetime) -> None:
    """A write that changes nothing anybody reads: kept means that the next set will be kept, too."""
    keep_setting(tx, PING_KEY, str(to_ms(now)))


class Watch:
    """Notes how every hop to the database ended. A trouble is logged when it begins and when it ends.

    A damaged file stays in trouble until the next start: that one page can be read does not mend another.
    """

    def __init__(self, beat: Callable[[], float]) -> None:
        self._beat = beat
        self._wrote_at = beat()
        self._trouble: StoreUnavailable | None = None

    def health(self) -> StoreHealth:
        """How the database is now."""
        trouble = None if self._trouble is None else str(self._trouble)
        return StoreHealth(trouble, self._beat() - self._wrote_at)

    def wrote(self) -> None:
        """A write was kept."""
        self._wrote_at = self._beat()
        if self._trouble is not None and not isinstance(self._trouble, StoreCorrupt):
            _LOGGER.warning("the database takes writes again")
            self._trouble = None

    def failed(self, error: StoreUnavailable) -> None:
        """The database did not answer."""
        if isinstance(self._trouble, StoreCorrupt) or str(error) == str(self._trouble):
            return
        self._trouble = error
        _LOGGER.error("nothing can be kept: %s", error)
