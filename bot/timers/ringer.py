"""The ringer: claims timers that are due, sends each bell in its athlete's lane, and accounts for it.

What a bell says is the caller's `ring`; when to wake is `alarm.py`; the rows are `core/store/timers.py`.
A bell is never early and never sent for a rest that was skipped; late ones ring while that helps.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.clock import Clock, StepClock
from bot.outgoing.errors import NeverKnown, NotSent, ServerFailed, may_have_arrived
from bot.timers.alarm import SWEEP_S, Alarm
from bot.timers.stranded import Follow, take_up
from core.store import timers
from core.store.port import Store, StoreUnavailable, Tx
from core.store.timers import DueTimer

_LOGGER = logging.getLogger(__name__)

HELPS_FOR = timedelta(minutes=10)
AT_ONCE = 32
MOST_FAILURES = 3
SHORTEST_PAUSE, LONGEST_PAUSE = timedelta(seconds=2), timedelta(seconds=60)


class Ring(StrEnum):
    """What became of a bell."""

    RUNG = "rung"
    BLOCKED = "blocked"  # nobody is there
    MOOT = "moot"  # there is nothing to ring about any more


def _nothing(_: Tx) -> None:
    """There is nothing more to write."""


@dataclass(frozen=True, slots=True)
class Rung:
    """How a bell ended: `note` is written together with that, `afterwards` is done once it stands.

    `reason` says in one word why there was nothing to ring, where there is more to say than that.
    """

    outcome: Ring
    note: Callable[[Tx], object] = _nothing
    afterwards: Callable[[], Awaitable[object]] | None = None
    reason: str = ""


Lane = Callable[[int], AbstractAsyncContextManager[None]]
RingOne = Callable[[DueTimer, timedelta], Awaitable[Rung]]
NoteLate = Callable[[DueTimer, timedelta], Awaitable[object]]


def follows_nothing(_tx: Tx, _timer: DueTimer, _now: datetime) -> None:
    """Most bells are followed by none."""


@dataclass(frozen=True, slots=True)
class Bells:
    """What the ringer lets the bot do, each inside the athlete's lane; `timedelta` is how late it is.

    `ring` sends the bell, unless it finds the one that a broken try may have sent, and raises what sending
    raises; NeverKnown where it can't be found and was sent twice. `too_late` says silently that it rang not.
    `helps_for` tells by kind how late a bell still helps; other kinds have ten minutes. `follow` is written
    together with a bell's end, however it ended but for an empty chat: it arms what comes after.
    """

    ring: RingOne
    too_late: NoteLate
    helps_for: Mapping[str, timedelta] = field(default_factory=dict)
    follow: Follow = follows_nothing


class Ringer:
    """One task that looks, up to `AT_ONCE` bells on their way; what is not claimed can be skipped.

    `lane` is `InOrder.lane`: a bell and its athlete's taps never cross.
    """

    def __init__(self, store: Store, clock: Clock, lane: Lane, alarm: Alarm, bells: Bells) -> None:
        self._store, self._clock, self._lane = store, clock, lane
        self._alarm, self._bells = alarm, bells
        self._due = asyncio.Event()
        self._looking = asyncio.Lock()
        self._ringing: set[asyncio.Task[None]] = set()
        self._owed: list[Callable[[Tx], object]] = []
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take up what a killed process left ringing, and begin. The application must be initialized."""
        await take_up(self._store, self._bells.follow, self._clock.now())
        self._alarm.start(self.rearm)
        self._task = asyncio.create_task(self._run())
        self.rearm()

    async def stop(self, within_s: float = 5.0) -> None:
        """Claim no more, let the bells on their way leave, for at most so long."""
        self._alarm.stop()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._ringing:
            _, late = await asyncio.wait(self._ringing, timeout=within_s)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._pay()

    def rearm(self) -> None:
        """Timers may have changed: look again soon. Costs nothing, may be called at any time."""
        self._due.set()

    async def ring_all_due(self) -> None:
        """Return once every timer due by now has rung. Never from inside a lane."""
        while await self._look() or self._ringing:
            await asyncio.gather(*self._ringing)

    async def let_pass(self, clock: StepClock, delta: timedelta) -> None:
        """Move a step clock on, stopping at every timer on the way, so that each rings at its own time."""
        end = clock.now() + delta
        while (due := await self._store.read(timers.next_due)) is not None and clock.now() < due <= end:
            clock.advance(due - clock.now())
            await self.ring_all_due()
        clock.advance(max(end - clock.now(), timedelta(0)))
        await self.ring_all_due()

    async def _run(self) -> None:
        while True:
            self._due.clear()
            try:
                await self._look()
            except Exception as error:
                _LOGGER.warning("timers could not be looked at", exc_info=error)
            try:
                # The jobs follow the wall, this does not: a wall set back silences no bell for long.
                async with asyncio.timeout(2 * SWEEP_S):
                    await self._due.wait()
            except TimeoutError:
                continue

    async def _look(self) -> int:
        """Claim what is due and send it on its way, then set the alarm; returns how many were claimed."""
        async with self._looking:
            await self._pay()
            claimed = 0
            while (next_due := await self._store.read(timers.next_due)) is not None:
                now = self._clock.now()
                if next_due > now:
                    break
                while len(self._ringing) >= AT_ONCE:
                    await asyncio.wait(self._ringing, return_when=asyncio.FIRST_COMPLETED)
                due = await self._store.run(timers.claim_due, now, AT_ONCE - len(self._ringing))
                for timer in due:
                    task = asyncio.create_task(self._ring(timer))
                    self._ringing.add(task)
                    task.add_done_callback(self._ringing.discard)
                claimed += len(due)
                if not due:
                    break
            self._alarm.set_for(next_due)
            return claimed

    async def _ring(self, timer: DueTimer) -> None:
        extra = {"athlete": timer.athlete_id, "kind": timer.kind, "generation": timer.generation}
        try:
            async with self._lane(timer.athlete_id):
                # Claimed before the lane was free: what was logged or skipped meanwhile has silenced it.
                if await self._store.read(timers.ringing, timer) is None:
                    return
                late = self._clock.now() - timer.due_at
                if late > self._bells.helps_for.get(timer.kind, HELPS_FOR):
                    # Said before it is accounted for: said twice is nothing, never said costs the next card.
                    await self._say_late(timer, late)
                else:
                    await self._send(timer, late)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            _LOGGER.exception("a bell failed", exc_info=error, extra=extra)
            await self._failed(timer)

    async def _say_late(self, timer: DueTimer, late: timedelta) -> None:
        try:
            await self._bells.too_late(timer, late)
        except BadRequest:
            raise
        except (NetworkError, RetryAfter):
            await self._not_yet(timer)
        else:
            await self._expire(timer, "late")

    async def _send(self, timer: DueTimer, late: timedelta) -> None:
        unsure = False
        rung = Rung(Ring.RUNG)
        try:
            try:
                rung = await self._bells.ring(timer, late)
            except NetworkError as error:
                if not may_have_arrived(error):
                    raise
                unsure = True
                # At once, with the mark of the first, so that it is looked for.
                marked = await self._store.read(timers.ringing, timer)
                if marked is None:
                    return
                rung = await self._bells.ring(marked, late)
        except (NotSent, ServerFailed, RetryAfter):
            await self._not_yet(timer, unsure=unsure)
            return
        except NeverKnown:
            _LOGGER.warning("nobody knows whether a bell arrived", extra={"athlete": timer.athlete_id})
        except NetworkError as error:
            if not may_have_arrived(error):
                raise
            await self._not_yet(timer, unsure=True)
            return
        await self._end(timer, rung)

    async def _end(self, timer: DueTimer, rung: Rung) -> None:
        at = self._clock.now()

        def end(tx: Tx) -> None:
            rung.note(tx)
            if rung.outcome is Ring.RUNG:
                timers.rung(tx, timer, at)
            else:
                timers.expire(tx, timer, rung.reason or rung.outcome.value)

        await self._close(timer, end, at, goes_on=rung.outcome is not Ring.BLOCKED)
        self.rearm()  # what it brought may have armed another
        if rung.afterwards is not None:
            await rung.afterwards()

    async def _failed(self, timer: DueTimer) -> None:
        if timer.attempts < MOST_FAILURES:
            await self._again(timer, timedelta(seconds=2**timer.attempts))
        else:
            await self._expire(timer, "failed")

    async def _expire(self, timer: DueTimer, reason: str) -> None:
        await self._close(timer, lambda tx: timers.expire(tx, timer, reason), self._clock.now())

    async def _close(
        self, timer: DueTimer, end: Callable[[Tx], object], at: datetime, *, goes_on: bool = True
    ) -> None:
        def ending(tx: Tx) -> bool:
            known = timers.is_known(tx, timer)  # not who was forgotten while this was owed
            if known:
                end(tx)
            return known

        def whole(tx: Tx) -> None:
            if ending(tx) and goes_on:
                self._bells.follow(tx, timer, at)

        try:
            await self._account(whole)
        except Exception as error:  # what was rung has rung all the same
            extra = {"athlete": timer.athlete_id}
            _LOGGER.exception("nothing can follow a bell", exc_info=error, extra=extra)
            await self._account(ending)

    async def _not_yet(self, timer: DueTimer, *, unsure: bool = False) -> None:
        """Telegram is away or slow: no failure of this bell. The later it is, the longer the pause."""
        pause = max(SHORTEST_PAUSE, min((self._clock.now() - timer.due_at) / 2, LONGEST_PAUSE))
        await self._again(timer, pause, unsure=unsure, counted=False)

    async def _again(self, timer: DueTimer, pause: timedelta, **how: bool) -> None:
        retry_at = self._clock.now() + pause
        await self._account(lambda tx: timers.release(tx, timer, retry_at, **how))
        self.rearm()

    async def _account(self, entry: Callable[[Tx], object]) -> None:
        """Write how a bell ended. While the database is away it is owed: what rang rings no second time."""
        try:
            await self._store.run(entry)
        except StoreUnavailable as error:
            _LOGGER.warning("a bell's end cannot be written yet", exc_info=error)
            self._owed.append(entry)

    async def _pay(self) -> None:
        owed, self._owed = self._owed, []
        for entry in owed:
            try:
                await self._account(entry)
            except Exception:
                _LOGGER.exception("a bell's end cannot be written; the next start looks at it")

