"""Two hundred thousand updates of people who train: memory, files and threads stay what they were.

UPDATES=20000 asks for fewer. The tasks inside the process are asked of /metrics, before and after.
"""

from __future__ import annotations

import os
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.terminal.people import Message, User
from bot.terminal.server import Telegram
from tests.faults.conftest import TOKEN
from tests.faults.crowd import feed, slope_kb
from tests.faults.figures import Figures
from tests.faults.moments import moment
from tests.faults.process import BotProcess
from tests.faults.server import TelegramOverHttp
from tests.faults.test_health import Probe

UPDATES = int(os.environ.get("UPDATES", "200000"))
SEED = int(os.environ.get("SEED", "20260302"))
PEOPLE = 1500
MOST_KB = 1024
WARM = 10_000  # before, threads and connections are still being made
SPARE_TASKS = 4  # a poll, a bell and a beat may be on their way in any moment
SETTLING_S = 600  # on a clock sixty times as fast: by then what was left open has been asked about and closed
WORDS = ("8", "80 kg x 8", "same", "skip", "/help", "/rest", "/undo", "9 9", "hello", "/plan", "what now")
BEGIN = ("Train now", "None of these", "▶ Start")


class Gym:
    """People who press what stands on their newest cards, or type, whoever's turn it is."""

    def __init__(self, telegram: Telegram, people: int, seed: int) -> None:
        self.telegram, self.dice = telegram, random.Random(seed)
        self.people = [telegram.add_user(f"Lifter {number}") for number in range(people)]

    def happen(self, number: int) -> None:
        """One update."""
        user = self.people[number % len(self.people)]
        if number < len(self.people):
            self.telegram.user_sends(user, "/start")
        elif not self.press(user):
            self.telegram.user_sends(user, self.dice.choice(WORDS))

    def press(self, user: User) -> bool:
        """Press a button of the newest messages; False when this time something is typed."""
        newest = list(self.telegram.chats[user.id].messages.values())[-4:]
        for message in reversed(newest):
            shown = pressable(message)
            for begin in BEGIN:
                if any(begin in label for label in shown):
                    self.telegram.user_taps(user, message.id, next(la for la in shown if begin in la))
                    return True
            if shown and self.dice.random() < 0.8:
                self.telegram.user_taps(user, message.id, self.dice.choice(shown))
                return True
        return False


def pressable(message: Message) -> list[str]:
    """The labels of a message's buttons that reach the bot; those that share lead into other chats."""
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row if "callback_data" in button]


async def soak(bot_process: BotProcess, updates: int, people: int, figures: Figures) -> None:
    print(f"SEED={SEED}: {updates} updates")  # noqa: T201
    bot_process.settings |= {"CLOCK_SPEED": "60", "LOG_LEVEL": "ERROR"}
    probe = Probe(bot_process)
    await bot_process.start()
    idle = await probe.gauge("spotter_tasks")
    gym = Gym(bot_process.http.telegram, people, SEED)
    began = datetime.now(UTC)
    samples = await feed(bot_process, updates, gym.happen)
    seconds = (datetime.now(UTC) - began).total_seconds()
    tasks = await settled(probe, idle)
    slope = slope_kb(samples)
    warm = samples[len(samples) // 3]
    figures(
        "soak",
        updates=updates,
        a_second=round(updates / seconds),
        rss_mb=f"{warm.rss_kb / 1024:.1f} → {samples[-1].rss_kb / 1024:.1f}",
        slope_kb_per_100000=round(slope),
        files=f"{warm.files} → {samples[-1].files}",
        threads=f"{warm.threads} → {samples[-1].threads}",
        tasks=f"{idle:.0f} → {tasks:.0f}",
    )
    assert await bot_process.terminate() == 0
    assert tasks <= idle + SPARE_TASKS, "what was begun for an update ends with it"
    assert samples[-1].files <= warm.files + 20, "connections come and go, they don't pile up"
    if updates >= WARM:
        assert samples[-1].threads == warm.threads
    if updates >= 100_000:
        assert slope < MOST_KB


async def settled(probe: Probe, idle: float) -> float:
    """How many tasks are left once all is done; rests that still ring on a fast clock begin and end some."""
    for _ in range(SETTLING_S):
        if (tasks := await probe.gauge("spotter_tasks")) <= idle + SPARE_TASKS:
            break
        await moment(1.0)
    return tasks


async def test_some_updates_leave_no_task_behind(tmp_path: Path, figures: Figures) -> None:
    telegram = Telegram(lambda: datetime.now(UTC), token=TOKEN, ledger_limit=2_000)
    async with TelegramOverHttp(telegram) as http:
        bot_process = BotProcess(http, tmp_path)
        try:
            await soak(bot_process, 300, 20, figures)
        finally:
            await bot_process.close()


@pytest.mark.faults
async def test_memory_stays_flat_over_very_many_updates(tmp_path: Path, figures: Figures) -> None:
    telegram = Telegram(lambda: datetime.now(UTC), token=TOKEN, ledger_limit=2_000)
    async with TelegramOverHttp(telegram) as http:
        bot_process = BotProcess(http, tmp_path)
        try:
            await soak(bot_process, UPDATES, PEOPLE, figures)
        finally:
            await bot_process.close()
        assert "Traceback" not in bot_process.output
