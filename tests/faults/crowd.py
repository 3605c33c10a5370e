"""Very many updates for a bot in another process: fed as fast as it takes them, its memory watched."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.terminal.server import Telegram
from tests.faults.process import BotProcess

IN_THE_QUEUE = 300
KEPT_MESSAGES = 40  # of each chat: the phone's own memory is not what is measured
SAMPLES = 20
STUCK_S = 60.0


@dataclass(frozen=True, slots=True)
class Vitals:
    """What a process uses: resident memory, open files, threads; and how many updates it had taken."""

    updates: int
    rss_kb: int
    files: int
    threads: int

    @classmethod
    def of(cls, pid: int, updates: int) -> Vitals:
        """Look at a running process (Linux only)."""
        status = dict(
            line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
        )
        files = len(os.listdir(f"/proc/{pid}/fd"))  # noqa: PTH208  # a name may vanish meanwhile
        return cls(updates, int(status["VmRSS"].split()[0]), files, int(status["Threads"]))


async def feed(bot_process: BotProcess, count: int, happen: Callable[[int], None]) -> list[Vitals]:
    """Let `happen` bring about update after update; returns how the bot fared, sample by sample.

    Fails when the bot takes nothing for a minute, and ends when all is taken.
    """
    telegram = bot_process.http.telegram
    samples = [Vitals.of(bot_process.pid, 0)]
    for number in range(count):
        if len(telegram.updates) >= IN_THE_QUEUE:
            await _taken(telegram, IN_THE_QUEUE // 2)
        happen(number)
        if (number + 1) % max(count // SAMPLES, 1) == 0:
            _forget(telegram)
            samples.append(Vitals.of(bot_process.pid, number + 1))
            print(samples[-1], flush=True)  # noqa: T201  # a long run shows that it lives
    await _taken(telegram, 0)
    samples.append(Vitals.of(bot_process.pid, count))
    return samples


async def _taken(telegram: Telegram, left: int) -> None:
    await telegram.until(lambda: len(telegram.updates) <= left, STUCK_S)


def _forget(telegram: Telegram) -> None:
    for chat in telegram.chats.values():
        for message_id in sorted(chat.messages)[:-KEPT_MESSAGES]:
            del chat.messages[message_id]
    telegram.taps.clear()


def slope_kb(samples: list[Vitals], warm_up: float = 0.3) -> float:
    """How much memory grows in 100,000 updates once warm: the least-squares line through the samples."""
    warm = [sample for sample in samples if sample.updates >= warm_up * samples[-1].updates]
    mean_x = sum(sample.updates for sample in warm) / len(warm)
    mean_y = sum(sample.rss_kb for sample in warm) / len(warm)
    over = sum((sample.updates - mean_x) * (sample.rss_kb - mean_y) for sample in warm)
    return 100_000 * over / sum((sample.updates - mean_x) ** 2 for sample in warm)
