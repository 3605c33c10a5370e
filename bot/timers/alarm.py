"""The two jobs in python-telegram-bot's JobQueue: the next due moment, and a sweep in case one was missed.

Neither does any work: they wake the ringer (`ringer.py`), whose timers are rows in the database.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram.ext import CallbackContext, JobQueue

from bot.clock import Clock

SWEEP_S = 30.0
_LONGEST_S = 86_400.0
_NEXT, _SWEEP = "next due", "sweep"
# By default a job over a second late is dropped, and one that still runs is skipped.
_NEVER_DROPPED = {"misfire_grace_time": None, "max_instances": 1000, "replace_existing": True}


class Alarm:
    """Wakes somebody at a moment of the coach's clock."""

    def __init__(self, jobs: JobQueue[Any], clock: Clock) -> None:
        self._jobs, self._clock = jobs, clock
        self._wake: Callable[[], None] = lambda: None

    def start(self, wake: Callable[[], None]) -> None:
        """Call `wake` at every moment set from now on, and every half minute."""
        self._wake = wake
        kwargs = {**_NEVER_DROPPED, "id": _SWEEP}
        self._jobs.run_repeating(self._rings, SWEEP_S, name=_SWEEP, job_kwargs=kwargs)
        self._clock.on_step(wake)

    def set_for(self, moment: datetime | None) -> None:
        """Wake at that moment instead of the one before; None, or one that no waiting brings: at none."""
        wait_s = math.inf if moment is None else self._clock.real_seconds_until(moment)
        if math.isfinite(wait_s):
            kwargs = {**_NEVER_DROPPED, "id": _NEXT}
            self._jobs.run_once(self._rings, min(wait_s, _LONGEST_S), name=_NEXT, job_kwargs=kwargs)
        else:
            self._remove(_NEXT)

    def stop(self) -> None:
        """Wake nobody any more."""
        self._remove(_NEXT)
        self._remove(_SWEEP)

    def _remove(self, job_id: str) -> None:
        if self._jobs.scheduler.get_job(job_id) is not None:
            self._jobs.scheduler.remove_job(job_id)

    async def _rings(self, _: CallbackContext[Any, Any, Any, Any]) -> None:
        self._wake()
