"""Killed at every single write to the disk while one set is logged: all of it stands, or nothing does.

strace kills the real process on entering its n-th write. Where strace is missing or may not look at other
processes, these tests are skipped.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
from contextlib import closing

import pytest

from bot.terminal.people import Message
from bot.terminal.world import Tap
from tests.faults.figures import Figures
from tests.faults.moments import moment, seen
from tests.faults.phone import Phone, labels
from tests.faults.process import BotProcess
from tests.faults.test_many_kills import Lifter, logged, logging_reps, places
from tests.faults.tracing import WRITES, can_trace, killed_at

pytestmark = pytest.mark.skipif(not can_trace(), reason="strace is not here, or may not attach")

PARTS = 4
AFTER_S = 1.5  # then the set is answered, settled and its bell has rung, and nothing more is written
PARTS_OF_A_SET = {
    "set": "select count(*) from logged_set where athlete_id = ? and workout_id = ? and exercise_index = ?"
    " and set_number = ?",
    "timer": "select count(*) from timer where athlete_id = ? and workout_id = ? and exercise_index = ?"
    " and set_number = ? and kind in ('rest', 'next')",
}


class Sweep:
    """Athletes who log one set for each write that is to kill the bot."""

    def __init__(self, bot_process: BotProcess) -> None:
        self.bot_process, self.telegram = bot_process, bot_process.http.telegram
        self.lifters: list[Lifter] = []
        self.kills = 0

    async def log_a_set(self, call: str, nth: int) -> bool:
        """Log the next set with a kill at its n-th write; False when it has fewer than that."""
        lifter, card = await self.next_card()
        place = places(card.body)[0]
        if not logging_reps(card):
            self.telegram.user_taps(lifter.phone.user, card.id, labels(card)[0])
            await lifter.phone.until(lambda: bool(logging_reps(card)), "a weight")
        await self.quiet()
        async with killed_at(self.bot_process.pid, call, nth):
            lifter.sent[place] = logging_reps(card)[0]
            tap = lifter.phone.tap("✅", card)
            update_id = self.telegram.updates.next_id - 1
            killed = await self.dies(tap)
        if killed:
            self.kills += 1
            await self.bot_process.ended()
            await asyncio.wait_for(self.bot_process.http.until_quiet(), 10)
            self.stands_whole_or_not_at_all((lifter.phone.user.id, *place), update_id)
            await self.bot_process.start()
        await lifter.phone.until(lambda: tap.answered, f"an answer to the tap for {place}")
        return killed

    async def next_card(self) -> tuple[Lifter, Message]:
        """The card of the next set; somebody else's when a workout is over."""
        if self.lifters and (card := await self.lifters[-1].next_card()) is not None:
            return self.lifters[-1], card
        phone = Phone(self.telegram, self.telegram.add_user(f"Lifter {len(self.lifters)}"))
        self.lifters.append(Lifter(phone, random.Random(1)))
        return self.lifters[-1], await phone.train_now()

    async def quiet(self) -> None:
        """Wait until nothing has been written for a moment."""
        log, before = self.bot_process.database.with_name("spotter.db-wal"), -1
        while (now := log.stat().st_mtime_ns) != before:
            before = now
            await moment(0.2)

    async def dies(self, tap: Tap) -> bool:
        """Whether the bot dies of this set: before its answer, or in what follows it."""
        await seen(lambda: tap.answered or not self.bot_process.alive, 20)
        return await seen(lambda: not self.bot_process.alive, AFTER_S)

    def stands_whole_or_not_at_all(self, place: tuple[int, ...], update_id: int) -> None:
        """Set, timer and the update's mark are one; and the file is sound."""
        with closing(sqlite3.connect(self.bot_process.database)) as connection:
            assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
            found = {
                name: connection.execute(sql, place).fetchone()[0] for name, sql in PARTS_OF_A_SET.items()
            }
            marked = "select count(*) from inbox where update_id = ? and state in ('applied', 'done')"
            found["mark"] = connection.execute(marked, (update_id,)).fetchone()[0]
        assert set(found.values()) in ({0}, {1}), found

    async def end(self) -> None:
        """Every set that was sent stands once."""
        assert await self.bot_process.terminate() == 0
        wanted = {
            (lifter.phone.user.id, *place, reps): 1
            for lifter in self.lifters
            for place, reps in lifter.sent.items()
        }
        assert logged(self.bot_process) == wanted


async def begun(bot_process: BotProcess) -> Sweep:
    bot_process.settings |= {"CLOCK_SPEED": "120", "LOG_LEVEL": "INFO"}
    await bot_process.start()
    return Sweep(bot_process)


async def test_a_kill_at_some_write_of_a_set_leaves_it_whole(bot_process: BotProcess) -> None:
    sweep = await begun(bot_process)
    for call, nth in (("pwrite64", 9), ("fdatasync", 2)):
        assert await sweep.log_a_set(call, nth)
    await sweep.end()


@pytest.mark.faults
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("call", WRITES)
async def test_a_kill_at_every_write_of_a_set_leaves_it_whole(
    bot_process: BotProcess, figures: Figures, call: str, part: int
) -> None:
    """Each part takes every fourth write, until a set is over without so many."""
    sweep = await begun(bot_process)
    nth = part + 1
    while await sweep.log_a_set(call, nth):
        nth += PARTS
    await sweep.end()
    sets = sum(len(lifter.sent) for lifter in sweep.lifters)
    figures(f"kills at every {call} of a set", kills=sweep.kills, sets=sets)
