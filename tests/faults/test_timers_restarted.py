"""Thousands of timers while the bot is killed, started again and starved: each rings, and is accounted for.

TIMERS=1000 RESTARTS=10 asks for fewer; the seed is printed.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.terminal.ledger import Call
from core.model.onboarding import Draft
from core.store import timers
from core.store.athletes import save_draft
from core.store.port import Tx
from core.store.sqlite import SqliteStore
from tests.dialogs.stage import intermediate
from tests.faults.figures import Figures
from tests.faults.moments import moment
from tests.faults.process import BotProcess

TIMERS = int(os.environ.get("TIMERS", "10000"))
RESTARTS = int(os.environ.get("RESTARTS", "100"))
IDLE_TIMERS = 600
SEED = int(os.environ.get("SEED", "20260302"))
A_SECOND = 17.0  # bells; what nobody asked for leaves at 25 a second, and must catch up after a pause
BLOCKED_S = 3.0
NEVER_LATER_S = 60.0


def arm_many(tx: Tx, due: Sequence[datetime], ids: Sequence[int]) -> None:
    """One athlete each, who rests by hand until a moment."""
    for athlete_id, due_at in zip(ids, due, strict=True):
        athlete = intermediate(id=athlete_id, chat_id=athlete_id, one_rep_maxes=())
        save_draft(tx, Draft(athlete, asking=False, finished_at=due_at), due_at)
        timers.arm(tx, athlete_id, "rest", due_at, athlete_id)


class Bells:
    """Timers that were armed before the bot was started, and what rang."""

    def __init__(self, bot_process: BotProcess) -> None:
        self.bot_process, self.telegram = bot_process, bot_process.http.telegram
        self.due: dict[int, datetime] = {}
        bot_process.settings |= {"CLOCK_SPEED": "1", "LOG_LEVEL": "WARNING"}

    async def arm(self, due: Sequence[datetime]) -> None:
        ids = [self.telegram.add_user(f"Lifter {number}").id for number in range(len(due))]
        self.due = dict(zip(ids, due, strict=True))
        path = self.bot_process.database
        store = await SqliteStore.open(path, applied_now=lambda: datetime.now(UTC), durable=False)
        await store.run(arm_many, due, ids)
        await store.close()

    async def accounts(self) -> timers.Accounts:
        """How all ended; the bot must be down."""
        path = self.bot_process.database
        store = await SqliteStore.open(path, applied_now=lambda: datetime.now(UTC), durable=False)
        accounts = await store.read(timers.accounts)
        await store.close()
        return accounts

    def rung(self) -> list[Call]:
        """The bells in the order they came."""
        return [call for call in self.telegram.ledger.calls("sendMessage") if call.applied]

    def late_s(self, call: Call) -> float:
        assert call.chat_id is not None
        return (call.at - self.due[call.chat_id]).total_seconds()

    async def until_all_rang(self) -> None:
        """Waits as long as bells still come, at most a minute for the next."""
        rang: set[int | None] = set()
        seen = 0

        def looked() -> int:
            nonlocal seen
            calls = self.rung()
            rang.update(call.chat_id for call in calls[seen:])
            seen = len(calls)
            return len(rang)

        while (before := looked()) < len(self.due):
            await self.telegram.until(lambda: looked() > before, NEVER_LATER_S)


def nth(values: list[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


async def restarted(bot_process: BotProcess, count: int, restarts: int, figures: Figures) -> None:
    print(f"SEED={SEED}: {count} timers, {restarts} restarts")  # noqa: T201
    dice, bells = random.Random(SEED), Bells(bot_process)
    begins = datetime.now(UTC) + timedelta(seconds=3)
    lasts_s = count / A_SECOND
    await bells.arm([begins + timedelta(seconds=dice.uniform(0, lasts_s)) for _ in range(count)])
    for number in range(restarts):
        await bot_process.start()
        await moment(dice.uniform(0.2, 1.0) * lasts_s / restarts / 2)
        if number % 4 == 0:
            bot_process.freeze()
            await moment(min(BLOCKED_S, lasts_s / restarts))
            bot_process.thaw()
        await moment(dice.uniform(0.0, 0.5) * lasts_s / restarts)
        await bot_process.kill()
    await bot_process.start()
    await bells.until_all_rang()
    assert await bot_process.terminate() == 0
    accounts = await bells.accounts()
    repeats = Counter(call.chat_id for call in bells.rung())
    late = [bells.late_s(call) for call in bells.rung()]
    repeated = sum(many > 1 for many in repeats.values())
    figures(
        "timers over restarts", timers=count, restarts=restarts, rung=accounts.rung,
        cancelled=sum(accounts.cancelled.values()), repeated=repeated, early=sum(one < 0 for one in late),
    )  # fmt: skip
    assert (accounts.armed, accounts.standing) == (count, 0)
    assert accounts.rung == count
    assert min(late) >= 0, "a bell is never early"
    assert max(repeats.values()) <= 2, "these bells have no buttons to be found by"


async def test_some_timers_over_some_restarts_all_ring(bot_process: BotProcess, figures: Figures) -> None:
    await restarted(bot_process, 40, 2, figures)


@pytest.mark.faults
async def test_many_timers_over_many_restarts_all_ring(bot_process: BotProcess, figures: Figures) -> None:
    await restarted(bot_process, TIMERS, RESTARTS, figures)


async def on_time(
    bot_process: BotProcess, figures: Figures, *, overdue: int, idle: int, a_second: float, after_s: float
) -> None:
    """Idle: so many a second, spread by chance. After a start: what fell due while nobody was there."""
    dice, bells = random.Random(SEED), Bells(bot_process)
    await bot_process.start()  # once for nothing: the first start of all takes longest
    assert await bot_process.terminate() == 0
    seen, missed = len(bells.telegram.ledger), datetime.now(UTC)
    begins = missed + timedelta(seconds=after_s)
    spread = [begins + timedelta(seconds=dice.uniform(0, idle / a_second)) for _ in range(idle)]
    await bells.arm([missed] * overdue + spread)
    await bot_process.start()
    first = list(bells.telegram.ledger)[seen]
    await bells.telegram.until(lambda: len(bells.rung()) == len(bells.due), 120)
    # A slow machine may have met the first of the others while it started.
    started = first.at + timedelta(seconds=1)
    due = [(call, bells.due[call.chat_id or 0]) for call in bells.rung()]
    late = [bells.late_s(call) for call, due_at in due if due_at > started]
    after_start = [(call.at - first.at).total_seconds() for call, due_at in due if due_at <= started]
    figures(
        "lateness of bells", idle=len(late), p50_s=f"{nth(late, 0.5):.3f}", p99_s=f"{nth(late, 0.99):.3f}",
        most_s=f"{max(late):.3f}", overdue_at_a_start=len(after_start), last_s=f"{max(after_start):.2f}",
    )  # fmt: skip
    assert await bot_process.terminate() == 0
    assert min(late) >= 0
    assert len(late) > idle / 2
    assert nth(late, 0.5) <= 0.3
    assert nth(late, 0.99) <= 1.0
    assert max(after_start) <= 5.0


async def test_some_bells_are_on_time(bot_process: BotProcess, figures: Figures) -> None:
    await on_time(bot_process, figures, overdue=10, idle=30, a_second=10, after_s=3)


@pytest.mark.faults
async def test_bells_are_on_time(bot_process: BotProcess, figures: Figures) -> None:
    await on_time(bot_process, figures, overdue=50, idle=IDLE_TIMERS, a_second=10, after_s=15)
