"""What leaves: the aiohttp request, its pacing, and what becomes of a send that is refused."""

from __future__ import annotations

import os

# Asks python-telegram-bot for its coming form of `RetryAfter.retry_after`, a timedelta; else each 429 warns.
os.environ.setdefault("PTB_TIMEDELTA", "1")
